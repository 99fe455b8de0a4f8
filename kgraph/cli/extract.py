"""``kgraph extract``: statements out of articles, without a store."""

import json
import sys
from typing import Annotated, BinaryIO

import typer

from kgraph import pipeline
from kgraph.cli.options import Refusals, emit
from kgraph.errors import CallError
from kgraph.extract import load_extractor, to_record, to_text
from kgraph.ingest import read


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command("extract", epilog=_EXAMPLES)(extract)


_EXAMPLES = """Examples:

  kgraph extract article.txt --format text

  kgraph extract corpus.jsonl > statements.jsonl

  cat corpus.jsonl | kgraph extract - -o statements.jsonl
"""

_FORMATS = ("jsonl", "text")


def extract(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE…", help="What ingest reads: text, HTML, JSONL …; - is stdin."),
    ],
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="jsonl|text", help="Form of the output.")
    ] = "jsonl",
    out: Annotated[str, typer.Option("--output", "-o", help="File to write; - is stdout.")] = "-",
    extractor: Annotated[str, typer.Option(help="Which extractor reads the articles: model or rules.")] = "model",
    min_confidence: Annotated[
        float,
        typer.Option(min=0.0, max=1.0, help="Leave out statements that are less certain."),
    ] = 0.0,
) -> None:
    """Print who said what in each article: source, cue, content, speaker, act, time, chain.

    JSON Lines: one object an article, in input order; offsets are characters of its text.
    """
    if form not in _FORMATS:
        raise CallError("--format", f"'{form}' is not a format", f"choose {' or '.join(_FORMATS)}")
    refusals = Refusals()
    articles = read(files, on_refused=refusals, stdin=sys.stdin.buffer)
    found = pipeline.extract(articles, load_extractor(extractor), on_refused=refusals)

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

    emit(write, out)
    refusals.exit_if_any()
