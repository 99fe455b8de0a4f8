"""Gazetteers in the store: what is read back is what was written."""

from kgraph.evidence import gazetteer_iri, gazetteer_quads, read_gazetteers
from kgraph.gazetteer import Entry

ENTRIES = [
    Entry(
        id="Q1",
        names=("Ana Ilieva", "A. “Ani” Ilieva"),
        type="person",
        valid_from="2019",
        valid_to="2023-06",
        source="own.csv",
        score=98.5,
    ),
    Entry(id="own-2", names=("Łódź Works",), source="own.csv"),
]


def test_entries_come_back_as_they_went():
    assert read_gazetteers(gazetteer_quads("own.csv", ENTRIES)) == ENTRIES


def test_no_entries_are_no_quads():
    assert gazetteer_quads("own.csv", []) == []


def test_each_source_has_its_own_name():
    assert gazetteer_iri("a.csv") != gazetteer_iri("b.csv")


def test_other_metadata_is_passed_over():
    quads = [
        type(quad)(
            type(quad.subject)("https://w3id.org/kgraph/article/1"),
            quad.predicate,
            quad.object,
            quad.graph_name,
        )
        for quad in gazetteer_quads("own.csv", ENTRIES)
    ]
    assert read_gazetteers(quads) == []
