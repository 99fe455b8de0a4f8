"""Pairs that join things, kept beside the blocks they were found in, and what they connect."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from kgraph.resolve.blocks import Blocks

_SCHEMA = """
CREATE TABLE IF NOT EXISTS edge (
  kind TEXT, owner TEXT, a TEXT, b TEXT, value TEXT NOT NULL,
  PRIMARY KEY (a, kind, b, owner)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS edge_of_b ON edge (b, kind);
CREATE INDEX IF NOT EXISTS edge_of_owner ON edge (owner, kind);
"""


class Edges:
    """Pairs of one kind with what is said of them, each put there by an owner.

    Args:
        blocks: Where they are kept.
        kind: Their name.

    Attributes:
        touched: The ends of the edges that changed.
        owners: The owners whose edges changed.
    """

    def __init__(self, blocks: Blocks, kind: str) -> None:
        self._blocks = blocks
        self._kind = kind
        blocks.define(_SCHEMA, "edge")
        self.touched: dict[str, None] = {}
        self.owners: dict[str, None] = {}

    def put(self, owner: str, edges: Iterable[tuple[str, str, tuple[Any, ...]]]) -> None:
        """The owner's edges are these; the ends of those that changed count as touched."""
        old = {(a, b): value for a, b, value in self._rows(owner)}
        new = {(a, b): _text_of(value) for a, b, value in edges}
        for a, b in old.keys() - new.keys():
            self._blocks.execute(
                "DELETE FROM edge WHERE kind = ? AND owner = ? AND a = ? AND b = ?",
                (self._kind, owner, a, b),
            )
            self.touched.update({a: None, b: None})
            self.owners[owner] = None
        for (a, b), value in new.items():
            if old.get((a, b)) != value:
                self._blocks.execute(
                    "INSERT OR REPLACE INTO edge VALUES (?, ?, ?, ?, ?)",
                    (self._kind, owner, a, b, value),
                )
                self.touched.update({a: None, b: None})
                self.owners[owner] = None

    def owned(self, owner: str) -> Iterator[tuple[str, str, tuple[Any, ...]]]:
        """The owner's edges."""
        for a, b, value in self._rows(owner):
            yield a, b, _value_of(value)

    def _rows(self, owner: str) -> Iterable[tuple[str, str, str]]:
        return self._blocks.execute(
            "SELECT a, b, value FROM edge WHERE kind = ? AND owner = ?", (self._kind, owner)
        )

    def of(self, node: str) -> list[tuple[str, str, tuple[Any, ...]]]:
        """The edges of a node, sorted; an edge of two owners is there twice."""
        rows = self._blocks.execute(
            "SELECT a, b, value FROM edge WHERE kind = ?1 AND a = ?2"
            " UNION ALL SELECT a, b, value FROM edge WHERE kind = ?1 AND b = ?2",
            (self._kind, node),
        ).fetchall()
        return [(a, b, _value_of(value)) for a, b, value in sorted(rows)]

    def components(
        self, nodes: Iterable[str], joins: Callable[[Sequence[tuple[Any, ...]]], bool] = bool
    ) -> Iterator[tuple[list[str], list[tuple[str, str, tuple[Any, ...]]]]]:
        """The connected components of some nodes: their nodes, and the edges among these, sorted.

        Args:
            nodes: Any nodes; each component is given once.
            joins: Whether edges with these values, all between the same two nodes, connect them.
        """
        seen: set[str] = set()
        for start in nodes:
            if start in seen:
                continue
            seen.add(start)
            found, waiting = [start], [start]
            edges: dict[tuple[str, str], list[tuple[Any, ...]]] = {}
            while waiting:
                near: dict[tuple[str, str], list[tuple[Any, ...]]] = {}
                node = waiting.pop()
                for a, b, value in self.of(node):
                    near.setdefault((a, b), []).append(value)
                for (a, b), values in near.items():
                    edges[a, b] = values
                    other = b if a == node else a
                    if other not in seen and joins(values):
                        seen.add(other)
                        found.append(other)
                        waiting.append(other)
            members = set(found)
            yield (
                sorted(found),
                [
                    (a, b, value)
                    for (a, b), values in sorted(edges.items())
                    if a in members and b in members
                    for value in values
                ],
            )

    def forget_changes(self) -> None:
        """Nothing counts as touched."""
        self.touched.clear()
        self.owners.clear()


# Of all edges only few values differ: the rules that hold of two names, and what they add up to.
# Numbers are floats: 1 and 1.0 are one key and two texts.
@lru_cache(20_000)
def _text_of(value: tuple[Any, ...]) -> str:
    return json.dumps(value, ensure_ascii=False)


@lru_cache(20_000)
def _value_of(text: str) -> tuple[Any, ...]:
    return tuple(tuple(one) if isinstance(one, list) else one for one in json.loads(text))
