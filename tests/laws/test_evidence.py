"""Laws of evidence: nothing is lost, the same gives the same bytes, every word is verbatim."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, parse, serialize

from kgraph import vocab
from kgraph.evidence import canonical, extraction_quads, read_extraction
from kgraph.evidence.bridge import from_rdflib, to_rdflib
from kgraph.evidence.verbatim import unproven
from kgraph.model import Extraction
from tests.strategies import extractions

_OFFSETS = NamedNode(vocab.KG + "start"), NamedNode(vocab.KG + "end")


@given(extractions())
def test_reading_gives_back_what_was_written(extraction: Extraction) -> None:
    assert read_extraction(extraction_quads(extraction)) == canonical(extraction)


@given(extractions())
def test_canonical_order_is_stable_and_keeps_the_name_of_the_article(
    extraction: Extraction,
) -> None:
    once = canonical(extraction)
    assert canonical(once) == once
    assert once.article.iri == extraction.article.iri


@given(extractions(), st.randoms(use_true_random=False))
def test_order_of_what_was_found_does_not_change_the_bytes(extraction: Extraction, random) -> None:
    def shuffled(things):
        return tuple(random.sample(things, len(things)))

    other = replace(
        extraction,
        statements=shuffled(extraction.statements),
        entities=tuple(
            replace(one, mentions=shuffled(one.mentions), names=shuffled(one.names))
            for one in shuffled(extraction.entities)
        ),
        events=shuffled(extraction.events),
    )
    assert extraction_quads(other) == extraction_quads(extraction)


@given(extractions())
def test_a_store_gives_back_the_same_bytes(extraction: Extraction) -> None:
    quads = extraction_quads(extraction)
    store = Store()
    store.extend(quads)
    assert sorted(map(str, store)) == list(map(str, quads))


@given(extractions())
def test_files_give_back_the_same_bytes(extraction: Extraction) -> None:
    quads = extraction_quads(extraction)
    for form in (RdfFormat.N_QUADS, RdfFormat.TRIG):
        written = serialize(quads, format=form)
        assert sorted(map(str, parse(written, format=form))) == list(map(str, quads))


@given(extractions())
def test_rdflib_gives_back_the_same_bytes(extraction: Extraction) -> None:
    quads = extraction_quads(extraction)
    assert sorted(map(str, from_rdflib(to_rdflib(quads)))) == list(map(str, quads))


@given(extractions())
def test_every_quad_stands_in_the_graph_of_its_article_and_none_has_a_blank_node(
    extraction: Extraction,
) -> None:
    for quad in extraction_quads(extraction):
        assert quad.graph_name == NamedNode(extraction.article.iri)
        assert not {type(quad.subject), type(quad.object)} & {BlankNode}
        assert not isinstance(quad.object, Literal) or quad.object.value


@given(extractions())
@settings(max_examples=50)
def test_every_exact_text_is_the_article_between_its_offsets(extraction: Extraction) -> None:
    quads = extraction_quads(extraction)
    offsets = {
        (quad.subject, quad.predicate): int(quad.object.value)
        for quad in quads
        if quad.predicate in _OFFSETS
    }
    for quad in quads:
        if quad.predicate.value == vocab.OA + "exact":
            start, end = (offsets[quad.subject, predicate] for predicate in _OFFSETS)
            assert extraction.article.text[start:end] == quad.object.value


@given(extractions(), st.data())
def test_no_literal_can_be_changed_unnoticed(extraction: Extraction, data: st.DataObject) -> None:
    quads = extraction_quads(extraction)
    graph = extraction.article.iri
    honest = [v for v in unproven(graph, quads) if "ends before" not in v.message]
    assert honest == [] or all("act scheme" in v.message for v in honest)
    body = NamedNode(vocab.SCHEMA + "articleBody")
    number = data.draw(
        st.sampled_from([n for n, quad in enumerate(quads) if quad.predicate == body])
    )
    old = quads[number]
    quads[number] = Quad(
        old.subject, old.predicate, Literal(old.object.value + "!"), old.graph_name
    )
    assert any("hashes to" in v.message for v in unproven(graph, quads))
