"""Extractions ⇄ RDF: evidence graphs, derived graphs, the collection's own facts, and their check."""

from kgraph.evidence.collection import (
    arrived_quads,
    current_quads,
    revision_quads,
    withdrawn_quads,
)
from kgraph.evidence.derived import derived_quads
from kgraph.evidence.read import canonical, read_extraction
from kgraph.evidence.shapes import validate
from kgraph.evidence.terms import outlet_iri
from kgraph.evidence.violation import Violation
from kgraph.evidence.write import extraction_quads

__all__ = [
    "Violation",
    "arrived_quads",
    "canonical",
    "current_quads",
    "derived_quads",
    "extraction_quads",
    "outlet_iri",
    "read_extraction",
    "revision_quads",
    "validate",
    "withdrawn_quads",
]
