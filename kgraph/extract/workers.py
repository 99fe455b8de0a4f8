"""Several processes read articles at once; what comes out is as if one had read them in turn.

Each process loads its models once and has one article at a time, over a pipe of its own: when one
dies (``kill -9``, out of memory), the article at fault is known, and it alone is read again. The
processes end with the pipe, so that none outlives whoever started it.
"""

import contextlib
import multiprocessing as mp
import os
import pickle
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TypeVar

from kgraph.errors import InputRefused, WorkersLost
from kgraph.extract import Extractor
from kgraph.model import Article, Extraction

_T = TypeVar("_T")

_TRIES = 3
"""Times that an article may take its process with it before it is refused."""

_AHEAD = 32
"""Articles for each process that may be read or done before the turn of the first of them.

Fewer would make all wait for a long one; more would take memory.
"""

ONE_THREAD = dict.fromkeys(
    (
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "MKL_NUM_THREADS",
        "BLIS_NUM_THREADS",
        "VECLIB_MAXIMUM_THREADS",
    ),
    "1",
)
"""Processes that each took all cores would wait for one another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workers:
    """An extractor at work in several processes.

    Attributes:
        load: Makes the extractor, in each process anew; it and what it makes use of can be
            pickled, as a function of a module or a ``functools.partial`` of one can.
        jobs: How many processes; 0 for one a core.
    """

    load: Callable[[], Extractor]
    jobs: int


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def extract_all(
    items: Iterable[Article | _T], extractor: Extractor | Workers
) -> Iterator[Extraction | InputRefused | _T]:
    """In place of each article what it says, or its refusal; what is no article stays as it is.

    With ``Workers``, up to 32 articles a process are taken before their turn comes. Processes
    start when there is something to read and end with the iterator.

    Raises:
        WorkersLost: Processes die before they have read anything.
        Exception: What the extractor or ``items`` raises, after all that stands before it.
    """
    if isinstance(extractor, Workers):
        yield from _Crew(extractor).read(items)
        return
    for item in items:
        yield _outcome(item, extractor) if isinstance(item, Article) else item


def _outcome(article: Article, extractor: Extractor) -> Extraction | InputRefused:
    """What the article says; its refusal where it is in another language or the extractor refuses."""
    if article.language and article.language not in extractor.languages:
        return InputRefused(
            article.key,
            f"the article is in '{article.language}', which extractor "
            f"'{extractor.name}' does not read",
            f"give articles in {', '.join(sorted(extractor.languages))}",
        )
    try:
        return extractor.extract(article)
    except InputRefused as refused:
        return refused


@dataclass(frozen=True, slots=True)
class _Raised:
    """What stands for an error until its turn comes."""

    error: Exception


@dataclass(slots=True, kw_only=True)
class _Task:
    turn: int
    article: Article
    deaths: int = 0


@dataclass(slots=True, kw_only=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    ready: bool = False
    task: _Task | None = None


class _Crew:
    """The processes of one run: who reads what, what waits, and what is done but not yet due."""

    def __init__(self, workers: Workers) -> None:
        self._load = workers.load
        self._jobs = workers.jobs or cores()
        self._workers: list[_Worker] = []
        self._waiting: deque[_Task] = deque()
        self._stillborn = 0
        # By turn: extractions, refusals, errors, and what came in as no article.
        self._done: dict[int, object] = {}

    def read(self, items: Iterable[Article | _T]) -> Iterator[Extraction | InputRefused | _T]:
        """As ``extract_all``."""
        source = iter(items)
        due = taken = 0
        more = True
        try:
            while more or due < taken:
                wanted = more and len(self._waiting) < self._jobs and taken - due < self._most
                self._receive(block=not wanted and due not in self._done)
                self._hand_out()
                if wanted:
                    more = self._take(source, taken)
                    taken += more
                if due in self._done:
                    outcome = self._done.pop(due)
                    due += 1
                    if isinstance(outcome, _Raised):
                        raise outcome.error
                    yield outcome  # type: ignore[misc]
        finally:
            self._stop()

    @property
    def _most(self) -> int:
        return _AHEAD * self._jobs

    def _take(self, source: Iterator[object], turn: int) -> bool:
        """Whether there was one more item; an article waits now, anything else is done."""
        try:
            item = next(source)
        except StopIteration:
            return False
        except Exception as error:  # noqa: BLE001  (raised when its turn comes)
            item = _Raised(error)
        if isinstance(item, Article):
            self._waiting.append(_Task(turn=turn, article=item))
        else:
            self._done[turn] = item
        return True

    def _hand_out(self) -> None:
        """Every process that can has an article; another starts where articles have none."""
        for worker in [w for w in self._workers if w.ready and w.task is None]:
            if not self._waiting:
                return
            worker.task = self._waiting.popleft()
            try:
                worker.pipe.send(worker.task.article)
            except OSError:  # it was killed while it had nothing to do
                self._waiting.appendleft(worker.task)
                worker.task = None
                self._dismiss(worker)
        starting = sum(not w.ready for w in self._workers)
        wanted = min(len(self._waiting) - starting, self._jobs - len(self._workers))
        for _ in range(wanted):
            self._workers.append(_started(self._load))

    def _receive(self, *, block: bool) -> None:
        """What the processes have to tell is known; with ``block``, something is."""
        if not self._workers:
            return
        by_pipe = {worker.pipe: worker for worker in self._workers}
        for pipe in wait(list(by_pipe), None if block else 0):
            worker = by_pipe[pipe]  # type: ignore[index]
            try:
                told = worker.pipe.recv()
            except (EOFError, OSError):
                self._lost(worker)
                continue
            if worker.task is not None:
                self._done[worker.task.turn] = told
                worker.task = None
            elif isinstance(told, _Raised):  # the extractor can't be made
                raise told.error
            else:
                worker.ready = True
                self._stillborn = 0

    def _lost(self, worker: _Worker) -> None:
        """A process died: its article is read again, or refused where it is always the same one."""
        worker.process.join(1)  # its pipe closes a little before it ends, with a code of its own
        self._dismiss(worker)
        ended = _ended(worker.process)
        task = worker.task
        if task is not None:
            task.deaths += 1
            if task.deaths < _TRIES:
                self._waiting.appendleft(task)
            else:
                self._done[task.turn] = InputRefused(
                    task.article.key,
                    f"{_TRIES} processes that read it ended ({ended})",
                    "split it, or leave more memory to each process with fewer --jobs",
                )
        elif not worker.ready:
            self._stillborn += 1
            if self._stillborn == _TRIES:
                raise WorkersLost(
                    "--jobs",
                    f"{_TRIES} processes ended while they loaded their models ({ended})",
                    "give fewer --jobs or free some memory, then run the same command again",
                )

    def _dismiss(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()

    def _stop(self) -> None:
        """No process is left, whatever it was at."""
        for worker in self._workers:
            worker.process.kill()
        for worker in list(self._workers):
            self._dismiss(worker)


def _started(load: Callable[[], Extractor]) -> _Worker:
    # Spawned, not forked: a fork of a process with threads or an open store may hang.
    context = mp.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, load), daemon=True)
    with _deaf_to_ctrl_c():
        process.start()
    theirs.close()  # or its end would not be told when the process dies
    return _Worker(process=process, pipe=ours)


@contextlib.contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Processes started here never see Ctrl-C, which a terminal sends to all; this one ends them."""
    # Started first, because its own start would take the block away.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _ended(process: BaseProcess) -> str:
    """How a process ended, in words.

    >>> class Killed: exitcode = -9
    >>> _ended(Killed)
    'SIGKILL'
    """
    code = process.exitcode
    if code is None or code >= 0:
        return f"exit code {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"


def _work(pipe: Connection, load: Callable[[], Extractor]) -> None:
    """One process: makes the extractor, then answers every article until the pipe is closed."""
    os.environ.update(ONE_THREAD)
    with contextlib.suppress(EOFError, OSError):
        try:
            extractor = load()
        except Exception as error:  # noqa: BLE001  (raised by whoever started this)
            pipe.send(_Raised(_portable(error)))
            return
        pipe.send(None)
        while True:
            article = pipe.recv()
            pipe.send(_told(article, extractor))


def _told(article: Article, extractor: Extractor) -> Extraction | InputRefused | _Raised:
    try:
        return _outcome(article, extractor)
    except Exception as error:  # noqa: BLE001  (raised by whoever started this, in its turn)
        return _Raised(_portable(error))


def _portable(error: Exception) -> Exception:
    """The error with a note of where it happened, or its words where it can't be pickled."""
    words = "".join(traceback.format_exception(error))
    try:
        again: Exception = pickle.loads(pickle.dumps(error))  # noqa: S301  (ours)
    except Exception:  # noqa: BLE001  (constructors of others' errors may raise anything)
        again = RuntimeError(words)
    else:
        again.add_note(f"in a process of --jobs:\n{words}")
    return again
