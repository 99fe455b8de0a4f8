"""A server that answers wrongly is told in one line; the layout of endpoints is the caller's."""

import httpx
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kgraph.errors import CallError, KgraphError, QueryTimeout, StoreError
from kgraph.store import open_store
from kgraph.store.remote import RemoteStore, endpoints, open_server
from tests.store.test_protocol import G1, quad


@pytest.mark.parametrize(
    ("location", "query", "update", "graphs"),
    [
        ("http://a:7878", "http://a:7878/query", "http://a:7878/update", "http://a:7878/store"),
        ("http://a/ds/", "http://a/ds/query", "http://a/ds/update", "http://a/ds/store"),
        ("http://a/ds?gsp=data", "http://a/ds/query", "http://a/ds/update", "http://a/ds/data"),
        (
            "https://a/r?query=&update=statements&gsp=https://b/g",
            "https://a/r", "https://a/r/statements", "https://b/g",
        ),
        ("http://a/x?query=/sparql", "http://a/sparql", "http://a/x/update", "http://a/x/store"),
    ],
)  # fmt: skip
def test_a_location_names_the_endpoints(location, query, update, graphs):
    places = endpoints(location)
    assert (places.query, places.update, places.graphs) == (query, update, graphs)


def test_a_password_goes_to_the_server_and_into_no_message():
    places = endpoints("http://ann:s3cret@localhost:1/ds")
    assert places.auth == ("ann", "s3cret")
    assert "s3cret" not in places.shown + places.query + places.update + places.graphs


@pytest.mark.parametrize("location", ["http://", "http://a/?sparql=x", "https:///ds"])
def test_a_location_that_means_nothing_is_an_error_of_the_call(location):
    with pytest.raises(CallError):
        open_store(location)


def test_an_unreachable_server_is_told():
    with pytest.raises(StoreError, match=r"cannot be reached \(.*\); check the URL, and that"):
        open_store("http://127.0.0.1:1")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("page", "/page/query answers with text/html, which is no RDF and no SPARQL result; check"),
        ("locked", "the server answered 401 Unauthorized to /locked/query; give a user who may"),
        ("forbidden", "the server answered 403 Forbidden to /forbidden/query; give a user who"),
        ("broken", "the server answered 500 Internal Server Error: stack trace"),
        ("gone", "the server answered 404 Not Found to /gone/query; name the endpoints in the"),
        ("readonly", "the server answered 405 Method Not Allowed to /readonly/query; name the"),
        ("moved", "the server redirects to http://elsewhere.example.org/sparql; use that URL"),
        ("cut", "the server's answer is cut or broken"),
        ("lines", "not valid SPARQL: Lexical error at line 3; mend the query"),
    ],
)
def test_each_wrong_answer_has_its_words(rude_server, path, told):
    with pytest.raises(Exception) as caught:  # noqa: PT011 -- the table says which words
        open_store(f"{rude_server}/{path}")
    assert told in str(caught.value)
    assert str(caught.value).isprintable()


def test_a_silent_server_is_told_after_the_time_limit(rude_server):
    with pytest.raises(QueryTimeout, match=r"no answer within 0\.2 seconds; ask for less"):
        open_server(f"{rude_server}/slow", timeout=0.2)


def test_an_answer_that_the_server_cuts_at_its_own_limit_is_no_answer(oxigraph_server):
    name = NamedNode(G1)
    with open_store(oxigraph_server) as store:
        store.replace(
            {
                G1: [
                    Quad(NamedNode(f"x:{i}"), NamedNode("x:p"), Literal(i), name)
                    for i in range(200)
                ]
            }
        )
        cross = " . ".join(f"?a{i} <x:p> ?b{i}" for i in range(5))
        with pytest.raises(KgraphError):
            store.query(f"SELECT (COUNT(*) AS ?n) {{ {cross} FILTER(STR(?b0) = STR(?b1)) }}")


def test_a_graph_that_a_wrong_endpoint_hides_does_not_read_as_empty(oxigraph_server):
    with open_store(f"{oxigraph_server}?gsp=nowhere") as store:
        store.replace({G1: [quad(G1)]})
        with pytest.raises(StoreError, match="404 Not Found to /nowhere"):
            list(store.graph(G1))


def test_a_store_format_that_is_no_number_is_told(oxigraph_server):
    with open_store(oxigraph_server) as store:
        store.replace({G1: [quad(G1)]})
        with pytest.raises(StoreError, match="its store format reads 'soon'"):
            store.update(
                "DELETE WHERE { GRAPH ?g { ?s kg:storeFormat ?o } } ;"
                " INSERT DATA { GRAPH <https://w3id.org/kgraph/graph/collection> {"
                " <https://w3id.org/kgraph/graph/collection> kg:storeFormat 'soon' } }"
            )


def test_a_server_gone_in_the_middle_is_told():
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/query":
            return httpx.Response(
                200,
                headers={"Content-Type": "application/sparql-results+json"},
                content=b'{"head":{"vars":[]},"results":{"bindings":[]}}',
            )
        raise httpx.ReadError("connection reset")

    with open_server("http://a", transport=httpx.MockTransport(answer)) as store:
        for use in (
            lambda: store.replace({G1: [quad(G1)]}),
            lambda: list(store.graph(G1)),
            lambda: store.update("DROP ALL"),
        ):
            with pytest.raises(StoreError, match="cannot be reached"):
                use()


@pytest.mark.parametrize(
    ("location", "field", "value"),
    [
        ("http://a", "union-default-graph", "true"),
        (
            "http://a?default-graph=urn:x-arq:UnionGraph",
            "default-graph-uri",
            "urn:x-arq:UnionGraph",
        ),
    ],
)
def test_the_union_of_graphs_is_asked_for_in_the_servers_own_words(location, field, value):
    seen = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(httpx.QueryParams(request.content.decode()))
        return httpx.Response(
            200,
            headers={"Content-Type": "application/sparql-results+json"},
            content=b'{"head":{"vars":[]},"results":{"bindings":[]}}',
        )

    with open_server(location, transport=httpx.MockTransport(answer)) as store:
        assert isinstance(store, RemoteStore)
    assert seen[0][field] == value
