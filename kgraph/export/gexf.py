"""GEXF 1.3 (https://gexf.net/schema.html) as Gephi reads it, with colours and a time line.

networkx's own writer makes files that the schema refuses, and stamps them with today's date.
"""

from collections.abc import Iterable
from typing import Any, BinaryIO, Final

from lxml import etree

from kgraph.export.network import COLORS, network
from kgraph.export.selection import Selection
from kgraph.store import Store

GEXF: Final = "http://gexf.net/1.3"
VIZ: Final = "http://gexf.net/1.3/viz"
# None stands for the default namespace, which the stubs of lxml don't know.
_NAMESPACES: Final[Any] = {None: GEXF, "viz": VIZ}

_NODE_ATTRIBUTES: Final = {
    "kind": "string",
    "type": "string",
    "name": "string",
    "roles": "string",
    "wikidata": "anyURI",
    "statements": "integer",
    "origins": "integer",
    "outlets": "string",
    "iri": "anyURI",
}
_EDGE_ATTRIBUTES: Final = {
    "kind": "string",
    "statements": "integer",
    "act": "string",
    "quote": "string",
    "polarity": "string",
    "modality": "string",
    "condition": "string",
    "text": "string",
    "role": "string",
    "chain": "string",
    "venue": "string",
    "outlets": "string",
    "urls": "string",
    "article": "anyURI",
    "statement": "anyURI",
    "confidence": "double",
    "score": "double",
    "reasons": "string",
}


def write_gexf(store: Store, out: BinaryIO, selection: Selection) -> None:
    """Writes actors and claims as nodes and statements as edges, with the days they hold.

    Raises:
        StoreError: The derived graphs are missing or older than the evidence.
    """
    network_graph = network(store, selection)
    edges = list(network_graph.edges(keys=True, data=True))
    root = etree.Element(_tag("gexf"), {"version": "1.3"}, nsmap=_NAMESPACES)
    meta = etree.SubElement(root, _tag("meta"))
    etree.SubElement(meta, _tag("creator")).text = "kgraph"
    etree.SubElement(meta, _tag("description")).text = "Who said what: actors, claims, statements"
    dated = any(facts["spells"] for *_, facts in edges)
    times = {"mode": "dynamic", "timeformat": "date"} if dated else {"mode": "static"}
    settings = {"defaultedgetype": "directed", "idtype": "string", **times}
    graph = etree.SubElement(root, _tag("graph"), settings)
    for group, attributes in (("node", _NODE_ATTRIBUTES), ("edge", _EDGE_ATTRIBUTES)):
        declared = etree.SubElement(graph, _tag("attributes"), {"class": group, "mode": "static"})
        for name, kind in attributes.items():
            facts = {"id": name, "title": name, "type": kind}
            etree.SubElement(declared, _tag("attribute"), facts)
    count = {"count": str(network_graph.number_of_nodes())}
    nodes = etree.SubElement(graph, _tag("nodes"), count)
    for name, facts in network_graph.nodes(data=True):
        _add_node(nodes, name, facts)
    drawn = etree.SubElement(graph, _tag("edges"), {"count": str(len(edges))})
    for source, target, key, facts in edges:
        _add_edge(drawn, {"id": key, "source": source, "target": target}, facts)
    etree.ElementTree(root).write(out, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _add_node(nodes: etree._Element, name: str, facts: dict[str, Any]) -> None:
    node = etree.SubElement(nodes, _tag("node"), {"id": name, "label": facts["label"]})
    _add_values(node, facts, _NODE_ATTRIBUTES)
    _add_spells(node, facts["spells"])
    red, green, blue = COLORS[facts["type"]]
    _add_viz(node, "color", r=red, g=green, b=blue)
    _add_viz(node, "position", x=facts["x"], y=facts["y"])
    _add_viz(node, "size", value=facts["size"])
    _add_viz(node, "shape", value="square" if facts["kind"] == "claim" else "disc")


def _add_edge(edges: etree._Element, ends: dict[str, str], facts: dict[str, Any]) -> None:
    shown = {"label": facts["label"], "weight": str(facts["weight"])}
    edge = etree.SubElement(edges, _tag("edge"), {**ends, **shown})
    _add_values(edge, facts, _EDGE_ATTRIBUTES)
    _add_spells(edge, facts["spells"])
    if facts["kind"] != "statement":
        _add_viz(edge, "shape", value="dashed" if facts["kind"] == "relation" else "dotted")


def _add_values(element: etree._Element, facts: dict[str, Any], names: Iterable[str]) -> None:
    values = etree.SubElement(element, _tag("attvalues"))
    for name in names:
        value = facts.get(name, "")
        if value != "":
            etree.SubElement(values, _tag("attvalue"), {"for": name, "value": str(value)})


def _add_spells(element: etree._Element, spells: str) -> None:
    """Several spells stand in an element of their own, one in the attributes of its owner.

    Older readers look only there.
    """
    found = [
        {name: day for name, day in zip(("start", "end"), spell.split("/"), strict=True) if day}
        for spell in spells.split()
    ]
    if len(found) == 1:
        for name, day in found[0].items():
            element.set(name, day)
    elif found:
        several = etree.SubElement(element, _tag("spells"))
        for spell in found:
            etree.SubElement(several, _tag("spell"), spell)


def _add_viz(element: etree._Element, tag: str, **values: object) -> None:
    etree.SubElement(element, _tag(tag, VIZ), {name: str(one) for name, one in values.items()})


def _tag(name: str, namespace: str = GEXF) -> str:
    return f"{{{namespace}}}{name}"
