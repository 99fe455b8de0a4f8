"""What is on a watch-list stays on it, whatever becomes of the graph."""

from dataclasses import replace

import pytest

from kgraph import ids, pipeline, review
from kgraph.errors import CallError
from kgraph.evidence import read_watches, validate, watch_quads
from kgraph.model import Decision, Watch
from kgraph.store import MemoryStore
from kgraph.watch import add_topic, anchored, scope, unwatch, watch, watches
from tests.watch.conftest import ARTICLES, ORIGIN, filled


def found(store, name, listed="main", topic=""):
    thing = review.find_thing(store, name)
    return anchored(store, thing.iri, thing.kind, listed=listed, topic=topic)


def stands_for(store):
    return [one.standing.iris for one in scope(store, watches(store)).watched]


def decide(store, a, b, verdict):
    things = sorted(review.find_thing(store, name).iri for name in (a, b))
    log = [Decision(id=ids.digest(verdict, *things), a=things[0], b=things[1], verdict=verdict)]
    review.record(store, log)
    pipeline.rebuild(store)


def test_a_watch_reads_back_as_it_was_written():
    one = Watch(
        list="a “list”", kind="actor", name='N "n" \\', type="person", anchor="a:b", topic="t"
    )
    two = Watch(list="l", kind="words", name="blue vests")
    assert read_watches([*watch_quads(two), *watch_quads(one)]) == [one, two]


def test_watching_twice_changes_nothing(store):
    assert len(watch(store, [found(store, "Vera Dimova")])) == 1
    assert watch(store, [found(store, "Vera Dimova")]) == []
    assert len(watch(store, [found(store, "Vera Dimova", listed="other")])) == 1
    assert len(watches(store)) == 2
    assert len(watches(store, "other")) == 1


def test_a_person_who_is_merged_with_another_is_still_watched(store):
    watch(store, [found(store, "Vera Dimova")])
    decide(store, "Vera Dimova", "Boyan Petkov", "same")
    assert stands_for(store) == [{review.find_thing(store, "Boyan Petkov").iri}]
    assert watch(store, [found(store, "Boyan Petkov")]) == []


def test_a_person_whose_first_article_is_gone_is_found_by_name(store):
    one = found(store, "Vera Dimova")
    watch(store, [one])
    for name, extraction in ARTICLES.items():
        if any(entity.iri == one.anchor for entity in extraction.entities):
            pipeline.retract(store, pipeline.find(store, name))
    pipeline.rebuild(store)
    assert stands_for(store) == [{review.find_thing(store, "Vera Dimova").iri}]


def test_a_person_of_the_same_name_and_another_type_is_not_meant(store):
    watch(store, [Watch(list="main", kind="actor", name="Port Office", type="person")])
    assert stands_for(store) == [frozenset()]
    assert scope(store, watches(store)).watched[0].gone


def test_an_outlet_that_the_store_lacks_is_gone(store):
    for name in ("Mirror", "Moon"):
        watch(store, [Watch(list="main", kind="outlet", name=name)])
    assert [one.gone for one in scope(store, watches(store)).watched] == [False, True]


def test_a_list_moves_to_another_store(store):
    watch(store, [found(store, "Vera Dimova"), found(store, ORIGIN)])
    with MemoryStore() as other:
        filled(other, {name: ARTICLES[name] for name in ("own", "after", "new")})
        watch(other, watches(store))
        one, two = stands_for(other)
        assert one == {review.find_thing(other, "Vera Dimova").iri}
        assert two == {review.find_thing(other, ORIGIN).iri}


def test_a_claim_is_watched_by_a_statement_that_makes_it(store):
    one = found(store, ORIGIN)
    assert (one.kind, one.name) == ("claim", ORIGIN)
    watch(store, [one])
    assert stands_for(store) == [{review.find_thing(store, ORIGIN).iri}]
    pipeline.retract(store, pipeline.find(store, "wire"))
    pipeline.rebuild(store)
    assert stands_for(store) == [{review.find_thing(store, ORIGIN).iri}]


@pytest.mark.parametrize("name", ["Vera Dimova", ORIGIN])
def test_the_evidence_of_a_thing_stands_for_it(store, name):
    one = found(store, name)
    assert found(store, one.anchor) == one
    stranger = Watch(list="l", kind="words", name="x").iri
    with pytest.raises(CallError, match="stands for no actor or claim"):
        anchored(store, stranger, "claim", listed="l")


def test_what_is_removed_is_gone_and_nothing_else(store):
    watch(store, [found(store, "Vera Dimova"), found(store, "Petar Kolev")])
    [gone] = unwatch(store, "vera  dimova")
    assert gone.name == "Vera Dimova"
    [left] = watches(store)
    assert left.name == "Petar Kolev"
    assert unwatch(store, left.id[:8]) == [left]
    with pytest.raises(CallError, match="nothing on any list"):
        unwatch(store, "Petar Kolev")


def test_a_rebuild_leaves_lists_and_topics_as_they_were(store):
    watch(store, [found(store, "Vera Dimova")])
    add_topic(store, "pay", ["wages"])
    before = {iri: sorted(map(str, store.graph(iri))) for iri in store.graphs()}
    pipeline.rebuild(store)
    assert {iri: sorted(map(str, store.graph(iri))) for iri in store.graphs()} == before
    assert [*validate((iri, store.graph(iri)) for iri in store.graphs())] == []


def test_a_topic_that_is_watched_must_be_defined(store):
    watch(store, [Watch(list="main", kind="topic", name="pay")])
    with pytest.raises(CallError, match="it is not defined"):
        scope(store, watches(store))


@pytest.mark.parametrize("name", ['" } DROP ALL #', "\\", "a\nb", "\udc80x"])
def test_no_name_is_taken_for_a_query(store, name):
    watch(store, [Watch(list="main", kind="actor", name=name.encode("utf-8", "replace").decode())])
    assert stands_for(store) == [frozenset()]
    assert replace(watches(store)[0], name="") != watches(store)[0]
