"""A diff tells what became known in its window, with the exact words, and nothing else."""

import random
from dataclasses import replace

import pytest

from kgraph import pipeline, review, vocab
from kgraph.errors import CallError
from kgraph.evidence import current_quads, extraction_quads
from kgraph.store import MemoryStore
from kgraph.watch import (
    Scope,
    Words,
    add_topic,
    anchored,
    concerned,
    diff,
    remove_topic,
    scope,
    topics_within,
    watch,
    watches,
    window,
    words_of,
)
from tests.stories import said
from tests.stories import told as told_in_stories
from tests.watch.conftest import ARTICLES, NEW, OLD, ORIGIN, filled

ALL = Scope()


def told(store, first="", last="", within=ALL):
    return [
        (c.kind, c.at[:10], c.told.speaker if c.told else "", c.told.quote if c.told else "")
        for c in diff(store, within, window(first, last))
    ]


def watching(store, name, **more):
    thing = review.find_thing(store, name)
    one = anchored(store, thing.iri, thing.kind, listed="main", **more)
    watch(store, [one])
    return scope(store, watches(store))


FOUND = [
    ("new", "2025-05-07", "Vera Dimova", "the strike has stopped 40 ships outside the port"),
    ("contradicted", "2025-05-08", "Boyan Petkov", "the strike has stopped 12 ships outside the port"),
    ("denied", "2025-05-09", "Port Office", "the strike has stopped 40 ships outside the port"),
    ("changed", "2025-05-09", "Vera Dimova", "the wage offer"),
    ("gained-origin", "2025-05-08", "Ana Ilieva", ORIGIN),
    ("corrected", "2025-05-07", "Petar Kolev", "the wage talks will be held in Burgas on 14 May"),
    ("lost", "2025-05-07", "Petar Kolev", "the wage talks will be held in Burgas on 12 May"),
    ("lost", "2025-05-07", "Petar Kolev", "the ministers had accepted the invitation"),
    ("withdrawn", "", "", ""),
]  # fmt: skip


@pytest.mark.parametrize("change", FOUND)
def test_what_became_known_is_told_once(store, change):
    assert told(store, "2025-05-03", "2025-05-31").count(change) == 1


def test_what_was_known_before_is_not_told(store):
    found = told(store, "2025-05-03", "2025-05-31")
    assert ("new", "2025-05-08", "Ana Ilieva", ORIGIN) not in found
    assert not [f for f in found if f[3] == "nobody will be sent home" and f[0] != "new"]


def test_a_claim_that_all_have_from_one_wire_is_single_source(store):
    [change] = [c for c in diff(store, ALL, window("2025-05-01", "2025-05-05")) if c.growth]
    assert change.kind == "single-source"
    assert (change.growth.after, change.growth.outlets) == (1, 2)
    assert (change.told.outlet, change.earlier.outlet) == ("Post", "Norvia")


def test_an_origin_is_counted_up_to_the_end_of_the_window(store):
    [change] = [c for c in diff(store, ALL, window("2025-05-03")) if c.kind == "gained-origin"]
    assert (change.growth.before, change.growth.after, change.growth.outlets) == (1, 2, 3)
    assert change.told.outlet == "Mirror"
    assert not [c for c in diff(store, ALL, window("2025-05-03", "2025-05-07")) if c.growth]


def test_every_change_leads_to_the_words_in_the_article(store):
    texts = {e.article.iri: e.article.text for e in (*ARTICLES.values(), OLD)}
    for change in diff(store, ALL, window()):
        for one in filter(None, (change.told, change.earlier)):
            assert one.quote in texts[one.article]
            assert one.sentence in texts[one.article]
            assert one.outlet
            assert one.link
            assert one.published


def test_days_next_to_each_other_tell_of_each_new_claim_once(store):
    days = [f"2025-05-{day:02}" for day in range(1, 11)]
    kinds = ("new", "denied", "contradicted", "changed", "answered", "corrected", "lost")
    daily = [t for day in days for t in told(store, day, day) if t[0] in kinds]
    assert sorted(daily) == sorted(t for t in told(store, "2025-05") if t[0] in kinds)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_articles_does_not_matter(store, seed):
    items = [*ARTICLES.items()]
    random.Random(seed).shuffle(items)
    with MemoryStore() as other:
        filled(other, dict(items))
        assert [*diff(other, ALL, window())] == [*diff(store, ALL, window())]


def test_an_answer_that_one_article_tells_needs_no_rule(store):
    [answer] = [c for c in diff(store, ALL, window("2025-05-10")) if c.kind == "answered"]
    assert (answer.told.speaker, answer.earlier.speaker) == ("Dobri Stanev", "Boyan Petkov")
    assert (answer.reasons, answer.score) == ((), 0)


def test_a_position_that_goes_back_and_forth_is_told_each_time(store):
    acts = (("rejected", "reject"), ("accepted", "accept"))
    turns = {
        f"turn-{day}": told_in_stories(
            f"turn-{day}", "Mirror", f"2025-05-{day}",
            said("Vera Dimova", "the wage offer", cue=acts[day % 2][0], act=acts[day % 2][1],
                 proposition=("Vera Dimova", acts[day % 2][1], "wage offer")),
        )
        for day in range(10, 14)
    }  # fmt: skip
    with MemoryStore() as other:
        filled(other, ARTICLES | turns)
        found = [t for t in told(other, "2025-05") if t[0] == "changed"]
        assert [day for _, day, _, _ in found] == [f"2025-05-{day:02}" for day in range(9, 14)]


def test_a_denial_that_many_articles_carry_is_told_once(store):
    copies = {
        f"copy-{number}": told_in_stories(
            f"copy-{number}", f"Paper {number}", f"2025-05-{10 + number}",
            said("Port Office", "the strike has stopped 40 ships outside the port", cue="denied",
                 act="deny", kind="organization"),
        )
        for number in range(4)
    }  # fmt: skip
    with MemoryStore() as other:
        filled(other, ARTICLES | copies)
        assert told(other, "2025-05").count(FOUND[2]) == 1
        assert [t for t in told(other, "2025-05-10") if t[0] == "denied"] == []


def test_changes_are_told_by_date(store):
    dates = [c.at for c in diff(store, ALL, window()) if c.at]
    assert dates == sorted(dates)


def test_a_watched_person_is_told_of_as_speaker_addressee_and_by_what_others_answer(store):
    found = told(store, "2025-05-03", within=watching(store, "Vera Dimova"))
    assert ("new", "2025-05-09", "Petar Kolev", "the dockers of blackmail") in found
    assert FOUND[1] in found
    assert FOUND[2] in found
    assert not [f for f in found if f[2] == "Ana Ilieva"]


def test_a_person_on_a_topic_is_told_of_on_that_topic_alone(store):
    add_topic(store, "pay", ["wage"])
    found = told(store, "2025-05-03", within=watching(store, "Vera Dimova", topic="PAY"))
    assert {f[3] for f in found if f[2] == "Vera Dimova"} == {"the wage offer"}


def test_a_watched_person_is_found_in_versions_that_were_corrected(store):
    found = told(store, within=watching(store, "Petar Kolev"))
    assert FOUND[5] in found
    assert FOUND[7] in found


def test_a_topic_needs_no_watch_list(store):
    found = told(store, "2025-05-03", within=Scope(topic=Words(["strikes"])))
    assert {f[3] for f in found if f[3]} == {
        "the strike has stopped 40 ships outside the port",
        "the strike has stopped 12 ships outside the port",
    }


def test_a_watched_claim_that_nothing_makes_any_more_is_lost(store):
    watching(store, ORIGIN)
    for name in ("wire", "copy", "own"):
        pipeline.retract(store, pipeline.find(store, name))
    pipeline.rebuild(store)
    last = [*diff(store, scope(store, watches(store)), window())][-1]
    assert (last.kind, last.at, last.watched) == ("lost", "", (ORIGIN,))


def test_a_withdrawal_is_told_when_it_happened_to_those_whom_it_concerned(store):
    add_topic(store, "ships", ["pumps"])
    add_topic(store, "pay", ["wage"])
    watched = watching(store, "Boyan Petkov")
    pipeline.retract(store, pipeline.find(store, "reply"), at="2025-06-02T08:30:00Z")
    pipeline.rebuild(store)
    others = watching(store, "Vera Dimova", topic="pay").watched[1:]
    assert len(others) == 1
    gone = ("withdrawn", "2025-06-02", "", "")

    def is_told(first="", last="", within=ALL):
        return gone in told(store, first, last, within)

    assert is_told("2025-06", "2025-06-02")
    assert not is_told("2025-06-03")
    assert not is_told("", "2025-06-01")
    [change] = [c for c in diff(store, watched, window("2025-06")) if c.at]
    assert (change.watched, change.by.key) == (("Boyan Petkov",), "reply")
    assert not is_told(within=Scope(watched=others))
    for name, whether in (("ships", True), ("pay", False)):
        concepts = frozenset(topic.iri for topic in topics_within(store, name))
        assert is_told(within=Scope(topic=words_of(store, name), topics=concepts)) is whether


def test_a_withdrawn_article_that_comes_back_leaves_no_record(store):
    watching(store, "Boyan Petkov")
    reply = ARTICLES["reply"]
    assert concerned(store, reply.article.iri)
    pipeline.retract(store, pipeline.find(store, "reply"), at="2025-06-02T08:30:00Z")
    pipeline.take_in(store, reply)
    pipeline.rebuild(store)
    assert [t for t in told(store) if t[0] == "withdrawn"] == [FOUND[-1]]
    facts = {q.predicate.value for q in store.graph(vocab.COLLECTION)
             if q.subject.value == reply.article.iri}  # fmt: skip
    assert facts == {vocab.KG + "isCurrent"}


def test_a_watched_topic_that_is_gone_does_not_stand_in_the_way_of_a_withdrawal(store):
    add_topic(store, "ships", ["pumps"])
    watching(store, "Boyan Petkov", topic="ships")
    remove_topic(store, "ships")
    assert concerned(store, ARTICLES["reply"].article.iri) == []


def test_a_correction_that_changes_no_words_of_a_watched_person_is_told_as_revised(store):
    same = {**ARTICLES, "new": NEW}
    with MemoryStore() as other:
        filled(other, same, old=_renamed(NEW))
        [revised] = [c for c in diff(other, ALL, window()) if c.kind == "revised"]
    assert revised.by.title == "Talks set for 14 May"


def _renamed(extraction):
    article = replace(extraction.article, title="Talks set")
    return replace(extraction, article=article)


@pytest.mark.parametrize(
    ("first", "last", "what"),
    [
        ("yesterday", "", "no such date"),
        ("2025-02-30", "", "no such date"),
        ("", "2025-5-1", "no such date"),
        ("2025-05-02", "2025-05-01", "it is before"),
        ("2025-05-02", "2025-04", "it is before"),
    ],
)
def test_a_window_that_makes_no_sense_is_refused(first, last, what):
    with pytest.raises(CallError, match=what):
        window(first, last)


def test_an_article_without_any_claim_changes_nothing():
    with MemoryStore() as empty:
        assert told(empty) == []
        alone = ARTICLES["count"]
        bare = replace(alone, statements=(), events=())
        empty.replace(
            {bare.article.iri: extraction_quads(bare)}, insert=current_quads(bare.article.iri)
        )
        pipeline.rebuild(empty)
        assert told(empty) == []
