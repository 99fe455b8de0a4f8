"""Articles are about one story where they share rare words and are near in time."""

import json
import random
from dataclasses import astuple

import pytest

from kgraph.model import Article, Extraction
from kgraph.resolve.stories import (
    STORY_LOOK_BACK,
    alike,
    is_everywhere,
    story_keys,
    story_of,
)
from tests.resolve.alone import find_stories, look_back

FERRY = "The ferry Halina sank off Tolvik on Sunday; divers searched the harbour for the crew."
FERRY_TOO = "Divers searched the harbour at Tolvik after the ferry Halina sank with its crew."
BORDER = ("2025-05-24", "2025-05-25", "2025-05-26")
BARGE = "A barge laden with wheat ran aground on the river Ola during a thunderstorm."


def article(key, text, published="2025-05-08", **more):
    return Article(key=key, text=text, published=published, **more)


def likeness(one, other):
    return sum(like for _, like, _ in alike(story_of(other), [story_of(one)]))


def test_rare_words_in_common_make_one_story():
    assert likeness(article("a", FERRY), article("b", FERRY_TOO)) > 0.5
    assert likeness(article("a", FERRY), article("b", BARGE)) == 0.0


def test_frequent_words_in_common_make_no_story():
    one = article("a", "The team said the first world year was good for Halina and Tolvik divers.")
    two = article("b", "The team said the first world year was good for wheat and Ola barges.")
    assert likeness(one, two) < likeness(article("a", FERRY), article("b", FERRY_TOO)) / 2


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("2025-05-08", "2025-05-08", 1.0),
        ("2025-05-08", "2025-05-11", 0.9),
        ("2025-05-08", "2025-06-20", 0.0),
        ("", "2025-05-08", 1.0),
        ("", "", 1.0),
    ],
)
def test_the_longer_between_two_articles_the_less_they_are_alike(one, other, told):
    same = likeness(article("a", FERRY), article("b", FERRY_TOO))
    apart = likeness(article("a", FERRY, one), article("b", FERRY_TOO, other))
    assert apart == pytest.approx(told * same, abs=0.001)


def test_what_goes_on_every_day_does_not_chain_for_ever():
    days = [f"2025-{month:02}-{day:02}" for month in range(1, 7) for day in range(1, 29)]
    daily = [Extraction(article=article(day, FERRY, day)) for day in days]
    published = {one.article.iri: one.article.published for one in daily}
    before = find_stories(daily)
    root: dict[str, str] = {}
    for iri in sorted(published, key=published.__getitem__):
        near = [other for other, _, is_one_span in before[iri] if is_one_span]
        root[iri] = root[near[0]] if near else iri
    counts = [list(root.values()).count(first) for first in set(root.values())]
    assert len(counts) >= 6
    assert max(counts) <= 28


def test_no_event_leads_over_the_border_of_a_span_but_answers_do():
    one, two, three = (story_of(article(day, FERRY, day)) for day in BORDER)
    found = [(iri, is_one_span) for iri, _, is_one_span in alike(three, [one, two])]
    assert found == [(two.iri, True), (one.iri, False)]


def test_articles_beyond_the_border_do_not_widen_what_events_look_at():
    before = [story_of(article(f"{day}{n}", FERRY, day)) for day in BORDER[:2] for n in range(30)]
    found = alike(story_of(article("z", FERRY, BORDER[2])), before)
    assert [sum(one[2] is span for one in found) for span in (True, False)] == [20, 8]


def test_the_title_belongs_to_the_text():
    one = article("a", "Nobody was hurt.", title="Ferry Halina sinks off Tolvik")
    two = article("b", FERRY)
    assert likeness(one, two) > likeness(article("a", "Nobody was hurt."), two)


def test_a_story_is_small_and_of_length_one():
    text = " ".join(f"word{n} name{n % 90}" for n in range(2000))
    story = story_of(article("a", text))
    assert len(story.vector) <= 120
    assert sum(weight**2 for _, weight in story.vector) == pytest.approx(1.0, abs=0.01)
    assert len(json.dumps(astuple(story))) < 4000
    assert len(story_keys(story)) == len(set(story_keys(story))) <= 40


def test_an_article_without_words_is_alike_none():
    empty = story_of(article("a", "…"))
    assert empty.vector == ()
    assert story_keys(empty) == []
    assert alike(empty, [story_of(article("b", FERRY))]) == ()


def test_a_word_that_all_articles_hold_hides_no_story():
    many = [article(f"n{n}", f"Halina Tolvik ferry {BARGE} number{n} word{n}.") for n in range(60)]
    first = article("a", f"{FERRY} Captain Quell apologised.", "2025-05-07")
    last = article("z", f"{FERRY_TOO} Captain Quell apologised.", "2025-05-09")
    stories = [story_of(one) for one in [first, *many, last]]
    [(_, before)] = [
        (story, before)
        for story, before in look_back(stories, story_keys, STORY_LOOK_BACK)
        if story.iri == last.iri
    ]
    assert first.iri in {iri for iri, *_ in alike(story_of(last), before)}


def test_later_articles_change_nothing_of_earlier_ones():
    early = [Extraction(article=article(f"e{n}", f"{FERRY} Note {n}.")) for n in range(30)]
    late = [
        Extraction(article=article(f"l{n}", f"{FERRY_TOO} Memo {n}.", "2025-05-09"))
        for n in range(30)
    ]
    alone, both = find_stories(early), find_stories([*late, *early])
    assert {iri: both[iri] for iri in alone} == alone


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_articles_does_not_matter(seed):
    many = [Extraction(article=article(f"e{n}", f"{FERRY} Note {n}.")) for n in range(30)]
    assert find_stories(random.Random(seed).sample(many, len(many))) == find_stories(many)


def test_ten_thousand_copies_of_a_line_look_at_a_bounded_number_of_each_other():
    many = [Extraction(article=article(str(n), f"{FERRY} Note {n}.")) for n in range(300)]
    assert max(len(before) for before in find_stories(many).values()) <= 20


def test_words_of_every_story_are_known():
    assert [w for w in ("said", "made", "used", "ferry", "halina", "7") if is_everywhere(w)] == [
        "said", "made", "used",
    ]  # fmt: skip
