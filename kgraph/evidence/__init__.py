"""Extractions ⇄ RDF: evidence graphs, derived graphs, the collection's own facts, and their check."""

from kgraph.evidence.collection import (
    arrived_quads,
    current_quads,
    resolved_quad,
    revision_quads,
    state_quad,
    waiting_quad,
    withdrawn_quads,
)
from kgraph.evidence.decisions import decision_iri, decision_quads, read_decisions
from kgraph.evidence.derived import derived_quads, thing_quads
from kgraph.evidence.gazetteers import gazetteer_iri, gazetteer_quads, read_gazetteers
from kgraph.evidence.occurrences import read_occurrences
from kgraph.evidence.read import canonical, read_extraction
from kgraph.evidence.shapes import validate
from kgraph.evidence.terms import outlet_iri
from kgraph.evidence.topics import parse_topics, read_topics, topic_quads, write_topics
from kgraph.evidence.violation import Violation
from kgraph.evidence.watches import read_watches, watch_quads
from kgraph.evidence.write import extraction_quads

__all__ = [
    "Violation",
    "arrived_quads",
    "canonical",
    "current_quads",
    "decision_iri",
    "decision_quads",
    "derived_quads",
    "extraction_quads",
    "gazetteer_iri",
    "gazetteer_quads",
    "outlet_iri",
    "parse_topics",
    "read_decisions",
    "read_extraction",
    "read_gazetteers",
    "read_occurrences",
    "read_topics",
    "read_watches",
    "resolved_quad",
    "revision_quads",
    "state_quad",
    "thing_quads",
    "topic_quads",
    "validate",
    "waiting_quad",
    "watch_quads",
    "withdrawn_quads",
    "write_topics",
]
