"""``--jobs N`` changes how long it takes, and nothing else."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "articles"

needs_proc = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks Linux's /proc")


def workers(pid):
    """The processes of ``--jobs`` that this one has started."""
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    words = {int(one): Path(f"/proc/{one}/cmdline").read_bytes() for one in listed}
    return [one for one, line in words.items() if b"resource_tracker" not in line]


def running(pid):
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    return False


def soon(what):
    """Whether it comes true within ten seconds."""
    until = time.monotonic() + 10
    while not what() and time.monotonic() < until:
        time.sleep(0.02)
    return what()


@pytest.fixture
def many(tmp_path):
    file = tmp_path / "many.jsonl"
    texts = (f"Mayor {n} said that bridge {n} is open. " * 5 for n in range(400))
    rows = [{"id": f"a{n}", "published": "2025-05-02", "text": t} for n, t in enumerate(texts)]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return file


def started(*words):
    return subprocess.Popen(
        [sys.executable, "-m", "kgraph", *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_two_jobs_write_the_same_bytes_and_refuse_the_same(kgraph, tmp_path):
    bad = tmp_path / "bad.jsonl"
    german = "Der Minister sagte am Montag, dass die Brücke bald wieder geöffnet werde."
    bad.write_text('{"id": 1\n' + json.dumps({"id": "g", "text": german, "language": "de"}) + "\n")
    words = ["extract", bad, tmp_path / "none.txt", EXAMPLES, "--extractor", "rules"]
    one, two = (kgraph(*words, "--jobs", jobs) for jobs in (1, 2))
    assert two == one
    assert two.code == 1
    assert [line.split()[0] for line in two.err.splitlines()] == ["refused:"] * 3


@needs_proc
def test_an_ingest_whose_process_is_killed_makes_the_same_graph(kgraph, tmp_path, many):
    rows = many.read_text().splitlines(keepends=True)[:24]
    many.write_text("".join(rows))
    words = ["ingest", many, "--extractor", "rules", "--every", "1", "--store"]
    with started(*words, tmp_path / "two", "-j", "2") as process:
        for line in process.stderr:
            if line.startswith("3 articles"):
                os.kill(workers(process.pid)[0], signal.SIGKILL)
    assert process.returncode == 0
    kgraph(*words, tmp_path / "one")
    one, two = (kgraph("export", "-f", "nquads", "-s", tmp_path / s).out for s in ("one", "two"))
    assert two == one
    assert kgraph(*words, tmp_path / "two", "-j", "2").err.count("24 unchanged") == 1


@needs_proc
@pytest.mark.parametrize("command", ["extract", "ingest"])
def test_ctrl_c_ends_all_processes_at_once_without_a_traceback(tmp_path, many, command):
    store = ["--store", tmp_path / "store", "--every", "1"] if command == "ingest" else []
    with started(command, many, "-j", "2", "--extractor", "rules", *store) as process:
        (process.stderr if store else process.stdout).readline()
        pids = workers(process.pid)
        assert len(pids) == 2
        begun = time.monotonic()
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to every process
        _, err = process.communicate()
    assert process.returncode == 130
    assert time.monotonic() - begun < 5
    assert "Traceback" not in err
    assert not [pid for pid in pids if running(pid)]


@needs_proc
def test_processes_do_not_outlive_a_killed_parent(many):
    with started("extract", many, "-j", "2", "--extractor", "rules") as process:
        process.stdout.readline()
        pids = workers(process.pid)
        process.kill()
        process.communicate()
    assert len(pids) == 2
    assert soon(lambda: not [pid for pid in pids if running(pid)])


def test_jobs_below_zero_are_words_that_are_off(kgraph, many):
    assert kgraph("extract", many, "--jobs", "-1").code == 2
