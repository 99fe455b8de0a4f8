"""Which name forms are one: candidates by block, likeness by rules, a person's word above all.

The outcome is a function of the set of forms and decisions. Forms meet in blocks of bounded work
(each is compared with the most frequent ``COMPARED`` of its block); pairs are joined from the
likeliest down; a pair that rules or a person part is never joined through a third.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from kgraph.model import Decision
from kgraph.resolve.decisions import standing
from kgraph.resolve.forms import Form, Key, blocks
from kgraph.resolve.likeness import SAME, UNSURE, Block, Likeness, liken

COMPARED = 40
"""Forms of a block that every other is compared with; a thousand bearers of a surname stay cheap."""

PARTED = -2.0
"""Scores at and below this part two forms for good, whatever joins them with others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """Groups of what is one, and pairs that a person should look at.

    Attributes:
        groups: Keys of the units, each group sorted; the groups too.
        joined: For the first key of each group the pairs that were joined to make it.
        doubts: Pairs of different groups that rules neither join nor part.
    """

    groups: tuple[tuple[str, ...], ...]
    joined: Mapping[str, tuple[tuple[str, str, float, tuple[str, ...]], ...]]
    doubts: tuple[tuple[str, str, float, tuple[str, ...]], ...]


def compare(forms: Sequence[Form], links: Mapping[Key, str]) -> list[Likeness]:
    """How like each two forms of a block are, each pair once, sorted by its keys."""
    by_block: defaultdict[str, list[Form]] = defaultdict(list)
    for form in forms:
        for key in blocks(form):
            by_block[key].append(form)
        if links.get(form.key):
            by_block[f"link {links[form.key]}"].append(form)
    best: dict[tuple[Key, Key], Likeness] = {}
    for members in by_block.values():
        members.sort(key=lambda form: (-form.articles, form.key))
        block = Block(members)
        for a, b in _pairs(members):
            found = liken(a, b, block, (links.get(a.key, ""), links.get(b.key, "")))
            known = best.get((found.a, found.b))
            # What one block knows against a merger, another one must not overlook.
            if known is None or (found.score, found.reasons) < (known.score, known.reasons):
                best[found.a, found.b] = found
    return [best[pair] for pair in sorted(best)]


def _pairs(members: Sequence[Form]) -> Iterator[tuple[Form, Form]]:
    head = members[:COMPARED]
    for a, b in combinations(head, 2):
        yield (a, b) if a.key < b.key else (b, a)
    for b in members[COMPARED:]:
        for a in head:
            yield (a, b) if a.key < b.key else (b, a)


def merge(
    units: Iterable[str],
    likely: Iterable[tuple[str, str, float, tuple[str, ...]]],
    same: Iterable[tuple[str, str]] = (),
    apart: Iterable[tuple[str, str]] = (),
) -> Merged:
    """The units in groups.

    Args:
        units: Everything there is, by its key.
        likely: Pairs of units with the score and reasons of their likeness.
        same: Pairs that a person joined.
        apart: Pairs that a person parted, or wants left open.
    """
    groups = _Groups(units)
    decided = {frozenset(pair) for pair in (*same, *apart)}
    for a, b in sorted(set(apart)):
        groups.part(a, b)
    for a, b in sorted(set(same)):
        groups.join(a, b, 0.0, ("a person's decision",))
    ranked = sorted(likely, key=lambda pair: (-pair[2], pair[0], pair[1]))
    open_pairs = [p for p in ranked if frozenset(p[:2]) not in decided]
    for a, b, score, _ in open_pairs:
        if score <= PARTED:
            groups.part(a, b)
    for a, b, score, reasons in open_pairs:
        if score >= SAME:
            groups.join(a, b, score, reasons)
    doubts = [
        (a, b, score, reasons)
        for a, b, score, reasons in open_pairs
        if score >= UNSURE and groups.may_be_one(a, b)
    ]
    return groups.result(doubts)


class _Groups:
    """Disjoint sets that know which of them must not meet."""

    def __init__(self, units: Iterable[str]) -> None:
        self._group = {unit: unit for unit in units}
        self._members: dict[str, list[str]] = {unit: [unit] for unit in self._group}
        self._parted: defaultdict[str, set[str]] = defaultdict(set)
        self._joined: defaultdict[str, list[tuple[str, str, float, tuple[str, ...]]]]
        self._joined = defaultdict(list)

    def part(self, a: str, b: str) -> None:
        """The groups of two units never become one."""
        one, other = self._group[a], self._group[b]
        if one != other:
            self._parted[one].add(other)
            self._parted[other].add(one)

    def may_be_one(self, a: str, b: str) -> bool:
        """Whether the units are in two groups that nothing parts."""
        one, other = self._group[a], self._group[b]
        return one != other and other not in self._parted[one]

    def join(self, a: str, b: str, score: float, reasons: tuple[str, ...]) -> None:
        """The groups of two units are one, unless they are parted."""
        if not self.may_be_one(a, b):
            return
        one, other = self._group[a], self._group[b]
        # Moving the smaller keeps the whole at n log n.
        if (len(self._members[one]), other) < (len(self._members[other]), one):
            one, other = other, one
        for unit in self._members[other]:
            self._group[unit] = one
        self._members[one] += self._members.pop(other)
        for third in self._parted.pop(other, set()):
            self._parted[third].discard(other)
            self._parted[third].add(one)
            self._parted[one].add(third)
        self._joined[one] += [*self._joined.pop(other, []), (a, b, score, reasons)]

    def result(self, doubts: list[tuple[str, str, float, tuple[str, ...]]]) -> Merged:
        """The groups as they stand."""
        made = {min(members): name for name, members in self._members.items()}
        return Merged(
            groups=tuple(tuple(sorted(self._members[made[first]])) for first in sorted(made)),
            joined={first: tuple(sorted(self._joined[name])) for first, name in made.items()},
            doubts=tuple(doubts),
        )


def constraints(
    decisions: Iterable[Decision], units_of: Mapping[str, tuple[str, ...]]
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Which units a person joined and which he parted; of two decisions on a pair the later holds.

    Args:
        decisions: In any order.
        units_of: The units that an IRI stands for; decisions on others are passed over.
    """
    same: list[tuple[str, str]] = []
    apart: list[tuple[str, str]] = []
    for decision in standing(decisions):
        found = [
            (x, y)
            for x in units_of.get(decision.a, ())
            for y in units_of.get(decision.b, ())
            if x != y
        ]
        (same if decision.verdict == "same" else apart).extend(found)
    return same, apart
