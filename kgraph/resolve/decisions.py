"""Which decisions stand, and which of them cannot all hold."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kgraph.model import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Decisions that contradict one another: A is B, B is C, and C is not A.

    Attributes:
        parting: The decision that two things are different; it holds.
        joining: The decisions that together say that they are one.
    """

    parting: Decision
    joining: tuple[Decision, ...]


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """What was not undone; of several decisions on one pair only the last, in the order of time."""
    last: dict[frozenset[str], Decision] = {}
    for decision in sorted(decisions, key=lambda d: (d.at, d.id)):
        if not decision.undone:
            last[frozenset((decision.a, decision.b))] = decision
    return sorted(last.values(), key=lambda d: (d.at, d.id))


def clashes(decisions: Iterable[Decision]) -> list[Clash]:
    """Every standing decision that parts what others join, with a shortest chain of those."""
    held = standing(decisions)
    beside: defaultdict[str, list[tuple[str, Decision]]] = defaultdict(list)
    for decision in held:
        if decision.verdict == "same":
            beside[decision.a].append((decision.b, decision))
            beside[decision.b].append((decision.a, decision))
    return [
        Clash(parting=decision, joining=chain)
        for decision in held
        if decision.verdict == "different" and (chain := _chain(beside, decision.a, decision.b))
    ]


def _chain(
    beside: dict[str, list[tuple[str, Decision]]], start: str, end: str
) -> tuple[Decision, ...]:
    """The decisions on a shortest way from one thing to the other, () where there is none."""
    chains: dict[str, tuple[Decision, ...]] = {start: ()}
    row = [start]
    while row and end not in chains:
        following = []
        for thing in row:
            for other, decision in beside.get(thing, ()):
                if other not in chains:
                    chains[other] = (*chains[thing], decision)
                    following.append(other)
        row = following
    return chains.get(end, ())
