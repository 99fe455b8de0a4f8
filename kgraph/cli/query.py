"""``kgraph query``: SPARQL from an argument, a file or stdin."""

from pathlib import Path
from typing import Annotated

import typer

from kgraph.ask import render
from kgraph.cli.options import (
    DEFAULT_STORE,
    Out,
    Store,
    emit,
    examples,
    say,
    stdin,
    using,
)
from kgraph.errors import CallError


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "query",
        short_help="Run a SPARQL 1.1 query over all graphs of the store.",
        epilog=examples(
            "kgraph query 'SELECT ?name { ?s a kg:Statement ; kg:speakerName ?name }'",
            "kgraph query --file question.rq --format csv",
            "kgraph query 'DESCRIBE ?o { ?o a kg:Outlet }' --format turtle",
            "kgraph query < question.rq | head",
        ),
    )(query)


def query(
    sparql: Annotated[
        str,
        typer.Argument(
            metavar="SPARQL", show_default=False, help="The query; - or nothing reads stdin."
        ),
    ] = "-",
    file: Annotated[
        str, typer.Option("--file", metavar="FILE", help="Read the query from this file.")
    ] = "",
    store: Store = DEFAULT_STORE,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORM",
            help="table, json, xml, csv, tsv; for CONSTRUCT and DESCRIBE turtle, ntriples.",
        ),
    ] = "",
    out: Out = "-",
) -> None:
    """Run a SPARQL 1.1 query over all graphs of the store.

    The prefixes of kgraph (kg, act, schema, prov, skos, xsd …) need not be declared.
    """
    if file and sparql != "-":
        raise CallError("--file", "a query stands in the call too", "give one of the two")
    text = _read(file) if file else _read_stdin() if sparql == "-" else sparql
    with using(store, read_only=True) as opened:
        emit(lambda to: render(opened.query(text), form, out=to), out)


def _read(file: str) -> str:
    try:
        return _decoded(file, Path(file).read_bytes())
    except (OSError, ValueError) as error:  # ValueError: a NUL character in the path
        what = error.strerror if isinstance(error, OSError) else ""
        raise CallError(file, what or str(error), "give a file to read") from error


def _read_stdin() -> str:
    stream = stdin()
    if stream is None:
        raise CallError("stdin", "nothing is connected to it", "give the query or --file")
    if stream.isatty():
        say("the query is read from here; end it with Ctrl-D")
    return _decoded("stdin", stream.read())


def _decoded(where: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CallError(
            where, f"line {line} of the query is not UTF-8", "save the query as UTF-8"
        ) from error
