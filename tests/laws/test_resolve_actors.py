"""Laws of who is who, over any names, articles and decisions."""

import json
from collections import Counter, defaultdict
from contextlib import closing
from dataclasses import fields, replace
from functools import cache
from itertools import combinations
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from kgraph.gazetteer import shipped
from kgraph.model import Decision
from kgraph.resolve import comparing, merging, resolve
from kgraph.resolve.blocks import Blocks, Table
from kgraph.resolve.comparing import compare_touched
from kgraph.resolve.edges import Edges
from kgraph.resolve.forms import Form, blocks, forms_of
from kgraph.resolve.likeness import UNSURE, Likeness
from kgraph.resolve.linking import Links
from kgraph.resolve.merging import compare_block, least, merge, partings
from kgraph.resolve.named import named_of, unnamed_of
from kgraph.resolve.text import fold_name
from tests.resolve.people import one, telling

NAMES = (
    "Jonas Vik", "Vik", "J. Vik", "Petra Vik", "Jónas Vik", "Jonas A. Vik", "Jonas Vik Jr.",
    "Andrii Sibiha", "Andriy Sybiha", "Sybiha", "Acme", "Acme Inc.", "RDF", "Rural Defence Fund",
    "Kyiv", "Kiev", "United States", "US", "Halden", "residents",
)  # fmt: skip
KINDS = ("person", "organization", "place", "group", "none", "anonymous")
VERDICTS = ("same", "different", "unsure")

entities = st.builds(
    one,
    st.sampled_from(NAMES),
    st.sampled_from(KINDS),
    role=st.sampled_from(("", "mayor", "former mayor")),
    body=st.sampled_from(("", "Halden", "Moss")),
    alias=st.lists(st.sampled_from(NAMES), max_size=2, unique=True),
    link=st.sampled_from(("", "", "", "Q1", "Q2")),
)


@st.composite
def collections(draw):
    found = draw(st.lists(st.lists(entities, max_size=6), max_size=6))
    days = draw(st.lists(st.sampled_from(("2020-01-01", "2025-05-01", "")), min_size=6, max_size=6))
    return [
        telling(str(n), *named, day=day)
        for n, (named, day) in enumerate(zip(found, days))  # noqa: B905
    ]


@st.composite
def decided(draw):
    """A collection and what a person decided of its entities."""
    extractions = draw(collections())
    iris = [entity.iri for extraction in extractions for entity in extraction.entities]
    if not iris:
        return extractions, []
    pairs = draw(
        st.lists(
            st.tuples(st.sampled_from(iris), st.sampled_from(iris), st.sampled_from(VERDICTS)),
            max_size=5,
        )
    )
    return extractions, [
        Decision(id=str(n), a=a, b=b, verdict=verdict, at=f"2025-01-0{n + 1}")
        for n, (a, b, verdict) in enumerate(pairs)
        if a != b
    ]


@given(decided(), st.randoms(use_true_random=False))
def test_any_order_of_articles_and_decisions_gives_the_same(case, random):
    extractions, decisions = case
    shuffled, turned = list(extractions), list(decisions)
    random.shuffle(shuffled)
    random.shuffle(turned)
    known = shipped()
    assert resolve(shuffled, known=known, decisions=turned) == resolve(
        extractions, known=known, decisions=decisions
    )


@given(decided())
def test_every_entity_is_of_exactly_one_actor(case):
    extractions, decisions = case
    who = resolve(extractions, known=shipped(), decisions=decisions)
    members = sorted(iri for actor in who.actors for iri in actor.members)
    assert members == sorted({e.iri for x in extractions for e in x.entities})
    assert len({actor.id for actor in who.actors}) == len(who.actors)


@given(decided())
def test_merging_never_joins_what_a_person_has_parted(case):
    extractions, decisions = case
    of = _actor_of(resolve(extractions, decisions=decisions))
    last = {frozenset((d.a, d.b)): d for d in decisions}
    for decision in last.values():
        if decision.verdict != "same":
            assert of[decision.a] != of[decision.b]


@given(collections())
def test_nameless_sources_are_never_merged_across_articles(extractions):
    who = resolve(extractions)
    nameless = {e.iri for x in extractions for e in x.entities if e.type == "anonymous"}
    for actor in who.actors:
        assert len(actor.members) == 1 or not nameless & set(actor.members)


@given(decided())
def test_a_decision_and_its_undo_give_back_what_was(case):
    extractions, decisions = case
    undone = [replace(decision, undone="2025-02-01") for decision in decisions]
    assert resolve(extractions, decisions=undone) == resolve(extractions)


@st.composite
def decided_on_actors(draw):
    """A collection, who is who in it, and what a person decided of its entities and actors."""
    extractions, _ = draw(decided())
    actors = resolve(extractions).actors
    iris = [iri for actor in actors for iri in (actor.iri, *actor.members)]
    rows = draw(
        st.lists(
            st.tuples(*[st.sampled_from(iris or [""])] * 2, st.sampled_from(VERDICTS)), max_size=6
        )
    )
    decisions = [
        Decision(id=str(n), a=a, b=b, verdict=verdict, at=f"2025-01-0{n + 1}")
        for n, (a, b, verdict) in enumerate(rows)
        if a != b
    ]
    return extractions, actors, decisions


@given(decided_on_actors())
def test_what_is_parted_stays_so_whatever_chain_of_decisions_would_join_it(case):
    extractions, actors, decisions = case
    before = {iri: actor for actor in actors for iri in actor.members}
    whole = {actor.iri: set(actor.members) for actor in actors}
    of = _actor_of(resolve(extractions, decisions=decisions))
    for decision in {frozenset((d.a, d.b)): d for d in decisions}.values():
        if decision.verdict == "same":
            continue
        one, other = whole.get(decision.a, {decision.a}), whole.get(decision.b, {decision.b})
        if decision.a in before and decision.b in before:
            assert of[decision.a] != of[decision.b]
        elif one <= other or other <= one:  # an entity is split off its actor
            few, many = sorted((one, other), key=len)
            assert not {of[iri] for iri in few} & {of[iri] for iri in many - few}
        elif decision.a in whole and decision.b in whole:
            assert not {of[iri] for iri in one} & {of[iri] for iri in other}


@given(decided_on_actors(), st.randoms(use_true_random=False))
def test_decisions_on_actors_hold_in_any_order_and_part_no_entity_from_all(case, random):
    extractions, _, decisions = case
    who = resolve(extractions, decisions=decisions)
    random.shuffle(decisions)
    random.shuffle(extractions)
    assert resolve(extractions, decisions=decisions) == who
    members = sorted(iri for actor in who.actors for iri in actor.members)
    assert members == sorted({e.iri for x in extractions for e in x.entities})
    assert len({actor.id for actor in who.actors}) == len(who.actors)


def _records(extractions):
    return [record for extraction in extractions for record in named_of(extraction)]


@cache
def _links():
    return Links(shipped())


def _summed(records):
    by_name = defaultdict(list)
    for record in records:
        by_name[record.folded].append(record)
    return [
        form
        for name in sorted(by_name)
        for form in forms_of(
            by_name[name],
            Counter(record.key for record in by_name[name]),
            _links(),
            is_outlet=False,
        )
    ]


@given(collections(), st.randoms(use_true_random=False))
def test_forms_and_their_likeness_are_the_same_in_any_order(extractions, random):
    records = _records(extractions)
    forms = _summed(records)
    found = set(compare_block(forms))
    random.shuffle(records)
    assert _summed(records) == forms
    random.shuffle(forms)
    assert set(compare_block(forms)) == found


@given(collections(), collections(), st.randoms(use_true_random=False))
def test_what_was_compared_before_is_not_compared_again_and_nothing_else(one, other, random):
    before, now = _summed(_records(one)), _summed(_records([*one, *other]))
    random.shuffle(before)
    with patch.multiple(merging, COMPARED=2, MEMBERS=5):
        known = compare_block(before)
        assert set(compare_block(now, before, known)) == set(compare_block(now))
        assert set(compare_block(before, now, compare_block(now))) == set(known)
        assert set(compare_block(before, before, known)) == set(known)


_FIRSTS = ("", "a", "ana", "anna", "ana b", "ana c", "anna c", "a b", "boris", "b", "vera", "ana d")
_BODIES = ("DC", "Dock Crew", "Dam Council", "Docks Crew", "Dike Court")


@given(
    st.lists(
        st.dictionaries(st.integers(0, 28), st.integers(0, 12), min_size=1), min_size=2, max_size=5
    )
)
def test_blocks_compared_in_steps_are_blocks_compared_at_once(steps):
    with (
        patch.multiple(merging, COMPARED=3, MEMBERS=7),
        patch.multiple(comparing, COMPARED=3, MEMBERS=7),
        closing(Blocks(":memory:")) as kept,
    ):
        forms = Table(kept, Form, blocks)
        like = Edges(kept, "like")
        for step in steps:
            for number, articles in step.items():
                form = _bearer(number, articles)
                if articles:
                    forms.put(form.key, form)
                else:
                    forms.drop(form.key)
            touched = forms.touched()
            compare_touched(forms, like)
            for block in touched:
                at_once = compare_block(forms.of(block))
                assert {*like.owned(block)} == {
                    (one.a, one.b, (one.score, one.reasons)) for one in at_once
                }
            forms.forget_changes()


def _bearer(number, articles):
    """One of some people and bodies whose names have much in common."""
    people = 2 * len(_FIRSTS)
    name = (
        f"{_FIRSTS[number % len(_FIRSTS)]} vik".strip()
        if number < people
        else _BODIES[number - people]
    )
    return Form(
        type="person" if number < people else "organization",
        folded=fold_name(name),
        link="Q1" if len(_FIRSTS) <= number < people else "",
        articles=articles,
        spelt=((name, 1),),
        aliases=()
        if number < people
        else (("dc", 1 + articles // 4), ("dock crew", 1))[: articles % 3],
    )


@given(collections())
def test_partings_that_are_left_out_part_nobody(extractions):
    forms = _summed(_records(extractions))
    keys = [form.key for form in forms]
    likely = least(compare_block(forms))
    everywhere = [Likeness(a=a, b=b, score=UNSURE, reasons=()) for a, b in combinations(keys, 2)]
    every = partings(forms, everywhere)
    assert merge(keys, likely, partings(forms, likely)) == merge(keys, likely, every)
    same = sorted(combinations(keys, 2))[::7]
    some = partings(forms, likely, same)
    assert merge(keys, likely, some, same=same) == merge(keys, likely, every, same=same)


@given(collections())
def test_records_and_forms_come_back_from_json_as_they_were(extractions):
    records = _records(extractions)
    unnamed = [record for extraction in extractions for record in unnamed_of(extraction)]
    for record in (*records, *unnamed, *_summed(records)):
        names = [field.name for field in fields(record)]
        read = json.loads(json.dumps([getattr(record, name) for name in names]))
        assert type(record)(**dict(zip(names, map(_tuples, read), strict=True))) == record


def _tuples(value):
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


@given(collections(), collections())
def test_articles_that_name_nobody_of_an_actors_block_change_nothing_about_him(near, far):
    away = [_elsewhere(extraction) for extraction in far]
    alone, both = resolve(near), resolve([*near, *away])
    ours = {iri for actor in alone.actors for iri in actor.members}
    assert [actor for actor in both.actors if not ours.isdisjoint(actor.members)] == list(
        alone.actors
    )


def _elsewhere(extraction):
    """The extraction with other names and links, as of an article of another world."""
    return telling(
        f"far {extraction.article.key}",
        *(
            one(
                " ".join(f"Zz{word}qq" for word in entity.name.split()),
                entity.type,
                link=entity.wikidata and f"Q9{entity.wikidata[1:]}",
            )
            for entity in extraction.entities
        ),
    )


@given(collections())
def test_doubts_are_of_two_actors_and_say_why(extractions):
    who = resolve(extractions, known=shipped())
    actors = {actor.iri for actor in who.actors}
    for doubt in who.doubts:
        assert doubt.a < doubt.b
        assert {doubt.a, doubt.b} <= actors
        assert doubt.reasons


def _actor_of(who):
    return {iri: actor.id for actor in who.actors for iri in actor.members}
