"""A server of the chat completions protocol that answers, or misbehaves, by script.

A script is a list of turns, one for each request; the last one stands for all that follow. A turn
is a function of the request's body (and of the handler, where it writes the response itself).
"""

import json
import random
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from kgraph.extract.llm_asking import Asker
from kgraph.extract.llm_cache import NoCache
from kgraph.extract.llm_client import connect
from kgraph.extract.llm_clock import FakeClock, Pace
from kgraph.extract.llm_settings import LlmSettings


class Server:
    """Where it listens, and what it was asked.

    Attributes:
        asked: The bodies of the requests, in their order.
        most: The largest number of requests that were under way at the same time.
    """

    def __init__(self, script):
        self.script = list(script)
        self.asked = []
        self.headers = []
        self.most = 0
        self._lock = threading.Lock()
        self._under_way = 0
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._http.server_port}/v1"

    def paragraphs(self, number=-1):
        """The texts that a request held."""
        return [p["text"] for p in self.data(number)["paragraphs"]]

    def data(self, number=-1):
        """The data of a request."""
        return json.loads(self.asked[number]["messages"][-1]["content"])

    def _handler(self):
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                with outer._lock:
                    turn = outer.script[min(len(outer.asked), len(outer.script) - 1)]
                    outer.asked.append(body)
                    outer.headers.append((self.path, dict(self.headers)))
                    outer._under_way += 1
                    outer.most = max(outer.most, outer._under_way)
                try:
                    turn(self, body)
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True
                finally:
                    with outer._lock:
                        outer._under_way -= 1

            def log_message(self, *_):
                pass

        return Handler

    def start(self):
        threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True).start()

    def stop(self):
        self._http.shutdown()
        self._http.server_close()


@contextmanager
def serving(*script):
    """A server with that script, started."""
    server = Server(script)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def send(handler, content, *, status=200, kind="application/json", **headers):
    """The bytes are the response."""
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(content)))
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(content)


def completion(text, *, finish="stop", tokens=(100, 20), **message):
    """The record of a completion with that text."""
    record = {
        "choices": [{"message": {"content": text, **message}, "finish_reason": finish, "index": 0}],
    }
    if tokens:
        record["usage"] = dict(zip(("prompt_tokens", "completion_tokens"), tokens, strict=True))
    return record


def says(text, **options):
    """A turn: the model says that text."""
    return lambda handler, _body: send(handler, json.dumps(completion(text, **options)).encode())


def finds(*found, **options):
    """A turn: the model finds these attributions, each (source, cue, content[, paragraph])."""
    return says(json.dumps({"attributions": [_found(*f) for f in found]}), **options)


def _found(source, cue, content, paragraph=1):
    strings = [[part] if isinstance(part, str) else list(part) for part in (source, cue, content)]
    return {
        "paragraph": paragraph,
        **dict(
            zip(("source", "cue", "content"), ([s for s in p if s] for p in strings), strict=True)
        ),
    }


def rules(*verdicts):
    """A turn: the model gives these verdicts, each (number, verdict[, source, cue, content])."""
    records = []
    for number, verdict, *parts in verdicts:
        found = _found(*parts) if parts else {"source": [], "cue": [], "content": []}
        found.pop("paragraph", None)
        records.append({"number": number, "verdict": verdict, **found})
    return says(json.dumps({"verdicts": records}))


def fails(status, words="no", **headers):
    """A turn: an error of that status."""
    body = json.dumps({"error": {"message": words}}).encode()
    return lambda handler, _body: send(handler, body, status=status, **headers)


def raw(content, **options):
    """A turn: these bytes."""
    return lambda handler, _body: send(handler, content, **options)


def hangs_up(handler, _body):
    """A turn: the connection ends without a word."""
    handler.close_connection = True
    handler.connection.close()


def breaks_off(handler, _body):
    """A turn: the connection ends in the middle of the body."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')
    handler.wfile.flush()
    hangs_up(handler, None)


def sleeps(seconds):
    """A turn: nothing for so long."""

    def turn(handler, _body):
        time.sleep(seconds)
        send(handler, b"{}")

    return turn


def drips(seconds, every=0.05):
    """A turn: a byte now and then, so that no single read times out."""

    def turn(handler, _body):
        handler.send_response(200)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(every)
        hangs_up(handler, None)

    return turn


def asker(server, *, clock=None, cache=None, **settings):
    """What asks the server, on a clock that need not be waited for."""
    made = LlmSettings(url=server.url, model="tiny", **({"timeout": 5.0} | settings))
    clock = clock or FakeClock()
    return Asker(
        settings=made,
        client=connect(made),
        cache=cache or NoCache(),
        clock=clock,
        pace=Pace(made.per_minute, clock),
        chance=random.Random(1),
    )
