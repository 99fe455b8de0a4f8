"""What kgraph writes conforms; what is broken is named in plain words."""

import pytest
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kgraph import ids, vocab
from kgraph.evidence import (
    Violation,
    current_quads,
    derived_quads,
    extraction_quads,
    revision_quads,
    shapes,
    validate,
    withdrawn_quads,
)
from kgraph.evidence.terms import EXACT, A, act_iri, boolean, decimal, integer, kg, schema
from kgraph.model import Article, Extraction
from tests.samples import DERIVED, EXTRACTIONS, REPLY, WIRE

GRAPH = NamedNode(WIRE.article.iri)
ANNOUNCED = NamedNode(WIRE.statements[0].iri)
ILIEVA = NamedNode(WIRE.entities[1].iri)
PAUSE = NamedNode(WIRE.events[0].iri)
ELSEWHERE = NamedNode("https://example.org/elsewhere")
HERE = NamedNode(vocab.COLLECTION)


def evidence(extraction):
    return extraction.article.iri, extraction_quads(extraction)


def test_evidence_conforms():
    assert list(validate(map(evidence, EXTRACTIONS))) == []


def test_a_bare_article_conforms():
    assert list(validate([evidence(Extraction(article=Article(key="k", text="x")))])) == []


def test_derived_graphs_conform():
    assert list(validate(derived_quads(DERIVED).items())) == []


def test_empty_graphs_conform():
    assert list(validate([])) == []
    assert list(validate([(iri, []) for iri in (*vocab.DERIVED, vocab.COLLECTION)])) == []


def put(subject, predicate, *values):
    """The values take the place of what the subject has there."""

    def change(quads):
        graph = quads[0].graph_name
        kept = [q for q in quads if (q.subject, q.predicate) != (subject, predicate)]
        return kept + [Quad(subject, predicate, value, graph) for value in values]

    return change


def add(subject, predicate, value):
    return lambda quads: [*quads, Quad(subject, predicate, value, quads[0].graph_name)]


def node(quads, predicate, value=None):
    """The first subject in the graph that has the property, or has it with this value."""
    return next(
        q.subject for q in quads if q.predicate == predicate and value in (None, q.object.value)
    )


def put_on(predicate, value, changed, *values):
    return lambda quads: put(node(quads, predicate, value), changed, *values)(quads)


BROKEN = {
    "no key": (put(GRAPH, kg("key")), "exactly one kg:key"),
    "two keys": (add(GRAPH, kg("key"), Literal("x")), "exactly one kg:key"),
    "no text": (put(GRAPH, schema("articleBody")), "exactly one schema:articleBody"),
    "another text": (put(GRAPH, schema("articleBody"), Literal("x")), "are not 'Mayor Ana Ilieva'"),
    "text edited": (put(GRAPH, schema("headline"), Literal("x")), "not named after its content"),
    "url no web address": (put(GRAPH, schema("url"), NamedNode("urn:x")), "absolute http(s) IRI"),
    "url a text": (put(GRAPH, schema("url"), Literal("http://x")), "absolute http(s) IRI"),
    "date a text": (put(GRAPH, schema("datePublished"), Literal("May")), "schema:datePublished, a date"),
    "date impossible": (
        put(
            GRAPH,
            schema("datePublished"),
            Literal("2025-02-30", datatype=NamedNode(vocab.XSD + "date")),
        ),
        "schema:datePublished, a date",
    ),
    "outlet unknown": (put(GRAPH, schema("publisher"), ELSEWHERE), "describes that outlet"),
    "credit unknown": (add(GRAPH, kg("credits"), ELSEWHERE), "outlet that its graph describes"),
    "unknown property": (add(GRAPH, kg("mood"), Literal("x")), "only the properties that docs"),
    "outlet without a name": (
        put_on(schema("name"), "Norvia", schema("name")), "outlet has exactly one schema:name",
    ),
    "run without extractor": (
        put_on(kg("extractor"), None, kg("extractor")), "exactly one kg:extractor",
    ),
    "entity without a name": (put(ILIEVA, schema("name")), "entity has exactly one schema:name"),
    "entity of two types": (add(ILIEVA, A, kg("Place")), "An entity is of one type"),
    "entity of a foreign type": (add(ILIEVA, A, ELSEWHERE), "An entity is of one type"),
    "entity elsewhere": (put(ILIEVA, kg("inArticle"), ELSEWHERE), "belongs to exactly one article"),
    "wikidata item made up": (
        put(ILIEVA, schema("sameAs"), NamedNode(vocab.WD + "Ana")), "a Wikidata item",
    ),
    "role without a title": (
        put_on(schema("roleName"), "Mayor", schema("roleName")), "exactly one schema:roleName",
    ),
    "role without words": (
        put_on(schema("roleName"), "Mayor", kg("hasSpan")), "exactly one kg:hasSpan",
    ),
    "mention of nobody": (
        put_on(kg("mentionKind"), "name", kg("mentionOf"), ELSEWHERE), "exactly one entity",
    ),
    "mention of no kind": (
        put_on(kg("mentionKind"), "name", kg("mentionKind"), Literal("nick")), "name, nominal or pronoun",
    ),
    "span with other words": (
        put_on(EXACT, "announced", EXACT, Literal("denied")), "of the article are not 'denied'",
    ),
    "span moved": (
        put_on(EXACT, "announced", kg("end"), integer(999)), "of the article are not 'announced'",
    ),
    "span turned round": (put_on(EXACT, "announced", kg("end"), integer(1)), "before kg:end"),
    "span without a start": (put_on(EXACT, "announced", kg("start")), "exactly one kg:start"),
    "span before the text": (
        put_on(EXACT, "announced", kg("start"), integer(-4)), "exactly one kg:start",
    ),
    "offset a text": (
        put_on(EXACT, "announced", kg("start"), Literal("4")), "exactly one kg:start",
    ),
    "act none": (put(ANNOUNCED, kg("act")), "exactly one kg:act"),
    "act a text": (put(ANNOUNCED, kg("act"), Literal("announce")), "concept of the act scheme"),
    "act elsewhere": (put(ANNOUNCED, kg("act"), ELSEWHERE), "concept of the act scheme"),
    "act not in the scheme": (
        put(ANNOUNCED, kg("act"), act_iri("yodel")), "The act scheme has no act 'yodel'",
    ),
    "kind of quotation": (
        put(ANNOUNCED, kg("quoteKind"), Literal("loud")), "direct, mixed or indirect",
    ),
    "polarity": (put(ANNOUNCED, kg("polarity"), Literal("maybe")), "positive or negative"),
    "modality": (put(ANNOUNCED, kg("modality"), Literal("sure")), "asserted, possible"),
    "confidence": (put(ANNOUNCED, kg("confidence"), decimal(1.5)), "a decimal from 0 to 1"),
    "confidence an integer": (put(ANNOUNCED, kg("confidence"), integer(1)), "a decimal from 0 to 1"),
    "no content": (put(ANNOUNCED, kg("content")), "at least one kg:content"),
    "content elsewhere": (put(ANNOUNCED, kg("content"), ELSEWHERE), "each is a span"),
    "cue a text": (put(ANNOUNCED, kg("cue"), Literal("announced")), "Every kg:cue"),
    "speaker elsewhere": (put(ANNOUNCED, kg("speaker"), ELSEWHERE), "at most one kg:speaker"),
    "speaker renamed": (
        put(ANNOUNCED, kg("speakerName"), Literal("Ana X")), "'Ana X' is not what the article gives",
    ),
    "speaker type": (put(ANNOUNCED, kg("speakerType"), Literal("queen")), "kg:speakerType: person"),
    "text edited by hand": (
        put(ANNOUNCED, kg("text"), Literal("a halt")), "'a halt' is not what the article gives",
    ),
    "sentence edited by hand": (
        put(ANNOUNCED, kg("sentence"), Literal("x")), "'x' is not what the article gives",
    ),
    "sentence turned round": (
        put(ANNOUNCED, kg("sentenceEnd"), integer(0)), "before kg:sentenceEnd",
    ),
    "outlet of another": (
        put(ANNOUNCED, kg("publishedBy"), ELSEWHERE), "an outlet that its graph describes",
    ),
    "part of another article's": (
        put(ANNOUNCED, kg("partOf"), NamedNode(REPLY.statements[0].iri)), "of the same article",
    ),
    "answers another article's": (
        put(ANNOUNCED, kg("respondsTo"), NamedNode(REPLY.statements[0].iri)), "of the same article",
    ),
    "said before it began": (
        put(
            ANNOUNCED,
            kg("saidUntil"),
            Literal("2025-05-01", datatype=NamedNode(vocab.XSD + "date")),
        ),
        "It ends before it begins",
    ),
    "relay order of one": (put(ANNOUNCED, kg("relayOrder"), Literal("x")), "two or more entity IRIs"),
    "open end false": (put(ANNOUNCED, kg("openEnd"), boolean(False)), "true or is left out"),
    "derived fact in evidence": (
        put(ANNOUNCED, kg("makesClaim"), ELSEWHERE), "only the properties that docs/graph.md",
    ),
    "event without a name": (put(PAUSE, schema("name")), "event has exactly one schema:name"),
    "event without words": (put(PAUSE, kg("hasSpan")), "at least one kg:hasSpan"),
    "event of no statement": (put(PAUSE, kg("eventOf"), ELSEWHERE), "at most one kg:eventOf"),
    "event ends early": (
        put(PAUSE, kg("endDate"), Literal("2025", datatype=NamedNode(vocab.XSD + "gYear"))),
        None,
    ),
    "event's place elsewhere": (put(PAUSE, kg("agent"), Literal("Ana")), "at most one kg:agent"),
    "blank node": (add(GRAPH, kg("key"), BlankNode("b")), "no place in an evidence graph"),
    "no article": (lambda _: [Quad(ILIEVA, kg("x"), ILIEVA, GRAPH)], "one article, this one 0"),
}  # fmt: skip


@pytest.mark.parametrize("what", BROKEN)
def test_broken_evidence_is_named(what):
    change, message = BROKEN[what]
    found = list(validate([(GRAPH.value, change(extraction_quads(WIRE)))]))
    if message is None:
        assert found == []
    else:
        assert any(message in violation.message for violation in found), found
        assert {violation.graph for violation in found} == {GRAPH.value}


def graph_of(name):
    return lambda: (name, derived_quads(DERIVED)[name])


def first(kind):
    return lambda quads: node(quads, A, vocab.KG + kind)


DERIVED_BROKEN = {
    "actor without a name": (vocab.ACTORS, "Actor", "name", [], "actor has exactly one schema:name"),
    "actor of no type": (vocab.ACTORS, "Actor", "actorType", [Literal("x")], "kg:actorType: person"),
    "claim without a headline": (vocab.CLAIMS, "Claim", "headline", [], "exactly one kg:headline"),
    "claim of no origin": (vocab.CLAIMS, "Claim", "origins", [integer(0)], "whole number from 1"),
    "claim of no first": (vocab.CLAIMS, "Claim", "firstStatement", [], "one kg:firstStatement"),
    "claim by a text": (vocab.CLAIMS, "Claim", "claimedBy", [Literal("x")], "is an actor"),
    "copies of nothing": (vocab.COPIES, "CopyGroup", "original", [], "exactly one kg:original"),
    "link of no score": (vocab.RELATIONS, "Link", "score", [], "exactly one kg:score"),
    "link out of range": (vocab.RELATIONS, "Link", "score", [decimal(2)], "from 0 to 1"),
    "link of odd kind": (vocab.RELATIONS, "Link", "relation", [kg("likes")], "that docs/graph.md lists"),
    "link to a text": (vocab.RELATIONS, "Link", "to", [Literal("x")], "exactly one kg:to"),
    "shortcut of no statement": (
        vocab.SHORTCUTS, "Shortcut", vocab.PROV + "wasDerivedFrom", [], "at least one statement",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", DERIVED_BROKEN)
def test_broken_derived_graphs_are_named(what):
    name, kind, predicate, values, message = DERIVED_BROKEN[what]
    quads = derived_quads(DERIVED)[name]
    if predicate == "name":
        predicate = vocab.SCHEMA + "name"
    term = NamedNode(predicate if ":" in predicate else vocab.KG + predicate)
    broken = put(node(quads, A, vocab.KG + kind), term, *values)(quads)
    found = list(validate([(name, broken)]))
    assert any(message in violation.message for violation in found), found


@pytest.mark.parametrize(
    ("name", "predicate"),
    [(vocab.ACTORS, "denotes"), (vocab.CLAIMS, "makesClaim"), (vocab.COPIES, "inCopyGroup")],
)
def test_what_belongs_to_two_things_is_named(name, predicate):
    quads = derived_quads(DERIVED)[name]
    thing = node(quads, kg(predicate))
    [found] = {
        violation
        for violation in validate([(name, add(thing, kg(predicate), ELSEWHERE)(quads))])
        if violation.path == vocab.KG + predicate and "more than one" in violation.message
    }
    assert found.focus == thing.value


@pytest.mark.parametrize(
    ("quads", "message"),
    [
        ([q for iri in ("a", "b") for q in revision_quads(ids.BASE + "new", ids.BASE + iri)],
         "revises at most one other"),
        ([*current_quads(GRAPH.value), *withdrawn_quads(GRAPH.value, key="", title="")],
         "withdrawn is not current"),
        ([Quad(HERE, kg("storeFormat"), integer(number), HERE) for number in (1, 2)],
         "one kg:storeFormat"),
    ],
)  # fmt: skip
def test_a_broken_collection_is_named(quads, message):
    found = list(validate([(vocab.COLLECTION, quads)]))
    assert any(message in violation.message for violation in found), found


def test_a_fault_is_told_in_its_own_graph_among_many():
    graphs = [evidence(one) for one in EXTRACTIONS]
    graphs[2] = (
        graphs[2][0],
        put(NamedNode(REPLY.statements[1].iri), kg("polarity"))(graphs[2][1]),
    )
    [found] = list(validate(graphs))
    assert (found.graph, found.focus) == (REPLY.article.iri, REPLY.statements[1].iri)
    assert found.path == vocab.KG + "polarity"


def test_batches_change_nothing(monkeypatch):
    graphs = [evidence(one) for one in EXTRACTIONS]
    graphs[1] = (graphs[1][0], put(NamedNode(graphs[1][0]), kg("key"))(graphs[1][1]))
    graphs += derived_quads(DERIVED).items()
    together = list(validate(graphs))
    monkeypatch.setattr(shapes, "BATCH", 1)
    assert list(validate(graphs)) == together != []


def test_rdflib_is_left_as_it_was(monkeypatch):
    for before in (True, False):
        monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", before)
        list(validate([evidence(WIRE)]))
        assert rdflib.NORMALIZE_LITERALS is before
    assert rdflib.Literal("1", datatype=rdflib.XSD.boolean).toPython() is True


def test_a_violation_is_one_line():
    violation = Violation(
        graph=vocab.CLAIMS,
        focus=ids.local("claim", "c1"),
        path=vocab.KG + "headline",
        message="A\nB\x1b[0m",
    )
    assert str(violation) == "graph/claims: claim/c1 kg:headline: A B [0m"
