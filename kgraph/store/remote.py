"""A SPARQL 1.1 server: query, update and Graph Store Protocol over HTTP."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self
from urllib.parse import parse_qsl, urljoin, urlsplit, urlunsplit

import httpx
import pyoxigraph
from platformdirs import user_cache_path
from pyoxigraph import NamedNode, Quad, QueryResultsFormat, RdfFormat

from kgraph import ids
from kgraph.errors import CallError, QueryTimeout, StoreError
from kgraph.store import change, form, sparql
from kgraph.store.protocol import QueryResult

TIMEOUT: Final = 300.0
"""Seconds a server may stay silent: a resolved corpus is one long update."""

_ACCEPT: Final = (
    "application/sparql-results+json, application/n-triples, "
    "application/sparql-results+xml;q=0.5, text/turtle;q=0.5"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoints:
    """Where a server takes what, read from the location by ``endpoints``.

    Attributes:
        shown: The location without user and password.
        default_graph: What the server calls the union of its graphs, or "" where its default
            graph is the union or ``union-default-graph`` makes it so (Oxigraph).
    """

    shown: str
    query: str
    update: str
    graphs: str
    auth: tuple[str, str] | None = None
    default_graph: str = ""


def endpoints(location: str) -> Endpoints:
    """The endpoints that a location names; see ``open_store``.

    >>> endpoints("http://localhost:7878").update
    'http://localhost:7878/update'
    >>> endpoints("http://a/ds?query=&gsp=data").query
    'http://a/ds'

    Raises:
        CallError: The URL has no host, or a parameter that means nothing here.
    """
    parts = urlsplit(location)
    if not parts.hostname:
        raise CallError(location, "not a URL with a host", "write it like http://localhost:7878")
    given = dict(parse_qsl(parts.query, keep_blank_values=True))
    names = {"query": "query", "update": "update", "gsp": "store", "default-graph": ""}
    unknown = sorted(given.keys() - names.keys())
    host = parts.netloc.rpartition("@")[2]
    base = urlunsplit((parts.scheme, host, parts.path.rstrip("/"), "", ""))
    if unknown:
        raise CallError(
            base, f"unknown parameter '{unknown[0]}' in the URL", f"use {', '.join(names)}"
        )
    words = names | given

    def at(name: str) -> str:
        return urljoin(f"{base}/", words[name]) if words[name] else base

    return Endpoints(
        shown=base,
        query=at("query"),
        update=at("update"),
        graphs=at("gsp"),
        auth=(parts.username, parts.password or "") if parts.username else None,
        default_graph=words["default-graph"],
    )


class RemoteStore:
    """Quads kept by a SPARQL 1.1 server.

    Made by ``open_server``. A replacement is one update request, which Oxigraph, Fuseki and
    GraphDB carry out as one transaction.

    Args:
        places: The server's endpoints.
        client: Sends the requests; closed with the store.
        read_only: Whether writing is refused.
    """

    def __init__(self, places: Endpoints, client: httpx.Client, *, read_only: bool = False) -> None:
        self._places = places
        self._client = client
        self._read_only = read_only
        self._marked = False

    @property
    def location(self) -> str:
        """The base URL, without user and password."""
        return self._places.shown

    @property
    def is_ours(self) -> bool:
        """False: a server takes updates from anybody."""
        return False

    @property
    def scratch(self) -> Path:
        """A folder of this server's in the user's cache; see ``Store.scratch``."""
        folder = user_cache_path("kgraph") / ids.digest("server", self.location)
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def query(self, sparql_text: str, /) -> QueryResult:
        """The answer to a SPARQL 1.1 query; see ``Store.query``.

        The answer is read to its end before it is given, so that one that the server cut off
        (Oxigraph does at its own time limit, under status 200) is an error and not an answer.
        """
        with self.asking(sparql_text, accept=_ACCEPT) as answer:
            answer.read()
        return self._read(answer)

    def update(self, sparql_text: str, /) -> None:
        """Carries out a SPARQL 1.1 update; see ``Store.update``."""
        self._post_update(sparql.with_prefixes(sparql_text), sparql_text)
        # The update may have cleared the mark itself.
        self.check_format()
        if not self._marked:
            self._post_update(form.MARK_UPDATE)
            self._marked = True

    def replace(
        self,
        graphs: Mapping[str, Iterable[Quad]],
        *,
        drop: Iterable[str] = (),
        insert: Iterable[Quad] = (),
        delete: Iterable[Quad] = (),
    ) -> None:
        """Carries out the change in one update request; see ``Store.replace``."""
        wanted = change.change(graphs, drop, insert, delete)
        coming = wanted.insert.union(
            {form.MARK} if not self._marked else (), *wanted.graphs.values()
        )
        self._post_update(
            change.update(
                # Another process may be writing to the server, so a difference to what was read
                # a moment ago would not be safe.
                drop=wanted.drop.union(wanted.graphs),
                delete=wanted.delete,
                insert=coming,
            )
        )
        self._marked = True

    def clear(self, graphs: Iterable[str]) -> None:
        """Asks the server to; see ``Store.clear``."""
        self._post_update(change.update(drop=graphs))

    def graph(self, iri: str) -> Iterator[Quad]:
        """The quads of one graph, by the Graph Store Protocol; none where it doesn't exist."""
        with self._talk():
            answer = self._client.get(
                self._places.graphs,
                params={"graph": iri},
                headers={"Accept": "application/n-triples, text/turtle;q=0.5"},
            )
        if answer.status_code == httpx.codes.NOT_FOUND:
            # No such graph; but a wrong URL answers the same, and must not read as an empty store.
            if self.contains(iri):
                raise self._refusal(answer)
            return
        name = NamedNode(iri)
        for triple in self._triples(self._checked(answer)):
            yield Quad(triple.subject, triple.predicate, triple.object, name)

    def graphs(self) -> Iterator[str]:
        """The IRIs of all graphs, sorted."""
        rows = self.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
        assert isinstance(rows, pyoxigraph.QuerySolutions)
        return iter(sorted(str(row["g"].value) for row in rows))

    def quads(self) -> Iterator[Quad]:
        """All quads, graph after graph in the order of ``graphs()``."""
        for name in self.graphs():
            yield from self.graph(name)

    def contains(self, graph_iri: str) -> bool:
        """Whether that graph has a quad."""
        return bool(self.query(f"ASK {{ GRAPH {NamedNode(graph_iri)} {{ ?s ?p ?o }} }}"))

    def close(self) -> None:
        """Closes the connections; a second call does nothing."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def asking(self, sparql_text: str, *, accept: str) -> Iterator[httpx.Response]:
        """The server's good answer to a query, whose body is still to be read.

        Errors as ``query``, also those that come up while it is read.
        """
        sparql.admit(sparql_text)
        fields = {"query": sparql.with_prefixes(sparql_text), **self._dataset()}
        with (
            self._talk(sparql_text),
            self._client.stream(
                "POST", self._places.query, data=fields, headers={"Accept": accept}
            ) as answer,
        ):
            if not answer.is_success:
                answer.read()
            yield self._checked(answer, sparql_text)

    def check_format(self) -> None:
        """Nothing happens where the server answers and holds a format that this kgraph knows.

        Raises:
            StoreTooNew: A newer kgraph made the store.
            StoreError: The server can't be asked.
        """
        rows = self.query(form.MARK_QUERY)
        assert isinstance(rows, pyoxigraph.QuerySolutions)
        self._marked = form.marked(self.location, (row["format"].value for row in rows))

    def _dataset(self) -> dict[str, str]:
        """The form fields that make the union of all graphs the default graph of a query."""
        if self._places.default_graph:
            return {"default-graph-uri": self._places.default_graph}
        return {"union-default-graph": "true"}

    def _post_update(self, text: str, written: str | None = None) -> None:
        if self._read_only:
            raise StoreError(self.location, "the store was opened read-only", "open it for writing")
        if not text:
            return
        with self._talk():
            answer = self._client.post(
                self._places.update,
                content=text.encode(),
                headers={"Content-Type": "application/sparql-update"},
            )
        self._checked(answer, written)

    @contextmanager
    def _talk(self, query: str | None = None) -> Iterator[None]:
        """Failures to reach the server come out as errors of kgraph."""
        try:
            yield
        except httpx.TimeoutException as error:
            what = f"no answer within {self._client.timeout.read:g} seconds"
            if query is not None and not isinstance(error, httpx.ConnectTimeout):
                raise QueryTimeout(
                    sparql.shown(query), what, "ask for less, or raise the server's limits"
                ) from error
            raise StoreError(self.location, what, "check that the server is up") from error
        except httpx.TransportError as error:
            raise StoreError(
                self.location,
                f"the server cannot be reached ({sparql.brief(str(error))})",
                "check the URL, and that the server is up",
            ) from error
        except httpx.InvalidURL as error:
            raise CallError(self.location, str(error), "mend the URL") from error

    def _checked(self, answer: httpx.Response, query: str | None = None) -> httpx.Response:
        if answer.is_success:
            return answer
        if answer.status_code == httpx.codes.BAD_REQUEST and query is not None:
            raise sparql.fault(query, _message(answer), lines_before=1)
        raise self._refusal(answer)

    def _refusal(self, answer: httpx.Response) -> StoreError:
        status = f"the server answered {answer.status_code} {answer.reason_phrase}".rstrip()
        if answer.status_code in {httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN}:
            return StoreError(
                self.location,
                f"{status} to {answer.url.path}",
                "give a user who may do this: http://user:password@host/",
            )
        if answer.is_redirect:
            target = answer.headers.get("location", "elsewhere")
            return StoreError(self.location, f"the server redirects to {target}", "use that URL")
        if answer.status_code in {httpx.codes.NOT_FOUND, httpx.codes.METHOD_NOT_ALLOWED}:
            return StoreError(
                self.location,
                f"{status} to {answer.url.path}",
                "name the endpoints in the URL: ?query=…&update=…&gsp=…",
            )
        message = _message(answer)
        return StoreError(
            self.location, f"{status}: {message}" if message else status, "see the server's log"
        )

    def _read(self, answer: httpx.Response) -> QueryResult:
        kind = answer.headers.get("content-type", "").partition(";")[0].strip()
        results = QueryResultsFormat.from_media_type(kind)
        if results is None:
            found = pyoxigraph.Store()
            found.extend(self._triples(answer))
            return found.query("CONSTRUCT WHERE { ?s ?p ?o }")
        try:
            for _ in _rows(answer.content, results):
                pass
            return pyoxigraph.parse_query_results(answer.content, format=results)
        except (SyntaxError, ValueError) as error:
            raise self._cut(error) from error

    def _triples(self, answer: httpx.Response) -> list[Quad]:
        kind = answer.headers.get("content-type", "").partition(";")[0].strip()
        rdf = RdfFormat.from_media_type(kind)
        if rdf is None:
            raise StoreError(
                self.location,
                f"{answer.url.path} answers with {kind or 'no content type'}, which is no RDF and "
                "no SPARQL result",
                "check that the URL is of a SPARQL endpoint",
            )
        try:
            return list(pyoxigraph.parse(answer.content, format=rdf))
        except (SyntaxError, ValueError) as error:
            raise self._cut(error) from error

    def _cut(self, error: Exception) -> StoreError:
        return StoreError(
            self.location,
            f"the server's answer is cut or broken ({sparql.brief(str(error), 80)})",
            "ask for less, or raise the server's time limit",
        )


def _rows(content: bytes, results: QueryResultsFormat) -> Iterable[object]:
    parsed = pyoxigraph.parse_query_results(content, format=results)
    return () if isinstance(parsed, pyoxigraph.QueryBoolean) else parsed


def _message(answer: httpx.Response) -> str:
    """What the server says, unless it says it as a page."""
    if "html" in answer.headers.get("content-type", ""):
        return ""
    return sparql.brief(answer.text)


def open_server(
    location: str,
    *,
    read_only: bool = False,
    timeout: float = TIMEOUT,
    transport: httpx.BaseTransport | None = None,
) -> RemoteStore:
    """The store of a server that has answered a first question.

    Args:
        location: The URL; see ``open_store``.
        read_only: Refuse to write.
        timeout: Seconds that the server may stay silent.
        transport: What carries the requests, for tests.

    Raises:
        StoreError: The server can't be reached or is no SPARQL endpoint.
        StoreTooNew: A newer kgraph made the store.
    """
    places = endpoints(location)
    client = httpx.Client(
        auth=places.auth,
        timeout=httpx.Timeout(timeout, connect=min(timeout, 10.0)),
        transport=transport,
    )
    store = RemoteStore(places, client, read_only=read_only)
    try:
        store.check_format()
    except BaseException:
        store.close()
        raise
    return store
