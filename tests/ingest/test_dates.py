"""Dates in the forms that news carries."""

import pytest

from kgraph.errors import InputRefused
from kgraph.ingest.dates import normalised


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2025-04-28", "2025-04-28"),
        ("2025-4-8", "2025-04-08"),
        ("20250428", "2025-04-28"),
        (" 2025-04-28\n", "2025-04-28"),
        ("2025-04-28T13:20:00Z", "2025-04-28T13:20:00Z"),
        ("2025-04-28t13:20:00z", "2025-04-28T13:20:00Z"),
        ("2025-04-28T13:20", "2025-04-28T13:20:00"),
        ("2025-04-28 13:20:05.123+03:00", "2025-04-28T13:20:05+03:00"),
        ("2025-04-28T13:20:00+0000", "2025-04-28T13:20:00Z"),
        ("2025-04-28 3:45 p.m.", "2025-04-28T15:45:00"),
        ("2025/04/28", "2025-04-28"),
        ("Fri, 02 May 2025 12:40:00 GMT", "2025-05-02T12:40:00Z"),
        ("Fri, 02 May 2025 12:40:00 -0400", "2025-05-02T12:40:00-04:00"),
        ("02 May 2025 12:40:00 -0000", "2025-05-02T12:40:00Z"),
        ("April 28, 2025", "2025-04-28"),
        ("28th April 2025", "2025-04-28"),
        ("Monday, 28 April 2025", "2025-04-28"),
        ("Sept. 5, 2024", "2024-09-05"),
        ("28 April 2025, 13:40 GMT+3", "2025-04-28T13:40:00+03:00"),
        ("April 28, 2025 3:45 p.m. EDT", "2025-04-28T15:45:00-04:00"),
        ("April 28, 2025 3:45 p.m. ET", "2025-04-28T15:45:00"),
        ("28.04.2025", "2025-04-28"),
        ("04.05.2025", "2025-05-04"),
        ("28/04/2025", "2025-04-28"),
        ("04/28/2025 9:05", "2025-04-28T09:05:00"),
        ("05/05/2025", "2025-05-05"),
        ("1605-07-01", "1605-07-01"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_a_date_becomes_iso_8601(words, expected):
    assert normalised(words, "w") == expected


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("2025-02-31", "not a date that exists"),
        ("2025-13-01", "not a date that exists"),
        ("20250231", "not a date that exists"),
        ("2025-02-31T10:00:00Z", "not a date that exists"),
        ("31 February 2025", "not understood"),
        ("31.02.2025", "not understood"),
        ("3025-01-01", "not between 1600 and 2099"),
        ("3 May 3025", "not between 1600 and 2099"),
        ("1599-12-31", "not between 1600 and 2099"),
        ("0000-00-00", "not a date that exists"),
        ("04/05/2025", "could be two dates"),
        ("28 Apr 25", "not understood"),
        ("April 2025", "not understood"),
        ("2025", "not understood"),
        ("yesterday", "not understood"),
        ("2 days ago", "not understood"),
        ("1745845200", "not understood"),
        ("soon", "not understood"),
        ("x" * 100, "no date"),
    ],
)
def test_what_is_no_date_or_could_be_two_is_refused_in_one_line(words, what):
    with pytest.raises(InputRefused, match=what) as refused:
        normalised(words, "wire.jsonl:3")
    assert str(refused.value).startswith("wire.jsonl:3: ")
    assert str(refused.value).endswith("; write the date as YYYY-MM-DD")
