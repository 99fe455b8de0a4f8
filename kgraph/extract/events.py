"""Happenings that an article names, with their time, place and those who take part.

High precision first: noun phrases of a readable lexicon, and a few plain verbs with an explicit
time, that have a time, a duration or an agent of their own. Mentions are one event only on strong
evidence: a definite mention soon after ("a ceasefire … The ceasefire will last from …") or the
same agent, and nothing that speaks against it (another modifier, another time).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from kgraph.extract import parts, times
from kgraph.extract.attribution import Attribution
from kgraph.extract.happenings import (
    Holders,
    Placed,
    RawEvent,
    Seen,
    placed,
    read_noun,
    read_verb,
)
from kgraph.extract.occurrences import read_sentence, read_title
from kgraph.model import Article, Occurrence, When

_BACK = 2
"""Sentences that a definite mention may lie behind the event it takes up."""


_HEADLINES = frozenset({"heading", "caption", "header"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence of an article with the times that it gives; a headline counts as one."""

    words: list[Token]
    times: list[Placed]
    headline: bool = False


def read(doc: Doc, article: Article) -> list[Told]:
    """The sentences of the article's text blocks, headings and captions, in order."""
    found = []
    for words, kind in _sentences(doc, article):
        start, end = words[0].idx, words[-1].idx + len(words[-1])
        given = placed(doc, times.find(doc, article, start, end), article.published)
        found.append(Told(words=words, times=given, headline=kind in _HEADLINES))
    return found


def occurrences(sentences: Iterable[Told]) -> tuple[Occurrence, ...]:
    """Every word that tells of something happening, in the order of the text."""
    sentences = list(sentences)
    found = {o.start: o for told in sentences for o in read_sentence(told.words, told.times)}
    roots = frozenset(o.root for o in found.values())
    for told in sentences:
        for one in read_title(told.words, told.times, roots):
            found.setdefault(one.start, one)
    return tuple(found[start] for start in sorted(found))


def find(
    doc: Doc,
    article: Article,
    attributions: Sequence[Attribution],
    sentences: Iterable[Told] | None = None,
) -> list[RawEvent]:
    """The events of the article's text blocks, in the order of the text.

    Args:
        doc: The parsed article.
        article: Its text and its date.
        attributions: What it reports; their contents hold events.
        sentences: What ``read`` gave, where it was called before.
    """
    holders = Holders(attributions)
    found: list[Seen] = []
    recent: dict[str, list[int]] = {}
    in_text = [
        s for s in (read(doc, article) if sentences is None else sentences) if not s.headline
    ]
    for number, sentence in enumerate(in_text):
        told = sentence.times
        for token in sentence.words:
            seen = read_noun(token, number, told, holders, attributions) or read_verb(
                token, number, told, holders
            )
            if seen is None:
                continue
            known = recent.setdefault(seen.kind, [])
            # Of several that fit, the one named last: that is what "the ceasefire" takes up.
            same = [i for i in known[-8:] if _is_same(found[i], seen, token)]
            match = max(
                same,
                key=lambda i: (found[i].agent == seen.agent != "", found[i].last),
                default=None,
            )
            if match is None:
                known.append(len(found))
                found.append(seen)
            else:
                found[match] = _merged(found[match], seen)
    kept = [s.event for s in found if s.event.when or s.event.agent or s.lasting]
    return sorted(kept, key=lambda event: event.spans)


def _sentences(doc: Doc, article: Article) -> Iterator[tuple[list[Token], str]]:
    """The sentences of text, headings and captions (of everything where nothing is laid out)."""
    blocks = [(p.start, p.end, p.kind) for p in article.paragraphs] or [
        (0, len(article.text), "text")
    ]
    block = 0
    words: list[Token] = []
    last = ""
    for token in doc:
        if token.is_sent_start and words:
            yield words, last
            words = []
        if token.is_space:
            continue
        while block + 1 < len(blocks) and token.idx >= blocks[block][1]:
            block += 1
        start, end, kind = blocks[block]
        if not start <= token.idx < end or (kind != "text" and kind not in _HEADLINES):
            continue
        if words and kind != last:
            yield words, last
            words = []
        last = kind
        if len(words) < 2 * parts.REACH:
            words.append(token)
    if words:
        yield words, last


def _is_same(old: Seen, new: Seen, token: Token) -> bool:
    """Whether both are told to be one event."""
    if old.marks and new.marks and not old.marks & new.marks:
        return False
    if old.lasting != new.lasting and ((old.lasting and new.marks) or new.lasting):
        return False
    if old.event.when and new.event.when and not _agree(old.event.when, new.event.when):
        return False
    if old.agent and new.agent:
        return old.agent == new.agent and (old.marks == new.marks or not (old.marks and new.marks))
    if old.event.place and new.event.place and old.event.place != new.event.place:
        return False
    later = 0 <= new.sentence - old.sentence <= _BACK
    return (
        later
        and new.named
        and token.pos_ != "VERB"
        and not (new.agent and not old.agent and old.event.when)
    )


def _agree(a: When, b: When) -> bool:
    """Whether two times can be of one event: they share a day."""
    low, high = max(a.start, b.start), min(a.end or "9", b.end or "9")
    size = min(len(low), len(high))
    return low[:size] <= high[:size]


def _merged(old: Seen, new: Seen) -> Seen:
    a, b = old.event, new.event
    wider = (
        b.when
        if a.when is None or (b.when and b.when.start != b.when.end and a.when.start == a.when.end)
        else a.when
    )
    event = RawEvent(
        label=a.label if len(a.label) >= len(b.label) or old.agent else b.label,
        spans=tuple(sorted({*a.spans, *b.spans})),
        when=wider,
        agent=a.agent or b.agent,
        participants=tuple(sorted({*a.participants, *b.participants} - {a.agent or b.agent})),
        place=a.place or b.place,
        attribution=b.attribution
        if a.attribution is None or (new.announced and not old.announced)
        else a.attribution,
        proposition=a.proposition or b.proposition,
    )
    return replace(
        old, event=event, agent=old.agent or new.agent, sentence=new.sentence, last=new.last,
        marks=old.marks or new.marks, announced=old.announced or new.announced, lasting=old.lasting or new.lasting,
    )  # fmt: skip
