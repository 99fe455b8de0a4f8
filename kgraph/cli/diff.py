"""``kgraph diff``: what is new, changed, denied or withdrawn on a watch-list."""

import json
from collections.abc import Iterator
from typing import Annotated, Any, BinaryIO

import typer

from kgraph import watch
from kgraph.cli.options import DEFAULT_STORE, Out, Store, counted, emit, examples, say, using
from kgraph.cli.telling import fitted, lines, record, say_if_stale, topic_words
from kgraph.errors import CallError
from kgraph.store import Store as OpenStore
from kgraph.watch import Change, Paper


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "diff",
        short_help="Tell what is new, changed, denied or withdrawn on a watch-list.",
        epilog=examples(
            "kgraph diff --from 2025-04-28 --to 2025-05-04",
            "kgraph diff --from 2025-05-01 --list truce --format jsonl",
            "kgraph diff --from 2025-05 --topic sanctions",
            "kgraph diff --from 2025-05 --everything",
        ),
    )(diff)


def diff(
    first: Annotated[
        str, typer.Option("--from", metavar="DATE", help="First day, month or year.")
    ] = "",
    last: Annotated[
        str, typer.Option("--to", metavar="DATE", help="Last day, month or year.")
    ] = "",
    listed: Annotated[
        str, typer.Option("--list", metavar="LIST", help="This watch-list alone, not all of them.")
    ] = "",
    topic: Annotated[
        str, typer.Option(metavar="TOPIC", help="Only what is on this topic; needs no watch-list.")
    ] = "",
    everything: Annotated[
        bool, typer.Option("--everything", help="Leave watch-lists aside.")
    ] = False,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="text|jsonl", help="Form of the output.")
    ] = "text",
    store: Store = DEFAULT_STORE,
    out: Out = "-",
) -> None:
    """Tell what became known between two dates, by publication.

    New claims, answers, confirmations, denials, contradictions, changed positions, lost
    attributions, gained origins, corrections and withdrawals, each with the exact words.
    """
    if form not in ("text", "jsonl"):
        raise CallError("--format", f"'{form}' is not a format", "choose text or jsonl")
    window = watch.window(first, last)
    with using(store, read_only=True) as opened:
        say_if_stale(opened)
        scope = _scope(opened, listed, topic, everything=everything)
        told = 0

        def write(to: BinaryIO) -> None:
            nonlocal told
            for change in watch.diff(opened, scope, window):
                if form == "jsonl":
                    text = [json.dumps(_record(change), ensure_ascii=False)]
                else:
                    text = [*([""] if told else []), *_lines(change)]
                to.writelines(f"{line}\n".encode("utf-8", "replace") for line in text)
                told += 1

        emit(write, out)
    if not told:
        say("nothing changed")


def _scope(store: OpenStore, listed: str, topic: str, *, everything: bool) -> watch.Scope:
    if everything and listed:
        raise CallError("--everything", "it leaves watch-lists aside", "leave --list out")
    words = topic_words(store, topic)
    concepts = frozenset(one.iri for one in watch.topics_within(store, topic))
    if everything or (topic and not listed):
        return watch.Scope(topic=words, topics=concepts)
    held = watch.watches(store, listed)
    if not held:
        raise CallError(
            f"--list {listed}" if listed else "kgraph diff",
            "nothing is on that watch-list" if listed else "nothing is watched",
            "add to it with: kgraph watch add NAME, or use --everything",
        )
    scope = watch.scope(store, held, words, concepts)
    for one in scope.watched:
        if one.gone:
            say(f"list '{one.watch.list}': the store has no {one.watch.kind} '{one.watch.name}'")
    return scope


def _record(change: Change) -> dict[str, Any]:
    grown = change.growth
    found: dict[str, Any] = {
        "change": change.kind,
        "date": change.at,
        "watched": list(change.watched),
        "told": record(change.told) if change.told else None,
        "earlier": record(change.earlier) if change.earlier else None,
        "by": _paper(change.by) if change.by else None,
        "reasons": list(change.reasons),
        "score": change.score,
    }
    if change.told and change.told.claim:
        found["headline"] = change.told.headline
        found["origins"] = change.told.origins
    if grown:
        found |= {"origins_before": grown.before, "origins": grown.after, "outlets": grown.outlets}
    return {name: value for name, value in found.items() if value or name == "origins_before"}


def _paper(paper: Paper) -> dict[str, str]:
    found = {
        "article": paper.key,
        "version": paper.iri,
        "title": paper.title,
        "url": paper.url,
        "outlet": paper.outlet,
        "published": paper.published,
    }
    return {name: value for name, value in found.items() if value}


_SECOND = {
    "gained-origin": "first told:",
    "single-source": "first told:",
    "corrected": "before:",
    "changed": "before:",
    "laundered": "from:",
}


def _lines(change: Change) -> Iterator[str]:
    watched = f"({'; '.join(change.watched)})" if change.watched else ""
    head = (change.kind.upper().replace("-", " "), change.at[:10], watched)
    yield from fitted(" ".join(filter(None, head)))
    if change.told:
        yield from lines(change.told, "  ")
    if change.kind == "new" and change.told and change.told.origins > 1:
        yield f"    {counted(change.told.origins, 'independent origin')}"
    if change.growth:
        grown = change.growth
        before = f", {grown.before} before" if change.kind == "gained-origin" else ""
        origins = counted(grown.after, "independent origin")
        yield f"    {origins}{before}, in {counted(grown.outlets, 'outlet')}"
    if change.earlier:
        yield from lines(
            change.earlier, f"    {_SECOND.get(change.kind, 'said before:')} ", " " * 6
        )
    if change.by:
        paper = change.by
        verb = "withdrawn:" if change.kind == "withdrawn" else "corrected by:"
        parts = (paper.title, paper.outlet, paper.published, paper.url or paper.key)
        yield from fitted(" · ".join(filter(None, parts)), f"    {verb} ")
    for reason in change.reasons:
        yield from fitted(reason, "    why: ")
