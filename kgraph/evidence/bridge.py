"""The one home of rdflib: pyoxigraph's quads as an rdflib dataset, and back."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache

import pyoxigraph as ox
import rdflib  # noqa: TID251 - its one home
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID  # noqa: TID251

from kgraph import vocab


def to_rdflib(quads: Iterable[ox.Quad]) -> rdflib.Dataset:
    """A dataset of these quads with the prefixes of ``vocab.PREFIXES`` bound.

    Literals keep their exact form: rdflib would rewrite ``1.0`` and the like.

    Raises:
        ValueError: A quad holds a triple term of RDF 1.2, which rdflib has not, or its graph is
            a blank node.
    """
    dataset = rdflib.Dataset()
    for prefix, namespace in vocab.PREFIXES.items():
        dataset.bind(prefix, namespace, replace=True)
    graphs: dict[ox.NamedNode | ox.DefaultGraph, rdflib.Graph] = {}
    for quad in quads:
        if isinstance(quad.graph_name, ox.BlankNode):
            raise ValueError(f"a graph has a name in kgraph, {quad.graph_name} is none")  # noqa: TRY004
        if quad.graph_name not in graphs:
            graphs[quad.graph_name] = (
                dataset.default_graph
                if isinstance(quad.graph_name, ox.DefaultGraph)
                else dataset.graph(rdflib.URIRef(quad.graph_name.value))
            )
        graphs[quad.graph_name].add(
            (_to_rdflib(quad.subject), _to_rdflib(quad.predicate), _to_rdflib(quad.object))
        )
    return dataset


def to_rdflib_graph(triples: Iterable[ox.Quad | ox.Triple]) -> rdflib.Graph:
    """One rdflib graph of all these triples, whatever graphs they stand in."""
    graph = rdflib.Graph(bind_namespaces="none")
    for triple in triples:
        graph.add(
            (_to_rdflib(triple.subject), _to_rdflib(triple.predicate), _to_rdflib(triple.object))
        )
    return graph


@cache
def ontology_graph(name: str) -> rdflib.Graph:
    """A Turtle file of the ontology as an rdflib graph; to be read, not changed."""
    text = vocab.ontology_file(name).read_bytes()
    return to_rdflib_graph(ox.parse(text, format=ox.RdfFormat.TURTLE))


@contextmanager
def undisturbed() -> Iterator[None]:
    """Meanwhile rdflib does not log ill-formed literals; afterwards it treats all as before.

    pySHACL switches ``rdflib.NORMALIZE_LITERALS`` for the whole process, and rdflib logs a
    traceback for each literal like "2025-02-30" that a shape is about to name.
    """
    log = logging.getLogger("rdflib.term")
    before = rdflib.NORMALIZE_LITERALS, log.disabled
    log.disabled = True
    try:
        yield
    finally:
        rdflib.NORMALIZE_LITERALS, log.disabled = before


def from_rdflib(dataset: rdflib.Graph) -> Iterator[ox.Quad]:
    """The quads of an rdflib dataset, or those of a graph, in the default graph.

    Raises:
        ValueError: A term is a variable or a formula, or a literal stands as a subject.
    """
    if isinstance(dataset, rdflib.Dataset):
        for subject, predicate, value, name in dataset.quads((None, None, None, None)):
            graph = _node(name) if name and name != DATASET_DEFAULT_GRAPH_ID else ox.DefaultGraph()
            yield ox.Quad(_node(subject), _name(predicate), _term(value), graph)
    else:
        for subject, predicate, value in dataset:
            yield ox.Quad(_node(subject), _name(predicate), _term(value))


def _to_rdflib(
    term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple,
) -> rdflib.URIRef | rdflib.BNode | rdflib.Literal:
    match term:
        case ox.NamedNode():
            return rdflib.URIRef(term.value)
        case ox.BlankNode():
            return rdflib.BNode(term.value)
        case ox.Literal() if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        case ox.Literal() if term.datatype.value == vocab.XSD + "string":
            return rdflib.Literal(term.value)
        case ox.Literal():
            datatype = rdflib.URIRef(term.datatype.value)
            return rdflib.Literal(term.value, datatype=datatype, normalize=False)
        case _:
            raise ValueError(f"rdflib has no triple terms: {term}")


def _term(term: rdflib.term.Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    if not isinstance(term, rdflib.Literal):
        return _node(term)
    if term.language:
        return ox.Literal(str(term), language=term.language)
    if term.datatype:
        return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype)))
    return ox.Literal(str(term))


def _node(term: rdflib.term.Node) -> ox.NamedNode | ox.BlankNode:
    return ox.BlankNode(str(term)) if isinstance(term, rdflib.BNode) else _name(term)


def _name(term: rdflib.term.Node) -> ox.NamedNode:
    if not isinstance(term, rdflib.URIRef):
        raise ValueError(f"RDF has no place for {term!r} here")  # noqa: TRY004
    return ox.NamedNode(str(term))
