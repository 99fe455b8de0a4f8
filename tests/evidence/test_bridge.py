"""rdflib at the edge: nothing is rewritten on the way there and back, JSON-LD included."""

import json
from warnings import catch_warnings, simplefilter

import pytest
import rdflib
from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Store,
    Triple,
    parse,
)

from kgraph import vocab
from kgraph.evidence import derived_quads, extraction_quads
from kgraph.evidence.bridge import from_rdflib, to_rdflib, to_rdflib_graph
from tests.samples import DERIVED, EXTRACTIONS, WIRE

CONTEXT = json.loads(vocab.ontology_file("context.jsonld").read_text("utf-8"))["@context"]
A, G = NamedNode("https://example.org/a"), NamedNode("https://example.org/g")


def texts(quads):
    return sorted(map(str, quads))


def json_ld(quads):
    with catch_warnings():
        # rdflib's own serializer calls what rdflib deprecates.
        simplefilter("ignore", DeprecationWarning)
        return to_rdflib(quads).serialize(format="json-ld", context=CONTEXT)


@pytest.mark.parametrize(
    "value",
    [
        Literal("1.0", datatype=NamedNode(vocab.XSD + "decimal")),
        Literal("007", datatype=NamedNode(vocab.XSD + "integer")),
        Literal("1", datatype=NamedNode(vocab.XSD + "boolean")),
        Literal("2025-05-08T10:00:00Z", datatype=NamedNode(vocab.XSD + "dateTime")),
        Literal("2025-05", datatype=NamedNode(vocab.XSD + "gYearMonth")),
        Literal('{"b": 1,  "a": 2}', datatype=NamedNode(vocab.RDF + "JSON")),
        Literal("colour", language="en-gb"),
        Literal('a\r\n\t\x01🌧️"\\'),
        A,
        BlankNode("b1"),
    ],
    ids=str,
)
def test_a_term_comes_back_as_it_was(value):
    for graph in (G, DefaultGraph()):
        quad = Quad(A, A, value, graph)
        assert list(from_rdflib(to_rdflib([quad]))) == [quad]
    assert list(from_rdflib(to_rdflib_graph([quad]))) == [Quad(A, A, value)]


@pytest.mark.parametrize(
    "quad", [Quad(A, A, Triple(A, A, A), G), Quad(A, A, A, BlankNode("g"))], ids=str
)
def test_what_rdflib_has_no_place_for_is_refused(quad):
    with pytest.raises(ValueError, match=r"rdflib has no triple terms|a graph has a name"):
        to_rdflib([quad])


def test_a_dataset_knows_the_prefixes():
    names = dict(to_rdflib([]).namespaces())
    assert {prefix: str(names[prefix]) for prefix in vocab.PREFIXES} == vocab.PREFIXES


@pytest.mark.parametrize("extraction", EXTRACTIONS, ids=["wire", "copy", "reply", "denial"])
def test_evidence_survives_json_ld(extraction):
    quads = extraction_quads(extraction)
    written = json_ld(quads)
    assert texts(parse(written.encode(), format=RdfFormat.JSON_LD)) == texts(quads)
    store = Store()
    with catch_warnings():
        simplefilter("ignore", DeprecationWarning)
        store.extend(from_rdflib(rdflib.Dataset().parse(data=written, format="json-ld")))
    assert texts(store) == texts(quads)


def test_derived_graphs_survive_json_ld():
    quads = [quad for graph in derived_quads(DERIVED).values() for quad in graph]
    written = json_ld(quads)
    assert texts(parse(written.encode(), format=RdfFormat.JSON_LD)) == texts(quads)


def test_json_ld_reads_as_plain_json():
    written = json_ld(extraction_quads(WIRE))
    [statement] = [
        node
        for node in json.loads(written)["graph"]
        if node["type"] == "Statement" and node["cueText"] == "announced"
    ]
    assert statement["speakerName"] == "Ana Ilieva"
    assert statement["act"] == vocab.ACT + "announce"
    assert statement["saidAt"] == {"type": "xsd:date", "@value": "2025-05-05"}
