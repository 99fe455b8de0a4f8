"""Who is one person, organization or other source across articles, for a collection in memory.

Named entities are merged by name form (``named``, ``forms``, ``likeness``, ``merging``). Sources that
are only described ("residents", "the ministry") are one only among copies of one text; anonymous
ones stay apart, one actor for each article's entity. A person's decisions win (``deciding``).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kgraph import ids
from kgraph.model import Actor, CopyGroup, Decision, Extraction
from kgraph.resolve.deciding import decided
from kgraph.resolve.decisions import standing
from kgraph.resolve.forms import SAMPLE, Form, blocks, form_id, form_key, forms_of, several_links
from kgraph.resolve.likeness import UNSURE, Likeness
from kgraph.resolve.linking import Known, Links
from kgraph.resolve.merging import compare_block, least
from kgraph.resolve.named import (
    Named,
    NameKey,
    Unnamed,
    is_named,
    named_of,
    outlets_of,
    unnamed_of,
)
from kgraph.resolve.nodes import (
    Node,
    Who,
    actors_of,
    entity_key,
    ids_of,
    node_of,
    unit_node,
    unit_of,
)

__all__ = ["find_actors", "is_named", "who_is_who"]


def find_actors(
    extractions: Iterable[Extraction],
    groups: Iterable[CopyGroup] = (),
    *,
    known: Iterable[Known] = (),
    decisions: Iterable[Decision] = (),
) -> tuple[Actor, ...]:
    """The actors as ``who_is_who`` finds them, sorted by id."""
    return who_is_who(extractions, groups, known=known, decisions=decisions).actors


def who_is_who(
    extractions: Iterable[Extraction],
    groups: Iterable[CopyGroup] = (),
    *,
    known: Iterable[Known] = (),
    decisions: Iterable[Decision] = (),
) -> Who:
    """One actor for each person, body or other source; every entity is of exactly one.

    Args:
        extractions: The articles whose entities to join.
        groups: Which of the articles are copies of one text.
        known: Entries of gazetteers to link names to.
        decisions: What a person decided of two entities or actors.
    """
    extractions = _once(extractions)
    forms, members = _forms(extractions, Links(known))
    units = _units(extractions, groups)
    nodes = {form.key: node_of(form) for form in forms}
    nodes |= {key: unit_node(key, entities) for key, entities in units.items()}
    members |= {key: [one.entity for one in entities] for key, entities in units.items()}
    pairs = _by_node(_compared(forms))
    found = {
        frozenset(part): actors_of([nodes[key] for key in part], _among(part, pairs))
        for part in _components(nodes, pairs)
    }
    held = standing(decisions)
    if held:
        found = _after(held, found, nodes, pairs, members)
    actors = [_of_entities(actor, members) for who in found.values() for actor in who.actors]
    doubts = [doubt for who in found.values() for doubt in who.doubts]
    return Who(
        actors=tuple(sorted(actors, key=lambda actor: actor.id)),
        doubts=tuple(sorted(doubts, key=lambda d: (-d.score, d.a, d.b))),
    )


_Pairs = Mapping[str, Sequence[Likeness]]
_Members = dict[str, list[str]]
_Found = dict[frozenset[str], Who]


def _once(extractions: Iterable[Extraction]) -> list[Extraction]:
    """Each article once, with the entities of all its extractions."""
    found: dict[str, Extraction] = {}
    for extraction in extractions:
        before = found.setdefault(extraction.article.id, extraction)
        if before is not extraction:
            entities = {one.iri: one for one in (*before.entities, *extraction.entities)}
            found[extraction.article.id] = replace(before, entities=tuple(entities.values()))
    return list(found.values())


def _forms(extractions: Iterable[Extraction], links: Links) -> tuple[list[Form], _Members]:
    """The forms of all names, and the entities of each."""
    governments = links.governments()
    by_name: defaultdict[str, defaultdict[NameKey, list[Named]]]
    by_name = defaultdict(lambda: defaultdict(list))
    outlets: set[str] = set()
    for extraction in extractions:
        outlets |= outlets_of(extraction)
        for one in named_of(extraction, governments):
            by_name[one.folded][one.key].append(one)
    forms: list[Form] = []
    members: defaultdict[str, list[str]] = defaultdict(list)
    for folded, by_key in by_name.items():
        is_outlet = folded in outlets
        several = several_links(by_key, is_outlet=is_outlet)
        sample: list[Named] = []
        for key, records in by_key.items():
            sample += sorted(records, key=lambda one: one.rank)[:SAMPLE]
            form = form_id(form_key(key, is_outlet=is_outlet, several=several))
            members[form] += [entity for one in records for entity in one.entities]
        counts = {key: len(records) for key, records in by_key.items()}
        forms += forms_of(sample, counts, links, is_outlet=is_outlet)
    return forms, members


def _units(
    extractions: Iterable[Extraction], groups: Iterable[CopyGroup]
) -> dict[str, list[Unnamed]]:
    """The entities without a name, by what they are merged as."""
    copies = {article: group.id for group in groups for article in group.articles}
    found: defaultdict[str, list[Unnamed]] = defaultdict(list)
    for extraction in extractions:
        for one in unnamed_of(extraction):
            found[unit_of(one, copies.get(one.article, ""))].append(one)
    return found


def _compared(forms: Iterable[Form]) -> list[Likeness]:
    by_block: defaultdict[str, list[Form]] = defaultdict(list)
    for form in forms:
        for key in blocks(form):
            by_block[key].append(form)
    return least(pair for block in by_block.values() for pair in compare_block(block))


def _by_node(pairs: Iterable[Likeness]) -> dict[str, list[Likeness]]:
    found: defaultdict[str, list[Likeness]] = defaultdict(list)
    for pair in pairs:
        found[pair.a].append(pair)
        found[pair.b].append(pair)
    return found


def _components(nodes: Mapping[str, Node], pairs: _Pairs) -> list[list[str]]:
    """Keys of the nodes that are connected by what may be one, or by one link."""
    linked: defaultdict[str, list[str]] = defaultdict(list)
    for node in nodes.values():
        if node.link:
            linked[node.link].append(node.key)
    seen: set[str] = set()
    found = []
    for start in nodes:
        part: list[str] = []
        waiting = [start]
        while waiting:
            key = waiting.pop()
            if key in seen:
                continue
            seen.add(key)
            part.append(key)
            waiting += linked.pop(nodes[key].link, ())
            waiting += [
                other
                for pair in pairs.get(key, ())
                if pair.score >= UNSURE
                for other in (pair.a, pair.b)
            ]
        if part:
            found.append(sorted(part))
    return found


def _among(part: Iterable[str], pairs: _Pairs) -> list[Likeness]:
    """The pairs of which both ends are in the part, each once."""
    keys = set(part)
    return [p for key in keys for p in pairs.get(key, ()) if p.a == key and p.b in keys]


def _after(
    held: Sequence[Decision],
    found: _Found,
    nodes: Mapping[str, Node],
    pairs: _Pairs,
    members: _Members,
) -> _Found:
    """What was found by rules, with the components that decisions speak of made anew.

    Single entities that were decided on become members of their own.
    """
    named = {iri for decision in held for iri in (decision.a, decision.b)}
    home = {iri: key for key, entities in members.items() for iri in entities if iri in named}
    asked = set(home.values())
    asked |= {
        key for who in found.values() for a in who.actors if a.iri in named for key in a.members
    }
    for node in nodes.values():
        if not named.isdisjoint(ids.local("actor", one) for one in ids_of(node.key, node.link)):
            asked.add(node.key)
    touched = [part for part in found if not asked.isdisjoint(part)]
    pool = [key for part in touched for key in sorted(part)]
    with_others = {key for key in home.values() if not home.keys() >= set(members[key])}
    who = decided([nodes[key] for key in pool], _among(pool, pairs), held, home, with_others)
    for entity in home:
        alone = entity_key(entity)
        if alone not in members and any(alone in actor.members for actor in who.actors):
            members[home[entity]].remove(entity)
            members[alone] = [entity]
    return {part: one for part, one in found.items() if part not in touched} | {
        frozenset(pool): who
    }


def _of_entities(actor: Actor, members: _Members) -> Actor:
    """The actor with entities as its members, in place of nodes."""
    return replace(actor, members=tuple(sorted(e for key in actor.members for e in members[key])))
