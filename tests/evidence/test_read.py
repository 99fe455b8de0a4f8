"""Reading evidence back: whole graphs only."""

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kgraph import vocab
from kgraph.evidence import canonical, extraction_quads, read_extraction
from kgraph.evidence.terms import kg, schema
from tests.samples import COPY, DENIAL, EXTRACTIONS, REPLY, WIRE


@pytest.mark.parametrize("extraction", EXTRACTIONS, ids=["wire", "copy", "reply", "denial"])
def test_a_sample_comes_back_as_it_was(extraction):
    read = read_extraction(reversed(extraction_quads(extraction)))
    assert read == canonical(extraction)
    assert read.article.iri == extraction.article.iri
    # The samples stand in the order of their text already.
    assert [one.id for one in read.statements] == [one.id for one in extraction.statements]


def test_what_is_not_evidence_does_not_come_back():
    article = read_extraction(extraction_quads(WIRE)).article
    assert (article.paragraphs, article.retrieved, article.metadata) == ((), "", ())
    assert read_extraction(extraction_quads(DENIAL)).article.keyed


def test_relays_come_back_in_their_order():
    assert [s.relays for s in read_extraction(extraction_quads(REPLY)).statements] == [
        statement.relays for statement in REPLY.statements
    ]


def _without(name):
    return lambda quads: [quad for quad in quads if quad.predicate != name]


def _changed(name, value):
    return lambda quads: [
        Quad(quad.subject, quad.predicate, value, quad.graph_name)
        if quad.predicate == name
        else quad
        for quad in quads
    ]


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda _: [], "has one article, this one 0"),
        (lambda quads: quads + extraction_quads(COPY), "has one article, this one 2"),
        (lambda quads: [*quads, Quad(BlankNode(), kg("key"), Literal("x"))], "has no place"),
        (_without(kg("start")), "no whole number as start"),
        (_changed(kg("end"), Literal("x")), "no whole number as end"),
        (_changed(kg("hasSpan"), NamedNode(vocab.KG + "x")), "spoken of, but not described"),
        (_without(kg("hasSpan")), "read in 0 places"),
        (
            lambda quads: [
                *quads,
                Quad(NamedNode(WIRE.article.iri), schema("headline"), Literal("x")),
            ],
            "has 2 values of https://schema.org/headline, not one",
        ),
        (
            lambda quads: [
                *quads,
                Quad(NamedNode(WIRE.entities[1].iri), NamedNode(vocab.RDF + "type"), kg("Place")),
            ],
            "is person and place at once",
        ),
    ],
)
def test_a_broken_graph_is_refused(spoil, message):
    with pytest.raises(ValueError, match=message):
        read_extraction(spoil(extraction_quads(WIRE)))
