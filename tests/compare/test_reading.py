"""What rules see of a claim."""

import pytest

from kgraph.compare.reading import lemma, read


def numbers(text):
    return [(n.value, n.bound) for n in read(text).numbers]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The quake killed 2,100 people.", [(2100, None)]),
        ("Twenty-one ships left.", [(21, None)]),
        ("It cost $2.5 billion.", [(2.5e9, None)]),
        ("At least 12 died.", [(12, 1)]),
        ("Fewer than 300 came.", [(300, -1)]),
        ("Some 5,000 marched.", [(5000, 0)]),
        ("Two dozen were hurt.", [(24, None)]),
        ("A third of them left.", [(100 / 3, 0)]),
        ("Five thousand joined.", [(5000, None)]),
        ("He spoke in 1987.", []),
        ("No one came.", []),
        ("1.2.3.4 is an address", []),
    ],
)
def test_numbers_are_read_with_their_scale_and_bound(text, found):
    assert numbers(text) == pytest.approx(found) if not found else numbers(text) == found


@pytest.mark.parametrize(
    ("text", "years", "months", "days"),
    [
        ("Signed on 8 June 1987.", {1987}, {"june"}, set()),
        ("It may fall on Monday.", set(), set(), {"monday"}),
        ("They march in March.", set(), {"march"}, set()),
    ],
)
def test_dates_are_read(text, years, months, days):
    claim = read(text)
    assert (claim.years, claim.months, claim.days) == (years, months, days)


@pytest.mark.parametrize(
    ("text", "negations"),
    [
        ("He didn't go.", ["not"]),
        ("He won’t go.", ["not"]),
        ("They no longer trade.", ["no"]),
        ("She did not rule out a tax.", ["not", "rule-out"]),
        ("Tehran rejects the allegation.", ["deny"]),
        ("The union rejected the offer.", []),
        ("He called the reports false.", ["deny", "false"]),
        ("He lacked training.", ["lack"]),
        ("She cannot stay.", ["not"]),
    ],
)
def test_negations_are_read(text, negations):
    assert list(read(text).negations) == negations


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("fell", "fall"), ("rising", "rise"), ("denies", "deny"), ("dropped", "drop"),
        ("overturned", "overturn"), ("closing", "close"), ("won", "win"), ("losses", "loss"),
        ("acquitted", "acquit"), ("press", "press"), ("is", "be"),
    ],
)  # fmt: skip
def test_a_form_leads_to_its_base(word, base):
    assert lemma(word) == base


def test_only_the_beginning_of_a_long_text_is_read():
    assert read("war " * 100_000).lemmas == ("war",) * 500
