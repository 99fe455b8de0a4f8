"""What cannot be so together: like words that differ in a number, a date, a negation, or in who.

Time passing is no conflict: a count may rise from one day to the next, a date be put off, and what
had not begun begin. Numbers that leave room ("at least 12") or name a thing ("the 5th brigade")
are none either.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kgraph.model import Link
from kgraph.resolve.claims import ClaimRecord
from kgraph.resolve.content import Content
from kgraph.resolve.dates import days_between
from kgraph.resolve.text import frame, telling, without_hedge, without_negation

CONFLICT_DAYS = 14
"""Days within which two contents are about the same matter."""

_WEEK = 5
"""Days within which one weekday's name is one day."""

_WEEKDAYS = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
_RELATIVE = {"yesterday": -1, "today": 0, "tomorrow": 1}
_MONTHS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
})  # fmt: skip
_BEFORE_YEAR = frozenset({
    "in", "since", "until", "by", "of", "from", "after", "before", "during", "and", "to",
}) | _MONTHS  # fmt: skip
_ORDINAL = frozenset({"th", "st", "nd", "rd"})
_NAMING = frozenset({
    "no", "number", "article", "resolution", "route", "page", "section", "channel", "flight",
    "paragraph", "chapter", "line", "gate", "room", "version", "unit", "block", "district",
})  # fmt: skip
_BOUNDS = (
    ("at", "least"), ("at", "most"), ("more", "than"), ("less", "than"), ("fewer", "than"),
    ("up", "to"), ("as", "many", "as"), ("over",), ("under",), ("above",), ("below",), ("only",),
)  # fmt: skip
_ABOUT = frozenset({
    "about", "around", "nearly", "almost", "roughly", "some", "approximately", "circa",
})  # fmt: skip
_NEAR = 0.05
_NEAR_ABOUT = 0.25

_DEFINITE = frozenset({"the", "this", "his", "her", "its", "their", "our", "my"})
_FUTURE = frozenset({"will", "would", "shall", "to"})
_ONCE = frozenset({
    "began", "begun", "begin", "begins", "started", "ended", "ends", "opened", "closed",
    "died", "happened", "occurred", "signed", "founded", "born",
})  # fmt: skip
# Tenses that tell of a time that does not move: what was so then, or will be so.
_FIXED = frozenset({"was", "were", "did", "had", "will", "would", "shall"})

_AUXILIARIES = frozenset({"has", "have", "had"})
# Deeds that only one can have done: the verb, and what its object has to be one of, if anything.
_ONE_WINS = frozenset({
    "election", "elections", "vote", "round", "runoff", "race", "presidency", "referendum", "title",
    "championship", "final", "cup", "nomination", "contract", "tender",
})  # fmt: skip
_ONLY_ONE: dict[tuple[str, ...], frozenset[str]] = {
    ("won", "the"): _ONE_WINS,
    ("shot", "down", "the"): frozenset(),
    ("blew", "up", "the"): frozenset(),
    ("sank", "the"): frozenset(),
    ("hijacked", "the"): frozenset(),
    ("assassinated", "the"): frozenset(),
}


def conflict_keys(claim: ClaimRecord) -> Iterator[str]:
    """The blocks of claims that differ in numbers, dates and negations at most, or in who."""
    if claim.stance != "telling":
        return
    words, _ = frame(without_negation(claim.matter))
    if len(telling(words)) >= 3:
        yield "\x1f".join(("conflict", *words))
    who = _who(claim)
    if who:
        yield "\x1f".join(("conflict", "who", *who[1]))


def find_conflicts(claim: ClaimRecord, before: Sequence[ClaimRecord]) -> tuple[Link, ...]:
    """The contradictions between a claim and other speakers' earlier ones."""
    return tuple(link for earlier in before for link in _conflict(earlier, claim))


def _conflict(earlier: ClaimRecord, later: ClaimRecord) -> Iterator[Link]:
    voice = next((voice for voice in later.voices if voice[2] != earlier.actor), None)
    if voice is None or not earlier.actor:
        return
    _, statement, _, day = voice
    days = days_between(earlier.day, day)
    if days is None or abs(days) > CONFLICT_DAYS:
        return
    reason = _one_only(earlier, later) or _contrary(earlier, later, abs(days))
    if reason:
        yield Link(
            relation="contradicts",
            start=statement,
            end=earlier.iri,
            score=0.7 if days else 0.9,
            reasons=(reason, *(["said on different days"] if days else [])),
        )


def _contrary(earlier: Content, later: Content, days: int) -> str:
    """In what the words of one frame cannot both be so, in words, or ""."""
    found = difference(earlier, later)
    if found is None:
        return ""
    if found.kind == "number":
        holds = days == 0 or (found.falls and (days == 1 or found.dated))
    elif found.kind == "date":
        holds = days <= 1
    else:
        holds = days == 0 or not _FIXED.isdisjoint(earlier.words + later.words)
    return f"same words but {found.words}" if holds else ""


def of_one_frame(a: Content, b: Content) -> bool:
    """Whether the rules here judge the two: their words, values aside, or their deeds are the same."""
    who, other = _who(a), _who(b)
    return blank(a) == blank(b) or bool(who and other and who[1] == other[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """In what two contents of one frame differ.

    Attributes:
        kind: "number", "date" or "negation".
        words: The difference, to be read.
        falls: Whether each number that differs is less in the later one.
        dated: Whether both name the same day.
    """

    kind: str
    words: str
    falls: bool = False
    dated: bool = False


def difference(earlier: Content, later: Content) -> Difference | None:
    """In what two contents of one frame are contrary; None where they agree or tell of two things.

    Two things: with another day, ordinal or number of a name, unless the day is that of one event.
    """
    if blank(earlier) != blank(later):
        return None
    old, new = _values(earlier), _values(later)
    days = abs(days_between(earlier.day, later.day) or 0)
    if days > _WEEK and any(value.text in _WEEKDAYS for value in (*old, *new)):
        return None
    pairs = [(a, b) for a, b in zip(old, new, strict=True) if a.text != b.text]
    if not pairs:
        if earlier.negated == later.negated:
            return None
        return Difference(kind="negation", words="one is negated")
    kinds = {kind for a, b in pairs for kind in (a.kind, b.kind)}
    words = f"{', '.join(a.text for a, _ in pairs)} against {', '.join(b.text for _, b in pairs)}"
    if kinds == {"date"}:
        return Difference(kind="date", words=words) if _is_once(earlier) else None
    far = [(a, b) for a, b in pairs if kinds == {"number"} and not _agree(a, b)]
    if not far:
        return None
    return Difference(
        kind="number",
        words=words,
        falls=all(b.number < a.number for a, b in far),
        dated=any(value.kind == "date" for value in old),
    )


def blank(content: Content) -> tuple[str, ...]:
    """The matter without hedges and negations, with a # for each number or part of a date."""
    # Blanks first: "may" is a hedge only where it is no month.
    return without_hedge(without_negation(frame(content.matter)[0]))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Value:
    """A number or a part of a date; ``kind`` is "number", "date" or "name"."""

    text: str
    kind: str
    bound: bool = False
    about: bool = False

    @property
    def number(self) -> float:
        return float(self.text.rstrip("%").replace(":", "."))


def _values(content: Content) -> list[_Value]:
    """The numbers and dates of its words, in their order; "today" as the day that it was."""
    words = content.matter
    frame_, values = frame(words)
    places = [place for place, word in enumerate(frame_) if word == "#"]
    return [
        _value(words, place, text, content.day) for place, text in zip(places, values, strict=True)
    ]


def _value(words: Sequence[str], place: int, text: str, day: str) -> _Value:
    before, after = tuple(words[max(0, place - 3) : place]), tuple(words[place + 1 : place + 2])
    if text in _RELATIVE:
        return _Value(text=_weekday(day, _RELATIVE[text]) or text, kind="date")
    if not text[0].isdigit():
        return _Value(text=text, kind="date")
    beside = {*before[-1:], *after}
    if beside & _MONTHS or ":" in text:
        return _Value(text=text, kind="date")
    if beside & _ORDINAL or (before[-1:] and before[-1] in _NAMING):
        return _Value(text=text, kind="name")
    if text.isdecimal() and 1900 <= int(text) < 2100 and before[-1:] and before[-1] in _BEFORE_YEAR:
        return _Value(text=text, kind="date")
    if not _is_number(text):
        return _Value(text=text, kind="name")
    return _Value(
        text=text,
        kind="number",
        bound=any(before[-len(bound) :] == bound for bound in _BOUNDS),
        about=bool(_ABOUT.intersection(before[-1:])),
    )


def _is_number(text: str) -> bool:
    return text.rstrip("%").replace(".", "", 1).isdecimal()


def _weekday(day: str, ahead: int) -> str:
    try:
        return _WEEKDAYS[(date.fromisoformat(day[:10]) + timedelta(days=ahead)).weekday()]
    except (ValueError, OverflowError):
        return ""


def _agree(a: _Value, b: _Value) -> bool:
    """Whether two numbers can both be right: one leaves room, or is the other rounded."""
    if a.bound or b.bound:
        return True
    near = _NEAR_ABOUT if a.about or b.about else _NEAR
    most = max(a.number, b.number)
    # Of few things each is counted.
    return most >= 20 and abs(a.number - b.number) <= near * most


def _is_once(content: Content) -> bool:
    """Whether the words tell of one event, which has one date."""
    return content.words[0] in _DEFINITE and not (_FUTURE | _ONCE).isdisjoint(content.words)


def _one_only(earlier: Content, later: Content) -> str:
    """Who is said to have done what only one can have done, or ""."""
    one, other = _who(earlier), _who(later)
    if not one or not other or one[1] != other[1] or earlier.negated or later.negated:
        return ""
    first, second = one[0], other[0]
    if first[-1] == second[-1] or set(first) <= set(second) or set(second) <= set(first):
        return ""
    return f"only one can be: {' '.join(first)} against {' '.join(second)}"


def _who(content: Content) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Who did a deed of ``_ONLY_ONE``, and the words that tell of the deed."""
    words = content.words
    for deed, objects in _ONLY_ONE.items():
        place = next((i for i, word in enumerate(words[:8]) if word == deed[0]), 0)
        if not place or words[place : place + len(deed)] != deed:
            continue
        told = words[place:]
        subject = tuple(word for word in words[:place] if word not in _AUXILIARIES)
        subject = subject[1:] if subject[:1] == ("the",) else subject
        named = 0 < len(subject) <= 4 and telling(subject) == subject
        rest = told[len(deed) :]
        if named and telling(rest) and (not objects or not objects.isdisjoint(rest[:4])):
            return subject, told
    return None
