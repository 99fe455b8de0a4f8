"""``kgraph watch``: people, claims, topics, outlets and words on watch-lists."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, cast, get_args

import typer

from kgraph import ids, review
from kgraph import watch as watching
from kgraph.cli.options import (
    DEFAULT_STORE,
    Out,
    Refusals,
    Store,
    counted,
    emit,
    examples,
    say,
    using,
)
from kgraph.cli.records import Record, records
from kgraph.errors import CallError, InputRefused
from kgraph.model import Watch, WatchKind
from kgraph.store import Store as OpenStore

_ACTIONS = ("add", "list", "remove", "export", "import")
_KINDS = get_args(WatchKind)


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "watch",
        short_help="Keep lists of people, claims, topics, outlets and words to watch.",
        epilog=examples(
            'kgraph watch add "Henrik Solberg" "Dmitry Peskov"',
            'kgraph watch add "Dmitry Peskov" --topic sanctions --list truce',
            'kgraph watch add "blue vests" --as words',
            "kgraph watch list",
            'kgraph watch remove "Dmitry Peskov" --list truce',
            "kgraph watch export -o lists.jsonl",
            "kgraph watch import lists.jsonl --store other-store",
        ),
    )(watch)


def watch(
    action: Annotated[str, typer.Argument(metavar="ACTION", help=f"One of {', '.join(_ACTIONS)}.")],
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NAME",
            show_default=False,
            help="What to watch, by name, words of a claim, or id; to import, a file.",
        ),
    ] = None,
    kind: Annotated[
        str,
        typer.Option(
            "--as", metavar="KIND", help=f"What NAME is: {', '.join(_KINDS)}; else it is looked up."
        ),
    ] = "",
    topic: Annotated[
        str, typer.Option(metavar="TOPIC", help="Watch only what is on this topic.")
    ] = "",
    listed: Annotated[
        str,
        typer.Option(
            "--list", metavar="LIST", help=f"Name of the list; '{watching.DEFAULT_LIST}' to add to."
        ),
    ] = "",
    store: Store = DEFAULT_STORE,
    out: Out = "-",
) -> None:
    """Keep watch-lists in the store, for kgraph diff.

    Lists stay when the graph is rebuilt. A person is known by name, type and a place in the
    articles, so that merging and splitting people loses nobody.
    """
    given = names or []
    _check(action, given, kind, topic)
    if action in ("list", "export"):
        with using(store, read_only=True) as opened:
            held = watching.watches(opened, listed)
        lines = [*(_lines(held) if action == "list" else map(_record, held))]
        emit(lambda to: to.writelines(f"{line}\n".encode() for line in lines), out)
        return
    refusals = Refusals()
    with using(store) as opened:
        if action == "remove":
            for one in [one for name in given for one in watching.unwatch(opened, name, listed)]:
                say(f"no longer watched: {_told(one)}")
            return
        if action == "add":
            where = listed or watching.DEFAULT_LIST
            new = [_found(opened, name, kind, topic, where) for name in given]
        else:
            new = [one for file in given for one in _read(Path(file), refusals)]
        added = watching.watch(opened, new)
    for one in added:
        say(f"watched: {_told(one)}")
    if len(added) < len(new):
        say(f"{counted(len(new) - len(added), 'other')} on its list before")
    refusals.exit_if_any()


def _check(action: str, names: list[str], kind: str, topic: str) -> None:
    if action not in _ACTIONS:
        raise CallError(action, "there is no such action", f"use {', '.join(_ACTIONS)}")
    if kind and kind not in _KINDS:
        raise CallError(f"--as {kind}", "there is no such kind", f"use {', '.join(_KINDS)}")
    if bool(names) != (action in ("add", "remove", "import")):
        what = "it takes no names" if names else "it needs a name"
        raise CallError(f"kgraph watch {action}", what, "see: kgraph watch --help")
    if action != "add" and (kind or topic):
        option = "--as" if kind else "--topic"
        raise CallError(f"kgraph watch {action}", f"it takes no {option}", "leave it out")


def _found(store: OpenStore, name: str, kind: str, topic: str, listed: str) -> Watch:
    """What the name is in the store; a kind that was given is not doubted."""
    name = watching.words_named(name)
    on = watching.topic_name(store, topic)
    found: list[Watch] = []
    if kind in ("", "topic"):
        known = {t.name.casefold(): t.name for t in watching.topics(store)}
        if name.casefold() in known:
            found.append(_plain(listed, "topic", known[name.casefold()], on))
    if kind in ("", "outlet") and (outlet := watching.outlet_named(store, name)):
        found.append(_plain(listed, "outlet", outlet, on))
    if kind == "words":
        found.append(_plain(listed, "words", name, on))
    if kind in ("actor", "claim") or not kind:
        found += _actor_or_claim(store, name, kind, on, listed, quiet=bool(found))
    if not found:
        todo = f"make it: kgraph topics add '{name}' WORD…" if kind == "topic" else "use --as words"
        raise CallError(name, f"no {kind} has that name", todo)
    if len(found) > 1:
        kinds = " or ".join(w.kind for w in found)
        raise CallError(name, "more than one thing has that name", f"say which with --as {kinds}")
    return found[0]


def _actor_or_claim(
    store: OpenStore, name: str, kind: str, topic: str, listed: str, *, quiet: bool
) -> list[Watch]:
    """The actor or claim of that name; claims only where nothing else has it."""
    try:
        thing = review.find_thing(store, name)
    except CallError as error:
        # Another kind of thing has the name: that no actor has, or several have, is no fault.
        if quiet:
            return []
        words = "" if kind else ", or watch for the words: --as words"
        raise CallError(error.where, error.what, f"{error.todo}{words}") from error
    found = watching.anchored(store, thing.iri, thing.kind, listed=listed, topic=topic)
    if kind and found.kind != kind:
        other = "a claim" if found.kind == "claim" else "an actor"
        raise CallError(name, f"it names no {kind}, but {other}", f"use --as {found.kind}")
    return [] if quiet and found.kind == "claim" else [found]


def _plain(listed: str, kind: str, name: str, topic: str) -> Watch:
    return Watch(list=listed, kind=cast(WatchKind, kind), name=name, topic=topic)


def _lines(held: Iterable[Watch]) -> Iterator[str]:
    before = ""
    for one in held:
        if one.list != before:
            before = one.list
            yield f"{one.list}:"
        yield f"  {one.id[:12]}  {_told(one)}"


def _told(one: Watch) -> str:
    on = f" on {one.topic}" if one.topic else ""
    return f"{one.type or one.kind:12} {one.name}{on}"


def _record(one: Watch) -> str:
    return json.dumps({k: v for k, v in asdict(one).items() if v}, ensure_ascii=False)


class _Record(Record):
    list: str
    kind: WatchKind
    name: str
    type: str = ""
    anchor: str = ""
    topic: str = ""


def _read(path: Path, refusals: Refusals) -> Iterator[Watch]:
    todo = "write it as kgraph watch export does"
    for where, record in records(path, _Record, "watches", todo, refusals):
        kind, _, digest = record.anchor.removeprefix(ids.BASE).partition("/")
        if record.anchor and (kind not in ("entity", "statement") or not digest.isalnum()):
            refusals(InputRefused(where, f"{record.anchor!r} is no id of kgraph", todo))
            continue
        if not (record.list.strip() and record.name.strip()):
            refusals(InputRefused(where, "list or name is empty", todo))
            continue
        yield Watch(**record.model_dump())
