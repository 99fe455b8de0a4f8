"""``kgraph undo``: a decision no longer counts."""

from typing import Annotated

import typer

from kgraph import pipeline, review
from kgraph.cli.options import DEFAULT_STORE, Store, examples, say, using
from kgraph.days import now


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "undo",
        short_help="Take a decision back.",
        epilog=examples("kgraph undo", "kgraph undo 3f2a9c10be"),
    )(undo)


def undo(
    decision: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="First digits of its id; the last one where none is given."
        ),
    ] = "",
    store: Store = DEFAULT_STORE,
) -> None:
    """Take a decision back: the graph is again as the rules and the other decisions make it."""
    with using(store) as opened:
        undone = review.take_back(opened, decision, now())
        pipeline.refresh(opened)
    say(f"undone {undone.id[:12]}: {undone.verdict}, by {undone.by} at {undone.at}")
