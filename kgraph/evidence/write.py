"""An extraction as the quads of its article's evidence graph: the same article, the same bytes."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from kgraph import ids, vocab
from kgraph.evidence.occurrences import occurrences_text
from kgraph.evidence.terms import (
    CLASSES,
    EXACT,
    GENERATED_BY,
    A,
    act_iri,
    boolean,
    decimal,
    integer,
    kg,
    moment,
    outlet_iri,
    schema,
    web_address,
)
from kgraph.model import (
    Article,
    Entity,
    Event,
    Extraction,
    Proposition,
    Span,
    Spans,
    Statement,
    When,
)

Term: TypeAlias = NamedNode | Literal
Triple: TypeAlias = tuple[NamedNode, NamedNode, Term]

_SELECTORS = (
    NamedNode(vocab.OA + "TextPositionSelector"),
    NamedNode(vocab.OA + "TextQuoteSelector"),
)


def extraction_quads(extraction: Extraction) -> list[Quad]:
    """The evidence graph of the article, sorted by N-Quads text, as ``docs/graph.md`` draws it.

    ``article.paragraphs``, ``retrieved``, ``metadata`` and ``keyed`` are not evidence and stay out.

    Raises:
        ValueError: An offset points outside of the article's text, or an id to something that
            is not of this extraction: a fault of the extractor that must not be stored.
    """
    graph = NamedNode(extraction.article.iri)
    quads = {Quad(s, p, o, graph) for s, p, o in _Writer(extraction).triples()}
    return sorted(quads, key=str)


class _Writer:
    """What the parts of one extraction need to know of each other while they are written."""

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.article = extraction.article
        self.iri = NamedNode(extraction.article.iri)
        self.entities = {entity.id: entity for entity in extraction.entities}
        self.statements = {statement.id: statement for statement in extraction.statements}

    def triples(self) -> Iterator[Triple]:
        yield from self._article(self.article)
        for entity in self.extraction.entities:
            yield from self._entity(entity)
        for statement in self.extraction.statements:
            yield from self._statement(statement)
        for event in self.extraction.events:
            yield from self._event(event)

    def _article(self, article: Article) -> Iterator[Triple]:
        me = self.iri
        yield me, A, kg("Article")
        yield me, A, schema("NewsArticle")
        yield from _texts(
            me,
            {
                kg("key"): article.key,
                schema("headline"): article.title,
                schema("articleBody"): article.text,
                schema("inLanguage"): article.language,
                schema("author"): article.author,
                kg("occurrences"): self._occurrences(),
            },
        )
        if article.url:
            address = web_address(article.url)
            yield (
                me,
                *((schema("url"), address) if address else (kg("urlText"), Literal(article.url))),
            )
        yield from _time(me, schema("datePublished"), kg("datePublishedText"), article.published)
        yield from _time(me, schema("dateModified"), kg("dateModifiedText"), article.modified)
        named = [(schema("publisher"), article.outlet)] if article.outlet else []
        for predicate, name in named + [(kg("credits"), name) for name in article.credits]:
            outlet = NamedNode(outlet_iri(name))
            yield me, predicate, outlet
            yield outlet, A, kg("Outlet")
            yield outlet, A, schema("NewsMediaOrganization")
            yield outlet, schema("name"), Literal(name)
        if self.extraction.extractor:
            run = NamedNode(ids.iri("run", self.extraction.extractor))
            yield me, GENERATED_BY, run
            yield run, A, NamedNode(vocab.PROV + "Activity")
            yield run, kg("extractor"), Literal(self.extraction.extractor)

    def _occurrences(self) -> str:
        for one in self.extraction.occurrences:
            for span in ((one.start, one.end), *one.agents, *one.objects, *one.places):
                self._checked(span)
        return occurrences_text(self.extraction.occurrences)

    def _entity(self, entity: Entity) -> Iterator[Triple]:
        me = NamedNode(entity.iri)
        yield from self._scoped(me, kg("Entity"))
        if entity.type != "none":
            yield me, A, kg(CLASSES[entity.type])
        yield from _texts(me, {schema("name"): entity.name})
        for name in entity.names:
            yield me, schema("alternateName"), Literal(name)
        if entity.wikidata:
            yield me, schema("sameAs"), NamedNode(vocab.WD + entity.wikidata)
        for mention in entity.mentions:
            start, end = span = (mention.start, mention.end)
            node = NamedNode(ids.iri("mention", entity.id, str(start), str(end), mention.kind))
            yield from self._scoped(node, kg("Mention"))
            yield node, kg("mentionOf"), me
            yield node, kg("mentionKind"), Literal(mention.kind)
            yield from self._position(node, span)
        for role in entity.roles:
            start, end = role.span
            node = NamedNode(
                ids.iri("role", entity.id, role.title, role.organization, str(start), str(end))
            )
            yield me, kg("hasRole"), node
            yield from self._scoped(node, kg("Role"))
            yield from _texts(
                node,
                {schema("roleName"): role.title, kg("roleOrganization"): role.organization},
            )
            yield from self._spans(node, kg("hasSpan"), (role.span,))

    def _statement(self, statement: Statement) -> Iterator[Triple]:
        article = self.article
        me = NamedNode(statement.iri)
        yield from self._scoped(me, kg("Statement"))
        if article.outlet:
            yield me, kg("publishedBy"), NamedNode(outlet_iri(article.outlet))
        published = moment(article.published)
        if published:
            yield me, kg("published"), published
        yield from self._voices(me, statement)
        for predicate, spans in (
            (kg("source"), statement.source),
            (kg("cue"), statement.cue),
            (kg("content"), statement.content),
            (kg("addresseeSpan"), statement.addressee),
            (kg("conditionSpan"), statement.condition),
        ):
            yield from self._spans(me, predicate, spans)
        yield from _texts(
            me,
            {
                kg("text"): article.quote(statement.content),
                kg("cueText"): article.quote(statement.cue),
                kg("condition"): article.quote(statement.condition),
                kg("venue"): statement.venue,
                kg("quoteKind"): statement.quote,
                kg("polarity"): statement.polarity,
                kg("modality"): statement.modality,
            },
        )
        yield me, kg("act"), act_iri(statement.act)
        yield me, kg("confidence"), decimal(statement.confidence)
        if statement.sentence != (0, 0):
            start, end = self._checked(statement.sentence)
            yield me, kg("sentence"), Literal(article.text[start:end])
            yield me, kg("sentenceStart"), integer(start)
            yield me, kg("sentenceEnd"), integer(end)
        yield from self._when(me, statement.said_at, "saidAt", "saidUntil", "saidAt")
        for predicate, other in (
            (kg("partOf"), statement.parent),
            (kg("respondsTo"), statement.responds_to),
        ):
            if other:
                yield me, predicate, NamedNode(self._statement_of(other).iri)
        yield from _proposition(me, statement.proposition)

    def _voices(self, me: NamedNode, statement: Statement) -> Iterator[Triple]:
        """Who speaks, to whom, through whom."""
        speaker_type, speaker_name = "none", ""
        if statement.speaker:
            speaker = self._entity_of(statement.speaker)
            speaker_type, speaker_name = speaker.type, speaker.name
            yield me, kg("speaker"), NamedNode(speaker.iri)
        yield from _texts(me, {kg("speakerType"): speaker_type, kg("speakerName"): speaker_name})
        for addressee in statement.addressees:
            yield me, kg("addressee"), NamedNode(self._entity_of(addressee).iri)
        relays = [self._entity_of(relay) for relay in statement.relays]
        for relay in relays:
            yield me, kg("relayedBy"), NamedNode(relay.iri)
        if relays:
            names = [relay.name for relay in relays] + ([speaker_name] if speaker_name else [])
            yield me, kg("chain"), Literal(" > ".join(names))
        if len(relays) > 1:
            yield me, kg("relayOrder"), Literal(" ".join(relay.iri for relay in relays))

    def _event(self, event: Event) -> Iterator[Triple]:
        me = NamedNode(event.iri)
        yield from self._scoped(me, kg("Event"))
        yield me, A, NamedNode(vocab.SEM + "Event")
        yield from _texts(me, {schema("name"): event.label, kg("placeName"): event.place})
        yield from self._when(me, event.when, "startDate", "endDate", "date")
        if event.agent:
            yield me, kg("agent"), NamedNode(self._entity_of(event.agent).iri)
        for participant in event.participants:
            yield me, kg("participant"), NamedNode(self._entity_of(participant).iri)
        if event.statement:
            yield me, kg("eventOf"), NamedNode(self._statement_of(event.statement).iri)
        yield from self._spans(me, kg("hasSpan"), event.spans)
        yield from _proposition(me, event.proposition)

    def _when(
        self, me: NamedNode, when: When | None, start: str, end: str, prefix: str
    ) -> Iterator[Triple]:
        """A point has only a start; an interval also an end, or the word that it has none."""
        if when is None:
            return
        yield me, kg(f"{prefix}Basis"), Literal(when.basis)
        yield from _time(me, kg(start), kg(f"{start}Text"), when.start)
        if when.end != when.start:
            yield from _time(me, kg(end), kg(f"{end}Text"), when.end)
            if not when.end:
                yield me, kg("openEnd"), boolean(True)
        if when.span is not None:
            yield from self._spans(me, kg(f"{prefix}Span"), (when.span,))

    def _scoped(self, node: NamedNode, kind: NamedNode) -> Iterator[Triple]:
        yield node, A, kind
        yield node, kg("inArticle"), self.iri

    def _spans(self, me: NamedNode, predicate: NamedNode, spans: Spans) -> Iterator[Triple]:
        for span in spans:
            node = NamedNode(ids.iri("span", self.article.id, str(span[0]), str(span[1])))
            yield me, predicate, node
            yield from self._scoped(node, kg("Span"))
            for selector in _SELECTORS:
                yield node, A, selector
            yield from self._position(node, span)

    def _position(self, node: NamedNode, span: Span) -> Iterator[Triple]:
        start, end = self._checked(span)
        yield node, kg("start"), integer(start)
        yield node, kg("end"), integer(end)
        yield node, EXACT, Literal(self.article.text[start:end])

    def _checked(self, span: Span) -> Span:
        start, end = span
        if not 0 <= start < end <= len(self.article.text):
            raise ValueError(
                f"characters {start}–{end} are no span of {self.article.key!r}, "
                f"whose text has {len(self.article.text)}"
            )
        return span

    def _entity_of(self, entity_id: str) -> Entity:
        if entity_id not in self.entities:
            raise ValueError(f"{self.article.key!r} has no entity {entity_id!r}")
        return self.entities[entity_id]

    def _statement_of(self, statement_id: str) -> Statement:
        if statement_id not in self.statements:
            raise ValueError(f"{self.article.key!r} has no statement {statement_id!r}")
        return self.statements[statement_id]


def _proposition(me: NamedNode, said: Proposition | None) -> Iterator[Triple]:
    if said is None:
        return
    yield from _texts(
        me,
        {
            kg("propositionSubject"): said.subject,
            kg("propositionRelation"): said.relation,
            kg("propositionObject"): said.object,
        },
    )
    yield me, kg("propositionNegated"), boolean(said.negated)


def _texts(me: NamedNode, values: dict[NamedNode, str]) -> Iterable[Triple]:
    """Absent is absent: an empty text is not written."""
    return [(me, predicate, Literal(text)) for predicate, text in values.items() if text]


def _time(me: NamedNode, predicate: NamedNode, as_text: NamedNode, value: str) -> Iterator[Triple]:
    """The time as a typed literal; its own wording beside it where the type changes that."""
    literal = moment(value)
    if literal is not None:
        yield me, predicate, literal
    if value and (literal is None or literal.value != value):
        yield me, as_text, Literal(value)
