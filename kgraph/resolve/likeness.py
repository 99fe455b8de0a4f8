"""Whether two name forms are one person or body: a table of named rules.

Each rule that holds adds its weight; the sum decides: ``SAME`` and above is the same, below
``UNSURE`` is not, between them a person is asked. The weights were set by hand on table cases of
our own (``tests/resolve/test_actors_cases.py``).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kgraph.resolve.generic import is_generic
from kgraph.resolve.names import SMALL_WORDS, PersonName, further, same_given, sounded
from kgraph.resolve.profiles import SPELT, Block, Profile
from kgraph.resolve.surnames import COMMON


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SAME = 2.0
UNSURE = 0.8

RULES = {
    "linked to one thing": 8.0,
    "linked to two things": -8.0,
    "full names are the same but for spelling": 2.6,
    "first names are the same by ear": 2.2,
    "one has further first names": 2.4,
    "one has another name before the first": 1.6,
    "first name is an initial": 0.9,
    "first name begins the other": 0.9,
    "surname alone": 0.4,
    "a common surname": -0.7,
    "the only bearer of the surname": 0.6,
    "one of several of the surname": -1.0,
    "articles call the one by the other name": 0.6,
    "two first names": -4.0,
    "two middle names": -3.0,
    "suffixes differ": -5.0,
    "same office": 0.7,
    "same body": 0.6,
    "spoken of with the same people and bodies": 1.0,
    "spoken of with one of the same": 0.5,
    "in the news at one time": 0.3,
    "spoken of with others": -0.3,
    "offices that one cannot hold at a time": -2.0,
    "one article has both": -2.5,
    "names are the same but for legal form": 2.6,
    "names are the same but for spelling": 2.4,
    "articles shorten the one to the other": 2.2,
    "initials": 0.9,
    "several names have these initials": -1.5,
    "articles shorten several names to the one": -2.0,
    "two names written out": -4.0,
    "the name is the same, the type of one is not known": 2.4,
    "the name is the same, the type now and then another": 2.2,
    "the name is the same, the type another": -1.0,
    "the name is that of several things": -3.0,
    "types differ": -4.0,
}
"""What each named rule adds."""

_UNTYPED = "none"
_OVERLAP = 2
_MAJORITY = 3
_ALONE = 6
_NEARLY_ALL = 5
_BEGINNING = 4

_SOLE_OFFICES = _words(
    "president premier chancellor king queen pope governor mayor chairman chair ceo"
)
_OF_BLOCKS = frozenset(
    {
        "the only bearer of the surname",
        "one of several of the surname",
        "several names have these initials",
        "articles shorten several names to the one",
    }
)
"""Rules that look at the others of a block; all others hold in every block or in none."""

_FOR = frozenset(
    {
        "same office",
        "same body",
        "spoken of with the same people and bodies",
        "in the news at one time",
    }
)
_KEPT = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What two forms have in common and what parts them.

    Attributes:
        a: Key of a form, or of what else is merged as a whole; ``b`` that of another.
        reasons: Names of the rules that hold, the weightiest first.
    """

    a: str
    b: str
    score: float
    reasons: tuple[str, ...]


def liken(a: Profile, b: Profile, block: Block) -> frozenset[str]:
    """The rules that hold of two forms of a block."""
    named = liken_names(a, b, block)
    return named.union(_surroundings(a, b)) if named and a.folded != b.folded else named


def liken_names(a: Profile, b: Profile, block: Block) -> frozenset[str]:
    """The rules on names that hold of two forms of a block, what is said around them left out."""
    held = set(_links(a.known, b.known))
    if a.folded == b.folded:
        held.update(_types(a, b))
    elif a.is_person and b.is_person:
        held.update(_people(a, b, block))
    elif not a.is_person and not b.is_person:
        held.update(_bodies(a, b, block))
    else:
        held.add("types differ")
    return frozenset(held)


def are_told_apart(a: Profile, b: Profile) -> bool:
    """Whether the names differ so that no rule could speak for one person or body."""
    if a.folded == b.folded or (a.known and a.known == b.known) or a.is_person != b.is_person:
        return False
    if a.is_person:
        return _differ(a.person, b.person)
    return not (
        a.sound == b.sound
        or a.letters in b.short
        or b.letters in a.short
        or a.folded in b.aliases
        or b.folded in a.aliases
    )


@lru_cache(4 * _KEPT)
def _differ(one: PersonName, other: PersonName) -> bool:
    return bool(
        one.given
        and other.given
        and not same_given(one.first, other.first)
        and not further(one, other)
    )


@lru_cache(_KEPT)
def weight(rules: frozenset[str]) -> float:
    """What the rules add up to."""
    return round(sum(RULES[rule] for rule in sorted(rules)), 3)


def likeness(a: Profile, b: Profile, rules: frozenset[str]) -> Likeness:
    """The two with the rules that hold of them."""
    reasons = tuple(sorted(rules, key=lambda rule: (-abs(RULES[rule]), rule)))
    one, other = sorted((a.key, b.key))
    return Likeness(a=one, b=other, score=weight(rules), reasons=reasons)


def in_any_block(rules: frozenset[str]) -> frozenset[str]:
    """Of the rules those that hold whatever block the two meet in."""
    return rules - _OF_BLOCKS


@lru_cache(_KEPT)
def is_worth_a_question(rules: frozenset[str]) -> bool:
    """Whether the two would be worth a question in the block that speaks for them most."""
    alone = {"the only bearer of the surname"} if "surname alone" in rules else frozenset()
    return weight(in_any_block(rules) | alone) >= UNSURE


@lru_cache(_KEPT)
def is_hopeless(named: frozenset[str]) -> bool:
    """Whether no words around two names could matter, if these rules hold of the names.

    What a block knows against a merger may part the two, so it matters whatever else there is.
    """
    return not named or not (named & _OF_BLOCKS or is_worth_a_question(named | _FOR))


def _links(one: str, other: str) -> Iterator[str]:
    if one and other:
        yield "linked to one thing" if one == other else "linked to two things"


def _types(a: Profile, b: Profile) -> Iterator[str]:
    """One name, two types: a slip of the tagger where one is rare, else two things."""
    few, many = sorted((a.articles, b.articles))
    if a.type == b.type:
        yield "the name is that of several things"
    elif _UNTYPED in (a.type, b.type):
        yield "the name is the same, the type of one is not known"
    elif many >= _MAJORITY * few and not (a.known or b.known):
        yield "the name is the same, the type now and then another"
    else:
        yield "the name is the same, the type another"


def _people(a: Profile, b: Profile, block: Block) -> Iterator[str]:
    one, other = a.person, b.person
    if a.no_person or b.no_person:
        return
    if one.suffix != other.suffix and one.suffix and other.suffix:
        yield "suffixes differ"
    if not _same_surname(one, other):
        return
    if one.given and other.given:
        yield from _given(one, other)
        if same_given(one.first, other.first) == "initial":
            rivals = {
                sounded(rival.person.first)
                for rival in block.bearers(one.surname)
                if rival.person.first[:1] == one.first[:1]
            }
            if len(rivals) > 1:
                yield "one of several of the surname"
    elif one.given or other.given:
        long, short = (a, b) if one.given else (b, a)
        yield "surname alone"
        if short.person.surname in COMMON:
            yield "a common surname"
        others = _rivals(short, long, block)
        if not others or _dominates(long, others):
            yield "the only bearer of the surname"
        else:
            yield "one of several of the surname"
        if short.folded in long.aliases:
            yield "articles call the one by the other name"
    if a.beside(b):
        yield "one article has both"


def _rivals(short: Profile, long: Profile, block: Block) -> Sequence[Profile]:
    """Whom else the surname alone may mean.

    Whom the same articles have beside it as somebody else it does not mean, nor, where one bearer's
    surname is spelt as it is, those whose surname only sounds so.
    """
    spelt = long.person.surname == short.person.surname
    return [
        other
        for other in block.others(long, short.person.surname)
        if not short.beside(other) and not (spelt and other.person.surname != short.person.surname)
    ]


def _dominates(one: Profile, others: Iterable[Profile]) -> bool:
    """Whether nearly every article that has the surname means this bearer."""
    return one.articles >= _NEARLY_ALL * sum(other.articles for other in others)


def _same_surname(one: PersonName, other: PersonName) -> bool:
    return sounded(one.surname) == sounded(other.surname)


def _given(one: PersonName, other: PersonName) -> Iterator[str]:
    agreed = same_given(one.first, other.first)
    middle = list(zip(one.given[1:], other.given[1:], strict=False))
    if not agreed and further(one, other):
        yield "one has another name before the first"
    elif not agreed:
        yield "two first names"
    elif any(not same_given(x, y) for x, y in middle):
        yield "two middle names"
    elif agreed == "initial":
        yield "first name is an initial"
    elif agreed == "short":
        yield "first name begins the other"
    elif agreed == "loose":
        yield "first names are the same by ear"
    elif len(one.given) != len(other.given):
        yield "one has further first names"
    else:
        yield "full names are the same but for spelling"


def _bodies(a: Profile, b: Profile, block: Block) -> Iterator[str]:
    one, other = a.words, b.words
    spelt = one == other or _sound_alike(one, other)
    if spelt:
        yield (
            "names are the same but for legal form"
            if one == other
            else "names are the same but for spelling"
        )
    for short, long in ((a, b), (b, a)):
        letters = "".join(short.words)
        if short.folded in long.aliases and _is_short(short, long):
            yield "articles shorten the one to the other"
            others = [
                each.aliases[short.folded]
                for each in block.shortened(short.folded)
                if _are_two_bodies(each, long)
            ]
            if others and long.aliases[short.folded] < _NEARLY_ALL * sum(others):
                yield "articles shorten several names to the one"
        elif letters in long.short:
            yield "initials"
            if block.spelt_out(letters) > 1:
                yield "several names have these initials"
    called = max(a.aliases.get(b.folded, 0), b.aliases.get(a.folded, 0))
    if not called and _are_two_bodies(a, b):
        yield "two names written out"
    if a.type != b.type and _UNTYPED not in (a.type, b.type):
        yield "types differ"
    if not spelt and a.beside(b) > called:
        yield "one article has both"


def _sound_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether words that differ are long enough for a spelling, not a number or letters."""
    return len(one) == len(other) and all(
        x == y or (min(len(x), len(y)) >= SPELT and sounded(x) == sounded(y))
        for x, y in zip(one, other, strict=True)
    )


def _are_two_bodies(a: Profile, b: Profile) -> bool:
    """Whether two names are written out and differ in words that don't begin alike.

    Asked by a comparison with a third, it may look at nothing but the names: see ``Block.about``.
    """
    if min(len(a.words), len(b.words)) < 2:
        return False
    one, other = set(a.sound) - SMALL_WORDS, set(b.sound) - SMALL_WORDS
    only_one, only_other = (
        {word[:_BEGINNING] for word in words} for words in (one - other, other - one)
    )
    return bool(only_one and only_other) and only_one.isdisjoint(only_other)


def _is_short(short: Profile, long: Profile) -> bool:
    """Whether the one name begins, ends or abbreviates the other, in most articles that have both."""
    if is_generic(short.folded):
        return False
    few, many = short.words, long.words
    shortens = (
        many[: len(few)] == few
        or many[-len(few) :] == few
        or "".join(few) in long.short
        or few == many
    )
    called = long.aliases[short.folded]
    # Where the short name mostly stands alone, a few articles that have both prove nothing.
    return shortens and called >= long.beside(short) and called * _ALONE >= short.articles


def _surroundings(a: Profile, b: Profile) -> Iterator[str]:
    """What the articles say around the names."""
    if a.roles & b.roles:
        yield "same office"
    if a.bodies & b.bodies:
        yield "same body"
    shared = len(a.neighbours & b.neighbours)
    if shared >= _OVERLAP:
        yield "spoken of with the same people and bodies"
    elif shared and _is_part(a, b):
        yield "spoken of with one of the same"
    elif not shared and a.neighbours and b.neighbours:
        yield "spoken of with others"
    if _is_part(a, b) and _meet(a, b):
        yield "in the news at one time"
    if _is_initial(a.person, b.person) and _exclude(a, b):
        yield "offices that one cannot hold at a time"


def _is_part(a: Profile, b: Profile) -> bool:
    """Whether both are people, and the one name is the other without its first name."""
    return a.is_person and b.is_person and len(a.person.given) != len(b.person.given)


def _meet(a: Profile, b: Profile) -> bool:
    """Whether the months in which the two are in the news have one in common."""
    return bool(a.first and b.first) and a.first <= b.last and b.first <= a.last


def _is_initial(one: PersonName, other: PersonName) -> bool:
    return bool(one.given and other.given) and same_given(one.first, other.first) == "initial"


def _exclude(a: Profile, b: Profile) -> bool:
    """Whether both hold one high office of two bodies at one time: two mayors."""
    for title, body, first, last in a.dated:
        sole = _SOLE_OFFICES & set(title.split())
        if not sole or "former" in title:
            continue
        for other_title, other_body, other_first, other_last in b.dated:
            if (
                not set(body.split()) & set(other_body.split())
                and sole & set(other_title.split())
                and "former" not in other_title
                and first <= other_last
                and other_first <= last
            ):
                return True
    return False
