"""The tables that come with kgraph: countries, capitals, governments, bodies, outlets.

Written by hand. An id stands only where it is certain: a wrong link is worse than none. What has
no id still brings its names together. A name that the column ``ambiguous`` lists stands for
something else as well ("Georgia", "Washington") and links nothing by itself.
"""

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from kgraph.gazetteer.entries import Entry

TABLES = ("countries", "capitals", "bodies", "seats", "outlets")
"""Names of the tables in ``kgraph/gazetteer/tables``, each a CSV file with a header."""


@cache
def shipped() -> tuple[Entry, ...]:
    """Every entry of the shipped tables.

    A country is a place. Where its name or that of its capital speaks ("Kyiv said"), the extractor
    types it an organization, and that is its government, an entry of its own.
    """
    capitals = {row["name"]: row for row in rows("capitals")}
    found = [_entry(row, "place") for table in ("countries", "capitals") for row in rows(table)]
    found += [_government(row, capitals) for row in rows("countries")]
    found += [_entry(row, "organization") for table in TABLES[2:] for row in rows(table)]
    return tuple(entry for entry in found if entry.names)


def rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of a shipped table, by its column names."""
    text = (files("kgraph.gazetteer") / "tables" / f"{table}.csv").read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


def cell(row: dict[str, str], column: str) -> tuple[str, ...]:
    """The values of a cell that holds several, parted by ``|``."""
    return tuple(value for value in row.get(column, "").split("|") if value)


def _entry(row: dict[str, str], kind: str) -> Entry:
    ambiguous = cell(row, "ambiguous")
    names = (row["name"], *cell(row, "aliases"))
    return Entry(
        id=row["id"] or row["name"],
        names=tuple(name for name in names if name not in ambiguous),
        type=kind,
        source="kgraph",
    )


def _government(row: dict[str, str], capitals: dict[str, dict[str, str]]) -> Entry:
    """The government of a country, for which the names of country and capital stand as speakers."""
    ambiguous = cell(row, "ambiguous")
    plain = [row["name"], *cell(row, "aliases")]
    names = [f"Government of {name}" for name in plain if name not in ambiguous]
    names += [f"{word} government" for word in cell(row, "demonyms") if word not in ambiguous]
    names += [name for name in plain if name not in ambiguous]
    if row["capital"]:
        names += [row["capital"], *cell(capitals.get(row["capital"], {}), "aliases")]
    return Entry(
        id=row["government"] or f"Government of {row['name']}",
        names=tuple(dict.fromkeys(names)),
        type="organization",
        source="kgraph",
    )
