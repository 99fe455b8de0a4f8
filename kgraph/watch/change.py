"""A change: what became of a claim or an article, with the exact words."""

from dataclasses import dataclass, field

from kgraph.watch.origins import Growth
from kgraph.watch.told import Told

CHANGES = {
    "respondsTo": "answered",
    "confirms": "confirmed",
    "denies": "denied",
    "rejects": "rejected",
    "accepts": "accepted",
    "criticises": "criticised",
    "supports": "supported",
    "contradicts": "contradicted",
    "updates": "changed",
    "launders": "laundered",
}
"""What became of a claim, by the relation that a later statement has to one that makes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """An article version where no statement is told of.

    Attributes:
        iri: IRI of the version.
        published: ISO 8601 date of publication, or "" where it is not known any more.
    """

    iri: str
    key: str
    title: str = ""
    url: str = ""
    outlet: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is new, changed, denied, or gone.

    Attributes:
        kind: ``new``, a value of ``CHANGES``, ``gained-origin``, ``single-source``, ``corrected``,
            ``dropped`` (said in the earlier version of an article only), ``lost`` (nothing current
            supports it), ``revised`` (an article with no such difference) or ``withdrawn``.
        at: ISO 8601 date of publication that it counts under; "" where there is none.
        watched: Names of the watched things that it belongs to.
        told: The statement that changed something, or that was changed.
        earlier: The statement that it answers, denies, changes …, or a correction's old words.
        relation: Local name of the property that stands behind it, or "".
        by: The article that corrects it or was withdrawn.
        reasons: Why a rule sees a relation, the strongest first.
        score: How sure the rule is; 0 where no rule is asked.
        growth: How the origins of the claim grew.
    """

    kind: str
    at: str
    watched: tuple[str, ...] = ()
    told: Told | None = None
    earlier: Told | None = None
    relation: str = ""
    by: Paper | None = None
    reasons: tuple[str, ...] = field(default=())
    score: float = 0.0
    growth: Growth | None = None
