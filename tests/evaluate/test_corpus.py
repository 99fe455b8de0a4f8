"""Lines of corpora and runs are checked; a broken one is refused by its place, the rest goes on."""

import json

import pytest

from kgraph.errors import InputRefused
from kgraph.evaluate import read_corpus, read_run
from tests.evaluate import corpora

GOOD = {"id": "a", "text": "It rains, Bo said.", "attributions": []}
SPAN = {"source": [], "cue": [], "content": [[0, 8]]}


def read(tmp_path, *lines):
    path = tmp_path / "corpus.jsonl"
    path.write_text("\n".join(x if isinstance(x, str) else json.dumps(x) for x in lines), "utf-8")
    refused = []
    return list(read_corpus([path], on_refused=refused.append)), [str(r) for r in refused]


def test_an_article_comes_with_its_gold(tmp_path):
    row = {**GOOD, "attributions": [{**SPAN, "cue": [[13, 17], [10, 12]], "speaker": "Bo"}]}
    ((annotated,), refused) = read(tmp_path, row)
    assert refused == []
    assert annotated.article.text == GOOD["text"]
    (gold,) = annotated.gold
    assert (gold.cue, gold.content, gold.speakers) == (((10, 12), (13, 17)), ((0, 8),), ("Bo",))


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [("Bo", ("Bo",)), (["Bo", "Bo Ek"], ("Bo", "Bo Ek")), ("", ()), (None, ()), ([], ())],
)
def test_a_speaker_may_have_several_names_or_none(tmp_path, speaker, expected):
    ((annotated,), _) = read(tmp_path, {**GOOD, "attributions": [{**SPAN, "speaker": speaker}]})
    assert annotated.gold[0].speakers == expected


@pytest.mark.parametrize(
    ("bad", "what"),
    [
        ("{", "broken JSON"),
        ("[]", "not an object"),
        ({"id": "b", "text": "x"}, "no 'attributions'"),
        ({"text": "x", "attributions": []}, "no id"),
        ({"id": "b", "attributions": []}, "no text"),
        (GOOD, "the id 'a' came before"),
        ({**GOOD, "id": "b", "attributions": 3}, "attributions"),
        ({**GOOD, "id": "b", "attributions": [{"content": [[0]]}]}, "attributions.0.content.0"),
        ({**GOOD, "id": "b", "attributions": [{"content": [["0", 2]]}]}, "attributions.0.content"),
        ({**GOOD, "id": "b", "attributions": [{**SPAN, "speaker": 3}]}, "attributions.0.speaker"),
        ({**GOOD, "id": "b", "attributions": [{"cue": [[0, 2]]}]}, "it has no content"),
        ({**GOOD, "id": "b", "attributions": [{"content": [[0, 99]]}]}, "[0, 99] is no span"),
        ({**GOOD, "id": "b", "attributions": [{"content": [[-1, 2]]}]}, "[-1, 2] is no span"),
        ({**GOOD, "id": "b", "attributions": [{"content": [[3, 3]]}]}, "[3, 3] is no span"),
        ({**GOOD, "id": "b", "attributions": [{**SPAN, "cue": [[5, 2]]}]}, "attributions.0.cue"),
    ],
)
def test_a_broken_line_is_refused_and_the_rest_goes_on(tmp_path, bad, what):
    annotated, refused = read(tmp_path, GOOD, bad, {**GOOD, "id": "c"})
    assert [a.article.key for a in annotated] == ["a", "c"]
    (line,) = refused
    assert "corpus.jsonl:2" in line
    assert what in line


@pytest.mark.parametrize(
    ("bad", "what"),
    [
        ("{", "invalid json"),
        ("[]", "input should be an object"),
        ({"statements": []}, "id: field required"),
        ({"id": "b"}, "no 'statements'"),
        ({"id": "a", "statements": []}, "the id 'a' came before"),
        ({"id": "b", "statements": [{"confidence": 2}]}, "statements.0.confidence"),
        ({"id": "b", "statements": [{"content": [[0.5, 1]]}]}, "statements.0.content.0.0"),
    ],
)
def test_a_broken_line_of_a_run_is_refused(tmp_path, bad, what):
    path = tmp_path / "run.jsonl"
    lines = [{"id": "a", "statements": []}, bad, {"id": "c", "attributions": [SPAN]}]
    path.write_text("\n".join(x if isinstance(x, str) else json.dumps(x) for x in lines), "utf-8")
    refused = []
    run = read_run(path, on_refused=refused.append)
    assert sorted(run) == ["a", "c"]
    (line,) = map(str, refused)
    assert line.startswith(f"{path}:2: ")
    assert what in line
    assert run["c"].found(GOOD["text"])[0].content == ((0, 8),)


def test_spans_of_a_run_are_held_against_the_text(tmp_path):
    row = {"id": "a", "statements": [SPAN, {**SPAN, "source": [[2, 90]]}]}
    run = read_run(corpora.write(tmp_path / "run.jsonl", [row]), on_refused=pytest.fail)
    with pytest.raises(InputRefused, match=r"run\.jsonl:1: statements\.1\.source.*\[2, 90\]"):
        run["a"].found(GOOD["text"])


def test_a_run_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(InputRefused):
        read_run(tmp_path / "none.jsonl", on_refused=pytest.fail)
