"""What a new version says otherwise is tied to what it corrects; what it leaves out is withdrawn."""

import pytest

from kgraph import pipeline
from kgraph.resolve.corrections import corrections
from kgraph.store import MemoryStore, select
from tests.stories import said, told


def version(*lines, published="2025-05-01"):
    return told("fire", "Norvia", published, "Smoke hung over Halden.", *lines)


OLD = version(said("Jonas Vik", "12 houses burned down in the valley"))


@pytest.mark.parametrize(
    ("speaker", "content", "reason"),
    [
        ("Jonas Vik", "14 houses burned down in the valley", "12 is now 14"),
        ("Jonas Vik", "12 houses burned down in the whole valley", "in other words"),
        ("Jonas Vik", "no 12 houses burned down in the valley", "one is negated"),
        (
            "Petra Holm",
            "12 houses burned down in the valley",
            "said by petra holm instead of jonas vik",
        ),
    ],
)
def test_a_statement_that_stands_in_for_an_old_one_corrects_it(speaker, content, reason):
    new = version(said(speaker, content))
    [link] = corrections(new, OLD)
    assert (link.relation, link.reasons) == ("corrects", (reason,))
    assert (link.start, link.end) == (new.statements[0].iri, OLD.statements[0].iri)
    assert 0.6 <= link.score <= 1


def test_what_nothing_in_the_new_version_comes_near_is_withdrawn():
    new = version(said("Jonas Vik", "the road to the lake is open again"))
    [link] = corrections(new, OLD)
    assert (link.relation, link.start, link.end) == (
        "withdraws",
        new.article.iri,
        OLD.statements[0].iri,
    )


def test_what_stays_as_it_was_is_neither():
    new = version("Rain fell.", said("Jonas Vik", "12 houses burned down in the valley"))
    assert corrections(new, OLD) == ()


def test_the_links_come_with_the_new_version_and_go_with_either():
    new = version(said("Jonas Vik", "14 houses burned down in the valley"), published="2025-05-02")
    query = "SELECT ?new ?old WHERE { ?new kg:corrects ?old }"

    def found(store):
        pipeline.refresh(store)
        return [(row["new"].value, row["old"].value) for row in select(store, query)]

    for gone in (OLD, new):
        with MemoryStore() as store:
            pipeline.take_in(store, OLD)
            assert found(store) == []
            pipeline.take_in(store, new)
            assert found(store) == [(new.statements[0].iri, OLD.statements[0].iri)]
            pipeline.retract(store, pipeline.find(store, gone.article.iri))
            assert found(store) == []
