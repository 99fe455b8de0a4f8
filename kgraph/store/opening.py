"""From a location to an open store."""

from pathlib import Path

from kgraph.errors import CallError
from kgraph.store.embedded import open_folder
from kgraph.store.protocol import Store


def open_store(location: str | Path, *, read_only: bool = False, create: bool = True) -> Store:
    """The store at a location: a folder is an embedded store, an ``http(s)`` URL a server.

    One process may write to a folder at a time, any number may read. A read-only store shows
    the state at opening and does not follow later writes.

    A server's base URL stands for Oxigraph's layout: queries go to ``query``, updates to
    ``update``, the Graph Store Protocol to ``store`` below it. Another layout is told by
    parameters of the same URL, relative to the base or absolute::

        http://host:7878
        http://host:3030/ds?gsp=data&default-graph=urn:x-arq:UnionGraph          (Fuseki)
        http://host:7200/repositories/r?query=&update=statements&gsp=rdf-graphs/service  (GraphDB)
        https://user:password@host/?query=sparql&update=sparql&gsp=sparql-graph-crud

    Args:
        location: The folder, or the server's URL.
        read_only: Refuse to write; for a folder, also don't take its lock.
        create: Make the folder where there is none.

    Raises:
        CallError: The location is empty, or a URL that no server can have.
        StoreError: It can't be opened; the message says why and what to do.
        StoreHeld: Another process is writing to the folder.
        StoreTooNew: A newer kgraph made the store.
    """
    if is_url(location):
        # The HTTP client takes longer to import than an embedded store to open.
        from kgraph.store.remote import open_server  # noqa: PLC0415

        return open_server(str(location), read_only=read_only)
    if not str(location).strip():
        # The path of no characters is that of the current folder: a shell's empty variable.
        raise CallError("''", "the store has no name", "name a folder or URL with --store")
    return open_folder(Path(location), read_only=read_only, create=create)


def is_url(location: str | Path) -> bool:
    """Whether the location names a server rather than a folder.

    >>> is_url("HTTPS://example.org/"), is_url("news")
    (True, False)
    """
    return isinstance(location, str) and location.lower().startswith(("http://", "https://"))
