"""``kgraph query``: SPARQL from an argument, a file or stdin."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kgraph.ask import render
from kgraph.cli.options import DEFAULT_STORE, Store, emit
from kgraph.errors import CallError
from kgraph.store import open_store


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command("query", epilog=_EXAMPLES)(query)


_EXAMPLES = """Examples:

  kgraph query 'SELECT ?name (COUNT(*) AS ?n) WHERE { ?s kg:speakerName ?name } GROUP BY ?name'

  kgraph query --file question.rq --format csv

  kgraph query 'CONSTRUCT WHERE { ?s kg:speaker ?e }' --format turtle < /dev/null
"""


def query(
    sparql: Annotated[
        str, typer.Argument(metavar="[SPARQL]", help="The query; - or nothing reads stdin.")
    ] = "-",
    file: Annotated[str, typer.Option("--file", help="Read the query from this file.")] = "",
    store: Store = DEFAULT_STORE,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            help="table, json, xml, csv, tsv; for CONSTRUCT and DESCRIBE turtle, ntriples.",
        ),
    ] = "",
    out: Annotated[str, typer.Option("--output", "-o", help="File to write; - is stdout.")] = "-",
) -> None:
    """Run a SPARQL 1.1 query over all graphs of the store.

    The prefixes of kgraph (kg, act, schema, prov, skos, xsd …) need not be declared.
    """
    if file and sparql != "-":
        raise CallError("--file", "a query stands in the call too", "give one of the two")
    if file:
        try:
            text = Path(file).read_text(encoding="utf-8")
        except OSError as error:
            raise CallError(file, error.strerror or str(error), "give a file to read") from error
    else:
        text = sys.stdin.read() if sparql == "-" else sparql
    with open_store(store, read_only=True, create=False) as opened:
        emit(lambda to: render(opened.query(text), form, out=to), out)
