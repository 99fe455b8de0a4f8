"""The query operation of the SPARQL 1.1 Protocol (W3C 2013, section 2.1), read-only."""

import re

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kgraph.errors import QueryError
from kgraph.serve.negotiation import choose
from kgraph.serve.setting import setting

_SOLUTIONS = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
_GRAPHS = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "text/plain": "ntriples",
    "application/rdf+xml": "rdfxml",
}
_BOOLEANS = {media: form for media, form in _SOLUTIONS.items() if form in ("json", "xml")}

MOST_BYTES = 1_000_000
"""A longer query is refused with 413."""

_PROLOGUE = r"(?:\s+|#[^\n\r]*|BASE\s*<[^>]*>|PREFIX\s+[^\s:]*:\s*<[^>]*>)*"
_FORM = re.compile(_PROLOGUE + r"(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)


def query_form(sparql: str) -> str:
    r"""SELECT, ASK, CONSTRUCT or DESCRIBE, whichever the query begins with; "" if none.

    >>> query_form("# names\nPREFIX x: <urn:x> select * {}")
    'SELECT'
    """
    found = _FORM.match(sparql)
    return found[1].upper() if found else ""


async def sparql(request: Request) -> Response:
    """The result of the query, in the form that the client accepts.

    400 for a query that is missing or malformed (with its place), 403 for an update, 406 where
    no form is acceptable, 413 and 415 for bodies too long or of another type, 503 past the time
    limit.
    """
    sent = await _sent(request)
    if isinstance(sent, Response):
        return sent
    forms = {"SELECT": _SOLUTIONS, "ASK": _BOOLEANS}.get(query_form(sent), _GRAPHS)
    media = choose(request.headers.get("accept", ""), list(forms))
    if not media:
        offers = ", ".join(forms)
        return _words(f"the result comes as one of: {offers}", 406)
    data = await run_in_threadpool(setting(request).workers.run, sent, forms[media])
    return Response(data, media_type=media, headers={"Vary": "Accept"})


async def _sent(request: Request) -> str | Response:
    """The query that the request carries, or the answer that tells why there is none."""
    if request.method == "GET":
        if not request.url.query and "text/html" in request.headers.get("accept", ""):
            return RedirectResponse("/query", 303)
        return _one(request.query_params.multi_items())
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            return _words(f"the query is longer than {MOST_BYTES:,} bytes", 413)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/sparql-update":
        return _words("this endpoint is read-only: it takes queries, no updates", 403)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        return _words(f"byte {error.start} of the query is not UTF-8", 400)
    if kind == "application/sparql-query":
        return _one([*request.query_params.multi_items(), ("query", text)])
    if kind == "application/x-www-form-urlencoded":
        from urllib.parse import parse_qsl  # noqa: PLC0415

        return _one(parse_qsl(text, keep_blank_values=True))
    return _words(
        "send the query as application/sparql-query or application/x-www-form-urlencoded", 415
    )


def _one(parameters: list[tuple[str, str]]) -> str | Response:
    queries = [value for name, value in parameters if name == "query"]
    names = {name for name, _ in parameters}
    if "update" in names:
        return _words("this endpoint is read-only: it takes queries, no updates", 403)
    if names & {"default-graph-uri", "named-graph-uri"}:
        return _words("name the graphs in the query itself, with FROM or GRAPH", 400)
    if len(queries) != 1:
        return _words(f"give one query, as the parameter 'query'; there are {len(queries)}", 400)
    if not queries[0].strip():
        raise QueryError("query", "it is empty", "write a SPARQL 1.1 query")
    return queries[0]


def _words(what: str, status: int) -> Response:
    return Response(f"{what}\n", status, media_type="text/plain")
