"""Attributions found by rules: which words are source, cue and content."""

import pytest

from kgraph.extract.language import parse
from kgraph.extract.rules import find_attributions
from kgraph.ingest import article as make

QUOTATIONS = [
    ('"The bridge is safe," Mayor Ruth Okafor said.', "Mayor Ruth Okafor", "said", '"The bridge is safe,"'),
    ('"The bridge is safe," said Ruth Okafor, the mayor.', "Ruth Okafor, the mayor", "said", '"The bridge is safe,"'),
    ('Ruth Okafor said: "The bridge is safe."', "Ruth Okafor", "said", '"The bridge is safe."'),
    ('"The bridge," she said, "is safe."', "she", "said", '"The bridge," … "is safe."'),
    ('"We will rebuild the pier," the mayor said, "before the winter storms come."', "the mayor", "said", '"We will rebuild the pier," … "before the winter storms come."'),
    ('"The bridge is safe," she said. "Nobody has to worry."', "she", "said", '"The bridge is safe," … "Nobody has to worry."'),
    ("“The bridge is safe,” the engineer told reporters.", "the engineer", "told", "“The bridge is safe,”"),
    ('"The bridge is safe,” the engineer told reporters.', "the engineer", "told", '"The bridge is safe,”'),
    ("``The bridge is safe,'' the engineer insisted.", "the engineer", "insisted", "``The bridge is safe,''"),
    ("'It is over,' the mayor's aide said.", "the mayor's aide", "said", "'It is over,'"),
    ("«The bridge is safe», said Orlov.", "Orlov", "said", "«The bridge is safe»"),
    ('"It is, like, \'wow,\'" he said.', "he", "said", '"It is, like, \'wow,\'"'),
    ('"Who paid for this?" the lawyer asked.', "the lawyer", "asked", '"Who paid for this?"'),
    ('"No!" shouted the crowd.', "the crowd", "shouted", '"No!"'),
    ('Asked about it, Brandt laughed and said: "Never."', "Brandt", "said", '"Never."'),
    ("The mayor said the plan was “reckless and far too dear” for a town.", "The mayor", "said", "the plan was “reckless and far too dear” for a town"),
    ('He called the report "a pack of lies."', "He", "called", 'the report "a pack of lies."'),
]  # fmt: skip
CLAUSES = [
    ("The minister said that the talks would go on.", "The minister", "said", "that the talks would go on"),
    ("The minister said the talks would go on.", "The minister", "said", "the talks would go on"),
    ("The talks will go on, the minister said.", "the minister", "said", "The talks will go on"),
    ("The talks will go on, said Jon Berg, who leads them.", "Jon Berg, who leads them", "said", "The talks will go on"),
    ("The new law will take effect in May, its author Ilse Brandt promised on Monday.", "its author Ilse Brandt", "promised", "The new law will take effect in May"),
    ("The pier, the mayor said, will be rebuilt before winter.", "the mayor", "said", "The pier … will be rebuilt before winter"),
    ("Perhaps, she said, the council was wrong.", "she", "said", "Perhaps … the council was wrong"),
    ("The union warned that trains would stop if wages were cut.", "The union", "warned", "that trains would stop if wages were cut"),
    ("Residents believe that the river is poisoned.", "Residents", "believe", "that the river is poisoned"),
    ("He denied that money had changed hands.", "He", "denied", "that money had changed hands"),
    ("He didn't say when the bridge would open.", "He", "didn't say", "when the bridge would open"),
    ("Reporters asked the minister whether the treaty was dead.", "Reporters", "asked", "whether the treaty was dead"),
    ("Officials who spoke on condition of anonymity said a deal was near.", "Officials who spoke on condition of anonymity", "said", "a deal was near"),
    ("A study published on Monday found that bees prefer blue flowers.", "A study published on Monday", "found", "that bees prefer blue flowers"),
    ("Most voters want change, a poll shows.", "a poll", "shows", "Most voters want change"),
    ("As the captain put it, the sea does not forgive.", "the captain", "put", "the sea does not forgive"),
    ("The road will open in June, as the ministry announced last week.", "the ministry", "announced", "The road will open in June"),
    ("The witness, who said that she saw the car, left the town.", "who", "said", "that she saw the car"),
    ("He said the mine was safe and added that nobody would lose his job.", "He", "added", "that nobody would lose his job"),
    ("He said the mine was safe, adding that nobody would lose his job.", "He", "adding", "that nobody would lose his job"),
    ("THE MAYOR SAID THAT THE BRIDGE WAS SAFE.", "THE MAYOR", "SAID", "THAT THE BRIDGE WAS SAFE"),
    ("The minister was quoted as saying that the talks had failed.", "The minister", "was quoted as saying", "that the talks had failed"),
    ("It was reported that two sailors were missing.", "", "was reported", "that two sailors were missing"),
    ("Nurses were told that their wards would close.", "", "were told", "that their wards would close"),
    ("The ferry is expected to sail on Friday.", "", "is expected", "The ferry … to sail on Friday"),
    ("The coach seems to have lost patience.", "", "seems", "The coach … to have lost patience"),
]  # fmt: skip
INFINITIVES = [
    ("The Kremlin called on Ukraine to follow the example.", "The Kremlin", "called on", "Ukraine to follow the example"),
    ("Teachers urged the council to reopen the school.", "Teachers", "urged", "the council to reopen the school"),
    ("The company promised to repair the dam by June.", "The company", "promised", "to repair the dam by June"),
    ("The envoy declined to say who had paid for the trip.", "The envoy", "declined to say", "who had paid for the trip"),
    ("Aubert refused to answer.", "Aubert", "refused", "to answer"),
    ("She wants to close the mine.", "She", "wants", "to close the mine"),
    ("Fishermen want the government to lower the price of diesel.", "Fishermen", "want", "the government to lower the price of diesel"),
    ("The council voted to close the school.", "The council", "voted", "to close the school"),
]  # fmt: skip
OBJECTS = [
    ("President Marta Lind announced a ceasefire to mark the holiday.", "President Marta Lind", "announced", "a ceasefire to mark the holiday"),
    ("The senator supports the new law.", "The senator", "supports", "the new law"),
    ("Okafor rejected the report.", "Okafor", "rejected", "the report"),
    ("The party demanded an inquiry.", "The party", "demanded", "an inquiry"),
    ("Brandt called for new sanctions.", "Brandt", "called for", "new sanctions"),
    ("The union accused the company of hiding the accident.", "The union", "accused", "the company of hiding the accident"),
    ("Critics described the law as a gift to landlords.", "Critics", "described", "the law as a gift to landlords"),
    ("The director praised the crew for its courage.", "The director", "praised", "the crew for its courage"),
    ("The premier spoke about the need for patience.", "The premier", "spoke about", "the need for patience"),
    ("Doctors warned of a second wave.", "Doctors", "warned of", "a second wave"),
    ("Ministers disagree with the bank's forecast.", "Ministers", "disagree with", "the bank's forecast"),
    ("The budget was criticised by farmers.", "farmers", "was criticised", "The budget"),
    ("The rumours, which the palace denied, spread quickly.", "the palace", "denied", "which"),
    ("The verdict angered the miners.", "the miners", "angered", "The verdict"),
    ("The proposal drew criticism from farmers.", "farmers", "drew criticism from", "The proposal"),
]  # fmt: skip
PHRASES = [
    ("According to the forum, twelve delegations will come.", "the forum", "According to", "twelve delegations will come"),
    ("Twelve delegations will come, according to the forum.", "the forum", "according to", "Twelve delegations will come"),
    ("The deal, according to Brandt, is dead.", "Brandt", "according to", "The deal … is dead"),
    ("Moscow repeated its readiness for talks without conditions.", "Moscow", "repeated its readiness for", "talks without conditions"),
    ("The court rejected the mayor's claim that the vote was rigged.", "the mayor", "claim", "that the vote was rigged"),
    ("Lind expressed confidence that the truce would hold.", "Lind", "expressed confidence", "that the truce would hold"),
    ("The announcement of a ceasefire by the Kremlin surprised Kyiv.", "the Kremlin", "announcement of", "a ceasefire"),
    ("Okafor is ready to resign.", "Okafor", "is ready", "to resign"),
    ("The senator is confident that the bill will pass.", "The senator", "is confident", "that the bill will pass"),
    ("Brandt is critical of the new law.", "Brandt", "is critical of", "the new law"),
    ("Lind made it clear that she wants a permanent peace.", "Lind", "made it clear", "that she wants a permanent peace"),
]  # fmt: skip
NESTED = [
    ("Contacts go on, spokesman Dmitri Orlov said, Norlink reported.", "Norlink", "reported", "Contacts go on, spokesman Dmitri Orlov said"),
    ("Contacts go on, spokesman Dmitri Orlov said, Norlink reported.", "spokesman Dmitri Orlov", "said", "Contacts go on"),
    ('"We are ready," Orlov said, Norlink reported.', "Orlov", "said", '"We are ready,"'),
    ("The port is closed, the harbour master stated, as reported by Norlink.", "Norlink", "as reported by", "The port is closed, the harbour master stated"),
    ("Lind stressed that Berg made it clear he seeks a lasting peace.", "Lind", "stressed", "that Berg made it clear he seeks a lasting peace"),
    ("Lind stressed that Berg made it clear he seeks a lasting peace.", "Berg", "made it clear", "he seeks a lasting peace"),
    ("Lind stressed that Berg made it clear he seeks a lasting peace.", "he", "seeks", "a lasting peace"),
    ('"I think the mayor is right," Berg said.', "I", "think", "the mayor is right"),
    ("Kyiv is ready to support a long truce, he added.", "Kyiv", "is ready", "to support a long truce"),
]  # fmt: skip
PARAGRAPHS = [
    ('In response, the minister wrote on X:\n\n"Why wait until Monday? It can stop today."', "the minister", "wrote", '"Why wait until Monday? It can stop today."'),
    ('Aubert went on:\n\n"They lost. They will lose again."', "Aubert", "went on", '"They lost. They will lose again."'),
    ('"They lost," Lund said.\n\n"They will lose again."', "Lund", "said", '"They lost," … "They will lose again."'),
    ('"We were never asked," she said. "Nobody called.\n\n"And nobody will be forgiven."', "she", "said", '"We were never asked," … "Nobody called. … "And nobody will be forgiven."'),
    ('"We were never asked," she said.\n\n"It is over," Berg said.', "Berg", "said", '"It is over,"'),
    ("ORLOV: We never asked for it.\n\nQ: Who did ask?", "Q", ":", "Who did ask?"),
    ("ORLOV: We never asked for it.\n\nQ: Who did ask?", "ORLOV", ":", "We never asked for it."),
    ('"The sea gives and the sea takes away."\n\n― Greta Holm', "Greta Holm", "―", '"The sea gives and the sea takes away."'),
    ("“The sea gives and the sea takes.” — Greta Holm", "Greta Holm", "—", "“The sea gives and the sea takes.”"),
    ('He said "we will go on. The end is near.\n\n"It is over," she said.', "she", "said", '"It is over,"'),
]  # fmt: skip
CASES = [*QUOTATIONS, *CLAUSES, *INFINITIVES, *OBJECTS, *PHRASES, *NESTED, *PARAGRAPHS]

NOTHING = [
    "The bridge opened on Monday.",
    "If he says that the bridge is safe, people will cross it.",
    "The date was set by phone.",
    "A 6\" pipe broke near the mayor's house.",
    "People like the park.",
    "Update: The road is open again.",
    "?!",
]


@pytest.fixture(scope="module")
def find(nlp):
    def found(text):
        article = make(key="k", text=text, published="2025-05-02")
        attributions = find_attributions(parse(article, nlp), article)
        return [
            (article.quote(a.source), article.quote(a.cue), article.quote(a.content))
            for a in attributions
        ]

    return found


@pytest.mark.parametrize(("text", "source", "cue", "content"), CASES)
def test_an_attribution_has_its_source_cue_and_content(find, text, source, cue, content):
    assert (source, cue, content) in find(text)


@pytest.mark.parametrize("text", NOTHING)
def test_what_nobody_said_is_no_attribution(find, text):
    assert find(text) == []


def test_what_somebody_wants_is_told_once(find):
    assert find("Okafor wants to praise the firemen.") == [
        ("Okafor", "wants", "to praise the firemen")
    ]


def test_two_verbs_of_one_speaker_share_no_words(find):
    found = find("He said the mine was safe and added that nobody would lose his job.")
    assert [content for _, _, content in found] == [
        "the mine was safe",
        "that nobody would lose his job",
    ]


def test_a_dateline_is_no_source(find):
    found = find("KYIV, May 2 (Norlink) - President Marta Lind announced a truce on Friday.")
    assert [source for source, _, _ in found] == ["President Marta Lind"]


def test_only_paragraphs_of_text_are_read(nlp):
    article = make(key="k", text="Photo: Ann Gray said it was hers.\n\nThe pier is closed.")
    kinds = [p.kind for p in article.paragraphs]
    assert kinds != ["text", "text"]
    assert find_attributions(parse(article, nlp), article) == []


def test_a_long_sentence_without_punctuation_is_read_in_linear_time(find):
    clause = "the baker said that the miller wants to sell the plan and "
    assert len(find(clause * 40)) >= 40
