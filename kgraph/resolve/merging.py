"""Which name forms are one: candidates by block, likeness by rules, a person's word above all.

Forms meet in blocks of bounded work: of a block the ``MEMBERS`` most frequent count, and each of
these is compared with the ``COMPARED`` most frequent. Pairs are joined from the likeliest down; a
pair that rules or a person part is never joined through a third.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import TypeAlias

from kgraph.resolve.forms import Form, blocks
from kgraph.resolve.likeness import (
    SAME,
    UNSURE,
    Likeness,
    are_told_apart,
    in_any_block,
    is_hopeless,
    is_worth_a_question,
    liken,
    liken_names,
    likeness,
    weight,
)
from kgraph.resolve.profiles import Block, Profile

COMPARED = 24
"""Forms of a block that every other is compared with; what a block knows is what these tell."""

MEMBERS = 120
"""Forms of a block that are compared at all. The rarer ones of a large block are found by the other
blocks that they stand in (a surname with an initial, the same name, one link), or not at all."""

PARTED = -2.0
"""Scores at and below this part two forms for good, whatever joins them with others."""

Pair: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """Groups of what is one, and pairs that a person should look at.

    Attributes:
        groups: Keys of what was merged, each group sorted; the groups too.
        joined: For the first key of each group the pairs that were joined to make it.
        doubts: Pairs of different groups that rules neither join nor part, the likeliest first.
    """

    groups: tuple[tuple[str, ...], ...]
    joined: Mapping[str, tuple[Likeness, ...]]
    doubts: tuple[Likeness, ...]


def compare_block(
    forms: Iterable[Form], before: Iterable[Form] = (), known: Iterable[Likeness] = ()
) -> tuple[Likeness, ...]:
    """How like the forms of a block are: those pairs that might be one in some block.

    Pairs that are left out are parted, or nothing to one another, in every block. Of a pair that
    several blocks give, the least likeness counts: see ``least``. What was found before changes
    nothing but the time that it takes.

    Args:
        forms: The forms of the block, or the ``MEMBERS`` of lowest rank, and any others.
        before: Those that it had when ``known`` was found.
        known: What was found of them.
    """
    profiles, earlier = _members(forms), _members(before)
    block, past = (_block(tuple(members[:COMPARED])) for members in (profiles, earlier))
    there, first = set(earlier), set(earlier[:COMPARED])
    stay = {
        one.key
        for number, one in enumerate(profiles)
        if one in (first if number < COMPARED else there) and block.about(one) == past.about(one)
    }
    head = {one.key for one in profiles[:COMPARED]}
    found = [
        pair
        for pair in known
        if pair.a in stay and pair.b in stay and (pair.a in head or pair.b in head)
    ]
    for a, b in _pairs(profiles, stay):
        if are_told_apart(a, b) or is_hopeless(liken_names(a, b, block)):
            continue
        rules = liken(a, b, block)
        if is_worth_a_question(rules) or _is_parted_by_block(rules):
            found.append(likeness(a, b, rules))
    return tuple(found)


def least(found: Iterable[Likeness]) -> list[Likeness]:
    """Each pair once, sorted by its keys: what one block knows against it no other overlooks."""
    kept: dict[Pair, Likeness] = {}
    for one in found:
        known = kept.get((one.a, one.b))
        if known is None or (one.score, one.reasons) < (known.score, known.reasons):
            kept[one.a, one.b] = one
    return [kept[pair] for pair in sorted(kept)]


def partings(
    forms: Iterable[Form], likely: Iterable[Likeness], same: Iterable[Pair] = ()
) -> set[Pair]:
    """The pairs of some forms, sorted, that can't be one, whatever block they meet in.

    Pairs that nothing could bring into one group, and no doubt is about, are left out.

    Args:
        forms: What is parted.
        likely: Pairs and their likeness, as ``merge`` is given them.
        same: Pairs that a person joined.
    """
    by_block: defaultdict[str, list[Form]] = defaultdict(list)
    keys: set[str] = set()
    for form in forms:
        keys.add(form.key)
        for block in _blocks(form):
            by_block[block].append(form)
    group, near = _meetings(keys, likely, same)
    parted: dict[Pair, bool] = {}
    for members in (each for each in by_block.values() if len(each) > 1):
        for a, b in _pairs(_members(members)):
            if group[b.key] in near[group[a.key]]:
                pair = (a.key, b.key) if a.key < b.key else (b.key, a.key)
                if pair not in parted:
                    parted[pair] = _are_parted(a, b)
    return {pair for pair, apart in parted.items() if apart}


# The same people are compared again with every article that has one of them.
@lru_cache(20_000)
def _are_parted(a: Profile, b: Profile) -> bool:
    return weight(in_any_block(liken(a, b, Block()))) <= PARTED


def _meetings(
    units: Collection[str], likely: Iterable[Likeness], same: Iterable[Pair]
) -> tuple[dict[str, str], dict[str, set[str]]]:
    """Which units might come into one group, or have a doubt between their groups.

    Returns:
        What names the group of each unit, and for each group the names of those, its own among
        them, whose units its units meet.
    """
    likely, same = tuple(likely), tuple(same)
    ends = {end for pair in likely for end in (pair.a, pair.b)}
    everyone = {*units, *ends, *chain.from_iterable(same)}
    groups = Groups(everyone)
    for a, b in same:
        groups.join(Likeness(a=a, b=b, score=SAME, reasons=()))
    for pair in likely:
        if pair.score >= SAME:
            groups.join(pair)
    group = {unit: groups.of(unit) for unit in everyone}
    near = {name: {name} for name in group.values()}
    for pair in likely:
        if pair.score >= UNSURE:
            one, other = group[pair.a], group[pair.b]
            near[one].add(other)
            near[other].add(one)
    return group, near


def merge(
    units: Iterable[str],
    likely: Iterable[Likeness],
    parted: Iterable[Pair] = (),
    *,
    same: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
) -> Merged:
    """The units in groups.

    Args:
        units: Everything there is, by its key.
        likely: Pairs of units and their likeness.
        parted: Pairs that rules part.
        same: Pairs that a person joined.
        apart: Pairs that a person parted, or wants left open. They are never in one group.
    """
    same, apart = set(same), set(apart)
    groups = Groups(units)
    decided = {frozenset(pair) for pair in same | apart}
    for a, b in sorted(apart):
        groups.part(a, b)
    for a, b in sorted(same):
        groups.join(Likeness(a=a, b=b, score=0.0, reasons=("a person's decision",)))
    ranked = sorted(likely, key=lambda pair: (-pair.score, pair.a, pair.b))
    left = [pair for pair in ranked if frozenset((pair.a, pair.b)) not in decided]
    by_rule = {(pair.a, pair.b) for pair in left if pair.score <= PARTED}
    for a, b in sorted(by_rule.union(parted)):
        if frozenset((a, b)) not in decided:
            groups.part(a, b)
    for pair in left:
        if pair.score >= SAME:
            groups.join(pair)
    doubts = [p for p in left if p.score >= UNSURE and groups.may_be_one(p.a, p.b)]
    return groups.result(doubts)


_profile = lru_cache(20_000)(Profile)
_block = lru_cache(500)(Block)
_blocks = lru_cache(20_000)(blocks)


def _members(forms: Iterable[Form]) -> list[Profile]:
    return sorted(map(_profile, forms), key=attrgetter("rank"))[:MEMBERS]


def _pairs(
    members: Sequence[Profile], stay: Collection[str] = ()
) -> Iterator[tuple[Profile, Profile]]:
    """The pairs that are compared, but for those of which both members stay as they were."""
    head = members[:COMPARED]
    for number, a in enumerate(head):
        if a.key in stay:
            yield from ((a, b) for b in members[number + 1 :] if b.key not in stay)
        else:
            yield from ((a, b) for b in members[number + 1 :])


def _is_parted_by_block(rules: frozenset[str]) -> bool:
    """Whether it takes what the block knows to part the two."""
    return weight(rules) <= PARTED < weight(in_any_block(rules))


class Groups:
    """Disjoint sets that know which of them must not meet."""

    def __init__(self, units: Iterable[str]) -> None:
        self._group = {unit: unit for unit in units}
        self._members: dict[str, list[str]] = {unit: [unit] for unit in self._group}
        self._parted: defaultdict[str, set[str]] = defaultdict(set)
        self._joined: defaultdict[str, list[Likeness]] = defaultdict(list)

    def of(self, unit: str) -> str:
        """What names the group of a unit, until it is joined with another."""
        return self._group[unit]

    def part(self, a: str, b: str) -> None:
        """The groups of two units never become one."""
        one, other = self._group[a], self._group[b]
        if one != other:
            self._parted[one].add(other)
            self._parted[other].add(one)

    def are_parted(self, a: str, b: str) -> bool:
        """Whether the groups of two units must not meet."""
        return self._group[b] in self._parted[self._group[a]]

    def may_be_one(self, a: str, b: str) -> bool:
        """Whether the units are in two groups that nothing parts."""
        one, other = self._group[a], self._group[b]
        return one != other and other not in self._parted[one]

    def join(self, pair: Likeness) -> None:
        """The groups of two units are one, unless they are parted."""
        if not self.may_be_one(pair.a, pair.b):
            return
        one, other = self._group[pair.a], self._group[pair.b]
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
        self._joined[one] += [*self._joined.pop(other, []), pair]

    def result(self, doubts: Sequence[Likeness]) -> Merged:
        """The groups as they stand."""
        made = {min(members): name for name, members in self._members.items()}
        return Merged(
            groups=tuple(tuple(sorted(self._members[made[first]])) for first in sorted(made)),
            joined={
                first: tuple(sorted(self._joined[name], key=lambda p: (p.a, p.b, p.score)))
                for first, name in made.items()
            },
            doubts=tuple(doubts),
        )
