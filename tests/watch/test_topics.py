"""Topics are SKOS concepts: defined by words, taken in and given out as Turtle."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from kgraph.errors import CallError, InputRefused
from kgraph.store import MemoryStore
from kgraph.watch import add_topic, export_topics, import_topics, remove_topic, topics, words_of

FILE = b"""
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <https://desk.example/topics/> .
:harbour a skos:Concept ; skos:prefLabel "harbour"@en , "Hafen"@de ; skos:altLabel "port"@en ;
    skos:narrower :dredging ; skos:definition "All about the harbour."@en ; skos:inScheme :scheme .
:dredging a skos:Concept ; skos:prefLabel "dredging" ; skos:hiddenLabel "barge" .
:scheme a skos:ConceptScheme .
"""


@pytest.fixture
def store():
    with MemoryStore() as made:
        yield made


def test_a_topic_has_its_name_and_its_words(store):
    assert add_topic(store, "pay", ["wages", "salary  cut"]).words == ("pay", "salary cut", "wages")
    assert add_topic(store, "PAY", ["bonus", "wages"]).words == (
        "bonus", "pay", "salary cut", "wages",
    )  # fmt: skip
    assert [topic.name for topic in topics(store)] == ["pay"]


def test_words_and_topics_are_removed(store):
    add_topic(store, "pay", ["wages", "bonus"])
    remove_topic(store, "Pay", ["Bonus"])
    assert topics(store)[0].words == ("pay", "wages")
    remove_topic(store, "pay")
    assert topics(store) == []
    assert list(store.graphs()) in ([], [g for g in store.graphs() if g.endswith("collection")])


@pytest.mark.parametrize(
    ("name", "words", "what"),
    [
        ("none", (), "no topic has that name"),
        ("pay", ("tide",), "no such word"),
        ("pay", ("pay",), "no such word"),
    ],
)
def test_what_is_not_there_cannot_be_removed(store, name, words, what):
    add_topic(store, "pay", ["wages"])
    with pytest.raises(CallError, match=what):
        remove_topic(store, name, words)
    assert topics(store)[0].words == ("pay", "wages")


@pytest.mark.parametrize(("name", "words"), [("", ["x"]), ("?", ["x"]), ("x", ["…"])])
def test_a_topic_needs_words(store, name, words):
    with pytest.raises(CallError, match="no word in it"):
        add_topic(store, name, words)


def test_a_file_is_taken_in_and_given_out_again(store):
    assert import_topics(store, FILE, "t.ttl") == (2, 2)
    [dredging, harbour] = topics(store)
    assert harbour.words == ("Hafen", "harbour", "port")
    assert dredging.broader == (harbour.iri,)
    text = export_topics(store)
    with MemoryStore() as other:
        import_topics(other, text, "again.ttl")
        assert export_topics(other) == text
    labels = {t.object for t in parse(text, format=RdfFormat.TURTLE)}
    assert {"Hafen", "All about the harbour."} <= {getattr(o, "value", "") for o in labels}


def test_a_file_taken_in_twice_is_taken_in_once_and_a_newer_one_replaces(store):
    import_topics(store, FILE, "t.ttl")
    before = export_topics(store)
    import_topics(store, FILE, "t.ttl")
    assert export_topics(store) == before
    import_topics(store, FILE.replace(b'"barge"', b'"dredger"'), "t.ttl")
    assert topics(store)[0].words == ("dredger", "dredging")


def test_a_topic_holds_what_is_on_narrower_topics(store):
    import_topics(store, FILE, "t.ttl")
    assert words_of(store, "HARBOUR").stand_in(["two barges"])
    assert not words_of(store, "dredging").stand_in(["the port"])
    assert words_of(store, "none") is None


def test_topics_that_are_broader_than_each_other_end(store):
    circle = FILE.replace(b'"barge"', b'"barge" ; skos:narrower :harbour')
    import_topics(store, circle, "t.ttl")
    assert words_of(store, "dredging").stand_in(["the port"])


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (b"<a> <b>", "not valid Turtle"),
        (b"\xff\xfe", "not valid Turtle"),
        (b"", "no skos:Concept"),
        (FILE.replace(b'skos:prefLabel "dredging" ;', b""), "no skos:prefLabel"),
        (FILE + b'[] a skos:Concept ; skos:prefLabel "x" .', "have no IRI"),
    ],
)
def test_a_file_that_cannot_be_used_changes_nothing(store, text, what):
    import_topics(store, FILE, "t.ttl")
    before = export_topics(store)
    with pytest.raises(InputRefused, match=what):
        import_topics(store, text, "bad.ttl")
    assert export_topics(store) == before


def test_the_example_of_the_documentation_is_taken_in_whole(store):
    file = Path(__file__).parent.parent.parent / "docs" / "topics.ttl"
    assert import_topics(store, file.read_bytes(), str(file)) == (3, 0)
    assert words_of(store, "war and truce").stand_in(["the monitors"])
