"""Answers of language models that are kept on disk, so that no question is paid for twice."""

import sqlite3
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from kgraph.errors import LlmError

_APPLICATION = 0x6B67_6C6D
"""Marks the file as ours ("kglm"), so that no other SQLite file is written to."""

_BUSY = 60.0


class Cache(Protocol):
    """Keeps texts under keys."""

    def get(self, key: str) -> str | None:
        """The text under the key, or None."""
        ...

    def put(self, key: str, text: str) -> None:
        """The text is kept under the key."""
        ...


class NoCache:
    """Keeps nothing."""

    def get(self, key: str) -> str | None:
        """None."""

    def put(self, key: str, text: str) -> None:
        """Nothing is kept."""


class DiskCache:
    """Keeps answers in one SQLite file, which several threads and processes may share.

    An answer is there when ``put`` returns, whatever happens to the process afterwards. The file
    is opened with the first question.

    Args:
        path: Is made, with its folders, where it does not exist.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None

    def get(self, key: str) -> str | None:
        """The answer under the key, or None.

        Raises:
            LlmError: The file is no cache of kgraph, or cannot be read.
        """
        with self._using() as connection:
            row = connection.execute("SELECT answer FROM answers WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else None

    def put(self, key: str, text: str) -> None:
        """The answer is on disk.

        Raises:
            LlmError: The file is no cache of kgraph, or cannot be written.
        """
        with self._using() as connection, connection:
            connection.execute("INSERT OR REPLACE INTO answers VALUES (?, ?)", (key, text))

    @contextmanager
    def _using(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                if self._connection is None:
                    self._connection = _opened(self._path)
                    weakref.finalize(self, self._connection.close)
                yield self._connection
            except (sqlite3.Error, OSError) as error:
                raise LlmError(
                    str(self._path),
                    f"the cache of answers cannot be used: {error}",
                    "name another file with --llm cache=FILE, or cache=off",
                ) from error


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=_BUSY, check_same_thread=False)
    try:
        (mark,) = connection.execute("PRAGMA application_id").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if mark != _APPLICATION and tables:
            raise sqlite3.DatabaseError("it is the file of another program")  # noqa: TRY301
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, answer TEXT NOT NULL)"
            " WITHOUT ROWID"
        )
    except BaseException:
        connection.close()
        raise
    return connection
