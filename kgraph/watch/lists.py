"""Watch-lists: what is on them, and what of the store that is now."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from kgraph import vocab
from kgraph.errors import CallError
from kgraph.evidence import outlet_iri, read_watches, watch_quads
from kgraph.model import Watch
from kgraph.store import Store, select
from kgraph.watch.told import value
from kgraph.watch.topics import topics
from kgraph.watch.words import tokens

DEFAULT_LIST = "main"
"""The list that things are put on where none is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a watched name stands for in the store as it is now.

    Attributes:
        iris: IRIs of actors, of a claim, or of an outlet; none where the store has none such.
        names: Names of the actors in lower case; versions that a correction replaced have no
            actors, but names.
    """

    iris: frozenset[str] = field(default=frozenset())
    names: frozenset[str] = field(default=frozenset())


def watches(store: Store, name: str = "") -> list[Watch]:
    """What is on the list of that name, or on all lists; sorted."""
    return [w for w in read_watches(store.graph(vocab.WATCHES)) if name in ("", w.list)]


def watch(store: Store, new: Iterable[Watch]) -> list[Watch]:
    """These things are on their lists; those that were not before are returned.

    An actor or claim counts as there already where the list has it under another anchor.
    """
    known = watches(store)
    added: list[Watch] = []
    for one in new:
        same = (one.list, one.kind, one.topic.casefold())
        rivals = [w for w in known if (w.list, w.kind, w.topic.casefold()) == same]
        if not any(_is_one(store, one, other) for other in rivals):
            known.append(one)
            added.append(one)
    store.replace({}, insert=[quad for one in added for quad in watch_quads(one)])
    return added


def unwatch(store: Store, name: str, listed: str = "") -> list[Watch]:
    """What the lists, or one of them, held under that name is gone from them, and returned.

    Raises:
        CallError: They hold nothing of that name.
    """
    folded = " ".join(name.split()).casefold()
    going = [
        w
        for w in watches(store, listed)
        if folded == w.name.casefold() or (len(folded) >= 6 and w.id.startswith(folded))
    ]
    if not going:
        where = f"on list '{listed}'" if listed else "on any list"
        raise CallError(name, f"nothing {where} has that name", "see: kgraph watch list")
    store.replace({}, delete=[quad for one in going for quad in watch_quads(one)])
    return going


_ANCHORED = {
    "actor": "?anchor kg:denotes %(it)s . %(it)s kg:actorType ?type ; schema:name ?name",
    "entity": "VALUES ?anchor { %(it)s } ?anchor kg:denotes ?actor ."
    " ?actor kg:actorType ?type ; schema:name ?name",
    "claim": "%(it)s kg:firstStatement ?anchor ; kg:headline ?name",
    "statement": "VALUES ?anchor { %(it)s } ?anchor kg:makesClaim ?claim ."
    " ?claim kg:headline ?name",
}


def anchored(store: Store, iri: str, kind: str, *, listed: str, topic: str = "") -> Watch:
    """A watch on an actor or claim, told by evidence that stands for it.

    Args:
        store: Where the thing is.
        iri: IRI of an actor, a claim, or of an entity or statement that stands for one.
        kind: What it is the IRI of: ``actor``, ``entity``, ``claim`` or ``statement``.
        listed: Name of the watch-list.
        topic: Name of the topic that alone is watched of it.

    Raises:
        CallError: There is no such topic, or the thing stands for no actor or claim.
    """
    on = topic_name(store, topic)
    query = f"SELECT ?anchor ?name ?type {{ {_ANCHORED[kind] % {'it': NamedNode(iri)}} }}"
    found = sorted(
        tuple(value(r, n) for n in ("anchor", "name", "type")) for r in select(store, query)
    )
    if not found:
        raise CallError(iri, "it stands for no actor or claim", "bring up to date: kgraph resolve")
    anchor, name, type_ = found[0]
    return Watch(
        list=listed,
        kind="actor" if kind in ("actor", "entity") else "claim",
        name=name,
        type=type_,
        anchor=anchor,
        topic=on,
    )


def topic_name(store: Store, topic: str) -> str:
    """The name of a topic as it is defined; "" for "".

    Raises:
        CallError: There is no such topic.
    """
    if not topic:
        return ""
    for known in topics(store):
        if known.name.casefold() == " ".join(topic.split()).casefold():
            return known.name
    raise CallError(topic, "no topic has that name", f"make it: kgraph topics add '{topic}' WORD…")


def outlet_named(store: Store, name: str) -> str:
    """The name of the outlet as articles spell it, upper and lower case aside, or ""."""
    query = (
        "SELECT DISTINCT ?name { GRAPH ?article { ?article schema:publisher ?outlet ."
        f" ?outlet schema:name ?name }} FILTER(LCASE(?name) = {Literal(name.strip().lower())}) }}"
        " ORDER BY ?name"
    )
    return next((value(row, "name") for row in select(store, query)), "")


def words_named(name: str) -> str:
    """The words with single blanks between them.

    Raises:
        CallError: There is no letter or digit in them.
    """
    if not tokens(name):
        raise CallError(repr(name), "there is no word in it", "give names or words")
    return " ".join(name.split())


def standing(store: Store, one: Watch) -> Standing:
    """What a watched actor, claim or outlet is in the store now.

    An actor is the one that its anchor stands for, else all of that name and type; a claim the one
    that its anchor makes, else the one of that headline.
    """
    if one.kind == "outlet":
        iri = outlet_iri(one.name)
        known = store.query(f"ASK {{ ?statement kg:publishedBy {NamedNode(iri)} }}")
        return Standing(iris=frozenset({iri} if known else ()))
    if one.kind == "claim":
        return Standing(iris=_claims(store, one))
    if one.kind != "actor":
        return Standing()
    iris = _by_anchor(store, one, "denotes") or _by_name(store, one)
    return Standing(iris=iris, names=_names(store, iris) | {one.name.casefold()})


def _claims(store: Store, one: Watch) -> frozenset[str]:
    found = _by_anchor(store, one, "makesClaim")
    if found:
        return found
    query = f"SELECT ?it {{ ?it a kg:Claim ; kg:headline {Literal(one.name)} }}"
    return frozenset(value(row, "it") for row in select(store, query))


def _by_anchor(store: Store, one: Watch, relation: str) -> frozenset[str]:
    if not one.anchor:
        return frozenset()
    query = f"SELECT ?it {{ {NamedNode(one.anchor)} kg:{relation} ?it }}"
    return frozenset(value(row, "it") for row in select(store, query))


def _by_name(store: Store, one: Watch) -> frozenset[str]:
    name = Literal(one.name.lower())
    typed = f"; kg:actorType {Literal(one.type)}" if one.type else ""
    whole, other = (
        f"SELECT DISTINCT ?it {{ {pattern} ?it a kg:Actor {typed} FILTER(LCASE(?name) = {name}) }}"
        for pattern in (
            "?it schema:name ?name .",
            "?entity kg:denotes ?it ; schema:name|schema:alternateName ?name .",
        )
    )
    for query in (whole, other):
        found = frozenset(value(row, "it") for row in select(store, query))
        if found:
            return found
    return frozenset()


def _names(store: Store, iris: Iterable[str]) -> frozenset[str]:
    nodes = " ".join(str(NamedNode(iri)) for iri in sorted(iris))
    query = (
        f"SELECT DISTINCT ?name {{ VALUES ?actor {{ {nodes} }}"
        " ?entity kg:denotes ?actor ; schema:name ?name }"
    )
    return frozenset(value(row, "name").casefold() for row in select(store, query))


def _is_one(store: Store, one: Watch, other: Watch) -> bool:
    if one.anchor and other.anchor:
        return bool(standing(store, one).iris & standing(store, other).iris)
    return (one.name.casefold(), one.type, one.anchor) == (
        other.name.casefold(),
        other.type,
        other.anchor,
    )
