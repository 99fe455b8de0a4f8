"""Statements with the place where their exact words stand."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, QuerySolution

from kgraph import vocab
from kgraph.store import Store, select

_BATCH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One statement as an answer tells it.

    Attributes:
        iri: IRI of the statement.
        quote: Its content, verbatim.
        article: IRI of the article version.
        key: Key of the article.
        published: ISO 8601 date or date-time of publication, or "".
        said_at: The same for when it was said, or "".
        actor: IRI of the speaker's actor; "" for none, and in versions that a correction replaced.
        addressees: IRIs of the actors that it was said to.
        publisher: IRI of the outlet.
        matters: Other texts that tell what it is about: its proposition's parts, its events.
        start: Where its sentence begins in the article.
        claim: IRI of the claim that it makes, or "".
        origins: How many independent origins the claim has; 0 where there is none.
        first: IRI of the claim's first statement, or "".
        first_at: When that was published, or "".
        since: When the claim was first published, or "".
    """

    iri: str
    quote: str
    article: str
    key: str
    url: str = ""
    outlet: str = ""
    published: str = ""
    said_at: str = ""
    speaker: str = ""
    act: str = ""
    quote_kind: str = ""
    polarity: str = ""
    modality: str = ""
    sentence: str = ""
    actor: str = ""
    addressees: frozenset[str] = field(default=frozenset())
    publisher: str = ""
    matters: frozenset[str] = field(default=frozenset())
    start: int = 0
    claim: str = ""
    headline: str = ""
    origins: int = 0
    first: str = ""
    first_at: str = ""
    since: str = ""

    @property
    def link(self) -> str:
        """Where a reader finds the article: its URL, or else its key."""
        return self.url or self.key

    @property
    def day(self) -> str:
        """When it was said, or else published."""
        return self.said_at or self.published

    @property
    def texts(self) -> tuple[str, ...]:
        """All words that tell what it is about."""
        return (self.quote, self.sentence, *sorted(self.matters))

    @property
    def place(self) -> tuple[str, str, str]:
        """Date of publication, key and IRI of its article: the order in which articles are told."""
        return self.published, self.key, self.article


# Joined in here rather than in one query: an OPTIONAL of more than one pattern makes Oxigraph
# (and others) work out the pattern for the whole store before it joins.
_STATEMENTS = """
SELECT DISTINCT ?iri ?quote ?article ?key ?url ?published ?said_at ?speaker ?concept ?quote_kind
  ?polarity ?modality ?sentence ?start ?publisher
WHERE {
  VALUES ?%s { %s }
  ?iri kg:inArticle ?article ; kg:text ?quote ; kg:act ?concept .
  GRAPH ?article { ?article kg:key ?key }
  OPTIONAL { GRAPH ?article { ?article schema:url ?url } }
  OPTIONAL { GRAPH ?article { ?article schema:publisher ?publisher } }
  OPTIONAL { ?iri kg:published ?published } OPTIONAL { ?iri kg:saidAt ?said_at }
  OPTIONAL { ?iri kg:speakerName ?speaker } OPTIONAL { ?iri kg:quoteKind ?quote_kind }
  OPTIONAL { ?iri kg:polarity ?polarity } OPTIONAL { ?iri kg:modality ?modality }
  OPTIONAL { ?iri kg:sentence ?sentence } OPTIONAL { ?iri kg:sentenceStart ?start }
}
"""
_CLAIMS = """
SELECT DISTINCT ?iri ?claim ?headline ?origins ?first ?first_at ?since WHERE {
  VALUES ?%s { %s }
  ?iri kg:inArticle ?article ; kg:makesClaim ?claim .
  ?claim kg:headline ?headline ; kg:origins ?origins ; kg:firstStatement ?first .
  OPTIONAL { ?claim kg:firstPublished ?since } OPTIONAL { ?first kg:published ?first_at }
}
"""
_MORE = """
SELECT DISTINCT ?iri ?field ?value WHERE {
  VALUES ?%s { %s }
  ?iri kg:inArticle ?article .
  { ?iri kg:speaker ?entity . ?entity kg:denotes ?value BIND("actor" AS ?field) }
  UNION { ?iri kg:addressee ?entity . ?entity kg:denotes ?value BIND("addressees" AS ?field) }
  UNION { ?iri kg:publishedBy ?outlet . GRAPH ?article { ?outlet schema:name ?value }
    BIND("outlet" AS ?field) }
  UNION { ?iri kg:propositionSubject|kg:propositionObject ?value BIND("matters" AS ?field) }
  UNION { ?event kg:eventOf ?iri ; schema:name ?value BIND("matters" AS ?field) }
}
"""


def told_in(store: Store, article: str) -> list[Told]:
    """The statements of one article version, in the order of its text."""
    found = _told(store, "article", [article])
    return sorted(found.values(), key=lambda told: (told.start, told.iri))


def told_of(store: Store, statements: Iterable[str]) -> dict[str, Told]:
    """The statements of these IRIs; one that the store does not hold is left out."""
    wanted = [*dict.fromkeys(statements)]
    found: dict[str, Told] = {}
    for place in range(0, len(wanted), _BATCH):
        found |= _told(store, "iri", wanted[place : place + _BATCH])
    return found


def value(row: QuerySolution, name: str) -> str:
    """The IRI or text that a variable is bound to, or ""."""
    term = row[name]
    return "" if term is None else str(term.value)


def _told(store: Store, variable: str, iris: list[str]) -> dict[str, Told]:
    if not iris:
        return {}
    these = variable, " ".join(str(NamedNode(iri)) for iri in iris)
    more: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in select(store, _MORE % these):
        more[value(row, "iri")][value(row, "field")].add(value(row, "value"))
    claims = {value(row, "iri"): row for row in select(store, _CLAIMS % these)}
    return {
        value(row, "iri"): _one(row, claims.get(value(row, "iri")), more[value(row, "iri")])
        for row in select(store, _STATEMENTS % these)
    }


def _one(row: QuerySolution, claim: QuerySolution | None, more: Mapping[str, set[str]]) -> Told:
    texts = {
        name: value(row, name)
        for name in (
            "iri", "quote", "article", "key", "url", "published", "said_at", "speaker",
            "quote_kind", "polarity", "modality", "sentence", "publisher",
        )
    }  # fmt: skip
    if claim is not None:
        names = ("claim", "headline", "first", "first_at", "since")
        texts |= {name: value(claim, name) for name in names}
    return Told(
        **texts,
        act=value(row, "concept").removeprefix(vocab.ACT),
        start=int(value(row, "start") or 0),
        origins=int(value(claim, "origins")) if claim is not None else 0,
        outlet=min(more.get("outlet", ()), default=""),
        actor=min(more.get("actor", ()), default=""),
        addressees=frozenset(more.get("addressees", ())),
        matters=frozenset(more.get("matters", ())),
    )
