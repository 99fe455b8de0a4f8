"""One self-contained page: the claims with their origins, and every article with its marks."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import BinaryIO

from pyoxigraph import QuerySolution

from kgraph import vocab
from kgraph.evidence import read_extraction
from kgraph.evidence.acts import edge_labels
from kgraph.export.marks import Card, Piece, cards, pieces
from kgraph.export.pages import environment
from kgraph.ids import name_of
from kgraph.model import Article
from kgraph.store import Store, select


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """An article with its pieces and the cards of its statements."""

    article: Article
    pieces: list[Piece]
    cards: list[Card]

    @property
    def by_id(self) -> dict[str, Card]:
        """The cards by the ids of their statements."""
        return {card.statement.id: card for card in self.cards}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim as the page lists it."""

    headline: str
    origins: int
    outlets: str
    speakers: str
    first: str
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two statements that belong together."""

    statement: str
    speaker: str
    does: str
    words: str
    outlet: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A statement that answers, denies, contradicts or updates another, and why it is held to."""

    relation: str
    reasons: str
    later: Side
    earlier: Side


_CLAIMS = """
SELECT ?headline ?origins ?first ?statement ?carriers ?outlets ?speakers WHERE {
  ?claim a kg:Claim ; kg:headline ?headline ; kg:origins ?origins ; kg:firstStatement ?statement .
  ?statement kg:inArticle/kg:isCurrent true .
  OPTIONAL { ?claim kg:firstPublished ?first }
  OPTIONAL {
    SELECT ?claim (COUNT(?outlet) AS ?carriers)
           (GROUP_CONCAT(?outlet; separator=", ") AS ?outlets) WHERE {
      SELECT DISTINCT ?claim ?outlet WHERE { ?claim kg:carriedBy/schema:name ?outlet }
      ORDER BY ?claim ?outlet
    } GROUP BY ?claim
  }
  OPTIONAL {
    SELECT ?claim (GROUP_CONCAT(?name; separator=", ") AS ?speakers) WHERE {
      SELECT DISTINCT ?claim ?name WHERE { ?claim kg:claimedBy/schema:name ?name }
      ORDER BY ?claim ?name
    } GROUP BY ?claim
  }
}
ORDER BY DESC(COALESCE(?carriers, 0)) DESC(?origins) ?first ?headline ?claim
"""

_EXCHANGES = """
SELECT ?relation ?link ?from ?fromWords ?fromAct ?fromSpeaker ?fromOutlet ?fromDate
       ?to ?toWords ?toAct ?toSpeaker ?toOutlet ?toDate ?reason
WHERE {
  ?link a kg:Link ; kg:relation ?relation ; kg:from ?from ; kg:to ?to .
  FILTER(?relation IN (kg:respondsTo, kg:confirms, kg:denies, kg:contradicts, kg:updates))
  OPTIONAL { ?link kg:reason ?reason }
  ?from kg:text ?fromWords ; kg:act ?fromAct ; kg:inArticle ?fromArticle .
  ?to kg:text ?toWords ; kg:act ?toAct ; kg:inArticle ?toArticle .
  ?fromArticle kg:isCurrent true . ?toArticle kg:isCurrent true .
  OPTIONAL { ?from kg:speakerName ?fromSpeaker }
  OPTIONAL { ?to kg:speakerName ?toSpeaker }
  OPTIONAL { GRAPH ?fromArticle { ?fromArticle schema:publisher/schema:name ?fromOutlet } }
  OPTIONAL { GRAPH ?toArticle { ?toArticle schema:publisher/schema:name ?toOutlet } }
  OPTIONAL { ?from kg:published ?fromDate }
  OPTIONAL { ?to kg:published ?toDate }
}
ORDER BY STR(?toDate) STR(?fromDate) ?link ?reason
"""

_ARTICLES = """
SELECT ?article ?title ?outlet ?published WHERE {
  ?article a kg:Article ; kg:isCurrent true ; kg:key ?key .
  OPTIONAL { ?article schema:headline ?headline }
  OPTIONAL { ?article schema:datePublished ?published }
  OPTIONAL { GRAPH ?article { ?article schema:publisher/schema:name ?outlet } }
  BIND(COALESCE(?headline, ?key) AS ?title)
}
ORDER BY STR(?published) ?article
"""


def write_html(store: Store, out: BinaryIO) -> None:
    """The page is written to ``out`` as UTF-8, article by article."""
    template = environment("kgraph.export").get_template("page.html")
    stream = template.stream(
        claims=list(claims(store)),
        exchanges=list(exchanges(store)),
        listed=_listed(store),
        articles=_articles(store),
    )
    stream.dump(out, encoding="utf-8")


def marked(store: Store, iri: str) -> Marked:
    """The article of that IRI with its marks."""
    extraction = read_extraction(store.graph(iri))
    return Marked(article=extraction.article, pieces=pieces(extraction), cards=cards(extraction))


def claims(store: Store) -> Iterator[ClaimRow]:
    """The claims, those that most outlets carry first."""
    for row in select(store, _CLAIMS):
        yield ClaimRow(
            headline=row["headline"].value,
            origins=int(row["origins"].value),
            outlets=row["outlets"].value if row["outlets"] else "",
            speakers=row["speakers"].value if row["speakers"] else "",
            first=row["first"].value if row["first"] else "",
            statement=name_of(row["statement"].value),
        )


def exchanges(store: Store) -> Iterator[Exchange]:
    """Who answered, denied, contradicted or updated whom, the earliest announcement first."""
    for _, group in groupby(select(store, _EXCHANGES), key=lambda row: row["link"]):
        first, *others = group
        relation = first["relation"].value.removeprefix(vocab.KG)
        yield Exchange(
            relation="".join(f" {c.lower()}" if c.isupper() else c for c in relation),
            reasons="; ".join(row["reason"].value for row in (first, *others) if row["reason"]),
            later=_side(first, "from"),
            earlier=_side(first, "to"),
        )


def _side(row: QuerySolution, name: str) -> Side:
    speaker, outlet, date = (row[f"{name}{part}"] for part in ("Speaker", "Outlet", "Date"))
    act = row[f"{name}Act"].value.removeprefix(vocab.ACT)
    return Side(
        statement=name_of(row[name].value),
        speaker=speaker.value if speaker else "",
        does=edge_labels().get(act, act),
        words=row[f"{name}Words"].value,
        outlet=outlet.value if outlet else "",
        date=date.value if date else "",
    )


def _listed(store: Store) -> Iterator[tuple[str, str, str, str]]:
    """Id, title, outlet and date of each article."""
    for row in select(store, _ARTICLES):
        title, outlet, published = (
            row[name].value if row[name] else "" for name in ("title", "outlet", "published")
        )
        yield name_of(row["article"].value), title, outlet, published


def _articles(store: Store) -> Iterator[Marked]:
    for row in select(store, _ARTICLES):
        yield marked(store, row["article"].value)
