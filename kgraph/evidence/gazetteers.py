"""The gazetteers that a collection is resolved with, as quads of a graph of their own."""

import json
from collections.abc import Iterable
from dataclasses import asdict, fields

from pyoxigraph import Literal, NamedNode, Quad

from kgraph import ids, vocab
from kgraph.evidence.terms import kg
from kgraph.gazetteer import Entry

_FIELDS = frozenset(field.name for field in fields(Entry))


def gazetteer_quads(source: str, entries: Iterable[Entry]) -> list[Quad]:
    """One literal holds all entries of a source; nothing where there are none."""
    rows = [asdict(entry) for entry in entries]
    if not rows:
        return []
    text = json.dumps(rows, ensure_ascii=False, sort_keys=True)
    literal = Literal(text, datatype=NamedNode(vocab.RDF + "JSON"))
    return [Quad(_node(source), kg("metadata"), literal, NamedNode(vocab.GAZETTEERS))]


def gazetteer_iri(source: str) -> str:
    """The IRI that a source of entries, a file or a service, is kept under."""
    return ids.iri("gazetteer", source)


def read_gazetteers(quads: Iterable[Quad]) -> list[Entry]:
    """The entries of all sources among the quads, by source, in the order of each."""
    found = []
    for quad in quads:
        if quad.predicate == kg("metadata") and _is_gazetteer(quad.subject):
            assert isinstance(quad.object, Literal)
            for row in json.loads(quad.object.value):
                kept = {key: value for key, value in row.items() if key in _FIELDS}
                found.append(Entry(**{**kept, "names": tuple(row["names"])}))
    return sorted(found, key=lambda entry: entry.source)


def _node(source: str) -> NamedNode:
    return NamedNode(gazetteer_iri(source))


def _is_gazetteer(subject: object) -> bool:
    return isinstance(subject, NamedNode) and subject.value.startswith(ids.local("gazetteer", ""))
