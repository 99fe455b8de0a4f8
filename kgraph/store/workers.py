"""Queries of strangers, answered by read-only processes that are killed at the deadline."""

import queue
import subprocess
import sys
import threading
from dataclasses import dataclass
from multiprocessing import Pipe
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from kgraph import errors
from kgraph.errors import QueryError, QueryTimeout, StoreError
from kgraph.store.opening import is_url
from kgraph.store.sparql import admit, shown

BOUND: Final = 64 * 2**20
"""Bytes that an answer may have unless told otherwise."""

_START_SECONDS: Final = 60.0
_ASK_LESS: Final = "narrow the query, or add a LIMIT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A serialised answer and the name of its format."""

    format: str
    body: bytes


class QueryWorkers:
    """A few processes that each answer one query at a time, within a time limit.

    A worker that runs past the limit is killed and replaced, as is one that dies; every query
    sees all that was committed before it began. Threads may share the object. A server (an
    ``http(s)`` location) is asked over HTTP with the same limit, without processes.

    The workers are started as ``python -c``, not by ``multiprocessing``: that would run the
    main module of the caller again in every worker.

    Args:
        location: As ``open_store`` takes it.
        limit_seconds: Wall-clock seconds from the moment a worker has the query. Waiting for a
            free worker is limited to the same time.
        size: How many queries may run at a time.
        bound: Bytes that an answer may have.

    Raises:
        StoreError: There is no store to read.
    """

    def __init__(
        self, location: str | Path, limit_seconds: float, size: int = 2, *, bound: int = BOUND
    ) -> None:
        self._location = location
        self._limit = limit_seconds
        self._bound = bound
        self._closed = False
        self._lock = threading.Lock()
        self._all: set[_Worker] = set()
        self._idle: queue.LifoQueue[_Worker | None] = queue.LifoQueue()
        for _ in range(size):
            # Started on first use, so that an idle page costs no processes.
            self._idle.put(None)

    def run(self, sparql: str, accept_format: str) -> bytes:
        """The serialised answer: json, xml, csv or tsv; for triples turtle, ntriples and so on.

        Raises:
            QueryError: It does not parse, asks other servers, its answer is too large, or its
                form has no such format.
            QueryTimeout: It ran past the limit, or every worker was busy for as long.
            StoreError: The store cannot be read.
        """
        return self.answer(sparql, results=accept_format, graph=accept_format).body

    def answer(self, sparql: str, *, results: str = "json", graph: str = "turtle") -> Answered:
        """The serialised answer in one format for rows and booleans, another for triples.

        For callers who negotiate content and don't know the form of the query. Errors as ``run``.
        """
        if is_url(self._location):
            # The HTTP client takes longer to import than an embedded store to open.
            from kgraph.store.relay import relay  # noqa: PLC0415

            admit(sparql)
            name, body = relay(
                str(self._location), sparql, results, graph, limit=self._limit, bound=self._bound
            )
            return Answered(format=name, body=body)
        worker = self._take(sparql)
        try:
            name, body = worker.ask(sparql, results, graph, self._limit)
        finally:
            self._give_back(worker)
        return Answered(format=name, body=body)

    def close(self) -> None:
        """Ends all workers, also those at work; a second call does nothing."""
        with self._lock:
            self._closed = True
            workers, self._all = self._all, set()
        for worker in workers:
            worker.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _take(self, sparql: str) -> "_Worker":
        try:
            worker = self._idle.get(timeout=self._limit)
        except queue.Empty:
            raise QueryTimeout(
                shown(sparql),
                f"every query process was busy for {self._limit:g} seconds",
                "try again later",
            ) from None
        try:
            if worker is None or not worker.alive:
                worker = self._replaced(worker)
        except BaseException:
            self._idle.put(None)
            raise
        return worker

    def _replaced(self, worker: "_Worker | None") -> "_Worker":
        with self._lock:
            if worker is not None:
                self._all.discard(worker)
                worker.end()
            if self._closed:
                raise StoreError(str(self._location), "its query processes are closed", "open anew")
            fresh = _Worker(str(self._location), self._limit, self._bound)
            self._all.add(fresh)
        return fresh

    def _give_back(self, worker: "_Worker") -> None:
        if not worker.alive and not self._closed:
            # Its successor gets ready while nobody waits for it.
            try:
                self._idle.put(self._replaced(worker))
            except OSError:
                self._idle.put(None)
                raise
        else:
            self._idle.put(worker)


class _Worker:
    """One process and the connection to it."""

    def __init__(self, location: str, limit: float, bound: int) -> None:
        self._location = location
        self._connection, theirs = Pipe()
        code = (
            f"import sys; sys.path[:] = {sys.path!r}; from kgraph.store.worker import main; main()"
        )
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 -- our own interpreter and code
                [
                    sys.executable,
                    "-c",
                    code,
                    str(theirs.fileno()),
                    location,
                    str(limit),
                    str(bound),
                ],
                stdin=subprocess.PIPE,
                pass_fds=[theirs.fileno()],
            )
        self._ready = False
        self._lock = threading.Lock()

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, sparql: str, results: str, graph: str, limit: float) -> tuple[str, bytes]:
        if not self._ready:
            if not self._connection.poll(_START_SECONDS):
                self.end()
                raise self._died()
            self._receive()
            self._ready = True
        try:
            self._connection.send((sparql, results, graph))
            if not self._connection.poll(limit):
                self.end()
                raise QueryTimeout(shown(sparql), f"stopped after {limit:g} seconds", _ASK_LESS)
        except (BrokenPipeError, ConnectionResetError) as error:
            self.end()
            raise self._died() from error
        except OSError as error:
            # ``close`` in another thread has taken the connection away.
            raise self._died() from error
        kind, *rest = self._receive()
        if kind == "done":
            name, body = rest
            return name, body
        told, line, column = rest
        error_class = getattr(errors, kind)
        if issubclass(error_class, QueryError):
            raise error_class(*told, line=line, column=column)
        raise error_class(*told)

    def _receive(self) -> Any:
        try:
            return self._connection.recv()
        except (EOFError, OSError) as error:
            self.end()
            raise self._died() from error

    def _died(self) -> StoreError:
        return StoreError(self._location, "the process that ran the query died", _ASK_LESS)

    def end(self) -> None:
        with self._lock:
            self._process.kill()
            self._process.wait()
            assert self._process.stdin is not None
            self._process.stdin.close()
            # The connection stays open: whoever waits on it reads the end of the process there.
