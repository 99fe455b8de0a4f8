"""GraphML, for yEd, igraph, Cytoscape and others that don't read GEXF."""

from typing import BinaryIO

import networkx as nx  # noqa: TID251 -- its writer is part of its one home, kgraph.export

from kgraph.export.network import COLORS, network
from kgraph.export.selection import Selection
from kgraph.store import Store


def write_graphml(store: Store, out: BinaryIO, selection: Selection) -> None:
    """Writes the same nodes and edges as GEXF; days are the attribute ``spells``.

    Position, size and colour are attributes ``x``, ``y``, ``size``, ``r``, ``g`` and ``b``, which
    Gephi takes as such.

    Raises:
        StoreError: The derived graphs are missing or older than the evidence.
    """
    graph = network(store, selection)
    for _, node in graph.nodes(data=True):
        node["r"], node["g"], node["b"] = COLORS[node["type"]]
    nx.write_graphml(graph, out, encoding="utf-8", prettyprint=True)
