"""Modality, polarity and condition are those of the content's main predication."""

import pytest

from kgraph.extract import modality
from tests.extract import marked
from tests.extract.newsrooms import moods

CASES = [
    # asserted
    ("[s:She] [c:said] [t:the bridge was closed].", "asserted", "positive"),
    ("[s:The king] [c:announced] [t:a holiday].", "asserted", "positive"),
    ('[t:"We are exchanging information,"] [s:he] [c:explained].', "asserted", "positive"),
    ("[s:The pilot] [c:accused] [t:the airline of cheating].", "asserted", "positive"),
    ("[s:The union] [c:endorsed] [t:the candidate].", "asserted", "positive"),
    ("[s:He] [c:said] [t:not only the roof but the walls had burned].", "asserted", "positive"),
    (
        "[s:He] [c:said] [t:the city wants a permanent pause and not a short break].",
        "asserted",
        "positive",
    ),
    # negative
    ("[s:The clerk] [c:said] [t:the door was not locked].", "asserted", "negative"),
    ('[t:"Ultimatums do not work with us,"] [s:he] [c:said].', "asserted", "negative"),
    ('[t:"There is no such plan,"] [c:said] [s:the spokeswoman].', "asserted", "negative"),
    ("[t:No one was hurt], [c:according to] [s:the governor].", "asserted", "negative"),
    ('[t:"Nobody objected,"] [s:he] [c:added].', "asserted", "negative"),
    ('[t:"Nothing has been decided,"] [s:she] [c:said].', "asserted", "negative"),
    ("[s:He] [c:said] [t:he had never met her].", "asserted", "negative"),
    ('[t:"We cannot wait for every signature,"] [s:Bell] [c:said].', "asserted", "negative"),
    ("[s:The firm] [c:said] [t:it has no money left].", "asserted", "negative"),
    ("[s:She] [c:said] [t:neither side had called].", "asserted", "negative"),
    ("[s:He] [c:said] [t:the pool hardly ever closed].", "asserted", "negative"),
    ("[s:The driver] [c:said] [t:he didn't see the sign].", "asserted", "negative"),
    # possible
    ("[t:The office could send 200 observers], [s:an official] [c:said].", "possible", "positive"),
    ("[s:She] [c:said] [t:it may rain].", "possible", "positive"),
    ("[s:She] [c:said] [t:the ship might not arrive].", "possible", "negative"),
    ("[s:The coach] [c:said] [t:he would perhaps stay].", "possible", "positive"),
    ("[s:He] [c:said] [t:the fire was probably set on purpose].", "possible", "positive"),
    ("[s:The bank] [c:said] [t:rates are likely to rise].", "possible", "positive"),
    ("[s:Villagers] [c:fear] [t:another flood].", "possible", "positive"),
    ("[s:The group] [c:hopes] [t:to agree on a map].", "possible", "positive"),
    ("[s:He] [c:doubts] [t:that they will come].", "possible", "positive"),
    ("[s:The judge] [c:asked] [t:whether the letter was real].", "possible", "positive"),
    ("[s:The broker] [c:proposed] [t:a pause of two weeks].", "possible", "positive"),
    ("[s:Analysts] [c:expect] [t:prices to fall].", "possible", "positive"),
    ("[s:The minister] [c:said] [t:he could not rule out a strike].", "possible", "positive"),
    ("[s:She] [c:said] [t:it is possible that the train is late].", "possible", "positive"),
    # planned
    ("[s:The mayor] [c:said] [t:the school will open on Monday].", "planned", "positive"),
    ('[t:"We won\'t leave,"] [s:they] [c:said].', "planned", "negative"),
    ("[s:He] [c:said] [t:the truce would end on May 11].", "planned", "positive"),
    ("[s:The premier] [c:promised] [t:to publish the list].", "planned", "positive"),
    ("[s:The airline] [c:plans] [t:to hire 300 pilots].", "planned", "positive"),
    ("[s:She] [c:said] [t:the firm is going to build a second hall].", "planned", "positive"),
    ("[s:The club] [c:said] [t:it plans to sell the ground].", "planned", "positive"),
    (
        "[t:The talks are scheduled to begin on Friday], [s:the host] [c:said].",
        "planned",
        "positive",
    ),
    ("[s:The council] [c:decided] [t:to close the pool].", "planned", "positive"),
    ("[s:The union] [c:threatened] [t:to strike].", "planned", "positive"),
    ("[s:Both] [c:agreed] [t:to meet again].", "planned", "positive"),
    ("[s:The player] [c:wants] [t:to stay].", "planned", "positive"),
    ("[s:The owner] [c:pledged] [t:a million euros].", "planned", "positive"),
    ("[s:The premier] [c:promised] [t:not to raise taxes].", "planned", "negative"),
    ("[s:He] [c:said] [t:the company would not pay].", "planned", "negative"),
    ('[t:"I\'ll be back,"] [s:he] [c:said].', "planned", "positive"),
    # demanded
    ("[s:The Kremlin] [c:called on] Ukraine [t:to do the same].", "demanded", "positive"),
    ("[s:He] [c:demanded] [t:access to the whole front line].", "demanded", "positive"),
    ("[s:The charity] [c:asked] donors [t:to give more].", "demanded", "positive"),
    ("[s:She] [c:said] [t:both leaders must come to the table].", "demanded", "positive"),
    ('[t:"Both leaders have to come to the table,"] [s:she] [c:said].', "demanded", "positive"),
    ("[s:She] [c:said] [t:the law should not be changed].", "demanded", "negative"),
    ("[s:The doctor] [c:said] [t:the patient needs to rest].", "demanded", "positive"),
    ('[t:"Leave the building now,"] [s:the officer] [c:said].', "demanded", "positive"),
    ("[s:The bishop] [c:urged] both sides [t:not to shoot].", "demanded", "negative"),
    ("[s:Trump] [c:wants] [t:a permanent ceasefire].", "demanded", "positive"),
    # conditional
    ("[s:He] [c:warned] [t:that [i:if it rains], the road will flood].", "conditional", "positive"),
    (
        "[s:The office] [c:warned] [t:that troops would answer [i:if Kyiv breaks the truce]].",
        "conditional",
        "positive",
    ),
    (
        "[t:The group will impose sanctions [i:unless the truce is extended by May 15]], [s:she] [c:said].",
        "conditional",
        "positive",
    ),
    (
        '[t:"They can sail on Tuesday [i:if the group asks us],"] [s:the mayor] [c:said].',
        "conditional",
        "positive",
    ),
    (
        "[s:The bank] [c:said] [t:it would lend [i:provided that the state paid half]].",
        "conditional",
        "positive",
    ),
    (
        "[s:She] [c:said] [t:they would stay [i:as long as the roof holds]].",
        "conditional",
        "positive",
    ),
    ("[s:He] [c:said] [t:he will come [i:only if his brother comes]].", "conditional", "positive"),
    (
        "[s:The firm] [c:said] [t:[i:should the strike go on], it would close the plant].",
        "conditional",
        "positive",
    ),
    (
        "[s:The envoy] [c:said] [t:[i:unless both sign], there will not be a third round].",
        "conditional",
        "negative",
    ),
    ('[t:"[i:If you pay], we deliver,"] [s:the trader] [c:said].', "conditional", "positive"),
    (
        "[s:The judge] [c:agreed] [t:to wait [i:on condition that he hands in his passport]].",
        "conditional",
        "positive",
    ),
    (
        '[s:The minister] [c:wrote]: [t:"Why wait? [i:If it can stop now], it can stop for a month."]',
        "conditional",
        "positive",
    ),
    # an "if" that is no condition
    ("[s:He] [c:asked] [t:if the shop was open].", "possible", "positive"),
    ("[s:She] [c:said] [t:she did not know if the shop was open].", "asserted", "negative"),
    ("[s:He] [c:said] [t:he would come even if it rained].", "planned", "positive"),
    ("[s:He] [c:said] [t:she ran as if she had wings].", "asserted", "positive"),
    # hypothetical
    ('[t:"[i:If I were rich], I would buy it,"] [s:he] [c:said].', "hypothetical", "positive"),
    (
        "[s:She] [c:said] [t:they would have won [i:if they had trained]].",
        "hypothetical",
        "positive",
    ),
    ("[s:He] [c:said] [t:a fence would have saved the child].", "hypothetical", "positive"),
    ('[t:"I would leave [i:if they asked me],"] [s:he] [c:said].', "hypothetical", "positive"),
    ("[s:She] [c:wishes] [t:she had stayed].", "hypothetical", "positive"),
]


@pytest.mark.parametrize(("sentence", "mood", "polarity"), CASES, ids=[c[0] for c in CASES])
def test_modality_and_polarity_of(nlp, sentence, mood, polarity):
    text, spans = marked.read(sentence)
    found = modality.classify(nlp(text), marked.attribution(spans))
    assert found[:2] == (mood, polarity)
    assert marked.quotes(text, found[2]) == marked.quotes(text, spans.get("i", ()))


@pytest.mark.parametrize(("sentence", "mood"), moods.CASES, ids=[c[0] for c in moods.CASES])
def test_modality_and_condition_of(nlp, sentence, mood):
    text, spans = marked.read(sentence)
    found = modality.classify(nlp(text), marked.attribution(spans))
    assert found[0] == mood
    assert marked.quotes(text, found[2]) == marked.quotes(text, spans.get("i", ()))


@pytest.mark.parametrize("text", ["", "?", "if", '""', "if if if unless", "not", "no no no"])
def test_odd_contents_have_a_modality(nlp, text):
    _, spans = marked.read(f"[t:{text}]")
    mood, polarity, condition = modality.classify(nlp(text), marked.attribution(spans))
    assert mood
    assert polarity in {"positive", "negative"}
    assert all(0 <= s < e <= len(text) for s, e in condition)
