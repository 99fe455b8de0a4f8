"""``kgraph resolve``: the derived graphs are rebuilt from the evidence."""

from pathlib import Path
from typing import Annotated

import typer

from kgraph import pipeline
from kgraph.cli.options import DEFAULT_STORE, Refusals, Store, counted, examples, say, using
from kgraph.gazetteer import Query, read_gazetteer, reconcile
from kgraph.model import Derived
from kgraph.store import Store as OpenStore


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
        derived = pipeline.rebuild(opened)
        if service:
            derived = _reconciled(opened, derived, service)
        place = opened.location
    say(
        f"{counted(len(derived.actors), 'actor')}, {counted(len(derived.claims), 'claim')}, "
        f"{counted(len(derived.copy_groups), 'copy group')}, "
        f"{counted(len(derived.links), 'relation')} in {place}"
    )
    refusals.exit_if_any()


def _reconciled(store: OpenStore, derived: Derived, url: str) -> Derived:
    """The collection resolved again with what the service is sure of."""
    names = sorted({
        (actor.name, actor.type)
        for actor in derived.actors
        if not actor.wikidata and actor.type in ("person", "organization", "place")
        and actor.name[:1].isupper()
    })  # fmt: skip
    before = [entry for entry in pipeline.gazetteers(store) if entry.source == url]
    asked = (Query(name=name, type=kind) for name, kind in names)
    found = {(entry.names, entry.type): entry for entry in [*before, *reconcile(asked, url)]}
    pipeline.use_gazetteer(store, url, found.values())
    say(f"{counted(len(names), 'name')} asked for, {counted(len(found), 'link')} from {url}")
    return pipeline.rebuild(store)
