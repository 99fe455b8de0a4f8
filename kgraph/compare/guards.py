"""In what two claims differ and agree: named rules over two readings, each with its evidence.

Sentence embeddings rank a contradiction above a paraphrase, because it shares more words; what
decides a conflict is a number, a date, a negation, an opposite, or who did it to whom.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kgraph.compare.reading import Number, Reading, stem
from kgraph.compare.words import NEGATIONS
from kgraph.resolve.opposites import OPPOSITES

EXACT, VAGUE = 0.05, 0.15
"""Shares by which two numbers may differ and still be one, stated exactly and vaguely."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """One rule that two claims met.

    Attributes:
        name: Of the rule; ``FEATURES`` of the scorer uses it.
        reason: In words, with what it found.
        strength: How much of it, 0 to 1.
    """

    name: str
    reason: str
    strength: float = 1.0


def guards(a: Reading, b: Reading) -> tuple[Guard, ...]:
    """The rules that the two claims meet, the same for either order but for the reasons' sides."""
    found = [*_numbers(a, b), *_dates(a, b), *_turned(a, b), *_amounts(a, b), *_names(a, b)]
    return tuple(_settled(found))


_TURNING = frozenset({"numbers_differ", "negated", "opposites", "denied", "amounts_differ"})


def _settled(found: Sequence[Guard]) -> Iterator[Guard]:
    """The rules, where two differences together mean another time or event, not a conflict.

    "On Monday 40 were dead" and "by Wednesday 112 were" both hold, and so do an election that
    one party won in one country and lost in another.
    """
    names = {guard.name for guard in found}
    apart = {"dates_differ"} & names or (
        {"names_differ"} & names if "names_shared" not in names else set()
    )
    together = apart and _TURNING & names
    for guard in found:
        if together and guard.name in apart:
            yield Guard(name="elsewhere", reason=f"{guard.reason}, so both may hold")
        elif not (together and guard.name in _TURNING):
            yield guard


def overlap(a: Reading, b: Reading) -> tuple[float, float]:
    """Shared content words as a share of all (Jaccard), and of those of the poorer claim."""
    shared, union = len(a.content & b.content), len(a.content | b.content)
    least = min(len(a.content), len(b.content))
    return (shared / union if union else 0.0), (shared / least if least else 0.0)


def _numbers(a: Reading, b: Reading) -> Iterator[Guard]:
    agree = [(x, y) for x in a.numbers for y in b.numbers if _same(x, y)]
    if agree:
        x, _ = agree[0]
        yield Guard(name="numbers_agree", reason=f"same number: {_told(x)}")
    met = {id(x) for pair in agree for x in pair}
    left = [x for x in a.numbers if id(x) not in met]
    right = [y for y in b.numbers if id(y) not in met]
    for x in left:
        for y in right:
            like = x.noun == y.noun or (
                len(a.numbers) == len(b.numbers) == 1 and not _UNITS & {x.noun, y.noun}
            )
            if like:
                yield Guard(
                    name="numbers_differ",
                    reason=f"numbers differ: {_told(x)} against {_told(y)}",
                    strength=1.0 if x.noun == y.noun and x.noun else 0.7,
                )
                return


_UNITS = frozenset({"%", "money"} | {stem(x) for x in ("hour", "day", "week", "month", "year")})


def _same(x: Number, y: Number) -> bool:
    if x.noun != y.noun and "%" in (x.noun, y.noun):
        return False
    low, high = sorted((x, y), key=lambda n: n.value)
    share = (high.value - low.value) / high.value if high.value else 0.0
    if share <= (EXACT if x.bound is None and y.bound is None else VAGUE):
        return True
    # "More than 100" and 118 are one; "more than 100" and 900 tell of different things.
    return (low.bound == 1 or high.bound == -1) and share < 0.5


def _told(x: Number) -> str:
    value = f"{x.value:,.10g}"
    return f"{value}%" if x.noun == "%" else value


def _dates(a: Reading, b: Reading) -> Iterator[Guard]:
    for kind, one, other in (
        ("days", a.days, b.days),
        ("months", a.months, b.months),
        ("years", {str(y) for y in a.years}, {str(y) for y in b.years}),
    ):
        if one and other and not set(one) & set(other):
            yield Guard(
                name="dates_differ",
                reason=f"{kind} differ: {_list(one)} against {_list(other)}",
            )


def _turned(a: Reading, b: Reading) -> Iterator[Guard]:
    """Negation and opposites together: two turns cancel each other."""
    only_a = [x for x in a.lemmas if x not in b.lemmas]
    only_b = [x for x in b.lemmas if x not in a.lemmas]
    against = next(
        (
            (x, y)
            for x in only_a
            for y in only_b
            # "All" and "none" are opposites because "none" negates: one turn, not two.
            if (x, y) in OPPOSITES and x not in NEGATIONS and y not in NEGATIONS
        ),
        None,
    )
    odd = len(a.negations) % 2 != len(b.negations) % 2
    if odd and not against:
        word = max(a.negations, b.negations, key=len)[0]
        yield Guard(name="negated", reason=f"one is negated: {word}")
    if against and not odd:
        yield Guard(name="opposites", reason=f"opposite words: {against[0]}/{against[1]}")
    if against and odd:
        yield Guard(
            name="turned_twice",
            reason=f"opposite words, one of them negated: {against[0]}/{against[1]}",
        )
    if bool(a.denials) != bool(b.denials) and odd:
        yield Guard(name="denied", reason=f"one denies: {min(a.denials or b.denials)}")


def _amounts(a: Reading, b: Reading) -> Iterator[Guard]:
    if a.amount is not None and b.amount is not None and abs(a.amount - b.amount) >= 2:
        yield Guard(name="amounts_differ", reason="how much of it differs")


def _names(a: Reading, b: Reading) -> Iterator[Guard]:
    shared = a.names & b.names
    if shared:
        yield Guard(
            name="names_shared",
            reason=f"same names: {_list(shared)}",
            strength=len(shared) / min(len(a.names), len(b.names)),
        )
    words = set(a.lemmas), set(b.lemmas)
    one = {n for n in a.names if n not in words[1]}
    other = {n for n in b.names if n not in words[0]}
    if one and other:
        yield Guard(
            name="names_differ",
            reason=f"names differ: {_list(one)} against {_list(other)}",
            strength=min(len(one), len(other)) / max(1, min(len(a.names), len(b.names))),
        )
    if _swapped(a, b):
        yield Guard(name="roles_swapped", reason="the same words, but who and whom change places")


def _swapped(a: Reading, b: Reading) -> bool:
    """Whether the same words stand around a verb, with its first and last word exchanged."""
    one = [x for x in a.lemmas if x in b.lemmas and x not in _LIGHT]
    other = [x for x in b.lemmas if x in a.lemmas and x not in _LIGHT]
    if len(one) < 3 or sorted(one) != sorted(other):
        return False
    passive = any((x in a.lemmas) != (x in b.lemmas) for x in ("by", "be"))
    return not passive and one[0] == other[2] and one[2] == other[0] and one[0] != one[2]


_LIGHT = frozenset({"the", "a", "an", "of", "in", "on", "at", "to", "by", "be", "and", "for"})


def _list(words: Iterable[str]) -> str:
    return ", ".join(sorted(words)[:3])
