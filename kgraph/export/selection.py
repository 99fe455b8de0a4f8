"""What of a store an export takes, and what it reads of the derived graphs."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kgraph import vocab
from kgraph.errors import StoreError
from kgraph.evidence import read_extraction
from kgraph.export.days import days
from kgraph.model import Entity, Extraction, Statement
from kgraph.store import Store, select


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which statements an export takes; an empty field leaves all in.

    Attributes:
        since: First day, ISO 8601; a statement without any date is not taken then.
        until: Last day, ISO 8601, likewise.
        speaker: A name that the speaker goes by in the article, in any case.
        outlet: The publisher's name, in any case.
    """

    since: str = ""
    until: str = ""
    speaker: str = ""
    outlet: str = ""

    def takes(self, extraction: Extraction, statement: Statement) -> bool:
        """Whether the statement is in the selection."""
        if self.outlet and self.outlet.casefold() != extraction.article.outlet.casefold():
            return False
        if self.speaker:
            speaker = extraction.entity(statement.speaker)
            names = (speaker.name, *speaker.names) if speaker else ()
            if self.speaker.casefold() not in {name.casefold() for name in names}:
                return False
        if self.since or self.until:
            first, last = spell(extraction, statement)
            return (
                bool(first or last)
                and (last or first) >= self.since
                and (first or last) <= (self.until or "9")
            )
        return True


EVERYTHING = Selection()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownActor:
    """An actor as the derived graph has it."""

    iri: str
    name: str
    type: str
    wikidata: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownClaim:
    """A claim as the derived graph has it."""

    iri: str
    headline: str
    origins: int
    first_published: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLink:
    """A relation between two statements, by IRI."""

    relation: str
    start: str
    end: str
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The derived graphs of a store, by the IRIs of entities, statements and articles."""

    actors: dict[str, KnownActor] = field(default_factory=dict)
    claims: dict[str, KnownClaim] = field(default_factory=dict)
    copy_groups: dict[str, str] = field(default_factory=dict)
    links: tuple[KnownLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A statement with the article and the entities around it, its claim and its actors.

    Attributes:
        speaker: The actor who speaks, or None where the statement has no source.
        addressees: The actors whom it is said to.
        origin: What counts as one origin: the copy group, or the outlet, or the article.
    """

    extraction: Extraction
    statement: Statement
    claim: KnownClaim
    speaker: KnownActor | None
    addressees: tuple[KnownActor, ...]
    origin: str

    @property
    def entity(self) -> Entity | None:
        """The speaker as the article knows it."""
        return self.extraction.entity(self.statement.speaker)

    @property
    def text(self) -> str:
        """The content, verbatim."""
        return self.extraction.article.quote(self.statement.content)

    @property
    def roles(self) -> str:
        """The roles that the article gives the speaker."""
        roles = self.entity.roles if self.entity else ()
        return "; ".join(
            f"{role.title} ({role.organization})" if role.organization else role.title
            for role in roles
        )

    @property
    def chain(self) -> str:
        """Who passed it on, outermost first, and the speaker."""
        through = (*self.statement.relays, self.statement.speaker)
        names = (self.extraction.entity(one) for one in through)
        return " > ".join(entity.name for entity in names if entity)

    @property
    def spell(self) -> tuple[str, str]:
        """First and last day on which it was said, or "" where not even the article is dated."""
        return spell(self.extraction, self.statement)


def spell(extraction: Extraction, statement: Statement) -> tuple[str, str]:
    """First and last day on which a statement was said, else the day of its publication."""
    if statement.said_at is not None:
        first, last = days(statement.said_at.start)[0], days(statement.said_at.end)[1]
        if first or last:
            return first, last
    return days(extraction.article.published)


def told(store: Store, known: Known, selection: Selection = EVERYTHING) -> Iterator[Told]:
    """The selected statements of current articles, article by article in order of publication.

    Raises:
        StoreError: A statement is in no derived graph: they are missing, or older than it.
    """
    for iri in _current(store):
        extraction = read_extraction(store.graph(iri))
        for statement in extraction.statements:
            if selection.takes(extraction, statement):
                try:
                    yield _told(extraction, statement, known)
                except KeyError as error:
                    state = "older than its evidence" if known.claims else "missing"
                    raise StoreError(
                        store.location, f"the derived graphs are {state}", "run kgraph resolve"
                    ) from error


def known(store: Store) -> Known:
    """What the derived graphs hold that exports use; all of it in memory."""
    actors = {
        row[0]: KnownActor(iri=row[0], name=row[1], type=row[2], wikidata=row[3])
        for row in _rows(store, _ACTORS)
    }
    claims = {
        row[0]: KnownClaim(iri=row[0], headline=row[1], origins=int(row[2]), first_published=row[3])
        for row in _rows(store, _CLAIMS)
    }
    links: dict[str, KnownLink] = {}
    for link, relation, start, end, score, reason in _rows(store, _LINKS):
        before = links[link].reasons if link in links else ()
        links[link] = KnownLink(
            relation=relation.removeprefix(vocab.KG),
            start=start,
            end=end,
            score=float(score),
            reasons=(*before, reason) if reason else before,
        )
    return Known(
        actors={row[0]: actors[row[1]] for row in _rows(store, _DENOTES)},
        claims={row[0]: claims[row[1]] for row in _rows(store, _MAKES)},
        copy_groups={row[0]: row[1] for row in _rows(store, _COPIES)},
        links=tuple(links.values()),
    )


_ACTORS = f"""
SELECT ?actor ?name ?type (SAMPLE(?same) AS ?wikidata) {{ GRAPH <{vocab.ACTORS}> {{
  ?actor a kg:Actor ; schema:name ?name ; kg:actorType ?type .
  OPTIONAL {{ ?actor schema:sameAs ?same }}
}} }} GROUP BY ?actor ?name ?type"""
_DENOTES = f"SELECT ?entity ?actor {{ GRAPH <{vocab.ACTORS}> {{ ?entity kg:denotes ?actor }} }}"
_CLAIMS = f"""
SELECT ?claim ?headline ?origins ?first {{ GRAPH <{vocab.CLAIMS}> {{
  ?claim a kg:Claim ; kg:headline ?headline ; kg:origins ?origins .
  OPTIONAL {{ ?claim kg:firstPublished ?first }}
}} }}"""
_MAKES = (
    f"SELECT ?statement ?claim {{ GRAPH <{vocab.CLAIMS}> {{ ?statement kg:makesClaim ?claim }} }}"
)
_COPIES = (
    f"SELECT ?article ?group {{ GRAPH <{vocab.COPIES}> {{ ?article kg:inCopyGroup ?group }} }}"
)
_LINKS = f"""
SELECT ?link ?relation ?from ?to ?score ?reason {{ GRAPH <{vocab.RELATIONS}> {{
  ?link a kg:Link ; kg:relation ?relation ; kg:from ?from ; kg:to ?to ; kg:score ?score .
  OPTIONAL {{ ?link kg:reason ?reason }}
}} }} ORDER BY ?link ?reason"""
_CURRENT = """
SELECT ?article { ?article kg:isCurrent true . OPTIONAL { ?article schema:datePublished ?date } }
ORDER BY (STR(?date)) ?article"""


def _told(extraction: Extraction, statement: Statement, known: Known) -> Told:
    article = extraction.article
    speaker = extraction.entity(statement.speaker)
    addressees = [extraction.entity(one) for one in statement.addressees]
    return Told(
        extraction=extraction,
        statement=statement,
        claim=known.claims[statement.iri],
        speaker=known.actors[speaker.iri] if speaker else None,
        addressees=tuple(known.actors[one.iri] for one in addressees if one),
        origin=known.copy_groups.get(article.iri) or article.outlet or article.iri,
    )


def _current(store: Store) -> list[str]:
    return [row[0] for row in _rows(store, _CURRENT)]


def _rows(store: Store, sparql: str) -> Iterator[list[str]]:
    rows = select(store, sparql)
    for row in rows:
        yield ["" if value is None else value.value for value in row]
