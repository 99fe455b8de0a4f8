"""Articles as JSON: one object a line (JSONL), or a file with a list of them or a single one."""

import io
import json
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from kgraph.errors import InputRefused
from kgraph.ingest.drafts import LARGEST_DOCUMENT, Draft, Source, empty, too_large, whole
from kgraph.ingest.encoding import decode

_TODO = 'write one object a line: {"id": "…", "text": "…"}'


def _absent(value: Any) -> Any:
    """A null is the same as leaving the key out."""
    return "" if value is None else value


def _as_id(value: Any) -> Any:
    """A number is taken as its digits; many databases count their articles."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else _absent(value)


def _as_names(value: Any) -> Any:
    """Several authors are one line."""
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return ", ".join(value)
    return _absent(value)


_Text = Annotated[str, BeforeValidator(_absent)]


class Record(BaseModel):
    """An article as JSON; keys that aren't named here are kept as its metadata."""

    model_config = ConfigDict(extra="allow", frozen=True)

    text: str
    id: Annotated[str, BeforeValidator(_as_id)] = ""
    title: _Text = ""
    published: _Text = ""
    url: _Text = ""
    outlet: _Text = ""
    author: Annotated[str, BeforeValidator(_as_names)] = ""
    language: _Text = ""


def read_jsonl(source: Source) -> Iterator[Draft | InputRefused]:
    """An article a line; a line that is none is refused by its number, and the rest goes on."""
    found = False
    for number, line in _numbered(source.stream):
        where = f"{source.where}:{number}"
        found = True
        if line is None:
            yield too_large(where)
            continue
        try:
            yield _draft(line, where, f"{source.key}:{number}")
        except InputRefused as refused:
            yield refused
    if not found:
        yield empty(source.where)


def read_json(source: Source) -> Iterator[Draft | InputRefused]:
    """The objects of a list, or the one object of the file, each an article.

    Raises:
        InputRefused: The file is no JSON, or neither an object nor a list.
    """
    text = decode(whole(source), source.where)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputRefused(
            f"{source.where}:{error.lineno}", f"the JSON is broken: {error.msg}", _TODO
        ) from error
    except (RecursionError, ValueError) as error:
        raise InputRefused(source.where, f"the JSON cannot be read: {error}", _TODO) from error
    if not isinstance(data, dict | list):
        raise InputRefused(source.where, "the JSON is neither an object nor a list", _TODO)
    records = data if isinstance(data, list) else [data]
    if not records:
        yield empty(source.where)
    for number, record in enumerate(records, 1):
        where = f"{source.where}#{number}" if isinstance(data, list) else source.where
        try:
            yield _checked(record, where, f"{source.key}#{number}")
        except InputRefused as refused:
            yield refused


def _numbered(stream: Any) -> Iterator[tuple[int, bytes | None]]:
    """Number and bytes of each line that isn't blank; None for one that is too long to hold."""
    number = 0
    while line := stream.readline(LARGEST_DOCUMENT + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if len(line) > LARGEST_DOCUMENT:
            while line and not line.endswith(b"\n"):
                line = stream.readline(io.DEFAULT_BUFFER_SIZE)
            yield number, None
        elif line.strip():
            yield number, line


def _draft(line: bytes, where: str, fallback: str) -> Draft:
    try:
        words = line.decode()
    except UnicodeDecodeError as error:
        raise InputRefused(where, "the line is not UTF-8", "convert the file to UTF-8") from error
    try:
        data = json.loads(words)
    except json.JSONDecodeError as error:
        raise InputRefused(
            where, f"broken JSON at character {error.colno}: {error.msg}", _TODO
        ) from error
    except (RecursionError, ValueError) as error:
        raise InputRefused(where, f"the JSON cannot be read: {error}", _TODO) from error
    return _checked(data, where, fallback)


def _checked(data: Any, where: str, fallback: str) -> Draft:
    """The draft of one record.

    Raises:
        InputRefused: It is no object, or lacks a text, or a key has a value of another type.
    """
    if not isinstance(data, dict):
        raise InputRefused(where, "the record is not an object", _TODO)
    try:
        record = Record.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        key = ".".join(str(part) for part in first["loc"])
        whats = {
            "missing": "the record has no text",
            "string_unicode": f"'{key}' holds half a character (a lone surrogate)",
        }
        what = whats.get(first["type"], f"'{key}' is not a text")
        raise InputRefused(where, what, _TODO) from error
    key = (record.id.strip() and record.id) or record.url.strip()
    return Draft(
        where=where,
        key=key or fallback,
        keyed=bool(key),
        text=record.text,
        title=record.title,
        url=record.url,
        outlet=record.outlet,
        author=record.author,
        published=record.published,
        language=record.language,
        metadata={name: _json(value, where) for name, value in (record.model_extra or {}).items()},
    )


def _json(value: Any, where: str) -> str:
    try:
        return json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False)
    except (ValueError, RecursionError, TypeError) as error:
        raise InputRefused(where, f"a value is not JSON: {error}", "write it as text") from error
