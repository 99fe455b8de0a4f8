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
    Denoted,
    Derived,
    Doubt,
    Happening,
    Link,
    Shortcut,
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
        quads = thing_quads(thing)
        graphs[_HOMES[type(thing)][0]].update(quads)
    return {name: sorted(quads, key=str) for name, quads in graphs.items()}


def thing_quads(thing: Thing) -> list[Quad]:
    """What the derived graphs say of one thing.

    Nothing else says it, but for the edge of a shortcut, which all of its statements share.
    """
    graph, triples = _HOMES[type(thing)]
    return [Quad(s, p, o, NamedNode(graph)) for s, p, o in triples(thing)]


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


def _denoted(one: Denoted) -> Iterator[Triple]:
    yield NamedNode(one.entity), kg("denotes"), NamedNode(one.actor)


def _claim(claim: Claim) -> Iterator[Triple]:
    me = NamedNode(claim.iri)
    yield me, A, kg("Claim")
    yield me, A, schema("Claim")
    yield me, kg("headline"), Literal(claim.headline)
    yield me, kg("origins"), integer(claim.origins)
    yield me, kg("firstStatement"), NamedNode(claim.statements[0])
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
    for article, start, end in happening.members:
        node = NamedNode(ids.iri("occurrence", article, str(start), str(end)))
        yield node, A, kg("Occurrence")
        yield node, kg("inArticle"), NamedNode(article)
        yield node, kg("start"), integer(start)
        yield node, kg("end"), integer(end)
        yield node, kg("tellsOf"), me
    for event in happening.events:
        yield NamedNode(event), kg("tellsOf"), me


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


_HOMES: dict[type[Thing], tuple[str, Callable[[Any], Iterator[Triple]]]] = {
    Actor: (vocab.ACTORS, _actor),
    Denoted: (vocab.ACTORS, _denoted),
    Claim: (vocab.CLAIMS, _claim),
    CopyGroup: (vocab.COPIES, _copy_group),
    Link: (vocab.RELATIONS, _link),
    Doubt: (vocab.DOUBTS, _doubt),
    Happening: (vocab.HAPPENINGS, _happening),
    Shortcut: (vocab.SHORTCUTS, _shortcut),
}
"""Which graph things of a kind are told in, and how."""
