"""Attributions by rules over the dependency parse and the quotation marks.

One candidate per cue word: its clause tells the source, its complement or the quotations around it
tell the content. Labels are those of the ClearNLP scheme that spaCy's English models use.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Run

from kgraph.extract import cues
from kgraph.extract.attribution import Attribution
from kgraph.extract.nominals import by_adjective, by_clear, by_noun
from kgraph.extract.pieces import (
    REFUSE,
    Marked,
    cue_of,
    cut,
    has_to,
    made,
    merged,
    runs,
    source_of,
    span_with_marks,
)
from kgraph.extract.quotes import quoted
from kgraph.extract.tails import with_relay
from kgraph.model import Article, Span

_SPOKEN = frozenset({"i", "we", "you"})
"""Sources inside somebody else's words, or none at all."""

_SPEECH = frozenset({"comment", "discuss", "speak", "talk"})
_TAIL = ("prep", "xcomp", "advcl", "npadvmod")
_AGENTS = ("NNP", "NNPS", "NNS", "PRP")


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
        marked = Marked(text, paragraph.start, paragraph.end, quotes)
        here = [
            a
            for sentence in inside
            for a in with_relay([*_sentence(sentence, marked)], sentence, text)
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
            source = source_of(token)
            if source:
                return Attribution(
                    source=runs(source, whole=True), cue=runs(cue_of(token)), content=(),
                    confidence=0.8,
                )  # fmt: skip
    return None


def _sentence(sentence: Run, paragraph: Marked) -> Iterator[Attribution]:
    for token in sentence:
        if token.lower_ == "according" and token.i + 1 < len(token.doc):
            found = _according(token, sentence, paragraph)
        elif token.pos_ in ("VERB", "AUX"):
            found = _verb(token, sentence, paragraph)
        elif token.pos_ == "NOUN" and token.lemma_ in cues.NOUNS:
            found = by_noun(token)
        elif token.pos_ == "ADJ" and token.lemma_ in cues.ADJECTIVES:
            found = by_adjective(token, paragraph)
        else:
            continue
        if found is not None:
            yield found


def _verb(verb: Token, sentence: Run, paragraph: Marked) -> Attribution | None:
    lemma = verb.lemma_.lower()
    if lemma == "make" and any(c.lower_ == "clear" for c in verb.children):
        return by_clear(verb)
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
    source = source_of(verb)
    if not source or (source[0].lower_ in _SPOKEN and len(source) == 1):
        return None
    cue = cue_of(verb)
    infinitive = _infinitive(verb) if lemma in cues.INFINITIVE else None
    if infinitive is not None:
        return made(source, cue, span_with_marks(infinitive, paragraph), 0.5)
    if lemma in cues.SAY:
        content = _clause(verb, source, sentence, paragraph)
        if content:
            confidence = 0.8 if lemma in ("say", "tell", "add", "write") else 0.65
            return made(source, cue, content, confidence)
    if lemma in cues.PREPOSITION and source:
        for child in verb.children:
            if child.lower_ == cues.PREPOSITION[lemma] and child.i > verb.i:
                run = [t for t in child.subtree if t.i > child.i]
                if run:
                    cue = cue_of(verb, child)
                    return made(source, cue, span_with_marks(run, paragraph), 0.45)
    if lemma in cues.OBJECT and source:
        if lemma in {"call", "name", "label"}:
            for child in verb.children:
                if child.dep_ in ("oprd", "ccomp", "xcomp") and child.i > verb.i:
                    return made(source, cue, span_with_marks(list(child.subtree), paragraph), 0.4)
            return None
        objects = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
        if objects and objects[0].pos_ in ("NOUN", "PROPN", "PRON"):
            if objects[0].lemma_ in cues.NOUNS and by_noun(objects[0]) is not None:
                return None
            run = [
                t
                for c in verb.children
                if c.i == objects[0].i or (c.i > objects[0].i and c.dep_ in _TAIL)
                for t in c.subtree
            ]
            run = list(verb.doc[run[0].i : run[-1].i + 1])
            return made(source, cue, span_with_marks(run, paragraph), 0.4)
    return None


def _infinitive(verb: Token) -> list[Token] | None:
    """The infinitive that the verb takes, from its "to" on."""
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp", "advcl") and child.i > verb.i and has_to(child):
            if child.lemma_ in cues.SAY | _SPEECH and verb.lemma_ in REFUSE:
                return None
            to = next(t for t in child.children if t.lower_ == "to" and t.dep_ == "aux")
            return [t for t in child.subtree if t.i >= to.i]
    return None


def _clause(verb: Token, source: list[Token], sentence: Run, paragraph: Marked) -> list[Span]:
    """The complement clause of a verb of saying, or the quotations that it stands beside."""
    taken = {t.i for t in source} | {verb.i}
    clauses = [
        c
        for c in verb.children
        if c.dep_ in ("ccomp", "xcomp", "acomp", "intj")
        and c.pos_ in ("VERB", "AUX", "NOUN", "ADJ", "PROPN", "ADV", "INTJ", "PRON", "NUM")
    ]
    before = [c for c in clauses if c.i < verb.i]
    after = [c for c in clauses if c.i > verb.i and (c.dep_ != "xcomp" or not has_to(c))]
    spans: list[Span] = []
    if before and not paragraph.quote_at(verb.idx):
        first = min(t.i for t in before[0].subtree)
        stop = min([verb.i, *(t.i for t in source if t.i > before[0].i)])
        run = [t for t in verb.doc[first:stop] if t.i not in taken]
        # Words in front of the clause that hang on the verb itself are part of what was said,
        # when a comma or a quotation mark closes them off from the attribution.
        spans += span_with_marks(run, paragraph)
    elif after:
        run = [t for t in after[0].subtree if t.i > verb.i and t.i not in taken]
        if run:
            spans += span_with_marks(list(verb.doc[run[0].i : run[-1].i + 1]), paragraph)
    elif verb.dep_ in ("parataxis", "advcl", "ccomp") and verb.head.i < verb.i and source:
        # "…, Smith said": the parser hung the attribution on what was said.
        whole = {t.i for t in verb.subtree}
        edge = min(whole)
        if edge > sentence.start and verb.doc[edge - 1].text in (",", "”", '"', "''", "’"):
            spans += span_with_marks([t for t in sentence if t.i < edge], paragraph)
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
        spans = merged([*spans, *near])
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


def _according(token: Token, sentence: Run, paragraph: Marked) -> Attribution | None:
    to = next((c for c in token.children if c.lower_ == "to"), None)
    if to is None:
        to = token.nbor(1) if token.nbor(1).lower_ == "to" else None
    if to is None:
        return None
    source = [t for c in to.children if c.dep_ == "pobj" for t in c.subtree]
    source = cut(source)
    if not source:
        return None
    low, high = token.i, max(t.i for t in source)
    left = [t for t in sentence if t.i < low]
    right = [t for t in sentence if t.i > high]
    run = left if len(left) > len(right) else right
    return made(source, [token, to], span_with_marks(run, paragraph), 0.75)


def _passive(verb: Token, sentence: Run, paragraph: Marked) -> Attribution | None:
    lemma = verb.lemma_.lower()
    by = [t for c in verb.children if c.dep_ == "agent" for w in c.children for t in w.subtree]
    subject = [t for c in verb.children if c.dep_ == "nsubjpass" for t in c.subtree]
    rest = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > verb.i]
    if lemma in ("quote", "cite") and subject:
        clause = [t for c in rest for t in c.subtree] or []
        spans = span_with_marks(clause, paragraph) if clause else []
        near = [q for q in paragraph.quotes if sentence.start_char <= q[0] < sentence.end_char]
        content = merged([*spans, *near])
        return made(subject, cue_of(verb), content, 0.6) if content else None
    if by and lemma in cues.SAY | cues.OBJECT and subject and by[-1].tag_ in _AGENTS:
        return made(cut(by), cue_of(verb), span_with_marks(subject, paragraph), 0.45)
    if lemma in ("expect", "believe", "report", "think", "say", "suspect") and rest:
        run = [t for c in rest for t in c.subtree]
        content = merged([*span_with_marks(subject, paragraph), *span_with_marks(run, paragraph)])
        return made([], cue_of(verb), content, 0.4)
    return None


def _joined(found: list[Attribution], paragraph: Marked) -> list[Attribution]:
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


def _has_quote(attribution: Attribution, paragraph: Marked) -> bool:
    return any(paragraph.quote_at(start) for start, _ in attribution.content)


def _covered(text: str, start: int, end: int, quotes: list[Span]) -> bool:
    """Whether the quotations leave nothing of the paragraph but punctuation."""
    rest, at = "", start
    for s, e in quotes:
        rest += text[at:s]
        at = e
    rest += text[at:end]
    return not any(c.isalnum() for c in rest)
