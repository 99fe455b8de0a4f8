"""What a thing of many members has in all of them together, counted as they come and go."""

from collections.abc import Iterable, Iterator

from kgraph.resolve.blocks import Blocks

_SCHEMA = """
CREATE TABLE IF NOT EXISTS tallied (
  owner TEXT, kind TEXT, value TEXT, times INTEGER NOT NULL,
  PRIMARY KEY (owner, kind, value)) WITHOUT ROWID;
"""


class Tallies:
    """How many members of an owner have a value, by kinds of value."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        blocks.define(_SCHEMA, "tallied")

    def count(self, owner: str, values: Iterable[tuple[str, str]], times: int) -> None:
        """Each value, given with its kind, is had by so many members more, or less."""
        for kind, value in values:
            row = (owner, kind, value)
            self._blocks.execute(
                "INSERT INTO tallied VALUES (?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET times = times + excluded.times",
                (*row, times),
            )
            if times < 0:
                self._blocks.execute(
                    "DELETE FROM tallied WHERE owner = ? AND kind = ? AND value = ? AND times = 0",
                    row,
                )

    def of(self, owner: str, kind: str) -> Iterator[tuple[str, int]]:
        """The values of a kind, sorted, with how many members have them."""
        return self._blocks.execute(
            "SELECT value, times FROM tallied WHERE owner = ? AND kind = ? ORDER BY value",
            (owner, kind),
        )

    def least(self, owner: str, kind: str) -> str:
        """The first value of a kind, or ""."""
        return next((value for value, _ in self.of(owner, kind)), "")
