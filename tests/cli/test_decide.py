"""Deciding on the command line: decide, undo, merge, explain, decisions, review."""

import json

import pytest

from kgraph import pipeline
from kgraph.evidence import extraction_quads
from kgraph.evidence.collection import current_quads
from kgraph.store import open_store
from tests.samples import EXTRACTIONS
from tests.stories import said, told


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "store") as made:
        for extraction in EXTRACTIONS:
            iri = extraction.article.iri
            made.replace({iri: extraction_quads(extraction)}, insert=current_quads(iri))
        pipeline.rebuild(made)
        rows = made.query(
            'SELECT ?n WHERE { ?a a kg:Actor ; schema:name ?n ; kg:actorType "person" } ORDER BY ?n'
        )
        names = [row["n"].value for row in rows]
    return tmp_path / "store", names[0], names[1]


def test_a_decision_is_made_listed_and_undone(kgraph, store):
    place, a, b = store
    ran = kgraph("decide", "same", a, b, "--note", "one desk", "--by", "Ann", "--store", place)
    assert (ran.code, ran.out) == (0, "")
    assert f"{a} and {b} are same" in ran.err
    listed = kgraph("decisions", "--store", place).out
    assert "Ann" in listed
    assert "one desk" in listed
    assert kgraph("undo", "--store", place).code == 0
    assert "undone" in kgraph("decisions", "--store", place).out
    assert kgraph("check", "--store", place).code == 0


def test_merging_is_deciding(kgraph, store):
    place, a, b = store
    assert kgraph("merge", a, b, "--by", "Ann", "--store", place).code == 0
    told = kgraph("explain", a, "--store", place).out
    assert "a person's decision" in told
    assert b in told


def test_a_part_is_split_off(kgraph, store):
    place, a, _ = store
    entity = next(
        e.id for x in EXTRACTIONS for e in x.entities if e.name == a and e.type == "person"
    )
    ran = kgraph("split", a, entity, "--by", "Ann", "--store", place)
    assert ran.code == 0
    told = [kgraph("explain", name, "--store", place) for name in (a, entity)]
    assert all("different" in one.out for one in told if one.code == 0)
    with open_store(place, read_only=True) as opened:
        rows = opened.query("SELECT ?e ?x WHERE { ?e kg:denotes ?x }")
        home = {row["e"].value.rsplit("/", 1)[-1]: row["x"].value for row in rows}
    others = {e.id for x in EXTRACTIONS for e in x.entities if e.name == a} - {entity}
    assert others
    assert home[entity] not in {home[one] for one in others}


HEADLINES = {"a": "the harbour has 12 cranes at work", "b": "the harbour has 14 cranes at work"}


@pytest.fixture
def claims(tmp_path):
    """A store with two claims, the first in the same words of two speakers."""
    speakers = (("a", "Ana Ilieva", 1), ("b", "Ana Ilieva", 2), ("c", "Petra Vik", 3))
    with open_store(tmp_path / "claims") as made:
        for key, name, day in speakers:
            line = said(name, HEADLINES.get(key, HEADLINES["a"]))
            extraction = told(key, f"Post {key}", f"2025-05-0{day}", line)
            iri = extraction.article.iri
            made.replace({iri: extraction_quads(extraction)}, insert=current_quads(iri))
        pipeline.rebuild(made)
    return tmp_path / "claims"


def listed(kgraph, place):
    """The statements of each claim."""
    lines = kgraph("claims", "--format", "jsonl", "--store", place).out.splitlines()
    return sorted(sorted(s["statement"] for s in json.loads(line)["statements"]) for line in lines)


def test_claims_are_joined_and_split_and_given_back(kgraph, claims):
    before = listed(kgraph, claims)
    assert sorted(map(len, before)) == [1, 2]
    ran = kgraph(
        "decide",
        "same",
        HEADLINES["a"],
        HEADLINES["b"],
        "--note",
        "counted anew",
        "--store",
        claims,
    )
    assert ran.code == 0
    [joined] = listed(kgraph, claims)
    assert len(joined) == 3
    assert "counted anew" in kgraph("explain", HEADLINES["a"], "--store", claims).out
    ran = kgraph("split", HEADLINES["a"], joined[0], "--note", "not his", "--store", claims)
    assert ran.code == 0
    assert [joined[0]] in listed(kgraph, claims)
    assert "not his" in kgraph("explain", joined[0], "--store", claims).out
    for _ in range(2):
        assert kgraph("undo", "--store", claims).code == 0
    assert listed(kgraph, claims) == before


def test_an_explanation_is_also_json(kgraph, store):
    place, a, b = store
    told = json.loads(kgraph("explain", a, b, "--format", "json", "--store", place).out)
    assert [thing["label"] for thing in told["things"]] == [a, b]
    assert told["facts"] == [["between them", "no rule and no person joins or compares the two"]]


def test_a_log_moves_to_another_store(kgraph, store, tmp_path):
    place, a, b = store
    kgraph("decide", "different", a, b, "--by", "Ann", "--store", place)
    log = tmp_path / "log.jsonl"
    assert kgraph("decisions", "--format", "jsonl", "-o", log, "--store", place).code == 0
    other = tmp_path / "other"
    with open_store(other):
        pass
    assert "1 decision taken in" in kgraph("decisions", "--import", log, "--store", other).err
    assert "0 decisions taken in" in kgraph("decisions", "--import", log, "--store", other).err
    same = [kgraph("decisions", "--format", "jsonl", "--store", s).out for s in (place, other)]
    assert same[0] == same[1]


BROKEN = [
    ("{", "Invalid JSON"),
    ('{"id": "a1", "a": "x", "b": "y", "verdict": "same"}', "no id of kgraph"),
    ('{"id": "a1", "a": "x", "b": "y", "verdict": "maybe"}', "verdict"),
    ('{"id": "a1", "a": "https://w3id.org/kgraph/actor/1> }", "b": "y", "verdict": "same"}', "no id of kgraph"),
    ('{"verdict": "same"}', "id"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "what"), BROKEN)
def test_a_broken_line_of_a_log_is_refused_and_the_rest_taken_in(
    kgraph, store, tmp_path, line, what
):
    place, a, b = store
    kgraph("decide", "same", a, b, "--by", "Ann", "--store", place)
    good = kgraph("decisions", "--format", "jsonl", "--store", place).out
    log, other = tmp_path / "log.jsonl", tmp_path / "other"
    log.write_text(f"{line}\n{good}", encoding="utf-8")
    with open_store(other):
        pass
    ran = kgraph("decisions", "--import", log, "--store", other)
    assert ran.code == 1
    assert f"{log}:1" in ran.err
    assert what in ran.err
    assert "1 decision taken in" in ran.err


def test_decisions_that_clash_are_told(kgraph, store):
    place, _, _ = store
    with open_store(place, read_only=True) as opened:
        rows = opened.query("SELECT ?a WHERE { ?a a kg:Actor } ORDER BY ?a")
        one, two, three, *_ = (row["a"].value for row in rows)
    for verdict, x, y in (("different", one, three), ("same", one, two), ("same", two, three)):
        ran = kgraph("decide", verdict, x, y, "--by", "Ann", "--store", place)
    assert ran.code in (0, 2)
    if ran.code == 0:
        assert "decisions clash" in ran.err


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (("decide", "perhaps", "a", "b"), "that is no verdict"),
        (("merge", "Nobody"), "one thing can't be merged"),
        (("explain", "Nobody"), "no actor, claim, statement, entity or happening has that name"),
        (("undo",), "no decision to undo"),
        (("review",), "no terminal"),
        (("review", "--list", "--format", "pdf"), "not a format"),
    ],
)
def test_a_call_that_makes_no_sense_ends_with_2(kgraph, store, words, what):
    ran = kgraph(*words, "--store", store[0])
    assert ran.code == 2
    assert what in ran.err


def test_doubts_are_listed(kgraph, store):
    place, _, _ = store
    assert kgraph("review", "--list", "--store", place).code == 0
