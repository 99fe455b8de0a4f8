"""What is merged as a whole, and the actors that come of it.

A node is a name form, a description in copies of one text, or a single entity. All here is a
function of one connected component of nodes: whatever else a collection holds changes nothing.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kgraph import ids
from kgraph.model import Actor, Doubt, EntityType
from kgraph.resolve.forms import Form
from kgraph.resolve.likeness import Likeness
from kgraph.resolve.linking import is_wikidata
from kgraph.resolve.merging import Merged, merge, partings
from kgraph.resolve.named import ANONYMOUS, Unnamed

_LEVEL_BITS = 4

SAME_NAME = ("same name",)
"""The reason that ties an entity to the rest of its form; it goes without saying."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """What is merged as a whole.

    Attributes:
        spelt: What it is called, each with how often.
        weight: How many articles have it, roughly; or entities, where it has no name.
        link: What it is linked to, or ""; nodes of one link are likely one.
        wikidata: What the extractor links it to, where it has no name that could tell it wrong.
        form: The form that it is; None for all others.
    """

    key: str
    type: EntityType
    spelt: tuple[tuple[str, int], ...]
    weight: int = 1
    link: str = ""
    wikidata: str = ""
    form: Form | None = None

    @property
    def name(self) -> str:
        """The commonest spelling; of equals, the first in the alphabet."""
        return min(self.spelt, key=lambda one: (-one[1], one[0]))[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Actors, and the pairs of them that a person should look at."""

    actors: tuple[Actor, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def node_of(form: Form) -> Node:
    """The form as a node."""
    return Node(
        key=form.key,
        type=form.type,
        spelt=form.spelt,
        weight=form.articles,
        link=form.known,
        form=form,
    )


def unit_of(unnamed: Unnamed, copies: str) -> str:
    """The key of the node that an entity without a name is of.

    Copies of one text have what they describe in common; anonymous sources are nobody's but their
    article's.

    Args:
        unnamed: The entity.
        copies: Id of the copy group of its article, or "".
    """
    shared = unnamed.folded and copies and unnamed.type not in (ANONYMOUS, "none")
    if shared:
        return f"text {copies} {unnamed.type} {unnamed.folded}"
    return entity_key(unnamed.entity)


def entity_key(entity: str) -> str:
    """The key of the node that is a single entity."""
    return f"entity {entity}"


def unit_node(key: str, entities: Sequence[Unnamed]) -> Node:
    """The node of all entities that have this key by ``unit_of``, in any order."""
    return Node(
        key=key,
        type=min(one.type for one in entities),
        spelt=((min(one.name for one in entities), len(entities)),),
        weight=len(entities),
        wikidata=max(one.link for one in entities),
    )


def lone_id(key: str) -> str:
    """The id of the actor that a node of this key is alone, or together with shorter names."""
    return ids.digest("actor", key)


def ids_of(key: str, link: str) -> tuple[str, ...]:
    """The ids that an actor may have had because of a node of this key and link.

    A decision that names an actor of whom there is none now speaks of the nodes that have its id.
    """
    return (lone_id(key), _known_id(link)) if link else (lone_id(key),)


def actors_of(nodes: Sequence[Node], pairs: Iterable[Likeness]) -> Who:
    """The actors of a component by rules alone; their members are the keys of nodes.

    Args:
        nodes: The nodes of a component: all that are connected by pairs whose least likeness is
            ``UNSURE`` or more, or by one link.
        pairs: Of every pair of them that a block gives the least likeness (see ``least``).
    """
    forms = [node.form for node in nodes if node.form]
    pairs = tuple(pairs)
    parted = partings(forms, pairs) if len(forms) > 1 else ()
    return who_of(nodes, merge((node.key for node in nodes), pairs, parted))


def who_of(nodes: Iterable[Node], merged: Merged) -> Who:
    """The actors that the groups are, sorted by id, and the doubts between them."""
    by_key = {node.key: node for node in nodes}
    actor_of: dict[str, Actor] = {}
    linked = Counter(
        link for group in merged.groups for link in {by_key[key].link for key in group}
    )
    for group in merged.groups:
        parts = [by_key[key] for key in group]
        reasons = tuple(
            f"{by_key[pair.a].name} = {by_key[pair.b].name}: "
            f"{', '.join(pair.reasons)} ({pair.score:.1f})"
            for pair in merged.joined.get(group[0], ())
            if pair.reasons != SAME_NAME
        )
        links = {node.link for node in parts if node.link}
        link = next(iter(links)) if len(links) == 1 else ""
        # Where a person parted what one link joins, the link names neither.
        actor = _actor(parts, link, _id(parts, link if linked[link] == 1 else ""), reasons)
        actor_of.update(dict.fromkeys(group, actor))
    doubts: dict[tuple[str, str], Doubt] = {}
    for pair in merged.doubts:
        one, other = sorted((actor_of[pair.a].iri, actor_of[pair.b].iri))
        if (one, other) not in doubts:  # they come with the likeliest first
            doubts[one, other] = Doubt(a=one, b=other, score=pair.score, reasons=pair.reasons)
    actors = {actor.id: actor for actor in actor_of.values()}
    return Who(
        actors=tuple(actors[key] for key in sorted(actors)),
        doubts=tuple(sorted(doubts.values(), key=lambda d: (-d.score, d.a, d.b))),
    )


def _actor(parts: Sequence[Node], link: str, digest: str, reasons: tuple[str, ...]) -> Actor:
    """The actor of some nodes: called by the fullest name that is common, typed by the many."""
    spelt: Counter[str] = Counter()
    types: Counter[EntityType] = Counter()
    for node in parts:
        spelt.update(dict(node.spelt))
        types[node.type] += node.weight
    kind = min(types, key=lambda one: (-types[one], one == "none", one))
    shown = link or max(node.wikidata for node in parts)
    return Actor(
        id=digest,
        name=_best_name(spelt, kind),
        type=kind,
        members=tuple(sorted(node.key for node in parts)),
        wikidata=shown if is_wikidata(shown) else "",
        reasons=reasons,
    )


def _best_name(spelt: Counter[str], kind: EntityType) -> str:
    """Of the spellings that are not rare, for people the one of most words, else the commonest."""
    most = max(spelt.values())
    common = [name for name in spelt if spelt[name] * 4 >= most]
    if kind != "person":
        return min(common, key=lambda name: (-spelt[name], name))
    words = max(min(len(name.split()), 3) for name in common)
    full = [name for name in common if min(len(name.split()), 3) == words]
    return min(full, key=lambda name: (-spelt[name], name))


def _id(parts: Sequence[Node], link: str) -> str:
    """What names the actor: its link, or the form that by far most articles have, or the fullest.

    Counts are told apart by powers of sixteen: spellings that take turns as the commonest don't
    rename somebody in all the articles that name him.
    """
    if link:
        return _known_id(link)
    return lone_id(min(parts, key=_prominence).key)


def _prominence(node: Node) -> tuple[bool, int, int, str]:
    alone = node.key.startswith("entity ")
    return alone, -(node.weight.bit_length() // _LEVEL_BITS), -len(node.key.split()), node.key


def _known_id(link: str) -> str:
    return ids.digest("actor", "known", link)
