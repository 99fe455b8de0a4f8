"""``kgraph explain``: why a thing is as it is, or what is between two."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated

import typer

from kgraph import review
from kgraph.cli.deciding import NAMED
from kgraph.cli.options import DEFAULT_STORE, Out, Store, emit, examples, using
from kgraph.errors import CallError
from kgraph.review import Explanation


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "explain",
        short_help="Tell why a thing is as it is, or what joins or parts two.",
        epilog=examples(
            'kgraph explain "Dmitry Peskov"',
            'kgraph explain "Andriy Sibiha" "Andrii Sybiha"',
            'kgraph explain "fitting answer" --format json',
        ),
    )(explain)


def explain(
    a: Annotated[str, typer.Argument(metavar="A", help=NAMED)],
    b: Annotated[
        str, typer.Argument(metavar="B", show_default=False, help="Another thing, likewise.")
    ] = "",
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="text|json", help="Form of the output.")
    ] = "text",
    store: Store = DEFAULT_STORE,
    out: Out = "-",
) -> None:
    """List what an actor, claim, statement, entity or happening is made of, with all reasons."""
    if form not in ("text", "json"):
        raise CallError("--format", f"'{form}' is not a format", "choose text or json")
    with using(store, read_only=True) as opened:
        one = review.find_thing(opened, a, review.EXPLAINED)
        other = review.find_thing(opened, b, review.EXPLAINED) if b else None
        told = review.explain(opened, one, other)
    lines = [json.dumps(asdict(told), ensure_ascii=False)] if form == "json" else [*_lines(told)]
    emit(lambda to: to.writelines(f"{line}\n".encode() for line in lines), out)


def _lines(told: Explanation) -> Iterator[str]:
    for thing in told.things:
        yield f"{thing.kind} {thing.label}"
        yield f"  {thing.iri}"
    heading = ""
    for about, line in told.facts:
        if about != heading:
            yield f"{about}:"
            heading = about
        yield f"  {line}"
    if told.decisions:
        yield "decisions:"
    for one in told.decisions:
        undone = f", undone at {one.undone}" if one.undone else ""
        note = f": {one.note}" if one.note else ""
        yield f"  {one.id[:12]} {one.verdict}, by {one.by} at {one.at}{undone}{note}"
