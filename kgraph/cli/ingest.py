"""``kgraph ingest``: articles go in."""

import contextlib
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from kgraph import pipeline
from kgraph.cli.llm import Llm, LlmModel, LlmUrl, cost_told, llm_settings
from kgraph.cli.options import (
    DEFAULT_STORE,
    Extractor,
    Jobs,
    Refusals,
    Store,
    counted,
    examples,
    resolved,
    say,
    stdin,
    using,
)
from kgraph.cli.readers import reader
from kgraph.extract import DEFAULT_EXTRACTOR


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "ingest",
        short_help="Read articles, extract who said what, and keep it in a store.",
        epilog=examples(
            "kgraph ingest articles/ --store my-store",
            "kgraph ingest dump.jsonl page.html feed.xml crawl.warc.gz",
            "curl -s https://example.org/feed | kgraph ingest - --outlet Courier",
        ),
    )(ingest)


def ingest(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Files or folders: text, HTML, JSONL, RSS, Atom, JSON Feed, WARC; - is stdin.",
        ),
    ],
    store: Store = DEFAULT_STORE,
    outlet: Annotated[
        str, typer.Option(metavar="NAME", help="Outlet of articles that name none themselves.")
    ] = "",
    date: Annotated[
        str, typer.Option(metavar="DATE", help="Publication date of articles that have none.")
    ] = "",
    extractor: Extractor = DEFAULT_EXTRACTOR,
    again: Annotated[
        bool, typer.Option("--again", help="Extract anew what the store already holds.")
    ] = False,
    every: Annotated[
        int,
        typer.Option(min=1, metavar="N", help="Without a terminal, tell of every N articles."),
    ] = 100,
    jobs: Jobs = 1,
    llm_url: LlmUrl = "",
    llm_model: LlmModel = "",
    llm: Llm = None,
) -> None:
    """Read articles, extract who said what, and keep it in the store.

    The same article twice changes nothing; a changed one becomes a new version that revises
    the old. What was reported as done stays done, whatever happens afterwards: the same command
    again finishes an interrupted run.
    """
    from kgraph.ingest import read_each  # noqa: PLC0415 (trafilatura; see kgraph.cli)

    refusals = Refusals()
    tally: Counter[str] = Counter()
    statements = 0
    articles = read_each(
        paths,
        stdin=stdin(),
        outlet=outlet,
        date=date,
        require_date=True,
    )
    settings = llm_settings(extractor, llm_url, llm_model, llm)
    reading = reader(extractor, jobs=jobs, llm=settings)
    with (
        using(store, create=True) as opened,
        contextlib.closing(pipeline.Following(opened)) as following,
    ):
        done = pipeline.ingest(
            opened, articles, reading, on_refused=refusals, again=again, following=following
        )
        try:
            # Closed, or processes of --jobs would read on behind a failure.
            with cost_told(reading), contextlib.closing(done):
                for outcome in _told(done, every):
                    tally[outcome.outcome] += 1
                    statements += outcome.statements
            following.refresh(on_taken_up=resolved)
        except KeyboardInterrupt:
            say(
                f"{opened.location}: interrupted, {counted(tally.total(), 'article')} done and "
                "kept; run the same command again to finish"
            )
            raise
        place = opened.location
    say(
        f"{counted(tally.total(), 'article')} in {place}: {tally['new']} new, "
        f"{counted(tally['revised'], 'new version')}, {tally['again']} extracted anew, "
        f"{tally['unchanged']} unchanged; {refusals.count} refused; "
        f"{counted(statements, 'statement')}"
    )
    refusals.exit_if_any()


def _told(done: Iterable[pipeline.Ingested], every: int) -> Iterator[pipeline.Ingested]:
    """The same outcomes; progress goes to stderr, a bar at a terminal, else a line per N."""
    console = Console(stderr=True)
    begun = time.monotonic()
    if not console.is_terminal:
        for number, outcome in enumerate(done, 1):
            yield outcome
            if number % every == 0:
                rate = number / max(time.monotonic() - begun, 1e-9)
                say(f"{number} articles done, {rate:.1f}/s; last: {outcome.article.key}")
        return
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("reading", total=None)
        for outcome in done:
            progress.update(task, advance=1, description=_short(outcome.article.key))
            yield outcome


def _short(key: str) -> str:
    printable = "".join(c if c.isprintable() else " " for c in key)
    return f"{printable[:39]}…" if len(printable) > 40 else f"{printable:40}"
