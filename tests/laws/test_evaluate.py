"""Pairing is best and one to one; a run that repeats the gold is perfect, whatever the gold."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.evaluate import Found, Gold, Tally, compare, judge
from kgraph.evaluate.scoring import best_assignment

TEXT = "One said two, three said “four five”; six: seven. Eight wants nine."


@st.composite
def spans(draw, least=0):
    ends = sorted(
        draw(st.lists(st.integers(0, len(TEXT)), min_size=2 * least, max_size=6, unique=True))
    )
    pairs = zip(ends[::2], ends[1::2], strict=False)
    # The tokens of a content of spaces alone are none: nothing can be held against it.
    kept = tuple(pair for pair in pairs if TEXT[pair[0] : pair[1]].strip())
    return kept or (((0, 3),) if least else ())


golds = st.lists(
    st.builds(Gold, source=spans(), cue=spans(), content=spans(least=1)), min_size=1, max_size=5
)


def brute(weights):
    """The greatest total weight, by trying every assignment."""
    rows, columns = len(weights), len(weights[0]) if weights else 0
    padded = [[*row, *([0.0] * rows)] for row in weights]
    return max(
        (
            sum(padded[i][j] for i, j in enumerate(chosen))
            for chosen in permutations(range(columns + rows), rows)
        ),
        default=0.0,
    )


@given(
    st.integers(0, 3).flatmap(
        lambda columns: st.lists(
            st.lists(
                st.sampled_from([0.0, 0.5, 0.6, 0.75, 1.0, 1.002]),
                min_size=columns,
                max_size=columns,
            ),
            max_size=4,
        )
    )
)
def test_the_assignment_is_the_best_and_one_to_one(weights):
    pairs = best_assignment(weights)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(weights[i][j] > 0 for i, j in pairs)
    assert sum(weights[i][j] for i, j in pairs) == pytest.approx(brute(weights))


@given(golds)
def test_a_run_that_repeats_the_gold_is_perfect(gold):
    found = [Found(source=g.source, cue=g.cue, content=g.content) for g in gold]
    tally = Tally()
    assert tally.take(judge("k", TEXT, gold, found)) == []
    assert {score.f1 for score in tally.total().values()} == {1.0}


@given(golds, golds, st.integers(0, 9))
def test_faults_account_for_all_that_is_not_right(gold, other, seed):
    found = [Found(source=g.source, cue=g.cue, content=g.content) for g in other]
    tally = Tally()
    judged = judge("k", TEXT, gold, found)
    wrong = tally.take(judged)
    right = sum(pair.right for pair in judged.pairs)
    assert sum(fault.gold is not None for fault in wrong) == len(gold) - right
    assert sum(fault.found is not None for fault in wrong) == len(found) - right
    assert [fault.span for fault in wrong] == sorted(fault.span for fault in wrong)
    same = compare(tally, tally, resamples=20, seed=seed)
    assert {(d.difference, d.low, d.high, d.better) for d in same.values()} == {(0, 0, 0, 0.5)}
