"""The graph leaves: for Gephi and other tools, for spreadsheets, as RDF, as a page.

A format is an ``Exporter`` in ``EXPORTERS``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import BinaryIO, Final

from kgraph.errors import CallError
from kgraph.export.selection import Selection
from kgraph.store import Store

__all__ = ["EXPORTERS", "Exporter", "Selection", "export"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """A format that a store can be written in.

    Attributes:
        summary: What it is good for, in a clause.
        suffix: The file name suffix, with its dot.
        write: Writes the store, or what is selected of it, to a binary file.
        selects: Whether a part of the store can be selected.
    """

    summary: str
    suffix: str
    write: Callable[[Store, BinaryIO, Selection], None]
    selects: bool = True


def _later(name: str) -> Callable[[Store, BinaryIO, Selection], None]:
    """The writer of that name, imported when it is used.

    networkx and lxml take longer to import than most commands to run.
    """

    def write(store: Store, out: BinaryIO, selection: Selection) -> None:
        module, _, function = name.partition(":")
        getattr(import_module(f"kgraph.export.{module}"), function)(store, out, selection)

    return write


def _whole(name: str) -> Callable[[Store, BinaryIO, Selection], None]:
    """The writer of that name, imported when it is used, which takes no selection."""

    def write(store: Store, out: BinaryIO, selection: Selection) -> None:  # noqa: ARG001
        module, _, function = name.partition(":")
        getattr(import_module(f"kgraph.export.{module}"), function)(store, out)

    return write


EXPORTERS: Final[Mapping[str, Exporter]] = MappingProxyType(
    {
        "gexf": Exporter(
            summary="GEXF 1.3 for Gephi: actors, claims and statements on a time line",
            suffix=".gexf",
            write=_later("gexf:write_gexf"),
        ),
        "graphml": Exporter(
            summary="GraphML for yEd, Cytoscape, igraph",
            suffix=".graphml",
            write=_later("graphml:write_graphml"),
        ),
        "csv": Exporter(
            summary="one row for each statement",
            suffix=".csv",
            write=_later("table:write_csv"),
        ),
        "html": Exporter(
            summary="one page with the claims and every article with its marks",
            suffix=".html",
            write=_whole("html:write_html"),
            selects=False,
        ),
        "jsonld": Exporter(
            summary="JSON-LD 1.1, one graph a line",
            suffix=".jsonld",
            write=_whole("jsonld:write_jsonld"),
            selects=False,
        ),
        "nquads": Exporter(
            summary="N-Quads, sorted: one quad a line",
            suffix=".nq",
            write=_whole("rdf:write_nquads"),
            selects=False,
        ),
        "trig": Exporter(
            summary="TriG: Turtle with named graphs",
            suffix=".trig",
            write=_whole("rdf:write_trig"),
            selects=False,
        ),
        "turtle": Exporter(
            summary="Turtle, without the names of graphs",
            suffix=".ttl",
            write=_whole("rdf:write_turtle"),
            selects=False,
        ),
    }
)
"""Formats by name."""


def export(
    store: Store,
    format: str,  # noqa: A002 -- the word of the command line
    out: BinaryIO,
    *,
    since: str = "",
    until: str = "",
    speaker: str = "",
    outlet: str = "",
) -> None:
    """Writes the store in a format; the same content gives the same bytes.

    Args:
        store: What to write.
        format: A name in ``EXPORTERS``.
        out: A file open for bytes.
        since: Take only statements said on or behind this day (ISO 8601).
        until: Take only those said on or before this day.
        speaker: Take only those of speakers who go by this name.
        outlet: Take only those that this outlet published.

    Raises:
        CallError: There is no such format, or it can't be written in part.
        StoreError: The derived graphs are missing or older than the evidence.
    """
    exporter = EXPORTERS.get(format)
    if exporter is None:
        raise CallError(format, "not a format of export", f"use one of {', '.join(EXPORTERS)}")
    selection = Selection(since=since, until=until, speaker=speaker, outlet=outlet)
    if not exporter.selects and selection != Selection():
        raise CallError(
            format,
            "this format is always of the whole store",
            "leave the selection out, or use gexf, graphml or csv",
        )
    exporter.write(store, out, selection)
