"""A parsed text as arrays, and a paragraph with its quotations; both are made in one pass.

Everything here is by token number. Subtrees are the ranges between their edges, so that no rule
walks a tree recursively or copies one, and what many rules ask of one token is worked out once.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from kgraph.extract import cues
from kgraph.extract.quotes import is_spoken, quoted
from kgraph.model import Paragraph, Span, Spans

_EDGE = frozenset(",;:.–—-") | {"--", "...", "…", "*", "•"}
_MARKS = frozenset("\"'“”„«»‘’") | {"``", "''"}
_HOPS = 6
_NEAR = 3
"""Characters between the last word of a content and the closing mark: a comma and the mark."""


class Tree:
    """The tokens of a document with their labels, their children and the edges of their subtrees.

    Attributes:
        kids: The children of each token, from left to right.
        subjects: The subject of each token's own clause, or None.
        objects: The direct object of each token, or None.
    """

    def __init__(self, doc: Doc) -> None:
        tokens = list(doc)
        self.size = len(tokens)
        self.lower = [t.lower_ for t in tokens]
        self.lemma = [cues.normal(t.lemma_.lower()) for t in tokens]
        self.pos = [t.pos_ for t in tokens]
        self.tag = [t.tag_ for t in tokens]
        self.dep = [t.dep_ for t in tokens]
        self.head = [t.head.i for t in tokens]
        self.left = [t.left_edge.i for t in tokens]
        self.right = [t.right_edge.i for t in tokens]
        self.start = [t.idx for t in tokens]
        self.end = [t.idx + len(t) for t in tokens]
        self.space = [t.is_space for t in tokens]
        self.kids: list[list[int]] = [[] for _ in tokens]
        self.subjects: list[int | None] = [None] * self.size
        self.objects: list[int | None] = [None] * self.size
        for number, head in enumerate(self.head):
            if head == number:
                continue
            self.kids[head].append(number)
            if self.dep[number] in ("nsubj", "nsubjpass", "csubj"):
                # The one nearest before the verb; one behind it only where none is before.
                if number < head or self.subjects[head] is None:
                    self.subjects[head] = number
            elif self.dep[number] == "dobj" and self.objects[head] is None:
                self.objects[head] = number
        self._borders = [t.i for t in tokens if t.is_sent_start or t.i == 0]
        self._coordinate()

    def _coordinate(self) -> None:
        """Parts "added" in "He said A and added that B" from the verb of A; it goes with "said".

        So do participles: "He said A, adding that B".
        """
        for verb in range(self.size):
            if self.lemma[verb] not in cues.REPORT or self.subjects[verb] is not None:
                continue
            if self.dep[verb] == "conj":
                outer = self._reporting(verb)
                if outer is not None and self.tag[verb] == self.tag[outer]:
                    self._lift(verb, outer)
            elif self.dep[verb] == "advcl" and self.tag[verb] == "VBG":
                first = self.left[verb]
                outer = self._reporting(verb) if self.lower[first - 1 : first] == [","] else None
                if outer is not None:
                    self._lift(verb, outer)

    def _reporting(self, verb: int) -> int | None:
        """The verb of saying in whose clause the verb ends, if it does."""
        at = self.head[verb]
        for _ in range(_HOPS):
            up = self.head[at]
            if up >= at or self.right[at] > self.right[verb] + 1:
                return None
            if self.dep[at] == "ccomp" and self.lemma[up] in cues.REPORT:
                return up
            at = up
        return None

    def _lift(self, verb: int, outer: int) -> None:
        """Hangs the verb on the outer one and ends what lay between before it."""
        end = self.left[verb] - 1
        at = self.head[verb]
        while end > at and (self.dep[end] == "cc" or self.lower[end] == ","):
            end -= 1
        for _ in range(_HOPS):
            if at == outer:
                break
            self.right[at] = min(self.right[at], max(end, at))
            at = self.head[at]
        self.head[verb] = outer

    def kid(self, at: int, *deps: str) -> int | None:
        """The first child with one of these labels."""
        return next((k for k in self.kids[at] if self.dep[k] in deps), None)

    def has_word(self, at: int, word: str) -> bool:
        """Whether one of the children is this word."""
        return any(self.lower[k] == word for k in self.kids[at])

    def after(self, at: int) -> list[int]:
        """The children behind the token."""
        kids = self.kids[at]
        return kids[bisect_right(kids, at) :]

    def sentence(self, at: int) -> tuple[int, int]:
        """First token of the sentence that holds this one, and the token behind its last."""
        number = bisect_right(self._borders, at) - 1
        after = number + 1
        return self._borders[number], self._borders[after] if after < len(
            self._borders
        ) else self.size

    def tokens(self, start: int, end: int) -> range:
        """The tokens that share a character with the span."""
        return range(bisect_right(self.end, start), bisect_left(self.start, end))

    def is_word(self, at: int) -> bool:
        """Whether the token is more than punctuation, a quotation mark or space."""
        return self.lower[at][:1].isalnum() or self.lower[at][-1:].isalnum()

    def is_mark(self, at: int) -> bool:
        """Whether the token is a quotation mark."""
        return self.lower[at] in _MARKS

    def trimmed(self, first: int, last: int) -> tuple[int, int] | None:
        """The range (last included) without space and sentence punctuation at its edges."""
        while first <= last and (self.space[first] or self.lower[first] in _EDGE):
            first += 1
        while first <= last and (
            self.space[last] or self.lower[last] in _EDGE or self.dep[last] == "cc"
        ):
            last -= 1
        return (first, last) if first <= last else None

    def spans(self, tokens: Iterable[int]) -> Spans:
        """Character spans of the tokens; neighbours are one span."""
        found: list[tuple[int, int]] = []
        before = -2
        for token in sorted(set(tokens)):
            start = found.pop()[0] if token == before + 1 else self.start[token]
            found.append((start, self.end[token]))
            before = token
        return tuple(found)


class Block:
    """A paragraph of text with its quotations, by token.

    Attributes:
        quotes: Its quotations, marks included.
        spoken: Whether each of them is a clause or more rather than some words of another's.
        phrases: The noun phrases found so far, by their heads.
    """

    def __init__(self, tree: Tree, text: str, paragraph: Paragraph) -> None:
        self.tree = tree
        self.text = text
        self.start = paragraph.start
        self.end = paragraph.end
        self.tokens = tree.tokens(paragraph.start, paragraph.end)
        self.quotes = quoted(text, paragraph.start, paragraph.end)
        self.spoken = [is_spoken(text, quote, paragraph.start) for quote in self.quotes]
        self.phrases: dict[int, tuple[int, int] | None] = {}
        self._starts = [start for start, _ in self.quotes]

    def sentence(self, at: int) -> tuple[int, int]:
        """The part of the token's sentence that lies in the paragraph; the last is excluded."""
        first, stop = self.tree.sentence(at)
        return max(first, self.tokens.start), min(stop, self.tokens.stop)

    def quote_at(self, place: int) -> int | None:
        """Number of the quotation that holds this character."""
        number = bisect_right(self._starts, place) - 1
        return number if number >= 0 and place < self.quotes[number][1] else None

    def quotes_in(self, span: Span) -> range:
        """Numbers of the quotations that share a character with the span."""
        first = bisect_right(self._starts, span[0]) - 1
        if first < 0 or self.quotes[first][1] <= span[0]:
            first += 1
        return range(first, bisect_left(self._starts, span[1]))

    def quote_of(self, token: int) -> int | None:
        """Number of the quotation that holds this token."""
        return self.quote_at(self.tree.start[token])

    def spoken_at(self, token: int) -> int | None:
        """The same for quotations of a whole clause, not of some words."""
        number = self.quote_of(token)
        return number if number is not None and self.spoken[number] else None

    def before(self, place: int) -> str:
        """The last character in front of this place that is no space, "" at the paragraph's start."""
        return self.text[max(self.start, place - 8) : place].rstrip()[-1:]

    def content(self, first: int, last: int, cue: int) -> list[Span]:
        """The range of tokens (last included) as content of the cue: no span, or one.

        A quotation that begins in the content belongs to it as a whole; where the cue itself
        stands in a quotation, the content ends with that.
        """
        run = self.tree.trimmed(max(first, self.tokens.start), min(last, self.tokens.stop - 1))
        if run is None:
            return []
        start, end = max(self.start, self.tree.start[run[0]]), min(self.end, self.tree.end[run[1]])
        own = self.quote_of(cue)
        if own is None:
            start, end = self._whole(start, end)
        else:
            low, high = self.quotes[own]
            start = max(start, low)
            if end >= high:
                end = high - _mark(self.text, high)
            while end > start and (self.text[end - 1].isspace() or self.text[end - 1] in ",.;:"):
                end -= 1
        return [(start, end)] if any(map(str.isalnum, self.text[start:end])) else []

    def _whole(self, start: int, end: int) -> Span:
        last = self.quote_at(end - 1)
        if last is not None:
            low, high = self.quotes[last]
            if low >= start or high - end <= _NEAR:
                end = high
        elif (after := self.quote_at(end)) is not None and self.quotes[after][1] == end + 1:
            end += 1
        first = self.quote_at(start)
        if first is not None:
            low, high = self.quotes[first]
            if start - low <= _NEAR and end >= high:
                start = low
        return start, end


def _mark(text: str, end: int) -> int:
    """Length of the quotation mark that ends at this place, 0 if there is none."""
    if text[end - 2 : end] == "''":
        return 2
    return 1 if text[end - 1] in "\"”’»'“" else 0


def merged(spans: Sequence[Span]) -> Spans:
    """The spans in order, those that overlap or touch as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)
