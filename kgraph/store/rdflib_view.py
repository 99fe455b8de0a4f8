"""A store as an rdflib Dataset, for people who work with rdflib.

The home of rdflib is ``kgraph.evidence.bridge``, which copies quads into rdflib's own memory. Here
nothing is copied: oxrdflib is a plug-in of rdflib's that lays its interface over pyoxigraph's
store, so the one function needs rdflib by name.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph

from kgraph.errors import CallError
from kgraph.store.embedded import open_folder
from kgraph.store.opening import is_url

if TYPE_CHECKING:
    import rdflib  # noqa: TID251 -- see above


def as_rdflib(location: str | Path) -> "rdflib.Dataset":
    """The store in a folder as a read-only view of rdflib's kind, its default graph the union.

    Queries go to Oxigraph, except that oxrdflib hands prepared ones and those with further
    keyword arguments (``base=``, ``DEBUG=``) to rdflib's own engine, which is hundreds of times
    slower on a corpus. The view shows the state at opening; one graph of it is
    ``view.get_context(iri)`` (``view.graph(iri)`` would add the graph, which can't be written).

    Raises:
        StoreError: There is no store to read.
        CallError: The location is a server's URL, which rdflib's own SPARQLStore is for.
    """
    # rdflib takes as long to import as everything else together.
    import oxrdflib  # noqa: PLC0415
    import rdflib  # noqa: PLC0415, TID251

    if is_url(location):
        raise CallError(
            str(location),
            "a server is no store of this process",
            "use rdflib.plugins.stores.sparqlstore.SPARQLStore",
        )
    # Refuses what is no store, or is too new, in kgraph's own words.
    open_folder(Path(location), read_only=True, create=False).close()
    store = oxrdflib.OxigraphStore(store=pyoxigraph.Store.read_only(str(location)))
    return rdflib.Dataset(store=store, default_union=True)
