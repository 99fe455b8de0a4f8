"""``kgraph topics``: what statements are about, by a few words each."""

from pathlib import Path
from typing import Annotated

import typer

from kgraph import watch
from kgraph.cli.options import DEFAULT_STORE, Out, Store, counted, emit, examples, say, using
from kgraph.errors import CallError, InputRefused

_ACTIONS = ("add", "list", "remove", "export", "import")


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "topics",
        short_help="Define topics by a few words each.",
        epilog=examples(
            'kgraph topics add sanctions embargo "asset freeze"',
            "kgraph topics list",
            "kgraph topics remove sanctions embargo",
            "kgraph topics remove sanctions",
            "kgraph topics export -o topics.ttl",
            "kgraph topics import topics.ttl",
        ),
    )(topics)


def topics(
    action: Annotated[str, typer.Argument(metavar="ACTION", help=f"One of {', '.join(_ACTIONS)}.")],
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", show_default=False, help="Name of the topic; to import, a file."
        ),
    ] = "",
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORD", show_default=False, help="Words or phrases that tell of it."
        ),
    ] = None,
    store: Store = DEFAULT_STORE,
    out: Out = "-",
) -> None:
    """Keep topics in the store as SKOS concepts, for kgraph diff, positions and watch.

    A statement is on a topic when it, its sentence or an event in it holds the topic's name or
    one of its words: whole words, also in the plural, the past or with -ing.
    """
    given = words or []
    _check(action, name, given)
    if action in ("list", "export"):
        with using(store, read_only=True) as opened:
            data = watch.export_topics(opened)
            if action == "list":
                data = "".join(
                    f"{topic.name}: {', '.join(w for w in topic.words if w != topic.name)}\n"
                    for topic in watch.topics(opened)
                ).encode()
        emit(lambda to: to.write(data), out)
        return
    with using(store) as opened:
        if action == "add":
            topic = watch.add_topic(opened, name, given)
            say(f"{topic.name}: {counted(len(topic.words), 'word')}")
        elif action == "remove":
            topic = watch.remove_topic(opened, name, given)
            say(f"removed {', '.join(given) + ' from ' if given else ''}{topic.name}")
        else:
            try:
                text = Path(name).read_bytes()
            except OSError as error:
                raise InputRefused(name, str(error.strerror), "give a Turtle file") from error
            number, left = watch.import_topics(opened, text, name)
            aside = f"; {counted(left, 'triple')} of other kinds left aside" if left else ""
            say(f"{counted(number, 'topic')} taken in from {name}{aside}")


def _check(action: str, name: str, words: list[str]) -> None:
    if action not in _ACTIONS:
        raise CallError(action, "there is no such action", f"use {', '.join(_ACTIONS)}")
    if bool(name) != (action in ("add", "remove", "import")):
        what = "it takes no name" if name else "it needs a name"
        raise CallError(f"kgraph topics {action}", what, "see: kgraph topics --help")
    if words and action == "import":
        raise CallError("kgraph topics import", "it takes one file", "import one after the other")
