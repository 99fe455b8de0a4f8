"""Where output goes: failures of stdout and of files are one line, and never the store's fault."""

import os
import subprocess
import sys

import pytest

ARTICLE = (
    "Title: Bridge to open\nOutlet: The Courier\nDate: 2025-05-02\n\n"
    '"We will open the bridge on Monday," Mayor Ruth Okafor said.\n'
)
ROWS = "SELECT * { ?s ?p ?o }"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("output")
    (folder / "a.txt").write_text(ARTICLE)
    ran = run(folder, "ingest", "a.txt")
    assert ran.returncode == 0, ran.stderr
    return folder


def run(folder, *words, **streams):
    streams = {"stdout": subprocess.PIPE, "stdin": subprocess.DEVNULL, **streams}
    return subprocess.run(
        [sys.executable, "-m", "kgraph", *words], cwd=folder, check=False, text=True,
        stderr=subprocess.PIPE, timeout=120, **streams,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )  # fmt: skip


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110
@pytest.mark.parametrize(
    "words",
    [("query", ROWS), ("query", ROWS, "-f", "csv"), ("ask",), ("export", "-f", "nquads"), ("-h",)],
)
def test_a_full_device_is_one_line(place, words):
    with open("/dev/full", "w") as full:  # noqa: PTH123
        ran = run(place, *words, stdout=full)
    assert ran.returncode == 1
    assert "stdout: " in ran.stderr
    assert "No space left on device" in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


@pytest.mark.parametrize("words", [("query", ROWS), ("export", "-f", "nquads"), ("ask",)])
def test_a_reader_that_has_gone_is_no_fault(place, words):
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as nobody:
        ran = run(place, *words, stdout=nobody)
    assert ran.returncode == 1
    assert not ran.stderr


@pytest.mark.parametrize(
    ("closed", "words", "code", "told"),
    [
        (0, ("query",), 2, "stdin: nothing is connected"),
        (0, ("ingest", "-"), 1, "stdin: nothing is connected"),
        (0, ("ingest", "a.txt"), 0, "1 unchanged"),
        (1, ("articles",), 1, "stdout: nothing is connected"),
        (2, ("articles", "--store", "none"), 1, ""),
    ],
)
def test_a_closed_stream_is_told(place, closed, words, code, told):
    # The shell closes it: "<&-", "1>&-", "2>&-".
    call = f'exec "$0" -m kgraph "$@" {closed}{"<" if closed == 0 else ">"}&-'
    ran = subprocess.run(
        ["/bin/sh", "-c", call, sys.executable, *words], cwd=place, check=False, text=True,
        capture_output=True, timeout=120,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )  # fmt: skip
    assert ran.returncode == code
    assert told in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not ran.stdout


@pytest.mark.parametrize("path", ["nowhere/graph.nq", "."])
def test_a_folder_that_is_missing_or_no_file_is_the_callers_fault(place, path):
    ran = run(place, "export", "-f", "nquads", "-o", path)
    assert ran.returncode == 2
    assert path in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_a_failed_command_leaves_the_file_as_it_was(place):
    (place / "kept.csv").write_text("before")
    assert run(place, "query", "SELECT nonsense", "-o", "kept.csv").returncode == 1
    assert (place / "kept.csv").read_text() == "before"
    assert not list(place.glob(".kept.csv*"))


def test_help_and_questions_come_without_the_heavy_libraries(place):
    code = (
        "import sys; from kgraph.cli import main\n"
        "try: main(['ask'])\n"
        "finally: print(sorted({m.partition('.')[0] for m in sys.modules}"
        " & {'spacy', 'trafilatura', 'starlette', 'rdflib', 'networkx', 'lxml'}), file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )  # fmt: skip
    assert ran.stderr.strip() == "[]"
