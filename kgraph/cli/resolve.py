"""``kgraph resolve``: the derived graphs are rebuilt from the evidence."""

from pathlib import Path
from typing import Annotated

import typer

from kgraph import pipeline
from kgraph.cli.options import (
    DEFAULT_STORE,
    Refusals,
    Store,
    counted,
    examples,
    resolved,
    say,
    using,
)
from kgraph.gazetteer import Query, read_gazetteer, reconcile
from kgraph.store import Store as OpenStore
from kgraph.store import select


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "resolve",
        short_help="Rebuild what is derived across articles.",
        epilog=examples(
            "kgraph resolve --store my-store",
            "kgraph resolve --gazetteer members.csv",
            "kgraph resolve --reconcile https://wikidata.reconci.link/en/api",
        ),
    )(resolve)


def resolve(
    store: Store = DEFAULT_STORE,
    gazetteer: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="Link names by this JSONL or CSV file from now on; an empty file forgets it.",
        ),
    ] = None,
    service: Annotated[
        str,
        typer.Option(
            "--reconcile",
            metavar="URL",
            help="Ask this Reconciliation API once for the names that nothing links yet.",
        ),
    ] = "",
) -> None:
    """Rebuild what is derived across articles: actors, claims, copies, relations.

    ingest and retract do this themselves; use it after an interrupted run or an update of kgraph,
    or to link names by a gazetteer of your own. What a gazetteer or a service said stays in the
    store and is used by every later run.
    """
    refusals = Refusals()
    with using(store) as opened:
        for path in gazetteer or ():
            entries = list(read_gazetteer(path, on_refused=refusals))
            pipeline.use_gazetteer(opened, str(path), entries)
        pipeline.rebuild(opened, on_taken_up=resolved)
        if service:
            _reconcile(opened, service)
        kinds = ("actor", "claim", "copy group", "relation")
        found = (_count(opened, name) for name in ("Actor", "Claim", "CopyGroup", "Link"))
        told = ", ".join(counted(n, kind) for n, kind in zip(found, kinds, strict=True))
        place = opened.location
    say(f"{told} in {place}")
    refusals.exit_if_any()


def _reconcile(store: OpenStore, url: str) -> None:
    """The collection is resolved again with what the service is sure of."""
    rows = select(store, _UNLINKED)
    unlinked = ((row["name"].value, row["type"].value) for row in rows)
    names = sorted((name, kind) for name, kind in unlinked if name[:1].isupper())
    before = [entry for entry in pipeline.gazetteers(store) if entry.source == url]
    asked = (Query(name=name, type=kind) for name, kind in names)
    found = {(entry.names, entry.type): entry for entry in [*before, *reconcile(asked, url)]}
    pipeline.use_gazetteer(store, url, found.values())
    say(f"{counted(len(names), 'name')} asked for, {counted(len(found), 'link')} from {url}")
    pipeline.refresh(store)


def _count(store: OpenStore, kind: str) -> int:
    rows = select(store, f"SELECT (COUNT(*) AS ?n) WHERE {{ ?thing a kg:{kind} }}")
    return int(next(rows)["n"].value)


_UNLINKED = """
SELECT DISTINCT ?name ?type WHERE {
  ?actor a kg:Actor ; schema:name ?name ; kg:actorType ?type
  FILTER(?type IN ("person", "organization", "place"))
  FILTER NOT EXISTS { ?actor schema:sameAs ?item }
}
"""
