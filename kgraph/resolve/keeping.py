"""Extractions kept at hand: reading them back from their quads on disk takes ten times as long."""

import json
import zlib
from collections.abc import Callable
from typing import Any

from kgraph.model import (
    Article,
    Entity,
    Event,
    Extraction,
    Mention,
    Occurrence,
    Paragraph,
    Proposition,
    Role,
    Statement,
    When,
)
from kgraph.resolve.blocks import Blocks
from kgraph.resolve.codec import record_of, values_of

_SCHEMA = "CREATE TABLE IF NOT EXISTS kept (article TEXT PRIMARY KEY, value BLOB NOT NULL);"
_CLASSES: dict[str, Callable[..., Any]] = {
    kind.__name__: kind
    for kind in (
        Article, Entity, Event, Extraction, Mention, Occurrence, Paragraph, Proposition, Role,
        Statement, When,
    )
}  # fmt: skip


class Kept:
    """Extractions by the IRIs of their articles."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        blocks.define(_SCHEMA, "kept")

    def put(self, extraction: Extraction) -> None:
        """The extraction is kept."""
        self._blocks.execute(
            "INSERT OR REPLACE INTO kept VALUES (?, ?)",
            (extraction.article.iri, packed(extraction)),
        )

    def drop(self, iri: str) -> None:
        """The extraction is not kept."""
        self._blocks.execute("DELETE FROM kept WHERE article = ?", (iri,))

    def get(self, iri: str) -> Extraction:
        """The extraction that was kept.

        Raises:
            KeyError: None was.
        """
        row = self._blocks.execute("SELECT value FROM kept WHERE article = ?", (iri,)).fetchone()
        if row is None:
            raise KeyError(iri)
        return unpacked(row[0])


def packed(extraction: Extraction) -> bytes:
    """The extraction as compressed JSON."""
    return zlib.compress(json.dumps(extraction, default=_plain, ensure_ascii=False).encode(), 1)


def unpacked(data: bytes) -> Extraction:
    """The extraction that was packed."""
    found = json.loads(zlib.decompress(data), object_hook=_whole)
    assert isinstance(found, Extraction)
    return found


def _plain(record: object) -> object:
    """A record as the name of its class and its values."""
    return {type(record).__name__: values_of(record)}


def _whole(named: dict[str, list[Any]]) -> object:
    [(name, values)] = named.items()
    return record_of(_CLASSES[name], values)
