"""CSV (RFC 4180): one row for each statement, for spreadsheets and data frames."""

import csv
import io
from collections.abc import Callable
from typing import BinaryIO, Final

from kgraph.export.selection import Selection, Told, known, told
from kgraph.ids import name_of
from kgraph.store import Store

COLUMNS: Final[dict[str, Callable[[Told], str]]] = {
    "said_from": lambda one: one.spell[0],
    "said_until": lambda one: one.spell[1],
    "published": lambda one: one.extraction.article.published,
    "outlet": lambda one: one.extraction.article.outlet,
    "speaker": lambda one: one.speaker.name if one.speaker else "",
    "speaker_type": lambda one: one.speaker.type if one.speaker else "none",
    "role": lambda one: one.roles,
    "act": lambda one: one.statement.act,
    "addressee": lambda one: "; ".join(actor.name for actor in one.addressees),
    "quote": lambda one: one.statement.quote,
    "polarity": lambda one: one.statement.polarity,
    "modality": lambda one: one.statement.modality,
    "condition": lambda one: one.extraction.article.quote(one.statement.condition),
    "venue": lambda one: one.statement.venue,
    "chain": lambda one: one.chain,
    "text": lambda one: one.text,
    "sentence": lambda one: one.extraction.article.quote((one.statement.sentence,)),
    "claim": lambda one: one.claim.headline,
    "origins": lambda one: str(one.claim.origins),
    "title": lambda one: one.extraction.article.title,
    "url": lambda one: one.extraction.article.url,
    "confidence": lambda one: f"{one.statement.confidence:.3f}",
    "statement_id": lambda one: one.statement.id,
    "part_of": lambda one: one.statement.parent,
    "responds_to": lambda one: one.statement.responds_to,
    "claim_id": lambda one: name_of(one.claim.iri),
    "article_id": lambda one: one.extraction.article.id,
}
"""Columns by name, in order; words first, identifiers last."""

# What OWASP's page on CSV injection lists, with the full-width forms that spreadsheets fold.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(store: Store, out: BinaryIO, selection: Selection) -> None:
    """Writes a row for each statement, by publication of its article and place in it.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front.

    Raises:
        StoreError: The derived graphs are missing or older than the evidence.
    """
    text = io.TextIOWrapper(out, encoding="utf-8", errors="replace", newline="")
    try:
        writer = csv.writer(text)
        writer.writerow(COLUMNS)
        for one in told(store, known(store), selection):
            writer.writerow([guarded(cell(one)) for cell in COLUMNS.values()])
        text.flush()
    finally:
        # The wrapper must not close what it was lent.
        text.detach()


def guarded(cell: str) -> str:
    """The cell with nothing that a spreadsheet would run.

    >>> guarded("=HYPERLINK(1)"), guarded("minus 3")
    ("'=HYPERLINK(1)", 'minus 3')
    """
    # Readers take a NUL for the end of the file.
    cell = cell.replace("\x00", "")
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
