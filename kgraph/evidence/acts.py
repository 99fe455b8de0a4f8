"""The acts of ``ontology/acts.ttl`` as the graph uses them."""

from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kgraph import vocab
from kgraph.evidence.terms import kg


@cache
def edge_labels() -> dict[str, str]:
    """The ``kg:edgeLabel`` of every act by its local name: ``{"call-on": "calls on", …}``."""
    triples = parse(vocab.ontology_file("acts.ttl").read_bytes(), format=RdfFormat.TURTLE)
    return {
        triple.subject.value.removeprefix(vocab.ACT): triple.object.value
        for triple in triples
        if triple.predicate == kg("edgeLabel")
        and isinstance(triple.subject, NamedNode)
        and isinstance(triple.object, Literal)
    }


def shortcut_property(act: str) -> str:
    """Local name of the property that stands for an act between an actor and what it is about.

    >>> shortcut_property("call-on")
    'callsOn'

    Raises:
        KeyError: The scheme has no such act.
    """
    first, *rest = edge_labels()[act].split()
    return first + "".join(word.capitalize() for word in rest)
