"""What several commands share: the store option, words on stderr, and where output goes."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from kgraph.errors import CallError, KgraphError

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


def say(words: str) -> None:
    """The words are on stderr, on a line of their own; stdout is for data."""
    print(words, file=sys.stderr, flush=True)  # noqa: T201


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


def emit(write: Callable[[BinaryIO], object], path: str) -> None:
    """What ``write`` writes is on stdout (``-``), or is the whole of the file at ``path``.

    A failure leaves the file as it was before: the new content is written beside it, then moved.

    Raises:
        CallError: The folder of the file does not exist.
    """
    if path == "-":
        write(sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    target = Path(path)
    if not target.parent.is_dir():
        raise CallError(
            path, "its folder does not exist", f"make it with: mkdir -p {target.parent}"
        )
    if target.exists() and not target.is_file():  # /dev/null, a named pipe
        with target.open("wb") as file:
            write(file)
        return
    number, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(number, "wb") as file:
            write(file)
        Path(beside).chmod(0o666 & ~_umask())
        Path(beside).replace(target)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(beside).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
