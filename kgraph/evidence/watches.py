"""Watch-lists as quads of the graph of watch-lists; nothing that is derived."""

from collections import defaultdict
from collections.abc import Iterable
from typing import cast, get_args

from pyoxigraph import Literal, NamedNode, Quad

from kgraph import vocab
from kgraph.evidence.terms import A, kg, schema, value_of
from kgraph.model import Watch, WatchKind

_GRAPH = NamedNode(vocab.WATCHES)
_NAME = vocab.SCHEMA + "name"
_TEXTS = {"list": "inList", "kind": "watchedAs", "type": "watchedType", "topic": "onTopic"}


def watch_quads(watch: Watch) -> list[Quad]:
    """Everything that the graph says of one thing on a watch-list, sorted."""
    me = NamedNode(watch.iri)
    quads = [
        Quad(me, A, kg("Watch"), _GRAPH),
        Quad(me, schema("name"), Literal(watch.name), _GRAPH),
    ]
    for field, name in _TEXTS.items():
        if text := getattr(watch, field):
            quads.append(Quad(me, kg(name), Literal(text), _GRAPH))
    if watch.anchor:
        quads.append(Quad(me, kg("watches"), NamedNode(watch.anchor), _GRAPH))
    return sorted(quads, key=str)


def read_watches(quads: Iterable[Quad]) -> list[Watch]:
    """The things on watch-lists, by list, kind, name and topic."""
    facts: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for quad in quads:
        facts[value_of(quad.subject)][quad.predicate.value] = value_of(quad.object)
    found = []
    for fact in facts.values():
        texts = {field: fact.get(vocab.KG + name, "") for field, name in _TEXTS.items()}
        kind = texts.pop("kind")
        assert kind in get_args(WatchKind)
        anchor = fact.get(vocab.KG + "watches", "")
        found.append(Watch(kind=cast(WatchKind, kind), name=fact[_NAME], anchor=anchor, **texts))
    return sorted(found, key=lambda w: (w.list, w.kind, w.name, w.topic, w.id))
