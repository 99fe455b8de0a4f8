"""Answers and query results as text for a terminal, or in the standard formats."""

import shutil
from collections.abc import Callable, Iterable
from typing import BinaryIO, Final, TypeAlias

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    serialize,
)

from kgraph import vocab
from kgraph.ask.answers import Answer, Term
from kgraph.ask.cards import write_cards
from kgraph.ask.table import write_table
from kgraph.errors import CallError
from kgraph.store import QueryResult

_Rows: TypeAlias = Iterable[tuple[Term | None, ...]]
_Layout: TypeAlias = Callable[[tuple[str, ...], _Rows, int], Iterable[str]]

_LAYOUTS: Final[dict[str, _Layout]] = {"cards": write_cards, "table": write_table}
_TABLES: Final = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
_GRAPHS: Final = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "rdfxml": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}
FORMATS: Final = (*_LAYOUTS, *_TABLES, *_GRAPHS)
"""Every format that ``render`` knows."""


def render(
    result: Answer | QueryResult, form: str = "", *, out: BinaryIO, width: int | None = None
) -> None:
    """The result is written to ``out`` as UTF-8.

    Args:
        result: An answer, or what ``Store.query`` gave.
        form: A key of ``FORMATS``; "" is cards for an answer, Turtle for triples, else a table.
        out: A binary stream.
        width: Terminal cells for cards and tables; None asks the terminal.

    Raises:
        CallError: No such format, or not for this kind of result.
    """
    width = width or shutil.get_terminal_size((100, 24)).columns
    if isinstance(result, QueryTriples):
        known = _known(form or "turtle", _GRAPHS, "the triples of a CONSTRUCT or DESCRIBE query")
        # The standard prefixes make Turtle readable; other formats take none.
        serialize(result, out, _GRAPHS[known], prefixes=vocab.PREFIXES)
    elif isinstance(result, QueryBoolean):
        known = _known(form or "table", {**_LAYOUTS, **_TABLES}, "a yes or no")
        if known in _LAYOUTS:
            out.write(b"yes\n" if result else b"no\n")
        else:
            result.serialize(out, _TABLES[known])
    else:
        form = form or ("cards" if isinstance(result, Answer) else "table")
        known = _known(form, {**_LAYOUTS, **_TABLES}, "rows")
        if known in _LAYOUTS:
            columns, rows = _rows(result)
            out.writelines(f"{line}\n".encode() for line in _LAYOUTS[known](columns, rows, width))
        else:
            solutions = _solutions(result) if isinstance(result, Answer) else result
            solutions.serialize(out, _TABLES[known])


def _known(form: str, fitting: Iterable[str], kind: str) -> str:
    if form not in FORMATS:
        raise CallError(form, "no such format", f"use one of {', '.join(FORMATS)}")
    if form not in fitting:
        raise CallError(form, f"{kind} cannot be written so", f"use {', '.join(fitting)}")
    return form


def _rows(result: Answer | QuerySolutions) -> tuple[tuple[str, ...], _Rows]:
    if isinstance(result, Answer):
        return result.variables, result.rows
    names = tuple(variable.value for variable in result.variables)
    return names, (tuple(row[name] for name in names) for row in result)


def _solutions(answer: Answer) -> QuerySolutions:
    """The rows as solutions again, which have serialisers; SPARQL writes them as they are."""
    names = " ".join(f"?{name}" for name in answer.variables)
    rows = (
        f"({' '.join('UNDEF' if term is None else str(term) for term in row)})"
        for row in answer.rows
    )
    solutions = Store().query(f"SELECT {names} {{ VALUES ({names}) {{ {' '.join(rows)} }} }}")
    assert isinstance(solutions, QuerySolutions)
    return solutions
