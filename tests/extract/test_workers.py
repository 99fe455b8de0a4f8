"""Processes that read at once give what one gives that reads in turn, whatever befalls them."""

import itertools
import multiprocessing
import os
import pickle
import signal
import time

import pytest

from kgraph.errors import InputRefused, ModelMissing, WorkersLost
from kgraph.extract.workers import Workers, cores, extract_all
from kgraph.model import Article
from tests.extract.crews import Obeying, stillborn, unloadable

TWO = Workers(load=Obeying, jobs=2)


def read(*texts, workers=TWO):
    made = (Article(key=str(n), text=text) for n, text in enumerate(texts))
    return list(extract_all(made, workers))


def told(outcomes):
    return [str(o) if isinstance(o, InputRefused) else o for o in outcomes]


@pytest.fixture(autouse=True)
def no_process_is_left():
    yield
    assert not multiprocessing.active_children()


MIXED = [
    Article(key="slow", text="sleep 0.3"),
    Article(key="quick", text="Hunt said no."),
    "not an article",
    Article(key="german", text="Hunt sagte nein.", language="de"),
    InputRefused("file", "it is empty", "give a text"),
    Article(key="refused", text="refuse it"),
    Article(key="large", text="x" * 900_000),
    Article(key="last", text="Gray agreed."),
]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_everything_comes_out_as_one_process_gives_it_in_its_turn(jobs):
    alone = told(extract_all(MIXED, Obeying()))
    assert told(extract_all(MIXED, Workers(load=Obeying, jobs=jobs))) == alone
    assert "'de'" in alone[3]
    assert alone[2] == "not an article"
    assert "not to be read" in alone[5]


def test_an_article_whose_process_was_killed_is_read_again(tmp_path):
    once = [f"die-until {tmp_path / name}" for name in ("a", "b")]
    outcomes = read("one", once[0], "two", once[1], "three")
    assert [o.article.key for o in outcomes] == ["0", "1", "2", "3", "4"]


@pytest.mark.parametrize(("order", "how"), [("die", "SIGKILL"), ("leave", "exit code 3")])
def test_an_article_that_always_kills_its_process_is_refused_by_name(order, how):
    first, refused, *rest = read("one", order, "two", "three")
    assert isinstance(refused, InputRefused)
    assert refused.where == "1"
    assert how in refused.what
    assert "--jobs" in refused.todo
    assert [o.article.text for o in (first, *rest)] == ["one", "two", "three"]


def test_a_process_killed_from_outside_costs_nothing_but_time():
    made = (Article(key=str(n), text="sleep 0.05") for n in range(40))
    keys = []
    for outcome in extract_all(made, TWO):
        keys.append(outcome.article.key)
        if len(keys) in (5, 20):
            os.kill(multiprocessing.active_children()[0].pid, signal.SIGKILL)
    assert keys == [str(n) for n in range(40)]


def test_what_an_extractor_raises_is_raised_after_all_that_stands_before_it():
    made = [Article(key=t, text=t) for t in ("sleep 0.3", "one", "raise that", "two")]
    seen = []
    with pytest.raises(ValueError, match="that") as raised:
        for outcome in extract_all(made, TWO):
            seen.append(outcome.article.key)  # noqa: PERF401
    assert seen == ["sleep 0.3", "one"]
    assert "crews.py" in raised.value.__notes__[0]


def test_an_error_that_does_not_travel_is_told_in_its_words():
    with pytest.raises(RuntimeError, match="Awkward: code 7"):
        read("awkward")


def test_what_the_input_raises_is_raised_in_its_turn():
    def broken():
        yield Article(key="one", text="sleep 0.2")
        raise OSError("the disk is gone")

    outcomes = extract_all(broken(), TWO)
    assert next(outcomes).article.key == "one"
    with pytest.raises(OSError, match="disk"):
        next(outcomes)


def test_an_extractor_that_cannot_be_made_is_told_as_in_this_process():
    with pytest.raises(ModelMissing, match="a-model"):
        read("one", workers=Workers(load=unloadable, jobs=2))


def test_processes_that_die_while_they_load_are_told():
    with pytest.raises(WorkersLost, match=r"SIGKILL.*--jobs"):
        read("one", "two", workers=Workers(load=stillborn, jobs=2))


def test_without_articles_no_process_starts():
    assert list(extract_all(["a", "b"], Workers(load=stillborn, jobs=2))) == ["a", "b"]


def test_no_more_than_a_few_articles_are_taken_before_their_turn():
    taken = itertools.count()
    endless = (Article(key=str(next(taken)), text="sleep 0.001") for _ in itertools.count())
    outcomes = extract_all(endless, TWO)
    for _ in range(100):
        next(outcomes)
    outcomes.close()
    assert next(taken) <= 100 + 32 * 2 + 1


def test_processes_end_at_once_where_no_more_is_wanted():
    made = (Article(key=str(n), text=f"sleep {n * 60}") for n in itertools.count())
    outcomes = extract_all(made, TWO)
    next(outcomes)
    begun = time.monotonic()
    outcomes.close()
    assert time.monotonic() - begun < 5
    assert not multiprocessing.active_children()


def test_errors_keep_their_parts_on_the_way():
    refused = InputRefused("a.txt", "it is empty", "give a text")
    again = pickle.loads(pickle.dumps(refused))
    assert (type(again), again.args) == (InputRefused, refused.args)


def test_there_is_a_core():
    assert 1 <= cores() <= os.cpu_count()
