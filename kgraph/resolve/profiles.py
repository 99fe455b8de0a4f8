"""Name forms laid out for comparing, each alone and among those that share a block with it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from kgraph.resolve.forms import Form
from kgraph.resolve.names import (
    body_name,
    further,
    initials,
    person_name,
    same_given,
    sounded,
)

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
    """A form laid out for comparing: names in parts, texts in sets.

    Most of the forms of a block are told apart by their names alone: what else is known of them is
    laid out when it is asked for.
    """

    def __init__(self, form: Form) -> None:
        self._form = form
        self.key = form.key
        self.rank = form.rank
        self.type = form.type
        self.folded = form.folded
        self.known = form.known
        self.articles = form.articles
        self.dated = form.dated
        self.first, self.last = form.first, form.last
        self.is_person = form.type == _PERSON
        self.person = person_name(form.folded)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of a name that is not a person's."""
        return body_name(self.folded)

    @cached_property
    def short(self) -> frozenset[str]:
        """The letters that such a name is cut short to."""
        return initials(self.words)

    @cached_property
    def letters(self) -> str:
        """The words as one."""
        return "".join(self.words)

    @cached_property
    def sound(self) -> tuple[str, ...]:
        """The long words by their sound."""
        return tuple(sounded(word) if len(word) >= SPELT else word for word in self.words)

    @cached_property
    def no_person(self) -> bool:
        """Whether it is something else that a tagger took for a person."""
        return any(mark in self._form.name for mark in _NO_PERSON)

    @cached_property
    def aliases(self) -> dict[str, int]:
        """Folded names by which articles call it, each with how many of them."""
        return dict(self._form.aliases)

    @cached_property
    def roles(self) -> frozenset[str]:
        """Words of its titles."""
        return frozenset(self._form.roles) - _EMPTY

    @cached_property
    def bodies(self) -> frozenset[str]:
        """Folded names of what its offices belong to."""
        return frozenset(self._form.bodies)

    @cached_property
    def neighbours(self) -> frozenset[str]:
        """Folded names of those whom the same articles speak of."""
        return frozenset(self._form.neighbours)

    @cached_property
    def _apart(self) -> dict[tuple[bool, str], int]:
        return {(person, name): count for person, name, count in self._form.apart}

    def beside(self, other: "Profile") -> int:
        """How many articles tell the two apart."""
        return self._apart.get((other.is_person, other.folded), 0)


class Block:
    """The forms that share a key, found by what each comparison asks them for."""

    def __init__(self, profiles: Iterable[Profile] = ()) -> None:
        self._bearers: defaultdict[str, list[Profile]] = defaultdict(list)
        self._spelt_out: defaultdict[str, int] = defaultdict(int)
        self._shortened: defaultdict[str, list[Profile]] = defaultdict(list)
        self._others: dict[str, Sequence[Profile]] = {}
        for one in profiles:
            if one.is_person and one.person.is_full:
                self._bearers[sounded(one.person.surname)].append(one)
            for letters in one.short:
                self._spelt_out[letters] += 1
            if not one.is_person:
                for name in one.aliases:
                    self._shortened[name].append(one)

    def about(self, one: Profile) -> object:
        """All that it is asked for where that one is compared with any other of the block."""
        if not one.is_person:
            called = [
                (each.folded, each.aliases[one.folded]) for each in self.shortened(one.folded)
            ]
            return self.spelt_out(one.letters) > 1, called
        if len(one.person.first) > 1:
            return ()
        return [(bearer.folded, bearer.articles) for bearer in self.bearers(one.person.surname)]

    def spelt_out(self, letters: str) -> int:
        """How many bodies have names that begin with these letters."""
        return self._spelt_out.get(letters, 0)

    def shortened(self, name: str) -> Sequence[Profile]:
        """The bodies that articles call by that name as well."""
        return self._shortened.get(name, ())

    def bearers(self, surname: str) -> Sequence[Profile]:
        """The most frequent people with a first name whose surname sounds so."""
        return self._bearers.get(sounded(surname), [])[:_LOOKED_AT]

    def others(self, one: Profile, surname: str) -> Sequence[Profile]:
        """Of the most frequent bearers of a surname those whom that one can't be."""
        if one.key not in self._others:
            self._others[one.key] = [
                bearer for bearer in self.bearers(surname) if not _may_be(bearer.folded, one.folded)
            ]
        return self._others[one.key]


# The bearers of a surname are asked about with every article that has one of them.
@lru_cache(50_000)
def _may_be(a: str, b: str) -> bool:
    """Whether the first names of two people of one surname don't differ."""
    one, other = person_name(a), person_name(b)
    return further(one, other) or bool(same_given(one.first, other.first))
