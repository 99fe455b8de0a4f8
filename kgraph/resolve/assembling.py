"""What was derived in parts, as wholes."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from kgraph.model import (
    Actor,
    Claim,
    CopyGroup,
    Derived,
    Doubt,
    Edge,
    Happening,
    Link,
    Shortcut,
    Telling,
    Thing,
)


def assembled(things: Iterable[Thing]) -> Derived:
    """All of a collection, each kind in the order of its ids, with the members of each thing."""
    found: defaultdict[type[Thing], list[Any]] = defaultdict(list)
    for thing in things:
        found[type(thing)].append(thing)
    members: defaultdict[str, list[str]] = defaultdict(list)
    repeated: defaultdict[str, list[str]] = defaultdict(list)
    for edge in sorted(found[Edge], key=lambda edge: (edge.rank, edge.start, edge.end)):
        if edge.relation == "repeatedIn":
            repeated[edge.start].append(edge.end)
        else:
            members[edge.end].append(edge.start)
    tellings: defaultdict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for telling in found[Telling]:
        tellings[telling.happening].append((telling.article, telling.begin, telling.end))
    statements: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for one in found[Shortcut]:
        statements[one.start, one.act, one.end].update(one.statements)
    return Derived(
        actors=tuple(
            replace(actor, members=tuple(members[actor.iri]))
            for actor in sorted(found[Actor], key=lambda actor: actor.id)
        ),
        claims=tuple(
            replace(
                claim,
                statements=tuple(members[claim.iri]),
                repeated=tuple(repeated[claim.iri]),
            )
            for claim in sorted(found[Claim], key=lambda claim: claim.id)
        ),
        copy_groups=tuple(
            replace(group, articles=tuple(members[group.iri]))
            for group in sorted(found[CopyGroup], key=lambda group: group.id)
        ),
        links=tuple(sorted(found[Link], key=lambda x: (x.relation, x.start, x.end))),
        doubts=tuple(sorted(found[Doubt], key=lambda d: (-d.score, d.a, d.b))),
        happenings=tuple(
            replace(
                happening,
                members=tuple(sorted(tellings[happening.iri])),
                events=tuple(members[happening.iri]),
            )
            for happening in sorted(found[Happening], key=lambda happening: happening.id)
        ),
        shortcuts=tuple(
            Shortcut(start=start, act=act, end=end, statements=tuple(sorted(some)))
            for (start, act, end), some in sorted(statements.items())
        ),
    )
