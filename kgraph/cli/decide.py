"""``kgraph decide``: a person's word on whether two things are one."""

from typing import Annotated, cast, get_args

import typer

from kgraph import review
from kgraph.cli.deciding import NAMED, By, Note, decision, settle
from kgraph.cli.options import DEFAULT_STORE, Store, examples, say, using
from kgraph.errors import CallError
from kgraph.model import Verdict


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "decide",
        short_help="Say that two actors or claims are the same, different, or unsure.",
        epilog=examples(
            'kgraph decide same "Andriy Sibiha" "Andrii Sybiha" --note "one man"',
            'kgraph decide different "John Smith" 3f2a9c10be',
            "kgraph decide unsure 3f2a9c10be 81dd02c4aa",
        ),
    )(decide)


def decide(
    verdict: Annotated[str, typer.Argument(metavar="same|different|unsure", help="What you say.")],
    a: Annotated[str, typer.Argument(metavar="A", help=NAMED)],
    b: Annotated[str, typer.Argument(metavar="B", help="The other one, likewise.")],
    note: Note = "",
    by: By = "",
    store: Store = DEFAULT_STORE,
) -> None:
    """Decide on two actors (or entities of single articles), or on two claims.

    The decision goes into the log, wins over every rule and stays when the graph is rebuilt, until
    it is undone. Of two decisions on one pair the later holds.
    """
    if verdict not in get_args(Verdict):
        choices = " or ".join(get_args(Verdict))
        raise CallError(verdict, "that is no verdict", f"choose {choices}")
    with using(store) as opened:
        things = review.find_thing(opened, a), review.find_thing(opened, b)
        made = decision(*things, cast(Verdict, verdict), note=note, by=by)
        settle(opened, [made])
    say(f"{made.id[:12]}: {things[0].label} and {things[1].label} are {verdict}")
