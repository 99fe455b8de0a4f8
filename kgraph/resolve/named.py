"""What one article says under one name: the evidence that name forms are summed up from.

Each record is a function of its article alone (and of the gazetteers, which know what a country's
government is called), and small whatever the article is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from types import MappingProxyType
from typing import TypeAlias

from kgraph.model import Entity, EntityType, Extraction
from kgraph.resolve.generic import country_of, is_generic, is_office
from kgraph.resolve.text import fold_name

NameKey: TypeAlias = tuple[EntityType, str, str, str]
"""Type, folded name, the extractor's link, and the country of a generic name; or "" for each."""

ANONYMOUS = "anonymous"

_NEIGHBOURS = 12
_KEPT = 12
_ALIKE = 40
_ARTICLES = frozenset({"a", "an", "the"})
_PERSON = "person"


_folded = lru_cache(50_000)(fold_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One name in one article, with what the article says of who bears it.

    Attributes:
        article: Digest of the article.
        type: What the extractor took it for.
        link: What the extractor linked it to, or "".
        country: The country that the article speaks of, where the name is one that every country
            has; else "".
        month: Year and month of publication, or "".
        spelt: Spellings, each with the number of entities that have it.
        aliases: Folded names by which the article calls the same entity.
        roles: Words of the titles that it gives it.
        offices: Folded titles with the folded name of the body that they belong to, or "".
        neighbours: Folded names of those whom it speaks of most besides.
        apart: Whether each of a like name that it tells from this one is a person, and its
            folded name.
        entities: IRIs of the entities.
    """

    article: str
    type: EntityType
    folded: str
    link: str = ""
    country: str = ""
    month: str = ""
    spelt: tuple[tuple[str, int], ...] = ()
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    offices: tuple[tuple[str, str], ...] = ()
    neighbours: tuple[str, ...] = ()
    apart: tuple[tuple[bool, str], ...] = ()
    entities: tuple[str, ...] = ()

    @property
    def key(self) -> NameKey:
        """What tells it from the other names of its article."""
        return (self.type, self.folded, self.link, self.country)

    @property
    def rank(self) -> str:
        """The first of a name by rank are a sample that the order of articles doesn't choose."""
        return "\x1f".join((self.article, *self.key))


@dataclass(frozen=True, slots=True, kw_only=True)
class Unnamed:
    """An entity that is only described, or not even that.

    Attributes:
        entity: IRI of the entity.
        article: IRI of its article.
        name: How it is described.
    """

    entity: str
    article: str
    type: EntityType
    name: str
    folded: str
    link: str = ""

    @property
    def rank(self) -> str:
        """By article, then by entity."""
        return f"{self.article}\x1f{self.entity}"


def named_of(
    extraction: Extraction, governments: Mapping[str, str] = MappingProxyType({})
) -> tuple[Named, ...]:
    """The names of an article, sorted by rank.

    Args:
        extraction: The article and its entities.
        governments: What folded names of countries and capitals stand for when they act.
    """
    article = extraction.article.id
    named = [entity for entity in extraction.entities if is_named(entity)]
    country = country_of(((entity, entity.type) for entity in named), governments)
    found: defaultdict[NameKey, dict[str, Entity]] = defaultdict(dict)
    spoken_of: Counter[str] = Counter()
    for entity in named:
        folded = _folded(entity.name)
        spoken_of[folded] += len(entity.mentions)
        own = country if is_generic(folded) else ""
        found[entity.type, folded, entity.wikidata, own][entity.iri] = entity
    nearest = sorted(spoken_of, key=lambda name: (-spoken_of[name], name))[: _NEIGHBOURS + 1]
    apart = _alike({(key[0] == _PERSON, key[1]) for key in found})
    made = (
        replace(
            _named(key, list(entities.values())),
            article=article,
            month=extraction.article.published[:7],
            neighbours=tuple(name for name in nearest if name != key[1])[:_NEIGHBOURS],
            apart=tuple(sorted(apart.get((key[0] == _PERSON, key[1]), ())))[:_ALIKE],
        )
        for key, entities in found.items()
    )
    return tuple(sorted(made, key=lambda one: one.rank))


def unnamed_of(extraction: Extraction) -> tuple[Unnamed, ...]:
    """The entities of an article that have no name of their own, sorted by rank."""
    article = extraction.article.iri
    found = {
        entity.iri: Unnamed(
            entity=entity.iri,
            article=article,
            type=entity.type,
            name=entity.name,
            folded=_folded(entity.name),
            link=entity.wikidata,
        )
        for entity in extraction.entities
        if not is_named(entity)
    }
    return tuple(found[iri] for iri in sorted(found))


def is_named(entity: Entity) -> bool:
    """Whether the entity has a name of its own; descriptions of sources have none.

    >>> [is_named(Entity(id="", type="group", name=n)) for n in ("residents", "the Greens")]
    [False, True]
    """
    folded = _folded(entity.name)
    if entity.type == ANONYMOUS or not folded or (entity.type == _PERSON and is_office(folded)):
        return False
    if any(mention.kind == "name" for mention in entity.mentions):
        return True
    if entity.type == "none":
        return False
    words = entity.name.split()
    if words and words[0].casefold() in _ARTICLES:
        words = words[1:]
    # A capital at the start says nothing about a description that begins a sentence.
    tail = words if not entity.mentions else words[1:]
    return any(word[0].isupper() for word in tail)


def outlets_of(extraction: Extraction) -> frozenset[str]:
    """The folded names of the article's outlet and of the agencies that it credits."""
    article = extraction.article
    return frozenset(map(_folded, (article.outlet, *article.credits))) - {""}


def _named(key: NameKey, entities: Sequence[Entity]) -> Named:
    """What the entities of one name are called and which offices they have."""
    kind, folded, link, country = key
    spelt = Counter(entity.name for entity in entities)
    aliases = {_folded(name) for entity in entities for name in entity.names}
    offices = {
        (_folded(role.title), _folded(role.organization))
        for entity in entities
        for role in entity.roles
    }
    return Named(
        article="",
        type=kind,
        folded=folded,
        link=link,
        country=country,
        spelt=tuple(sorted(spelt.items(), key=lambda one: (-one[1], one[0])))[:_KEPT],
        aliases=tuple(sorted(aliases - {folded, ""}))[:_KEPT],
        roles=tuple(sorted({word for title, _ in offices for word in title.split()}))[:_ALIKE],
        offices=tuple(sorted(offices))[:_KEPT],
        entities=tuple(sorted(entity.iri for entity in entities)),
    )


def _alike(names: Iterable[tuple[bool, str]]) -> dict[tuple[bool, str], set[tuple[bool, str]]]:
    """For each name of an article those that have a word in common with it."""
    by_word: defaultdict[str, list[tuple[bool, str]]] = defaultdict(list)
    for name in sorted(names):
        for word in set(name[1].split()):
            by_word[word].append(name)
    found: defaultdict[tuple[bool, str], set[tuple[bool, str]]] = defaultdict(set)
    for alike in by_word.values():
        for one, other in combinations(alike[:_ALIKE], 2):
            if one[1] != other[1]:
                found[one].add(other)
                found[other].add(one)
    return found
