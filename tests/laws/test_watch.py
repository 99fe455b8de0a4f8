"""Laws of watching: days add up, words are found in themselves, lists leave the graph alone."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph import review
from kgraph.model import Watch
from kgraph.store import MemoryStore
from kgraph.watch import (
    Scope,
    Words,
    add_topic,
    anchored,
    diff,
    news,
    remove_topic,
    scope,
    unwatch,
    watch,
    window,
)
from kgraph.watch.words import tokens
from tests.watch.conftest import filled

FIRST = date(2025, 4, 29)
DAYS = st.integers(0, 12).map(lambda days: (FIRST + timedelta(days=days)).isoformat())
# How origins grew hangs on where the window begins; this withdrawal has no date, as in old stores.
PLAIN = ("gained-origin", "single-source", "withdrawn")


@pytest.fixture(scope="module")
def store():
    with MemoryStore() as made:
        yield filled(made)


def told(store, first, last):
    return [c for c in diff(store, Scope(), window(first, last)) if c.kind not in PLAIN]


@given(days=st.lists(DAYS, min_size=3, max_size=3).map(sorted))
def test_a_window_tells_what_its_parts_tell(store, days):
    first, middle, last = days
    after = (date.fromisoformat(middle) + timedelta(days=1)).isoformat()
    parts = told(store, first, middle)
    if after <= last:
        parts += told(store, after, last)
    assert sorted(map(repr, parts)) == sorted(map(repr, told(store, first, last)))


@given(
    words=st.lists(
        st.sampled_from(["ship", "strike", "wage", "harbour", "talks", "EU"]), min_size=1
    )
)
def test_a_phrase_is_found_in_a_text_that_holds_it(words):
    phrase = " ".join(words)
    assert Words([phrase]).stand_in([f"…the {phrase}, he said"])
    assert not Words([phrase]).stand_in([""])


@given(text=st.text())
def test_a_text_with_a_word_in_it_holds_itself(text):
    assert Words([text]).stand_in([text]) == bool(tokens(text))


NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
    lambda name: tokens(name) != ()
)


@given(name=NAMES, words=st.lists(NAMES, max_size=3))
def test_what_is_added_and_removed_leaves_no_trace(name, words):
    name = " ".join(name.split())
    with MemoryStore() as made:
        watch(made, [])
        before = [*made.quads()]
        add_topic(made, name, words)
        watch(made, [Watch(list=name, kind="words", name=name)])
        remove_topic(made, name)
        unwatch(made, name)
        assert [*made.quads()] == before


@pytest.mark.parametrize("name", ["Vera Dimova", "Petar Kolev", "Ana Ilieva", "Port Office"])
def test_articles_out_of_reach_have_nothing_to_tell(store, monkeypatch, name):
    thing = review.find_thing(store, name)
    one = anchored(store, thing.iri, thing.kind, listed="l")
    within = scope(store, [one])
    near = [*diff(store, within, window())]
    monkeypatch.setattr(news, "reach", lambda store, scope: None)
    assert [*diff(store, within, window())] == near
    assert len(near) > 1
