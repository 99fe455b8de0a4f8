"""Which forms of a block may be one, in bounded work."""

import time

import pytest

from kgraph.resolve.forms import Form
from kgraph.resolve.likeness import SAME, Likeness
from kgraph.resolve.merging import MEMBERS, compare_block, least, merge, partings


def form(name, articles=1, kind="person", **more):
    return Form(type=kind, folded=name, articles=articles, spelt=((name.title(), 1),), **more)


def likely(a, b, score, *reasons):
    return Likeness(a=a, b=b, score=score, reasons=reasons)


def test_pairs_that_no_block_could_join_are_not_told():
    [pair] = compare_block([form("andrii sibiha"), form("andriy sybiha"), form("olha sibiha")])
    assert (pair.a, pair.b) == ("form person andrii sibiha", "form person andriy sybiha")
    assert pair.score >= SAME


def test_what_is_not_told_is_found_parted_where_it_meets():
    forms = [form("andrii sibiha"), form("andriy sybiha"), form("olha sibiha")]
    a, b, c = (form.key for form in forms)
    joined = [likely(a, b, SAME)]
    assert not partings(forms, joined)
    assert len(partings(forms, [*joined, likely(b, c, SAME)])) == 2


@pytest.mark.parametrize("others", [0, 30])
def test_a_large_block_costs_no_more_than_its_most_frequent(others):
    letters = "bdfgklmnprstvz"
    firsts = [f"{a}a{b}o{c}im" for a in letters for b in letters for c in letters]
    full = {"neighbours": tuple(f"n{n}" for n in range(40)), "roles": ("mayor",)}
    names = [f"{first} vik" for first in firsts[: MEMBERS + others * 60]]
    start = time.process_time()
    compare_block(form(name, **full) for name in names)
    assert time.process_time() - start < 1


def test_the_rarest_of_a_large_block_are_left_out():
    letters = "bdfgklmnprstvz"
    firsts = [f"{a}a{b}o{c}im" for a in letters for b in letters for c in letters]
    common = [form(f"{first} vik", articles=9) for first in firsts[: MEMBERS - 1]]
    forms = [form("andrii vik", articles=10), form("andriy vik")]
    assert not compare_block([*forms, *common])
    assert len(compare_block([*forms, *common[1:]])) == 1


def test_the_least_likeness_of_a_pair_counts():
    low, high = likely("a", "b", 1.0, "initials"), likely("a", "b", 2.6, "initials", "same body")
    assert least([high, low, high]) == [low]


def test_a_pair_that_is_parted_is_not_joined_through_a_third():
    pairs = [likely("a", "b", 3.0), likely("b", "c", 2.5)]
    assert merge("abc", pairs).groups == (("a", "b", "c"),)
    assert merge("abc", pairs, parted=[("a", "c")]).groups == (("a", "b"), ("c",))


@pytest.mark.parametrize(
    ("same", "apart", "groups"),
    [
        ([("a", "b"), ("b", "c")], [("a", "c")], (("a", "b"), ("c",))),
        ([("a", "b"), ("b", "c"), ("a", "c")], [], (("a", "b", "c"),)),
        ([("a", "b"), ("b", "c"), ("c", "d")], [("a", "d")], (("a", "b", "c"), ("d",))),
        ([("a", "b")], [("a", "b")], (("a",), ("b",), ("c",), ("d",))),
    ],
)
def test_where_decisions_contradict_one_another_the_parting_holds(same, apart, groups):
    found = merge("abcd", [], same=same, apart=apart).groups
    assert [group for group in found if len(group) > 1 or group in groups] == list(groups)
