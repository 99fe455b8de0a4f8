"""Happenings that an article names, with their time and those who take part."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kgraph.extract import times
from kgraph.extract.attribution import Attribution
from kgraph.extract.regions import span_of
from kgraph.model import Article, Span, Spans, When

NOUNS = frozenset(
    "ceasefire truce armistice pause talks summit meeting visit election vote referendum attack "
    "strike offensive invasion raid bombing sanctions deal agreement treaty exchange swap "
    "inauguration hearing trial protest rally march parade drill exercise conference negotiations "
    "round withdrawal evacuation strike launch debate ceremony funeral".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEvent:
    """An event before its people are resolved.

    Attributes:
        label: The noun that names it.
        agent: Words that name who brings it about.
        attribution: Number of the attribution that announces or holds it, or None.
    """

    label: str
    spans: Spans
    when: When | None = None
    agent: Span | None = None
    participants: Spans = ()
    place: str = ""
    attribution: int | None = None


def find(doc: Doc, article: Article, attributions: list[Attribution]) -> list[RawEvent]:
    """The events that have a time or that somebody announces, in the order of the text.

    A definite mention in the next sentence ("The ceasefire will run from …") belongs to the
    event before it.
    """
    allowed = [(p.start, p.end) for p in article.paragraphs if p.kind == "text"]
    found: list[RawEvent] = []
    sentences: list[int] = []
    for number, sentence in enumerate(doc.sents):
        if not any(s <= sentence.start_char < e for s, e in allowed):
            continue
        for token in sentence:
            if token.lemma_.lower() not in NOUNS or token.pos_ not in ("NOUN", "PROPN"):
                continue
            if token.dep_ == "compound":
                continue
            label = token.lemma_.lower() if token.tag_ == "NN" else token.lower_
            span = _noun_span(token)
            when = _time(doc, article, token)
            definite = any(c.lower_ in ("the", "this", "that", "its") for c in token.children)
            earlier = [
                i
                for i, event in enumerate(found)
                if event.label == label and 0 <= number - sentences[i] <= 2
                and not _other_kind(doc, event, token)
            ]
            if definite and earlier:
                i = earlier[-1]
                old = found[i]
                sentences[i] = number
                better = _wider(old.when, when)
                found[i] = RawEvent(
                    label=old.label, spans=(*old.spans, span), when=better, agent=old.agent,
                    participants=old.participants, place=old.place, attribution=old.attribution,
                )  # fmt: skip
                continue
            holder = _holder(attributions, span)
            agent = _agent(doc, attributions, holder, token)
            if when is None and agent is None:
                continue
            found.append(
                RawEvent(label=label, spans=(span,), when=when, agent=agent, attribution=holder)
            )
            sentences.append(number)
    return found


def _noun_span(token: Token) -> Span:
    run = [c for c in token.children if c.dep_ in ("amod", "compound", "nummod") and c.i < token.i]
    return span_of([*run, token])


def _other_kind(doc: Doc, event: RawEvent, token: Token) -> bool:
    """Whether both have modifiers and these differ: a 30-day ceasefire is not the three-day one."""
    old = {w for s, e in event.spans[:1] for w in doc.text[s:e].lower().split()[:-1]}
    new = {
        c.lower_ for c in token.children if c.dep_ in ("amod", "compound", "nummod") and c.i < token.i
    }
    return bool(old and new and not old & new)


def _time(doc: Doc, article: Article, token: Token) -> When | None:
    """A time in the event's own clause, after its noun; the time of saying stands before it."""
    sentence = token.sent
    clause = token
    while clause.head is not clause and clause.pos_ not in ("VERB", "AUX"):
        clause = clause.head
    subject = token.dep_ in ("nsubj", "nsubjpass")
    end = sentence.end_char
    start = token.idx
    if not subject:
        inside = [t for t in token.subtree if t.i > token.i]
        if not inside:
            return None
        end = inside[-1].idx + len(inside[-1])
    found = times.find(doc, article, start, end)
    return found[0] if found else None


def _wider(old: When | None, new: When | None) -> When | None:
    if old is None or (new is not None and new.start != new.end and old.start == old.end):
        return new or old
    return old


def _holder(attributions: list[Attribution], span: Span) -> int | None:
    """The innermost attribution whose content holds the span."""
    best: tuple[int, int] | None = None
    for number, attribution in enumerate(attributions):
        if any(s <= span[0] and span[1] <= e for s, e in attribution.content):
            size = sum(e - s for s, e in attribution.content)
            if best is None or size < best[0]:
                best = size, number
    return best[1] if best else None


def _agent(
    doc: Doc, attributions: list[Attribution], holder: int | None, token: Token
) -> Span | None:
    verb = token.head
    if token.dep_ == "dobj" and verb.lemma_ in ("announce", "declare", "proclaim", "launch", "call"):
        if holder is not None and attributions[holder].source:
            return attributions[holder].source[0]
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        return span_of([t for t in subject.subtree if not t.is_space]) if subject else None
    by = next(
        (
            w
            for c in token.children
            if c.dep_ == "acl"
            for a in c.children
            if a.dep_ == "agent"
            for w in a.children
        ),
        None,
    )
    return span_of([t for t in by.subtree if not t.is_space]) if by is not None else None


