"""``kgraph resolve``: the derived graphs are rebuilt from the evidence."""

import typer

from kgraph import pipeline
from kgraph.cli.options import DEFAULT_STORE, Store, say
from kgraph.store import open_store


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command("resolve", epilog="Example:  kgraph resolve --store my-store")(resolve)


def resolve(store: Store = DEFAULT_STORE) -> None:
    """Rebuild what is derived across articles: actors, claims, copies, relations.

    ingest and retract do this themselves; use it after an interrupted run or an update of kgraph.
    """
    with open_store(store, create=False) as opened:
        derived = pipeline.rebuild(opened)
    say(
        f"{len(derived.actors)} actors, {len(derived.claims)} claims, "
        f"{len(derived.copy_groups)} copy groups, {len(derived.links)} relations in {store}"
    )
