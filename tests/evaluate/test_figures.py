"""Counts add up to figures that a hand can check."""

import json

import pytest

from kgraph.evaluate import Found, Gold, Report, Tally, compare, intervals, judge, read_corpus
from kgraph.evaluate.corpus import read_run
from kgraph.evaluate.figures import reliability
from kgraph.evaluate.report import to_record, to_text
from tests.evaluate import corpora


@pytest.fixture
def tally(tmp_path):
    made = Tally()
    run = read_run(corpora.write(tmp_path / "run.jsonl", corpora.RUN), on_refused=pytest.fail)
    corpus = corpora.write(tmp_path / "corpus.jsonl", corpora.CORPUS)
    for annotated in read_corpus([corpus], on_refused=pytest.fail):
        text = annotated.article.text
        found = run[annotated.article.key].found(text)
        made.take(judge(annotated.article.key, text, annotated.gold, found))
    return made


@pytest.mark.parametrize(
    ("measure", "right", "found", "gold"),
    [
        ("content-soft", 4, 6, 9),
        ("cue", 4, 6, 9),
        ("source", 3, 6, 9),
        ("triple-soft", 3, 6, 9),
        ("who-said-what", 1, 3, 3),
    ],
)
def test_the_score_of_a_measure_is_as_counted_by_hand(tally, measure, right, found, gold):
    score = tally.total()[measure]
    assert (score.right, score.found, score.gold) == (right, found, gold)
    assert score.f1 == pytest.approx(2 * right / (found + gold))


def test_recall_is_told_by_kind(tally):
    recall = to_record(Report(name="run", tally=tally))["recall"]
    assert recall["kind"]["reported speech"] == {
        "gold": 6, "content-soft": 4 / 6, "triple-soft": 3 / 6,
    }  # fmt: skip
    assert recall["cue"]["say"]["triple-soft"] == 1
    assert recall["cue"]["according to"] == {"gold": 1, "content-soft": 1, "triple-soft": 0}
    assert recall["quotation"]["mixed"]["gold"] == 1
    assert sum(row["gold"] for row in recall["cue"].values()) == 9


def test_faults_are_summed_by_kind(tally):
    assert dict(tally.faults) == {
        "wrong speaker": 1,
        "missed": 3,
        "spurious": 1,
        "source missing": 1,
        "content too long": 1,
        "missed, found nested": 1,
    }


def test_who_said_what_is_told_only_where_the_gold_tells_speakers():
    bare = Tally()
    one = Gold(source=(), cue=(), content=((0, 3),))
    bare.take(judge("k", "Hey you", [one], []))
    assert "who-said-what" not in bare.total()


def test_reliability_is_that_of_the_bins():
    scored = [(0.95, True)] * 9 + [(0.95, False)] + [(0.55, True), (0.55, False)]
    told = reliability(scored, gold=20)
    assert [(b.low, b.count, b.mean, b.right) for b in told.bins] == [
        (0.5, 2, pytest.approx(0.55), 0.5),
        (0.9, 10, pytest.approx(0.95), 0.9),
    ]
    assert told.ece == pytest.approx((2 * 0.05 + 10 * 0.05) / 12)
    brier = (9 * 0.05**2 + 0.95**2 + 0.45**2 + 0.55**2) / 12
    assert told.brier == pytest.approx(brier)
    assert told.base_brier == pytest.approx(10 / 12 * 2 / 12)
    assert (told.kept[0.9].found, told.kept[0.9].precision, told.kept[0.9].recall) == (
        10,
        0.9,
        0.45,
    )


@pytest.mark.parametrize(
    ("confidence", "low"), [(0.0, 0.0), (0.3, 0.3), (0.7, 0.7), (0.999, 0.9), (1.0, 0.9)]
)
def test_a_confidence_falls_into_its_bin(confidence, low):
    (only,) = reliability([(confidence, True)], gold=1).bins
    assert only.low == low


def test_a_run_without_confidences_has_no_reliability():
    bare = Tally()
    span = ((0, 3),)
    one = Gold(source=(), cue=(), content=span)
    bare.take(judge("k", "Hey you", [one], [Found(source=(), cue=(), content=span)]))
    assert bare.reliability() is None
    assert "reliability" not in to_record(Report(name="run", tally=bare))
    assert "Brier" not in to_text(Report(name="run", tally=bare))


def many(right):
    """A tally of ten articles of two attributions; the first ``right`` articles are all right."""
    made, text = Tally(), "one two three four"
    gold = [Gold(source=(), cue=(), content=span) for span in (((0, 3),), ((4, 7),))]
    for number in range(10):
        found = [
            Found(source=(), cue=(), content=g.content) for g in gold[: 2 if number < right else 1]
        ]
        made.take(judge(str(number), text, gold, found))
    return made


def test_the_better_run_is_better_in_nearly_all_resamples():
    told = compare(many(8), many(2), resamples=500, seed=1)["triple-soft"]
    assert told.better > 0.99
    assert 0 <= told.low < told.difference < told.high
    back = compare(many(2), many(8), resamples=500, seed=1)["triple-soft"]
    turned = (-told.high, -told.low, 1 - told.better)
    assert (back.low, back.high, back.better) == pytest.approx(turned)


def test_the_same_seed_gives_the_same_intervals_and_they_hold_the_figure():
    one = intervals(many(5), resamples=300, seed=3)
    assert one == intervals(many(5), resamples=300, seed=3)
    assert intervals(many(5), resamples=3, seed=3) != intervals(many(5), resamples=3, seed=4)
    low, high = one["triple-soft"]
    assert low < many(5).total()["triple-soft"].f1 < high


def test_runs_of_different_articles_are_not_compared():
    with pytest.raises(ValueError, match="different articles"):
        compare(many(5), Tally(), resamples=10, seed=0)


def test_the_report_is_json_through_and_through(tally):
    report = Report(
        name="run", tally=tally, intervals=intervals(tally, resamples=20, seed=0), against="old",
        differences=compare(tally, tally, resamples=20, seed=0), words_per_second=1234.5,
    )  # fmt: skip
    record = to_record(report)
    assert json.loads(json.dumps(record)) == record
    assert record["differences"]["triple-soft"]["better"] == 0.5
    text = to_text(report)
    assert "1,234 words a second" in text
    assert "F1 less that of old" in text
