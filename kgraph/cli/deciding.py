"""What the commands that decide share: now, who, and what follows from a decision."""

import getpass
from collections.abc import Iterable
from typing import Annotated

import typer

from kgraph import ids, pipeline, review
from kgraph.cli.options import say
from kgraph.days import now
from kgraph.errors import CallError
from kgraph.model import Decision, Verdict
from kgraph.resolve.decisions import Clash, clashes
from kgraph.review import Thing
from kgraph.store import Store

Note = Annotated[str, typer.Option(metavar="TEXT", help="Why; kept in the log.")]
By = Annotated[
    str, typer.Option(metavar="NAME", help="Who decides; else the name you are logged in by.")
]
NAMED = "IRI, first digits of an id, an actor's name or words of a claim."


def decision(a: Thing, b: Thing, verdict: Verdict, *, note: str, by: str) -> Decision:
    """A decision on two things of one kind, made now.

    Raises:
        CallError: They are one thing, or of two kinds.
    """
    if a.iri == b.iri:
        raise CallError(a.label, "both names mean the same thing", "give two things")
    if _kind(a) != _kind(b):
        raise CallError(
            b.label,
            f"a {b.kind} can't be decided on with a {a.kind}",
            "give two things of one kind",
        )
    one, other = sorted((a.iri, b.iri))
    name, at = by or getpass.getuser(), now()
    digest = ids.digest("decision", one, other, verdict, note, name, at)
    return Decision(id=digest, a=one, b=other, verdict=verdict, note=note, by=name, at=at)


def settle(store: Store, made: Iterable[Decision]) -> int:
    """The decisions are in the log and hold in the graph, new clashes are told; how many are new."""
    known = {_clash_key(clash) for clash in clashes(review.decisions(store))}
    changed = review.record(store, made)
    for clash in clashes(review.decisions(store)):
        if _clash_key(clash) not in known:
            say(_told(clash))
    pipeline.refresh(store)
    return len(changed)


def _kind(thing: Thing) -> str:
    return {"entity": "actor", "statement": "claim"}.get(thing.kind, thing.kind)


def _clash_key(clash: Clash) -> tuple[str, ...]:
    return (clash.parting.id, *(d.id for d in clash.joining))


def _told(clash: Clash) -> str:
    ids_ = ", ".join(d.id[:12] for d in clash.joining)
    return (
        f"decisions clash: {clash.parting.id[:12]} parts what {ids_} join; the parting holds; "
        "undo one of them: kgraph undo ID"
    )
