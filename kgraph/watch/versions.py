"""What corrections changed, which articles were withdrawn, and whom that concerns."""

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from kgraph.errors import CallError
from kgraph.resolve.text import words
from kgraph.store import Store, select
from kgraph.watch.change import Change, Paper
from kgraph.watch.lists import watches
from kgraph.watch.scope import Scope, scope
from kgraph.watch.told import Told, told_in, value
from kgraph.watch.topics import topics
from kgraph.watch.window import Window
from kgraph.watch.words import Words

_CORRECTIONS = """
SELECT DISTINCT ?at ?key ?new ?old ?title ?url ?outlet WHERE {
  ?new kg:revises ?old .
  GRAPH ?new { ?new kg:key ?key
    OPTIONAL { ?new schema:datePublished ?published } OPTIONAL { ?new schema:dateModified ?modified }
    OPTIONAL { ?new schema:headline ?title } OPTIONAL { ?new schema:url ?url }
    OPTIONAL { ?new schema:publisher ?publisher . ?publisher schema:name ?outlet } }
  BIND(COALESCE(STR(?modified), STR(?published), "") AS ?at) %s
}
"""


def corrections(store: Store, scope: Scope, window: Window) -> Iterator[Change]:
    """What newer versions of articles changed, under the date of their change or publication."""
    found = []
    for row in select(store, _CORRECTIONS % window.filter("?at")):
        paper = Paper(
            iri=value(row, "new"),
            key=value(row, "key"),
            title=value(row, "title"),
            url=value(row, "url"),
            outlet=value(row, "outlet"),
            published=value(row, "at"),
        )
        found.append((paper.published, paper.key, paper.iri, value(row, "old"), paper))
    for *_, old, paper in sorted(found, key=lambda one: one[:4]):
        yield from _corrected(store, scope, old, paper)


_WITHDRAWN = """
SELECT ?article ?key (SAMPLE(?t) AS ?title) (SAMPLE(?when) AS ?at)
  (GROUP_CONCAT(STR(?one)) AS ?concerned) WHERE {
  ?article kg:withdrawn true ; kg:key ?key .
  OPTIONAL { ?article schema:headline ?t } OPTIONAL { ?article kg:concerned ?one }
  OPTIONAL { ?article kg:withdrawnAt ?when }
} GROUP BY ?article ?key ORDER BY ?at ?key ?article
"""


def withdrawals(store: Store, scope: Scope, window: Window) -> Iterator[Change]:
    """The articles that were taken back in the window, by date, then key; their words are gone.

    What has no date was withdrawn before kgraph kept one, and may concern anything.
    """
    for row in select(store, _WITHDRAWN):
        at, title = value(row, "at"), value(row, "title")
        names = _concerned(scope, frozenset(value(row, "concerned").split()), title) if at else ()
        if names is not None and (not at or window.holds(at)):
            paper = Paper(iri=value(row, "article"), key=value(row, "key"), title=title)
            yield Change(kind="withdrawn", at=at, watched=names, by=paper)


def concerned(store: Store, article: str) -> list[str]:
    """IRIs of the watched things and topics that statements of the article belong to, sorted."""
    said = told_in(store, article)
    found = set()
    for one in watches(store):
        try:
            holds = scope(store, [one])
        except CallError:  # It watches a topic that is not defined any more.
            continue
        if any(holds.names(told) for told in said):
            found.add(one.iri)
    for topic in topics(store):
        wanted = Words(topic.words)
        if any(wanted.stand_in(told.texts) for told in said):
            found.add(topic.iri)
    return sorted(found)


def _concerned(scope: Scope, known: frozenset[str], title: str) -> tuple[str, ...] | None:
    """Names of the watched things that an article belonged to; None where it is left out."""
    if scope.topic is not None and not (scope.topics & known or scope.topic.stand_in([title])):
        return None
    if not scope.watched:
        return ()
    return tuple(dict.fromkeys(w.name for w in scope.watched if w.watch.iri in known)) or None


def _corrected(store: Store, scope: Scope, old: str, paper: Paper) -> Iterator[Change]:
    before, after = told_in(store, old), told_in(store, paper.iri)
    kept = {(told.speaker, words(told.quote)) for told in after}
    gone = [told for told in before if (told.speaker, words(told.quote)) not in kept]
    held = {(told.speaker, words(told.quote)) for told in before}
    added = [told for told in after if (told.speaker, words(told.quote)) not in held]
    corrected = _corrected_by(store, [told.iri for told in gone])
    same = True
    for told in gone:
        successor = next((one for one in added if one.iri == corrected.get(told.iri)), None)
        names = _names(scope, told, successor)
        if names is None:
            continue
        same = False
        if successor is not None:
            added.remove(successor)
            yield Change(
                kind="corrected", at=paper.published, watched=names, told=successor, earlier=told,
                by=paper,
            )  # fmt: skip
        if not _stands(store, told):
            yield Change(kind="lost", at=paper.published, watched=names, told=told, by=paper)
        elif successor is None:
            yield Change(kind="dropped", at=paper.published, watched=names, told=told, by=paper)
    about = [found for told in (*before, *after) if (found := scope.names(told)) is not None]
    if same and about:
        names = tuple(dict.fromkeys(name for found in about for name in found))
        yield Change(kind="revised", at=paper.published, watched=names, by=paper)


def _corrected_by(store: Store, statements: Iterable[str]) -> dict[str, str]:
    """IRIs of the statements that correct some others, by the IRIs of these."""
    these = " ".join(str(NamedNode(iri)) for iri in statements)
    query = f"SELECT ?old ?new WHERE {{ VALUES ?old {{ {these} }} ?new kg:corrects ?old }}"
    return {value(row, "old"): value(row, "new") for row in select(store, query)}


def _names(scope: Scope, *both: Told | None) -> tuple[str, ...] | None:
    found = [names for told in both if told and (names := scope.names(told)) is not None]
    return tuple(dict.fromkeys(name for names in found for name in names)) if found else None


def _stands(store: Store, told: Told) -> bool:
    """Whether a current article holds a statement of the same words."""
    query = (
        f"ASK {{ ?other kg:text {Literal(told.quote)} ; kg:inArticle ?article ."
        " ?article kg:isCurrent true }"
    )
    return bool(store.query(query))
