"""``kgraph extract``: statements out of articles, without a store."""

import contextlib
import json
from typing import Annotated, BinaryIO

import typer

from kgraph import pipeline
from kgraph.cli.llm import Llm, LlmModel, LlmUrl, cost_told, llm_settings
from kgraph.cli.options import Extractor, Jobs, Out, Refusals, emit, examples, stdin
from kgraph.cli.readers import reader
from kgraph.errors import CallError
from kgraph.extract import DEFAULT_EXTRACTOR, to_record, to_text


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "extract",
        short_help="Print who said what in each article, without a store.",
        epilog=examples(
            "kgraph extract article.txt --format text",
            "kgraph extract corpus.jsonl > statements.jsonl",
            "cat corpus.jsonl | kgraph extract - -o statements.jsonl",
        ),
    )(extract)


_FORMATS = ("jsonl", "text")


def extract(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help="What ingest reads: text, HTML, JSONL …; - is stdin."),
    ],
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="jsonl|text", help="Form of the output.")
    ] = "jsonl",
    out: Out = "-",
    extractor: Extractor = DEFAULT_EXTRACTOR,
    min_confidence: Annotated[
        float,
        typer.Option(
            min=0.0, max=1.0, metavar="P", help="Leave out statements that are less certain."
        ),
    ] = 0.0,
    jobs: Jobs = 1,
    llm_url: LlmUrl = "",
    llm_model: LlmModel = "",
    llm: Llm = None,
) -> None:
    """Print who said what in each article: source, cue, content, speaker, act, time, chain.

    JSON Lines: one object an article, in input order; offsets are characters of its text.
    """
    if form not in _FORMATS:
        raise CallError("--format", f"'{form}' is not a format", f"choose {' or '.join(_FORMATS)}")
    from kgraph.ingest import read_each  # noqa: PLC0415 (trafilatura; see kgraph.cli)

    refusals = Refusals()
    articles = read_each(files, stdin=stdin())
    settings = llm_settings(extractor, llm_url, llm_model, llm)
    reading = reader(extractor, jobs=jobs, llm=settings)
    found = pipeline.extract(articles, reading, on_refused=refusals)

    def write(to: BinaryIO) -> None:
        for extraction in found:
            kept = pipeline.confident(extraction, min_confidence)
            words = (
                json.dumps(to_record(kept), ensure_ascii=False)
                if form == "jsonl"
                else to_text(kept)
            )
            to.write(f"{words}\n".encode())
            to.flush()

    with (
        cost_told(reading),
        contextlib.closing(found),
    ):  # or processes of --jobs would read on behind a failure
        emit(write, out)
    refusals.exit_if_any()
