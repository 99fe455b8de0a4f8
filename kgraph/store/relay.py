"""A query of a stranger handed on to a SPARQL server, within a time limit and a size."""

import time

import httpx

from kgraph.errors import QueryTimeout, StoreError
from kgraph.store import answers, sparql
from kgraph.store.remote import RemoteStore, endpoints


def relay(
    location: str, query: str, results: str, graph: str, *, limit: float, bound: int
) -> tuple[str, bytes]:
    """Name of the format and bytes of a server's answer; see ``QueryWorkers.answer``.

    HTTP clients limit the silence between two packets, not the whole; a server that drips its
    answer is stopped here all the same.

    Raises:
        QueryError: The server says that the query does not parse, or the answer is too large.
        QueryTimeout: The limit in seconds has passed.
        StoreError: The server can't be reached, or answers in a format not asked for.
    """
    asked: dict[str, str] = {}
    if results in answers.RESULT_FORMATS:
        asked[_bare(answers.RESULT_FORMATS[results].media_type)] = results
    if graph in answers.GRAPH_FORMATS:
        asked[_bare(answers.GRAPH_FORMATS[graph].media_type)] = graph
    if not asked:
        raise answers.wrong_form(query, results, is_graph=False)
    deadline = time.monotonic() + limit
    places = endpoints(location)
    client = httpx.Client(auth=places.auth, timeout=limit)
    with RemoteStore(places, client, read_only=True) as store:
        body = bytearray()
        with store.asking(query, accept=", ".join(asked)) as answer:
            for chunk in answer.iter_bytes():
                body += chunk
                if len(body) > bound:
                    raise answers.too_large(query, bound)
                if time.monotonic() > deadline:
                    raise QueryTimeout(
                        sparql.shown(query), f"stopped after {limit:g} seconds", "add a LIMIT"
                    )
    kind = _bare(answer.headers.get("content-type", ""))
    if kind not in asked:
        raise StoreError(
            store.location,
            f"the server answers with {kind or 'no content type'} where {', '.join(asked)} was asked",
            "ask for another format",
        )
    return asked[kind], bytes(body)


def _bare(media_type: str) -> str:
    """The media type without parameters."""
    return media_type.partition(";")[0].strip().lower()
