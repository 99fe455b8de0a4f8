"""The numbers by which sets meet."""

from hypothesis import given
from hypothesis import strategies as st

from kgraph.resolve.minhash import ALGORITHM, minhash

HASHES = st.lists(st.integers(min_value=0, max_value=2**48 - 1))


def test_they_are_what_they_have_always_been():
    # Whoever updates the library would derive another graph from the same evidence: raise FORMAT.
    assert (ALGORITHM, minhash(range(5), 4)) == (2, (875372014, 155744552, 1263137699, 214156210))


@given(HASHES)
def test_order_and_repetition_change_nothing(hashes):
    assert minhash(hashes, 8) == minhash([*reversed(hashes), *hashes], 8)


def test_an_empty_set_meets_nothing():
    assert minhash([], 8) == ()


def test_as_many_places_agree_as_two_sets_have_in_common():
    one, other = (minhash(range(start, start + 300), 512) for start in (0, 100))
    agreeing = sum(a == b for a, b in zip(one, other, strict=True)) / 512
    assert abs(agreeing - 200 / 400) < 0.07
