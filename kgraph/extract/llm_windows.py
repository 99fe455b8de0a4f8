"""An article cut into what is sent in one request: whole paragraphs, none of them twice."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from kgraph.model import Article, Span

_SPACE = re.compile(r"\s+")
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A paragraph, or the part of a long one, as it is shown to a model.

    Runs of whitespace are shown as one blank, half surrogate pairs as U+FFFD.

    Attributes:
        places: Where in the article each character of ``shown`` stands.
    """

    start: int
    shown: str
    places: tuple[int, ...]

    @property
    def end(self) -> int:
        """Where it ends in the article."""
        return self.places[-1] + 1

    def span(self, start: int, end: int) -> Span:
        """The offsets in the article of a span of ``shown``."""
        return self.places[start], self.places[end - 1] + 1


Window: TypeAlias = tuple[Piece, ...]


def piece(text: str, start: int, end: int) -> Piece | None:
    r"""The span of the text as a piece; None where no letter or digit stands in it.

    >>> p = piece("a  b\nc", 0, 6)
    >>> p.shown, p.places, p.span(2, 5)
    ('a b c', (0, 1, 3, 4, 5), (3, 6))
    """
    places: list[int] = []
    at = start
    for match in _SPACE.finditer(text, start, end):
        places += range(at, match.start() + 1)
        at = match.end()
    places += range(at, end)
    shown = _HALF_PAIR.sub("\ufffd", "".join(text[i] for i in places))
    low = len(shown) - len(shown.lstrip())
    high = len(shown.rstrip())
    # The place of a blank may be any whitespace character; it is shown as a blank.
    shown = _SPACE.sub(" ", shown[low:high])
    if not any(map(str.isalnum, shown)):
        return None
    return Piece(start=places[low], shown=shown, places=tuple(places[low:high]))


def windows(article: Article, size: int) -> list[Window]:
    """The paragraphs of text, in order, as many to a window as fit in ``size`` characters.

    A paragraph that is longer is cut behind a sentence, a word, or just there.
    """
    return list(_packed(pieces(article, size), size))


def pieces(article: Article, size: int) -> Iterator[Piece]:
    """The paragraphs of text, in order, none longer than ``size`` characters."""
    for paragraph in article.paragraphs:
        if paragraph.kind != "text":
            continue
        start = paragraph.start
        while start < paragraph.end:
            end = _cut(article.text, start, paragraph.end, size)
            made = piece(article.text, start, end)
            if made is not None:
                yield made
            start = end


def _cut(text: str, start: int, end: int, size: int) -> int:
    if end - start <= size:
        return end
    for border in (_SENTENCE_END, _SPACE):
        cuts = [match.end() for match in border.finditer(text, start, start + size)]
        if cuts:
            return cuts[-1]
    return start + size


def _packed(found: Iterable[Piece], size: int) -> Iterator[Window]:
    window: list[Piece] = []
    length = 0
    for one in found:
        if window and length + len(one.shown) > size:
            yield tuple(window)
            window, length = [], 0
        window.append(one)
        length += len(one.shown)
    if window:
        yield tuple(window)


def halves(window: Window) -> tuple[Window, Window]:
    """The window in two, neither of them empty; it must have more than one piece."""
    middle = len(window) // 2
    return window[:middle], window[middle:]
