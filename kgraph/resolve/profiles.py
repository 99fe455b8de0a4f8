"""Name forms laid out for comparing, each alone and among those that share a block with it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kgraph.resolve.forms import Form
from kgraph.resolve.names import PersonName, body_name, initials, person_name, same_given, sounded

SPELT = 5
"""Letters of the shortest word that is known by its sound; shorter ones are numbers and initials."""

_PERSON = "person"
_LOOKED_AT = 20
_NO_PERSON = (" - ", " – ", ",", "/", "&")
"""Marks in what a tagger took for a person's name: a route, a list, a firm."""

_EMPTY = frozenset(
    {"of", "the", "former", "deputy", "senior", "mr", "mrs", "ms", "sir", "and", "s"}
)


class Profile:
    """A form laid out for comparing: names in parts, texts in sets."""

    __slots__ = (
        "aliases", "apart", "articles", "bodies", "dated", "folded", "is_person", "key", "known",
        "letters", "neighbours", "no_person", "person", "roles", "short", "sound", "type", "words",
    )  # fmt: skip

    def __init__(self, form: Form) -> None:
        self.key = form.key
        self.type = form.type
        self.folded = form.folded
        self.known = form.known
        self.articles = form.articles
        self.is_person = form.type == _PERSON
        self.person = person_name(form.folded)
        self.words = body_name(form.folded)
        self.short = initials(self.words)
        self.letters = "".join(self.words)
        self.sound = tuple(sounded(word) if len(word) >= SPELT else word for word in self.words)
        self.no_person = any(mark in form.name for mark in _NO_PERSON)
        self.aliases = dict(form.aliases)
        self.apart = {(person, name): count for person, name, count in form.apart}
        self.roles = frozenset(form.roles) - _EMPTY
        self.bodies = frozenset(form.bodies)
        self.neighbours = frozenset(form.neighbours)
        self.dated = form.dated

    def beside(self, other: "Profile") -> int:
        """How many articles tell the two apart."""
        return self.apart.get((other.is_person, other.folded), 0)


class Block:
    """The forms that share a key, found by what each comparison asks them for."""

    def __init__(self, profiles: Iterable[Profile] = ()) -> None:
        self._bearers: defaultdict[str, list[Profile]] = defaultdict(list)
        self._spelt_out: defaultdict[str, int] = defaultdict(int)
        self._others: dict[str, Sequence[Profile]] = {}
        for one in profiles:
            if one.is_person and one.person.is_full:
                self._bearers[sounded(one.person.surname)].append(one)
            for letters in one.short:
                self._spelt_out[letters] += 1

    def about(self, one: Profile) -> Sequence[Profile] | bool:
        """All that it is asked for where that one is compared with any other of the block."""
        if not one.is_person:
            return self.spelt_out(one.letters) > 1
        return self.bearers(one.person.surname) if len(one.person.first) < 2 else ()

    def spelt_out(self, letters: str) -> int:
        """How many bodies have names that begin with these letters."""
        return self._spelt_out.get(letters, 0)

    def bearers(self, surname: str) -> Sequence[Profile]:
        """The most frequent people with a first name whose surname sounds so."""
        return self._bearers.get(sounded(surname), [])[:_LOOKED_AT]

    def others(self, one: Profile, surname: str) -> Sequence[Profile]:
        """Of the most frequent bearers of a surname those whom that one can't be."""
        if one.key not in self._others:
            self._others[one.key] = [b for b in self.bearers(surname) if not _may_be(b, one)]
        return self._others[one.key]


def _may_be(a: Profile, b: Profile) -> bool:
    """Whether the first names of two of one surname don't differ."""
    one, other = a.person, b.person
    return further(one, other) or bool(same_given(one.first, other.first))


def further(one: PersonName, other: PersonName) -> bool:
    """Whether one of two names has all first names of the other, and more."""
    few, many = sorted((set(one.given), set(other.given)), key=len)
    return few < many and any(len(word) > 1 for word in few)
