"""What the rules build attributions from: marked paragraphs, sources, cues and spans."""

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Token

from kgraph.extract.attribution import Attribution
from kgraph.model import Span, Spans

REFUSE = frozenset({"decline", "refuse"})
AUXILIARIES = ("aux", "auxpass", "neg", "prt")
_CLOSERS = "\"”’»'"
_SUBJECT = ("nsubj", "csubj")


class Marked:
    """A paragraph with its quotations."""

    def __init__(self, text: str, start: int, end: int, quotes: list[Span]) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.quotes = quotes
        self._starts = [s for s, _ in quotes]

    def quote_at(self, place: int) -> Span | None:
        """The quotation that holds this character."""
        number = bisect_right(self._starts, place) - 1
        if number >= 0 and self.quotes[number][0] <= place < self.quotes[number][1]:
            return self.quotes[number]
        return None


def source_of(verb: Token) -> list[Token]:
    """The subject of the verb, found through coordination, control and relative clauses."""
    at = verb
    for _ in range(6):
        subject = next((c for c in at.children if c.dep_ in (*_SUBJECT, "nsubjpass")), None)
        if subject is not None:
            if subject.dep_ == "nsubjpass" and at is verb:
                return []
            if (
                subject.lower_ in ("it", "there")
                and at is verb
                and verb.lemma_ in ("seem", "appear")
            ):
                return []
            if subject.lower_ in ("that", "which") and at.dep_ == "relcl":
                inside = {t.i for t in at.subtree}
                return cut([t for t in at.head.subtree if t.i not in inside])
            return cut([t for t in subject.subtree if t.i != verb.i])
        if at.dep_ in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep") and at.head.i != at.i:
            at = at.head
        elif at.dep_ in ("acl", "relcl") and at.head.pos_ in ("NOUN", "PROPN", "PRON"):
            head = at.head
            inside = {t.i for t in at.subtree}
            return cut([t for t in head.subtree if t.i not in inside])
        else:
            return []
    return []


def cut(run: Sequence[Token]) -> list[Token]:
    """The run without edge punctuation, ended at a quotation mark or a dash."""
    kept: list[Token] = []
    for token in run:
        if kept and token.text in ("“", '"', "``", "—", ":", ";"):
            break
        kept.append(token)
    while kept and (kept[-1].is_punct or kept[-1].is_space or kept[-1].tag_ == "POS"):
        if kept[-1].text == ")" and any(t.text == "(" for t in kept):
            break
        kept.pop()
    while kept and (kept[0].is_punct or kept[0].is_space):
        kept.pop(0)
    return kept


def cue_of(verb: Token, last: Token | None = None) -> list[Token]:
    """The verb with its auxiliaries, negation and particle, and up to ``last``."""
    run = [c for c in verb.children if c.dep_ in AUXILIARIES and (c.i < verb.i or c.dep_ != "aux")]
    run = [c for c in run if abs(c.i - verb.i) <= 4 and c.lower_ != "to"]
    adverbs = [
        c
        for c in verb.children
        if c.dep_ == "advmod" and c.i in (verb.i - 1, verb.i - 2) and c.tag_ == "RB"
    ]
    if verb.dep_ == "xcomp" and verb.head.lemma_ in REFUSE:
        run += [
            *cue_of(verb.head),
            *(c for c in verb.children if c.lower_ == "to" and c.i < verb.i),
        ]
    if verb.lemma_ == "call":
        run += [c for c in verb.children if c.lower_ in ("on", "upon") and c.i == verb.i + 1]
    return sorted({*run, *adverbs, verb, *([last] if last is not None else [])}, key=lambda t: t.i)


def has_to(clause: Token) -> bool:
    """Whether the clause is an infinitive with 'to'."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)


def plain(run: list[Token]) -> list[Span]:
    """The run as one span, without punctuation at its edges; [] for an empty run."""
    run = [t for t in run if not t.is_space]
    while run and run[-1].text in ".,;:":
        run.pop()
    while run and run[0].text in ",;:.-–—":
        run = run[1:]
    return [(run[0].idx, run[-1].idx + len(run[-1]))] if run else []


def span_with_marks(run: list[Token], paragraph: Marked) -> list[Span]:
    """The run as a span that doesn't cut a quotation mark off from its words."""
    found = plain(run)
    if not found:
        return []
    start, end = found[0]
    text = paragraph.text
    first, last = paragraph.quote_at(start), paragraph.quote_at(end - 1)
    if last is not None and last[0] >= start and end < last[1] and last[1] - end <= 3:
        end = last[1]
    if first is not None and start - first[0] <= 2 and (last == first or end >= first[1]):
        start = first[0]
    while end < paragraph.end and text[end] in _CLOSERS and paragraph.quote_at(end) is not None:
        end += 1
    return [(max(start, paragraph.start), min(end, paragraph.end))]


def made(
    source: Sequence[Token], cue: Sequence[Token], content: Sequence[Span], confidence: float
) -> Attribution | None:
    """An attribution of these words; None where nothing is left as content."""
    if not content:
        return None
    cue_spans = runs(cue)
    spans = [s for span in content for s in _without(span, cue_spans)]
    if not spans:
        return None
    return Attribution(
        source=runs(source, whole=True), cue=cue_spans, content=tuple(spans), confidence=confidence
    )


def _without(span: Span, taken: Spans) -> list[Span]:
    """The span without the cue, where a parse has put that inside."""
    for start, end in taken:
        if span[0] <= start and end <= span[1]:
            return [s for s in ((span[0], start), (end, span[1])) if s[1] - s[0] > 3][:1]
    return [span]


def runs(run: Sequence[Token], *, whole: bool = False) -> Spans:
    """Spans of neighbouring tokens; one span over all where ``whole``."""
    if not run:
        return ()
    if whole:
        return ((run[0].idx, run[-1].idx + len(run[-1])),)
    spans: list[list[int]] = []
    last = -2
    for token in run:
        if token.i == last + 1:
            spans[-1][1] = token.idx + len(token)
        else:
            spans.append([token.idx, token.idx + len(token)])
        last = token.i
    return tuple((s, e) for s, e in spans)


def merged(spans: Sequence[Span]) -> list[Span]:
    """The spans in order, those that touch made one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found
