"""What names are known to stand for: shipped tables, a user's own files, a reconciliation service."""

from kgraph.gazetteer.entries import Entry
from kgraph.gazetteer.files import read_gazetteer
from kgraph.gazetteer.openrefine import Query, reconcile
from kgraph.gazetteer.shipped import shipped

__all__ = ["Entry", "Query", "read_gazetteer", "reconcile", "shipped"]
