"""Which articles carry one wire text."""

import time

import pytest

from kgraph.resolve.copies import find_copies, same_text
from tests.samples import COPY, EXTRACTIONS, WIRE
from tests.stories import told

WIRE_LINES = (
    "VARNA (Norvia) - The port of Varna will close its north basin for four days in May.",
    "Ships that wait outside will be led to the south basin, the harbour office said.",
    "Nobody expects the dredging to be finished before the end of the summer.",
    "Two tugs were brought in from Burgas to help with the heavy barges.",
)


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
