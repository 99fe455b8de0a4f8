"""``kgraph positions``: the ledger of what a person said on a topic."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Annotated, Any

import typer

from kgraph import review, watch
from kgraph.cli.options import DEFAULT_STORE, Out, Store, counted, emit, examples, say, using
from kgraph.cli.telling import fitted, lines, place, record, say_if_stale, topic_words
from kgraph.errors import CallError
from kgraph.export.table import guarded
from kgraph.watch import Position, Relation


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "positions",
        short_help="List what a person said on a topic, with changes of position.",
        epilog=examples(
            'kgraph positions "Henrik Solberg" --topic observers',
            'kgraph positions "Dmitry Peskov" --from 2025-05 --format csv -o peskov.csv',
        ),
    )(positions)


def positions(
    person: Annotated[
        str, typer.Argument(metavar="PERSON", help="Name, or first digits of an actor's id.")
    ],
    topic: Annotated[
        str, typer.Option(metavar="TOPIC", help="Only what is on this topic, or holds these words.")
    ] = "",
    first: Annotated[
        str, typer.Option("--from", metavar="DATE", help="First day, month or year of saying.")
    ] = "",
    last: Annotated[str, typer.Option("--to", metavar="DATE", help="Last one.")] = "",
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="text|jsonl|csv", help="Form of the output.")
    ] = "text",
    store: Store = DEFAULT_STORE,
    out: Out = "-",
) -> None:
    """List each position of a person or body in time: stance, exact words, where they stand.

    A position that changes an earlier one is marked with both wordings; what others answered,
    denied or contradicted stands below it. Copies of one text count as one position.
    """
    if form not in _WRITERS:
        raise CallError("--format", f"'{form}' is not a format", f"choose {', '.join(_WRITERS)}")
    window = watch.window(first, last)
    with using(store, read_only=True) as opened:
        say_if_stale(opened)
        thing = review.find_thing(opened, person)
        if thing.kind != "actor":
            what = f"it names no person or body ({thing.kind})"
            raise CallError(person, what, "give a person's or body's name or id")
        words = topic_words(opened, topic)
        count = 0

        def found() -> Iterator[Position]:
            nonlocal count
            for count, one in enumerate(  # noqa: B007 - told below
                watch.positions(opened, thing.iri, topic=words, window=window), start=1
            ):
                yield one

        emit(lambda to: to.writelines(_encoded(_WRITERS[form](found()))), out)
    say(f"{thing.label}: {counted(count, 'position')}")


def _encoded(text: Iterable[str]) -> Iterator[bytes]:
    return (f"{line}\n".encode("utf-8", "replace") for line in text)


def _jsonl(found: Iterable[Position]) -> Iterator[str]:
    for one in found:
        made: dict[str, Any] = {
            "date": one.told.day,
            "stance": one.stance,
            "told": record(one.told),
            "also": [record(told) for told in one.also],
            "changes": [_link(link) for link in one.changes],
            "others": [_link(link) for link in one.relations],
        }
        yield json.dumps({k: v for k, v in made.items() if v}, ensure_ascii=False)


def _link(link: Relation) -> dict[str, Any]:
    return {
        "relation": link.kind,
        "by": "other" if link.theirs else "speaker",
        "reasons": list(link.reasons),
        "told": record(link.told),
    }


def _text(found: Iterable[Position]) -> Iterator[str]:
    for number, one in enumerate(found):
        if number:
            yield ""
        changed = " CHANGED POSITION" if one.changes else ""
        yield from fitted(f"{one.told.day[:10]} {one.stance}{changed}")
        yield from lines(one.told, "  ")
        if one.also:
            yield from fitted("; ".join(place(told) for told in one.also), "    also: ")
        for link in one.changes:
            yield from lines(link.told, "    before: ", " " * 6)
            for reason in link.reasons:
                yield from fitted(reason, "      why: ")
        for link in one.relations:
            lead = f"    {link.kind} by: " if link.theirs else f"    {_DOES[link.kind]}: "
            yield from lines(link.told, lead, " " * 6)


_DOES = {
    "answered": "answers", "confirmed": "confirms", "denied": "denies", "rejected": "rejects",
    "accepted": "accepts", "criticised": "criticises", "supported": "supports",
    "contradicted": "contradicts",
}  # fmt: skip

_COLUMNS: dict[str, Callable[[Position], str]] = {
    "date": lambda one: one.told.day,
    "stance": lambda one: one.stance,
    "act": lambda one: one.told.act,
    "polarity": lambda one: one.told.polarity,
    "modality": lambda one: one.told.modality,
    "quote": lambda one: one.told.quote,
    "sentence": lambda one: one.told.sentence,
    "changes": lambda one: " | ".join(f"{c.told.day[:10]} {c.told.quote}" for c in one.changes),
    "others": lambda one: " | ".join(map(_brief, one.relations)),
    "outlet": lambda one: one.told.outlet,
    "published": lambda one: one.told.published,
    "article": lambda one: one.told.key,
    "url": lambda one: one.told.url,
    "also": lambda one: " | ".join(told.link for told in one.also),
    "statement": lambda one: one.told.iri,
}


def _brief(link: Relation) -> str:
    how = f"{link.kind} by" if link.theirs else _DOES[link.kind]
    return f"{how} {link.told.speaker}: {link.told.quote}"


def _csv(found: Iterable[Position]) -> Iterator[str]:
    yield _row(_COLUMNS)
    for one in found:
        yield _row(guarded(cell(one)) for cell in _COLUMNS.values())


def _row(cells: Iterable[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow(cells)
    return text.getvalue()


_WRITERS: dict[str, Callable[[Iterable[Position]], Iterator[str]]] = {
    "text": _text,
    "jsonl": _jsonl,
    "csv": _csv,
}
