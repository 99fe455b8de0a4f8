"""Paragraphs become windows of wordpieces, as the attribution tagger reads them.

Training and run time share this module: a feature that differed between the two would cost
accuracy without any error.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from kgraph.model import Span

MAX_PIECES = 254
"""Wordpieces of text in a window; with [CLS] and one [SEP], 256."""

PAD, CLS, SEP = 0, 101, 102
CASES = 6
QUOTED = 4

_QUOTE = re.compile(r"[“”„«»\"‘’]|``|''")
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_SENTENCE_END = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’»)]")
_CUT_AFTER = 192


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pieces:
    """The wordpieces of one stretch of text with their features; arrays of one length.

    Attributes:
        ids: Vocabulary numbers.
        start: Character offset of each piece's first character, in the whole text.
        end: Character offset behind its last character.
        case: 1 lower, 2 Capitalised, 3 CAPITALS, 4 mIxed, 5 without letters (0: no text).
        quoted: 1 inside double quotation marks, 2 inside single ones, 3 a mark itself.
        paragraph: Number of the paragraph the piece stands in.
    """

    ids: NDArray[np.int64]
    start: NDArray[np.int64]
    end: NDArray[np.int64]
    case: NDArray[np.int64]
    quoted: NDArray[np.int64]
    paragraph: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.ids)

    def cut(self, start: int, end: int) -> "Pieces":
        """The pieces from number ``start`` up to number ``end``."""
        s = slice(start, end)
        return Pieces(
            ids=self.ids[s],
            start=self.start[s],
            end=self.end[s],
            case=self.case[s],
            quoted=self.quoted[s],
            paragraph=self.paragraph[s],
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Window:
    """What the network reads at once: ``[CLS] paragraph [SEP] paragraph [SEP] …``.

    Attributes:
        parts: The paragraphs (or pieces of a long one) in text order.
        pieces: Everything with the marks between; a mark has ``start == end`` and paragraph -1.
    """

    parts: tuple[Pieces, ...]
    pieces: Pieces


def quoted_states(paragraph: str) -> NDArray[np.int64]:
    """Each character of a paragraph stands outside, inside or on quotation marks.

    The state starts afresh with every paragraph, so that one stray mark can't flip the parity
    of the rest of the article. An apostrophe (a ’ between or behind letters with no ‘ open) is
    no mark; ASCII single quotes are never marks.
    """
    state = np.zeros(len(paragraph) + 1, dtype=np.int64)
    double = single = False
    for m in _QUOTE.finditer(paragraph):
        mark, at, after = m[0], m.start(), m.end()
        if mark == "‘":
            single = not double
        elif mark == "’":
            if not single or paragraph[after : after + 1].isalnum():
                continue
            single = False
        elif mark in "“„«``":
            double = True
        elif mark in "”»":
            double = False
        else:
            double = not double
        state[after:] = 1 if double else 2 if single else 0
        state[at:after] = 3
    return state[:-1]


def case_of(word: str) -> int:
    """A wordpiece's letters are lower (1), Capitalised (2), CAPITALS (3), mIxed (4) or none (5)."""
    if word.islower():
        return 1
    if not any(c.isalpha() for c in word):
        return 5
    if word.isupper():
        return 2 if len(word) == 1 else 3
    return 2 if word[0].isupper() and word[1:].islower() else 4


def encode(tokenizer: Tokenizer, text: str, span: Span, number: int = 0) -> Pieces:
    """A paragraph's wordpieces carry their offsets in the whole text.

    Args:
        tokenizer: A WordPiece tokenizer without padding and truncation.
        text: The article's text.
        span: Where the paragraph stands in it.
        number: The paragraph's number, kept with every piece.
    """
    body = _HALF_PAIR.sub("\ufffd", text[span[0] : span[1]])  # the tokenizer takes no such string
    encoding = tokenizer.encode(body, add_special_tokens=False)
    offsets = np.asarray(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    start, end = offsets[:, 0], offsets[:, 1]
    size = len(start)
    return Pieces(
        ids=np.asarray(encoding.ids, dtype=np.int64),
        start=start + span[0],
        end=end + span[0],
        case=np.fromiter((case_of(body[s:e]) for s, e in encoding.offsets), np.int64, size),
        quoted=quoted_states(body)[start] if size else np.zeros(0, np.int64),
        paragraph=np.full(size, number, np.int64),
    )


def split_long(text: str, pieces: Pieces, limit: int = MAX_PIECES) -> Iterator[Pieces]:
    """Pieces come in runs of at most ``limit``, cut at the ends of sentences where there are any.

    A paragraph that fits comes whole. The cut is the last sentence end in the run, or else the
    last gap between words, or else (one endless word) the limit itself.
    """
    start = 0
    wanted = min(_CUT_AFTER, limit)
    while len(pieces) - start > limit:
        cut = gap = 0
        for i in range(start + wanted - 1, start + wanted // 4, -1):
            if pieces.end[i] == pieces.start[i + 1]:
                continue
            gap = gap or i + 1
            last = text[int(pieces.start[i]) : int(pieces.end[i])]
            before = text[int(pieces.start[i - 1]) : int(pieces.end[i - 1])]
            if last in _SENTENCE_END or (last in _CLOSERS and before in _SENTENCE_END):
                cut = i + 1
                break
        cut = cut or gap or start + wanted
        yield pieces.cut(start, cut)
        start = cut
    if start < len(pieces):
        yield pieces.cut(start, len(pieces))


def _mark(code: int) -> Pieces:
    one, zero = np.ones(1, np.int64), np.zeros(1, np.int64)
    return Pieces(ids=one * code, start=zero, end=zero, case=zero, quoted=zero, paragraph=one * -1)


def _window(parts: Sequence[Pieces]) -> Window:
    pieces = [_mark(CLS)]
    for part in parts:
        pieces += [part, _mark(SEP)]
    names = ("ids", "start", "end", "case", "quoted", "paragraph")
    joined = {n: np.concatenate([getattr(p, n) for p in pieces]) for n in names}
    return Window(parts=tuple(parts), pieces=Pieces(**joined))


def pack(parts: Sequence[Pieces], limit: int = MAX_PIECES) -> Iterator[Window]:
    """Neighbouring paragraphs share windows of at most ``limit`` pieces with their marks.

    Every part must itself fit; each stands in exactly one window, in order.
    """
    waiting: list[Pieces] = []
    size = 0
    for part in parts:
        if waiting and size + len(part) + 1 > limit + 1:
            yield _window(waiting)
            waiting, size = [], 0
        waiting.append(part)
        size += len(part) + 1
    if waiting:
        yield _window(waiting)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Batch:
    """Windows of nearly one length, padded to a block: arrays of (windows, pieces)."""

    ids: NDArray[np.int64]
    case: NDArray[np.int64]
    quoted: NDArray[np.int64]
    mask: NDArray[np.bool_]


def batch(windows: Sequence[Window]) -> Batch:
    """The windows' pieces stand in one block, padded at the right."""
    width = max(len(w.pieces) for w in windows)
    ids, case, quoted = (np.zeros((len(windows), width), np.int64) for _ in range(3))
    mask = np.zeros((len(windows), width), np.bool_)
    for row, w in enumerate(windows):
        n = len(w.pieces)
        ids[row, :n], case[row, :n], quoted[row, :n] = w.pieces.ids, w.pieces.case, w.pieces.quoted
        mask[row, :n] = True
    return Batch(ids=ids, case=case, quoted=quoted, mask=mask)
