"""The quads themselves: N-Quads, TriG and Turtle, the same bytes for the same store."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final, cast

import pyoxigraph
from pyoxigraph import Quad, RdfFormat, Triple

from kgraph import vocab
from kgraph.store import Store


def write_nquads(store: Store, out: BinaryIO) -> None:
    """Writes one quad a line, graph after graph, sorted: two exports can be compared by line."""
    out.writelines(f"{quad} .\n".encode() for quad in sorted_quads(store))


def write_trig(store: Store, out: BinaryIO) -> None:
    """Writes every graph as a block under its name."""
    _write(sorted_quads(store), out, RdfFormat.TRIG)


def write_turtle(store: Store, out: BinaryIO) -> None:
    """Writes the triples of all graphs without the graphs' names; what several hold comes again."""
    _write((quad.triple for quad in sorted_quads(store)), out, RdfFormat.TURTLE)


def sorted_quads(store: Store) -> Iterator[Quad]:
    """All quads, graph after graph, each sorted by its N-Quads line."""
    for name in store.graphs():
        yield from sorted(store.graph(name), key=str)


def _write(items: Iterable[Quad] | Iterable[Triple], out: BinaryIO, rdf: RdfFormat) -> None:
    header = _SortedHeader(out)
    # pyoxigraph calls write and flush of a file and nothing else.
    pyoxigraph.serialize(items, cast("BinaryIO", header), rdf, prefixes=vocab.PREFIXES)
    header.finish()


_PREFIX: Final = b"@prefix "


class _SortedHeader:
    """Passes bytes on with the prefix lines at their start sorted.

    Oxigraph writes them in the order of a hash table, another one in each process.
    """

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._held: bytes | None = b""

    def write(self, data: bytes) -> int:
        if self._held is None:
            self._out.write(data)
        else:
            self._held += data
            # A line is told apart by its first word, so hold on until that is whole.
            body = self._held[self._header() :]
            if len(body) >= len(_PREFIX) and not body.startswith(_PREFIX):
                self.finish()
        return len(data)

    def flush(self) -> None:
        """Nothing: the bytes go on when the header is whole."""

    def finish(self) -> None:
        """Writes what is held back."""
        if self._held is not None:
            end = self._header()
            lines = self._held[:end].splitlines(keepends=True)
            self._out.write(b"".join(sorted(lines)) + self._held[end:])
            self._held = None

    def _header(self) -> int:
        """Where the whole lines of prefixes end."""
        assert self._held is not None
        end = 0
        while self._held.startswith(_PREFIX, end):
            newline = self._held.find(b"\n", end)
            if newline < 0:
                break
            end = newline + 1
        return end
