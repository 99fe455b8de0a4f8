"""An evidence graph as the extraction that it was written from."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar, cast

from pyoxigraph import Literal, NamedNode, Quad

from kgraph import vocab
from kgraph.evidence.occurrences import occurrences_text, read_occurrences
from kgraph.evidence.terms import CLASSES
from kgraph.ids import name_of
from kgraph.model import (
    Article,
    Entity,
    EntityType,
    Event,
    Extraction,
    Mention,
    Proposition,
    Role,
    Span,
    Spans,
    Statement,
    When,
)

_T = TypeVar("_T")
_TYPE = vocab.RDF + "type"
_TYPES = {vocab.KG + name: kind for kind, name in CLASSES.items()}


def read_extraction(quads: Iterable[Quad]) -> Extraction:
    """The extraction that an evidence graph was written from, in canonical order.

    ``article.paragraphs``, ``retrieved``, ``metadata`` and ``keyed`` are not in the evidence.

    Args:
        quads: All quads of one evidence graph, in any order.

    Raises:
        ValueError: The quads are not those of one whole evidence graph.
    """
    nodes: dict[str, _Node] = {}
    kinds: dict[str, list[_Node]] = defaultdict(list)
    for quad in quads:
        subject, predicate, value, _ = quad
        if not isinstance(subject, NamedNode) or not isinstance(value, NamedNode | Literal):
            raise ValueError(f"{quad} has no place in an evidence graph")  # noqa: TRY004
        iri, name, text = subject.value, predicate.value, value.value
        node = nodes.get(iri)
        if node is None:
            node = nodes[iri] = _Node(iri)
        node.values[name].append(text)
        if name == _TYPE:
            kinds[text.removeprefix(vocab.KG)].append(node)
    if len(kinds["Article"]) != 1:
        raise ValueError(f"an evidence graph has one article, this one {len(kinds['Article'])}")
    [me] = kinds["Article"]
    run = me.text(vocab.PROV + "wasGeneratedBy")
    mentions: dict[str, list[_Node]] = defaultdict(list)
    for mention in kinds["Mention"]:
        mentions[mention.text("mentionOf")].append(mention)
    return canonical(
        Extraction(
            article=_article(me, nodes),
            statements=tuple(_statement(node, nodes) for node in kinds["Statement"]),
            entities=tuple(_entity(node, nodes, mentions[node.iri]) for node in kinds["Entity"]),
            events=tuple(_event(node, nodes) for node in kinds["Event"]),
            occurrences=read_occurrences(me.text("occurrences")),
            extractor=_at(nodes, run).text("extractor") if run else "",
        )
    )


def canonical(extraction: Extraction) -> Extraction:
    """The extraction as ``read_extraction`` gives it back.

    What has no order of its own is sorted (statements, entities and events by where they stand
    in the text), scores have three places, and what is not evidence is gone.
    """
    article = extraction.article
    return Extraction(
        article=replace(
            article,
            credits=_set(article.credits),
            paragraphs=(),
            retrieved="",
            metadata=(),
            keyed=True,
        ),
        statements=_in_text_order(
            (
                statement.sentence,
                statement.content,
                replace(
                    statement,
                    source=_set(statement.source),
                    cue=_set(statement.cue),
                    content=_set(statement.content),
                    addressee=_set(statement.addressee),
                    condition=_set(statement.condition),
                    addressees=_set(statement.addressees),
                    confidence=round(statement.confidence, 3),
                ),
            )
            for statement in extraction.statements
        ),
        entities=_in_text_order(
            (
                min(((m.start, m.end) for m in entity.mentions), default=_AFTER),
                (),
                replace(
                    entity,
                    names=_set(entity.names),
                    mentions=tuple(
                        sorted(set(entity.mentions), key=lambda m: (m.start, m.end, m.kind))
                    ),
                    roles=tuple(
                        sorted(set(entity.roles), key=lambda r: (r.span, r.title, r.organization))
                    ),
                ),
            )
            for entity in extraction.entities
        ),
        events=_in_text_order(
            (
                min(event.spans, default=_AFTER),
                event.spans,
                replace(event, spans=_set(event.spans), participants=_set(event.participants)),
            )
            for event in extraction.events
        ),
        occurrences=read_occurrences(occurrences_text(extraction.occurrences)),
        extractor=extraction.extractor,
    )


_AFTER: Span = (1 << 62, 1 << 62)
"""Where things stand that the text names nowhere: behind all others."""

_Found = TypeVar("_Found", Statement, Entity, Event)


def _in_text_order(found: Iterable[tuple[Span, Spans, _Found]]) -> tuple[_Found, ...]:
    ordered = sorted(found, key=lambda item: (item[0], sorted(item[1]), item[2].id))
    return tuple(thing for _, _, thing in ordered)


def _set(values: Sequence[_T]) -> tuple[_T, ...]:
    return tuple(sorted(set(values)))  # type: ignore[type-var]


class _Node:
    """What a graph says of one subject; properties of ``kg:`` go by their local names."""

    def __init__(self, iri: str) -> None:
        self.iri = iri
        self.values: dict[str, list[str]] = defaultdict(list)

    @property
    def id(self) -> str:
        return name_of(self.iri)

    def all(self, name: str) -> list[str]:
        return self.values.get(name if ":" in name else vocab.KG + name, [])

    def text(self, name: str) -> str:
        """The one value of the property, or "" where it has none."""
        values = self.all(name)
        if len(values) > 1:
            raise ValueError(f"{self.iri} has {len(values)} values of {name}, not one")
        return values[0] if values else ""

    def number(self, name: str) -> int:
        try:
            return int(self.text(name))
        except ValueError:
            raise ValueError(f"{self.iri} has no whole number as {name}") from None

    def span(self) -> Span:
        return self.number("start"), self.number("end")


def _at(nodes: dict[str, _Node], iri: str) -> _Node:
    if iri not in nodes:
        raise ValueError(f"{iri} is spoken of, but not described")
    return nodes[iri]


def _ids(iris: Iterable[str]) -> tuple[str, ...]:
    return tuple(name_of(iri) for iri in iris)


def _spans(node: _Node, name: str, nodes: dict[str, _Node]) -> Spans:
    return tuple(sorted(_at(nodes, iri).span() for iri in node.all(name)))


def _article(me: _Node, nodes: dict[str, _Node]) -> Article:
    publisher = me.text(vocab.SCHEMA + "publisher")
    name = vocab.SCHEMA + "name"
    return Article(
        key=me.text("key"),
        text=me.text(vocab.SCHEMA + "articleBody"),
        title=me.text(vocab.SCHEMA + "headline"),
        url=me.text("urlText") or me.text(vocab.SCHEMA + "url"),
        outlet=_at(nodes, publisher).text(name) if publisher else "",
        author=me.text(vocab.SCHEMA + "author"),
        published=me.text("datePublishedText") or me.text(vocab.SCHEMA + "datePublished"),
        modified=me.text("dateModifiedText") or me.text(vocab.SCHEMA + "dateModified"),
        credits=tuple(_at(nodes, iri).text(name) for iri in me.all("credits")),
        language=me.text(vocab.SCHEMA + "inLanguage"),
    )


def _entity(node: _Node, nodes: dict[str, _Node], mentions: Iterable[_Node]) -> Entity:
    kinds = [_TYPES[iri] for iri in node.all(vocab.RDF + "type") if iri in _TYPES]
    if len(kinds) > 1:
        raise ValueError(f"{node.iri} is {' and '.join(sorted(kinds))} at once")
    return Entity(
        id=node.id,
        name=node.text(vocab.SCHEMA + "name"),
        type=cast("EntityType", kinds[0] if kinds else "none"),
        names=tuple(node.all(vocab.SCHEMA + "alternateName")),
        mentions=tuple(
            Mention(start=m.number("start"), end=m.number("end"), kind=m.text("mentionKind"))  # type: ignore[arg-type]
            for m in mentions
        ),
        roles=tuple(_role(_at(nodes, iri), nodes) for iri in node.all("hasRole")),
        wikidata=node.text(vocab.SCHEMA + "sameAs").removeprefix(vocab.WD),
    )


def _role(node: _Node, nodes: dict[str, _Node]) -> Role:
    spans = _spans(node, "hasSpan", nodes)
    if len(spans) != 1:
        raise ValueError(f"{node.iri} was read in {len(spans)} places, not one")
    return Role(
        title=node.text(vocab.SCHEMA + "roleName"),
        organization=node.text("roleOrganization"),
        span=spans[0],
    )


def _statement(node: _Node, nodes: dict[str, _Node]) -> Statement:
    relays = node.text("relayOrder").split() or node.all("relayedBy")
    return Statement(
        id=node.id,
        source=_spans(node, "source", nodes),
        cue=_spans(node, "cue", nodes),
        content=_spans(node, "content", nodes),
        addressee=_spans(node, "addresseeSpan", nodes),
        speaker=name_of(node.text("speaker")),
        addressees=_ids(node.all("addressee")),
        relays=_ids(relays),
        quote=node.text("quoteKind"),  # type: ignore[arg-type]
        act=node.text("act").removeprefix(vocab.ACT),
        polarity=node.text("polarity"),  # type: ignore[arg-type]
        modality=node.text("modality"),  # type: ignore[arg-type]
        condition=_spans(node, "conditionSpan", nodes),
        said_at=_when(node, nodes, "saidAt", "saidUntil", "saidAt"),
        venue=node.text("venue"),
        parent=name_of(node.text("partOf")),
        responds_to=name_of(node.text("respondsTo")),
        sentence=(node.number("sentenceStart"), node.number("sentenceEnd"))
        if node.all("sentence")
        else (0, 0),
        proposition=_proposition(node),
        confidence=float(node.text("confidence")),
    )


def _event(node: _Node, nodes: dict[str, _Node]) -> Event:
    return Event(
        id=node.id,
        label=node.text(vocab.SCHEMA + "name"),
        spans=_spans(node, "hasSpan", nodes),
        when=_when(node, nodes, "startDate", "endDate", "date"),
        agent=name_of(node.text("agent")),
        participants=_ids(node.all("participant")),
        place=node.text("placeName"),
        statement=name_of(node.text("eventOf")),
        proposition=_proposition(node),
    )


def _proposition(node: _Node) -> Proposition | None:
    negated = node.text("propositionNegated")
    if not negated:
        return None
    return Proposition(
        subject=node.text("propositionSubject"),
        relation=node.text("propositionRelation"),
        object=node.text("propositionObject"),
        negated=negated == "true",
    )


def _when(node: _Node, nodes: dict[str, _Node], first: str, last: str, prefix: str) -> When | None:
    basis = node.text(f"{prefix}Basis")
    if not basis:
        return None
    start = node.text(f"{first}Text") or node.text(first)
    end = node.text(f"{last}Text") or node.text(last)
    spans = _spans(node, f"{prefix}Span", nodes)
    return When(
        start=start,
        end=end or ("" if node.text("openEnd") else start),
        span=spans[0] if spans else None,
        basis=basis,  # type: ignore[arg-type]
    )
