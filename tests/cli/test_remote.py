"""The same commands over a real SPARQL server give what an embedded store gives."""

import os
import shutil
import socket
import subprocess
import sysconfig
import time
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "articles"
PROGRAM = Path(sysconfig.get_path("scripts")) / "oxigraph"
ARTICLE = "ledger-0429-monitors.txt"


@pytest.fixture
def url():
    """Of an empty oxigraph server on loopback."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [PROGRAM, "serve", "--bind", f"127.0.0.1:{port}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


def test_a_server_holds_and_answers_what_a_folder_does(kgraph, tmp_path, url, monkeypatch):
    monkeypatch.setattr("kgraph.cli.retract.now", lambda: "2025-06-02T08:30:00Z")
    folder = tmp_path / "store"
    articles = tmp_path / "articles"
    articles.mkdir()
    for file in sorted(EXAMPLES.iterdir())[:5]:
        shutil.copy(file, articles)
    shutil.copy(EXAMPLES / ARTICLE, articles)
    for store in (folder, url):
        ran = kgraph("ingest", articles, "--store", store)
        assert ran.code == 0, ran.err

    def both(*words):
        one, other = (kgraph(*words, "--store", store) for store in (folder, url))
        assert (one.code, one.out) == (other.code, other.out), other.err
        return one

    def same():
        assert both("export", "-f", "nquads").out
        assert both("articles", "-f", "csv").out
        assert both("check").code == 0
        assert both("ask", "said", "-f", "csv").out
        assert both("query", "SELECT (COUNT(*) AS ?n) { ?s a kg:Statement }", "-f", "csv").out

    same()
    both("retract", ARTICLE)
    same()
    assert "1 new" in kgraph("ingest", articles, "--store", url).err
    kgraph("ingest", articles, "--store", folder)
    same()


def test_user_and_password_of_a_server_are_never_printed(kgraph, tmp_path, url):
    secret = url.replace("http://", "http://reader:hunter2@")
    ran = kgraph("ingest", EXAMPLES / ARTICLE, "--store", secret)
    assert ran.code == 0, ran.err
    assert url.removeprefix("http://") in ran.err
    assert "hunter2" not in ran.err
    assert os.fspath(ARTICLE) in kgraph("articles", "--store", secret, "-f", "csv").out
