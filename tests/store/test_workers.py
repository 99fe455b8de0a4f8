"""Queries of strangers end: at their limit, at their size, and when a process dies."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kgraph.errors import QueryError, QueryTimeout, StoreError
from kgraph.store import QueryWorkers, open_store
from tests.store.test_protocol import G1, quad

ROOT = Path(__file__).parent.parent.parent
ENDLESS = (
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
    " FILTER(CONCAT(STR(?c), STR(?f)) = CONCAT(STR(?i), STR(?l))) }"
)


def fill(location, count=400):
    name = NamedNode(G1)
    with open_store(location) as store:
        store.replace(
            {
                G1: [
                    Quad(NamedNode(f"{G1}/{i}"), NamedNode("x:p"), Literal(f"tide {i}"), name)
                    for i in range(count)
                ]
            }
        )


@pytest.fixture
def filled(location):
    fill(location)
    return location


@pytest.fixture
def folder(tmp_path):
    fill(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("sparql", "accept", "start"),
    [
        ("SELECT ?o { <https://example.org/graph/1/7> ?p ?o }", "json", b'{"head":{"vars":["o"]}'),
        ("SELECT ?o { <https://example.org/graph/1/7> ?p ?o }", "csv", b"o\r\ntide 7\r\n"),
        ("SELECT ?o { <https://example.org/graph/1/7> ?p ?o }", "tsv", b'?o\n"tide 7"\n'),
        ("ASK { ?s ?p 'tide 7' }", "xml", b'<?xml version="1.0"'),
        ("ASK { ?s ?p 'tide 7' }", "json", b'{"head":{},"boolean":true}'),
        ("CONSTRUCT WHERE { ?s ?p 'tide 7' }", "ntriples", b"<https://example.org/graph/1/7> <x:p"),
        ("CONSTRUCT WHERE { ?s ?p 'tide 7' }", "turtle", b"<https://example.org/graph/1/7>"),
        ("CONSTRUCT WHERE { ?s ?p 'tide 7' }", "rdfxml", b"<?xml"),
    ],
)
def test_an_answer_comes_in_the_format_asked_for(filled, sparql, accept, start):
    with QueryWorkers(filled, 20, 1) as workers:
        assert workers.run(sparql, accept).startswith(start)


def test_one_call_negotiates_both_forms(filled):
    with QueryWorkers(filled, 20, 1) as workers:
        assert workers.answer("ASK {}", results="xml", graph="trig").format == "xml"
        construct = "CONSTRUCT WHERE { ?s ?p 'tide 7' }"
        assert workers.answer(construct, results="xml", graph="ntriples").format == "ntriples"


@pytest.mark.parametrize("accept", ["json", "poem"])
def test_a_form_without_such_a_format_is_refused(folder, accept):
    with QueryWorkers(folder, 20, 1) as workers, pytest.raises(QueryError, match="cannot be"):
        workers.run("CONSTRUCT WHERE { ?s ?p ?o }", accept)


def test_errors_keep_their_class_and_place(filled):
    with QueryWorkers(filled, 20, 1) as workers:
        with pytest.raises(QueryError) as caught:
            workers.run("SELECT *\nWHERE { ?s ?p (", "json")
        assert (caught.value.line, caught.value.column) == (2, 16)
        with pytest.raises(QueryError, match="SERVICE"):
            workers.run("ASK { SERVICE <http://127.0.0.1:9/> {} }", "json")
        with pytest.raises(QueryError, match="half a character"):
            workers.run("ASK { ?s ?p '\ud800' }", "json")


def test_a_query_past_its_limit_is_stopped_and_the_next_one_answered(filled):
    with QueryWorkers(filled, 1.0, 1) as workers:
        began = time.monotonic()
        with pytest.raises(QueryTimeout, match=r"1 seconds"):
            workers.run(ENDLESS, "json")
        assert time.monotonic() - began < 5
        assert b"true" in workers.run("ASK {}", "json")


def test_an_answer_past_its_bound_is_stopped_and_the_next_one_answered(filled):
    with QueryWorkers(filled, 20, 1, bound=1000) as workers:
        with pytest.raises(QueryError, match="larger than 1,000 bytes; add a LIMIT"):
            workers.run("SELECT * { ?s ?p ?o }", "csv")
        assert b"true" in workers.run("ASK {}", "json")


def test_every_query_sees_what_was_committed_before_it(folder):
    count = "SELECT (COUNT(*) AS ?n) { ?s <https://w3id.org/kgraph/ns#text> ?o }"
    with QueryWorkers(folder, 20, 2) as workers, open_store(folder) as writer:
        for number in range(30):
            graph = f"https://example.org/more/{number}"
            writer.replace({graph: [quad(graph, f"s{number}")]})
            answer = json.loads(workers.run(count, "json"))
            assert answer["results"]["bindings"][0]["n"]["value"] == str(number + 1)


def _pids(workers):
    return [worker._process.pid for worker in workers._all]


def test_a_killed_worker_is_replaced(folder):
    with QueryWorkers(folder, 20, 1) as workers:
        workers.run("ASK {}", "json")
        [pid] = _pids(workers)
        os.kill(pid, signal.SIGKILL)
        assert b"true" in _until_alive(workers)
        assert _pids(workers) != [pid]


def _until_alive(workers):
    # A process killed a moment ago may still look alive to its parent.
    for _ in range(5):
        try:
            return workers.run("ASK {}", "json")
        except StoreError:
            continue
    return b""


def test_a_worker_killed_at_work_is_told_and_does_not_hang(folder):
    with QueryWorkers(folder, 30, 1) as workers:
        workers.run("ASK {}", "json")
        [pid] = _pids(workers)
        killer = threading.Timer(0.3, os.kill, (pid, signal.SIGKILL))
        killer.start()
        with pytest.raises(StoreError, match="the process that ran the query died"):
            workers.run(ENDLESS, "json")
        assert b"true" in workers.run("ASK {}", "json")


def test_threads_share_the_workers_and_wait_their_turn(folder):
    with QueryWorkers(folder, 20, 2) as workers:
        answers = []
        threads = [
            threading.Thread(target=lambda: answers.append(workers.run("ASK {}", "csv")))
            for _ in range(12)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert answers == [b"true"] * 12
        assert len(_pids(workers)) <= 2


def test_when_all_are_busy_the_wait_is_limited(folder):
    with QueryWorkers(folder, 1.0, 1) as workers:
        workers.run("ASK {}", "json")
        stuck = []
        thread = threading.Thread(target=lambda: stuck.append(_refusal(workers, ENDLESS)))
        thread.start()
        time.sleep(0.1)
        told = _refusal(workers, "SELECT ?s { ?s ?p ?o }") if thread.is_alive() else None
        thread.join()
        assert isinstance(stuck[0], QueryTimeout)
        assert told is None or isinstance(told, QueryTimeout)


def _refusal(workers, sparql):
    try:
        workers.run(sparql, "json")
    except QueryError as error:
        return error
    return None


def test_closing_ends_the_processes_also_those_at_work(folder):
    workers = QueryWorkers(folder, 30, 1)
    workers.run("ASK {}", "json")
    [pid] = _pids(workers)
    caught = []

    def ask():
        try:
            workers.run(ENDLESS, "json")
        except StoreError as error:
            caught.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    time.sleep(0.3)
    workers.close()
    workers.close()
    thread.join(timeout=10)
    assert len(caught) == 1
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    with pytest.raises(StoreError, match="closed"):
        workers.run("ASK {}", "json")


ORPHAN = """
import sys, threading
from kgraph.store import QueryWorkers
workers = QueryWorkers(sys.argv[1], 30, 1)
workers.run("ASK {}", "json")
print(next(iter(workers._all))._process.pid, flush=True)
workers.run(sys.argv[2], "json")
"""


def test_a_worker_does_not_outlive_a_killed_parent(folder):
    with subprocess.Popen(
        [sys.executable, "-c", ORPHAN, folder, ENDLESS], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as parent:
        pid = int(parent.stdout.readline())
        time.sleep(0.3)
        parent.kill()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and _runs(pid):
        time.sleep(0.05)
    assert not _runs(pid)


def _runs(pid):
    state = Path(f"/proc/{pid}/stat")
    try:
        # Where nobody reaps orphans, as in a bare container, a dead one stays as a zombie.
        return state.read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_missing_store_is_told_and_may_come_later(tmp_path):
    with QueryWorkers(tmp_path / "store", 20, 1) as workers:
        with pytest.raises(StoreError, match="no store here; run kgraph ingest first"):
            workers.run("ASK {}", "json")
        fill(tmp_path / "store")
        assert b"true" in workers.run("ASK { ?s ?p 'tide 7' }", "json")


def test_a_server_that_drips_its_answer_is_stopped(rude_server):
    with QueryWorkers(f"{rude_server}/drip", 0.5) as workers:
        began = time.monotonic()
        with pytest.raises(QueryTimeout, match=r"stopped after 0\.5 seconds"):
            workers.run("SELECT * {}", "csv")
        assert time.monotonic() - began < 5


def test_a_server_that_answers_in_another_format_is_told(rude_server):
    told = "answers with text/html where application/sparql-results"
    with QueryWorkers(f"{rude_server}/page", 5) as workers, pytest.raises(StoreError, match=told):
        workers.run("SELECT * {}", "json")
