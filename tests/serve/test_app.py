"""The server answers as the SPARQL 1.1 Protocol asks, shows pages, and changes nothing."""

import json

import pytest
from starlette.testclient import TestClient

from kgraph import vocab
from kgraph.evidence import current_quads, derived_quads, extraction_quads
from kgraph.serve import make_app
from kgraph.store import open_store
from tests.samples import DERIVED, EXTRACTIONS, WIRE

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s a kg:Statement }"
TOTAL = sum(len(x.statements) for x in EXTRACTIONS)
SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("serve") / "store"
    with open_store(place) as store:
        graphs = {x.article.iri: extraction_quads(x) for x in EXTRACTIONS}
        now = [quad for x in EXTRACTIONS for quad in current_quads(x.article.iri)]
        store.replace({**graphs, **derived_quads(DERIVED)}, insert=now)
    return place


@pytest.fixture(scope="module")
def client(folder):
    with TestClient(make_app(str(folder), time_limit=3.0), base_url="http://localhost") as made:
        yield made


def rows(response):
    return json.loads(response.text)["results"]["bindings"]


@pytest.mark.parametrize(
    "call",
    [
        lambda c, q: c.get("/sparql", params={"query": q}),
        lambda c, q: c.post("/sparql", data={"query": q}),
        lambda c, q: c.post(
            "/sparql", content=q, headers={"content-type": "application/sparql-query"}
        ),
        lambda c, q: c.post(
            "/sparql",
            content=q,
            headers={"content-type": "Application/SPARQL-query; charset=utf-8"},
        ),
    ],
    ids=["get", "form", "direct", "direct with charset"],
)
def test_every_form_of_the_query_operation_gives_the_same_answer(client, call):
    response = call(client, COUNT)
    assert response.status_code == 200
    assert rows(response)[0]["n"]["value"] == str(TOTAL)


@pytest.mark.parametrize(
    ("query", "accept", "media"),
    [
        (COUNT, "", "application/sparql-results+json"),
        (COUNT, "application/json", "application/json"),
        (COUNT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (COUNT, "text/csv", "text/csv"),
        (COUNT, "text/tab-separated-values", "text/tab-separated-values"),
        ("ASK { ?s ?p ?o }", "*/*", "application/sparql-results+json"),
        ("ASK { ?s ?p ?o }", "application/sparql-results+xml", "application/sparql-results+xml"),
        ("CONSTRUCT WHERE { ?s a kg:Outlet }", "*/*", "text/turtle"),
        ("CONSTRUCT WHERE { ?s a kg:Outlet }", "application/n-triples", "application/n-triples"),
        ("CONSTRUCT WHERE { ?s a kg:Outlet }", "application/rdf+xml", "application/rdf+xml"),
        ("DESCRIBE kg:Nothing", "text/turtle", "text/turtle"),
    ],
)
def test_the_result_comes_in_the_form_that_is_accepted(client, query, accept, media):
    headers = {"accept": accept} if accept else {}
    response = client.get("/sparql", params={"query": query}, headers=headers)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"].partition(";")[0] == media


@pytest.mark.parametrize(
    ("call", "status", "words"),
    [
        (lambda c: c.get("/sparql"), 400, "0"),
        (lambda c: c.get("/sparql", params=[("query", COUNT), ("query", COUNT)]), 400, "2"),
        (lambda c: c.get("/sparql", params={"query": "SELECT * WHERE {\n ?s ?p }"}), 400, "2"),
        (lambda c: c.get("/sparql", params={"query": " "}), 400, "empty"),
        (
            lambda c: c.get("/sparql", params={"query": COUNT, "default-graph-uri": "x:y"}),
            400,
            "FROM",
        ),
        (
            lambda c: c.get("/sparql", params={"query": COUNT}, headers={"accept": "image/png"}),
            406,
            "csv",
        ),
        (
            lambda c: c.get("/sparql", params={"query": "ASK {}"}, headers={"accept": "text/csv"}),
            406,
            "json",
        ),
        (
            lambda c: c.post("/sparql", content="x", headers={"content-type": "text/plain"}),
            415,
            "send",
        ),
        (lambda c: c.post("/sparql", data={"update": "DROP ALL"}), 403, "read-only"),
        (
            lambda c: c.post(
                "/sparql", content="DROP ALL", headers={"content-type": "application/sparql-update"}
            ),
            403,
            "read-only",
        ),
        (
            lambda c: c.post(
                "/sparql", content=b"\xff", headers={"content-type": "application/sparql-query"}
            ),
            400,
            "UTF-8",
        ),
        (
            lambda c: c.post(
                "/sparql",
                content=b"x" * 1_000_001,
                headers={"content-type": "application/sparql-query"},
            ),
            413,
            "bytes",
        ),
        (lambda c: c.get("/sparql", params={"query": "DROP ALL"}), 400, ""),
        (
            lambda c: c.get(
                "/sparql",
                params={"query": "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }"},
            ),
            400,
            "SERVICE",
        ),
        (lambda c: c.put("/sparql", content="x"), 405, ""),
        (lambda c: c.get("/article/0123"), 404, ""),
        (lambda c: c.get("/article/..%2f..%2fetc"), 404, ""),
        (lambda c: c.get("/ask/nonsense"), 404, "nonsense"),
        (lambda c: c.get("/", headers={"host": "evil.example"}), 400, ""),
    ],
)
def test_a_call_that_is_off_is_told_what_is_off(client, call, status, words):
    response = call(client)
    assert response.status_code == status, response.text
    assert words in response.text


def test_a_query_past_its_time_limit_is_stopped(client):
    response = client.get("/sparql", params={"query": SLOW})
    assert response.status_code == 503
    assert client.get("/sparql", params={"query": COUNT}).status_code == 200


def test_the_start_page_asks_all_questions(client):
    page = client.get("/").text
    assert page.count("<form") == 12
    assert f"{TOTAL} statements in {len(EXTRACTIONS)} articles" in page


def test_an_answer_shows_its_words_and_leads_to_the_article(client):
    response = client.get("/ask/said", params={"speaker": DERIVED.actors[0].name})
    assert response.status_code == 200
    listed = client.get("/articles").text
    assert f"/article/{WIRE.article.id}" in listed


def test_an_article_shows_its_text_with_marks(client):
    page = client.get(f"/article/{WIRE.article.id}").text
    statement = WIRE.statements[0]
    assert f'id="{statement.id}"' in page
    assert 'class="content' in page
    assert 'class="source' in page or 'source"' in page


def test_a_query_on_the_page_keeps_what_was_written(client):
    page = client.get("/query", params={"query": "SELECT <script>"})
    assert page.status_code == 400
    assert "&lt;script&gt;" in page.text
    assert "<script>" not in page.text


def test_every_answer_carries_the_security_headers(client):
    for address in ("/", "/sparql", "/nothing"):
        headers = client.get(address).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in headers["content-security-policy"]


def test_serving_changes_nothing(client, folder):
    client.post("/sparql", data={"update": "DROP ALL"})
    with open_store(folder, read_only=True) as store:
        assert min(store.graphs()) in {x.article.iri for x in EXTRACTIONS} | {vocab.ACTORS}
