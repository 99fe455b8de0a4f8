"""What a person decides holds, is explained, and can be taken back."""

import itertools
from dataclasses import replace

import pytest

from kgraph import pipeline, review, vocab
from kgraph.errors import CallError
from kgraph.evidence import decision_quads, extraction_quads, read_decisions
from kgraph.evidence.collection import current_quads
from kgraph.model import Decision
from kgraph.resolve.decisions import clashes, standing
from kgraph.store import MemoryStore
from tests.samples import EXTRACTIONS

_count = itertools.count()


def decided(a, b, verdict, at=None, undone=""):
    number = next(_count)
    return Decision(
        id=f"{number:032x}", a=f"https://w3id.org/kgraph/actor/{a}", b=f"https://w3id.org/kgraph/actor/{b}",
        verdict=verdict, by="Ann", at=at or f"2026-01-01T00:00:{number % 60:02}Z", undone=undone,
    )  # fmt: skip


@pytest.fixture
def store():
    with MemoryStore() as made:
        for extraction in EXTRACTIONS:
            iri = extraction.article.iri
            made.replace({iri: extraction_quads(extraction)}, insert=current_quads(iri))
        pipeline.rebuild(made)
        yield made


def derived(store):
    return {iri: sorted(map(str, store.graph(iri))) for iri in vocab.DERIVED}


def decide(store, a, b, verdict):
    one, other = review.find_thing(store, a), review.find_thing(store, b)
    made = replace(decided("x", "y", verdict), a=one.iri, b=other.iri)
    review.record(store, [made])
    pipeline.rebuild(store)
    return made


@pytest.fixture
def names(store):
    rows = store.query(
        'SELECT ?n WHERE { ?a a kg:Actor ; schema:name ?n ; kg:actorType "person" } ORDER BY ?n'
    )
    return [row["n"].value for row in rows][:2]


def test_what_a_person_joins_is_one(store, names):
    decide(store, *names, "same")
    assert review.find_thing(store, names[0]) == review.find_thing(store, names[1])


@pytest.mark.parametrize("verdict", ["same", "different", "unsure"])
def test_a_decision_and_its_undoing_give_back_the_graph(store, names, verdict):
    before = derived(store)
    made = decide(store, *names, verdict)
    review.take_back(store, made.id[:12], "2026-01-02T00:00:00Z")
    pipeline.rebuild(store)
    assert derived(store) == before
    assert [d.undone for d in review.decisions(store)] == ["2026-01-02T00:00:00Z"]


def test_decisions_survive_a_rebuild(store, names):
    decide(store, *names, "same")
    joined = derived(store)
    pipeline.rebuild(store)
    assert derived(store) == joined


def test_an_explanation_tells_of_the_decision_and_of_the_articles(store, names):
    made = decide(store, *names, "same")
    told = review.explain(store, review.find_thing(store, names[0]))
    assert told.decisions == (made,)
    assert any("a person's decision" in line for _, line in told.facts)
    assert {line.split(" · ")[0] for about, line in told.facts if about == "named in"} >= set(names)
    review.take_back(store, "", "2026-01-02T00:00:00Z")
    pipeline.rebuild(store)
    told = review.explain(store, *(review.find_thing(store, name) for name in names))
    assert [d.id for d in told.decisions] == [made.id]


def test_a_claim_is_explained_by_its_statements(store):
    rows = store.query("SELECT ?h WHERE { ?c a kg:Claim ; kg:headline ?h } ORDER BY ?h LIMIT 1")
    headline = next(iter(rows))["h"].value
    told = review.explain(store, review.find_thing(store, headline))
    assert told.things[0].kind == "claim"
    assert any(about == "said" and headline in line for about, line in told.facts)


def test_a_happening_is_explained_by_the_words_that_tell_of_it_and_not_decided_on(store):
    row = next(iter(store.query("SELECT ?h ?n WHERE { ?h a kg:Happening ; schema:name ?n }")))
    happening, word = row["h"].value, row["n"].value
    for name in (happening, happening.rpartition("/")[2][:8]):
        told = review.explain(store, review.find_thing(store, name, review.EXPLAINED))
        assert [(thing.kind, thing.label) for thing in told.things] == [("happening", word)]
        places = [line for about, line in told.facts if about == "told in"]
        assert len(places) > 1
        assert all("[" in place and "\n" not in place for place in places)
        assert any(about == "joined because" for about, _ in told.facts)
        with pytest.raises(CallError, match="no actor, claim, statement or entity has that name"):
            review.find_thing(store, name)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Nobody At All", "no actor, claim, statement or entity has that name"),
        ("", "no actor, claim, statement or entity has that name"),
        ('" } DROP ALL #', "no actor, claim, statement or entity has that name"),
        (
            "https://w3id.org/kgraph/actor/x> } #",
            "no actor, claim, statement or entity has that name",
        ),
    ],
)
def test_what_is_not_there_is_refused_in_words(store, name, words):
    with pytest.raises(CallError, match=words):
        review.find_thing(store, name)


def test_undoing_twice_is_refused(store, names):
    made = decide(store, *names, "same")
    review.take_back(store, made.id, "2026-01-02T00:00:00Z")
    with pytest.raises(CallError, match="was undone"):
        review.take_back(store, made.id, "2026-01-03T00:00:00Z")


def test_undoing_nothing_is_refused(store):
    with pytest.raises(CallError, match="no decision to undo"):
        review.take_back(store, "", "2026-01-02T00:00:00Z")


def test_a_log_taken_in_twice_is_taken_in_once(store):
    log = [decided("a", "b", "same"), decided("b", "c", "different")]
    assert len(review.record(store, log)) == 2
    assert review.record(store, log) == []
    assert review.decisions(store) == sorted(log, key=lambda d: (d.at, d.id))


def test_a_decision_reads_back_as_it_was_written():
    made = replace(
        decided("a", "b", "unsure", undone="2026-02-01T00:00:00Z"), note='“odd” \\ "note"'
    )
    assert read_decisions(decision_quads(made)) == [made]


CLASHES = [
    ([("a", "b", "same"), ("b", "c", "same"), ("a", "c", "different")], 1),
    ([("a", "b", "same"), ("b", "c", "same"), ("c", "d", "different")], 0),
    ([("a", "b", "same"), ("a", "b", "different")], 0),  # the later one holds
    ([("a", "b", "different"), ("b", "c", "different"), ("a", "c", "different")], 0),
    ([("a", "b", "same"), ("b", "c", "same"), ("c", "d", "same"), ("d", "a", "different"), ("b", "d", "different")], 2),
    ([("a", "b", "same"), ("b", "c", "unsure"), ("a", "c", "different")], 0),
]  # fmt: skip


@pytest.mark.parametrize(("log", "number"), CLASHES)
def test_decisions_that_cannot_all_hold_are_found(log, number):
    made = [decided(a, b, v, at=f"2026-01-01T00:00:{n:02}Z") for n, (a, b, v) in enumerate(log)]
    assert len(clashes(made)) == number
    assert clashes(made) == clashes(made[::-1])


def test_a_clash_names_the_shortest_chain():
    log = [decided("a", "b", "same"), decided("b", "c", "same"), decided("a", "c", "different")]
    [clash] = clashes(log)
    assert clash.parting == log[2]
    assert set(clash.joining) == set(log[:2])


def test_undone_decisions_do_not_stand():
    log = [decided("a", "b", "same", undone="2026-01-02T00:00:00Z")]
    assert standing(log) == []
    assert clashes([*log, decided("a", "b", "different")]) == []
