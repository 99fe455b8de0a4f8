"""What statements do to other statements, and others to them, with the reasons."""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kgraph import vocab
from kgraph.store import Store, select
from kgraph.watch.told import value

_BATCH = 200


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Tie:
    """One relation of a statement, from either end.

    Attributes:
        mine: IRI of the statement that was asked about.
        other: IRI of the other one.
        relation: Local name of the property: "denies", "updates" …
        out: Whether the relation goes out from ``mine``.
        score: How sure the rule is; 0 where an article itself says that one answers the other.
        reasons: Why the rule sees it, sorted.
    """

    mine: str
    other: str
    relation: str
    out: bool
    score: float = 0.0
    reasons: tuple[str, ...] = ()


# Each branch tells the whole pattern: what stands behind a UNION is worked out for all links.
_LINKS = """
SELECT DISTINCT ?relation ?mine ?other ?out ?score ?why WHERE {
  { VALUES ?mine { %(mine)s } ?link kg:from ?mine ; a kg:Link ; kg:to ?other ;
      kg:relation ?relation ; kg:score ?score BIND(true AS ?out) }
  UNION
  { VALUES ?mine { %(mine)s } ?link kg:to ?mine ; a kg:Link ; kg:from ?other ;
      kg:relation ?relation ; kg:score ?score BIND(false AS ?out) }
  UNION
  { VALUES ?mine { %(mine)s } ?mine kg:inArticle ?article . GRAPH ?article { ?mine kg:respondsTo ?other }
    BIND(kg:respondsTo AS ?relation) BIND(true AS ?out) BIND(?mine AS ?link) }
  UNION
  { VALUES ?mine { %(mine)s } ?mine kg:inArticle ?article . GRAPH ?article { ?other kg:respondsTo ?mine }
    BIND(kg:respondsTo AS ?relation) BIND(false AS ?out) BIND(?mine AS ?link) }
  OPTIONAL { ?link kg:reason ?why }
  OPTIONAL { ?other kg:published ?date }
  FILTER(?relation NOT IN (kg:repeats, kg:corrects, kg:withdraws) && COALESCE(STR(?date), "") <= %(until)s)
}
"""


def ties(store: Store, statements: Iterable[str], *, until: str = "~") -> list[Tie]:
    """The relations of statements but repetition, and but those between versions, sorted.

    Args:
        store: Where they are looked for.
        statements: IRIs of the statements.
        until: Date after which the other statement must not be published.
    """
    nodes = [str(NamedNode(iri)) for iri in statements]
    scores: dict[tuple[str, str, str, bool], float] = {}
    reasons: dict[tuple[str, str, str, bool], set[str]] = {}
    for place in range(0, len(nodes), _BATCH):
        mine = " ".join(nodes[place : place + _BATCH])
        for row in select(store, _LINKS % {"mine": mine, "until": Literal(until)}):
            relation = value(row, "relation").removeprefix(vocab.KG)
            key = value(row, "mine"), value(row, "other"), relation, value(row, "out") == "true"
            scores[key] = max(scores.get(key, 0.0), float(value(row, "score") or 0))
            reasons.setdefault(key, set()).update(filter(None, [value(row, "why")]))
    return sorted(
        Tie(
            mine=key[0], other=key[1], relation=key[2], out=key[3], score=score,
            reasons=tuple(sorted(reasons[key])),
        )
        for key, score in scores.items()
    )  # fmt: skip
