"""Stores inside this process: Oxigraph in a folder on disk, or in memory."""

import contextlib
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import pyoxigraph
from pyoxigraph import NamedNode, Quad

from kgraph import vocab
from kgraph.errors import StoreError
from kgraph.store import change, form, sparql
from kgraph.store.failures import STORAGE_ERRORS, store_error
from kgraph.store.protocol import QueryResult

_FLUSH_AT: Final = 2 * 2**20
"""Characters of updates between two flushes: writing gets no slower, opening stays at 0.1 s."""

_CLEARED: Final = 10_000
"""Quads that a graph loses in one transaction when it is emptied."""


class EmbeddedStore:
    """Quads kept by Oxigraph in this process.

    Made by ``open_store``, which does the I/O and the checks. A result of ``query`` that has not
    been read to its end keeps the folder locked, even behind ``close``.

    Args:
        location: The folder, as messages print it.
        quads: The open pyoxigraph store.
        read_only: Whether writing is refused; what is read is then the state at opening.
    """

    def __init__(self, location: str, quads: pyoxigraph.Store, *, read_only: bool = False) -> None:
        self._location = location
        self._quads: pyoxigraph.Store | None = quads
        self._read_only = read_only
        # Reading a graph and writing its difference must not interleave between threads.
        self._writing = threading.Lock()
        self._unflushed = 0
        self._marked = form.marked(location, self._formats())

    @property
    def location(self) -> str:
        """The folder, or ":memory:"."""
        return self._location

    @property
    def is_ours(self) -> bool:
        """True: the folder is locked, and copies of it that others read are read-only."""
        return True

    @property
    def scratch(self) -> Path:
        """The folder itself; see ``Store.scratch``."""
        return Path(self._location)

    def query(self, sparql_text: str, /) -> QueryResult:
        """The answer to a SPARQL 1.1 query; see ``Store.query``."""
        sparql.admit(sparql_text)
        try:
            return self._open().query(
                sparql_text, prefixes=vocab.PREFIXES, use_default_graph_as_union=True
            )
        except SyntaxError as error:
            raise sparql.fault(sparql_text, str(error)) from error
        except STORAGE_ERRORS as error:
            raise store_error(self._location, error) from error

    def update(self, sparql_text: str, /) -> None:
        """Carries out a SPARQL 1.1 update in one transaction; see ``Store.update``."""
        with self._writing:
            try:
                self._write(sparql_text)
            except SyntaxError as error:
                raise sparql.fault(sparql_text, str(error)) from error
            # The update may have cleared the mark itself.
            self._marked = form.marked(self._location, self._formats())
            if not self._marked:
                self._write(form.MARK_UPDATE)
                self._marked = True

    def replace(
        self,
        graphs: Mapping[str, Iterable[Quad]],
        *,
        drop: Iterable[str] = (),
        insert: Iterable[Quad] = (),
        delete: Iterable[Quad] = (),
    ) -> None:
        """Carries out the change atomically; see ``Store.replace``.

        Only the difference to what is there is written: taking out and putting back 200,000 quads
        of a derived graph takes eight times as long as reading them.
        """
        wanted = change.change(graphs, drop, insert, delete)
        with self._writing:
            going = set(wanted.delete)
            coming = set(wanted.insert) | ({form.MARK} if not self._marked else set())
            for iri, quads in wanted.graphs.items():
                old = set(self.graph(iri))
                going |= old - quads
                coming |= quads - old
            going -= coming
            self._write(change.update(drop=wanted.drop, delete=going, insert=coming))
            self._marked = True

    def clear(self, graphs: Iterable[str]) -> None:
        """Takes out some quads at a time; see ``Store.clear``.

        One transaction holds all that it changes in memory, more than a kilobyte a quad.
        """
        with self._writing:
            for iri in graphs:
                while going := list(islice(self.graph(iri), _CLEARED)):
                    self._write(change.update(delete=going))

    def graph(self, iri: str) -> Iterator[Quad]:
        """The quads of one graph, in no particular order."""
        return self._matching(NamedNode(iri))

    def graphs(self) -> Iterator[str]:
        """The IRIs of all graphs, sorted."""
        names = [name.value for name in self._open().named_graphs()]
        return (name for name in sorted(names) if self.contains(name))

    def quads(self) -> Iterator[Quad]:
        """All quads, graph after graph in the order of ``graphs()``."""
        for name in self.graphs():
            yield from self.graph(name)

    def contains(self, graph_iri: str) -> bool:
        """Whether that graph has a quad."""
        return next(self._matching(NamedNode(graph_iri)), None) is not None

    def close(self) -> None:
        """Lets go of the folder; a second call does nothing."""
        if self._unflushed:
            self._flush()
        # pyoxigraph closes its files when the last reference goes.
        self._quads = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _open(self) -> pyoxigraph.Store:
        if self._quads is None:
            raise StoreError(self._location, "the store is closed", "open it again")
        return self._quads

    def _writable(self) -> pyoxigraph.Store:
        if self._read_only:
            raise StoreError(
                self._location, "the store was opened read-only", "open it for writing"
            )
        return self._open()

    def _write(self, update: str) -> None:
        try:
            self._writable().update(update, prefixes=vocab.PREFIXES)
        except STORAGE_ERRORS as error:
            raise store_error(self._location, error) from error
        self._unflushed += len(update)
        if self._unflushed > _FLUSH_AT:
            self._flush()

    def _flush(self) -> None:
        """Moves what was written from the log into tables, which open at once.

        Whoever opens the folder replays the log first: 11 seconds behind 1,000 articles.
        """
        self._unflushed = 0
        # The log keeps what was written all the same, and the next write tells of a full disk.
        with contextlib.suppress(*STORAGE_ERRORS):
            self._open().flush()

    def _matching(self, graph: NamedNode) -> Iterator[Quad]:
        try:
            yield from self._open().quads_for_pattern(None, None, None, graph)
        except STORAGE_ERRORS as error:
            raise store_error(self._location, error) from error

    def _formats(self) -> Iterator[str]:
        subject, predicate, _, graph = form.MARK
        for quad in self._open().quads_for_pattern(subject, predicate, None, graph):
            yield str(getattr(quad.object, "value", quad.object))


class MemoryStore(EmbeddedStore):
    """A store that lives and ends with this process: the fake for tests, and for quick looks.

    >>> with MemoryStore() as store:
    ...     store.update('INSERT DATA { GRAPH <https://example.org/g> { wd:Q1 rdf:type wd:Q2 } }')
    ...     len(list(store.graphs()))
    2
    """

    def __init__(self) -> None:
        super().__init__(":memory:", pyoxigraph.Store())
        self._scratch: tempfile.TemporaryDirectory[str] | None = None

    @property
    def scratch(self) -> Path:
        """A folder that goes when the store is closed or let go of; see ``Store.scratch``."""
        if self._scratch is None:
            self._scratch = tempfile.TemporaryDirectory(prefix="kgraph-")
        return Path(self._scratch.name)

    def close(self) -> None:
        """The store and its scratch folder are gone; a second call does nothing."""
        super().close()
        if self._scratch is not None:
            self._scratch.cleanup()
            self._scratch = None


def open_folder(folder: Path, *, read_only: bool, create: bool) -> EmbeddedStore:
    """The store in a folder, which is made where it is missing and may be made.

    Raises:
        StoreError: There is none to read, the folder holds other things, or it can't be opened.
        StoreHeld: Another process is writing to it.
        StoreTooNew: A newer kgraph made it.
    """
    location = str(folder)
    if not _is_store(folder) and (read_only or not create):
        raise StoreError(location, "no store here", "run kgraph ingest first")
    try:
        if read_only:
            quads = _read_only(location)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            quads = pyoxigraph.Store(location)
    except STORAGE_ERRORS as error:
        raise store_error(location, error) from error
    return EmbeddedStore(location, quads, read_only=read_only)


_OPENINGS = 6


def _read_only(location: str) -> pyoxigraph.Store:
    """The store as it stands, also while another process writes to it.

    RocksDB reads the list of its files first and opens them then; the writer may have merged some
    and deleted them in between, which looks like damage.
    """
    for attempt in range(1, _OPENINGS):
        try:
            return pyoxigraph.Store.read_only(location)
        except STORAGE_ERRORS:
            time.sleep(0.01 * attempt)
    return pyoxigraph.Store.read_only(location)


_PARTS = ("LOCK", "LOG", "IDENTITY", "MANIFEST", "OPTIONS")


def _is_store(folder: Path) -> bool:
    """Whether a store is there; False where one may be made.

    Raises:
        StoreError: Neither: the path is of a file, or of a folder with other things in it.
    """
    location = str(folder)
    try:
        names = {entry.name for entry in folder.iterdir()}
    except FileNotFoundError:
        return False
    except NotADirectoryError as error:
        raise StoreError(
            location, "a store is a folder and this is a file", "name a folder with --store"
        ) from error
    except OSError as error:
        raise store_error(location, error) from error
    if "CURRENT" in names:
        return True
    # A process killed while it made the store leaves these and no CURRENT.
    strangers = [
        name
        for name in names
        if not name.startswith(_PARTS) and not name.endswith((".log", ".sst", ".dbtmp"))
    ]
    if strangers:
        raise StoreError(
            location,
            f"the folder holds other things ({min(strangers)}) and no store",
            "name an empty or a new folder with --store",
        )
    return False
