"""``kgraph merge``: several actors or claims are one."""

from typing import Annotated

import typer

from kgraph import review
from kgraph.cli.deciding import NAMED, By, Note, decision, settle
from kgraph.cli.options import DEFAULT_STORE, Store, examples, say, using
from kgraph.errors import CallError


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "merge",
        short_help="Make several actors or claims one.",
        epilog=examples('kgraph merge "Kremlin" "the Kremlin press service" 3f2a9c10be'),
    )(merge)


def merge(
    names: Annotated[list[str], typer.Argument(metavar="A B …", help=NAMED)],
    note: Note = "",
    by: By = "",
    store: Store = DEFAULT_STORE,
) -> None:
    """Decide that the first is the same as each of the others."""
    if len(names) < 2:
        raise CallError("merge", "one thing can't be merged", "give two or more")
    with using(store) as opened:
        first, *others = (review.find_thing(opened, name) for name in names)
        made = [decision(first, other, "same", note=note, by=by) for other in others]
        settle(opened, made)
    for one in made:
        say(f"{one.id[:12]}: {one.verdict}")
