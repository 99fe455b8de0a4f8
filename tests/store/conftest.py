"""A real oxigraph server on loopback, and one store of every kind."""

import socket
import subprocess
import sysconfig
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from kgraph.store import MemoryStore, Store, open_store


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A running ``oxigraph serve``."""

    def __init__(self, *options: str) -> None:
        port = _free_port()
        self.url = f"http://127.0.0.1:{port}"
        program = Path(sysconfig.get_path("scripts")) / "oxigraph"
        self._process = subprocess.Popen(
            [program, "serve", "--bind", f"127.0.0.1:{port}", *options],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            assert self._process.poll() is None, "oxigraph serve ended at once"
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return
            time.sleep(0.02)
        raise TimeoutError("oxigraph serve does not listen")

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()


@pytest.fixture(scope="session")
def oxigraph_process():
    # Queries that the tests give up on must not go on for ever.
    server = Server("--timeout-s", "2")
    yield server
    server.stop()


@pytest.fixture
def oxigraph_server(oxigraph_process):
    """URL of an empty oxigraph server."""
    # Not through a store, which would leave the store format behind.
    httpx.post(
        f"{oxigraph_process.url}/update",
        content="DROP ALL",
        headers={"Content-Type": "application/sparql-update"},
    ).raise_for_status()
    return oxigraph_process.url


KINDS = ("memory", "disk", "remote")


@pytest.fixture(params=KINDS)
def store(request, tmp_path) -> Store:
    """An empty store of each kind in turn."""
    if request.param == "memory":
        opened: Store = MemoryStore()
    elif request.param == "disk":
        opened = open_store(tmp_path / "store")
    else:
        opened = open_store(request.getfixturevalue("oxigraph_server"))
    with opened:
        yield opened


@pytest.fixture(params=("disk", "remote"))
def location(request, tmp_path) -> str:
    """Where a store that several may open is: a folder, or a server's URL."""
    if request.param == "disk":
        return str(tmp_path / "store")
    return request.getfixturevalue("oxigraph_server")


class Rude(BaseHTTPRequestHandler):
    """A server that answers wrongly, by the first word of the path."""

    protocol_version = "HTTP/1.0"

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self._answer()

    def do_GET(self):
        self._answer()

    def log_message(self, *_):
        pass

    def _answer(self):
        how = self.path.split("/")[1]
        status, kind, body = {
            "page": (200, "text/html", b"<h1>Welcome</h1>"),
            "locked": (401, "text/plain", b"who?"),
            "forbidden": (403, "text/html", b"<h1>no</h1>"),
            "broken": (500, "text/plain", b"stack\ntrace \x1b[31m"),
            "gone": (404, "text/html", b"<h1>lost</h1>"),
            "readonly": (405, "text/plain", b"no"),
            "moved": (301, "text/plain", b""),
            "cut": (200, "application/sparql-results+json", b'{"head":{"vars":["g"]},"results":{'),
            "lines": (400, "text/plain", b"Lexical error at line 3"),
            "slow": (200, "text/plain", b""),
            "drip": (200, "text/csv", b"x" * 200),
        }[how]
        if how == "slow":
            time.sleep(2)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if how == "moved":
            self.send_header("Location", "http://elsewhere.example.org/sparql")
        self.end_headers()
        for byte in body if how == "drip" else [body]:
            try:
                self.wfile.write(bytes([byte]) if how == "drip" else byte)
                self.wfile.flush()
            except OSError:
                return
            if how == "drip":
                time.sleep(0.05)


@pytest.fixture(scope="session")
def rude_server():
    """Base URL of a server whose every path goes wrong in its own way."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Rude)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
