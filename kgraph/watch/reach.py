"""In which articles a watch-list can find anything, so that no others need be read."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from kgraph.store import Store, select
from kgraph.watch.scope import Scope
from kgraph.watch.told import value

_BATCH = 500

_OWN = """
SELECT DISTINCT ?iri ?article WHERE {
  VALUES ?thing { %s }
  { ?entity kg:denotes ?thing . ?iri kg:speaker ?entity ; kg:inArticle ?article }
  UNION { ?entity kg:denotes ?thing . ?iri kg:addressee ?entity ; kg:inArticle ?article }
  UNION { ?iri kg:makesClaim ?thing ; kg:inArticle ?article }
  UNION { ?iri kg:publishedBy ?thing ; kg:inArticle ?article }
}
"""
_LINKED = """
SELECT DISTINCT ?article WHERE {
  VALUES ?iri { %s }
  { ?link kg:from ?iri ; kg:to ?other . ?other kg:inArticle ?article }
  UNION { ?link kg:to ?iri ; kg:from ?other . ?other kg:inArticle ?article }
}
"""


def reach(store: Store, scope: Scope) -> frozenset[str] | None:
    """IRIs of the articles with statements that the scope holds, or that those are linked to.

    None where any article may have one: topics and words are looked for in the text.
    """
    if not scope.watched or any(w.words is not None for w in scope.watched):
        return None
    things = sorted({iri for watched in scope.watched for iri in watched.standing.iris})
    found: set[str] = set()
    own: set[str] = set()
    for part in _parts(things):
        for row in select(store, _OWN % part):
            own.add(value(row, "iri"))
            found.add(value(row, "article"))
    for part in _parts(sorted(own)):
        found.update(value(row, "article") for row in select(store, _LINKED % part))
    return frozenset(found)


def _parts(iris: Iterable[str]) -> Iterator[str]:
    nodes = [str(NamedNode(iri)) for iri in iris]
    for place in range(0, len(nodes), _BATCH):
        yield " ".join(nodes[place : place + _BATCH])
