"""``kgraph evaluate`` on a small corpus of our own."""

import json

import pytest

from tests.evaluate import corpora


@pytest.fixture
def corpus(tmp_path):
    return corpora.write(tmp_path / "corpus.jsonl", corpora.CORPUS)


@pytest.fixture
def run(tmp_path):
    return corpora.write(tmp_path / "run.jsonl", corpora.RUN)


def figures(ran):
    return json.loads(ran.out)["measures"]


def test_a_saved_run_is_scored(kgraph, corpus, run):
    ran = kgraph("evaluate", corpus, "--predictions", run)
    assert (ran.code, ran.err) == (0, "")
    assert "2 articles, 9 attributions, 6 found" in ran.out
    assert "recall by cue" in ran.out
    assert "Brier score" in ran.out
    assert "who-said-what" in ran.out


def test_the_same_call_prints_the_same_bytes(kgraph, corpus, run):
    call = ("evaluate", corpus, "--predictions", run, "--against", run, "-f", "json")
    assert kgraph(*call).out == kgraph(*call).out


def test_an_extractor_is_measured_saved_and_scored_alike(kgraph, corpus, tmp_path):
    saved = tmp_path / "saved.jsonl"
    ran = kgraph("evaluate", corpus, "--extractor", "rules", "--save", saved, "-f", "json")
    assert ran.code == 0
    assert json.loads(ran.out)["words_per_second"] > 0
    assert figures(ran)["content-soft"]["right"] >= 3
    again = kgraph("evaluate", corpus, "--predictions", saved, "-f", "json")
    assert figures(again) == figures(ran)
    assert saved.read_text("utf-8") == kgraph("extract", corpus, "--extractor", "rules").out


def test_two_runs_are_compared(kgraph, corpus, run, tmp_path):
    gold = [
        {"id": a["id"], "statements": [dict(s) for s in a["attributions"]]} for a in corpora.CORPUS
    ]
    for row in gold:
        for statement in row["statements"]:
            statement.pop("speaker", None)
    best = corpora.write(tmp_path / "best.jsonl", gold)
    ran = kgraph("evaluate", corpus, "--predictions", best, "--against", run, "-f", "json")
    record = json.loads(ran.out)
    assert record["against"] == str(run)
    told = record["differences"]["triple-soft"]
    assert told["better"] == 1
    assert told["f1"] == pytest.approx(1 - 2 * 3 / (6 + 9))


def test_errors_are_written_in_order_and_agree_with_the_table(kgraph, corpus, run, tmp_path):
    path = tmp_path / "errors.jsonl"
    ran = kgraph("evaluate", corpus, "--predictions", run, "--errors", path, "-f", "json")
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    summed = json.loads(ran.out)["faults"]
    assert sum(len(row["kinds"]) for row in rows) == sum(summed.values())
    assert [row["article"] for row in rows] == sorted(row["article"] for row in rows)
    texts = {a["id"]: a["text"] for a in corpora.CORPUS}
    for row in rows:
        text = texts[row["article"]]
        assert row["sentence"] in text
        for side in ("gold", "found"):
            for role in ("source", "cue", "content") if row[side] else ():
                told = row[side][role]
                assert told["words"] == " … ".join(text[s:e] for s, e in told["spans"])


def test_a_broken_line_is_told_and_the_rest_is_scored(kgraph, run, tmp_path):
    bad = {"id": "x", "text": "Hello.", "attributions": [{"content": [[0, 99]]}]}
    path = corpora.write(tmp_path / "corpus.jsonl", [bad, *corpora.CORPUS])
    ran = kgraph("evaluate", path, "--predictions", run)
    assert ran.code == 1
    assert f"refused: {path}:1: attributions.0.content" in ran.err
    assert "9 attributions" in ran.out


@pytest.mark.parametrize(
    ("rows", "code", "told"),
    [
        (corpora.RUN[:1], 1, "no line for article 'tram'"),
        ([*corpora.RUN, {"id": "moon", "statements": []}], 1, "no article 'moon'"),
        (
            [corpora.RUN[0], {"id": "tram", "statements": [{"content": [[0, 9999]]}]}],
            1,
            "[0, 9999] is no span",
        ),
    ],
)
def test_a_run_that_does_not_fit_the_corpus_is_told(kgraph, corpus, tmp_path, rows, code, told):
    path = corpora.write(tmp_path / "run.jsonl", rows)
    ran = kgraph("evaluate", corpus, "--predictions", path)
    assert ran.code == code
    assert told in ran.err
    assert "9 attributions" in ran.out


@pytest.mark.parametrize("attributions", [[], None])
def test_a_corpus_without_gold_is_an_error(kgraph, tmp_path, attributions):
    row = {"id": "a", "text": "It rains."}
    row |= {"attributions": attributions} if attributions is not None else {}
    path = corpora.write(tmp_path / "corpus.jsonl", [row])
    run = corpora.write(tmp_path / "run.jsonl", [{"id": "a", "statements": []}])
    ran = kgraph("evaluate", path, "--predictions", run)
    assert (ran.code, ran.out) == (1, "")
    assert "no article has an annotated attribution; give a corpus" in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ("--predictions", "x", "--extractor", "rules"),
        ("--predictions", "x", "--save", "y"),
        ("--format", "xml"),
        ("--extractor", "magic"),
        ("--bootstrap", "0", "--against", "rules"),
        ("--bootstrap", "-1"),
    ],
)
def test_words_that_are_off_end_with_2(kgraph, corpus, words):
    ran = kgraph("evaluate", corpus, *words)
    assert (ran.code, ran.out) == (2, "")
