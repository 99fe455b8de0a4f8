"""How many independent origins a claim had before a window of time, and has at its end."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kgraph.model import Article
from kgraph.resolve.claims import count_origins
from kgraph.resolve.copies import work_of
from kgraph.resolve.text import fold_name
from kgraph.store import Store, select
from kgraph.watch.told import value
from kgraph.watch.window import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """How the origins of a claim grew in a window.

    Attributes:
        before: How many it had before; 0 where the claim is new.
        after: How many it has at the end.
        outlets: How many outlets carry it at the end.
        gained: IRI of the statement in the window that brought another origin, or "".
        spread: IRI of the statement in the window that brought a second outlet, or "".
    """

    before: int
    after: int
    outlets: int
    gained: str = ""
    spread: str = ""

    @property
    def is_single(self) -> bool:
        """Whether several outlets carry the claim, and all have it from one origin."""
        return self.outlets > 1 and self.after == 1


_MEMBERS = """
SELECT DISTINCT ?iri ?published ?article ?key ?outlet ?group ?relay ?credited WHERE {
  ?iri kg:makesClaim %s ; kg:inArticle ?article .
  GRAPH ?article { ?article kg:key ?key }
  OPTIONAL { ?iri kg:published ?published }
  OPTIONAL { GRAPH ?article { ?article schema:publisher ?publisher . ?publisher schema:name ?outlet } }
  OPTIONAL { ?article kg:inCopyGroup ?group }
  OPTIONAL { ?iri kg:relayedBy ?by . ?by schema:name ?relay }
  OPTIONAL { GRAPH ?article { ?article kg:credits ?agency . ?agency schema:name ?credited } }
}
"""


def growth(store: Store, claim: str, window: Window) -> Growth:
    """How the origins of a claim grew in the window, by publication."""
    members = [m for m in _members(store, claim) if not _is_later(m, window)]
    known = sum(window.opens_after(m.published) for m in members)
    before, after = count_origins(members[:known]), count_origins(members)
    return Growth(
        before=before,
        after=after,
        outlets=len(_outlets(members)),
        gained=_step(members, known, before) if known and after > before else "",
        spread=_second_outlet(members, known),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Member:
    """As much of a statement as origins are counted by; names folded but for ``carrier``."""

    iri: str
    key: str
    carrier: str
    published: str
    unit: str
    outlet: str
    credits: tuple[str, ...]
    relays: tuple[str, ...]


def _members(store: Store, claim: str) -> list[_Member]:
    """The statements of a claim with what their origin shows by, by publication."""
    facts: dict[str, dict[str, str]] = {}
    relays: defaultdict[str, set[str]] = defaultdict(set)
    credited: defaultdict[str, set[str]] = defaultdict(set)
    for row in select(store, _MEMBERS % NamedNode(claim)):
        iri = value(row, "iri")
        facts[iri] = {n: value(row, n) for n in ("published", "article", "key", "outlet", "group")}
        relays[iri].update(filter(None, [value(row, "relay")]))
        credited[iri].update(filter(None, [value(row, "credited")]))
    made = [
        _member(iri, fact, sorted(relays[iri]), sorted(credited[iri]))
        for iri, fact in facts.items()
    ]
    return sorted(made, key=lambda m: (m.published, m.key, m.iri))


def _member(iri: str, fact: dict[str, str], relays: list[str], credited: list[str]) -> _Member:
    article = Article(key=fact["key"], text="", outlet=fact["outlet"])
    return _Member(
        iri=iri,
        key=fact["key"],
        carrier=fact["outlet"] or fact["key"],
        published=fact["published"],
        unit=fact["group"] or work_of(article),
        outlet=fold_name(fact["outlet"]),
        credits=tuple(map(fold_name, credited)),
        relays=tuple(map(fold_name, relays)),
    )


def _step(members: list[_Member], known: int, before: int) -> str:
    """The statement with which the count first is above ``before``, found by halving."""
    low, high = known, len(members)
    while high - low > 1:
        middle = (low + high) // 2
        if count_origins(members[:middle]) > before:
            high = middle
        else:
            low = middle
    return members[high - 1].iri


def _second_outlet(members: list[_Member], known: int) -> str:
    seen = _outlets(members[:known])
    if len(seen) < 2:
        for member in members[known:]:
            seen |= _outlets([member])
            if len(seen) == 2:
                return member.iri
    return ""


def _outlets(members: Iterable[_Member]) -> set[str]:
    return {m.carrier for m in members}


def _is_later(member: _Member, window: Window) -> bool:
    at = member.published
    return not window.holds(at) and not window.opens_after(at)
