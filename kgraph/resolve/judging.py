"""What a network reads in statements of one story: one claim, a contradiction, a changed position.

Desks put things into words of their own, and most contradictions need a reader to conclude ("badly
overloaded", "nowhere near full"). Rules find what is in their tables; a cross-encoder (``kgraph.judge``)
reads both statements together. It is asked only of those that share most words of weight.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from heapq import nsmallest
from typing import TypeAlias

from kgraph.judge import Judgement, judge
from kgraph.model import Link
from kgraph.resolve.conflicts import blank
from kgraph.resolve.content import Content, are_of_one_time, are_one_voice
from kgraph.resolve.dates import days_between
from kgraph.resolve.matters import in_words, matter, numbers, sentences
from kgraph.resolve.paraphrase import OPPOSED
from kgraph.resolve.readings import names_apart, reading_of
from kgraph.resolve.retold import RETOLD_DAYS
from kgraph.resolve.signs import says_no
from kgraph.resolve.text import points_outside
from kgraph.resolve.updates import sooner

ASKED = 2
"""Earlier statements that one is read together with: those that it shares most with. The second may be the
same claim, but contradicts nothing: mostly it is of something else."""

SAME = 0.6
"""Chance from which two statements are one claim: the one says the other, or part of it."""

HARDLY = 0.4
"""Chance with the speakers' names below which none without them makes two statements one claim."""

CONTRARY = 0.8
"""Chance from which two speakers contradict each other, or one has changed his position."""

TURNED = 0.6
"""The same of both read in the other order: who contradicts is contradicted."""

TURNED_SHARED = 2
"""Words of weight that one speaker's statements share of which the later changes his position."""

SECOND_SHARED = 3
"""The same of what is the second of those that one shares most with."""

BELIEVED = 0.6
"""What its chance is worth beside that of a rule, as a score."""

TWO_VOICES_SHARED = 3
TWO_VOICES_SHARE = 0.7
"""Words of weight that two speakers' statements share to be one claim, or contrary, and which part of those of the one
with fewer to be one claim."""

SHARE = 0.55
"""Length of the shorter, as part of the longer's, from which a part of what is said is still that claim."""

SAME_DAYS = 14
"""Days within which statements are one claim."""

CONTRARY_DAYS = 14
"""Days within which two speakers speak of one thing."""

# What somebody says in part, or with more around it, is still what he said.
_TOLD_AGAIN = ("same", "entails", "entailed")
_SHORTEST = 3

Judging: TypeAlias = Callable[[str, str], Judgement]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What was read in the statements of an article and of earlier ones of its story.

    Attributes:
        same: Pairs of statements that are one claim, the later one first, and the reason.
        links: Who contradicts whom, and who has changed his position.
    """

    same: tuple[tuple[Content, Content, str], ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Near:
    """An earlier statement that one may repeat or contradict.

    Attributes:
        shared: What they share.
        is_one_voice: Whether they have one speaker.
        opposed: What the later one is to it if they are opposed, or "".
        may_repeat: Whether the later one may say the same.
    """

    other: Content
    shared: frozenset[str]
    is_one_voice: bool
    opposed: str
    may_repeat: bool


def read_together(
    later: Iterable[Content], earlier: Iterable[Content], judging: Judging = judge
) -> Read:
    """The statements of an article, read together with those before it in its story.

    Args:
        later: The statements of the article.
        earlier: Those of the articles before it.
        judging: Tells what a later text is to an earlier one.
    """
    told = [(one, blank(one)) for one in earlier if _says_something(one)]
    same: list[tuple[Content, Content, str]] = []
    links: list[Link] = []
    for one in filter(_says_something, later):
        for near in _nearest(one, told):
            other = near.other
            pair = spoken(other.speaker, other.headline), spoken(one.speaker, one.headline)
            found = judging(*pair).relation
            about = f"both tell of: {in_words(near.shared, one)}"
            again = _sameness(found, one, other) if near.may_repeat else 0.0
            if again >= HARDLY and (again := _again(one, near, again, judging)) >= SAME:
                same.append((one, other, f"read as one claim ({again}); {about}"))
            contrary = found["contradicts"]
            if (
                near.opposed
                and contrary >= CONTRARY
                and judging(*pair[::-1]).relation["contradicts"] >= TURNED
            ):
                links.append(
                    Link(
                        relation=near.opposed,
                        start=one.iri,
                        end=other.iri,
                        score=round(BELIEVED * contrary, 2),
                        reasons=("read together: both can't be true", about),
                    )
                )
    return Read(same=tuple(same), links=tuple(links))


def spoken(speaker: str, words: str) -> str:
    """A statement as the network reads it: who speaks tells who "we" are."""
    return f"{speaker}: {words}"


def _says_something(one: Content) -> bool:
    return bool(one.speaker) and len(one.words) >= _SHORTEST


def _nearest(one: Content, told: Iterable[tuple[Content, tuple[str, ...]]]) -> list[_Near]:
    """The earlier statements that share most with one, of those that it may repeat or contradict.

    Args:
        told: The earlier statements, each with its words as ``blank`` has them.
    """
    own, own_blank = matter(one), blank(one)
    near = []
    for other, other_blank in told:
        shared = own & matter(other)
        is_one_voice = bool(shared) and are_one_voice(one, other)
        if len(shared) < (1 if is_one_voice else TWO_VOICES_SHARED):
            continue
        # Where only numbers, days or a "not" differ, rules tell what that means.
        if all(x[:2] == "n " for x in shared) or other_blank == own_blank:
            continue
        is_enough = not is_one_voice or len(shared) >= TURNED_SHARED
        opposed = _opposed(one, other, is_one_voice=is_one_voice) if is_enough else ""
        found = _Near(
            other=other,
            shared=shared,
            is_one_voice=is_one_voice,
            opposed=opposed,
            may_repeat=_may_repeat(one, other)
            and (is_one_voice or _say_it_alike(one, other, shared)),
        )
        if opposed or found.may_repeat:
            near.append(found)
    nearest = nsmallest(ASKED, near, key=lambda near: (-len(near.shared), near.other.rank))
    return nearest[:1] + [
        replace(one, opposed="")
        for one in nearest[1:]
        if one.may_repeat and len(one.shared) >= SECOND_SHARED
    ]


def _sameness(found: Mapping[str, float], one: Content, other: Content) -> float:
    """The chance that two statements say the same, or that the one says much of the other."""
    shorter, longer = sorted((len(one.words), len(other.words)))
    names = _TOLD_AGAIN if shorter >= SHARE * longer else _TOLD_AGAIN[:1]
    return round(sum(found[name] for name in names), 2)


def _may_repeat(one: Content, other: Content) -> bool:
    """Whether nothing parts the two that rules know better than the network."""
    # "To keep in touch" is agreed anew every week.
    stand_alone = one.stands_alone and other.stands_alone
    return (
        (one.stance, one.modality) == (other.stance, other.modality)
        and are_of_one_time(one, other, SAME_DAYS if stand_alone else RETOLD_DAYS)
        and _hedges(one) == _hedges(other)
        and not _give_other_figures(one, other)
        and not names_apart(reading_of(one), reading_of(other))
        and not any(
            (here, there) in OPPOSED
            for here in matter(one) - matter(other)
            for there in matter(other) - matter(one)
        )
    )


def _again(one: Content, near: _Near, again: float, judging: Judging) -> float:
    """The chance that it is what is said that makes two statements one, and not that one speaker says it.

    Of two speakers either order has to read the same.

    Args:
        again: The chance with the speakers' names.
    """
    other = near.other
    alone = _sameness(judging(other.headline, one.headline).relation, one, other)
    if near.is_one_voice:
        return round((again + alone) / 2, 2)
    turned = _sameness(judging(one.headline, other.headline).relation, one, other)
    return min(alone, turned)


def _say_it_alike(one: Content, other: Content, shared: frozenset[str]) -> bool:
    """Whether two speakers use like words, and such as mean the same in either mouth."""
    fewer = min(len(matter(one)), len(matter(other)))
    # "He will close it" is somebody else in another mouth.
    return len(shared) >= TWO_VOICES_SHARE * fewer and not (
        points_outside(one.words) or points_outside(other.words)
    )


def _hedges(content: Content) -> tuple[bool, bool]:
    """Whether it hangs on a condition, and whether it only may be so."""
    read = sentences(content)
    return any(one.condition for one in read), any(one.mood == "may" for one in read)


def _are_near(one: Content, other: Content, days: int) -> bool:
    apart = days_between(other.day, one.day)
    return apart is not None and abs(apart) <= days


def _opposed(one: Content, other: Content, *, is_one_voice: bool) -> str:
    """What the later of two opposed statements is to the earlier one, or ""."""
    if one.stance != other.stance or not _are_near(one, other, CONTRARY_DAYS):
        return ""
    # Of pairs that differ in neither the network takes too many to be contrary.
    figures = _give_other_figures(one, other)
    if not figures and says_no(one.headline) == says_no(other.headline):
        return ""
    if is_one_voice:
        return "updates" if one.named and sooner(other, one) else ""
    # Of another day a count is another count.
    return "" if figures and days_between(one.day, other.day) else "contradicts"


def _give_other_figures(one: Content, other: Content) -> bool:
    """Whether both have numbers, and no number is in both."""
    mine, others = (
        frozenset().union(*map(numbers, sentences(content))) for content in (one, other)
    )
    return bool(mine and others) and mine.isdisjoint(others)
