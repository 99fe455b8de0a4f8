"""One self-contained page: the claims with their origins, and every article with its marks."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from pyoxigraph import QuerySolutions

from kgraph.evidence import read_extraction
from kgraph.export.marks import Card, Piece, cards, pieces
from kgraph.export.pages import environment
from kgraph.model import Article
from kgraph.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """An article with its pieces and the cards of its statements."""

    article: Article
    pieces: list[Piece]
    cards: list[Card]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim as the page lists it."""

    headline: str
    origins: int
    outlets: int
    speakers: str
    first: str
    statement: str


_CLAIMS = """
SELECT ?headline ?origins ?first ?statement (COUNT(DISTINCT ?outlet) AS ?outlets)
       (GROUP_CONCAT(DISTINCT ?name; separator=", ") AS ?speakers)
WHERE {
  ?claim a kg:Claim ; kg:headline ?headline ; kg:origins ?origins ; kg:firstStatement ?statement .
  OPTIONAL { ?claim kg:firstPublished ?first }
  OPTIONAL { ?claim kg:carriedBy ?outlet }
  OPTIONAL { ?claim kg:claimedBy/schema:name ?name }
}
GROUP BY ?claim ?headline ?origins ?first ?statement
ORDER BY DESC(?outlets) DESC(?origins) ?first ?headline ?claim
"""

_ARTICLES = """
SELECT ?article WHERE {
  ?article a kg:Article ; kg:isCurrent true .
  OPTIONAL { ?article schema:datePublished ?published }
}
ORDER BY ?published ?article
"""


def write_html(store: Store, out: BinaryIO) -> None:
    """The page is written to ``out`` as UTF-8, article by article."""
    template = environment("kgraph.export").get_template("page.html")
    stream = template.stream(claims=list(claims(store)), articles=_articles(store))
    stream.dump(out, encoding="utf-8")


def marked(store: Store, iri: str) -> Marked:
    """The article of that IRI with its marks."""
    extraction = read_extraction(store.graph(iri))
    return Marked(article=extraction.article, pieces=pieces(extraction), cards=cards(extraction))


def claims(store: Store) -> Iterator[ClaimRow]:
    """The claims, those that most outlets carry first."""
    for row in _rows(store, _CLAIMS):
        yield ClaimRow(
            headline=row["headline"].value,
            origins=int(row["origins"].value),
            outlets=int(row["outlets"].value),
            speakers=row["speakers"].value if row["speakers"] else "",
            first=row["first"].value if row["first"] else "",
            statement=row["statement"].value.rsplit("/", 1)[-1],
        )


def _articles(store: Store) -> Iterator[Marked]:
    for row in _rows(store, _ARTICLES):
        yield marked(store, row["article"].value)


def _rows(store: Store, sparql: str) -> QuerySolutions:
    rows = store.query(sparql)
    assert isinstance(rows, QuerySolutions)
    return rows
