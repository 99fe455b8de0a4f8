"""Who is one person, organization or other source across articles, by exact names.

Entities of one type whose names have the same folded form are one actor. Sources that are only
described ("residents", "the ministry") are one only among copies of one text; anonymous ones stay
apart, one actor for each article's entity.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from kgraph import ids
from kgraph.model import Actor, CopyGroup, Entity, EntityType, Extraction
from kgraph.resolve.text import fold_name

_NAMELESS = ("anonymous", "none")
_ARTICLES = frozenset({"a", "an", "the"})


def find_actors(
    extractions: Iterable[Extraction], groups: Iterable[CopyGroup] = ()
) -> tuple[Actor, ...]:
    """One actor for each name and type, and one for each unnamed entity; sorted by id.

    Args:
        extractions: The articles whose entities to join.
        groups: Which of the articles are copies of one text.
    """
    extractions = tuple(extractions)
    outlets = outlet_names(extractions)
    text_of = {article: group.id for group in groups for article in group.articles}
    # The key's last part is the text that a description holds in, "" for names.
    found: defaultdict[tuple[EntityType, str, str], list[Entity]] = defaultdict(list)
    actors = []
    for extraction in extractions:
        for entity in extraction.entities:
            folded = fold_name(entity.name)
            text = text_of.get(extraction.article.iri, "")
            if is_named(entity):
                # A language model takes a wire agency for a person now and then.
                kind = "organization" if folded in outlets else entity.type
                found[kind, folded, ""].append(entity)
            elif folded and text and entity.type not in _NAMELESS:
                found[entity.type, folded, text].append(entity)
            else:
                actors.append(_alone(entity))
    for key, entities in found.items():
        actors += _of_one_name(key, entities)
    return tuple(sorted(actors, key=lambda actor: actor.id))


def outlet_names(extractions: Iterable[Extraction]) -> frozenset[str]:
    """The folded names of all outlets and of all wire agencies that articles credit."""
    return frozenset(
        folded
        for extraction in extractions
        for name in (extraction.article.outlet, *extraction.article.credits)
        if (folded := fold_name(name))
    )


def is_named(entity: Entity) -> bool:
    """Whether the entity has a name of its own; descriptions of sources have none.

    >>> [is_named(Entity(id="", type="group", name=n)) for n in ("residents", "the Greens")]
    [False, True]
    """
    if entity.type in _NAMELESS or not fold_name(entity.name):
        return False
    if any(mention.kind == "name" for mention in entity.mentions):
        return True
    words = entity.name.split()
    if words and words[0].casefold() in _ARTICLES:
        words = words[1:]
    # A capital at the start says nothing about a description that begins a sentence.
    tail = words if not entity.mentions else words[1:]
    return any(word[0].isupper() for word in tail)


def _alone(entity: Entity) -> Actor:
    return Actor(
        id=ids.digest("entity", entity.id),
        name=entity.name,
        type=entity.type,
        members=(entity.iri,),
        wikidata=entity.wikidata,
    )


def _of_one_name(key: tuple[EntityType, str, str], entities: list[Entity]) -> list[Actor]:
    """One actor, or several where the articles link the name to several things."""
    if len({entity.wikidata for entity in entities if entity.wikidata}) <= 1:
        return [_actor(key, entities, "")]
    parts: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        parts[entity.wikidata].append(entity)
    return [_actor(key, part, link) for link, part in parts.items()]


def _actor(key: tuple[EntityType, str, str], entities: list[Entity], link: str) -> Actor:
    spelt = Counter(entity.name for entity in entities)
    return Actor(
        id=ids.digest("actor", *key, link),
        name=min(spelt, key=lambda name: (-spelt[name], name)),
        type=key[0],
        members=tuple(sorted({entity.iri for entity in entities})),
        wikidata=max(entity.wikidata for entity in entities),
    )
