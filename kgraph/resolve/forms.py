"""Name forms: what all articles together say under one name of one type.

Whoever is merged is merged by form, not by mention: a name that ten thousand articles use is one
form, with counts. What a form keeps is capped and does not depend on the order of the articles.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias, cast

from kgraph.model import Entity, EntityType, Extraction
from kgraph.resolve.generic import country_of, is_generic
from kgraph.resolve.names import body_name, initials, loosely, person_name
from kgraph.resolve.text import fold_name

Key: TypeAlias = tuple[str, str, str]
"""Type and folded name of a form, and what tells it from others of that name, or ""."""

KEPT = 40
"""Neighbours, aliases and roles that a form keeps: the most frequent ones."""

_NEIGHBOURS_OF_ONE = 30


@dataclass(slots=True, kw_only=True)
class Form:
    """One name with one type, and what the articles say of those who bear it.

    Attributes:
        articles: How many articles have it.
        spelt: How often each spelling stands for it.
        aliases: Folded names by which an article calls the same entity, with their articles.
        roles: Words of the titles that articles give it.
        bodies: Folded names of what its offices belong to.
        neighbours: Folded names of whom the same articles speak.
        apart: Forms of a like name that one article has beside it as somebody else.
        dated: First and last day of publication of each role.
        link: What tells it from others of its name: what extractors link it to where they don't
            agree, or the country that a generic name is of.
        wikidata: Links that extractors gave.
        members: IRIs of the entities.
        first: Day of publication of the first article that has it, ``last`` of the last one; ""
            where no article is dated.
    """

    type: EntityType
    folded: str
    link: str = ""
    articles: int = 0
    spelt: Counter[str] = field(default_factory=Counter)
    aliases: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    bodies: Counter[str] = field(default_factory=Counter)
    neighbours: Counter[str] = field(default_factory=Counter)
    apart: Counter[Key] = field(default_factory=Counter)
    dated: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    wikidata: Counter[str] = field(default_factory=Counter)
    members: list[str] = field(default_factory=list)
    first: str = ""
    last: str = ""

    @property
    def key(self) -> Key:
        """What tells it from other forms."""
        return (self.type, self.folded, self.link)

    @property
    def name(self) -> str:
        """The commonest spelling; of equals, the first in the alphabet."""
        return min(self.spelt, key=lambda spelling: (-self.spelt[spelling], spelling))


def collect(
    entities: Iterable[tuple[Extraction, list[tuple[Entity, EntityType]]]],
    governments: Mapping[str, str] = MappingProxyType({}),
) -> list[Form]:
    """The forms of the named entities of the articles, sorted by key.

    Args:
        entities: For each article its named entities, each with the type that it counts as.
        governments: What folded names of countries and capitals stand for when they act.
    """
    entities = list(entities)
    several = _of_several_links(entities)
    forms: dict[Key, Form] = {}
    for extraction, named in entities:
        keyed: list[tuple[Key, Entity]] = []
        country = country_of(named, governments)
        for entity, kind in named:
            folded_name = fold_name(entity.name)
            link = entity.wikidata if (kind, folded_name) in several else ""
            if kind != "person" and is_generic(folded_name):
                link = link or country
            keyed.append(((kind, folded_name, link), entity))
        keys = sorted({key for key, _ in keyed})
        for key, entity in keyed:
            form = forms.setdefault(
                key, Form(type=cast("EntityType", key[0]), folded=key[1], link=key[2])
            )
            _add(form, entity, extraction.article.published[:10])
        folded = sorted({key[1] for key in keys})[:_NEIGHBOURS_OF_ONE]
        for key in keys:
            form = forms[key]
            form.articles += 1
            if day := extraction.article.published[:10]:
                form.first = min(form.first or day, day)
                form.last = max(form.last, day)
            form.neighbours.update(name for name in folded if name != key[1])
        for key, other in _alike(keys):
            forms[key].apart[other] += 1
            forms[other].apart[key] += 1
    for form in forms.values():
        for counts in (form.aliases, form.roles, form.bodies, form.neighbours):
            _cap(counts)
        form.members = sorted(set(form.members))
    return [forms[key] for key in sorted(forms)]


def _of_several_links(
    entities: Iterable[tuple[Extraction, list[tuple[Entity, EntityType]]]],
) -> frozenset[tuple[EntityType, str]]:
    """Types and names that extractors link to more than one thing."""
    links: defaultdict[tuple[EntityType, str], set[str]] = defaultdict(set)
    for _, named in entities:
        for entity, kind in named:
            if entity.wikidata:
                links[kind, fold_name(entity.name)].add(entity.wikidata)
    return frozenset(name for name, found in links.items() if len(found) > 1)


def blocks(form: Form) -> frozenset[str]:
    """The keys under which a form is looked for; forms without a common one are never compared."""
    keys = {f"name {form.folded}"}
    for name in (form.folded, *form.aliases):
        if form.type == "person":
            keys.add(f"surname {loosely(person_name(name).surname)}")
        else:
            words = body_name(name)
            keys.add("body " + " ".join(loosely(word) for word in words))
            keys |= {f"body {loosely(letters)}" for letters in initials(words)}
    return frozenset(keys)


def _add(form: Form, entity: Entity, day: str) -> None:
    form.spelt[entity.name] += 1
    form.members.append(entity.iri)
    form.aliases.update({fold_name(name) for name in entity.names} - {form.folded, ""})
    if entity.wikidata:
        form.wikidata[entity.wikidata] += 1
    for role in entity.roles:
        title, body = fold_name(role.title), fold_name(role.organization)
        form.roles.update(set(title.split()))
        if body:
            form.bodies[body] += 1
        if day:
            first, last = form.dated.get((title, body), (day, day))
            form.dated[title, body] = (min(first, day), max(last, day))


def _alike(keys: list[Key]) -> Iterator[tuple[Key, Key]]:
    """Pairs of forms of one article whose names have a word in common."""
    by_word: defaultdict[str, list[Key]] = defaultdict(list)
    for key in keys:
        for word in set(key[1].split()):
            by_word[word].append(key)
    found = {
        (one, other)
        for word_keys in by_word.values()
        for n, one in enumerate(word_keys[:KEPT])
        for other in word_keys[n + 1 : KEPT]
        if one[1] != other[1]
    }
    yield from sorted(found)


def _cap(counts: Counter[str]) -> None:
    if len(counts) > KEPT:
        kept = sorted(counts, key=lambda name: (-counts[name], name))[:KEPT]
        for name in set(counts) - set(kept):
            del counts[name]
