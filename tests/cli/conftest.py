"""A kgraph command in this process: exit code, stdout and stderr."""

import io
from dataclasses import dataclass

import pytest

from kgraph.cli import main


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


@pytest.fixture
def kgraph(monkeypatch, capfdbinary):
    """Runs ``kgraph WORDS…`` with these bytes on stdin."""

    def run(*words, stdin=b""):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capfdbinary.readouterr()
        code = 0
        try:
            main([str(word) for word in words])
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else int(bool(ended.code))
        captured = capfdbinary.readouterr()
        return Ran(code, captured.out.decode(), captured.err.decode())

    return run
