"""Benchmarks run one after the other; a floor that falls, a failure, a missing corpus are told."""

import importlib.util
import json
from pathlib import Path

import pytest

from kgraph.evaluate import read_corpus

BENCHMARKS = Path(__file__).parent.parent.parent / "benchmarks"


@pytest.fixture(scope="module")
def run():
    spec = importlib.util.spec_from_file_location("run", BENCHMARKS / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def entry(run, code, *floors, needs=()):
    return run.Entry(
        name="n", run=("{python}", "-c", code, "{out}"), floors=tuple(floors), needs=needs
    )


def writes(record):
    code = f"import sys; open(sys.argv[1], 'w').write({json.dumps(record)!r})"
    # The braces of the record are no places to fill in.
    return code.replace("{", "{{").replace("}", "}}")


@pytest.mark.parametrize(
    ("value", "floor", "direction", "outcome"),
    [
        (0.7, 0.7, "at least", "ok"),
        (0.69, 0.7, "at least", "FELL"),
        (0.7, 0.7, "at most", "ok"),
        (0.71, 0.7, "at most", "FELL"),
    ],
)
def test_a_figure_is_held_against_its_floor(run, value, floor, direction, outcome):
    one = run.Floor(figure="a.0.b", floor=floor, direction=direction)
    (row,) = run.outcomes(entry(run, writes({"a": [{"b": value}]}), one), None, allow_missing=False)
    assert row.outcome == outcome
    assert row.value == f"{value:.4g}"


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("raise SystemExit('no weights')", "exit code 1: no weights"),
        ("pass", "exit code 0: no figures written"),
        (writes({"b": 1}), "there is no such figure"),
        (writes({"a": "many"}), "there is no such figure"),
    ],
)
def test_a_benchmark_that_gives_no_figure_has_failed(run, code, why):
    one = entry(run, code, run.Floor(figure="a", floor=0))
    (row,) = run.outcomes(one, None, allow_missing=True)
    assert (row.outcome, row.why) == ("FAILED", why)


@pytest.mark.parametrize(("allowed", "outcome"), [(False, "MISSING"), (True, "left out")])
@pytest.mark.parametrize("given", [False, True])
def test_a_missing_corpus_is_told(run, tmp_path, given, allowed, outcome):
    one = entry(run, "raise SystemExit(9)", run.Floor(figure="a", floor=0), needs=("x/dev.jsonl",))
    (row,) = run.outcomes(one, tmp_path if given else None, allow_missing=allowed)
    assert row.outcome == outcome
    assert "needs x/dev.jsonl" in row.why


def test_a_corpus_that_is_there_is_used(run, tmp_path):
    (tmp_path / "dev.jsonl").write_text("[7]", encoding="utf-8")
    code = "import sys; open(sys.argv[1], 'w').write(open(sys.argv[2]).read())"
    one = run.Entry(
        name="n",
        run=("{python}", "-c", code, "{out}", "{corpora}/dev.jsonl"),
        floors=(run.Floor(figure="0", floor=7),),
        needs=("dev.jsonl",),
    )
    (row,) = run.outcomes(one, tmp_path, allow_missing=False)
    assert row.outcome == "ok"


@pytest.mark.parametrize(("floor", "code"), [(1, 0), (2, 1)])
def test_the_exit_code_tells_whether_all_floors_hold(
    run, tmp_path, monkeypatch, capsys, floor, code
):
    row = {
        "name": "n", "run": ["{python}", "-c", writes({"a": 1}), "{out}"],
        "floors": [{"figure": "a", "floor": floor}],
    }  # fmt: skip
    path = tmp_path / "floors.json"
    path.write_text(json.dumps([row]), encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["run.py", "--floors", str(path)])
    try:
        run.main()
        ended = 0
    except SystemExit as exit_:
        ended = exit_.code
    assert ended == code
    assert "| n | a | 1 |" in capsys.readouterr().out


def test_the_floors_are_well_formed_and_each_has_its_own_name(run):
    entries = run.read(BENCHMARKS / "floors.json")
    assert len({one.name for one in entries}) == len(entries)
    for one in entries:
        assert one.floors
        assert all(any(need in word for word in one.run) for need in one.needs)


def test_the_own_corpus_is_whole():
    articles = list(read_corpus([BENCHMARKS / "own.jsonl"], on_refused=pytest.fail))
    assert sum(len(annotated.gold) for annotated in articles) == 31
