"""Whether two name forms are one person or body: a table of named rules.

Each rule that holds adds its weight; the sum decides: ``SAME`` and above is the same, below
``UNSURE`` is not, between them a person is asked. The weights were set by hand on table cases of
our own (``tests/resolve/test_actors_cases.py``).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kgraph.resolve.forms import Form, Key
from kgraph.resolve.generic import is_generic
from kgraph.resolve.names import PersonName, body_name, initials, person_name, same_given, sounded


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
    "the only bearer of the surname": 0.6,
    "one of several of the surname": -1.0,
    "articles call the one by the other name": 0.6,
    "two first names": -4.0,
    "two middle names": -3.0,
    "suffixes differ": -5.0,
    "same office": 0.7,
    "same body": 0.6,
    "spoken of with the same people and bodies": 1.0,
    "spoken of with others": -0.3,
    "offices that one cannot hold at a time": -2.0,
    "one article has both": -2.5,
    "names are the same but for legal form": 2.6,
    "names are the same but for spelling": 2.4,
    "articles shorten the one to the other": 2.2,
    "initials": 0.9,
    "several names have these initials": -1.5,
    "the name is the same, the type of one is not known": 2.4,
    "the name is the same, the type now and then another": 2.2,
    "the name is the same, the type another": -1.0,
    "the name is that of several things": -3.0,
    "types differ": -4.0,
}
"""What each named rule adds."""

_PEOPLE = frozenset({"person"})
_UNTYPED = "none"
_OVERLAP = 2
_MAJORITY = 3
_ALONE = 6
_SPELT = 5
_LOOKED_AT = 20
_NO_PERSON = (" - ", " – ", ",", "/", "&")
"""Marks in what a tagger took for a person's name: a route, a list, a firm."""

_SOLE_OFFICES = _words(
    "president premier chancellor king queen pope governor mayor chairman chair ceo"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What two forms have in common and what parts them.

    Attributes:
        reasons: Names of the rules that hold, the weightiest first.
    """

    a: Key
    b: Key
    score: float
    reasons: tuple[str, ...]


class Block:
    """The forms that share a key, found by what each comparison asks them for."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._bearers: defaultdict[str, list[Form]] = defaultdict(list)
        self._spelt_out: defaultdict[str, list[Form]] = defaultdict(list)
        for form in forms:
            if form.type in _PEOPLE:
                name = person_name(form.folded)
                if name.is_full:
                    self._bearers[sounded(name.surname)].append(form)
            for letters in initials(body_name(form.folded)):
                self._spelt_out[letters].append(form)

    def bearers(self, surname: str) -> Sequence[Form]:
        """The people with a first name whose surname sounds so."""
        return self._bearers.get(sounded(surname), ())

    def spelt_out(self, letters: str) -> Sequence[Form]:
        """The bodies whose names begin with these letters."""
        return self._spelt_out.get(letters, ())

    def others(self, form: Form, surname: str) -> Sequence[Form]:
        """Of the most frequent bearers of a surname those whom the form can't be."""
        return [f for f in self.bearers(surname)[:_LOOKED_AT] if not _may_be(f, form)]


def liken(a: Form, b: Form, block: Block, links: tuple[str, str]) -> Likeness:
    """How like two forms of a block are, with the rules that say so.

    Args:
        a: One form.
        b: Another form.
        block: All forms that share the key.
        links: What each is linked to in a gazetteer, or "".
    """
    held = set(_links(*links))
    if a.folded == b.folded:
        held |= set(_types(a, b, links))
    elif a.type in _PEOPLE and b.type in _PEOPLE:
        held |= set(_people(a, b, block))
    elif not {a.type, b.type} & _PEOPLE:
        held |= set(_bodies(a, b, block))
    else:
        held.add("types differ")
    if len(held) and a.folded != b.folded:
        held |= set(_surroundings(a, b))
    score = sum(RULES[rule] for rule in held)
    reasons = sorted(held, key=lambda rule: (-abs(RULES[rule]), rule))
    return Likeness(a=a.key, b=b.key, score=round(score, 3), reasons=tuple(reasons))


def _links(one: str, other: str) -> Iterator[str]:
    if one and other:
        yield "linked to one thing" if one == other else "linked to two things"


def _types(a: Form, b: Form, links: tuple[str, str]) -> Iterator[str]:
    """One name, two types: a slip of the tagger where one is rare, else two things."""
    few, many = sorted((a.articles, b.articles))
    if a.type == b.type:
        yield "the name is that of several things"
    elif _UNTYPED in (a.type, b.type):
        yield "the name is the same, the type of one is not known"
    elif many >= _MAJORITY * few and not any(links):
        yield "the name is the same, the type now and then another"
    else:
        yield "the name is the same, the type another"


def _people(a: Form, b: Form, block: Block) -> Iterator[str]:
    one, other = person_name(a.folded), person_name(b.folded)
    if any(mark in form.name for form in (a, b) for mark in _NO_PERSON):
        return
    if one.suffix != other.suffix and one.suffix and other.suffix:
        yield "suffixes differ"
    if not _same_surname(one, other):
        return
    if one.given and other.given:
        yield from _given(one, other)
        if same_given(one.first, other.first) == "initial":
            rivals = [
                f
                for f in block.bearers(one.surname)[:_LOOKED_AT]
                if same_given(person_name(f.folded).first, one.first[:1])
            ]
            if len({sounded(person_name(f.folded).first) for f in rivals}) > 1:
                yield "one of several of the surname"
    elif one.given or other.given:
        long = a if one.given else b
        short = b if one.given else a
        yield "surname alone"
        others = block.others(long, one.surname)
        if not others or _dominates(long, others):
            yield "the only bearer of the surname"
        else:
            yield "one of several of the surname"
        if short.folded in long.aliases:
            yield "articles call the one by the other name"
    if b.key in a.apart:
        yield "one article has both"


def _may_be(a: Form, b: Form) -> bool:
    """Whether the first names of two of one surname don't differ."""
    one, other = person_name(a.folded), person_name(b.folded)
    return _further(one, other) or bool(same_given(one.first, other.first))


def _further(one: PersonName, other: PersonName) -> bool:
    """Whether one of two names has all first names of the other, and more."""
    few, many = sorted((set(one.given), set(other.given)), key=len)
    return few < many and any(len(word) > 1 for word in few)


def _dominates(form: Form, others: Iterable[Form]) -> bool:
    """Whether nearly every article that has the surname means this bearer."""
    return form.articles >= 5 * sum(f.articles for f in others)


def _same_surname(one: PersonName, other: PersonName) -> bool:
    return sounded(one.surname) == sounded(other.surname)


def _given(one: PersonName, other: PersonName) -> Iterator[str]:
    agreed = same_given(one.first, other.first)
    middle = list(zip(one.given[1:], other.given[1:], strict=False))
    if not agreed and _further(one, other):
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


def _bodies(a: Form, b: Form, block: Block) -> Iterator[str]:
    one, other = body_name(a.folded), body_name(b.folded)
    spelt = one == other or _sound_alike(one, other)
    if spelt:
        yield (
            "names are the same but for legal form"
            if one == other
            else "names are the same but for spelling"
        )
    for short, long in ((a, b), (b, a)):
        letters = "".join(body_name(short.folded))
        if short.folded in long.aliases and _is_short(short, long):
            yield "articles shorten the one to the other"
        elif letters in initials(body_name(long.folded)):
            yield "initials"
            if len(block.spelt_out(letters)) > 1:
                yield "several names have these initials"
    if a.type != b.type and _UNTYPED not in (a.type, b.type):
        yield "types differ"
    if not spelt and a.apart[b.key] > max(a.aliases[b.folded], b.aliases[a.folded]):
        yield "one article has both"


def _sound_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether words that differ are long enough for a spelling, not a number or letters."""
    return len(one) == len(other) and all(
        x == y or (min(len(x), len(y)) >= _SPELT and sounded(x) == sounded(y))
        for x, y in zip(one, other, strict=True)
    )


def _is_short(short: Form, long: Form) -> bool:
    """Whether the one name begins, ends or abbreviates the other, in most articles that have both."""
    if is_generic(short.folded):
        return False
    few, many = body_name(short.folded), body_name(long.folded)
    shortens = (
        many[: len(few)] == few
        or many[-len(few) :] == few
        or "".join(few) in initials(many)
        or few == many
    )
    called = long.aliases[short.folded]
    # Where the short name mostly stands alone, a few articles that have both prove nothing.
    return shortens and called >= long.apart[short.key] and called * _ALONE >= short.articles


def _surroundings(a: Form, b: Form) -> Iterator[str]:
    """What the articles say around the names."""
    common = a.roles.keys() & b.roles.keys()
    if common - _EMPTY:
        yield "same office"
    if a.bodies.keys() & b.bodies.keys():
        yield "same body"
    shared = a.neighbours.keys() & b.neighbours.keys()
    if len(shared) >= _OVERLAP:
        yield "spoken of with the same people and bodies"
    elif not shared and a.neighbours and b.neighbours:
        yield "spoken of with others"
    if _is_initial(a, b) and _exclude(a, b):
        yield "offices that one cannot hold at a time"


_EMPTY = frozenset(
    {"of", "the", "former", "deputy", "senior", "mr", "mrs", "ms", "sir", "and", "s"}
)


def _is_initial(a: Form, b: Form) -> bool:
    one, other = person_name(a.folded), person_name(b.folded)
    return bool(one.given and other.given) and same_given(one.first, other.first) == "initial"


def _exclude(a: Form, b: Form) -> bool:
    """Whether both hold one high office of two bodies at one time: two mayors."""
    for (title, body), (first, last) in a.dated.items():
        sole = _SOLE_OFFICES & set(title.split())
        if not sole or not body or "former" in title:
            continue
        for (other_title, other_body), (other_first, other_last) in b.dated.items():
            if (
                other_body
                and not set(body.split()) & set(other_body.split())
                and sole & set(other_title.split())
                and "former" not in other_title
                and first <= other_last
                and other_first <= last
            ):
                return True
    return False
