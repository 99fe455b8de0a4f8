"""``kgraph decisions``: the log, out and in."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from kgraph import ids, review
from kgraph.cli.deciding import settle
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
from kgraph.model import Decision, Verdict


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "decisions",
        short_help="Print the log of decisions, or take in another one.",
        epilog=examples(
            "kgraph decisions",
            "kgraph decisions --format jsonl -o decisions.jsonl",
            "kgraph decisions --import decisions.jsonl --store other-store",
        ),
    )(decisions)


def decisions(
    source: Annotated[
        Path | None,
        typer.Option("--import", metavar="FILE", help="JSONL of another log to take in."),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="text|jsonl", help="Form of the output.")
    ] = "text",
    store: Store = DEFAULT_STORE,
    out: Out = "-",
) -> None:
    """Print every decision with who made it and when, undone ones too; or add those of a file.

    Taking the same file in twice changes nothing.
    """
    if form not in ("text", "jsonl"):
        raise CallError("--format", f"'{form}' is not a format", "choose text or jsonl")
    if source is None:
        with using(store, read_only=True) as opened:
            lines = [*_lines(review.decisions(opened), form)]
        emit(lambda to: to.writelines(f"{line}\n".encode() for line in lines), out)
        return
    refusals = Refusals()
    with using(store) as opened:
        changed = settle(opened, [*_read(source, refusals)])
    say(f"{counted(changed, 'decision')} taken in from {source}")
    refusals.exit_if_any()


def _lines(listed: Iterable[Decision], form: str) -> Iterator[str]:
    for one in listed:
        if form == "jsonl":
            yield json.dumps(asdict(one), ensure_ascii=False)
            continue
        undone = f" undone {one.undone}" if one.undone else ""
        yield f"{one.id[:12]}  {one.verdict:9}  {one.at}  {one.by}{undone}  {one.note}".rstrip()
        yield f"    {one.a}"
        yield f"    {one.b}"


class _Record(Record):
    id: str
    a: str
    b: str
    verdict: Verdict
    note: str = ""
    by: str = ""
    at: str = ""
    undone: str = ""


def _read(path: Path, refusals: Refusals) -> Iterator[Decision]:
    todo = "write it as kgraph decisions does"
    for where, record in records(path, _Record, "decisions", todo, refusals):
        wrong = next((v for v in (record.a, record.b) if not _is_ours(v)), "")
        if wrong or not record.id.isalnum():
            refusals(InputRefused(where, f"{(wrong or record.id)!r} is no id of kgraph", todo))
            continue
        yield Decision(**record.model_dump())


def _is_ours(iri: str) -> bool:
    kind, _, name = iri.removeprefix(ids.BASE).partition("/")
    return iri.startswith(ids.BASE) and kind.isalpha() and name.isalnum()
