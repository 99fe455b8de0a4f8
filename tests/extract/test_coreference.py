"""What pronouns, descriptions and short names stand for, on sentences of our own."""

import pytest

from kgraph.extract import load_extractor
from kgraph.ingest import article


@pytest.fixture(scope="module")
def reader():
    return load_extractor("rules")


def chains(reader, text):
    """The mentions of each entity, as their words in order."""
    found = reader.extract(article(key="a", text=text))
    return [[text[m.start : m.end] for m in entity.mentions] for entity in found.entities]


def chain_of(reader, text, words):
    return next((chain for chain in chains(reader, text) if words in chain), [])


@pytest.mark.parametrize(
    ("text", "name", "mention"),
    [
        ("Acme Air lost money. It will sell its planes.", "Acme Air", "It"),
        ("Acme Air lost money. It will sell its planes.", "Acme Air", "its"),
        ("Acme Air bought ten jets. The airline flies to Oslo.", "Acme Air", "The airline"),
        ("Acme Air bought ten jets. The company flies to Oslo.", "Acme Air", "The company"),
        ("Ruth Okafor left Acme Air. She lives in Oslo.", "Ruth Okafor", "She"),
        ("Tom Hunt met his sister in Oslo.", "Tom Hunt", "his"),
        ("Tom Hunt, who lives in Oslo, met reporters.", "Tom Hunt", "who"),
        ("Acme Air, which flies to Oslo, lost money.", "Acme Air", "which"),
        ("Acme Air lost money. They will cut jobs.", "Acme Air", "They"),
        ("The carrier, Boreal Airways, lost money.", "Boreal Airways", "The carrier"),
        ("Acme chief executive Ruth Okafor left.", "Ruth Okafor", "Acme chief executive"),
        ("Ruth Okafor, the mayor of Halden, left.", "Ruth Okafor", "the mayor of Halden"),
        ("Norway signed the pact. The country will pay.", "Norway", "The country"),
        ("“I will stay,” Ruth Okafor said.", "Ruth Okafor", "I"),
        ("Halden Tools Inc. lost money. Halden Tools fell.", "Halden Tools Inc.", "Halden Tools"),
    ],
)  # fmt: skip
def test_a_mention_stands_for_whom_a_reader_takes_it_for(reader, text, name, mention):
    assert mention in chain_of(reader, text, name)


@pytest.mark.parametrize(
    ("text", "first", "again"),
    [
        ("A bridge fell on Monday. The bridge was old.", "A bridge", "The bridge"),
        ("They built a red ship. The ship sank.", "a red ship", "The ship"),
        ("A glitch hit the system. It lasted an hour.", "A glitch", "It"),
    ],
)
def test_what_is_spoken_of_twice_is_an_entity(reader, text, first, again):
    assert again in chain_of(reader, text, first)


@pytest.mark.parametrize(
    ("text", "first", "other"),
    [
        ("A red ship left. A blue ship came.", "A red ship", "A blue ship"),
        ("Ruth Okafor met Tom Hunt. He left.", "Ruth Okafor", "He"),
        ("Acme Air sued Ruth Okafor. She denies it all.", "Acme Air", "She"),
        ("It is clear that Acme Air lost money.", "Acme Air", "It"),
        ("It was raining when Acme Air landed.", "Acme Air", "It"),
        ("Acme Air met Boreal Foods. Boreal Foods lost.", "Acme Air", "Boreal Foods"),
        ("Acme grew. The Acme Conference opened.", "Acme", "Acme Conference"),
        ("The court fined Acme Air. The ministry appealed.", "Acme Air", "The ministry"),
        ("The red ship hit the blue ship.", "The red ship", "the blue ship"),
    ],
)
def test_what_differs_stays_apart(reader, text, first, other):
    assert other not in chain_of(reader, text, first)


def test_what_is_named_nowhere_and_spoken_of_once_is_no_entity(reader):
    assert chains(reader, "A bridge fell near a school.") == []


def test_a_common_word_with_a_capital_is_no_name(reader):
    text = "The Games begin in Oslo. Ruth Okafor likes such games."
    assert "Games" not in {word for chain in chains(reader, text) for word in chain}


def test_a_headline_speaks_of_whom_the_text_names(reader):
    text = "Okafor Quits Acme\n\nRuth Okafor left Acme Air on Monday after a year.\n\nShe is 40."
    found = chain_of(reader, text, "Ruth Okafor")
    assert found[0] == "Okafor"


def test_mentions_are_words_of_the_text(reader):
    text = "Acme Air’s chief, Ruth Okafor – who lives in Łódź – said: “We’ll sell our 300s.”"
    found = reader.extract(article(key="a", text=text))
    for entity in found.entities:
        for mention in entity.mentions:
            assert 0 <= mention.start < mention.end <= len(text)
            assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
