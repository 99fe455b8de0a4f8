"""The home of networkx: a store as a graph of actors and claims with statements as edges.

Nodes are actors and claims. Edges are

* ``statement``: actor → claim, one for each actor, act and claim, labelled with the act
  ("announces"), however many articles carry it;
* ``address``: actor → actor, whom those statements are addressed to;
* ``relation``: claim → claim, where a statement of one answers, denies, contradicts or updates a
  statement of the other, or is reported inside it ("part of").

Attributes are strings and numbers only, and hold nothing that XML can't, so that any format of
networkx's takes them.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import networkx as nx  # noqa: TID251 -- its one home

from kgraph.evidence.acts import edge_labels
from kgraph.export.clean import one_line, xml_text
from kgraph.export.labels import LONGEST, claim_label
from kgraph.export.selection import EVERYTHING, Known, KnownActor, Selection, Told, known, told
from kgraph.store import Store

COLORS: Final = {
    "person": (31, 119, 180),
    "organization": (148, 103, 189),
    "group": (23, 190, 207),
    "place": (140, 86, 75),
    "document": (127, 127, 127),
    "anonymous": (199, 199, 199),
    "none": (199, 199, 199),
    "claim": (255, 127, 14),
}
"""Red, green and blue by type of node."""

_APART: Final = 40.0
"""Distance between neighbours on the outer ring, in Gephi's units; a node is about 10 wide."""

_RINGS: Final = 4
_STEP: Final = 45.0
"""Distance between one of the outer rings and the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edge:
    """What edges are joined by."""

    source: str
    target: str
    kind: str
    label: str


def network(store: Store, selection: Selection = EVERYTHING) -> "nx.MultiDiGraph[str]":
    """The selected statements as a directed multigraph, the same for the same content.

    Nodes and edges come sorted. Every node has ``label``, ``kind``, ``type``, ``iri``, ``spells``,
    ``size``, ``x`` and ``y``; every edge has ``label``, ``kind``, ``weight`` and ``spells``.
    ``spells`` are days, ``first/last`` pairs with blanks between, or "" for always there.

    Raises:
        StoreError: The derived graphs are missing or older than the evidence.
    """
    facts = known(store)
    found: defaultdict[_Edge, list[Told]] = defaultdict(list)
    claim_of: dict[str, str] = {}
    actors: dict[str, tuple[KnownActor, list[Told]]] = {}
    claims: dict[str, list[Told]] = {}
    parts: list[tuple[str, str]] = []
    for one in told(store, facts, selection):
        claim = _node("claim", one.claim.iri)
        claims.setdefault(claim, []).append(one)
        claim_of[one.statement.iri] = claim
        if one.statement.parent:
            parent = f"{one.statement.iri.removesuffix(one.statement.id)}{one.statement.parent}"
            parts.append((one.statement.iri, parent))
        label = edge_labels().get(one.statement.act, one.statement.act)
        if one.speaker is not None:
            speaker = _node("actor", one.speaker.iri)
            actors.setdefault(speaker, (one.speaker, []))[1].append(one)
            found[_Edge(source=speaker, target=claim, kind="statement", label=label)].append(one)
            for addressed in one.addressees:
                other = _node("actor", addressed.iri)
                actors.setdefault(other, (addressed, []))
                edge = _Edge(source=speaker, target=other, kind="address", label=label)
                found[edge].append(one)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name, (actor, own) in sorted(actors.items()):
        graph.add_node(name, **_actor(actor, own))
    for name, own in sorted(claims.items()):
        graph.add_node(name, **_claim(own))
    for edge, own in sorted(found.items(), key=lambda item: _order(item[0])):
        _add(graph, edge, _statement_edge(own))
    _relations(graph, facts, claim_of, parts)
    _spells_of_nodes(graph)
    _places(graph)
    return graph


def _order(edge: _Edge) -> tuple[str, ...]:
    return edge.source, edge.target, edge.kind, edge.label


def _node(kind: str, iri: str) -> str:
    return f"{kind}-{iri.rpartition('/')[2]}"


def _add(graph: "nx.MultiDiGraph[str]", edge: _Edge, facts: dict[str, Any]) -> None:
    # The key is the edge's id in every format, the same whatever else the graph holds.
    key = "~".join(_order(edge)).replace(" ", "-")
    graph.add_edge(edge.source, edge.target, key=key, label=edge.label, kind=edge.kind, **facts)


def _actor(actor: KnownActor, own: list[Told]) -> dict[str, Any]:
    return {
        "label": one_line(actor.name, LONGEST),
        "kind": "actor",
        "type": actor.type,
        "name": one_line(actor.name),
        "roles": _joined(one.roles for one in own),
        "wikidata": actor.wikidata,
        "statements": len(own),
        "origins": len({one.origin for one in own}),
        "outlets": _joined(one.extraction.article.outlet for one in own),
        "iri": actor.iri,
    }


def _claim(own: list[Told]) -> dict[str, Any]:
    claim = own[0].claim
    return {
        "label": claim_label(own),
        "kind": "claim",
        "type": "claim",
        "name": one_line(claim.headline),
        "roles": "",
        "wikidata": "",
        "statements": len(own),
        "origins": claim.origins,
        "outlets": _joined(one.extraction.article.outlet for one in own),
        "spells": _spells(one.spell for one in own),
        "iri": claim.iri,
    }


def _statement_edge(own: list[Told]) -> dict[str, Any]:
    """The facts of the earliest statement, and what all of them make together."""
    first = min(
        own, key=lambda one: (one.spell, one.extraction.article.published, one.statement.id)
    )
    statement, article = first.statement, first.extraction.article
    return {
        "weight": float(min(len({one.origin for one in own}), first.claim.origins)),
        "statements": len(own),
        "spells": _spells(one.spell for one in own),
        "act": statement.act,
        "quote": statement.quote,
        "polarity": statement.polarity,
        "modality": statement.modality,
        "condition": one_line(article.quote(statement.condition)),
        "text": xml_text(first.text),
        "role": one_line(first.roles),
        "chain": one_line(first.chain),
        "venue": one_line(statement.venue),
        "outlets": _joined(one.extraction.article.outlet for one in own),
        "urls": one_line(" ".join(dict.fromkeys(one.extraction.article.url for one in own))),
        "article": article.iri,
        "statement": statement.iri,
        "confidence": max(one.statement.confidence for one in own),
        "score": 1.0,
        "reasons": "",
    }


def _relations(
    graph: "nx.MultiDiGraph[str]",
    facts: Known,
    claim_of: dict[str, str],
    parts: list[tuple[str, str]],
) -> None:
    """Relations between statements, as edges between their claims; none from a claim to itself."""
    found: defaultdict[_Edge, list[tuple[float, tuple[str, ...]]]] = defaultdict(list)
    relations: list[tuple[str, str, str, float, tuple[str, ...]]] = [
        *((link.relation, link.start, link.end, link.score, link.reasons) for link in facts.links),
        *(("partOf", inner, outer, 1.0, ()) for inner, outer in parts),
    ]
    for relation, start, end, score, reasons in relations:
        source, target = claim_of.get(start), claim_of.get(end)
        if source and target and source != target:
            label = "".join(f" {c.lower()}" if c.isupper() else c for c in relation)
            edge = _Edge(source=source, target=target, kind="relation", label=label)
            found[edge].append((score, reasons))
    for edge, own in sorted(found.items(), key=lambda item: _order(item[0])):
        facts_of_edge = {
            "weight": float(len(own)),
            "spells": "",
            "score": max(score for score, _ in own),
            "reasons": _joined(reason for _, several in own for reason in several),
        }
        _add(graph, edge, facts_of_edge)


def _joined(values: Iterable[str]) -> str:
    """The values that are not empty, without those that differ only in case, bars between."""
    found: dict[str, str] = {}
    for value in map(one_line, values):
        if value:
            found.setdefault(value.casefold(), value)
    return " | ".join(found.values())


def _spells(days: Iterable[tuple[str, str]]) -> str:
    """The days as spells, sorted; "" where one has none, as what is undated is always there."""
    spells = sorted(set(days))
    return "" if ("", "") in spells else " ".join(f"{first}/{last}" for first, last in spells)


def _spells_of_nodes(graph: "nx.MultiDiGraph[str]") -> None:
    """A claim is there from its first statement to its last, an actor from first edge to last.

    Gephi drops an edge on days on which one of its ends is not there.
    """
    for name, node in graph.nodes(data=True):
        edges = (
            [node["spells"]]
            if node["kind"] == "claim"
            else [
                facts["spells"]
                for _, _, facts in [
                    *graph.in_edges(name, data=True),
                    *graph.out_edges(name, data=True),
                ]
            ]
        )
        node["spells"] = ""
        if edges and all(edges):
            days = [spell.split("/") for spells in edges for spell in spells.split()]
            last = "" if any(not end for _, end in days) else max(end for _, end in days)
            first = "" if any(not start for start, _ in days) else min(start for start, _ in days)
            node["spells"] = f"{first}/{last}"


def _places(graph: "nx.MultiDiGraph[str]") -> None:
    """Actors stand on an inner ring, in the order in which they first speak, like on a clock.

    Each has its claims in a fan before it on the outer rings, which are several so that labels
    side by side don't cover each other; who makes no claim stands in the middle.

    An iterated layout multiplies the last bits of floats, which differ between processors, and
    the same store would no longer give the same bytes. Gephi's own layouts start from here.
    """
    nodes: dict[str, dict[str, Any]] = {name: graph.nodes[name] for name in graph}
    actors = sorted(
        (name for name, facts in nodes.items() if facts["kind"] == "actor"),
        key=lambda name: (not nodes[name]["statements"], nodes[name]["spells"], name),
    )
    order = {name: at for at, name in enumerate(actors)}
    fans: dict[str, list[str]] = {name: [] for name in actors}
    alone: list[str] = []
    for name, facts in nodes.items():
        if facts["kind"] == "claim":
            makers = [order[one] for one in graph.predecessors(name) if one in order]
            (fans[actors[min(makers)]] if makers else alone).append(name)
    slots = sum(map(len, fans.values())) + len(alone)
    silent = [name for name in actors if not fans[name]]
    outer = max(_APART * slots / math.tau, 2 * _APART)

    def stand(name: str, turn: float, radius: float) -> None:
        # The first stands at twelve o'clock, and y grows upwards.
        angle = math.tau * turn
        x, y = radius * math.sin(angle), radius * math.cos(angle)
        # Adding zero turns -0.0, which rounding leaves, into 0.0.
        nodes[name]["x"], nodes[name]["y"] = round(x, 1) + 0.0, round(y, 1) + 0.0
        nodes[name]["size"] = round(8 + 4 * math.sqrt(graph.degree(name)), 1)

    slot = 0
    for name in actors:
        fan = sorted(fans[name], key=lambda claim: (nodes[claim]["spells"], claim))
        if fan:
            stand(name, (slot + (len(fan) - 1) / 2) / slots, outer * 0.6)
        for at, claim in enumerate(fan, start=slot):
            stand(claim, at / slots, outer + _STEP * (at % _RINGS))
        slot += len(fan)
    for at, claim in enumerate(alone, start=slot):
        stand(claim, at / slots, outer + _STEP * (at % _RINGS))
    # Those who make no claim of their own stand in the middle.
    for at, name in enumerate(silent):
        stand(name, at / len(silent), outer * 0.35)
