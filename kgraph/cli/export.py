"""``kgraph export``: the graph leaves for Gephi and other tools."""

from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli.options import DEFAULT_STORE, Out, Store, emit, examples, using
from kgraph.errors import CallError
from kgraph.export import EXPORTERS
from kgraph.export import export as export_graph


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "export",
        short_help="Write the graph for Gephi and other tools.",
        epilog=examples(
            "kgraph export -o graph.gexf",
            "kgraph export --format csv > statements.csv",
            "kgraph export -o evidence.trig",
        ),
    )(export)


_SUFFIXES = {
    ".ttl": "turtle",
    ".nq": "nquads",
    ".json": "jsonld",
    ".htm": "html",
}


def export(
    form: Annotated[
        str,
        typer.Option("--format", "-f", metavar="FORM", help=f"One of {', '.join(EXPORTERS)}."),
    ] = "",
    out: Out = "-",
    store: Store = DEFAULT_STORE,
) -> None:
    """Write the graph: actors and claims as nodes, statements as edges, or its RDF, or a table.

    Without --format, the name of the output file tells it.
    """
    suffix = Path(out).suffix.lower()
    form = form or _SUFFIXES.get(suffix, suffix.removeprefix("."))
    if form not in EXPORTERS:
        known = ", ".join(EXPORTERS)
        raise CallError("--format", f"'{form}' is not a format", f"choose one of {known}")
    with using(store, read_only=True) as opened:
        emit(lambda to: export_graph(opened, form, to), out)
