"""The process that answers queries for ``QueryWorkers`` and may be killed at any moment.

Pyoxigraph has no way to stop a query from inside its process.
"""

import math
import os
import resource
import sys
import threading
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

from kgraph.errors import KgraphError, QueryError, StoreError
from kgraph.store.answers import serialized
from kgraph.store.embedded import EmbeddedStore, open_folder
from kgraph.store.failures import STORAGE_ERRORS, store_error


class _Snapshot:
    """The state of a folder, opened anew after each commit of the process that writes it."""

    def __init__(self, location: str) -> None:
        self._folder = Path(location)
        self._seen: tuple[tuple[str, int, int], ...] = ()
        self._store: EmbeddedStore | None = None

    def current(self) -> EmbeddedStore:
        """The state of now."""
        # Listed before it is opened: a commit in between is seen the next time.
        files = tuple(self._files())
        if self._store is None or files != self._seen:
            self.forget()
            self._store = open_folder(self._folder, read_only=True, create=False)
            self._seen = files
        return self._store

    def forget(self) -> None:
        """Opens anew the next time."""
        self._store = None

    def _files(self) -> Iterator[tuple[str, int, int]]:
        for entry in sorted(self._folder.glob("*")):
            if entry.name.startswith(("LOG", "LOCK")):
                continue
            try:
                state = entry.stat()
            except FileNotFoundError:
                continue
            yield entry.name, state.st_size, state.st_mtime_ns


def serve(connection: Connection, location: str, limit_seconds: float, bound: int) -> None:
    """Answers queries from the connection until its other end closes.

    Each request is (sparql, results format, graph format); each answer is ("done", format, bytes)
    or (name of the error class, arguments, line, column).
    """
    # Whoever asked may be killed and never kill us: standard input ends with that process, and
    # the processor time of a query is limited by the kernel.
    threading.Thread(target=_end_with_parent, daemon=True).start()
    snapshot = _Snapshot(location)
    connection.send("ready")
    while True:
        try:
            sparql, results, graph = connection.recv()
        except (EOFError, OSError):
            return
        _limit_processor_time(limit_seconds)
        try:
            try:
                done = _done(snapshot.current(), sparql, results, graph, bound)
            except (StoreError, *STORAGE_ERRORS):
                # The writer may have deleted a file that this state still needed.
                snapshot.forget()
                done = _done(snapshot.current(), sparql, results, graph, bound)
            connection.send(done)
        except KgraphError as error:
            connection.send(_told(error))
        except STORAGE_ERRORS as error:
            connection.send(_told(store_error(location, error)))


def _done(
    store: EmbeddedStore, sparql: str, results: str, graph: str, bound: int
) -> tuple[str, str, bytes]:
    return ("done", *serialized(sparql, store.query(sparql), results, graph, bound))


def _told(error: KgraphError) -> tuple[str, tuple[str, str, str], int | None, int | None]:
    line, column = (error.line, error.column) if isinstance(error, QueryError) else (None, None)
    return type(error).__name__, (error.where, error.what, error.todo), line, column


def _limit_processor_time(seconds: float) -> None:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = usage.ru_utime + usage.ru_stime
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    # Above the deadline of the caller, who can say what happened; this one only kills.
    soft = math.ceil(used + 2 * seconds + 1)
    resource.setrlimit(
        resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard)
    )


def _end_with_parent() -> None:
    # Not sys.stdin: its lock, held by this thread, would break the interpreter's own ending.
    os.read(0, 1)
    os._exit(0)


def main() -> None:
    """Runs one worker; the arguments are those of ``serve``, the connection as a descriptor."""
    descriptor, location, limit_seconds, bound = sys.argv[1:]
    serve(Connection(int(descriptor)), location, float(limit_seconds), int(bound))


if __name__ == "__main__":
    main()
