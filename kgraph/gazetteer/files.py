"""A user's own gazetteer: JSON Lines or CSV, one thing a line.

Fields: ``id`` and ``name`` (needed), ``aliases``, ``type``, ``valid_from``, ``valid_to``. In JSON Lines
``aliases`` is a list of texts, in CSV one text with the names parted by ``|``.
"""

import csv
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

from kgraph.errors import CallError, InputRefused
from kgraph.gazetteer.entries import Entry
from kgraph.model import EntityType

FIELDS = ("id", "name", "aliases", "type", "valid_from", "valid_to")
_TYPES = frozenset(get_args(EntityType)) - {"anonymous", "none"}
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_LONGEST_LINE = 1_000_000


def read_gazetteer(
    path: str | Path, *, on_refused: Callable[[InputRefused], None]
) -> Iterator[Entry]:
    """The entries of the file, in its order; a broken line is refused by number, the rest is used.

    Args:
        path: A file that ends in ``.csv``, or JSON Lines.
        on_refused: Called with what is wrong with a line.

    Raises:
        CallError: The file can't be read.
    """
    where = str(path)
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise CallError(where, "it is not UTF-8", "save it as UTF-8") from error
    except OSError as error:
        raise CallError(where, f"it cannot be read: {error.strerror}", "check the path") from error
    records = _csv(lines) if where.casefold().endswith(".csv") else _jsonl(lines)
    seen: set[str] = set()
    for number, record in records:
        try:
            entry = _entry(record, where, seen)
        except ValueError as error:
            on_refused(
                InputRefused(
                    f"{where}, line {number}", str(error), "mend the line; the others are used"
                )
            )
        else:
            seen.add(entry.id)
            yield entry


def _jsonl(lines: list[str]) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield number, json.loads(line) if len(line) < _LONGEST_LINE else None
            except (ValueError, RecursionError):
                yield number, None


def _csv(lines: list[str]) -> Iterator[tuple[int, Any]]:
    reader = csv.DictReader(lines)
    try:
        for row in reader:
            extra = row.pop(None, None) is not None
            aliases = (row.get("aliases") or "").split("|")
            record = {**row, "aliases": [name for name in aliases if name.strip()]}
            yield reader.line_num, None if extra else record
    except csv.Error:
        yield reader.line_num, None


def _entry(record: object, source: str, seen: set[str]) -> Entry:
    """The entry of a record.

    Raises:
        ValueError: Something is missing or of the wrong kind; the message says what.
    """
    if not isinstance(record, dict):
        raise ValueError("it is not one record of the fields " + ", ".join(FIELDS))  # noqa: TRY004
    texts = {field: record.get(field) or "" for field in FIELDS if field != "aliases"}
    for field, value in texts.items():
        if not isinstance(value, str):
            raise ValueError(f"'{field}' is not a text")  # noqa: TRY004
    aliases = record.get("aliases") or []
    if not isinstance(aliases, list) or not all(isinstance(name, str) for name in aliases):
        raise ValueError("'aliases' is not a list of texts")
    for field in ("id", "name"):
        if not texts[field].strip():
            raise ValueError(f"'{field}' is missing")
    if texts["type"] and texts["type"] not in _TYPES:
        raise ValueError(f"'type' is none of {', '.join(sorted(_TYPES))}")
    for field in ("valid_from", "valid_to"):
        if texts[field] and not _DAY.fullmatch(texts[field]):
            raise ValueError(f"'{field}' is not a year, month or day like 2025-04-28")
    if texts["valid_to"] and texts["valid_to"] < texts["valid_from"][: len(texts["valid_to"])]:
        raise ValueError("'valid_to' comes before 'valid_from'")
    identifier = texts["id"].strip().rpartition("/")[2]
    if identifier in seen:
        raise ValueError(f"the id '{identifier}' was given before")
    names = (texts["name"], *aliases)
    return Entry(
        id=identifier,
        names=tuple(dict.fromkeys(" ".join(name.split()) for name in names if name.strip())),
        type=texts["type"],
        valid_from=texts["valid_from"],
        valid_to=texts["valid_to"],
        source=source,
    )
