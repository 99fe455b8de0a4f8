"""Extractions kept at hand: reading them back from their quads on disk takes ten times as long."""

from kgraph.model import Extraction
from kgraph.resolve.blocks import Blocks
from kgraph.resolve.codec import data_of, record_of

_SCHEMA = "CREATE TABLE IF NOT EXISTS kept (article TEXT PRIMARY KEY, value BLOB NOT NULL);"


class Kept:
    """Extractions by the IRIs of their articles."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        blocks.define(_SCHEMA, "kept")

    def put(self, extraction: Extraction) -> None:
        """The extraction is kept."""
        self._blocks.execute(
            "INSERT OR REPLACE INTO kept VALUES (?, ?)",
            (extraction.article.iri, data_of(extraction)),
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
        return record_of(Extraction, row[0])
