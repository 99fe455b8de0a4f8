"""``kgraph claims``: the contract of its lines."""

import json

import pytest

from kgraph.evidence import derived_quads, extraction_quads
from kgraph.evidence.collection import current_quads
from kgraph.store import open_store
from tests.samples import DERIVED, EXTRACTIONS


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "store") as made:
        for extraction in EXTRACTIONS:
            iri = extraction.article.iri
            made.replace({iri: extraction_quads(extraction)}, insert=current_quads(iri))
        made.replace(derived_quads(DERIVED))
    return tmp_path / "store"


@pytest.fixture
def lines(kgraph, store):
    return [json.loads(line) for line in kgraph("claims", "--store", store).out.splitlines()]


def test_every_statement_is_in_exactly_one_claim(lines):
    listed = [one["statement"] for line in lines for one in line["statements"]]
    assert len(set(listed)) == len(listed)
    assert set(listed) == {iri.rsplit("/", 1)[-1] for c in DERIVED.claims for iri in c.statements}


def test_a_claim_has_what_the_contract_names(lines):
    for line in lines:
        assert list(line) == ["claim", "headline", "statements", "origins", "first", "contradicts"]
        assert line["first"] in line["statements"]
        assert 1 <= line["origins"] <= len(line["statements"])
        assert line["first"]["text"]
    assert [line["claim"] for line in lines] == sorted(line["claim"] for line in lines)


def test_a_contradiction_is_told_on_both_sides(lines):
    against = {line["claim"]: set(line["contradicts"]) for line in lines}
    assert any(against.values())
    for claim, others in against.items():
        assert all(claim in against[other] for other in others)


def test_ten_copies_are_one_origin(lines):
    [pause] = [line for line in lines if line["headline"].startswith("a pause")]
    assert len({one["article"] for one in pause["statements"]}) > pause["origins"]


def test_claims_are_found_by_their_words(kgraph, store):
    ran = kgraph("claims", "--about", "A PAUSE", "--store", store)
    assert all("a pause" in json.loads(line)["headline"].lower() for line in ran.out.splitlines())
    assert ran.out
    assert kgraph("claims", "--about", '") } #', "--store", store).out == ""


def test_text_is_for_readers(kgraph, store):
    out = kgraph("claims", "--format", "text", "--store", store).out
    assert "independent origin" in out
    assert kgraph("claims", "--format", "pdf", "--store", store).code == 2
