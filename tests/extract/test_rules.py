"""Attributions found by rules: which words are source, cue and content."""

import pytest

from kgraph.extract.language import parse
from kgraph.extract.rules import find_attributions
from kgraph.ingest import article as make

CASES = [
    # quotation and cue, in every order
    ('"The bridge is safe," Mayor Ruth Okafor said.', "Mayor Ruth Okafor", "said", '"The bridge is safe,"'),
    ('"The bridge is safe," said Ruth Okafor, the mayor.', "Ruth Okafor, the mayor", "said", '"The bridge is safe,"'),
    ('Ruth Okafor said: "The bridge is safe."', "Ruth Okafor", "said", '"The bridge is safe."'),
    ('"The bridge," she said, "is safe."', "she", "said", '"The bridge," … "is safe."'),
    ('"The bridge is safe," she said. "Nobody has to worry."', "she", "said", '"The bridge is safe," … "Nobody has to worry."'),
    ("“The bridge is safe,” the engineer told reporters.", "the engineer", "told", "“The bridge is safe,”"),
    ("``The bridge is safe,'' the engineer insisted.", "the engineer", "insisted", "``The bridge is safe,''"),
    # reported clauses
    ("The minister said that the talks would go on.", "The minister", "said", "that the talks would go on"),
    ("The minister said the talks would go on.", "The minister", "said", "the talks would go on"),
    ("The talks will go on, the minister said.", "the minister", "said", "The talks will go on"),
    ("The talks will go on, said Jon Berg, who leads them.", "Jon Berg, who leads them", "said", "The talks will go on"),
    ("The new law will take effect in May, its author Ilse Brandt promised on Monday.", "its author Ilse Brandt", "promised", "The new law will take effect in May"),
    ("The union warned that trains would stop if wages were cut.", "The union", "warned", "that trains would stop if wages were cut"),
    ("Residents believe that the river is poisoned.", "Residents", "believe", "that the river is poisoned"),
    ("She added that nobody had been hurt.", "She", "added", "that nobody had been hurt"),
    ("He denied that money had changed hands.", "He", "denied", "that money had changed hands"),
    # infinitives
    ("The Kremlin called on Ukraine to follow the example.", "The Kremlin", "called on", "Ukraine to follow the example"),
    ("Teachers urged the council to reopen the school.", "Teachers", "urged", "the council to reopen the school"),
    ("The company promised to repair the dam by June.", "The company", "promised", "to repair the dam by June"),
    ("The envoy declined to say who had paid for the trip.", "The envoy", "declined to say", "who had paid for the trip"),
    # noun objects and attitudes
    ("President Marta Lind announced a ceasefire to mark the holiday.", "President Marta Lind", "announced", "a ceasefire to mark the holiday"),
    ("The senator supports the new law.", "The senator", "supports", "the new law"),
    ("Okafor rejected the report.", "Okafor", "rejected", "the report"),
    ("The party demanded an inquiry.", "The party", "demanded", "an inquiry"),
    ("Brandt called for new sanctions.", "Brandt", "called for", "new sanctions"),
    # according to
    ("According to the forum, twelve delegations will come.", "the forum", "According to", "twelve delegations will come"),
    ("Twelve delegations will come, according to the forum.", "the forum", "according to", "Twelve delegations will come"),
    # nouns and adjectives
    ("Moscow repeated its readiness for talks without conditions.", "Moscow", "repeated its readiness for", "talks without conditions"),
    ("Okafor is ready to resign.", "Okafor", "is ready", "to resign"),
    ("Lind made it clear that she wants a permanent peace.", "Lind", "made it clear", "that she wants a permanent peace"),
    # relays
    ("Contacts go on, spokesman Dmitri Orlov said, Norlink reported.", "Norlink", "reported", "Contacts go on, spokesman Dmitri Orlov said"),
    ("Contacts go on, spokesman Dmitri Orlov said, Norlink reported.", "spokesman Dmitri Orlov", "said", "Contacts go on"),
    ("The port is closed, the harbour master stated, as reported by Norlink.", "Norlink", "as reported by", "The port is closed, the harbour master stated"),
    # relative clauses
    ("The witness, who said that she saw the car, left the town.", "who", "said", "that she saw the car"),
]  # fmt: skip

NOTHING = [
    "The bridge opened on Monday.",
    "If he says that the bridge is safe, people will cross it.",
    "The date was set by phone.",
    "A 6\" pipe broke near the mayor's house.",
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


def test_a_quotation_below_a_colon_belongs_to_who_was_announced(find):
    text = 'In response, the minister wrote on X:\n\n"Why wait until Monday? It can stop today."'
    assert ("the minister", "wrote", '"Why wait until Monday? It can stop today."') in find(text)


def test_a_dateline_is_no_source(find):
    found = find("KYIV, May 2 (Norlink) - President Marta Lind announced a truce on Friday.")
    assert [source for source, _, _ in found] == ["President Marta Lind"]
