"""Code and ontology name the same terms."""

import json
import re
from collections import defaultdict
from dataclasses import replace
from functools import cache

import pytest
from pyoxigraph import BlankNode, NamedNode, RdfFormat, parse

from kgraph import vocab
from kgraph.evidence import (
    arrived_quads,
    current_quads,
    decision_quads,
    derived_quads,
    extraction_quads,
    revision_quads,
    waiting_quad,
    watch_quads,
    withdrawn_quads,
)
from kgraph.evidence.acts import edge_labels, shortcut_property
from kgraph.model import Article, Decision, Doubt, Event, Extraction, Link, Statement, Watch, When
from tests.samples import COPY, DERIVED, EXTRACTIONS, WIRE

ELSEWHERE = {
    "storeFormat",  # kgraph.store
    "resolvedWith", "resolvedState",  # kgraph.derive
    "edgeLabel", "cameoRoot", "ploverRoot",  # ontology/acts.ttl
    "confirms", "contradicts", "updates", "launders",  # relations that kgraph.resolve may find
}  # fmt: skip
"""Terms that another part writes; read by eye."""


DECISION = Decision(id="d", a="a:a", b="b:b", verdict="same", note="n", by="p", at="t", undone="u")


WATCH = Watch(list="l", kind="actor", name="n", type="person", anchor="a:a", topic="t")


def turtle(name):
    return list(parse(vocab.ontology_file(name).read_bytes(), format=RdfFormat.TURTLE))


@cache
def described():
    """Every term of kg: that the ontology declares, with what it says of it."""
    terms = defaultdict(lambda: defaultdict(set))
    for triple in turtle("kgraph.ttl"):
        if triple.subject.value.startswith(vocab.KG):
            name = triple.subject.value.removeprefix(vocab.KG)
            terms[name][triple.predicate.value].add(triple.object.value)
    return terms


def written():
    """Quads in which everything occurs that the code can write."""
    odd = Article(key="k", text="x", url="x", published="x", modified="x", outlet="O")
    when = When(start="x", end="y", span=(0, 1))
    statement = Statement(id="s", source=(), cue=(), content=((0, 1),), said_at=when)
    event = Event(id="e", label="x", spans=((0, 1),), when=when)
    strange = Extraction(article=odd, statements=(statement,), events=(event,))
    for extraction in (*EXTRACTIONS, strange):
        yield from extraction_quads(extraction)
    versions = tuple(
        Link(relation=name, start="a:a", end="b:b") for name in ("corrects", "withdraws")
    )
    doubted = replace(
        DERIVED,
        links=(*DERIVED.links, *versions),
        doubts=(Doubt(a="a:a", b="b:b", score=1.0, reasons=("r",)),),
    )
    for quads in derived_quads(doubted).values():
        yield from quads
    yield from decision_quads(DECISION)
    yield from watch_quads(WATCH)
    yield from arrived_quads(WIRE.article)
    yield from current_quads(WIRE.article.iri)
    yield from revision_quads(COPY.article.iri, WIRE.article.iri)
    yield waiting_quad(WIRE.article.iri)
    yield from withdrawn_quads(
        WIRE.article.iri, key="k", title="T", at="2025-06-02T08:30:00Z", concerned=[WATCH.iri]
    )


def names_of_kg(quads):
    for quad in quads:
        for term in (quad.predicate, quad.object):
            if isinstance(term, NamedNode) and term.value.startswith(vocab.KG):
                yield term.value.removeprefix(vocab.KG)


@pytest.mark.parametrize("name", ["kgraph.ttl", "shapes.ttl"])
def test_ontology_files_have_a_version(name):
    predicates = {triple.predicate.value for triple in turtle(name)}
    assert vocab.OWL + "versionInfo" in predicates


def test_the_ontology_has_no_blank_nodes():
    assert not [t for t in turtle("kgraph.ttl") if BlankNode in (type(t.subject), type(t.object))]


def test_every_term_that_the_code_writes_is_declared():
    assert set(names_of_kg(written())) - set(described()) == set()


def test_acts_use_declared_terms_only():
    assert set(names_of_kg(turtle("acts.ttl"))) - set(described()) == set()


def test_every_term_that_is_declared_is_written():
    shortcuts = {shortcut_property(act) for act in edge_labels()}
    assert set(described()) - set(names_of_kg(written())) - shortcuts - ELSEWHERE == set()


def test_every_act_has_its_shortcut_property():
    shortcuts = {shortcut_property(act) for act in edge_labels()}
    assert shortcuts - set(described()) == set()
    declared = {
        name
        for name, facts in described().items()
        if any(iri.startswith(vocab.ACT) for iri in facts[vocab.RDFS + "seeAlso"])
    }
    assert declared == shortcuts


@pytest.mark.parametrize("name", sorted(described()))
def test_a_term_has_a_label_a_sentence_and_a_home(name):
    facts = described()[name]
    assert len(facts[vocab.RDFS + "label"]) == 1
    [comment] = facts[vocab.RDFS + "comment"]
    assert comment[0].isupper()
    assert comment.endswith(".")
    assert facts[vocab.RDFS + "isDefinedBy"] == {vocab.KG.rstrip("#")}
    kinds = facts[vocab.RDF + "type"] & {
        vocab.OWL + kind for kind in ("Class", "ObjectProperty", "DatatypeProperty")
    }
    assert len(kinds) == 1
    for used in facts[vocab.RDFS + "domain"] | facts[vocab.RDFS + "range"]:
        assert not used.startswith(vocab.KG) or used.removeprefix(vocab.KG) in described()


def test_object_properties_lead_to_things_and_datatype_properties_to_literals():
    for quad in written():
        name = quad.predicate.value.removeprefix(vocab.KG)
        if name != quad.predicate.value:
            kind = "ObjectProperty" if isinstance(quad.object, NamedNode) else "DatatypeProperty"
            assert vocab.OWL + kind in described()[name][vocab.RDF + "type"], name


def test_shapes_use_declared_terms_only():
    assert set(names_of_kg(turtle("shapes.ttl"))) - set(described()) == set()


def test_every_property_shape_says_in_words_what_is_wrong():
    facts = defaultdict(set)
    for triple in turtle("shapes.ttl"):
        facts[str(triple.subject)].add(triple.predicate.value)
    shapes = [predicates for predicates in facts.values() if vocab.SH + "path" in predicates]
    assert len(shapes) > 100
    assert all(vocab.SH + "message" in predicates for predicates in shapes)


def test_the_context_has_every_term_with_its_kind():
    context = json.loads(vocab.ontology_file("context.jsonld").read_text("utf-8"))["@context"]
    for name, facts in described().items():
        entry = context[name]
        assert (entry if isinstance(entry, str) else entry["@id"]) == f"kg:{name}"
        leads_to_things = vocab.OWL + "ObjectProperty" in facts[vocab.RDF + "type"]
        assert leads_to_things == (isinstance(entry, dict) and entry.get("@type") == "@id"), name
    for prefix in ("kg", "schema", "rdf", "xsd", "prov", "sem", "oa", "wd"):
        assert context[prefix] == vocab.PREFIXES[prefix]


def test_the_shape_of_the_graph_is_drawn_with_declared_terms():
    drawn = (vocab.ontology_file("kgraph.ttl").parent.parent / "docs" / "graph.md").read_text(
        "utf-8"
    )
    used = set(re.findall(r"\bkg:([A-Za-z]+)", drawn))
    assert used - set(described()) == set()
    shortcuts = {shortcut_property(act) for act in edge_labels()}
    assert set(described()) - used - shortcuts - {"cameoRoot", "edgeLabel", "ploverRoot"} == set()
