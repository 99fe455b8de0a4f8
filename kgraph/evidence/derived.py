"""What resolution found, as the quads of the derived graphs."""

from collections.abc import Callable, Iterator
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from kgraph import ids, vocab
from kgraph.evidence.acts import shortcut_property
from kgraph.evidence.terms import DERIVED_FROM, A, decimal, integer, kg, moment, outlet_iri, schema
from kgraph.evidence.write import Triple
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


def derived_quads(derived: Derived) -> dict[str, list[Quad]]:
    """The content of every graph of ``vocab.DERIVED``, each sorted by N-Quads text."""
    things: tuple[Thing, ...] = (
        *derived.actors,
        *derived.claims,
        *derived.copy_groups,
        *derived.links,
        *derived.doubts,
        *derived.happenings,
        *derived.shortcuts,
    )
    graphs: dict[str, set[Quad]] = {name: set() for name in vocab.DERIVED}
    for thing in things:
        graph, triples = _home(thing)
        graphs[graph.value].update(Quad(s, p, o, graph) for s, p, o in triples(thing))
    return {name: sorted(quads, key=str) for name, quads in graphs.items()}


def thing_quads(thing: Thing) -> list[Quad]:
    """What the derived graphs say of one thing.

    Nothing else says it, but for the edge of a shortcut, which all of its statements share.
    """
    graph, triples = _home(thing)
    return [Quad(s, p, o, graph) for s, p, o in triples(thing)]


def _actor(actor: Actor) -> Iterator[Triple]:
    me = NamedNode(actor.iri)
    yield me, A, kg("Actor")
    yield me, schema("name"), Literal(actor.name)
    yield me, kg("actorType"), Literal(actor.type)
    if actor.wikidata:
        yield me, schema("sameAs"), NamedNode(vocab.WD + actor.wikidata)
    for reason in actor.reasons:
        yield me, kg("reason"), Literal(reason)
    for member in actor.members:
        yield NamedNode(member), kg("denotes"), me


def _edge(one: Edge) -> Iterator[Triple]:
    yield NamedNode(one.start), kg(one.relation), NamedNode(one.end)


def _claim(claim: Claim) -> Iterator[Triple]:
    me = NamedNode(claim.iri)
    yield me, A, kg("Claim")
    yield me, A, schema("Claim")
    yield me, kg("headline"), Literal(claim.headline)
    yield me, kg("origins"), integer(claim.origins)
    yield me, kg("firstStatement"), NamedNode(claim.first)
    published = moment(claim.published)
    if published:
        yield me, kg("firstPublished"), published
    for statement in claim.statements:
        yield NamedNode(statement), kg("makesClaim"), me
    for speaker in claim.speakers:
        yield me, kg("claimedBy"), NamedNode(speaker)
    for outlet in claim.outlets:
        yield me, kg("carriedBy"), NamedNode(outlet_iri(outlet))
    for article in claim.repeated:
        yield me, kg("repeatedIn"), NamedNode(article)


def _copy_group(group: CopyGroup) -> Iterator[Triple]:
    me = NamedNode(group.iri)
    yield me, A, kg("CopyGroup")
    yield me, kg("original"), NamedNode(group.original)
    for article in group.articles:
        yield NamedNode(article), kg("inCopyGroup"), me
    for reason in group.reasons:
        yield me, kg("reason"), Literal(reason)


def _link(link: Link) -> Iterator[Triple]:
    me = NamedNode(ids.iri("link", link.relation, link.start, link.end))
    start, relation, end = NamedNode(link.start), kg(link.relation), NamedNode(link.end)
    yield start, relation, end
    yield me, A, kg("Link")
    yield me, kg("from"), start
    yield me, kg("relation"), relation
    yield me, kg("to"), end
    yield me, kg("score"), decimal(link.score)
    for reason in link.reasons:
        yield me, kg("reason"), Literal(reason)


def _doubt(doubt: Doubt) -> Iterator[Triple]:
    me = NamedNode(ids.iri("doubt", doubt.a, doubt.b))
    yield me, A, kg("Doubt")
    yield me, kg("from"), NamedNode(doubt.a)
    yield me, kg("to"), NamedNode(doubt.b)
    yield me, kg("score"), decimal(doubt.score)
    for reason in doubt.reasons:
        yield me, kg("reason"), Literal(reason)


def _happening(happening: Happening) -> Iterator[Triple]:
    me = NamedNode(happening.iri)
    yield me, A, kg("Happening")
    yield me, schema("name"), Literal(happening.name)
    for reason in happening.reasons:
        yield me, kg("reason"), Literal(reason)
    for article, begin, end in happening.members:
        yield from _telling(Telling(article=article, begin=begin, end=end, happening=happening.iri))
    for event in happening.events:
        yield NamedNode(event), kg("tellsOf"), me


def _telling(one: Telling) -> Iterator[Triple]:
    node = NamedNode(ids.iri("occurrence", one.article, str(one.begin), str(one.end)))
    yield node, A, kg("Occurrence")
    yield node, kg("inArticle"), NamedNode(one.article)
    yield node, kg("start"), integer(one.begin)
    yield node, kg("end"), integer(one.end)
    yield node, kg("tellsOf"), NamedNode(one.happening)


def _shortcut(shortcut: Shortcut) -> Iterator[Triple]:
    name = shortcut_property(shortcut.act)
    me = NamedNode(ids.iri("shortcut", shortcut.start, name, shortcut.end))
    yield NamedNode(shortcut.start), kg(name), NamedNode(shortcut.end)
    yield me, A, kg("Shortcut")
    yield me, kg("from"), NamedNode(shortcut.start)
    yield me, kg("relation"), kg(name)
    yield me, kg("to"), NamedNode(shortcut.end)
    for statement in shortcut.statements:
        yield me, DERIVED_FROM, NamedNode(statement)


_Triples = Callable[[Any], Iterator[Triple]]
_ACTORS, _CLAIMS, _COPIES, _HAPPENINGS = (
    NamedNode(name) for name in (vocab.ACTORS, vocab.CLAIMS, vocab.COPIES, vocab.HAPPENINGS)
)
_HOMES: dict[type[Thing], tuple[NamedNode, _Triples]] = {
    Actor: (_ACTORS, _actor),
    Claim: (_CLAIMS, _claim),
    CopyGroup: (_COPIES, _copy_group),
    Link: (NamedNode(vocab.RELATIONS), _link),
    Doubt: (NamedNode(vocab.DOUBTS), _doubt),
    Happening: (_HAPPENINGS, _happening),
    Telling: (_HAPPENINGS, _telling),
    Shortcut: (NamedNode(vocab.SHORTCUTS), _shortcut),
}
"""Which graph things of a kind are told in, and how."""

_EDGES: dict[str, tuple[NamedNode, _Triples]] = {
    "denotes": (_ACTORS, _edge),
    "makesClaim": (_CLAIMS, _edge),
    "repeatedIn": (_CLAIMS, _edge),
    "inCopyGroup": (_COPIES, _edge),
    "tellsOf": (_HAPPENINGS, _edge),
}


def _home(thing: Thing) -> tuple[NamedNode, _Triples]:
    return _EDGES[thing.relation] if isinstance(thing, Edge) else _HOMES[type(thing)]
