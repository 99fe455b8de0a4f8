"""What every store can do, wherever it keeps its quads."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self, TypeAlias, runtime_checkable

from pyoxigraph import Quad, QueryBoolean, QuerySolutions, QueryTriples

QueryResult: TypeAlias = QuerySolutions | QueryBoolean | QueryTriples
"""SELECT gives solutions, ASK a boolean, CONSTRUCT and DESCRIBE triples."""


@runtime_checkable
class Store(Protocol):
    """A collection of named graphs that answers SPARQL 1.1.

    The prefixes of ``kgraph.vocab.PREFIXES`` need no declaration. Queries see the union of all
    graphs as the default graph. A graph without quads does not exist. No store holds blank nodes.

    Attributes:
        location: The folder, the URL without a password, or ":memory:".
    """

    @property
    def location(self) -> str:
        """Where the store is, as an error message may print it."""

    @property
    def is_ours(self) -> bool:
        """Whether nobody else can write in it as long as it is open."""

    @property
    def scratch(self) -> Path:
        """A folder for files that belong to the store and can be made anew; it exists."""

    def query(self, sparql: str) -> QueryResult:
        """The answer to a SPARQL 1.1 query.

        Raises:
            QueryError: It does not parse, or asks other servers (``SERVICE``).
            QueryTimeout: A remote server took longer than its time limit.
            StoreError: The store cannot be read.
        """

    def update(self, sparql: str) -> None:
        """Carries out a SPARQL 1.1 update as one transaction; the text is trusted.

        Raises:
            QueryError: It does not parse.
            StoreError: The store cannot be written.
        """

    def replace(
        self,
        graphs: Mapping[str, Iterable[Quad]],
        *,
        drop: Iterable[str] = (),
        insert: Iterable[Quad] = (),
        delete: Iterable[Quad] = (),
    ) -> None:
        """Makes graphs hold exactly these quads and changes single quads of others, atomically.

        A reader, and a store reopened after a crash, sees all of it or nothing of it. The store
        format in ``vocab.COLLECTION`` is kept even when that graph is replaced or dropped.

        Args:
            graphs: Quads by the IRI of their graph; a graph given no quads vanishes.
            drop: IRIs of graphs to remove; those that don't exist are passed over.
            insert: Quads to put in, whatever else their graph holds.
            delete: Quads to take out; one that is also put in stays.

        Raises:
            ValueError: A quad is of another graph, of none, or has a blank node.
            StoreError: The store cannot be written; nothing has changed.
        """

    def clear(self, graphs: Iterable[str]) -> None:
        """Empties graphs, however large, in little memory.

        Unlike ``replace`` it may go in steps: a reader, or a store reopened after a crash, may see
        part of what they held.

        Args:
            graphs: Their IRIs; ``vocab.COLLECTION``, which holds the store format, is not among them.

        Raises:
            StoreError: The store cannot be written.
        """

    def graph(self, iri: str) -> Iterator[Quad]:
        """The quads of one graph, in no particular order; none where it doesn't exist."""

    def graphs(self) -> Iterator[str]:
        """The IRIs of all graphs, sorted."""

    def quads(self) -> Iterator[Quad]:
        """All quads, graph after graph in the order of ``graphs()``."""

    def contains(self, graph_iri: str) -> bool:
        """Whether that graph has a quad."""

    def close(self) -> None:
        """Lets go of files and connections; a second call does nothing."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


def select(store: Store, sparql: str) -> QuerySolutions:
    """The solutions of a SELECT query; see ``Store.query``."""
    solutions = store.query(sparql)
    assert isinstance(solutions, QuerySolutions)
    return solutions
