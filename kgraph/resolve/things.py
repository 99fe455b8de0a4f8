"""What is derived, by who owns it: the difference that a change makes is known thing by thing."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import msgspec

from kgraph.model import (
    Actor,
    Claim,
    CopyGroup,
    Doubt,
    Edge,
    Happening,
    Link,
    Shortcut,
    Telling,
    Thing,
)
from kgraph.resolve.blocks import Blocks
from kgraph.resolve.codec import packed, record_of, unpacked, values_of

_KINDS: dict[str, Callable[..., Thing]] = {
    kind.__name__: kind
    for kind in (Actor, Claim, CopyGroup, Doubt, Edge, Happening, Link, Shortcut, Telling)
}
_SCHEMA = """
CREATE TABLE IF NOT EXISTS thing (owner TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS edge_count (edge TEXT PRIMARY KEY, statements INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS found (
  link TEXT, owner TEXT, value BLOB NOT NULL, PRIMARY KEY (link, owner)) WITHOUT ROWID;
"""

_FOUND_TWICE = frozenset({"contradicts", "respondsTo", "confirms", "denies", "updates"})
"""Relations that more than one rule may find between two statements: the surest link stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is derived no longer, and what newly.

    Attributes:
        removed: Things that stood before.
        added: Things that stand now, and edges that stand as before where a thing that shared
            them is removed: what they say stays.
    """

    removed: tuple[Thing, ...] = ()
    added: tuple[Thing, ...] = ()


class Things:
    """The things of each owner, kept beside the blocks that they were derived from."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self._net: Counter[Thing] = Counter()
        self._edges: dict[str, Shortcut] = {}
        blocks.define(_SCHEMA, "thing", "edge_count", "found")

    def put(self, owner: str, things: Iterable[Thing] = ()) -> None:
        """The owner's things are these; no two owners have the same thing, but see ``_FOUND_TWICE``."""
        rows = [(type(thing).__name__, values_of(thing)) for thing in things]
        value = packed(rows) if rows else b""
        row = self._blocks.execute("SELECT value FROM thing WHERE owner = ?", (owner,)).fetchone()
        before = row[0] if row else b""
        if before == value:
            return
        old, new = set(_read(before)), set(_read(value))
        links = {_link(thing) for thing in old ^ new if _is_shared(thing)}
        self._net.subtract(thing for thing in old - new if not _is_shared(thing))
        self._net.subtract(one for link in links if (one := self._surest(link)))
        for thing in old - new:
            if _is_shared(thing):
                self._blocks.execute(
                    "DELETE FROM found WHERE link = ? AND owner = ?", (_link(thing), owner)
                )
        for thing in new - old:
            if _is_shared(thing):
                self._blocks.execute(
                    "INSERT OR REPLACE INTO found VALUES (?, ?, ?)",
                    (_link(thing), owner, packed([(Link.__name__, values_of(thing))])),
                )
        self._net.update(thing for thing in new - old if not _is_shared(thing))
        self._net.update(one for link in links if (one := self._surest(link)))
        for shortcut in (one for one in old - new if isinstance(one, Shortcut)):
            self._count(shortcut, -1)
        for shortcut in (one for one in new - old if isinstance(one, Shortcut)):
            self._count(shortcut, 1)
        if value:
            self._blocks.execute(
                "INSERT INTO thing VALUES (?, ?)"
                " ON CONFLICT (owner) DO UPDATE SET value = excluded.value",
                (owner, value),
            )
        else:
            self._blocks.execute("DELETE FROM thing WHERE owner = ?", (owner,))

    def changes(self) -> Changes:
        """What changed since the last call."""
        removed = tuple(thing for thing, count in self._net.items() if count < 0)
        added = [thing for thing, count in self._net.items() if count > 0]
        for edge, shortcut in self._edges.items():
            row = self._blocks.execute(
                "SELECT 1 FROM edge_count WHERE edge = ?", (edge,)
            ).fetchone()
            if row:
                added.append(replace(shortcut, statements=()))
        self._net, self._edges = Counter(), {}
        return Changes(removed=removed, added=tuple(added))

    def all(self) -> Iterator[Thing]:
        """All things, by owner; links that several rules found behind them."""
        for (value,) in self._blocks.execute("SELECT value FROM thing ORDER BY owner"):
            yield from (thing for thing in _read(value) if not _is_shared(thing))
        for (link,) in self._blocks.execute("SELECT DISTINCT link FROM found ORDER BY link"):
            if surest := self._surest(link):
                yield surest

    def _surest(self, link: str) -> Link | None:
        """Of what rules found between two statements, that of the highest score."""
        rows = self._blocks.execute("SELECT value FROM found WHERE link = ?", (link,))
        found = [one for (value,) in rows for one in _read(value) if isinstance(one, Link)]
        return max(found, key=lambda one: (one.score, one.reasons), default=None)

    def _count(self, shortcut: Shortcut, change: int) -> None:
        edge = f"{shortcut.start} {shortcut.act} {shortcut.end}"
        self._edges[edge] = shortcut
        self._blocks.execute(
            "INSERT INTO edge_count VALUES (?1, ?2)"
            " ON CONFLICT (edge) DO UPDATE SET statements = statements + ?2",
            (edge, change),
        )
        self._blocks.execute("DELETE FROM edge_count WHERE edge = ? AND statements = 0", (edge,))


def _is_shared(thing: Thing) -> bool:
    return isinstance(thing, Link) and thing.relation in _FOUND_TWICE


def _link(thing: Thing) -> str:
    assert isinstance(thing, Link)
    return f"{thing.relation} {thing.start} {thing.end}"


def _read(value: bytes) -> Iterator[Thing]:
    if value:
        for name, values in unpacked(list[tuple[str, msgspec.Raw]], value):
            yield record_of(_KINDS[name], bytes(values))
