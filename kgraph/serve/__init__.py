"""A read-only SPARQL 1.1 endpoint and pages over one store."""

from kgraph.serve.app import make_app
from kgraph.serve.running import run

__all__ = ["make_app", "run"]
