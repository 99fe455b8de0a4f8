"""``kgraph split``: what an actor or a claim was made of is parted from it."""

from typing import Annotated

import typer

from kgraph import review
from kgraph.cli.deciding import NAMED, By, Note, decision, settle
from kgraph.cli.options import DEFAULT_STORE, Store, examples, say, using


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "split",
        short_help="Part single entities or statements from an actor or claim.",
        epilog=examples(
            'kgraph explain "John Smith"      (lists what it is made of)',
            'kgraph split "John Smith" 3f2a9c10be',
        ),
    )(split)


def split(
    whole: Annotated[str, typer.Argument(metavar="ACTOR|CLAIM", help=NAMED)],
    parts: Annotated[
        list[str],
        typer.Argument(
            metavar="PART…", help="Ids of entities or statements that don't belong to it."
        ),
    ],
    note: Note = "",
    by: By = "",
    store: Store = DEFAULT_STORE,
) -> None:
    """Decide that the parts are different from the rest of what they were merged into."""
    with using(store) as opened:
        found = review.find_thing(opened, whole)
        others = [review.find_thing(opened, part) for part in parts]
        made = [decision(found, other, "different", note=note, by=by) for other in others]
        settle(opened, made)
    for one, other in zip(made, others, strict=True):
        say(f"{one.id[:12]}: {other.label} is different from {found.label}")
