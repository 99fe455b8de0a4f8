"""The command line: one verb per module, words on stderr, data on stdout.

Exit codes: 0 done; 1 some inputs were refused or something failed, each named on stderr with
where, what and what to do, the rest being done and kept; 2 the call's words are off; 130
interrupted by Ctrl-C. Where the reader of stdout has gone (``| head``), it ends with 1 and no word.

What takes long to import (spaCy, trafilatura, Starlette) is imported inside the command that
needs it, so that ``kgraph ask`` and every help page come at once.
"""

import contextlib
import sys
from collections.abc import Sequence
from typing import Annotated, Never

import typer

import kgraph
from kgraph.cli import (
    articles,
    ask,
    check,
    claims,
    compare,
    decide,
    decisions,
    diff,
    evaluate,
    explain,
    export,
    extract,
    ingest,
    mentions,
    merge,
    positions,
    query,
    resolve,
    retract,
    review,
    serve,
    split,
    topics,
    undo,
    watch,
)
from kgraph.cli.options import give_up_stdout, say
from kgraph.errors import CallError, KgraphError

__all__ = ["app", "main"]

app = typer.Typer(
    name="kgraph",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Who said what, to whom, when, in which words, through whom, and who answered.\n\n"
    "kgraph turns news articles into a graph of attributed statements and answers questions "
    "from it; every answer leads back to the exact words.",
    epilog="\b\nStart with:\n  kgraph ingest articles/ --store my-store\n  kgraph ask",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kgraph {kgraph.__version__}")
        raise typer.Exit


@app.callback()
def _root(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


for module in (
    ingest, extract, ask, query, export, serve, articles, claims, mentions, retract, resolve, check, evaluate,
    review, explain, decide, merge, split, undo, decisions, compare,
    topics, watch, diff, positions,
):  # fmt: skip
    module.register(app)


def main(arguments: Sequence[str] | None = None) -> None:
    """The process ends with the command's exit code; a failure is one line on stderr."""
    try:
        app(None if arguments is None else list(arguments), prog_name="kgraph")
    except KgraphError as error:
        _fail(str(error), 2 if isinstance(error, CallError) else 1)
    except OSError as error:
        # Help pages and the like, which typer writes: /dev/full, a closed terminal.
        give_up_stdout()
        where = error.filename or "stdout"
        _fail(f"{where}: {error.strerror or error}; check the disk and the permissions", 1)


def _fail(words: str, code: int) -> Never:
    with contextlib.suppress(OSError):  # stderr itself may be full or gone
        say(f"kgraph: {words}")
    sys.exit(code)
