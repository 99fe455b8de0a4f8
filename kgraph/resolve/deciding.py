"""A person's word on who is who: the actors of the components that decisions speak of, made anew.

Rules alone make the actors of every component first. Where a decision stands, the components of
all that it names are taken together and merged again, the decisions above every rule.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kgraph import ids
from kgraph.model import Actor, Decision
from kgraph.resolve.decisions import standing
from kgraph.resolve.likeness import Likeness
from kgraph.resolve.merging import Pair, merge, partings
from kgraph.resolve.nodes import SAME_NAME, Node, Who, actors_of, entity_key, ids_of, who_of

_TIE = 9.0
"""Likeness of an entity to the rest of its form: above every sum of rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pool:
    """All that the decisions may speak of.

    Attributes:
        actor_of: The actor by rules of each node.
        home: The node of each entity.
        nodes_of: The nodes that the IRI of an actor stands for.
    """

    actor_of: Mapping[str, Actor]
    home: Mapping[str, str]
    nodes_of: Mapping[str, tuple[str, ...]]

    def actor_at(self, iri: str) -> str:
        """IRI of the actor by rules that an entity is of, or "" if it is none."""
        return self.actor_of[self.home[iri]].iri if iri in self.home else ""


def decided(
    nodes: Sequence[Node],
    pairs: Iterable[Likeness],
    decisions: Iterable[Decision],
    home: Mapping[str, str],
    with_others: Collection[str],
) -> Who:
    """The actors of some components after the decisions; they take the place of those by rules.

    An actor's members are keys of nodes. Single entities that a person decided on are taken out of
    their nodes, and are nodes of their own by ``entity_key``: an entity is of the actor that has
    this key, or else of the one that has the key of its node.

    Args:
        nodes: The nodes of every component that a decision names an entity or an actor of (an actor
            by its nodes in the actors by rules, or, where there is none of that id, by the nodes of
            whose ``ids_of`` it is). More components change nothing.
        pairs: As for ``actors_of``, of all these nodes.
        decisions: All that stand, or all there were; what they name and isn't there is passed over.
        home: The key of the node of each entity that a decision names.
        with_others: Keys of those of these nodes that have entities besides those in ``home``.
    """
    pairs = tuple(pairs)
    pool = _pool(nodes, pairs, home)
    held = standing(_on_whole(decision, pool) for decision in standing(decisions))
    out = _taken_out(held, pool, with_others)
    units = list(nodes)
    likely = list(pairs)
    by_key = {node.key: node for node in nodes}
    for entity in sorted(out):
        node = by_key[home[entity]]
        alone = entity_key(entity)
        units.append(replace(node, key=alone, spelt=((node.name, 1),), weight=1, form=None))
        likely.append(Likeness(a=node.key, b=alone, score=_TIE, reasons=SAME_NAME))
    stands_for = _stands_for(pool, out)
    same: list[Pair] = []
    apart: list[Pair] = []
    for decision in held:
        found = [
            (min(x, y), max(x, y))
            for x in stands_for.get(decision.a, ())
            for y in stands_for.get(decision.b, ())
            if x != y
        ]
        (same if decision.verdict == "same" else apart).extend(found)
    parted = partings((node.form for node in nodes if node.form), likely, same)
    keys = [unit.key for unit in units]
    return who_of(units, merge(keys, likely, parted, same=same, apart=apart))


def _pool(nodes: Sequence[Node], pairs: Sequence[Likeness], home: Mapping[str, str]) -> _Pool:
    by_rules = actors_of(nodes, pairs).actors
    nodes_of: defaultdict[str, list[str]] = defaultdict(list)
    for node in nodes:
        for digest in ids_of(node.key, node.link):
            nodes_of[ids.local("actor", digest)].append(node.key)
    there = {node.key for node in nodes}
    return _Pool(
        actor_of={key: actor for actor in by_rules for key in actor.members},
        home={entity: key for entity, key in home.items() if key in there},
        nodes_of={iri: tuple(keys) for iri, keys in nodes_of.items()}
        | {actor.iri: actor.members for actor in by_rules},
    )


def _on_whole(decision: Decision, pool: _Pool) -> Decision:
    """The decision, with the actor that an entity is of in place of an id that it had before.

    Else an entity that was split off an actor would be back in it as soon as the actor is joined by
    a fuller name, and named after that.
    """
    for entity, actor in ((decision.a, decision.b), (decision.b, decision.a)):
        now = pool.actor_at(entity)
        if now and any(pool.actor_of[key].iri == now for key in pool.nodes_of.get(actor, ())):
            return replace(decision, a=entity, b=now)
    return decision


def _taken_out(
    held: Iterable[Decision], pool: _Pool, with_others: Collection[str]
) -> frozenset[str]:
    """The entities that are decided on one by one.

    That is where both are entities, or the one is what the other was merged into.
    """
    named: defaultdict[str, set[str]] = defaultdict(set)
    for decision in held:
        for one, other in ((decision.a, decision.b), (decision.b, decision.a)):
            if one in pool.home and (other in pool.home or pool.actor_at(one) == other):
                named[pool.home[one]].add(one)
    others = {
        *with_others,
        *(node for entity, node in pool.home.items() if entity not in named[node]),
    }
    # A node of which nothing would be left keeps its first entity.
    return frozenset(
        entity
        for node, entities in named.items()
        for entity in sorted(entities)[0 if node in others else 1 :]
    )


def _stands_for(pool: _Pool, out: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """The nodes that the IRIs of entities and actors stand for, those taken out among them."""
    found: dict[str, tuple[str, ...]] = {
        ids.local("actor", digest): (entity_key(entity),)
        for entity in out
        for digest in ids_of(entity_key(entity), "")
    }
    members: defaultdict[str, list[str]] = defaultdict(list)
    for entity in sorted(out):
        members[pool.actor_at(entity)].append(entity_key(entity))
    for iri, keys in pool.nodes_of.items():
        found[iri] = (*keys, *members.get(iri, ()))
    for entity, key in pool.home.items():
        found[entity] = (entity_key(entity) if entity in out else key,)
    return found
