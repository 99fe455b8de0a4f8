"""What a collection knows of its articles beyond their words."""

from dataclasses import replace

from kgraph import vocab
from kgraph.evidence import (
    arrived_quads,
    current_quads,
    revision_quads,
    validate,
    withdrawn_quads,
)
from tests.samples import COPY, WIRE

OLD, NEW = WIRE.article.iri, COPY.article.iri


def facts(quads):
    assert {quad.graph_name.value for quad in quads} == {vocab.COLLECTION}
    return [
        (quad.subject.value, quad.predicate.value.rsplit("#", 1)[-1], quad.object.value)
        for quad in quads
    ]


def test_facts_of_a_collection_are_these():
    assert facts(current_quads(NEW)) == [(NEW, "isCurrent", "true")]
    assert sorted(facts(revision_quads(NEW, OLD))) == sorted(
        [(NEW, "revises", OLD), (OLD, "supersededBy", NEW)]
    )
    assert facts(withdrawn_quads(OLD, key="k", title="T")) == [
        (OLD, vocab.SCHEMA + "headline", "T"),
        (OLD, "key", "k"),
        (OLD, "withdrawn", "true"),
    ]
    assert facts(withdrawn_quads(OLD, key="", title="")) == [(OLD, "withdrawn", "true")]
    dated = withdrawn_quads(OLD, key="", title="", at="2025-06-02T08:30:00Z", concerned=["urn:w"])
    assert facts(dated) == [
        (OLD, "concerned", "urn:w"),
        (OLD, "withdrawn", "true"),
        (OLD, "withdrawnAt", "2025-06-02T08:30:00Z"),
    ]


def test_retrieval_and_unknown_keys_are_facts_of_the_collection():
    assert facts(arrived_quads(WIRE.article)) == [
        (OLD, "metadata", '{"desk": "harbours", "priority": 2}'),
        (OLD, "retrieved", "2025-05-05T16:00:00Z"),
    ]
    assert arrived_quads(COPY.article) == []


def test_metadata_is_the_same_in_any_order():
    turned = replace(WIRE.article, metadata=WIRE.article.metadata[::-1])
    assert arrived_quads(turned) == arrived_quads(WIRE.article)


def test_a_retrieval_time_that_is_none_stays_as_text():
    [quad] = arrived_quads(replace(COPY.article, retrieved="yesterday"))
    assert quad.object.value == "yesterday"


def test_a_collection_conforms():
    quads = [
        *arrived_quads(WIRE.article),
        *current_quads(NEW),
        *revision_quads(NEW, OLD),
        *withdrawn_quads(OLD, key="k", title="T", at="2025-06-02T08:30:00Z", concerned=[NEW]),
    ]
    assert list(validate([(vocab.COLLECTION, quads)])) == []
