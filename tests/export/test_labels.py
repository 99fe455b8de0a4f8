"""A claim's label is short and readable, and never loses what the claim is."""

import pytest

from kgraph.export.days import told_days
from kgraph.export.labels import LONGEST, claim_label
from kgraph.export.selection import known, told
from tests.export.conftest import filled
from tests.export.test_gexf import said


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2025-05-08", "2025-05-11", "8–11 May 2025"),
        ("2025-05-08T00:00", "2025-05-11T00:00", "8–11 May 2025"),
        ("2025-04-28", "2025-05-02", "28 April–2 May 2025"),
        ("2024-12-30", "2025-01-02", "30 December 2024–2 January 2025"),
        ("2025-05-08", "2025-05-08", "8 May 2025"),
        ("2025-05", "2025-06", "May–June 2025"),
        ("2025-05-08", "2025-06", "8 May 2025–June 2025"),
        ("2025", "2025", "2025"),
        ("2025", "2026", "2025–2026"),
        ("2025-05-08", "", "from 8 May 2025"),
        ("", "2025-06-30", "until 30 June 2025"),
        ("", "", ""),
        ("soon", "2025-13", ""),
    ],
)
def test_days_are_told_as_people_write_them(start, end, words):
    assert told_days(start, end) == words


def label(store, words):
    own = [one for one in told(store, known(store)) if words in one.text]
    assert own
    return claim_label(own)


def test_an_announced_event_is_called_by_its_name_and_days(store):
    assert label(store, "a pause of the dredging") == "pause (8–11 May 2025)"


def test_a_claim_that_is_a_sentence_keeps_its_words_without_the_marks_around_them(store):
    assert label(store, "This pause ruins us") == "This pause ruins us"


@pytest.mark.parametrize("words", ["that the tide turns", '"The tide turns,"', "“The tide turns”"])
def test_marks_around_the_words_are_left_out(words):
    assert label(filled(*said(None, text=words)), words).lower() == "the tide turns"


@pytest.mark.parametrize(
    "words", ["the tide turns " * 9, "tideturns" * 20, "that that ", '",," ,,,"']
)
def test_a_label_is_never_empty_nor_too_long(words):
    assert 0 < len(label(filled(*said(None, text=words)), words)) <= LONGEST
