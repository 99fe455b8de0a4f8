"""What one transaction changes, worked out before any store is touched."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad

from kgraph import vocab
from kgraph.store.form import MARK


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Graphs to set and to drop, single quads to put in and to take out.

    No quad is both put in and taken out: what is put in wins.

    Attributes:
        graphs: Quads by the IRI of their graph, which holds exactly these afterwards (and those
            of ``insert``); none of them is empty.
        drop: IRIs of graphs to remove.
        delete: Quads to take out of graphs that otherwise stay.
        insert: Quads to put in.
    """

    graphs: Mapping[str, frozenset[Quad]]
    drop: frozenset[str]
    delete: frozenset[Quad]
    insert: frozenset[Quad]


def change(
    graphs: Mapping[str, Iterable[Quad]],
    drop: Iterable[str],
    insert: Iterable[Quad],
    delete: Iterable[Quad],
) -> Change:
    """The change that these arguments of ``Store.replace`` ask for; the store format stays.

    Raises:
        ValueError: A quad is of another graph, of none, or has a blank node.
    """
    new = {iri: _of_graph(iri, quads) for iri, quads in graphs.items()}
    coming = frozenset(_in_a_graph(insert))
    dropped = frozenset(drop).difference(new) | {iri for iri, quads in new.items() if not quads}
    if vocab.COLLECTION in dropped or vocab.COLLECTION in new:
        coming |= {MARK}
    going = frozenset(_in_a_graph(delete)).difference(coming, (MARK,), *new.values())
    return Change(
        graphs={iri: quads for iri, quads in new.items() if quads},
        drop=dropped,
        delete=going,
        insert=coming,
    )


def update(
    *, drop: Iterable[str] = (), delete: Iterable[Quad] = (), insert: Iterable[Quad] = ()
) -> str:
    """One SPARQL update that drops graphs, takes quads out and puts quads in, in that order.

    Terms are written by pyoxigraph, never by formatting raw text, so no text of an article can
    end its literal.
    """
    steps = [f"DROP SILENT GRAPH {NamedNode(graph)}" for graph in sorted(drop)]
    for verb, quads in (("DELETE DATA", delete), ("INSERT DATA", insert)):
        by_graph: dict[str, list[str]] = {}
        for quad in quads:
            by_graph.setdefault(str(quad.graph_name), []).append(str(quad.triple))
        for graph in sorted(by_graph):
            triples = " .\n".join(sorted(by_graph[graph]))
            steps.append(f"{verb} {{ GRAPH {graph} {{\n{triples}\n}} }}")
    return " ;\n".join(steps)


def _of_graph(iri: str, quads: Iterable[Quad]) -> frozenset[Quad]:
    name = NamedNode(iri)
    held = frozenset(_in_a_graph(quads))
    for quad in held:
        if quad.graph_name != name:
            raise ValueError(f"{quad.graph_name} is not the graph to replace, {name}")
    return held


def _in_a_graph(quads: Iterable[Quad]) -> Iterable[Quad]:
    for quad in quads:
        # A blank node would be renamed by every insertion, so that the same article would no
        # longer give the same bytes.
        if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
            raise ValueError(f"blank node in {quad}")  # noqa: TRY004 -- the value is at fault
        if isinstance(quad.graph_name, DefaultGraph):
            raise ValueError(f"no graph named in {quad}")  # noqa: TRY004 -- likewise
        yield quad
