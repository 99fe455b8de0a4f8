"""``kgraph review``: the doubtful pairs, one after the other, for a person to decide on."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated, cast

import typer

from kgraph import review as reviewing
from kgraph.cli.deciding import By, decision, settle
from kgraph.cli.options import DEFAULT_STORE, Out, Store, counted, emit, examples, say, using
from kgraph.errors import CallError
from kgraph.model import Decision, Verdict
from kgraph.review import Question

_KEYS = {"s": "same", "d": "different", "u": "unsure"}


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "review",
        short_help="Decide on what rules leave open, pair by pair.",
        epilog=examples(
            "kgraph review",
            "kgraph review --list      (only shows the pairs)",
            "kgraph review --list --format jsonl -o doubts.jsonl",
        ),
    )(review)


def review(
    listed: Annotated[
        bool, typer.Option("--list", help="Print the pairs instead of asking about them.")
    ] = False,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="text|jsonl", help="Form of --list.")
    ] = "text",
    most: Annotated[
        int, typer.Option(min=1, metavar="N", help="How many pairs, the likeliest first.")
    ] = 20,
    by: By = "",
    store: Store = DEFAULT_STORE,
    out: Out = "-",
) -> None:
    """Show each doubtful pair with its reasons and sentences, and ask: same, different, unsure?

    What was decided goes into the log when the review ends, also when it ends early with q.
    """
    if form not in ("text", "jsonl"):
        raise CallError("--format", f"'{form}' is not a format", "choose text or jsonl")
    if not listed and not (sys.stdin and sys.stdin.isatty()):
        raise CallError("review", "there is no terminal to ask in", "use --list, or kgraph decide")
    with using(store, read_only=listed) as opened:
        questions = [q for _, q in zip(range(most), reviewing.queue(opened), strict=False)]
        if listed:
            lines = [line for q in questions for line in _lines(q, form)]
            emit(lambda to: to.writelines(f"{line}\n".encode() for line in lines), out)
            return
        made = _asked(questions, by)
        changed = settle(opened, made)
    say(f"{counted(changed, 'decision')} made")


def _asked(questions: list[Question], by: str) -> list[Decision]:
    made: list[Decision] = []
    for number, question in enumerate(questions, start=1):
        say("")
        for line in _lines(question, "text"):
            say(line)
        answer = ""
        while answer not in (*_KEYS, "n", "q"):
            answer = typer.prompt(
                f"{number}/{len(questions)} [s]ame, [d]ifferent, [u]nsure, [n]ext, [q]uit", err=True
            )[:1].lower()
        if answer == "q":
            break
        if answer in _KEYS:
            verdict = cast(Verdict, _KEYS[answer])
            made.append(decision(question.a, question.b, verdict, note="", by=by))
    return made


def _lines(question: Question, form: str) -> Iterator[str]:
    if form == "jsonl":
        yield json.dumps(asdict(question), ensure_ascii=False)
        return
    yield f"{question.a.label}  ?  {question.b.label}   ({question.score:.1f})"
    for reason in question.reasons:
        yield f"    {reason}"
    for thing, sentences in zip((question.a, question.b), question.examples, strict=True):
        yield f"  {thing.label} {thing.digest[:12]}"
        for sentence in sentences:
            yield f"    “{sentence}”"
