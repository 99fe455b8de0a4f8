"""``kgraph ask``: the twelve questions."""

import shutil
import textwrap
from collections.abc import Iterator
from typing import Annotated

import typer

from kgraph import pipeline
from kgraph.ask import QUESTIONS, render
from kgraph.ask import ask as answer_to
from kgraph.cli.options import DEFAULT_STORE, Out, Store, emit, examples, say, using
from kgraph.errors import CallError


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "ask",
        short_help="Answer one of twelve questions; without one, list them.",
        epilog=examples(
            "kgraph ask      (lists the questions)",
            "kgraph ask said --speaker Peskov --topic talks --from 2025-04-28",
            'kgraph ask origins --claim "fitting answer" --format json',
            "kgraph ask fallout --article 3f2a9c10",
        ),
    )(ask)


def ask(
    question: Annotated[
        str,
        typer.Argument(
            metavar="QUESTION", show_default=False, help="Name of a question; none lists them."
        ),
    ] = "",
    speaker: Annotated[str, typer.Option(metavar="NAME", help="Name, or a part of it.")] = "",
    topic: Annotated[
        str, typer.Option(metavar="WORDS", help="Words that the statement holds.")
    ] = "",
    claim: Annotated[
        str, typer.Option(metavar="WORDS", help="Words of the claim, or its IRI.")
    ] = "",
    article: Annotated[
        str, typer.Option(metavar="ARTICLE", help="Key, URL, id or IRI of an article.")
    ] = "",
    outlet: Annotated[str, typer.Option(metavar="NAME", help="Name of an outlet.")] = "",
    start: Annotated[str, typer.Option("--from", metavar="DATE", help="First day.")] = "",
    to: Annotated[str, typer.Option(metavar="DATE", help="Last day.")] = "",
    since: Annotated[str, typer.Option(metavar="DATE", help="First day that counts.")] = "",
    watch: Annotated[
        str, typer.Option(metavar="LIST", help="Names or words to watch, with commas.")
    ] = "",
    today: Annotated[
        str, typer.Option(metavar="DATE", help="Day that deadlines are held against.")
    ] = "",
    store: Store = DEFAULT_STORE,
    form: Annotated[
        str,
        typer.Option("--format", "-f", metavar="FORM", help="cards, table, json, xml, csv or tsv."),
    ] = "",
    out: Out = "-",
) -> None:
    """Answer one of twelve questions, each answer with its words, outlet, date and link."""
    if not question:
        width = shutil.get_terminal_size((100, 24)).columns
        emit(lambda to: to.writelines(f"{line}\n".encode() for line in _listed(width)), out)
        return
    given = {
        "speaker": speaker, "topic": topic, "claim": claim, "outlet": outlet, "from": start,
        "to": to, "since": since, "watch": watch, "today": today,
    }  # fmt: skip
    if question not in QUESTIONS:
        raise CallError(question, "no question has that name", "see them with: kgraph ask")
    with using(store, read_only=True) as opened:
        if not pipeline.is_resolved(opened):
            say("the derived graphs are older than the evidence; rebuild them: kgraph resolve")
        named = pipeline.find(opened, article).iri if article else ""
        answer = answer_to(opened, question, **{k: v for k, v in given.items() if v}, article=named)
        emit(lambda to: render(answer, form, out=to), out)


_HANGING = " " * 15


def _listed(width: int) -> Iterator[str]:
    """Each question with its name, what it tells, and its call, in lines of that width."""
    # A screen narrower than a word still gets whole words.
    fill = textwrap.TextWrapper(
        width=max(width, 50),
        initial_indent=_HANGING,
        subsequent_indent=_HANGING,
        break_long_words=False,
        break_on_hyphens=False,
    )
    for known in QUESTIONS.values():
        title, *more = fill.wrap(known.title)
        yield f"{known.name:15}{title.removeprefix(_HANGING)}"
        yield from more
        yield from fill.wrap(known.about)
        # An option and its value stay on one line.
        call = known.usage.replace(" [--", "\n[--").replace(" --", "\n--")
        joined = call.replace(" ", "\N{NO-BREAK SPACE}").replace("\n", " ")
        for line in fill.wrap(joined):
            yield line.replace("\N{NO-BREAK SPACE}", " ")
        yield ""
