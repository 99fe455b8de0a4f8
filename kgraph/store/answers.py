"""Answers as bytes, in the formats that SPARQL 1.1 names."""

from io import BytesIO
from typing import Final

from pyoxigraph import QueryResultsFormat, QueryTriples, RdfFormat

from kgraph.errors import QueryError
from kgraph.store.protocol import QueryResult
from kgraph.store.sparql import shown

RESULT_FORMATS: Final = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
"""Formats of solutions and booleans, by the names that callers use."""

GRAPH_FORMATS: Final = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "nquads": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "n3": RdfFormat.N3,
    "rdfxml": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}
"""Formats of triples, by the names that callers use."""


class _Bounded(BytesIO):
    """A buffer that refuses to grow past its bound."""

    def __init__(self, bound: int) -> None:
        super().__init__()
        self._bound = bound
        self.full = False

    def write(self, data: bytes, /) -> int:  # type: ignore[override]
        if self.tell() + len(data) > self._bound:
            self.full = True
            raise OSError("the answer is too large")
        return super().write(data)


def serialized(
    sparql: str, result: QueryResult, results: str, graph: str, bound: int
) -> tuple[str, bytes]:
    """Name of the format and bytes of a result: ``results`` for rows, ``graph`` for triples.

    Raises:
        QueryError: It takes more than ``bound`` bytes, or its form has no format named.
    """
    buffer = _Bounded(bound)
    try:
        if isinstance(result, QueryTriples):
            name = graph
            result.serialize(buffer, GRAPH_FORMATS[graph])
        else:
            name = results
            result.serialize(buffer, RESULT_FORMATS[results])
    except KeyError:
        raise wrong_form(sparql, name, is_graph=isinstance(result, QueryTriples)) from None
    except OSError as error:
        if not buffer.full:
            raise
        raise too_large(sparql, bound) from error
    return name, buffer.getvalue()


def wrong_form(sparql: str, name: str, *, is_graph: bool) -> QueryError:
    """The answer's form, rows or a graph, cannot be written in the format named."""
    form, formats = ("a graph", GRAPH_FORMATS) if is_graph else ("a table", RESULT_FORMATS)
    return QueryError(
        shown(sparql),
        f"its answer is {form}, which cannot be written as '{name}'",
        f"ask for one of {', '.join(formats)}",
    )


def too_large(sparql: str, bound: int) -> QueryError:
    """The answer takes more bytes than allowed."""
    return QueryError(
        shown(sparql), f"the answer is larger than {bound:,} bytes", "add a LIMIT to the query"
    )
