"""``kgraph ask``: the twelve questions."""

from typing import Annotated

import typer

from kgraph import pipeline
from kgraph.ask import QUESTIONS, render
from kgraph.ask import ask as answer_to
from kgraph.cli.options import DEFAULT_STORE, Store, emit, say
from kgraph.errors import CallError
from kgraph.store import open_store


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command("ask", epilog=_EXAMPLES)(ask)


_EXAMPLES = """Examples:

  kgraph ask                                                  (lists the questions)

  kgraph ask said --speaker Peskov --topic talks --from 2025-04-28 --to 2025-05-04

  kgraph ask origins --claim "fitting answer" --format json

  kgraph ask fallout --article 3f2a9c10
"""


def ask(  # noqa: D417
    question: Annotated[
        str, typer.Argument(metavar="[QUESTION]", help="Name of a question; none lists them.")
    ] = "",
    speaker: Annotated[str, typer.Option(help="Name, or a part of it.")] = "",
    topic: Annotated[str, typer.Option(help="Words that the statement holds.")] = "",
    claim: Annotated[str, typer.Option(help="Words of the claim, or its IRI.")] = "",
    article: Annotated[str, typer.Option(help="Key, URL, id or IRI of an article.")] = "",
    outlet: Annotated[str, typer.Option(help="Name of an outlet.")] = "",
    start: Annotated[str, typer.Option("--from", metavar="DATE", help="First day.")] = "",
    to: Annotated[str, typer.Option(metavar="DATE", help="Last day.")] = "",
    since: Annotated[str, typer.Option(metavar="DATE", help="First day that counts.")] = "",
    watch: Annotated[str, typer.Option(help="Names or words to watch, with commas.")] = "",
    today: Annotated[
        str, typer.Option(metavar="DATE", help="Day that deadlines are held against.")
    ] = "",
    store: Store = DEFAULT_STORE,
    form: Annotated[
        str, typer.Option("--format", "-f", help="cards, table, json, xml, csv or tsv.")
    ] = "",
    out: Annotated[str, typer.Option("--output", "-o", help="File to write; - is stdout.")] = "-",
) -> None:
    """Answer one of twelve questions, each answer with its words, outlet, date and link."""
    if not question:
        for known in QUESTIONS.values():
            typer.echo(f"{known.name:14} {known.title}\n{'':14} {known.about}")
            typer.echo(f"{'':14} {known.usage}\n")
        return
    given = {
        "speaker": speaker, "topic": topic, "claim": claim, "outlet": outlet, "from": start,
        "to": to, "since": since, "watch": watch, "today": today,
    }  # fmt: skip
    if question not in QUESTIONS:
        raise CallError(question, "no question has that name", "see them with: kgraph ask")
    with open_store(store, read_only=True, create=False) as opened:
        if not pipeline.is_resolved(opened):
            say("the derived graphs are older than the evidence; rebuild them: kgraph resolve")
        named = pipeline.find(opened, article).iri if article else ""
        answer = answer_to(
            opened, question, **{k: v for k, v in given.items() if v}, article=named
        )
        emit(lambda to: render(answer, form, out=to), out)
