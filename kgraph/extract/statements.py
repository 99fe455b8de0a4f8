"""One article read: its attributions, resolved and interpreted, as one ``Extraction``."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from spacy.language import Language
from spacy.tokens import Doc

from kgraph import ids
from kgraph.extract import acts, addressee, events, modality, propositions, times, venue
from kgraph.extract.attribution import Attribution
from kgraph.extract.coreference import find_mentions
from kgraph.extract.descriptions import read_source
from kgraph.extract.entities import Figure, read_cast
from kgraph.extract.joining import join_names
from kgraph.extract.language import parse, with_blocks
from kgraph.extract.quotation import quote_kind
from kgraph.extract.relays import relays
from kgraph.extract.replies import replies
from kgraph.extract.scene import Scene, nesting
from kgraph.extract.speakers import addressed, resolve
from kgraph.model import Article, Event, Extraction, Span, Spans, Statement

Finder: TypeAlias = Callable[[Doc, Article], Sequence[Attribution]]
"""Finds the attributions of a parsed article: rules, or a model."""

_ENGLISH = frozenset({"en"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """An extractor made of a pipeline and a finder.

    Attributes:
        name: What it is called on the command line.
        version: Versions of code and models, as they are written into the evidence.
    """

    nlp: Language
    finder: Finder
    name: str
    version: str
    languages: frozenset[str] = _ENGLISH

    def extract(self, article: Article) -> Extraction:
        """All that the article says; the same article gives the same."""
        # Words that only this article has are forgotten with it: memory stays flat.
        with self.nlp.memory_zone():
            doc = parse(with_blocks(article), self.nlp)
            return read(article, doc, self.finder, extractor=f"{self.name} {self.version}")


def read(article: Article, doc: Doc, finder: Finder, *, extractor: str) -> Extraction:
    """The statements, entities and events of a parsed article."""
    laid_out = with_blocks(article)
    attributions = _ordered(finder(doc, laid_out), article.text)
    cast = read_cast(doc, laid_out)
    join_names(cast)
    scene = Scene(
        doc=doc,
        article=laid_out,
        cast=cast,
        attributions=attributions,
        parents=nesting(attributions, article.text),
    )
    speakers = resolve(scene)
    statements = _Statements(scene, speakers).all()
    sentences = events.read(doc, laid_out)
    happenings = _events(scene, statements, sentences)
    find_mentions(scene, speakers)
    return Extraction(
        article=article,
        statements=tuple(statements),
        entities=cast.entities(),
        events=tuple(happenings),
        occurrences=events.occurrences(sentences),
        extractor=extractor,
    )


def _ordered(found: Sequence[Attribution], text: str) -> list[Attribution]:
    """The attributions in the order of the text, each once, those without content left out.

    One that is nested in another stands behind it, whichever begins first.
    """
    worded = (a for a in found if any(text[s:e].strip() for s, e in a.content))
    surest_last = sorted(worded, key=lambda a: a.confidence)
    kept = {(a.source, a.cue, a.content): a for a in surest_last}
    flat = sorted(
        kept.values(),
        key=lambda a: (
            min(a.source + a.cue + a.content),
            min(a.cue or a.content),
            a.source,
            a.content,
            a.cue,
        ),
    )
    inside: dict[int | None, list[int]] = {}
    for n, parent in enumerate(nesting(flat, text)):
        inside.setdefault(parent, []).append(n)
    ordered: list[Attribution] = []
    waiting = inside.get(None, [])[::-1]
    while waiting:
        n = waiting.pop()
        ordered.append(flat[n])
        waiting += inside.get(n, [])[::-1]
    return ordered


class _Statements:
    """Builds the statements of a scene once its speakers are known."""

    def __init__(self, scene: Scene, speakers: Sequence[Figure | None]) -> None:
        self._scene = scene
        self._speakers = speakers
        self._ids = [_statement_id(scene.article, a) for a in scene.attributions]

    def all(self) -> list[Statement]:
        """Every attribution as a statement, in the order of the text."""
        scene = self._scene
        targets = replies(scene, self._speakers)
        carriers = relays(scene, self._speakers)
        told = [addressee.find(scene.doc, a) for a in scene.attributions]
        # Who is addressed is settled before any id is taken: it may name a figure anew.
        to = [
            addressed(scene, spans, self._speakers[n]) if spans else ()
            for n, spans in enumerate(told)
        ]
        return [
            self._one(n, told[n], to[n], carriers[n], targets[n])
            for n in range(len(scene.attributions))
        ]

    def _one(
        self,
        n: int,
        told: Spans,
        to: Sequence[Figure],
        carriers: Sequence[Figure],
        target: int | None,
    ) -> Statement:
        scene = self._scene
        attribution = scene.attributions[n]
        parent = scene.parents[n]
        speaker_id = self._id_of(self._speakers[n])
        mood, polarity, condition = modality.classify(scene.doc, attribution)
        return Statement(
            id=self._ids[n],
            source=attribution.source,
            cue=attribution.cue,
            content=attribution.content,
            addressee=told,
            speaker=speaker_id,
            addressees=tuple(dict.fromkeys(self._id_of(figure) for figure in to)),
            relays=tuple(r for r in dict.fromkeys(map(self._id_of, carriers)) if r != speaker_id),
            quote=quote_kind(scene, n),
            act=acts.classify(scene.doc, attribution),
            polarity=polarity,
            modality=mood,
            condition=condition,
            said_at=times.said_at(scene.doc, attribution, scene.article),
            venue=venue.find(scene.doc, attribution),
            parent=self._ids[parent] if parent is not None else "",
            responds_to=self._ids[target] if target is not None else "",
            sentence=_sentence(scene, attribution),
            proposition=propositions.read(scene.doc, attribution),
            confidence=attribution.confidence,
        )

    def _id_of(self, figure: Figure | None) -> str:
        return self._scene.cast.entity_id(figure) if figure is not None else ""


def _statement_id(article: Article, attribution: Attribution) -> str:
    spans = (attribution.source, attribution.cue, attribution.content)
    return ids.digest(article.id, "statement", *(_framed(part) for part in spans))


def _framed(spans: Spans) -> str:
    return " ".join(f"{start}-{end}" for start, end in spans)


def _sentence(scene: Scene, attribution: Attribution) -> Span:
    """From the start of the first to the end of the last sentence that holds its words."""
    spans = attribution.source + attribution.cue + attribution.content
    tokens = scene.tokens_at(min(s for s, _ in spans), max(e for _, e in spans))
    first = scene.sentence_tokens(scene.sentence(tokens.start))
    last = scene.sentence_tokens(scene.sentence(tokens.stop - 1))
    start = scene.doc[first.start].idx
    end = scene.doc[last.stop - 1].idx + len(scene.doc[last.stop - 1])
    words = scene.article.text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _events(
    scene: Scene, statements: Sequence[Statement], sentences: Sequence[events.Told]
) -> list[Event]:
    """The events of the article with their people resolved, each once, in order."""
    found: dict[str, Event] = {}
    spoken = {
        span: turn.figure for turn in scene.turns for span in scene.attributions[turn.number].source
    }
    for raw in events.find(scene.doc, scene.article, list(scene.attributions), sentences):
        spans = tuple(sorted(set(raw.spans)))
        made = Event(
            id=ids.digest(scene.article.id, "event", raw.label, _framed(spans)),
            label=raw.label,
            spans=spans,
            when=raw.when,
            agent=_entity_at(scene, raw.agent, spoken) if raw.agent else "",
            participants=tuple(
                sorted({e for span in raw.participants if (e := _entity_at(scene, span, spoken))})
            ),
            place=raw.place,
            statement=statements[raw.attribution].id if raw.attribution is not None else "",
            proposition=raw.proposition,
        )
        found.setdefault(made.id, made)
    return list(found.values())


def _entity_at(scene: Scene, span: Span, spoken: Mapping[Span, Figure]) -> str:
    """Id of the entity that the words name or, as a source, mean; "" where there is none."""
    source = read_source(scene.cast, (span,))
    figure = source.figures[0] if source.figures else spoken.get(span)
    if figure is None:
        return ""
    figure.unsure = False
    return scene.cast.entity_id(figure)
