"""The act is read from cue, construction and content."""

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kgraph import vocab
from kgraph.extract import acts, actwords
from kgraph.extract.attribution import Attribution
from tests.extract import marked
from tests.extract.newsrooms import acts as newsrooms

CASES = [
    # plain telling
    ("[s:The mayor] [c:said] [t:the bridge was safe].", "assert"),
    ("[t:The bridge is safe], [c:according to] [s:the engineer].", "assert"),
    ("[s:The minister] [c:told] parliament [t:that the talks had failed].", "assert"),
    ('[s:She] [c:tweeted]: [t:"We are on our way."]', "assert"),
    ('[t:"It rained all night,"] [c:added] [s:the farmer].', "assert"),
    ("[s:The senator] [c:wrote] on X [t:that he would vote].", "assert"),
    ("[s:Officials] [c:claim] [t:that the dam is intact].", "assert"),
    ("[s:A poll by the institute] [c:suggests] [t:that few voters care].", "assert"),
    ('[s:Mr Bell]: [t:"We open on Monday."]', "assert"),
    ('[t:"He counts gulls,"] [s:the spokesman] [c:joked].', "assert"),
    # announcing, revealing, reporting
    ("[s:The king] [c:announced] [t:a holiday].", "announce"),
    ("[s:The company] [c:unveiled] [t:a plan to build two ferries].", "announce"),
    ("[s:The governor] [c:declared] [t:a state of emergency].", "announce"),
    ("[s:The leaked memo] [c:revealed] [t:that the price had doubled].", "reveal"),
    ("[t:The ship left port on Sunday], [s:Reuters] [c:reported].", "report"),
    ("[t:The ship left port, the captain said], [s:TASS] [c:said].", "report"),
    ("[t:The minister will resign], [c:as reported by] [s:the Associated Press].", "report"),
    ("[s:The study] [c:found] [t:that trees cool the streets].", "report"),
    # confirming, denying, admitting
    ("[s:The palace] [c:confirmed] [t:that the visit was off].", "confirm"),
    ("[s:The office] [c:has denied] [t:that it could send observers].", "deny"),
    ("[s:The clerk] [c:disputed] [t:the figures].", "deny"),
    ("[s:He] [c:admitted] [t:that he had taken the money].", "admit"),
    ("[s:The rebels] [c:claimed] [t:responsibility for the blast].", "admit"),
    ("[s:The agency] [c:acknowledged] [t:mistakes].", "admit"),
    # explaining, stressing, describing, bringing up
    ('[t:"We lacked parts,"] [s:she] [c:explained].', "explain"),
    ("[s:The envoy] [c:stressed] [t:that time was short].", "stress"),
    ("[s:The president] [c:made it clear] [t:that he would stay].", "stress"),
    ("[s:The coach] [c:insisted] [t:that the team was ready].", "stress"),
    ("[s:The host] [c:described] [t:the mood as calm].", "describe"),
    ("[s:She] [c:called] [t:the plan a patchwork].", "describe"),
    ("[s:The chairman] [c:called] [t:the vote a disgrace].", "criticise"),
    ("[s:The rival] [c:called] [t:him a liar].", "accuse"),
    ("[s:The coach] [c:called] [t:her a hero].", "praise"),
    ("[s:The speaker] [c:mentioned] [t:the floods].", "discuss"),
    ("[s:Both sides] [c:discussed] [t:the border].", "discuss"),
    # answering and asking
    ("[s:The company] [c:replied] [t:that it had paid].", "respond"),
    ('In response to the offer, [s:the union] [c:wrote]: [t:"Too little."]', "respond"),
    ("Asked about the delay, [s:she] [c:said] [t:the parts were late].", "respond"),
    ("[s:The general] [c:hit back], [t:saying the map was wrong].", "respond"),
    ("[s:The judge] [c:asked] [t:whether the letter was real].", "ask"),
    ('[t:"Who paid for this?"] [s:he] [c:said].', "ask"),
    ("[s:Reporters] [c:questioned] [t:the mayor about the bill].", "ask"),
    ("[s:Many] [c:wonder] [t:what comes next].", "ask"),
    # moving others
    ("[s:The charity] [c:asked] donors [t:to give more].", "request"),
    ("[s:A resident] who [c:asked] [t:not to be named] left.", "request"),
    ("[s:The town] [c:asked for] [t:more sandbags].", "request"),
    ("[s:The Kremlin] [c:called on] Ukraine [t:to do the same].", "call-on"),
    ("[s:The bishop] [c:urged] [t:both sides to stop].", "call-on"),
    ("[s:Farmers] [c:are calling for] [t:lower taxes].", "call-on"),
    ("[s:The bank] [c:demanded] [t:immediate payment].", "demand"),
    ("[s:The officer] [c:told] them [t:to leave the square].", "demand"),
    ("[s:The court] [c:ordered] [t:the firm to pay].", "demand"),
    ("[s:The envoy] [c:insisted] [t:that he resign].", "demand"),
    ("[s:The broker] [c:proposed] [t:a pause of two weeks].", "propose"),
    ("[s:She] [c:suggested] [t:moving the meeting to Friday].", "propose"),
    ("[s:The mayor] [c:offered] [t:two ships to the group].", "propose"),
    ("[s:The doctor] [c:recommended] [t:rest].", "propose"),
    ("[s:The office] [c:warned] [t:that if it rains, the road will flood].", "warn"),
    ('[t:"Nothing is settled,"] [s:one of them] [c:cautioned].', "warn"),
    ("[s:The union] [c:threatened] [t:to strike].", "threaten"),
    ("[s:The commander] [c:vowed] [t:to retaliate].", "threaten"),
    # binding oneself
    ("[s:The premier] [c:promised] [t:to publish the list].", "promise"),
    ("[s:The owner] [c:pledged] [t:a million euros].", "promise"),
    ("[s:Moscow] also [c:reiterated] [t:its readiness for peace talks].", "intend"),
    ("[s:The airline] [c:plans] [t:to hire 300 pilots].", "intend"),
    ("[s:The firm] [c:is ready] [t:to sell the site].", "intend"),
    ("[s:The council] [c:decided] [t:to close the pool].", "decide"),
    ("[s:The minister] [c:accepted] [t:the invitation].", "accept"),
    ("[s:Both neighbours] [c:agreed] [t:to meet again].", "agree"),
    ("[s:Parliament] [c:approved] [t:the budget].", "accept"),
    ("[s:The editor] [c:rejected] [t:the claim as nonsense].", "reject"),
    ("[s:The spokesman] [c:declined to say] [t:whether the talks would go on].", "reject"),
    ("[s:He] [c:refused to comment] [t:on the visit].", "reject"),
    ("[s:The envoy] [c:ruled out] [t:a second round].", "reject"),
    ("[s:The board] [c:turned down] [t:the offer].", "reject"),
    ("Would she stand again? [s:She] [c:said] [t:no].", "reject"),
    # judging
    ("[s:The pilot] [c:accused] [t:the airline of cheating].", "accuse"),
    ("[s:Critics] [c:blamed] [t:the dam on the mayor].", "accuse"),
    ("[s:The party] [c:condemned] [t:the attack].", "criticise"),
    ("[s:The paper] [c:slammed] [t:the reform].", "criticise"),
    ("[s:The pope] [c:praised] [t:the volunteers].", "praise"),
    ("[s:Berlin] [c:welcomed] [t:the decision].", "praise"),
    ("[s:Three members] [c:support] [t:her plan].", "support"),
    ("[s:The union] [c:endorsed] [t:the candidate].", "support"),
    ("[s:The village] [c:opposes] [t:the mine].", "oppose"),
    ("[s:He] [c:apologised for] [t:the delay].", "apologise"),
    ("[s:The president] [c:thanked] [t:the medics].", "thank"),
    ("[s:She] [c:congratulated] [t:the winner].", "congratulate"),
    # thinking and feeling
    ("[s:Most of them] [c:believe] [t:that the truce will hold].", "believe"),
    ("[s:She] [c:thinks] [t:it is too late].", "believe"),
    ("[s:He] [c:doubts] [t:that they will come].", "doubt"),
    ("[s:The group] [c:hopes] [t:to agree on a map].", "hope"),
    ("[s:Analysts] [c:expect] [t:prices to fall].", "expect"),
    ("[s:Villagers] [c:fear] [t:another flood].", "fear"),
    ("[s:The player] [c:wants] [t:to stay].", "want"),
    ("[s:She] [c:was shocked by] [t:the verdict].", "feel"),
    # noun cues
    ("[s:The general]'s [c:warning] [t:that the bridge would fall] was heard.", "warn"),
    ("[s:Her] [c:promise] [t:to cut taxes] won votes.", "promise"),
    ("[s:The minister] [c:issued a denial] [t:that money was paid].", "deny"),
    ("[s:The envoy] [c:expressed concern] [t:about the delay].", "fear"),
    ("[s:He] [c:expressed hope] [t:that both would come].", "hope"),
    # what was not done
    ("[s:The company] [c:did not say] [t:when it would reopen].", "reject"),
    ("[s:She] [c:does not believe] [t:the report].", "doubt"),
    ("[s:The minister] [c:would not rule out] [t:a second vote].", "assert"),
    ("[s:The office] [c:did not deny] [t:that the letter exists].", "admit"),
    ("[s:He] [c:does not support] [t:the bill].", "oppose"),
    ("[s:The spokesman] [c:said] [t:the firm would not pay].", "assert"),
]


CASES += newsrooms.CASES


@pytest.mark.parametrize(("sentence", "act"), CASES, ids=[c[0] for c in CASES])
def test_the_act_of(nlp, sentence, act):
    text, spans = marked.read(sentence)
    assert acts.classify(nlp(text), marked.attribution(spans)) == act


def test_nothing_at_all_is_an_assertion(nlp):
    nothing = Attribution(source=(), cue=(), content=())
    assert acts.classify(nlp(""), nothing) == "assert"
    assert (
        acts.classify(nlp("x"), Attribution(source=(), cue=((0, 1),), content=((5, 9),)))
        == "assert"
    )


def described():
    triples = list(parse(vocab.ontology_file("acts.ttl").read_bytes(), format=RdfFormat.TURTLE))
    concept = NamedNode(vocab.SKOS + "Concept")
    names = {t.subject.value.removeprefix(vocab.ACT) for t in triples if t.object == concept}
    return names, triples


def test_code_and_scheme_name_the_same_acts():
    names, _ = described()
    used = {*actwords.PHRASES.values(), *actwords.NOUNS.values(), *acts.NEGATED.values()}
    assert names == actwords.ACTS
    assert used <= actwords.ACTS


def test_every_act_has_a_label_a_definition_and_an_edge_label():
    names, triples = described()
    for name in names:
        facts = {
            t.predicate.value: t.object for t in triples if t.subject.value == vocab.ACT + name
        }
        for needed in ("prefLabel", "definition"):
            assert isinstance(facts[vocab.SKOS + needed], Literal), name
        assert facts[vocab.KG + "edgeLabel"].value.split()[0].endswith("s"), name
        assert facts.get(vocab.SKOS + "broader", facts.get(vocab.SKOS + "topConceptOf")), name


def test_broader_acts_are_acts_of_the_scheme():
    names, triples = described()
    broader = {
        t.object.value.removeprefix(vocab.ACT)
        for t in triples
        if t.predicate.value == vocab.SKOS + "broader"
    }
    assert broader <= names


def test_no_lemma_stands_for_two_acts():
    seen = {}
    for act, words in actwords.LEMMAS.items():
        for word in words.split():
            assert seen.setdefault(word, act) == act, word
