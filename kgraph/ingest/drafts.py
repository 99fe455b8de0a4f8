"""What a reader hands over: drafts of articles, or what it had to refuse."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, TypeAlias

from lxml import etree

from kgraph.errors import InputRefused


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An open input: a file, or what comes in on stdin.

    Attributes:
        where: How messages name it.
        key: What an article is called that has no id and no address of its own.
        stream: Its bytes from the first on, uncompressed.
    """

    where: str
    key: str
    stream: BinaryIO


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article as a reader found it; ``article`` checks it and lays it out.

    Attributes:
        where: How messages name it: the file, with the line or number of the record.
        language: What the input declares, as it stands there.
        metadata: Unknown keys of a record, with their values as JSON text.
    """

    where: str
    key: str
    text: str
    keyed: bool = True
    title: str = ""
    url: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    modified: str = ""
    language: str = ""
    retrieved: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)


Reader: TypeAlias = Callable[[Source], Iterator[Draft | InputRefused]]
"""Drafts of the articles of one source in their order, and what is refused, in its place."""

LARGEST_DOCUMENT = 50_000_000
"""Bytes of an HTML page, a feed, a JSON file or a JSONL line that are read at most."""

BREAKAGES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    etree.LxmlError,
)
"""What parsing libraries raise, by accident or design, on input that they can't cope with."""


def whole(source: Source) -> bytes:
    """All bytes of the source.

    Raises:
        InputRefused: It has none, or more than ``LARGEST_DOCUMENT``.
    """
    data = source.stream.read(LARGEST_DOCUMENT + 1)
    if len(data) > LARGEST_DOCUMENT:
        raise too_large(source.where)
    if not data.strip():
        raise empty(source.where)
    return data


def empty(where: str) -> InputRefused:
    """The refusal of an input without content."""
    return InputRefused(where, "it is empty", "give a file that holds an article")


def too_large(where: str) -> InputRefused:
    """The refusal of an input of more than ``LARGEST_DOCUMENT`` bytes."""
    return InputRefused(
        where,
        f"it is larger than {LARGEST_DOCUMENT // 1_000_000} MB",
        "split it into files of single articles",
    )
