"""What the articles of a window bring: new claims, grown ones, and answers to earlier ones."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from kgraph import vocab
from kgraph.store import Store, select
from kgraph.watch.change import CHANGES, Change
from kgraph.watch.links import Tie, ties
from kgraph.watch.origins import Growth, growth
from kgraph.watch.reach import reach
from kgraph.watch.scope import Scope
from kgraph.watch.told import Told, told_in, told_of, value
from kgraph.watch.window import Window


def articles(store: Store, window: Window) -> list[tuple[str, str, str]]:
    """Date, key and IRI of the current articles that were published in the window, in that order."""
    query = (
        "SELECT DISTINCT ?at ?key ?article { ?article kg:isCurrent true ."
        " GRAPH ?article { ?article kg:key ?key OPTIONAL { ?article schema:datePublished ?date } }"
        f" BIND(COALESCE(STR(?date), '') AS ?at) {window.filter('?at')} }}"
    )
    return sorted(
        (value(r, "at"), value(r, "key"), value(r, "article")) for r in select(store, query)
    )


def news(store: Store, scope: Scope, window: Window) -> Iterator[Change]:
    """What is new in the window, and what it does to what was said before, by publication.

    One article is looked at after the other, so that nothing grows with the window but the list
    of its articles and the claims that more than one statement makes.
    """
    told_once = _News(store, window)
    relations = _Relations(store, scope, window)
    within = reach(store, scope)
    for at, key, article in articles(store, window):
        if within is not None and article not in within:
            continue
        said = told_in(store, article)
        names = {told.iri: scope.names(told) for told in said}
        for told in said:
            watched = names[told.iri]
            if watched is not None:
                yield from told_once.of(told, watched)
        yield from relations.of({told.iri: told for told in said}, (at, key, article))


class _News:
    """Tells each claim once as new, and once as grown, while articles go by in their order."""

    def __init__(self, store: Store, window: Window) -> None:
        self._store = store
        self._window = window
        self._day = ""
        self._told_today: set[str] = set()
        self._growths: dict[str, Growth] = {}

    def of(self, told: Told, watched: tuple[str, ...]) -> Iterator[Change]:
        """What is new by this statement."""
        if not told.claim:
            return
        if told.published != self._day:
            self._day, self._told_today = told.published, set()
        if self._is_first(told) and told.claim not in self._told_today:
            self._told_today.add(told.claim)
            yield Change(kind="new", at=told.published, watched=watched, told=told)
        if told.origins > 1 or told.first != told.iri:
            grown = self._growths.get(told.claim)
            if grown is None:
                grown = growth(self._store, told.claim, self._window)
                self._growths[told.claim] = grown
            kinds = {
                "gained-origin": grown.gained,
                "single-source": grown.spread if grown.is_single else "",
            }
            for kind, statement in kinds.items():
                if statement == told.iri:
                    first = told_of(self._store, [told.first]).get(told.first)
                    yield Change(
                        kind=kind,
                        at=told.published,
                        watched=watched,
                        told=told,
                        earlier=first if first != told else None,
                        growth=grown,
                    )

    def _is_first(self, told: Told) -> bool:
        """Whether the claim is new by this statement: the first one, if its day is the first too.

        Of what was published on one day, the original comes before its copies.
        """
        if not self._window.holds(told.since):
            return False
        if told.first_at[:10] == told.since[:10] and self._window.holds(told.first_at):
            return told.iri == told.first
        return told.published == told.since


_EACH = ("updates", "launders")
"""Told each time: who changes position and back says the same two things again, and every outlet
that loses an attribution loses it by itself."""

_KNOWN = """
ASK {
  ?start kg:makesClaim %(start)s ; kg:published ?one . ?end kg:makesClaim %(end)s ; kg:published ?two .
  ?link kg:from ?start ; kg:to ?end ; a kg:Link ; kg:relation %(relation)s
  FILTER(STR(?one) < %(first)s && STR(?two) < %(first)s)
}
"""


class _Relations:
    """Tells once what one claim does to another, however many articles carry the two."""

    def __init__(self, store: Store, scope: Scope, window: Window) -> None:
        self._store = store
        self._scope = scope
        self._window = window
        self._told: set[tuple[str, str, str]] = set()

    def of(self, said: dict[str, Told], place: tuple[str, str, str]) -> Iterator[Change]:
        """What statements of one article do to those published before, or earlier in it, and they to it."""
        linked = ties(self._store, said, until=place[0])
        unread = (tie.other for tie in linked if tie.other not in said)
        others = told_of(self._store, unread) | said
        found = [
            change
            for tie in linked
            if tie.other in others and _is_later(tie, others[tie.other], place)
            if (change := self._change(tie, said[tie.mine], others[tie.other], place[0]))
        ]
        yield from (change for change in sorted(found, key=_within) if self._is_new(change))

    def _change(self, tie: Tie, mine: Told, other: Told, at: str) -> Change | None:
        start, end = (mine, other) if tie.out else (other, mine)
        names = [self._scope.names(told) for told in (start, end)]
        if names == [None, None]:
            return None
        return Change(
            kind=CHANGES.get(tie.relation, tie.relation),
            at=at,
            watched=tuple(dict.fromkeys(name for part in names for name in part or ())),
            told=start,
            earlier=end,
            relation=tie.relation,
            reasons=tie.reasons,
            score=tie.score,
        )

    def _is_new(self, change: Change) -> bool:
        start, end = change.told, change.earlier
        assert start is not None
        assert end is not None
        if change.relation in _EACH or not (start.claim and end.claim):
            return True
        key = change.relation, start.claim, end.claim
        if key in self._told:
            return False
        self._told.add(key)
        return not (
            self._window.first
            and self._window.opens_after(start.since)
            and self._window.opens_after(end.since)
            and self._store.query(
                _KNOWN
                % {
                    "start": NamedNode(start.claim),
                    "end": NamedNode(end.claim),
                    "relation": NamedNode(vocab.KG + change.relation),
                    "first": Literal(self._window.first),
                }
            )
        )


def _is_later(tie: Tie, other: Told, place: tuple[str, str, str]) -> bool:
    """Whether the relation is told in this article: by the later of two, and once within one."""
    return tie.out if other.article == place[2] else other.place <= place


def _within(change: Change) -> tuple[int, str, str, str]:
    assert change.told is not None
    assert change.earlier is not None
    return change.told.start, change.told.iri, change.kind, change.earlier.iri
