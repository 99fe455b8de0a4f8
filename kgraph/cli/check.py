"""``kgraph check``: a store against the SHACL shapes."""

from typing import Annotated, BinaryIO

import typer

from kgraph import vocab
from kgraph.cli.options import DEFAULT_STORE, Store, counted, emit, examples, say, using
from kgraph.evidence import validate


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "check",
        short_help="Check a store against the SHACL shapes.",
        epilog=examples("kgraph check --store my-store"),
    )(check)


def check(
    store: Store = DEFAULT_STORE,
    most: Annotated[
        int, typer.Option(min=1, metavar="N", help="Tell of no more than this many faults.")
    ] = 50,
) -> None:
    """Check every graph of the store against ontology/shapes.ttl, and each quotation's words.

    Exit code 1 where something does not conform; each fault is a line on stdout.
    """
    faults = 0
    with using(store, read_only=True) as opened:
        graphs = sorted(opened.graphs())

        def write(to: BinaryIO) -> None:
            nonlocal faults
            for violation in validate((iri, opened.graph(iri)) for iri in graphs):
                faults += 1
                if faults <= most:
                    to.write(f"{violation}\n".encode())
                    to.flush()

        emit(write, "-")
    if faults > most:
        say(f"… and {faults - most} more; see them with --most {faults}")
    derived = sum(iri in vocab.DERIVED for iri in graphs)
    say(
        f"{counted(len(graphs), 'graph')} checked, {derived} of them derived; "
        f"{counted(faults, 'fault')}"
    )
    if faults:
        raise typer.Exit(1)
