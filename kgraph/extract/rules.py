"""Attributions by rules over the dependency parse and the quotation marks.

One candidate per cue word: its clause tells the source, its complement or the quotations around it
tell the content. Labels are those of the ClearNLP scheme that spaCy's English models use.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token  # noqa: TID251
from spacy.tokens import Span as Run

from kgraph.extract import cues
from kgraph.extract.attribution import Attribution
from kgraph.extract.quotes import quoted
from kgraph.extract.tails import trailing, with_relay
from kgraph.model import Article, Span, Spans

_CLOSERS = "\"”’»'"
_SUBJECT = ("nsubj", "csubj")
_SPOKEN = frozenset({"i", "we", "you"})
"""Sources inside somebody else's words, or none at all."""

_SPEECH = frozenset({"comment", "discuss", "speak", "talk"})
_REFUSE = frozenset({"decline", "refuse"})
_TAIL = ("prep", "xcomp", "advcl", "npadvmod")
_AGENTS = ("NNP", "NNPS", "NNS", "PRP")
_AUX = ("aux", "auxpass", "neg", "prt")


def find_attributions(doc: Doc, article: Article) -> list[Attribution]:
    """The attributions of the article's paragraphs of text, nested ones included, in text order."""
    text = article.text
    sentences = list(doc.sents)
    starts = [sentence.start_char for sentence in sentences]
    found: list[Attribution] = []
    waiting: Attribution | None = None
    for paragraph in article.paragraphs:
        if paragraph.kind != "text":
            continue
        first = max(0, bisect_right(starts, paragraph.start) - 1)
        last = bisect_right(starts, paragraph.end - 1)
        inside = [s for s in sentences[first:last] if s.end_char > paragraph.start]
        quotes = quoted(text, paragraph.start, paragraph.end)
        marked = _Paragraph(text, paragraph.start, paragraph.end, quotes)
        here = [
            a
            for sentence in inside
            for a in with_relay(trailing([*_sentence(sentence, marked)], sentence), sentence, text)
        ]
        if quotes and not here and _covered(text, paragraph.start, paragraph.end, quotes):
            if waiting is not None:
                here = [replace(waiting, content=tuple(quotes))]
            elif found:
                here = [Attribution(source=(), cue=(), content=tuple(quotes), confidence=0.4)]
        here = _joined(here, marked)
        found += here
        waiting = _announced(inside) if text[paragraph.end - 1] == ":" else None
    return sorted(set(found), key=lambda a: (a.content, a.cue, a.source))


def _announced(sentences: list[Run]) -> Attribution | None:
    """Who and which cue a paragraph that ends with a colon names for the quotation after it."""
    for token in reversed(list(sentences[-1]) if sentences else []):
        if token.pos_ == "VERB" and token.lemma_ in cues.SAY:
            source = _source(token)
            if source:
                return Attribution(
                    source=_runs(source, whole=True), cue=_runs(_cue(token)), content=(),
                    confidence=0.8,
                )  # fmt: skip
    return None


class _Paragraph:
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


def _sentence(sentence: Run, paragraph: _Paragraph) -> Iterator[Attribution]:
    for token in sentence:
        if token.lower_ == "according" and token.i + 1 < len(token.doc):
            found = _according(token, sentence, paragraph)
        elif token.pos_ in ("VERB", "AUX"):
            found = _verb(token, sentence, paragraph)
        elif token.pos_ == "NOUN" and token.lemma_ in cues.NOUNS:
            found = _noun(token)
        elif token.pos_ == "ADJ" and token.lemma_ in cues.ADJECTIVES:
            found = _adjective(token, paragraph)
        else:
            continue
        if found is not None:
            yield found


def _verb(verb: Token, sentence: Run, paragraph: _Paragraph) -> Attribution | None:
    lemma = verb.lemma_.lower()
    if lemma == "make" and any(c.lower_ == "clear" for c in verb.children):
        return _made_clear(verb)
    if lemma not in cues.SAY | cues.INFINITIVE | cues.OBJECT and lemma not in cues.PREPOSITION:
        return None
    if any(c.dep_ == "auxpass" for c in verb.children):
        return _passive(verb, sentence, paragraph)
    if verb.tag_ == "VBN" and verb.dep_ == "acl":
        return None
    if verb.tag_ == "VBN" and verb.dep_ == "advcl":
        return None
    if any(c.lower_ in ("if", "unless") and c.dep_ in ("mark", "advmod") for c in verb.children):
        return None
    source = _source(verb)
    if not source or (source[0].lower_ in _SPOKEN and len(source) == 1):
        return None
    cue = _cue(verb)
    infinitive = _infinitive(verb) if lemma in cues.INFINITIVE else None
    if infinitive is not None:
        return _made(source, cue, _span(infinitive, paragraph), 0.5)
    if lemma in cues.SAY:
        content = _clause(verb, source, sentence, paragraph)
        if content:
            confidence = 0.8 if lemma in ("say", "tell", "add", "write") else 0.65
            return _made(source, cue, content, confidence)
    if lemma in cues.PREPOSITION and source:
        for child in verb.children:
            if child.lower_ == cues.PREPOSITION[lemma] and child.i > verb.i:
                run = [t for t in child.subtree if t.i > child.i]
                if run:
                    cue = _cue(verb, child)
                    return _made(source, cue, _span(run, paragraph), 0.45)
    if lemma in cues.OBJECT and source:
        if lemma in {"call", "name", "label"}:
            for child in verb.children:
                if child.dep_ in ("oprd", "ccomp", "xcomp") and child.i > verb.i:
                    return _made(source, cue, _span(list(child.subtree), paragraph), 0.4)
            return None
        objects = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
        if objects and objects[0].pos_ in ("NOUN", "PROPN", "PRON"):
            if objects[0].lemma_ in cues.NOUNS and _noun(objects[0]) is not None:
                return None
            run = [
                t
                for c in verb.children
                if c.i == objects[0].i or (c.i > objects[0].i and c.dep_ in _TAIL)
                for t in c.subtree
            ]
            run = list(verb.doc[run[0].i : run[-1].i + 1])
            return _made(source, cue, _span(run, paragraph), 0.4)
    return None


def _infinitive(verb: Token) -> list[Token] | None:
    """The infinitive that the verb takes, from its "to" on."""
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp", "advcl") and child.i > verb.i and _has_to(child):
            if child.lemma_ in cues.SAY | _SPEECH and verb.lemma_ in _REFUSE:
                return None
            to = next(t for t in child.children if t.lower_ == "to" and t.dep_ == "aux")
            return [t for t in child.subtree if t.i >= to.i]
    return None


def _clause(verb: Token, source: list[Token], sentence: Run, paragraph: _Paragraph) -> list[Span]:
    """The complement clause of a verb of saying, or the quotations that it stands beside."""
    taken = {t.i for t in source} | {verb.i}
    clauses = [
        c
        for c in verb.children
        if c.dep_ in ("ccomp", "xcomp", "acomp", "intj")
        and c.pos_ in ("VERB", "AUX", "NOUN", "ADJ", "PROPN", "ADV", "INTJ", "PRON", "NUM")
    ]
    before = [c for c in clauses if c.i < verb.i]
    after = [c for c in clauses if c.i > verb.i and (c.dep_ != "xcomp" or not _has_to(c))]
    spans: list[Span] = []
    if before and not paragraph.quote_at(verb.idx):
        first = min(t.i for t in before[0].subtree)
        stop = min([verb.i, *(t.i for t in source if t.i > before[0].i)])
        run = [t for t in verb.doc[first:stop] if t.i not in taken]
        # Words in front of the clause that hang on the verb itself are part of what was said,
        # when a comma or a quotation mark closes them off from the attribution.
        spans += _span(run, paragraph)
    elif after:
        run = [t for t in after[0].subtree if t.i > verb.i and t.i not in taken]
        if run:
            spans += _span(list(verb.doc[run[0].i : run[-1].i + 1]), paragraph)
    elif verb.dep_ in ("parataxis", "advcl", "ccomp") and verb.head.i < verb.i and source:
        # "…, Smith said": the parser hung the attribution on what was said.
        whole = {t.i for t in verb.subtree}
        edge = min(whole)
        if edge > sentence.start and verb.doc[edge - 1].text in (",", "”", '"', "''", "’"):
            spans += _span([t for t in sentence if t.i < edge], paragraph)
    place = verb.idx
    if paragraph.quote_at(place) is None:
        near = [
            q
            for q in paragraph.quotes
            if q[0] < sentence.end_char
            and q[1] > sentence.start_char
            and (_is_sentence(paragraph.text, q) or not spans)
            and not _inside_complement(verb, q)
            and not any(q[0] <= t.idx < q[1] for t in source)
        ]
        spans = _merged([*spans, *near])
    return spans


def _inside_complement(verb: Token, quote: Span) -> bool:
    """Whether the quotation is but some words of an object or infinitive of the verb."""
    for child in verb.children:
        if child.dep_ in ("dobj", "xcomp", "prep", "conj"):
            places = [t.idx for t in child.subtree]
            if min(places) < quote[0] <= max(places):
                return True
    return False


def _is_sentence(text: str, quote: Span) -> bool:
    words = text[quote[0] : quote[1]]
    return words.count(" ") >= 3 or words.rstrip("\"”’'»")[-1:] in ".,!?"


def _according(token: Token, sentence: Run, paragraph: _Paragraph) -> Attribution | None:
    to = next((c for c in token.children if c.lower_ == "to"), None)
    if to is None:
        to = token.nbor(1) if token.nbor(1).lower_ == "to" else None
    if to is None:
        return None
    source = [t for c in to.children if c.dep_ == "pobj" for t in c.subtree]
    if not source:
        return None
    source = _cut(source)
    low, high = token.i, max(t.i for t in source)
    left = [t for t in sentence if t.i < low]
    right = [t for t in sentence if t.i > high]
    run = left if len(left) > len(right) else right
    return _made(source, [token, to], _span(run, paragraph), 0.75)


def _passive(verb: Token, sentence: Run, paragraph: _Paragraph) -> Attribution | None:
    lemma = verb.lemma_.lower()
    by = [t for c in verb.children if c.dep_ == "agent" for w in c.children for t in w.subtree]
    subject = [t for c in verb.children if c.dep_ == "nsubjpass" for t in c.subtree]
    rest = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i]
    if lemma in ("quote", "cite") and subject:
        clause = [t for c in rest for t in c.subtree] or []
        spans = _span(clause, paragraph) if clause else []
        near = [q for q in paragraph.quotes if sentence.start_char <= q[0] < sentence.end_char]
        content = _merged([*spans, *near])
        return _made(subject, _cue(verb), content, 0.6) if content else None
    if by and lemma in cues.SAY | cues.OBJECT and subject and by[-1].tag_ in _AGENTS:
        return _made(_cut(by), _cue(verb), _span(subject, paragraph), 0.45)
    if lemma in ("expect", "believe", "report", "think", "say", "suspect") and rest:
        run = [t for c in rest for t in c.subtree]
        content = _merged([*_span(subject, paragraph), *_span(run, paragraph)])
        return _made([], _cue(verb), content, 0.4)
    return None


def _noun(noun: Token) -> Attribution | None:
    """ "his belief that …", "Moscow's readiness for talks"."""
    owner = [t for c in noun.children if c.dep_ == "poss" for t in c.subtree if t.tag_ != "POS"]
    clause = next((c for c in noun.children if c.dep_ in ("acl", "ccomp") and c.i > noun.i), None)
    if clause is not None and (_has_to(clause) or any(c.lower_ == "that" for c in clause.children)):
        run = [t for t in clause.subtree if t.i > noun.i]
        verb = noun.head
        if not owner and noun.dep_ == "dobj" and verb.pos_ == "VERB":
            source = _source(verb)
            return _made(source, [*_cue(verb), noun], _plain(run), 0.4) if source else None
        return _made(owner, [noun], _plain(run), 0.4) if owner else None
    if owner:
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in (
                "for",
                "of",
                "on",
                "to",
                "about",
                "against",
            ):
                run = [t for t in noun.subtree if t.i > child.i]
                if run:
                    owner, run_cue = _owner(noun, owner)
                    return _made(owner, run_cue, _plain(run), 0.35)
    return None


def _owner(noun: Token, owner: list[Token]) -> tuple[list[Token], list[Token]]:
    """The source and cue of a possessed noun: "Moscow reiterated its readiness" is Moscow's."""
    verb = noun.head
    if (
        noun.dep_ == "dobj" and verb.pos_ == "VERB" and verb.lemma_ in cues.SAY | cues.OBJECT
        and len(owner) == 1 and owner[0].tag_ == "PRP$"
    ):  # fmt: skip
        subject = _source(verb)
        if subject:
            return subject, [*_cue(verb), *(c for c in noun.children if c.dep_ == "poss"), noun]
    return owner, [noun]


def _adjective(adjective: Token, paragraph: _Paragraph) -> Attribution | None:
    verb = adjective.head
    if adjective.dep_ != "acomp" or verb.lemma_ not in ("be", "remain", "feel", "seem"):
        return None
    clause = next(
        (
            c
            for c in adjective.children
            if c.dep_ in ("ccomp", "xcomp", "prep") and c.i > adjective.i
        ),
        None,
    )
    source = _source(verb)
    if clause is None or not source:
        return None
    run = [t for t in clause.subtree if t.i > adjective.i]
    if clause.dep_ == "prep":
        run = run[1:]
    aux = [c for c in verb.children if c.dep_ in _AUX and c.i < adjective.i]
    return _made(source, [*aux, verb, adjective], _span(run, paragraph), 0.4) if run else None


def _made_clear(verb: Token) -> Attribution | None:
    source = _source(verb)
    clear = next(c for c in verb.children if c.lower_ == "clear")
    it = [c for c in verb.children if c.lower_ == "it"]
    clause = next(
        (
            c
            for p in (verb, clear)
            for c in p.children
            if c.dep_ in ("ccomp", "advcl") and c.i > clear.i
        ),
        None,
    )
    if clause is None:
        clause = next((c for c in clear.children if c.i > clear.i), None)
    if clause is None or not source:
        return None
    run = [t for t in clause.subtree if t.i > clear.i]
    return _made(source, [*_cue(verb), *it, clear], _plain(run), 0.6) if run else None


def _source(verb: Token) -> list[Token]:
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
                return _cut([t for t in at.head.subtree if t.i not in inside])
            return _cut([t for t in subject.subtree if t.i != verb.i])
        if at.dep_ in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep") and at.head.i != at.i:
            at = at.head
        elif at.dep_ in ("acl", "relcl") and at.head.pos_ in ("NOUN", "PROPN", "PRON"):
            head = at.head
            inside = {t.i for t in at.subtree}
            return _cut([t for t in head.subtree if t.i not in inside])
        else:
            return []
    return []


def _cut(run: Sequence[Token]) -> list[Token]:
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


def _cue(verb: Token, last: Token | None = None) -> list[Token]:
    """The verb with its auxiliaries, negation and particle, and up to ``last``."""
    run = [c for c in verb.children if c.dep_ in _AUX and (c.i < verb.i or c.dep_ != "aux")]
    run = [c for c in run if abs(c.i - verb.i) <= 4 and c.lower_ != "to"]
    adverbs = [
        c
        for c in verb.children
        if c.dep_ == "advmod" and c.i in (verb.i - 1, verb.i - 2) and c.tag_ == "RB"
    ]
    if verb.dep_ == "xcomp" and verb.head.lemma_ in _REFUSE:
        run += [*_cue(verb.head), *(c for c in verb.children if c.lower_ == "to" and c.i < verb.i)]
    if verb.lemma_ == "call":
        run += [c for c in verb.children if c.lower_ in ("on", "upon") and c.i == verb.i + 1]
    return sorted({*run, *adverbs, verb, *([last] if last is not None else [])}, key=lambda t: t.i)


def _has_to(clause: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)


def _plain(run: list[Token]) -> list[Span]:
    run = [t for t in run if not t.is_space]
    while run and run[-1].text in ".,;:":
        run.pop()
    while run and run[0].text in ",;:.-–—":
        run = run[1:]
    return [(run[0].idx, run[-1].idx + len(run[-1]))] if run else []


def _span(run: list[Token], paragraph: _Paragraph) -> list[Span]:
    """The run as a span that doesn't cut a quotation mark off from its words."""
    found = _plain(run)
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


def _made(
    source: Sequence[Token], cue: Sequence[Token], content: Sequence[Span], confidence: float
) -> Attribution | None:
    if not content:
        return None
    cue_spans = _runs(cue)
    spans = [s for span in content for s in _without(span, cue_spans)]
    if not spans:
        return None
    return Attribution(
        source=_runs(source, whole=True), cue=cue_spans, content=tuple(spans), confidence=confidence
    )


def _without(span: Span, taken: Spans) -> list[Span]:
    """The span without the cue, where a parse has put that inside."""
    for start, end in taken:
        if span[0] <= start and end <= span[1]:
            return [s for s in ((span[0], start), (end, span[1])) if s[1] - s[0] > 3][:1]
    return [span]


def _runs(run: Sequence[Token], *, whole: bool = False) -> Spans:
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


def _merged(spans: Sequence[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _joined(found: list[Attribution], paragraph: _Paragraph) -> list[Attribution]:
    """Quotations of the paragraph that no attribution has yet go to the one before them."""
    taken = [s for a in found for s in a.content]
    out = list(found)
    for quote in paragraph.quotes:
        if any(s < quote[1] and quote[0] < e for s, e in taken):
            continue
        if not _is_sentence(paragraph.text, quote):
            continue
        before = [
            a for a in out
            if a.content and a.content[-1][1] <= quote[0] and _has_quote(a, paragraph)
        ]  # fmt: skip
        if before:
            last = max(before, key=lambda a: a.content[-1])
            between = paragraph.text[
                max(last.content[-1][1], *(e for _, e in last.cue or ((0, 0),))) : quote[0]
            ]
            if len(between.split()) <= 12:
                out.remove(last)
                out.append(replace(last, content=(*last.content, quote)))
    return out


def _has_quote(attribution: Attribution, paragraph: _Paragraph) -> bool:
    return any(paragraph.quote_at(start) for start, _ in attribution.content)


def _covered(text: str, start: int, end: int, quotes: list[Span]) -> bool:
    """Whether the quotations leave nothing of the paragraph but punctuation."""
    rest, at = "", start
    for s, e in quotes:
        rest += text[at:s]
        at = e
    rest += text[at:end]
    return not any(c.isalnum() for c in rest)
