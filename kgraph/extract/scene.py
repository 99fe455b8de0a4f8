"""Where things stand in an article: sentence, paragraph, quotation, order of speaking."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from kgraph.extract import parts
from kgraph.extract.attribution import Attribution
from kgraph.extract.entities import Cast, Figure
from kgraph.extract.names import Name
from kgraph.extract.quotes import quoted
from kgraph.extract.told import Told
from kgraph.model import Article, Span, Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Somebody is cited: where, and in which attribution."""

    at: int
    figure: Figure
    number: int
    nested: bool


@dataclass(slots=True, kw_only=True, eq=False)
class Scene:
    """An article laid out for finding who is meant; grows a turn with every source resolved.

    Attributes:
        attributions: In the order of the text.
        parents: For each attribution the number of the one it is nested in, or None.
        turns: Sources resolved so far, by their place in the text.
        ages: People by the age that the article gives them.
        told: What the article tells of each figure, by the figure's ``id``; read when first needed.
        newcomers: Unnamed sources by the first and last token of the words that brought them in:
            two statements of one source have one speaker.
        meant: Whom "he", "she" and subjects without a name were taken to mean, by token.
    """

    doc: Doc
    article: Article
    cast: Cast
    attributions: Sequence[Attribution]
    parents: Sequence[int | None]
    turns: list[Turn] = field(default_factory=list)
    newcomers: dict[tuple[int, int], Figure] = field(default_factory=dict)
    ages: dict[str, list[Figure]] = field(default_factory=dict)
    told: dict[int, Told] = field(default_factory=dict)
    meant: dict[int, Figure] = field(default_factory=dict)
    _meant: list[int] = field(default_factory=list)
    _sentences: list[int] = field(default_factory=list)
    _paragraphs: list[int] = field(default_factory=list)
    _quotes: list[Span] = field(default_factory=list)
    _names: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """The places of sentences, paragraphs, quotations and names are known."""
        self._sentences = [sent.start for sent in self.doc.sents]
        self._paragraphs = [p.start for p in self.article.paragraphs]
        for p in self.article.paragraphs:
            if p.kind == "text":
                self._quotes += quoted(self.article.text, p.start, p.end)
        self._names = [name.start for name in self.cast.names]

    def sentence(self, token: int) -> int:
        """The number of the token's sentence."""
        return bisect_right(self._sentences, token) - 1

    def sentence_tokens(self, number: int) -> range:
        """The tokens of the sentence."""
        end = len(self.doc)
        if number + 1 < len(self._sentences):
            end = self._sentences[number + 1]
        return range(self._sentences[number], end)

    def tokens_at(self, start: int, end: int) -> range:
        """The tokens that share a character with the span; at least one."""
        first = parts.at(self.doc, start)
        return range(first, max(first, parts.at(self.doc, max(start, end - 1))) + 1)

    def paragraph(self, token: int) -> int:
        """The number of the token's paragraph, -1 before the first."""
        return bisect_right(self._paragraphs, self.doc[token].idx) - 1

    def is_quoted(self, place: int) -> bool:
        """Whether the character stands inside quotation marks."""
        i = bisect_right(self._quotes, place, key=lambda span: span[0]) - 1
        return i >= 0 and place < self._quotes[i][1]

    def is_open(self, start: int, end: int) -> bool:
        """Whether the last quotation of a paragraph is not closed: it goes on in the next."""
        quotes = self.quotes_in(start, end)
        return bool(quotes) and self.article.text[quotes[-1][1] - 1] not in "\"”’'»"

    def quotes_in(self, start: int, end: int) -> list[Span]:
        """The quotations that share a character with the span."""
        i = max(0, bisect_right(self._quotes, start, key=lambda span: span[0]) - 1)
        found = []
        while i < len(self._quotes) and self._quotes[i][0] < end:
            if self._quotes[i][1] > start:
                found.append(self._quotes[i])
            i += 1
        return found

    def names_before(self, token: int, *, most: int) -> list[Name]:
        """Names that end before the token, nearest first."""
        i = bisect_left(self._names, token)
        return [n for n in reversed(self.cast.names[max(0, i - most) : i]) if n.end <= token]

    def names_after(self, token: int, *, most: int) -> list[Name]:
        """Names that start behind the token, nearest first."""
        i = bisect_right(self._names, token)
        return self.cast.names[i : i + most]

    def names_within(self, spans: Spans) -> list[Name]:
        """Names that start under the spans."""
        found: list[Name] = []
        for start, end in spans:
            first = parts.at(self.doc, start)
            i = bisect_left(self._names, first)
            while i < len(self._names) and self.doc[self._names[i]].idx < end:
                if self.doc[self._names[i]].idx >= start:
                    found.append(self.cast.names[i])
                i += 1
        return found

    def take_word(self, token: int, figure: Figure) -> None:
        """The pronoun or noun means the figure."""
        if token not in self.meant:
            insort(self._meant, token)
        self.meant[token] = figure

    def words_before(self, token: int, *, most: int) -> list[int]:
        """Tokens before the token of which it is known whom they mean, nearest first."""
        i = bisect_left(self._meant, token)
        return list(reversed(self._meant[max(0, i - most) : i]))

    def turns_before(self, token: int, *, most: int) -> list[Turn]:
        """Turns before the token, nearest first."""
        i = bisect_left(self.turns, token, key=lambda turn: turn.at)
        return list(reversed(self.turns[max(0, i - most) : i]))

    def take_turn(self, turn: Turn) -> None:
        """The turn stands at its place among the others."""
        i = bisect_right(self.turns, turn.at, key=lambda t: t.at)
        self.turns.insert(i, turn)


def anchor(doc: Doc, attribution: Attribution) -> int:
    """The token at which an attribution stands: its source, else its cue, else its content."""
    for spans in (attribution.source, attribution.cue, attribution.content):
        if spans:
            return parts.at(doc, spans[0][0])
    return 0


def covers(outer: Spans, inner: Spans) -> bool:
    """Whether every span of the inner lies within one of the outer."""
    return bool(inner) and all(any(a <= s and e <= b for a, b in outer) for s, e in inner)


def nesting(attributions: Sequence[Attribution], text: str = "") -> list[int | None]:
    """For each attribution the innermost other whose content holds its content and cue.

    Where the text is given, whoever is cited for the same words ("TASS said, citing officials, that
    …") is held too. Follows the order of the text with a stack of open contents, so time is linear
    in practice.
    """
    parents: list[int | None] = [None] * len(attributions)
    sizes = [sum(e - s for s, e in a.content) for a in attributions]
    cited = [
        bool(text and a.cue and text[slice(*a.cue[0])].lower() in _CITING) for a in attributions
    ]
    opened = sorted(
        (n for n, a in enumerate(attributions) if a.content),
        key=lambda n: (
            attributions[n].content[0][0], -attributions[n].content[-1][1], -sizes[n], cited[n],
        ),
    )  # fmt: skip
    active: list[int] = []
    for n in opened:
        inner = attributions[n]
        start = inner.content[0][0]
        active = [m for m in active if attributions[m].content[-1][1] > start][-_DEEPEST:]
        holders = [
            m for m in active
            if (sizes[m] > sizes[n] and _holds(attributions[m], inner))
            or (cited[n] and not cited[m] and attributions[m].content == inner.content)
        ]  # fmt: skip
        if holders:
            parents[n] = min(holders, key=lambda m: (sizes[m], m))
        active.append(n)
    return parents


_CITING = frozenset({"citing", "quoting"})
"""Cues of somebody whom another cites for what he says himself."""

_DEEPEST = 50
"""Contents that are open at one place of the text; deeper nesting is adversarial."""


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return covers(outer.content, inner.content) and (
        covers(outer.content, inner.cue) if inner.cue else True
    )


INSIDE_NAMES = frozenset({"compound", "flat", "amod", "appos", "nmod"})


def is_subject(token: Token) -> bool:
    """Whether the token heads or belongs to the subject of a clause."""
    return head_of_name(token, INSIDE_NAMES).dep_ in {"nsubj", "nsubjpass"}


def head_of_name(token: Token, inside: Collection[str] = ("compound", "flat")) -> Token:
    """The word by which the phrase that the token stands in hangs on the sentence."""
    for _ in range(4):
        if token.dep_ not in inside:
            break
        token = token.head
    return token
