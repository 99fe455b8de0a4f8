"""Where inputs lie: files, folders and stdin, in a fixed order."""

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from kgraph.errors import InputRefused

HEAD = 64 * 1024
"""Bytes at the start of an input that its format is told by."""

_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A file, or stdin where ``path`` is None.

    Attributes:
        key: The file's name, relative to the folder that was given; "/" parts folders.
    """

    where: str
    key: str
    path: Path | None = None


def places(argument: str) -> Iterator[Place | InputRefused]:
    """The inputs that a path stands for; a folder is walked sorted, without hidden files.

    Stores in it are passed over: they stand beside the articles that they were made from.
    """
    if argument == "-":
        yield Place(where="stdin", key="stdin")
        return
    if not argument:
        # The path of no characters is that of the current folder: a shell's empty variable.
        yield InputRefused("''", "the path is empty", "name a file or folder; . is this one")
        return
    path = Path(argument)
    try:
        if path.is_dir():
            if _is_store(path):
                yield InputRefused(argument, "it is a store", "give a folder with articles")
                return
            found = False
            for place in _under(path, ""):
                found = True
                yield place
            if not found:
                yield InputRefused(argument, "the folder holds no files", "give one with articles")
        elif path.exists():
            yield Place(where=argument, key=path.name, path=path)
        else:
            yield InputRefused(argument, "no such file or folder", "check the path")
    except ValueError as error:  # a NUL character in the path
        yield InputRefused(argument, f"not a path: {error}", "check the path")
    except OSError as error:
        yield _unreadable(argument, error)


def _under(folder: Path, prefix: str) -> Iterator[Place | InputRefused]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(str(folder), error)
        return
    for entry in entries:
        key = f"{prefix}{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            # A link to a folder above would never end.
            if not entry.is_symlink() and not _is_store(entry):
                yield from _under(entry, f"{key}/")
        elif entry.is_file():
            yield Place(where=str(entry), key=key, path=entry)
        else:
            yield InputRefused(str(entry), "it is not a regular file", "give it by its own path")


def _is_store(folder: Path) -> bool:
    """Whether it is the folder of an embedded store, going by the names of RocksDB's files."""
    try:
        names = (folder / "CURRENT", folder / "IDENTITY")
        return all(name.is_file() for name in names) and any(folder.glob("MANIFEST-*"))
    except OSError:
        # A folder that may not be entered is refused where it is walked.
        return False


def _unreadable(where: str, error: OSError) -> InputRefused:
    return InputRefused(
        where,
        f"it cannot be read: {error.strerror or error}",
        "check that it exists and that you may read it",
    )


@contextmanager
def opened(place: Place, stdin: BinaryIO | None) -> Iterator[tuple[bytes, BinaryIO]]:
    """The first bytes of the input, and a stream of all of it, both uncompressed.

    Raises:
        InputRefused: It cannot be opened or read, or its compression is broken; also when that
            shows only while the stream is read.
    """
    try:
        if place.path is not None:
            with place.path.open("rb") as file:
                yield _uncompressed(file)
        elif stdin is not None:
            yield _uncompressed(stdin)
        else:
            raise InputRefused(place.where, "nothing is connected to it", "give a file instead")
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise InputRefused(
            place.where, f"its gzip compression is broken: {error}", "fetch the file again"
        ) from error
    except OSError as error:
        raise _unreadable(place.where, error) from error


def _uncompressed(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    head, whole = _peeked(stream)
    if head.startswith(_GZIP):
        return _peeked(cast("BinaryIO", gzip.GzipFile(fileobj=whole, mode="rb")))
    return head, whole


def _peeked(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first bytes, and a stream that still begins with them."""
    head = b""
    # A pipe may give less than what is asked for.
    while len(head) < HEAD and (more := stream.read(HEAD - len(head))):
        head += more
    return head, io.BufferedReader(_Rejoined(head, stream), buffer_size=HEAD)


class _Rejoined(io.RawIOBase):
    """The bytes of ``head`` and, behind them, what is left of ``rest``."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._head = head
        self._rest = rest
        self._at = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def tell(self) -> int:
        """Bytes given so far; fastwarc asks, and panics without an answer."""
        return self._at

    def readinto(self, buffer: "memoryview[int]") -> int:  # type: ignore[override]
        """Up to as many bytes as the buffer holds; 0 at the end."""
        if self._head:
            data, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            data = self._rest.read(len(buffer))
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)
