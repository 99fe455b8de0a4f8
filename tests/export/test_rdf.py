"""RDF leaves whole: what is read back is what the store holds."""

import json

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kgraph import vocab
from kgraph.export.jsonld import nodes, terms
from kgraph.store import MemoryStore
from tests.export.conftest import written

FORMATS = {
    "nquads": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "jsonld": RdfFormat.JSON_LD,
}
G = "https://example.org/graph"


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_read_back_is_what_the_store_holds(store, form):
    assert set(parse(written(store, form), format=FORMATS[form])) == set(store.quads())


def test_turtle_has_every_triple_and_no_graph(store):
    triples = {triple.triple for triple in parse(written(store, "turtle"), format=RdfFormat.TURTLE)}
    assert triples == {quad.triple for quad in store.quads()}


def test_nquads_are_sorted_within_their_graphs(store):
    lines = written(store, "nquads").decode().splitlines()
    graphs = [line.rsplit(" ", 2)[1] for line in lines]
    assert graphs == sorted(graphs)
    for graph in set(graphs):
        own = [line for line in lines if line.endswith(f"{graph} .")]
        assert own == sorted(own)


@pytest.mark.parametrize("form", ["turtle", "trig"])
def test_prefixes_stand_sorted_at_the_start(store, form):
    lines = written(store, form).decode().splitlines()
    head = lines[: len(vocab.PREFIXES)]
    assert head == sorted(f"@prefix {name}: <{iri}> ." for name, iri in vocab.PREFIXES.items())
    assert "@prefix" not in "".join(lines[len(head) :])
    assert "kg:Statement" in "".join(lines)


VALUES = [
    Literal("plain"),
    Literal('tricky " \\ \n \x01 \x7f \u2028'),
    Literal("hallo", language="de"),
    Literal("12", datatype=NamedNode(f"{vocab.XSD}integer")),
    Literal("0.93", datatype=NamedNode(f"{vocab.XSD}decimal")),
    Literal("true", datatype=NamedNode(f"{vocab.XSD}boolean")),
    Literal("2025-05", datatype=NamedNode(f"{vocab.XSD}gYearMonth")),
    Literal('{"b": 1, "a": 2}', datatype=NamedNode(f"{vocab.RDF}JSON")),
    NamedNode("https://example.org/thing"),
    NamedNode(f"{vocab.KG}Statement"),
    NamedNode("urn:x"),
]
NAMES = [
    f"{vocab.KG}text", f"{vocab.KG}confidence", f"{vocab.KG}speaker", f"{vocab.KG}metadata",
    f"{vocab.KG}start", f"{vocab.KG}isCurrent", f"{vocab.RDF}type", f"{vocab.SCHEMA}headline",
    f"{vocab.SKOS}note", "https://example.org/unknown#name", "urn:own:name", f"{vocab.KG}title",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_jsonld_keeps_any_value_of_any_property(name):
    quads = {
        Quad(NamedNode(f"{G}/s"), NamedNode(name), value, NamedNode(G))
        for value in VALUES
        if name != f"{vocab.RDF}type" or isinstance(value, NamedNode)
    }
    store = MemoryStore()
    store.replace({G: quads})
    data = written(store, "jsonld")
    assert set(parse(data, format=RdfFormat.JSON_LD)) == set(store.quads())


def test_jsonld_speaks_the_terms_of_its_context(store):
    document = json.loads(written(store, "jsonld"))
    assert document["@context"]["kg"] == vocab.KG
    every = [node for graph in document["@graph"] for node in graph["@graph"]]
    [row] = [n for n in every if n.get("text") == "This pause ruins us,"]
    assert row["@type"] == "Statement"
    assert row["quoteKind"] == "direct"
    assert row["confidence"] == "0.98"
    assert row["act"] == f"{vocab.ACT}respond"
    assert all(":" not in key for key in row)


def test_a_graph_of_jsonld_takes_one_line(store):
    lines = written(store, "jsonld").decode().splitlines()
    assert len(lines) == 2 + len(list(store.graphs()))


def test_terms_turn_a_context_around():
    known = terms({
        "@version": 1.1, "id": "@id", "kg": vocab.KG,
        "text": "kg:text", "speaker": {"@id": "kg:speaker", "@type": "@id"},
    })  # fmt: skip
    assert known.words == {
        (f"{vocab.KG}text", ""): "text",
        (f"{vocab.KG}speaker", "@id"): "speaker",
    }
    [node] = nodes(
        [Quad(NamedNode(G), NamedNode(f"{vocab.KG}speaker"), Literal("x"), NamedNode(G))], known
    )
    assert node == {"@id": G, "kg:speaker": {"@value": "x"}}
