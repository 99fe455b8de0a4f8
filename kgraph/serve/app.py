"""The application: which address leads where, and what every answer carries."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kgraph.errors import CallError, KgraphError, QueryError, QueryTimeout
from kgraph.serve import pages, protocol
from kgraph.serve.setting import Setting
from kgraph.store import QueryWorkers

_HEADERS = {
    b"content-security-policy": b"default-src 'none'; style-src 'self'; form-action 'self'; "
    b"base-uri 'none'; frame-ancestors 'none'",
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
}


def make_app(
    location: str, *, time_limit: float = 15.0, hosts: Sequence[str] = ("localhost", "127.0.0.1")
) -> Starlette:
    """A read-only application over the store at this location.

    Args:
        location: Folder or URL, as ``open_store`` takes it.
        time_limit: Seconds that a query may run; it is then stopped and answered with 503.
        hosts: Values of the Host header that are answered; others get 400, so that a web page
            cannot reach a server on loopback through a name of its own (DNS rebinding).
    """
    workers = QueryWorkers(location, time_limit)
    setting = Setting(location=location, workers=workers)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        workers.close()

    app = Starlette(
        routes=[
            Route("/", pages.start),
            Route("/ask/{question}", pages.answer),
            Route("/articles", pages.articles),
            Route("/article/{digest}", pages.article),
            Route("/query", pages.query),
            Route("/sparql", protocol.sparql, methods=["GET", "POST"]),
            Route("/static/style.css", pages.style),
        ],
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts)),
            Middleware(_Guarded),
        ],
        exception_handlers={KgraphError: _failed},
        lifespan=lifespan,
    )
    app.state.setting = setting
    return app


def status_of(error: KgraphError) -> int:
    """The HTTP status that tells of the error: 400, 503 past the time limit, else 500."""
    if isinstance(error, QueryTimeout):
        return 503
    return 400 if isinstance(error, QueryError | CallError) else 500


async def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, KgraphError)
    status = status_of(error)
    if request.url.path == "/sparql":
        return Response(f"{error}\n", status, media_type="text/plain")
    return pages.failed(request, error, status)


class _Guarded:
    """Every response carries the security headers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_HEADERS.items()]
            await send(message)

        await self.app(scope, receive, guarded)
