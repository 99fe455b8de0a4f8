"""What is derived across articles; thrown away and rebuilt at will.

Things of many members are derived in parts, so that one more member changes nothing but itself: the
thing without its members, and an ``Edge`` (of a happening, a ``Telling``) for each of them.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

from kgraph import ids
from kgraph.model.evidence import EntityType


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A relation between two things that needs no reason: what the one is to the other.

    Attributes:
        start: IRI that the relation goes out from.
        relation: Local name of a property of the ontology: "denotes", "makesClaim" …
        end: IRI that it goes to.
        rank: Place of the one among all that are the same to the other.
    """

    start: str
    relation: str
    end: str
    rank: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An occurrence tells of a happening.

    Attributes:
        article: IRI of the article; the occurrence is the word from ``begin`` to ``end`` of it.
        happening: IRI of the happening.
    """

    article: str
    begin: int
    end: int
    happening: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A typed relation between two things of the graph, with its score and its reasons.

    Attributes:
        relation: Local name of a property of the ontology: "respondsTo", "contradicts" …
        start: IRI that the relation goes out from.
        end: IRI that it goes to.
        reasons: Named reasons that made the score, strongest first.
    """

    relation: str
    start: str
    end: str
    score: float = 1.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One person, organization or other source across articles.

    Attributes:
        members: IRIs of the article-scoped entities that stand for it, sorted.
        reasons: Why its names are taken for one, a line for each two that were joined.
    """

    id: str
    name: str
    type: EntityType
    members: tuple[str, ...]
    wikidata: str = ""
    reasons: tuple[str, ...] = ()

    @property
    def iri(self) -> str:
        """The IRI of the actor."""
        return ids.local("actor", self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The same proposition across articles: a cluster of statements.

    Attributes:
        headline: Words of the evidence that tell the claim, never composed.
        first: IRI of the first of its statements.
        statements: IRIs of its statements, by time of saying, then of publication, then IRI.
        origins: Number of independent origins: copy groups count once.
        repeated: IRIs of articles that carry the words in their own voice, unattributed.
        speakers: IRIs of the actors that make it, sorted.
        outlets: Names of the outlets that carry it, sorted.
        published: ISO 8601 time at which its first article was published, "" where unknown.
    """

    id: str
    headline: str
    first: str
    origins: int
    statements: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    published: str = ""

    @property
    def iri(self) -> str:
        """The IRI of the claim."""
        return ids.local("claim", self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """The same event across articles, or in several places of one: a cluster of occurrences.

    Attributes:
        name: The word that most of them use.
        members: Article IRI, start and end of each occurrence, sorted.
        events: IRIs of the article-scoped events that it stands for, sorted.
        reasons: Why they are taken for one event, the commonest first.
    """

    id: str
    name: str
    members: tuple[tuple[str, int, int], ...] = ()
    events: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def iri(self) -> str:
        """The IRI of the happening."""
        return ids.local("happening", self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyGroup:
    """Articles that carry the same wire text; it counts as one origin.

    Attributes:
        original: IRI of the article that the others copy.
        articles: IRIs of all of them, sorted.
    """

    id: str
    original: str
    articles: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def iri(self) -> str:
        """The IRI of the copy group."""
        return ids.local("copy-group", self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Two actors that may be one: a question for a person.

    Attributes:
        a: IRI of one actor.
        b: IRI of the other; the two are in the order of their IRIs.
        reasons: Names of the rules that made the score, the weightiest first.
    """

    a: str
    b: str
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcut:
    """A direct edge of the graph, from who speaks to what he claims or whom he addresses.

    Attributes:
        start: IRI of the actor that speaks.
        act: Local name of the act.
        end: IRI of a claim, or of the actor that is addressed.
        statements: IRIs of the statements that it stands for, sorted.
    """

    start: str
    act: str
    end: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """All that resolution makes of a collection; thrown away and rebuilt at will."""

    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
    copy_groups: tuple[CopyGroup, ...] = ()
    links: tuple[Link, ...] = field(default=())
    doubts: tuple[Doubt, ...] = ()
    happenings: tuple[Happening, ...] = ()
    shortcuts: tuple[Shortcut, ...] = ()


Thing: TypeAlias = Actor | Claim | CopyGroup | Doubt | Edge | Happening | Link | Shortcut | Telling
"""One thing that was derived."""
