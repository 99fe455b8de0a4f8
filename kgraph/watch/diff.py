"""What changed on a watch-list between two dates."""

import heapq
from collections.abc import Iterator

from kgraph.store import Store
from kgraph.watch.change import Change
from kgraph.watch.news import news
from kgraph.watch.scope import Scope
from kgraph.watch.versions import corrections, withdrawals
from kgraph.watch.window import Window


def diff(store: Store, scope: Scope, window: Window) -> Iterator[Change]:
    """Every change that the scope holds, by date; what has no date comes last."""
    gone = list(withdrawals(store, scope, window))
    yield from heapq.merge(
        news(store, scope, window),
        corrections(store, scope, window),
        (change for change in gone if change.at),
        key=lambda change: change.at,
    )
    yield from (change for change in gone if not change.at)
    for watched in scope.watched:
        if watched.gone and watched.watch.kind == "claim":
            yield Change(kind="lost", at="", watched=(watched.name,))
