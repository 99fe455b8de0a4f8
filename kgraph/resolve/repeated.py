"""Which articles carry which wordings in their own voice, kept up to date."""

import json
from array import array
from collections.abc import Callable, Iterable

from kgraph.model import Extraction
from kgraph.resolve.blocks import Blocks
from kgraph.resolve.repeats import ASKED, claim_grams, grams_of, repeats
from kgraph.resolve.trimmed import Wording

_SCHEMA = """
CREATE TABLE IF NOT EXISTS voiced (
  number INTEGER PRIMARY KEY, article TEXT NOT NULL UNIQUE, grams BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS voice (
  gram INTEGER, number INTEGER, PRIMARY KEY (gram, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS asked (
  gram INTEGER, second INTEGER, third INTEGER, wording TEXT,
  PRIMARY KEY (gram, second, third, wording)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS asked_by ON asked (wording);
CREATE TABLE IF NOT EXISTS repeated (
  wording TEXT, article TEXT, outlet TEXT NOT NULL, PRIMARY KEY (wording, article)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS repeated_by ON repeated (article);
"""


class Repeated:
    """Pairs of a wording and an article that carries it as the outlet's own words.

    Attributes:
        changed: The pairs that came or went, each an id and an IRI.
    """

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self.changed: set[tuple[str, str]] = set()
        blocks.define(_SCHEMA, "voiced", "voice", "asked", "repeated")

    def of(self, wording: str) -> list[str]:
        """IRIs of the articles that carry the wording, sorted."""
        rows = self._blocks.execute(
            "SELECT article FROM repeated WHERE wording = ? ORDER BY article", (wording,)
        )
        return [article for (article,) in rows]

    def outlets(self, wording: str) -> set[str]:
        """Names of the outlets of these articles."""
        rows = self._blocks.execute(
            "SELECT DISTINCT outlet FROM repeated WHERE wording = ?", (wording,)
        )
        return {outlet for (outlet,) in rows}

    def holds(self, wording: str, article: str) -> bool:
        """Whether the article carries the wording."""
        row = self._blocks.execute(
            "SELECT 1 FROM repeated WHERE wording = ? AND article = ?", (wording, article)
        ).fetchone()
        return row is not None

    def update(
        self,
        come: Iterable[Extraction],
        gone: Iterable[str],
        *,
        changed: Iterable[str],
        wording: Callable[[str], Wording | None],
        read: Callable[[str], Extraction],
    ) -> set[str]:
        """Brings all up to date; gives the wordings that other articles carry now.

        Args:
            come: The articles that came or changed.
            gone: IRIs of the articles that went.
            changed: Ids of the wordings that came, changed or went.
            wording: Gives a wording that is there now.
            read: Gives any article that is there.
        """
        touched: set[str] = set()
        come = tuple(come)
        for iri in (*gone, *(extraction.article.iri for extraction in come)):
            touched |= self._forget(iri)
        new = [id_ for id_ in changed if self._ask(id_, wording(id_))]
        coming = {extraction.article.iri: extraction for extraction in come}
        for extraction in come:
            grams = self._remember(extraction)
            for id_ in self._asking(grams):
                if one := wording(id_):
                    touched |= self._pair(one, id_, extraction)
        for id_ in new:
            one = wording(id_)
            assert one is not None
            for iri in self._holders(claim_grams(one.words)):
                if iri not in coming:
                    touched |= self._pair(one, id_, read(iri))
        return touched

    def _pair(self, wording: Wording, id_: str, extraction: Extraction) -> set[str]:
        if not repeats(extraction, wording.words):
            return set()
        article = extraction.article
        self._blocks.execute(
            "INSERT OR IGNORE INTO repeated VALUES (?, ?, ?)", (id_, article.iri, article.outlet)
        )
        self.changed.add((id_, article.iri))
        return {id_}

    def _ask(self, id_: str, wording: Wording | None) -> bool:
        """Whether the wording is one that can be carried, and newly so."""
        if wording is None or not _may_be_carried(wording):
            # What was not asked for is carried by nobody; most wordings never were.
            if self._blocks.execute("DELETE FROM asked WHERE wording = ?", (id_,)).rowcount:
                self.changed.update((id_, article) for article in self.of(id_))
                self._blocks.execute("DELETE FROM repeated WHERE wording = ?", (id_,))
            return False
        grams = claim_grams(wording.words)
        if not grams:
            return False
        row = (*grams, *grams[-1:] * (ASKED - len(grams)), id_)
        cursor = self._blocks.execute("INSERT OR IGNORE INTO asked VALUES (?, ?, ?, ?)", row)
        return cursor.rowcount > 0

    def _asking(self, grams: Iterable[int]) -> list[str]:
        """Ids of the wordings of which all that they are looked for by is among these."""
        rows = self._blocks.execute(
            # The plus keeps the others out of the index: it would be probed with every three of them.
            "WITH run AS MATERIALIZED (SELECT value FROM json_each(?))"
            " SELECT wording FROM asked WHERE gram IN run AND +second IN run AND +third IN run"
            " ORDER BY wording",
            (json.dumps([*grams]),),
        )
        return [wording for (wording,) in rows]

    def _holders(self, grams: Iterable[int]) -> list[str]:
        """IRIs of the articles that have all of the runs, sorted."""
        first, *others = grams
        having = "".join(
            " AND EXISTS (SELECT 1 FROM voice AS other"
            " WHERE other.gram = ? AND other.number = voice.number)"
            for _ in others
        )
        rows = self._blocks.execute(
            "SELECT article FROM voice JOIN voiced USING (number) WHERE gram = ?"  # noqa: S608
            f"{having} ORDER BY article",
            (first, *others),
        )
        return [article for (article,) in rows]

    def _remember(self, extraction: Extraction) -> set[int]:
        grams = grams_of(extraction)
        number = self._blocks.execute(
            "INSERT INTO voiced (article, grams) VALUES (?, ?) RETURNING number",
            (extraction.article.iri, array("q", grams).tobytes()),
        ).fetchone()[0]
        self._blocks.execute_many(
            "INSERT INTO voice VALUES (?, ?)", ((gram, number) for gram in grams)
        )
        return set(grams)

    def _forget(self, iri: str) -> set[str]:
        row = self._blocks.execute(
            "DELETE FROM voiced WHERE article = ? RETURNING number, grams", (iri,)
        ).fetchone()
        if row is None:
            return set()
        self._blocks.execute_many(
            "DELETE FROM voice WHERE gram = ? AND number = ?",
            ((gram, row[0]) for gram in array("q", row[1])),
        )
        pairs = self._blocks.execute(
            "DELETE FROM repeated WHERE article = ? RETURNING wording", (iri,)
        ).fetchall()
        self.changed.update((wording, iri) for (wording,) in pairs)
        return {wording for (wording,) in pairs}

    def forget_changes(self) -> None:
        """Nothing counts as changed."""
        self.changed.clear()


def _may_be_carried(wording: Wording) -> bool:
    """Whether the words are a claim in an outlet's own voice, too.

    Words that only count as one in one mouth say something else there, and "a police station, stores
    and banks" says nothing.
    """
    return wording.shared and wording.stance == "telling" and wording.has_subject
