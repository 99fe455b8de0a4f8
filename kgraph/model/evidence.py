"""What single articles say."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from kgraph import ids

Span: TypeAlias = tuple[int, int]
"""Start (inclusive) and end (exclusive) character offsets into ``Article.text``."""

Spans: TypeAlias = tuple[Span, ...]
"""Ascending, disjoint spans; several where the words are discontinuous."""

EntityType: TypeAlias = Literal[
    "person", "organization", "place", "group", "document", "anonymous", "none"
]
QuoteKind: TypeAlias = Literal["direct", "mixed", "indirect"]
Polarity: TypeAlias = Literal["positive", "negative"]
Modality: TypeAlias = Literal[
    "asserted", "possible", "conditional", "planned", "demanded", "hypothetical"
]
ParagraphKind: TypeAlias = Literal["text", "heading", "header", "credit", "caption", "boilerplate"]
TimeBasis: TypeAlias = Literal["stated", "published"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A block of an article; only blocks of kind ``text`` may hold statements."""

    start: int
    end: int
    kind: ParagraphKind = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One version of one published text.

    Attributes:
        key: What stays the same across versions: the given id, the URL, or a file's name.
        text: The text exactly as it came in.
        paragraphs: The blocks of ``text`` in order, disjoint, without surrounding whitespace.
        published: ISO 8601 date or date-time, or "" where the article gives none.
        modified: The same for the last change that the publisher states.
        outlet: The publisher's name, or "".
        credits: Wire agencies that the article credits ("(AP)", "By Reuters"), by name.
        language: BCP 47 primary language, e.g. "en".
        retrieved: When it was fetched, where a feed or a WARC record says so.
        keyed: Whether ``key`` was given (an id or a URL) rather than taken from a file's name.
        metadata: Unknown keys of the input record and their values as JSON text.
    """

    key: str
    text: str
    paragraphs: tuple[Paragraph, ...] = ()
    title: str = ""
    url: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    modified: str = ""
    credits: tuple[str, ...] = ()
    language: str = ""
    retrieved: str = ""
    keyed: bool = True
    metadata: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """The digest of what was published; ``retrieved`` and ``metadata`` don't count."""
        return ids.digest(
            self.key, self.url, self.outlet, self.title, self.author,
            self.published, self.modified, self.language, self.text,
        )  # fmt: skip

    @property
    def iri(self) -> str:
        """The IRI of this version, which also names its evidence graph."""
        return ids.local("article", self.id)

    def quote(self, spans: Spans) -> str:
        """The words under the spans, verbatim; gaps are marked by an ellipsis."""
        return " … ".join(self.text[start:end] for start, end in spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span that names ("Peskov"), describes ("the spokesman") or stands for ("he") an entity."""

    start: int
    end: int
    kind: Literal["name", "nominal", "pronoun"] = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A title that an article gives an entity, and the span where it was read."""

    title: str
    organization: str = ""
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, organization, place, group, document or anonymous source of one article.

    Attributes:
        id: Digest of article, type and name (for anonymous sources also of the span).
        name: The fullest name that the article gives, never a pronoun.
        names: Other names it goes by in the article, sorted.
    """

    id: str
    name: str
    type: EntityType
    names: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    roles: tuple[Role, ...] = ()
    wikidata: str = ""

    @property
    def iri(self) -> str:
        """The IRI of the entity as this one article knows it."""
        return ids.local("entity", self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A day or an interval, as precise as the words allow and no more.

    Attributes:
        start: ISO 8601 year, month, day or date-time: "2025", "2025-05", "2025-05-08".
        end: The same for the end; equal to ``start`` for a single day, month or year; "" where
            the interval is open ("from 8 May").
        span: The words it was read from, or None where the publication date stands in.
        basis: ``stated`` in the text, or ``published``: the article's own date.
    """

    start: str
    end: str
    span: Span | None = None
    basis: TimeBasis = "stated"

    def __str__(self) -> str:
        return self.start if self.start == self.end else f"{self.start}/{self.end or '..'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """What a content or an event says, as subject, relation and object in plain words.

    ``relation`` is a lemma ("announce"); ``object`` may be "" for intransitive verbs.
    """

    subject: str
    relation: str
    object: str = ""
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One reported act of speech, writing or thought in one article.

    Attributes:
        source: The words that name the source ("he", "the Kremlin spokesman"); () if absent.
        cue: The words that report it; a colon or dash where only layout does
            ("NAME: …"); () where nothing does.
        content: What was said.
        addressee: The words that name whom it was said to.
        speaker: Id of the resolved entity, or "" where there is no source.
        addressees: Ids of the resolved addressees.
        relays: Ids of the entities it came through, outermost first, without the speaker.
        act: Local name of a concept of ``ontology/acts.ttl``.
        condition: The words of the condition that a conditional content hangs on.
        said_at: When it was said, or None where not even the article is dated.
        venue: Where or by what means ("on X", "parliament"), verbatim.
        parent: Id of the statement whose content holds this one, or "".
        responds_to: Id of the statement of the same article that it answers, or "".
        sentence: The sentence or sentences that hold source, cue and content.
        confidence: Calibrated probability that source, cue and content are right.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    addressee: Spans = ()
    speaker: str = ""
    addressees: tuple[str, ...] = ()
    relays: tuple[str, ...] = ()
    quote: QuoteKind = "indirect"
    act: str = "assert"
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    condition: Spans = ()
    said_at: When | None = None
    venue: str = ""
    parent: str = ""
    responds_to: str = ""
    sentence: Span = (0, 0)
    proposition: Proposition | None = None
    confidence: float = 1.0

    @property
    def iri(self) -> str:
        """The IRI of this statement."""
        return ids.local("statement", self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that a text says happens, with its time and those who take part.

    Attributes:
        label: The words that name it, without article or time ("ceasefire").
        spans: Where the article names it.
        agent: Id of the entity that brings it about, or "".
        participants: Ids of the others who take part, sorted.
        statement: Id of the statement whose content holds it, or "" for the outlet's own voice.
        proposition: What the sentence that names it says of it ("Brussels impose sanctions").
    """

    id: str
    label: str
    spans: Spans
    when: When | None = None
    agent: str = ""
    participants: tuple[str, ...] = ()
    place: str = ""
    statement: str = ""
    proposition: Proposition | None = None

    @property
    def iri(self) -> str:
        """The IRI of the event as this one article knows it."""
        return ids.local("event", self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """A word of an article that tells of something happening: what an event is recognised by.

    Attributes:
        root: What the word has in common with others of its root, in letters a to z.
        agents: Heads of the phrases that name who does it.
        objects: Heads of the phrases that name whom or what it is done to, or is about.
        places: Heads of the phrases that name where.
        when: ISO 8601 date, or two with a slash between, or "" where the text gives no time.
    """

    start: int
    end: int
    root: str
    agents: Spans = ()
    objects: Spans = ()
    places: Spans = ()
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that one extractor read in one article.

    Attributes:
        extractor: Name and version of what read it, e.g. "rules 0.1.0, en_core_web_sm 3.8.0".
    """

    article: Article
    statements: tuple[Statement, ...] = ()
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    extractor: str = ""

    def entity(self, entity_id: str) -> Entity | None:
        """The entity of that id, or None for the empty id.

        Raises:
            KeyError: The id is not of this extraction.
        """
        return self._by_id()[entity_id] if entity_id else None

    def _by_id(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.entities}
