"""What holds for any two texts that are compared."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.compare import compare, compare_all

TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(
        st.sampled_from(["not", "rise", "fell", "12", "1,200", "%", "May", "1987", "Kyiv", "all", "none", "denied", "claims", "5", "million"]),
        max_size=12,
    ).map(" ".join),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_scores_are_bounded_and_the_same_for_either_order(a, b):
    there, back = compare(a, b), compare(b, a)
    assert (there.related, there.conflicts) == (back.related, back.conflicts)
    assert 0 <= there.related <= 1
    assert 0 <= there.conflicts <= 1


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS, st.just("")), min_size=1, max_size=5))
def test_a_comparison_does_not_depend_on_what_else_is_compared(pairs):
    assert list(compare_all(pairs)) == [compare(*pair) for pair in pairs]


@settings(max_examples=30, deadline=None)
@given(TEXTS.filter(lambda text: any(c.isalnum() for c in text)))
def test_a_text_is_never_in_conflict_with_itself(text):
    assert compare(text, text).conflicts <= 0.5
