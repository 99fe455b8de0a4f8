"""The ledger of positions: what a person said on a topic, in time, and what others answered."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from pyoxigraph import NamedNode

from kgraph.store import Store, select
from kgraph.watch.change import CHANGES
from kgraph.watch.links import ties
from kgraph.watch.told import Told, told_of, value
from kgraph.watch.window import Window
from kgraph.watch.words import Words

_STANCES = {
    "supports": ("support", "praise", "accept", "agree"),
    "opposes": ("oppose", "reject", "criticise"),
    "denies": ("deny",),
    "doubts": ("doubt",),
    "confirms": ("confirm", "admit"),
    "accuses": ("accuse",),
    "promises": ("promise",),
    "intends": ("intend", "decide"),
    "threatens": ("threaten",),
    "warns": ("warn",),
    "demands": ("demand", "call-on", "request"),
    "proposes": ("propose",),
    "wants": ("want", "hope"),
    "fears": ("fear",),
    "expects": ("expect",),
    "asks": ("ask",),
}
STANCES = {act: stance for stance, acts in _STANCES.items() for act in acts}
"""What an act does to its content, from the speaker's side; all others say it, or say no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What links a position with another statement.

    Attributes:
        kind: ``changed`` for the speaker's own earlier words, else what one of the two does to
            the other: ``answered``, ``denied``, ``contradicted`` …
        told: The other statement.
        theirs: Whether the other statement does it to the position.
        reasons: Why a rule sees it.
    """

    kind: str
    told: Told
    theirs: bool
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One claim of a person on one day.

    Attributes:
        told: The statement that made it, in the earliest article.
        also: The same claim of that day in other articles, in later copies, or again in the same.
        changes: Own earlier statements that it changes.
        relations: What others did to it, and what it did to statements of others.
    """

    told: Told
    also: tuple[Told, ...] = ()
    changes: tuple[Relation, ...] = field(default=())
    relations: tuple[Relation, ...] = field(default=())

    @property
    def stance(self) -> str:
        """How the person stands to the content."""
        return stance(self.told.act, self.told.polarity)


def stance(act: str, polarity: str) -> str:
    """The stance that an act takes to its content.

    >>> stance("reject", "positive"), stance("announce", "positive"), stance("assert", "negative")
    ('opposes', 'says', 'says no')
    """
    return STANCES.get(act, "says no" if polarity == "negative" else "says")


_TOLD = CHANGES.keys() - {"launders"}

_SAID = """
SELECT DISTINCT ?iri ?at ?basis ?published WHERE {
  ?entity kg:denotes %s . ?iri kg:speaker ?entity ; kg:text ?words .
  OPTIONAL { ?iri kg:published ?published } OPTIONAL { ?iri kg:saidAt ?said }
  OPTIONAL { ?iri kg:saidAtBasis ?basis }
  BIND(COALESCE(STR(?said), STR(?published), "") AS ?at)
}
"""
_COPIED = """
SELECT DISTINCT ?iri ?at WHERE {
  ?entity kg:denotes %s . ?iri kg:speaker ?entity ; kg:inArticle ?article .
  ?article kg:inCopyGroup ?group . ?group kg:original ?original .
  ?original schema:datePublished ?published BIND(STR(?published) AS ?at)
}
"""


def positions(
    store: Store, actor: str, *, topic: Words | None = None, window: Window | None = None
) -> Iterator[Position]:
    """What an actor said, by the day on which it was said, then by publication.

    Args:
        store: Where it is looked for.
        actor: IRI of the actor.
        topic: What it must be about.
        window: When it must have been said, or else published.
    """
    originals = {value(r, "iri"): value(r, "at") for r in select(store, _COPIED % NamedNode(actor))}
    said = []
    for row in select(store, _SAID % NamedNode(actor)):
        iri, at = value(row, "iri"), value(row, "at")
        if value(row, "basis") == "published":
            # A copy that gives no day of its own tells what was said when its original came out.
            at = min(at, originals.get(iri, at))
        if window is None or window.holds(at):
            said.append((at[:10], value(row, "published"), iri))
    said.sort()
    for _, same_day in groupby(said, key=lambda one: one[0]):
        found = told_of(store, (iri for _, _, iri in same_day)).values()
        claims: dict[str, list[Told]] = {}
        for told in sorted(found, key=lambda one: (*one.place, one.start, one.iri)):
            claims.setdefault(told.claim or told.iri, []).append(told)
        for members in claims.values():
            if topic is None or any(topic.stand_in(told.texts) for told in members):
                yield _position(store, actor, members)


def _position(store: Store, actor: str, members: list[Told]) -> Position:
    first, *also = members
    linked = [tie for tie in ties(store, (m.iri for m in members)) if tie.relation in _TOLD]
    others = told_of(store, (tie.other for tie in linked))
    relations: dict[tuple[str, str, bool], Relation] = {}
    for tie in linked:
        if tie.other in others:
            # Several statements of one position may be linked with one other: it is told once.
            relations.setdefault(
                (tie.relation, tie.other, tie.out),
                Relation(
                    kind=CHANGES[tie.relation],
                    told=others[tie.other],
                    theirs=not tie.out,
                    reasons=tie.reasons,
                ),
            )
    found = sorted(
        relations.values(), key=lambda r: (*r.told.place, r.told.start, r.kind, r.told.iri)
    )
    return Position(
        told=first,
        also=tuple(also),
        changes=tuple(r for r in found if r.kind == "changed" and not r.theirs),
        relations=tuple(r for r in found if r.kind != "changed" and r.told.actor != actor),
    )
