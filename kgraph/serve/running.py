"""The server process."""

import ipaddress
import socket
import sys

import uvicorn

from kgraph.errors import KgraphError
from kgraph.serve.app import make_app
from kgraph.store import open_store


def run(location: str, *, host: str, port: int, time_limit: float) -> None:
    """The store is served until the process is interrupted.

    Args:
        host: Address to listen on.
        port: Port; 0 takes a free one, which is told on stderr.

    Raises:
        KgraphError: The address cannot be listened on, or the store cannot be read.
    """
    # A store that isn't there is told now, not at the first request.
    open_store(location, read_only=True, create=False).close()
    listening = _listen(host, port)
    port = listening.getsockname()[1]
    shown = f"[{host}]" if ":" in host else host
    hosts = ["localhost", "127.0.0.1", "[::1]"] if _is_loopback(host) else ["*"]
    app = make_app(location, time_limit=time_limit, hosts=hosts)
    print(f"serving {location} at http://{shown}:{port}/", file=sys.stderr, flush=True)  # noqa: T201
    if hosts == ["*"]:
        print(  # noqa: T201
            f"{host} is not loopback: whoever reaches it can read the whole store",
            file=sys.stderr,
            flush=True,
        )
    config = uvicorn.Config(app, log_level="warning", server_header=False)
    uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, kind, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
    except OSError as error:
        raise KgraphError(
            f"{host}:{port}", f"cannot listen there ({error.strerror})", "choose another --port"
        ) from error
    return listening


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
