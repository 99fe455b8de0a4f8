"""``--extractor llm`` as a user calls it."""

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.extract.llm_server import fails, finds, says, serving

ROOT = Path(__file__).parent.parent.parent
HUNT = ("Tom Hunt", "said", "it rained")


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch, tmp_path):
    for name in list(os.environ):
        if name.startswith("KGRAPH_LLM"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def records(*texts):
    lines = (
        json.dumps({"id": f"a{n}", "text": text, "published": "2025-05-01", "language": "en"})
        for n, text in enumerate(texts)
    )
    return "\n".join(lines).encode()


def options(server):
    return ["--extractor", "llm", "--llm-url", server.url, "--llm-model", "tiny"]


def test_statements_are_on_stdout_and_costs_on_stderr(kgraph):
    with serving(finds(HUNT)) as server:
        prices = ["--llm", "price-in=1", "--llm", "price-out=2"]
        ran = kgraph("extract", "-", *options(server), *prices,
                     stdin=records("Tom Hunt said it rained."))  # fmt: skip
    assert ran.code == 0
    (statement,) = json.loads(ran.out)["statements"]
    assert (statement["speaker"], statement["text"]) == ("Tom Hunt", "it rained")
    assert ran.err == (
        "tiny: requests 1, repeated 0; answers from the cache 0; tokens in 100, out 20; "
        "cost 0.0001; finds 1, dropped 0\n"
    )


def test_settings_come_from_the_environment_too(kgraph, monkeypatch):
    with serving(finds(HUNT)) as server:
        monkeypatch.setenv("KGRAPH_LLM_URL", server.url)
        monkeypatch.setenv("KGRAPH_LLM_MODEL", "tiny")
        monkeypatch.setenv("KGRAPH_LLM_KEY", "k1")
        ran = kgraph(
            "extract", "-", "--extractor", "llm", stdin=records("Tom Hunt said it rained.")
        )
        assert ran.code == 0
        assert server.headers[0][1]["Authorization"] == "Bearer k1"
        assert "k1" not in ran.out + ran.err


def test_an_article_that_the_model_refuses_is_named_and_the_rest_is_done(kgraph):
    with serving(says(None, refusal="I'd rather not"), finds(HUNT)) as server:
        ran = kgraph("extract", "-", *options(server),
                     stdin=records("He said no.", "Tom Hunt said it rained."))  # fmt: skip
    assert ran.code == 1
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == ["a1"]
    assert "refused: a0: the model did not read the part that begins “He said no. …”" in ran.err


def test_a_server_that_fails_ends_with_one_line_and_the_cost(kgraph):
    with serving(finds(HUNT), fails(401, "who are you")) as server:
        ran = kgraph("extract", "-", *options(server),
                     stdin=records("Tom Hunt said it rained.", "He said no."))  # fmt: skip
    assert ran.code == 1
    assert len(ran.out.splitlines()) == 1
    assert ran.err.splitlines() == [
        (
            "tiny: requests 2, repeated 0; answers from the cache 0; tokens in 100, out 20; "
            "finds 1, dropped 0"
        ),
        f"kgraph: {server.url}: it wants an API key (HTTP 401: who are you); set KGRAPH_LLM_KEY",
    ]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["--llm", "parallel=8"],
         ("--llm parallel: extractor 'model' asks no server; add --extractor hybrid or llm, or "
         "leave it out")),
        (["--llm-url", "http://a/v1"],
         ("--llm url: extractor 'model' asks no server; add --extractor hybrid or llm, or leave "
         "it out")),
        (["--extractor", "llm"],
         ("--llm-url: the LLM extractor is not told which server to ask; give the URL of an "
         "OpenAI-compatible server, like http://127.0.0.1:8080/v1, or set KGRAPH_LLM_URL")),
        (["--extractor", "llm", "--llm", "key=sk-1"],
         "--llm key: other users of this machine could read it; set KGRAPH_LLM_KEY instead"),
        (["--extractor", "llm", "--llm-url", "http://a/v1", "--llm-model", "m", "--jobs", "3"],
         ("--jobs: extractor 'llm' works in one process, whose requests run side by side; use "
         "--llm parallel=3 instead")),
    ],
)  # fmt: skip
def test_words_that_are_off_are_told(kgraph, words, line):
    ran = kgraph("extract", "-", *words, stdin=records("He said no."))
    assert (ran.code, ran.err) == (2, f"kgraph: {line}\n")


def test_an_unknown_setting_is_told_with_those_there_are(kgraph):
    ran = kgraph("extract", "-", "--extractor", "llm", "--llm", "speed=9", stdin=b"")
    assert ran.code == 2
    assert ran.err.startswith("kgraph: --llm speed=9: it is not SETTING=VALUE; settings are url, ")
    assert "key" not in ran.err


def test_a_killed_run_goes_on_where_it_was(tmp_path):
    """Every answer that had come is used; only what had not is asked again."""
    texts = [f"On day {n} Tom Hunt said it rained." for n in range(6)]
    reached, never = threading.Event(), threading.Event()

    def hangs(handler, body):
        reached.set()
        never.wait(20)

    with serving(*[finds(HUNT)] * 3, hangs) as server:
        command = [sys.executable, "-m", "kgraph", "ingest", "-", *options(server),
                   "--store", tmp_path / "store"]  # fmt: skip
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
        ) as first:
            first.stdin.write(records(*texts))
            first.stdin.close()
            assert reached.wait(60)
            first.send_signal(signal.SIGKILL)
            first.stderr.read()
        never.set()
        asked = len(server.asked)
        server.script[:] = [finds(HUNT)]
        # A store that lost everything shows that it is the cache that answers.
        command[-1] = tmp_path / "other"
        again = subprocess.run(
            command, input=records(*texts), env=environment, capture_output=True, check=False,
            timeout=120,
        )  # fmt: skip
        assert again.returncode == 0, again.stderr
        assert asked == 4
        assert len(server.asked) - asked == 3
    assert b"requests 3, repeated 0; answers from the cache 3;" in again.stderr
    assert b"6 new" in again.stderr
