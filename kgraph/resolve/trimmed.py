"""One speaker's words, trimmed in one article and told in full in another, are one claim.

"A ceasefire to mark the anniversary" and "a ceasefire on Monday to mark the anniversary of the
victory" say the same in one mouth within some days: the shorter stands in the longer, in order,
and numbers, days, negation, hedge and stance agree. Everything is decided among the statements of
one speaker, whatever else there is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache

from kgraph.resolve.content import Content, are_of_one_time
from kgraph.resolve.readings import names_apart, reading_of
from kgraph.resolve.sayings import Saying
from kgraph.resolve.text import frame, telling, without_hedge, without_negation

TRIMMED_DAYS = 3
"""Days within which one speaker's like words are one claim."""

LEAST = 4
"""Telling words that the shorter must have; three where it is quoted word for word."""

PART = 0.85
"""Part of the shorter's telling words that must stand in the longer, in order."""

SHARE = 0.4
"""Part of the longer's telling words that the shorter has: two halves of one sentence are not one
claim because each stands in the whole."""

WORDING_LOOK_BACK = 24
"""Earlier wordings of each block that one is held against: a slogan stays cheap."""

_LONGEST = 80
_READ = 10_000
_SKETCH = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording(Content):
    """The first statement of those that say something in the same words."""


Tie = tuple[str, float, str]
"""Id of the other wording, score, and reason."""


def wording_of(first: Saying) -> Wording:
    """The wording of the statement that comes first in it."""
    return Wording(**{field.name: getattr(first, field.name) for field in fields(Wording)})


def wording_keys(wording: Wording) -> Iterator[str]:
    """The blocks in which wordings meet that may be one claim.

    Of one speaker's words the latest, and those that have one of their longest words in common:
    what stands in both is among the longest of the fuller form, but for one in a hundred.
    """
    if wording.aside or not (wording.actor and wording.named):
        return
    content = _telling(wording)
    own = "\x1f".join(("trimmed", wording.actor, wording.stance, str(int(wording.negated))))
    if len(content) < LEAST - 1:
        if wording.tells_a_matter and not wording.stands_alone:
            yield "\x1f".join((own, "few", *wording.words))
        return
    yield own
    for word in sorted(set(content), key=lambda one: (-len(one), one))[:_SKETCH]:
        yield f"{own}\x1f{word}"


def joins(wording: Wording, before: Sequence[Wording]) -> tuple[Tie, ...]:
    """The earlier wordings that are the same claim."""
    return tuple(
        (other.wording_id, 0.9, "one speaker's words, trimmed or in full")
        for other in before
        if is_trimmed(other, wording)
    )


def is_trimmed(a: Content, b: Content) -> bool:
    """Whether the words of one statement are those of the other, shortened or filled up."""
    if not (a.actor and a.named and a.actor == b.actor) or a.article == b.article:
        return False
    if (a.stance, a.negated, a.modality) != (b.stance, b.negated, b.modality):
        return False
    if not are_of_one_time(a, b, TRIMMED_DAYS):
        return False
    if a.words == b.words:
        # Of two days: those of one day are one wording.
        return a.tells_a_matter and (a.act == b.act or len(_telling(a)) >= LEAST - 1)
    short, long = sorted((a, b), key=lambda one: (len(_telling(one)), one.iri))
    fewer, more = _telling(short), _telling(long)
    if not _values(short) <= _values(long) or names_apart(reading_of(short), reading_of(long)):
        return False
    if len(fewer) >= LEAST:
        return len(fewer) >= SHARE * len(more) and common(fewer, more) >= PART * len(fewer)
    quoted = short.quote != "indirect"
    return quoted and len(fewer) == LEAST - 1 and runs(short.words, long.words)


def _values(one: Content) -> frozenset[str]:
    return _values_of(one.words)


def _telling(one: Content) -> tuple[str, ...]:
    return _telling_of(one.words)


@lru_cache(_READ)
def _values_of(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(frame(without_negation(words))[1])


@lru_cache(_READ)
def _telling_of(words: tuple[str, ...]) -> tuple[str, ...]:
    return telling(without_hedge(words))[:_LONGEST]


def common(short: Sequence[str], long: Sequence[str]) -> int:
    """Length of the longest common subsequence of words."""
    row = [0] * (len(long) + 1)
    for word in short:
        before = 0
        for place, other in enumerate(long, start=1):
            kept = row[place]
            row[place] = before + 1 if word == other else max(row[place], row[place - 1])
            before = kept
    return row[-1]


def runs(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the words stand in the others without a gap."""
    return f" {' '.join(short)} " in f" {' '.join(long)} "
