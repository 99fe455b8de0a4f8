"""``kgraph retract``: an article is taken back with everything derived from it."""

from typing import Annotated

import typer

from kgraph import pipeline
from kgraph.ask import ask, render
from kgraph.cli.options import DEFAULT_STORE, Store, counted, emit, examples, say, using
from kgraph.days import now


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "retract",
        short_help="Take an article back with everything derived from it.",
        epilog=examples("kgraph retract 3f2a9c10 --store my-store"),
    )(retract)


def retract(
    article: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="Key, URL, IRI or first digits of the id (see: kgraph articles)."
        ),
    ],
    store: Store = DEFAULT_STORE,
) -> None:
    """Take an article back, and tell which claims lose their last support.

    An older version that it revised becomes the current one again.
    """
    with using(store) as opened:
        found = pipeline.find(opened, article)
        pipeline.refresh(opened)
        fallen = ask(opened, "fallout", article=found.iri)
        pipeline.retract(opened, found, at=now())
        pipeline.refresh(opened)
    say(f"retracted {found.key} ({found.id[:12]}): {found.title}")
    if fallen.rows:
        said = counted(len(fallen.rows), "statement")
        say(f"{said} made claims that nothing else supports now:")
        emit(lambda to: render(fallen, out=to), "-")
