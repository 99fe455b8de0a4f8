"""``kgraph serve``: a read-only SPARQL endpoint and pages."""

from typing import Annotated

import typer

from kgraph.cli.options import DEFAULT_STORE, Store, examples


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "serve",
        short_help="Serve the store, read-only: SPARQL, questions, articles.",
        epilog=examples("kgraph serve --store my-store --port 8765"),
    )(serve)


def serve(
    store: Store = DEFAULT_STORE,
    host: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            help="Address to listen on; others than loopback are your decision.",
        ),
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="PORT", help="Port; 0 takes a free one.")
    ] = 8765,
    time_limit: Annotated[
        float, typer.Option(min=0.1, metavar="SECONDS", help="Longest a query may run.")
    ] = 15.0,
) -> None:
    """Serve the store, read-only: SPARQL 1.1 at /sparql, the questions and articles at /."""
    from kgraph.serve import run  # noqa: PLC0415 (Starlette; see kgraph.cli)

    run(store, host=host, port=port, time_limit=time_limit)
