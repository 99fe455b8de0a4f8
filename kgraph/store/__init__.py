"""Where graphs are kept: a folder (embedded Oxigraph), memory, or any SPARQL 1.1 server."""

from kgraph.store.embedded import EmbeddedStore, MemoryStore
from kgraph.store.opening import is_url, open_store
from kgraph.store.protocol import QueryResult, Store, select
from kgraph.store.rdflib_view import as_rdflib
from kgraph.store.workers import Answered, QueryWorkers

__all__ = [
    "Answered",
    "EmbeddedStore",
    "MemoryStore",
    "QueryResult",
    "QueryWorkers",
    "Store",
    "as_rdflib",
    "is_url",
    "open_store",
    "select",
]
