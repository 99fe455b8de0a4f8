"""Why things are as they are: who counts as one, what makes a claim, what links two things."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, QuerySolutions

from kgraph.model import Decision
from kgraph.review.log import decisions
from kgraph.review.things import Thing
from kgraph.store import Store, select


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What the store knows of a thing, or of two things together.

    Attributes:
        things: What was asked about.
        facts: Pairs of a heading and a line below it, in the order to read them.
        decisions: Decisions about any of the things, what they are made of, or what they are part of,
            undone ones included.
    """

    things: tuple[Thing, ...]
    facts: tuple[tuple[str, str], ...]
    decisions: tuple[Decision, ...]


# An article by its key, with day and outlet where it has them.
_PAPER = """?article kg:key ?key . OPTIONAL { ?article schema:datePublished ?date }
  OPTIONAL { GRAPH ?article { ?article schema:publisher ?publisher . ?publisher schema:name ?outlet } }"""

_MEMBERS = """
SELECT ?name ?outlet ?key (SAMPLE(?date) AS ?published) WHERE {
  { SELECT DISTINCT ?name ?article WHERE {
    { ?entity kg:denotes <%(iri)s> ; schema:name ?name ; kg:inArticle ?article }
    UNION { BIND(<%(iri)s> AS ?entity) ?entity a kg:Entity ; schema:name ?name ; kg:inArticle ?article } } }
  %(paper)s
} GROUP BY ?name ?outlet ?key ORDER BY ?published ?name ?key
"""

_STATEMENTS = """
SELECT DISTINCT ?statement ?speaker ?words ?outlet ?day WHERE {
  { ?statement kg:makesClaim <%(iri)s> } UNION { BIND(<%(iri)s> AS ?statement) }
  ?statement a kg:Statement ; kg:text ?words .
  OPTIONAL { ?statement kg:speakerName ?speaker } OPTIONAL { ?statement kg:saidAt ?day }
  OPTIONAL { ?statement kg:publishedBy ?publisher . ?publisher schema:name ?outlet }
} ORDER BY ?day ?statement
"""

_TOLD = """
SELECT ?body ?start ?end ?outlet ?date ?key WHERE {
  ?told kg:tellsOf <%(iri)s> ; kg:inArticle ?article ; kg:start ?start ; kg:end ?end .
  ?article schema:articleBody ?body .
  %(paper)s
} ORDER BY ?date ?article ?start
"""

_AROUND = 60
"""Characters that are told before and behind a word."""

_LINKS = """
SELECT DISTINCT ?relation ?from ?to ?score ?why WHERE {
  { ?link kg:from <%(iri)s> } UNION { ?link kg:to <%(iri)s> }
  UNION { ?one kg:makesClaim <%(iri)s> . { ?link kg:from ?one } UNION { ?link kg:to ?one } }
  ?link a kg:Link ; kg:from ?from ; kg:to ?to ; kg:relation ?relation ; kg:score ?score .
  OPTIONAL { ?link kg:reason ?why }
} ORDER BY ?relation ?from ?to ?why
"""

_PLAIN = """
SELECT DISTINCT ?what ?value WHERE {
  VALUES (?property ?what) { (schema:sameAs "linked to") (kg:actorType "type") (kg:reason "joined because")
    (kg:origins "independent origins") (kg:denotes "stands for") (kg:makesClaim "makes the claim") }
  <%(iri)s> ?property ?value
} ORDER BY ?what ?value
"""

_KIN = """
SELECT DISTINCT ?kin WHERE {
  { ?kin kg:denotes|kg:makesClaim <%(iri)s> } UNION { <%(iri)s> kg:denotes|kg:makesClaim ?kin }
}
"""

_DOUBTS = """
SELECT DISTINCT ?a ?b ?score ?why WHERE {
  ?doubt a kg:Doubt ; kg:from ?a ; kg:to ?b ; kg:score ?score . OPTIONAL { ?doubt kg:reason ?why }
  FILTER(?a = <%(iri)s> || ?b = <%(iri)s>)
} ORDER BY ?a ?b ?why
"""


def explain(store: Store, a: Thing, b: Thing | None = None) -> Explanation:
    """Everything that speaks for one thing being as it is, or for two being one or apart."""
    things = (a,) if b is None else (a, b)
    iris = [{thing.iri, *_kin(store, thing)} for thing in things]
    known = decisions(store)
    facts: list[tuple[str, str]] = []
    if b is None:
        found = [d for d in known if d.a in iris[0] or d.b in iris[0]]
        for tell in (_plain, _members, _statements, _told_in, _links, _doubts):
            facts += tell(store, a)
    else:
        one, other = iris
        found = [
            d for d in known if any(x in one and y in other for x, y in ((d.a, d.b), (d.b, d.a)))
        ]
        facts += [fact for fact in (*_links(store, a), *_doubts(store, a)) if b.iri in fact[1]]
        if not facts and not found:
            facts = [("between them", "no rule and no person joins or compares the two")]
    return Explanation(things=things, facts=tuple(facts), decisions=tuple(found))


def _rows(store: Store, query: str, thing: Thing) -> QuerySolutions:
    # Only IRIs that a query of ours has found come in here, written as a node.
    return select(store, query % {"iri": NamedNode(thing.iri).value, "paper": _PAPER})


def _kin(store: Store, thing: Thing) -> Iterator[str]:
    return (row["kin"].value for row in _rows(store, _KIN, thing))


def _plain(store: Store, thing: Thing) -> list[tuple[str, str]]:
    return [(row["what"].value, row["value"].value) for row in _rows(store, _PLAIN, thing)]


def _members(store: Store, thing: Thing) -> list[tuple[str, str]]:
    return [
        ("named in", " · ".join(_told(row, "name", "outlet", "published", "key")))
        for row in _rows(store, _MEMBERS, thing)
    ]


def _statements(store: Store, thing: Thing) -> list[tuple[str, str]]:
    return [
        ("said", " · ".join(_told(row, "speaker", "words", "outlet", "day", "statement")))
        for row in _rows(store, _STATEMENTS, thing)
    ]


def _told_in(store: Store, thing: Thing) -> list[tuple[str, str]]:
    found = []
    for row in _rows(store, _TOLD, thing):
        start, end = int(row["start"].value), int(row["end"].value)
        body = row["body"].value
        before = body[max(0, start - _AROUND) : start].rpartition("\n")[2]
        behind = body[end : end + _AROUND].partition("\n")[0]
        words = f"{before}[{body[start:end]}]{behind}"
        found.append(("told in", " · ".join([words, *_told(row, "outlet", "date", "key")])))
    return found


def _links(store: Store, thing: Thing) -> list[tuple[str, str]]:
    found: dict[tuple[str, str, str, str], list[str]] = {}
    for row in _rows(store, _LINKS, thing):
        key = tuple(row[name].value for name in ("relation", "from", "to", "score"))
        relation, start, end, score = key
        found.setdefault((relation, start, end, score), []).extend(_told(row, "why"))
    return [
        ("link", f"{start} {relation.rpartition('#')[2]} {end} ({score}): {'; '.join(why)}")
        for (relation, start, end, score), why in found.items()
    ]


def _doubts(store: Store, thing: Thing) -> list[tuple[str, str]]:
    found: dict[tuple[str, str, str], list[str]] = {}
    for row in _rows(store, _DOUBTS, thing):
        key = row["a"].value, row["b"].value, row["score"].value
        found.setdefault(key, []).extend(_told(row, "why"))
    return [
        ("may be one", f"{a} and {b} ({score}): {'; '.join(why)}")
        for (a, b, score), why in found.items()
    ]


def _told(row: object, *names: str) -> list[str]:
    terms = [row[name] for name in names]  # type: ignore[index]
    return [term.value for term in terms if term is not None]
