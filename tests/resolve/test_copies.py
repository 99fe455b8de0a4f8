"""Which articles carry one wire text."""

import json
import time
from collections import Counter
from dataclasses import astuple
from pathlib import Path

import pytest

from kgraph.resolve.copies import (
    LOOK_BACK,
    copied,
    pair_keys,
    passage_keys,
    same_text,
    text_of,
)
from tests.resolve.alone import find_copies
from tests.samples import COPY, EXTRACTIONS, WIRE
from tests.stories import told

WIRE_LINES = (
    "VARNA (Norvia) - The port of Varna will close its north basin for four days in May.",
    "Ships that wait outside will be led to the south basin, the harbour office said.",
    "Nobody expects the dredging to be finished before the end of the summer.",
    "Two tugs were brought in from Burgas to help with the heavy barges.",
)


PAIRS = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "copies.jsonl")
    .read_text("utf-8")
    .splitlines()
]
"""Two texts, what the second one is to the first, and whether one is a copy of the other."""


def article(key, outlet, published, *lines, credited=()):
    return told(key, outlet, published, *lines, credited=credited)


def groups(*extractions):
    outlet = {e.article.iri: e.article.outlet for e in extractions}
    return {
        outlet[group.original]: sorted(outlet[iri] for iri in group.articles)
        for group in find_copies(extractions)
    }


def test_a_copy_of_the_whole_text_is_found():
    found = groups(
        article("w", "Norvia", "2025-05-01T09:00:00Z", *WIRE_LINES),
        article("c", "Mirror", "2025-05-01T12:00:00Z", *WIRE_LINES, "Write to us."),
    )
    assert found == {"Norvia": ["Mirror", "Norvia"]}


def test_a_copy_that_dropped_dateline_and_attribution_is_found():
    found = groups(
        article("w", "Norvia", "2025-05-01T09:00:00Z", *WIRE_LINES),
        article(
            "c",
            "Mirror",
            "2025-05-01T12:00:00Z",
            "The port of Varna will close its north basin for four days in May.",
            "Ships that wait outside will be led to the south basin.",
            "Nobody expects the dredging to be finished before the end of the summer.",
        ),
    )
    assert found == {"Norvia": ["Mirror", "Norvia"]}


@pytest.mark.parametrize(
    "lines",
    [
        WIRE_LINES[2:],  # two sentences only
        (WIRE_LINES[1], *(f"The harbour has its own story number {n} to tell." for n in range(9))),
        ("The port will shut one of its basins.", "Ships are to go south."),
        (),
    ],
)
def test_little_in_common_is_no_copy(lines):
    assert not groups(
        article("w", "Norvia", "2025-05-01", *WIRE_LINES),
        article("c", "Mirror", "2025-05-01", *lines),
    )


def test_a_credit_makes_two_shared_passages_enough():
    wire = article("w", "Norvia", "2025-05-01", *WIRE_LINES)
    found = find_copies(
        [wire, article("c", "Mirror", "2025-05-01", *WIRE_LINES[2:], credited=("Norvia",))]
    )
    assert found[0].original == wire.article.iri
    assert found[0].reasons == (
        "Mirror and Norvia share 2 passages word for word, 100% of Mirror; Mirror credits Norvia",
    )


def test_the_agency_is_the_original_even_where_a_copy_bears_an_earlier_date():
    found = groups(
        article("c", "Mirror", "2025-05-01", *WIRE_LINES, credited=("Norvia",)),
        article("w", "Norvia", "2025-05-01T09:00:00Z", *WIRE_LINES),
    )
    assert found == {"Norvia": ["Mirror", "Norvia"]}


def test_without_an_agency_the_earliest_is_the_original():
    found = groups(
        article("a", "Mirror", "2025-05-02", *WIRE_LINES),
        article("b", "Bugle", "2025-05-01", *WIRE_LINES),
        article("c", "Gazette", "", *WIRE_LINES),
    )
    assert found == {"Bugle": ["Bugle", "Gazette", "Mirror"]}


def test_halves_of_a_wire_text_meet_through_it():
    lines = tuple(
        f"This is the long and very special sentence number {n} of all." for n in range(8)
    )
    found = groups(
        article("a", "Mirror", "2025-05-01", *lines[:4], credited=("Norvia",)),
        article("b", "Bugle", "2025-05-01", *lines[4:]),
        article("w", "Norvia", "2025-05-02", *lines),
    )
    assert found == {"Norvia": ["Bugle", "Mirror", "Norvia"]}


def test_versions_of_one_article_are_no_copies():
    assert not groups(
        article("k", "Mirror", "2025-05-01", *WIRE_LINES),
        article("k", "Mirror", "2025-05-01", *WIRE_LINES, "Corrected."),
    )


def test_the_samples_have_one_group():
    (group,) = find_copies(EXTRACTIONS)
    assert group.original == WIRE.article.iri
    assert set(group.articles) == {WIRE.article.iri, COPY.article.iri}


def test_thousands_of_copies_take_time_in_proportion():
    def seconds(count):
        copies = [article(str(n), f"Outlet {n}", "2025-05-01", *WIRE_LINES) for n in range(count)]
        started = time.process_time()
        (group,) = find_copies(copies)
        assert len(group.articles) == count
        return time.process_time() - started

    seconds(100)
    assert seconds(2000) < 30 * max(seconds(200), 0.005)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            "The talks begin on May 6 in the old town.",
            "The talks begin on May 9 in the old town.",
            True,
        ),
        (
            "The talks begin on May 6 in the old town.",
            "A whale was seen off the coast today.",
            False,
        ),
        ("Short", "short", True),
        ("Short", "long", False),
        ("", "", True),
    ],
)
def test_a_new_version_has_much_in_common_with_the_old(one, other, same):
    assert same_text(one, other) is same


def found(pair, day="2025-05-01"):
    """Whether the texts of a pair are one group, the second published on that day."""
    one, other = (
        article(
            text["key"], text["outlet"], published, text["text"], credited=text.get("credits", ())
        )
        for text, published in ((pair["one"], "2025-05-01"), (pair["other"], day))
    )
    return bool(find_copies([one, other]))


def test_the_table_has_pairs_of_every_kind():
    assert len(PAIRS) > 100
    assert 0.4 < sum(pair["copy"] for pair in PAIRS) / len(PAIRS) < 0.7
    assert len({pair["kind"] for pair in PAIRS}) > 25


@pytest.mark.parametrize("kind", sorted({pair["kind"] for pair in PAIRS if not pair["copy"]}))
def test_different_stories_are_never_one_text(kind):
    assert not [pair["other"]["text"] for pair in PAIRS if pair["kind"] == kind and found(pair)]


def test_copies_are_found_whatever_a_desk_did_to_them():
    missed = Counter(pair["kind"] for pair in PAIRS if pair["copy"] and not found(pair))
    # Two that were each edited anew mostly meet, and always through the wire text.
    assert missed <= Counter({"two copies, each edited": 1})


@pytest.mark.parametrize(
    ("day", "copies"), [("2025-05-04", True), ("2025-05-05", False), ("", True)]
)
def test_a_desk_edits_the_wire_text_of_these_days(day, copies):
    edited = [pair for pair in PAIRS if pair["kind"] == "edited in each clause"]
    assert {found(pair, day) for pair in edited} == {copies}


def test_an_outlet_does_not_edit_its_own_text_into_a_copy():
    pair = next(pair for pair in PAIRS if pair["kind"] == "edited in each clause")
    own = {**pair["other"], "outlet": pair["one"]["outlet"]}
    assert found(pair)
    assert not found({**pair, "other": own})


def test_agencies_are_those_of_the_group():
    """What a far-away article credits must not change who copied whom here."""
    here = [
        article("a", "Bugle", "2025-05-01", *WIRE_LINES),
        article("b", "Mirror", "2025-05-02", *WIRE_LINES),
    ]
    far = article("z", "Gazette", "2025-05-03", "A whale was seen.", credited=("Mirror",))
    assert find_copies(here) == find_copies([*here, far])
    assert groups(*here, far) == {"Bugle": ["Bugle", "Mirror"]}


def test_all_earlier_copies_are_named_not_only_the_best():
    texts = [
        text_of(article(key, f"Outlet {key}", f"2025-05-0{key}", *WIRE_LINES).article)
        for key in "123"
    ]
    assert [iri for iri, _ in copied(texts[2], texts[:2])] == sorted(t.iri for t in texts[:2])


def test_a_record_is_plain_and_small_however_long_the_article():
    lines = [
        f"The {n} boats of line {n % 7} carried {n * 3} crates to Pier {n}." for n in range(4000)
    ]
    text = text_of(article("a", "Mirror", "2025-05-01", *lines).article)
    written = json.dumps(astuple(text))
    assert len(written) < 20_000
    keys = [*passage_keys(text), *pair_keys(text)]
    assert len(set(keys)) == len(keys) < 100


def test_a_copy_of_a_very_long_text_is_found_by_what_is_kept_of_both():
    lines = [
        f"Boat {n} of the line {n % 7} carried {n * 3} crates to Pier {n}." for n in range(2000)
    ]
    long = article("w", "Norvia", "2025-05-01", *lines)
    assert groups(long, article("c", "Mirror", "2025-05-09", *lines[:900]))
    assert not groups(long, article("c", "Mirror", "2025-05-09", *lines[1990:], *lines[:5], *(
        f"Harbour pilot number {n} went on strike against the new timetable." for n in range(60)
    )))  # fmt: skip


def test_a_brief_is_found_in_a_text_twenty_times_as_long():
    lines = [
        f"Boat {n} of the line {n % 7} carried {n * 3} crates of {n + 9} kilos to Pier {n}."
        for n in range(1_000, 1_400)
    ]
    long = article("w", "Norvia", "2025-05-01", *lines)
    found = [
        bool(groups(long, article("c", "Mirror", "2025-05-02", *lines[n : n + 20])))
        for n in range(0, 400, 20)
    ]
    assert sum(found) >= 18


def test_a_line_under_every_article_joins_none():
    foot = "Write to our newsroom about what you saw, and we will answer every letter."
    count = 3 * LOOK_BACK
    assert not find_copies(
        article(str(n), f"Outlet {n}", "2025-05-01", f"Pier {n} burnt down.", foot)
        for n in range(count)
    )


def test_an_article_without_words_is_no_copy_even_of_an_agency():
    assert not groups(
        article("w", "Norvia", "2025-05-01", "Oh."),
        article("c", "Mirror", "2025-05-01", "Oh.", credited=("Norvia",)),
    )
