"""What several commands share: options, words on stderr, an open store, and where output goes."""

import contextlib
import errno
import io
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, BinaryIO, cast

import typer

from kgraph import store as stores
from kgraph.errors import CallError, KgraphError, OutputError
from kgraph.extract import EXTRACTORS
from kgraph.store.failures import STORAGE_ERRORS, store_error

Store = Annotated[
    str,
    typer.Option(
        "--store",
        "-s",
        envvar="KGRAPH_STORE",
        metavar="PATH|URL",
        help="Folder of an embedded store, or the http(s) URL of a SPARQL 1.1 server.",
    ),
]

DEFAULT_STORE = "kgraph-store"

Extractor = Annotated[
    str,
    typer.Option(
        metavar="NAME", help=f"Which extractor reads the articles: {' or '.join(EXTRACTORS)}."
    ),
]

Jobs = Annotated[
    int,
    typer.Option(
        "--jobs",
        "-j",
        min=0,
        metavar="N",
        help="How many processes read articles at once, each with its own models (0.4 GB); "
        "0 is one a core.",
    ),
]

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

Out = Annotated[
    str, typer.Option("--output", "-o", metavar="FILE", help="File to write; - is stdout.")
]


def examples(*calls: str) -> str:
    r"""The end of a help page: the calls, each on a line of its own at any width.

    >>> examples("kgraph ask").splitlines()
    ['\x08', 'Examples:', '  kgraph ask']
    """
    # The backspace tells click to leave the line breaks of the paragraph alone.
    return "\n".join(["\b", "Examples:", *(f"  {call}" for call in calls)])


def resolved(done: int, waiting: int) -> None:
    """Tells how far resolution is, where there is much of it."""
    if waiting > _TOLD and (done % _TOLD == 0 or done == waiting):
        say(f"{done} of {waiting} articles resolved")


_TOLD = 500
"""Articles between two words on how far resolution is."""


def counted(number: int, noun: str) -> str:
    """The number and the noun, in the plural unless it is one.

    >>> counted(1, "new version"), counted(0, "article")
    ('1 new version', '0 articles')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def say(words: str) -> None:
    """The words are on stderr, on a line of their own; stdout is for data."""
    # Keys and titles come out of articles: no escape sequence of theirs reaches the terminal.
    line = "".join(c if c.isprintable() else " " for c in words)
    if sys.stderr is not None:  # None where the caller closed it; print would take stdout then
        print(line, file=sys.stderr, flush=True)  # noqa: T201


class Refusals:
    """Counts refused inputs and tells of each on stderr as it happens."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, refused: KgraphError) -> None:
        """One more refusal is counted and told."""
        self.count += 1
        say(f"refused: {refused}")

    def exit_if_any(self) -> None:
        """The process ends with code 1 where anything was refused."""
        if self.count:
            raise typer.Exit(1)


@contextlib.contextmanager
def using(
    location: str, *, read_only: bool = False, create: bool = False
) -> Iterator[stores.Store]:
    """The store at the location, open; what goes wrong with it later is told like any failure.

    Oxigraph reads on while an answer is written, so a damaged or vanished file shows only then,
    far from the call that asked.

    Raises:
        StoreError: As ``open_store``, or the store failed while it was read.
    """
    with stores.open_store(location, read_only=read_only, create=create) as opened:
        try:
            yield opened
        except BrokenPipeError:
            raise
        except STORAGE_ERRORS as error:
            # RecursionError and NotImplementedError are RuntimeErrors of ours, not of a store.
            if isinstance(error, RuntimeError) and type(error) is not RuntimeError:
                raise
            raise store_error(opened.location, error) from error


def stdin() -> BinaryIO | None:
    """The bytes of standard input; None where the caller closed it."""
    return sys.stdin.buffer if sys.stdin is not None else None


def emit(write: Callable[[BinaryIO], object], path: str) -> None:
    """What ``write`` writes is on stdout (``-``), or is the whole of the file at ``path``.

    A failure leaves the file as it was before: the new content is written beside it, then moved.

    Raises:
        CallError: The folder of the file does not exist, or the path is of a folder.
        OutputError: The output can't be written.
        BrokenPipeError: Whoever read it has gone, as ``head`` does.
    """
    if path == "-":
        if sys.stdout is None:
            raise OutputError("stdout", "nothing is connected to it", "write a file with -o")
        try:
            _through(write, sys.stdout.buffer, "stdout")
        except (OutputError, BrokenPipeError):
            give_up_stdout()
            raise
        return
    target = Path(path)
    if not target.parent.is_dir():
        raise CallError(
            path, "its folder does not exist", f"make it with: mkdir -p {target.parent}"
        )
    if target.is_dir():
        raise CallError(path, "it is a folder", "name a file in it")
    try:
        if target.exists() and not target.is_file():  # /dev/null, a named pipe
            _through(write, target.open("wb"), path, close=True)
            return
        number, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:80]}.")
    except OSError as error:
        raise _output_error(path, error) from error
    try:
        _through(write, os.fdopen(number, "wb"), path, close=True)
        try:
            Path(beside).chmod(0o666 & ~_umask())
            Path(beside).replace(target)
        except OSError as error:
            raise _output_error(path, error) from error
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(beside).unlink()
        raise


def give_up_stdout() -> None:
    """What is still on its way to stdout goes nowhere.

    Python writes it out when it ends, and would tell of the same failure a second time.
    """
    with contextlib.suppress(OSError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


class _Output(io.RawIOBase):
    """Bytes on their way to a file, which remembers whether it was the file that failed.

    A store fails with OSError too, and hands on those of its output as its own.
    """

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = file
        self.failure: OSError | None = None

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, data: bytes, /) -> int:  # type: ignore[override]
        """All of the bytes are written, or in the buffer of the file."""
        with self._noted():
            return self._file.write(data)

    def flush(self) -> None:
        """What was written is with the system."""
        with self._noted():
            self._file.flush()

    def close(self) -> None:
        """Nothing: the file is its owner's to close."""

    def close_file(self) -> None:
        """The file is closed."""
        with self._noted():
            self._file.close()

    @contextlib.contextmanager
    def _noted(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            self.failure = error
            raise


def _through(
    write: Callable[[BinaryIO], object], file: BinaryIO, where: str, *, close: bool = False
) -> None:
    output = _Output(file)
    try:
        try:
            write(cast("BinaryIO", output))
            output.flush()
        finally:
            if close:
                output.close_file()
    except (*STORAGE_ERRORS, KgraphError) as error:
        if output.failure is None:
            raise
        if isinstance(output.failure, BrokenPipeError):
            raise output.failure from None
        raise _output_error(where, output.failure) from error


def _output_error(where: str, error: OSError) -> OutputError:
    return OutputError(
        where,
        f"it cannot be written: {error.strerror or error}",
        f"{'free some space, or ' if error.errno in _FULL else ''}name another file with -o",
    )


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
