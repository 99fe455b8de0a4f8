"""``kgraph check``: a store against the SHACL shapes."""

from typing import Annotated

import typer

from kgraph import vocab
from kgraph.cli.options import DEFAULT_STORE, Store, say
from kgraph.evidence import validate
from kgraph.store import open_store


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command("check", epilog="Example:  kgraph check --store my-store")(check)


def check(
    store: Store = DEFAULT_STORE,
    most: Annotated[int, typer.Option(min=1, help="Tell of no more than this many faults.")] = 50,
) -> None:
    """Check every graph of the store against ontology/shapes.ttl, and each quotation's words.

    Exit code 1 where something does not conform; each fault is a line on stdout.
    """
    faults = 0
    with open_store(store, read_only=True, create=False) as opened:
        graphs = sorted(opened.graphs())
        for violation in validate((iri, opened.graph(iri)) for iri in graphs):
            faults += 1
            if faults <= most:
                typer.echo(str(violation))
    if faults > most:
        say(f"… and {faults - most} more; see them with --most {faults}")
    derived = sum(iri in vocab.DERIVED for iri in graphs)
    say(f"{len(graphs)} graphs checked, {derived} of them derived; {faults} faults")
    if faults:
        raise typer.Exit(1)
