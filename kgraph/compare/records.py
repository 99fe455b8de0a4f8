"""Pairs of claims as JSON Lines, in and out."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, BinaryIO

from kgraph.compare import Comparison, compare_all
from kgraph.errors import InputRefused

_TODO = 'write one object a line: {"id": "…", "a": "…", "b": "…"}'
_LONGEST_LINE = 4_000_000
_AT_ONCE = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two claims to compare; ``id`` is given back as it came."""

    id: str | int
    a: str
    b: str
    date: str = ""


def read_pairs(stream: BinaryIO, name: str) -> Iterator[Pair | InputRefused]:
    """A pair a line; a line that is none is refused by its number, and the rest goes on."""
    number = 0
    while line := stream.readline(_LONGEST_LINE + 1):
        number += 1
        where = f"{name}:{number}"
        if len(line) > _LONGEST_LINE:
            while line and not line.endswith(b"\n"):
                line = stream.readline(_LONGEST_LINE)
            yield InputRefused(where, "the line is longer than 4 MB", "shorten the claims")
            continue
        line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if not line.strip():
            continue
        try:
            yield _pair(line, where)
        except InputRefused as refused:
            yield refused
    if not number:
        yield InputRefused(name, "it is empty", _TODO)


def compare_pairs(
    pairs: Iterable[Pair | InputRefused], *, on_refused: Callable[[InputRefused], object]
) -> Iterator[tuple[Pair, Comparison]]:
    """Each pair with its comparison, in the order of the input; refused lines are told of."""
    waiting = iter(pairs)
    while group := list(islice(waiting, _AT_ONCE)):
        good = []
        for pair in group:
            if isinstance(pair, InputRefused):
                on_refused(pair)
            else:
                good.append(pair)
        yield from zip(good, compare_all((p.a, p.b, p.date) for p in good), strict=True)


def to_record(pair: Pair, comparison: Comparison) -> dict[str, Any]:
    """The comparison as an object for JSON."""
    return {
        "id": pair.id,
        "related": comparison.related,
        "conflicts": comparison.conflicts,
        "reasons": list(comparison.reasons),
    }


def _pair(line: bytes, where: str) -> Pair:
    try:
        data = json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise InputRefused(where, "the line is not UTF-8", "convert the file to UTF-8") from error
    except json.JSONDecodeError as error:
        what = f"broken JSON at character {error.colno}: {error.msg}"
        raise InputRefused(where, what, _TODO) from error
    except (RecursionError, ValueError) as error:
        raise InputRefused(where, f"the JSON cannot be read: {error}", _TODO) from error
    if not isinstance(data, dict):
        raise InputRefused(where, "the record is not an object", _TODO)
    for key in ("id", "a", "b"):
        if key not in data:
            raise InputRefused(where, f"the record has no '{key}'", _TODO)
    name, date = data["id"], data.get("date")
    if not isinstance(name, str | int) or isinstance(name, bool):
        raise InputRefused(where, "'id' is neither a text nor a whole number", _TODO)
    for key in ("a", "b"):
        if not isinstance(data[key], str):
            raise InputRefused(where, f"'{key}' is not a text", _TODO)
    if date is not None and not isinstance(date, str):
        raise InputRefused(where, "'date' is not a text", "write it as YYYY-MM-DD")
    if isinstance(name, str):
        name = name.encode("utf-8", "replace").decode()
    return Pair(id=name, a=data["a"], b=data["b"], date=date or "")
