"""The reconciliation service is asked in batches, and only what it is sure of is taken."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import parse_qs

import httpx
import pytest

from kgraph.errors import GazetteerError
from kgraph.gazetteer import Query, reconcile
from kgraph.gazetteer.openrefine import BATCH

KNOWN = {
    "Ana Ilieva": [{"id": "Q42", "name": "Ana Ilieva", "score": 98.5, "match": True}],
    "Full Address": [{"id": "http://www.wikidata.org/entity/Q43", "match": True, "score": 90}],
    "Unsure": [{"id": "Q1", "match": False, "score": 99}],
    "Two Matches": [{"id": "Q1", "match": True}, {"id": "Q2", "match": True}],
    "No Id": [{"match": True}],
    "Odd": ["text", 7, None],
}


class Service(BaseHTTPRequestHandler):
    asked: ClassVar[list] = []

    def do_POST(self):
        length = int(self.headers["Content-Length"])
        queries = json.loads(parse_qs(self.rfile.read(length).decode())["queries"][0])
        self.asked.append(queries)
        if self.path == "/slow":
            time.sleep(1)
            return
        answer = {key: {"result": KNOWN.get(q["query"], [])} for key, q in queries.items()}
        bodies = {"/html": b"<p>hello</p>", "/list": b"[]"}
        self.send_response(503 if self.path == "/down" else 200)
        self.end_headers()
        self.wfile.write(bodies.get(self.path, json.dumps(answer).encode()))

    def log_message(self, *_):
        """Nothing is printed."""


@pytest.fixture
def service():
    Service.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_only_a_single_match_is_taken(service):
    queries = [Query(name=name, type="person") for name in (*KNOWN, "Nobody")]
    found = list(reconcile(queries, service))
    assert [(e.id, e.names, e.type, e.score) for e in found] == [
        ("Q42", ("Ana Ilieva",), "person", 98.5),
        ("Q43", ("Full Address",), "person", 90.0),
    ]


def test_queries_go_in_batches_each_once_with_their_type(service):
    names = [f"Name {n}" for n in range(BATCH + 3)]
    queries = [Query(name=name, type="place") for name in [*names, *names]]
    assert list(reconcile(queries, service)) == []
    assert [len(asked) for asked in Service.asked] == [BATCH, 3]
    assert Service.asked[0]["q0"] == {"query": "Name 0", "limit": 5, "type": "Q618123"}


@pytest.mark.parametrize(
    ("path", "what"),
    [("/down", "it answers 503"), ("/html", "not answer in JSON"), ("/list", "no reconciliation")],
)
def test_a_service_that_answers_something_else_is_told(service, path, what):
    with pytest.raises(GazetteerError, match=what):
        list(reconcile([Query(name="Ana Ilieva")], service + path))


def test_a_service_that_takes_too_long_is_given_up(service):
    with (
        httpx.Client(timeout=0.2) as client,
        pytest.raises(GazetteerError, match="takes too long"),
    ):
        list(reconcile([Query(name="Ana Ilieva")], service + "/slow", client=client))


def test_a_service_that_is_not_there_is_told():
    with pytest.raises(GazetteerError, match="no answer"):
        list(reconcile([Query(name="Ana Ilieva")], "http://127.0.0.1:9"))
