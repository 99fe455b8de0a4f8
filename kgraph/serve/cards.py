"""Answers as people read them: who did what in which words, and where that stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from pyoxigraph import Literal, NamedNode

from kgraph.ask import Answer
from kgraph.evidence.acts import edge_labels
from kgraph.ids import local

_TOLD: Final = (
    "speaker", "act", "quote", "sentence", "modality", "polarity", "outlet", "date", "link",
    "article", "statement",
)  # fmt: skip
_BADGES: Final = ("answer", "state", "event", "changed", "how")
_OF_CLAIM: Final = ("headline", "origins", "announcer", "announced")
# Columns of a second statement have one of these before the same names: "otherSpeaker".
_SECOND: Final = {"first": "First said", "earlier": "Earlier", "other": "On the other side"}
_LABELS: Final = {
    "addressee": "to",
    "announced": "announced on",
    "announcer": "announced by",
    "carriers": "carried by",
    "chain": "through",
    "condition": "on condition",
    "copyOf": "copied from",
    "correction": "corrected by",
    "days": "days until the answer",
    "origins": "independent origins",
    "outlets": "outlets",
    "reason": "why",
    "silent": "no answer known from",
    "venue": "where",
    "watched": "watched",
}
_PLAIN: Final = ("asserted", "positive")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One statement of an answer.

    Attributes:
        does: The act as a verb: "announces".
        words: The exact words.
        sentence: The sentence around them, "" where it says no more.
        hedges: Its modality and polarity, where they are not the usual ones.
        page: Address of the article's page, at the statement.
    """

    speaker: str
    does: str
    words: str
    sentence: str
    hedges: tuple[str, ...]
    outlet: str
    date: str
    link: str
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCard:
    """One row of an answer: its statement, what the question tells of it, and a second one."""

    told: Told
    badges: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    seconds: tuple[tuple[str, Told], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows of an answer about one claim; those of a question that names none have no headline."""

    headline: str
    facts: tuple[tuple[str, str], ...]
    cards: tuple[AnswerCard, ...]


def groups(answer: Answer, most: int) -> Iterator[Group]:
    """The first rows of the answer as cards, under the claims that they tell of."""
    rows = [
        {name: _words(term) for name, term in zip(answer.variables, row, strict=True) if term}
        for row in answer.rows[:most]
    ]
    by_claim = "headline" in answer.variables

    def claim(cells: Mapping[str, str]) -> str:
        return cells.get("claim", "") if by_claim else ""

    for _, group in groupby(rows, key=claim):
        own = list(group)
        shared = {n: own[0][n] for n in _OF_CLAIM if by_claim and n in own[0]}
        headline = shared.pop("headline", "")
        yield Group(
            headline=headline,
            facts=tuple((_label(name), value) for name, value in shared.items()),
            cards=tuple(_card(cells, by_claim=by_claim) for cells in own),
        )


def _card(cells: Mapping[str, str], *, by_claim: bool) -> AnswerCard:
    told = {*_TOLD, *_BADGES, "claim", *(_OF_CLAIM if by_claim else ())}
    seconds = []
    for prefix, label in _SECOND.items():
        long = {f"{prefix}{name.capitalize()}": name for name in _TOLD}
        part = {name: cells[column] for column, name in long.items() if column in cells}
        told |= set(long)
        if part and prefix == "earlier":
            part.setdefault("speaker", cells.get("speaker", ""))  # the same one, by the question
        if part:
            seconds.append((label, _told(part)))
    badges = ((n, cells[n]) for n in _BADGES if n in cells)
    return AnswerCard(
        told=_told(cells),
        badges=tuple("changed" if name == "changed" else value for name, value in badges),
        facts=tuple((_label(n), _value(n, v)) for n, v in cells.items() if n not in told),
        seconds=tuple(seconds),
    )


def _told(cells: Mapping[str, str]) -> Told:
    act = cells.get("act", "")
    quote, sentence = cells.get("quote", ""), cells.get("sentence", "")
    article = cells.get("article", "").removeprefix(local("article", ""))
    statement = cells.get("statement", "").removeprefix(local("statement", ""))
    place = f"#{statement}" if statement else ""
    return Told(
        speaker=cells.get("speaker", ""),
        does=edge_labels().get(act, act),
        words=quote or sentence,
        sentence=sentence if quote and sentence != quote else "",
        hedges=tuple(
            cells[n] for n in ("modality", "polarity") if cells.get(n, "asserted") not in _PLAIN
        ),
        outlet=cells.get("outlet", ""),
        date=cells.get("date", ""),
        link=cells.get("link", ""),
        page=f"/article/{article}{place}" if article.isalnum() else "",
    )


def _label(name: str) -> str:
    spaced = "".join(f" {c.lower()}" if c.isupper() else c for c in name)
    return _LABELS.get(name, spaced)


def _value(name: str, value: str) -> str:
    return value.replace(" > ", " › ") if name == "chain" else value


def _words(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else str(term)
