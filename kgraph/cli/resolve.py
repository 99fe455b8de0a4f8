"""``kgraph resolve``: the derived graphs are rebuilt from the evidence."""

import typer

from kgraph import pipeline
from kgraph.cli.options import DEFAULT_STORE, Store, counted, examples, say, using


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "resolve",
        short_help="Rebuild what is derived across articles.",
        epilog=examples("kgraph resolve --store my-store"),
    )(resolve)


def resolve(store: Store = DEFAULT_STORE) -> None:
    """Rebuild what is derived across articles: actors, claims, copies, relations.

    ingest and retract do this themselves; use it after an interrupted run or an update of kgraph.
    """
    with using(store) as opened:
        derived = pipeline.rebuild(opened)
        place = opened.location
    say(
        f"{counted(len(derived.actors), 'actor')}, {counted(len(derived.claims), 'claim')}, "
        f"{counted(len(derived.copy_groups), 'copy group')}, "
        f"{counted(len(derived.links), 'relation')} in {place}"
    )
