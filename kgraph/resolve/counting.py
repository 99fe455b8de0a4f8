"""Numbers that cannot both be right: two voices count one thing otherwise, on one day, in one story.

"Two people were hurt by the quake" and "the quake hurt five people" are told on the same day of the same
thing by two who don't agree. Time passing is no conflict: from another day, a count is another
count.
"""

from collections.abc import Iterable, Iterator

from kgraph.model import Link
from kgraph.resolve.concepts import concept
from kgraph.resolve.content import Content, are_one_voice
from kgraph.resolve.dates import days_between
from kgraph.resolve.matters import common, numbers, sentences, tells_something
from kgraph.resolve.readings import Reading

SHARE = 0.6
"""Part of the words of the shorter sentence that the other must have."""

LEAST = 2
"""Words of weight that both must have besides what is counted, one of them no name."""

_ROUNDED = 0.1
_COUNTED = 20
# They leave room for another number.
_BOUNDS = frozenset({
    "least", "more", "less", "fewer", "most", "nearly", "almost", "another", "other", "dozens",
    "hundreds", "thousands", "several", "half",
})  # fmt: skip
# What is measured or paid: how much, not how many of what, and an offer is not a rival's.
_MEASURES = frozenset(
    concept(word)
    for word in ("percent", "dollar", "euro", "pound", "year", "month", "week", "day", "time")
)
_UNSURE = frozenset({"may", "must"})


def counted_otherwise(later: Iterable[Content], earlier: Iterable[Content]) -> Iterator[Link]:
    """The contradictions of numbers between the statements of two articles of one story."""
    told = list(filter(_counts, earlier))
    for one in filter(_counts, later):
        for other in told:
            if _are_two_voices(one, other) and not days_between(other.day, one.day):
                found = (_differ(p, q) for p in sentences(one) for q in sentences(other))
                if why := next(filter(None, found), ""):
                    first, last = sorted((one, other), key=lambda content: content.rank)
                    yield Link(
                        relation="contradicts",
                        start=last.iri,
                        end=first.iri,
                        score=0.6,
                        reasons=(why, "one story, one day"),
                    )


def _counts(one: Content) -> bool:
    return any(read.counts for read in sentences(one))


def _are_two_voices(a: Content, b: Content) -> bool:
    return (
        bool(a.speaker and b.speaker and a.day and b.day)
        and not are_one_voice(a, b)
        and a.stance == b.stance == "telling"
    )


def _differ(one: Reading, other: Reading) -> str:
    """What two sentences count otherwise, in words, or ""."""
    if not one.counts or not other.counts or one.negations or other.negations:
        return ""
    if one.condition or other.condition or _UNSURE & {one.mood, other.mood}:
        return ""
    if _BOUNDS & (one.narrowing | other.narrowing):
        return ""
    days, other_days = (read.values - numbers(read) for read in (one, other))
    if days - other_days and other_days - days:
        return ""
    for thing, number in one.counts:
        for same, another in other.counts:
            if thing == same and thing not in _MEASURES and _apart(one, number, other, another):
                both = common(one, other)
                rest = {x for x in both.shared - {thing} if tells_something(x)}
                if (
                    len(rest) >= LEAST
                    and rest - one.names - other.names
                    and both.share >= SHARE
                    and not (both.here & one.names and both.there & other.names)
                ):
                    return f"{number[2:]} against {another[2:]} of one thing"
    return ""


def _apart(one: Reading, number: str, other: Reading, another: str) -> bool:
    """Whether only one of the numbers can be right, and neither sentence has both."""
    if number in other.values or another in one.values:
        return False
    least, most = sorted((float(number[2:]), float(another[2:])))
    return most - least > _ROUNDED * most or most < _COUNTED
