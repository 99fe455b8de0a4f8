"""Strings that a language model answered become spans of the article, or nothing.

A string counts where it stands in a piece that was sent, character for character and at the borders
of words; only the width of whitespace, and quotation marks around the whole of it, make no
difference. Of several places, those that stand nearest to one another are meant.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal, TypeAlias

from kgraph.extract.attribution import Attribution, overlap
from kgraph.extract.llm_windows import Window
from kgraph.model import Span, Spans

Reason: TypeAlias = Literal["not in the text", "nothing said", "nobody and no cue", "given twice"]
"""Why a find of the model is dropped."""

_MARKS = "\"'“”„‟‘’‚‛«»‹›`´"
_MOST_PLACES = 40
"""Places of one string that are looked at; a page of nothing but "yes" has more."""

_FAR = 10_000
_NEAR = 500
_SENTENCE = 30
"""Characters of distance that the end of a sentence counts for."""

_SHARED = 300
"""Characters of distance that a cue counts for being taken by another find."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """The strings of one attribution, as the model gave them.

    Attributes:
        paragraph: Number of the piece in its window, from 1; other numbers mean nothing.
    """

    source: Sequence[str]
    cue: Sequence[str]
    content: Sequence[str]
    paragraph: int = 0


class Ground:
    """The places of a window that an answer's strings may stand at.

    Finds are to be given in the order of the answer: of like strings, the first is the first.
    """

    def __init__(self, text: str, window: Window) -> None:
        self._text = text
        self._window = window
        self._cues: set[Spans] = set()
        self._made: set[tuple[Spans, Spans, Spans]] = set()

    def place(self, quoted: Quoted, *, confidence: float, near: Spans = ()) -> Attribution | Reason:
        """The attribution that the strings stand for, or why there is none.

        Args:
            quoted: The strings.
            confidence: What it is given.
            near: Where in the text to look first, where that is known.
        """
        sources, cues, contents = (
            _worded(part) for part in (quoted.source, quoted.cue, quoted.content)
        )
        if not contents:
            return "nothing said"
        if not sources and not cues:
            return "nobody and no cue"
        best: tuple[float, Spans, Spans, Spans] | None = None
        at_source, at_content = list(self._chains(sources)), list(self._chains(contents))
        for cue in self._chains(cues):
            for anchor in [cue] if cue else at_source:
                by_cost = partial(self._cost, anchor)
                content = min(at_content, key=by_cost, default=None)
                source = min(at_source, key=by_cost, default=None) if cue else anchor
                if content is None or source is None:
                    return "not in the text"
                cost = self._cost(anchor, content) + self._cost(anchor, source)
                cost += self._elsewhere(anchor, quoted.paragraph) + self._away(anchor, near)
                cost += _SHARED if cue in self._cues and cue else 0
                cost += _FAR if (source, cue, content) in self._made else 0
                if best is None or cost < best[0]:
                    best = cost, source, cue, content
        if best is None:
            return "not in the text"
        return self._made_of(*best[1:], confidence=confidence)

    def _made_of(
        self, source: Spans, cue: Spans, content: Spans, *, confidence: float
    ) -> Attribution | Reason:
        if (source, cue, content) in self._made:
            return "given twice"
        self._made.add((source, cue, content))
        self._cues.add(cue)
        source = without(self._text, source, cue)
        content = without(self._text, content, cue + source)
        if not any(c.isalnum() for s, e in content for c in self._text[s:e]):
            return "nothing said"
        return Attribution(source=source, cue=cue, content=content, confidence=confidence)

    def _chains(self, strings: Sequence[str]) -> Iterator[Spans]:
        """Where the strings may stand together: each after the one before it, or next to it."""
        if not strings:
            yield ()
            return
        places = [self._places(string) for string in strings]
        if not all(places):
            return
        for first in places[0]:
            chain = [first]
            for others in places[1:]:
                free = [p for p in others if not overlap((p,), tuple(chain))]
                if not free:
                    break
                end = chain[-1][1]
                chain.append(
                    min(free, key=lambda p: p[0] - end if p[0] >= end else end - p[0] + _FAR)
                )
            else:
                yield tuple(sorted(chain))

    def _places(self, string: str) -> list[Span]:
        """Where the string stands, first as it was given, then without marks around it."""
        found = list(self._occurrences(string))
        bare = string.strip(_MARKS + " ")
        if not found and bare and bare != string:
            found = list(self._occurrences(bare))
        return found

    def _occurrences(self, string: str) -> Iterator[Span]:
        count = 0
        for piece in self._window:
            at = piece.shown.find(string)
            while at >= 0 and count < _MOST_PLACES:
                end = at + len(string)
                if _whole(piece.shown, at, end):
                    count += 1
                    yield piece.span(at, end)
                at = piece.shown.find(string, at + 1)

    def _cost(self, anchor: Spans, other: Spans) -> float:
        """Characters between the two, more across a sentence's end; far, where they share any."""
        if not anchor or not other:
            return 0
        if overlap(anchor, other):
            return _FAR
        gap, start = min((s - f, f) if s >= f else (r - e, e) for s, e in anchor for r, f in other)
        between = self._text[start : start + min(gap, _NEAR)]
        return gap + (_SENTENCE if any(c in ".!?" for c in between) else 0)

    def _away(self, anchor: Spans, near: Spans) -> float:
        return 0 if overlap(anchor, near) else self._cost(anchor, near)

    def _elsewhere(self, anchor: Spans, paragraph: int) -> float:
        if not anchor or not 1 <= paragraph <= len(self._window):
            return 0
        piece = self._window[paragraph - 1]
        return 0 if piece.start <= anchor[0][0] < piece.end else _FAR


def without(text: str, spans: Spans, taken: Iterable[Span]) -> Spans:
    """What the others leave of the spans, merged, without space at the edges.

    >>> without("We go, he said, and stay", ((0, 24),), [(7, 9), (10, 14)])
    ((0, 6), (16, 24))
    """
    left: list[Span] = []
    for start, end in sorted(spans):
        if left and start <= left[-1][1]:
            left[-1] = left[-1][0], max(end, left[-1][1])
        else:
            left.append((start, end))
    cut = left
    for low, high in taken:
        cut = [
            piece
            for start, end in cut
            for piece in ((start, min(end, low)), (max(start, high), end))
            if piece[0] < piece[1]
        ]
    if cut != left:
        return tuple(t for t in (_trimmed(text, s, e) for s, e in cut) if t is not None)
    return tuple(cut)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without space and commas where another part was cut out; None if nothing is left."""
    words = text[start:end]
    if not any(map(str.isalnum, words)):
        return None
    low = start + len(words) - len(words.lstrip(" \t\r\n,;:"))
    return low, start + len(words.rstrip())


def _worded(strings: Sequence[str]) -> list[str]:
    single = (" ".join(string.split()) for string in strings)
    return [string for string in single if string]


def _whole(text: str, start: int, end: int) -> bool:
    """Whether no word is cut at either end: "he" does not stand in "the"."""
    left = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    right = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not left and not right
