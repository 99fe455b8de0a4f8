"""One speaker's words on one matter, told by two articles of one story, are one claim.

A desk reports a sentence, another quotes it between two others, a third says it in its own words:
that one person says something else in like words on the same day, to articles about the same
story, is rare. So less has to agree here than between any two speakers: a sentence of the one and a
sentence of the other, in most of their words or in their figures, and in all that would turn them
round.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kgraph.resolve.concepts import concept
from kgraph.resolve.content import Content, are_of_one_time, are_one_voice
from kgraph.resolve.dates import days_between
from kgraph.resolve.matters import Common, common, numbers, sentences
from kgraph.resolve.names import person_name, sounded
from kgraph.resolve.paraphrase import OPPOSED
from kgraph.resolve.readings import Reading, names_apart, swapped

RETOLD_DAYS = 3
"""Days within which a named speaker's like words are one claim."""

DESCRIBED_DAYS = 1
"""The same of one who is described in the same words: "police", "a spokesman"."""

SHARE = 0.67
"""Part of the words of the shorter sentence that the other has."""

DESCRIBED_SHARE = 0.8
"""The same of one who is described."""

SHARE_OF_LONGER = 0.4
"""Part of the words of the longer sentence that the shorter has: two clauses of one sentence are not
one claim because each stands in it."""

LEAST = 3
"""Words of weight that both have, two of them no names."""

_EXACT = 1000
_COUNTED = 13
_FEW_COUNTED = 0.4
_FEW = 0.5

# "A Thai statement that troops had opened fire" tells of the statement.
_REPORTS = frozenset(
    concept(word)
    for word in (
        "statement", "claim", "report", "allegation", "accusation", "suggestion", "rumour",
        "denial", "assertion",
    )
)  # fmt: skip


def retold(
    later: Iterable[Content], earlier: Iterable[Content]
) -> Iterator[tuple[Content, Content, str]]:
    """The statements of two articles of one story that are one claim, with the reason.

    Who speaks is known by the name that each article gives: within one story that is enough, and
    nothing here hangs on who is taken for whom across articles.
    """
    voices: defaultdict[str, list[Content]] = defaultdict(list)
    for one in later:
        voices[_voice(one)].append(one)
    for other in earlier:
        for one in voices.get(_voice(other), ()) if other.speaker else ():
            if one.wording_id != other.wording_id and (why := _why(one, other)):
                yield one, other, why


def _voice(content: Content) -> str:
    """What the names of one speaker have in common."""
    return sounded(person_name(content.speaker).surname) if content.named else content.speaker


def _why(a: Content, b: Content) -> str:
    """In what the two agree that makes them one claim, or ""."""
    if not are_of_one_time(a, b, RETOLD_DAYS if a.named else DESCRIBED_DAYS):
        return ""
    if a.named != b.named or not are_one_voice(a, b):
        return ""
    if a.stance != b.stance or not (
        (a.stands_alone and b.stands_alone) or (a.act == b.act and not days_between(a.day, b.day))
    ):
        return ""
    found = (_alike(one, other, is_named=a.named) for one in sentences(a) for other in sentences(b))
    return next(filter(None, found), "")


def _alike(one: Reading, other: Reading, *, is_named: bool) -> str:
    figures = numbers(one) & numbers(other)
    # Most pairs end here: what follows looks at every word.
    if not figures and len(one.concepts & other.concepts) < LEAST - 1:
        return ""
    both = common(one, other)
    if not both.telling or not _agree(one, other, both):
        return ""
    if is_named and figures and _are_of_one_thing(figures, both):
        return f"one speaker's figures: {', '.join(sorted(v[2:] for v in figures))}"
    if not figures and numbers(one) | numbers(other) and both.share < DESCRIBED_SHARE:
        return ""
    enough = both.telling >= LEAST and both.telling - both.named >= LEAST - 1
    if both.share_of_longer < SHARE_OF_LONGER:
        return ""
    if enough and both.share >= (SHARE if is_named else DESCRIBED_SHARE):
        return "one speaker's words in one story"
    return ""


def _agree(one: Reading, other: Reading, both: Common) -> bool:
    """Whether nothing turns the one round, or parts it from the other."""
    if (one.negations, one.condition) != (other.negations, other.condition):
        return False
    if one.mood != other.mood and "may" in (one.mood, other.mood):
        return False
    if one.values - other.values and other.values - one.values:
        return False
    left = both.here | both.there
    return not (
        (both.here & one.names and both.there & other.names)
        or names_apart(one, other)
        or left & _REPORTS
        or any((x, y) in OPPOSED for x in both.here for y in both.there)
        or swapped(one, other)
    )


def _are_of_one_thing(figures: frozenset[str], both: Common) -> bool:
    """Whether the figures are so exact, or so much is said of them, that they count one thing."""
    sizes = [float(value[2:]) for value in figures]
    if any(size >= _EXACT or size % 1 for size in sizes):
        return True
    if any(size >= _COUNTED for size in sizes):
        return both.telling > 1 and both.share >= _FEW_COUNTED
    return both.telling - both.named > 1 and both.share >= _FEW
