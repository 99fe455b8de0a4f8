"""What a person should look at: pairs of actors that rules neither join nor part."""

from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.review.things import Thing
from kgraph.store import Store, select


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Are these two one?

    Attributes:
        score: The sum of what speaks for and against it.
        reasons: What does, the weightiest first.
        examples: For each of the two, sentences in which it speaks or is named, verbatim.
    """

    a: Thing
    b: Thing
    score: float
    reasons: tuple[str, ...]
    examples: tuple[tuple[str, ...], tuple[str, ...]]


_QUERY = """
SELECT ?a ?nameA ?b ?nameB ?score (GROUP_CONCAT(?why; separator="\\n") AS ?reasons) WHERE {
  { SELECT DISTINCT ?doubt ?a ?b ?score ?nameA ?nameB WHERE {
    ?doubt a kg:Doubt ; kg:from ?a ; kg:to ?b ; kg:score ?score .
    ?a schema:name ?nameA . ?b schema:name ?nameB } }
  OPTIONAL { ?doubt kg:reason ?why }
} GROUP BY ?doubt ?a ?nameA ?b ?nameB ?score ORDER BY DESC(?score) ?a ?b
"""

_EXAMPLES = """
SELECT DISTINCT ?sentence WHERE {
  ?entity kg:denotes <%s> . ?statement kg:speaker ?entity ; kg:sentence ?sentence
} ORDER BY ?sentence LIMIT %d
"""

_SEEN = 2


def queue(store: Store) -> Iterator[Question]:
    """The open questions, the likeliest pair first."""
    rows = select(store, _QUERY)
    for row in [*rows]:
        a, b = (
            Thing(iri=row[v].value, kind="actor", label=row[name].value)
            for v, name in (("a", "nameA"), ("b", "nameB"))
        )
        yield Question(
            a=a,
            b=b,
            score=float(row["score"].value),
            reasons=tuple(sorted(filter(None, row["reasons"].value.split("\n")))),
            examples=(_examples(store, a.iri), _examples(store, b.iri)),
        )


def _examples(store: Store, actor: str) -> tuple[str, ...]:
    rows = select(store, _EXAMPLES % (actor, _SEEN))
    return tuple(row["sentence"].value for row in rows)
