"""The occurrences of an article are one literal that gives them back."""

import pytest

from kgraph.evidence import read_occurrences
from kgraph.evidence.occurrences import occurrences_text
from kgraph.model import Occurrence

FULL = Occurrence(
    start=31, end=38, root="check", agents=((5, 9),), objects=((39, 46), (50, 52)),
    places=((60, 64),), when="2025-05-08/..",
)  # fmt: skip
BARE = Occurrence(start=3, end=7, root="tell")


def test_a_line_tells_all_of_an_occurrence():
    assert occurrences_text([FULL]) == "31-38 check a5-9 o39-46 o50-52 p60-64 t2025-05-08/.."


@pytest.mark.parametrize("found", [(), (BARE,), (BARE, FULL)])
def test_what_is_read_is_what_was_written(found):
    assert read_occurrences(occurrences_text(found)) == found


def test_the_order_of_the_text_is_kept_and_each_stands_once():
    assert read_occurrences(occurrences_text([FULL, BARE, FULL])) == (BARE, FULL)


@pytest.mark.parametrize("line", ["31 check", "a-b check", "1-2", "1-2 check x3-4", "1-2 check a3"])
def test_a_line_that_tells_none_is_refused(line):
    with pytest.raises(ValueError, match="tells no occurrence"):
        read_occurrences(line)
