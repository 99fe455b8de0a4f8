"""Records in ordered blocks, kept in one SQLite file: what makes resolution incremental.

A record stands in the blocks of its keys, in the order of its rank. Putting in, changing or taking
out a record notes the places that it had and has; ``followers`` then tells who looked back over
such a place and has to be looked at anew. What depends only on what ``before`` and ``first`` gave
is therefore the same whatever the order in which records came, and a change costs the same in a
large collection as in a small one.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from kgraph.resolve.codec import data_of, record_of
from kgraph.resolve.dates import UNDATED, shifted
from kgraph.resolve.hashes import hashed


class Record(Protocol):
    """A frozen dataclass of texts, numbers, truth values, None and nested tuples of them."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


R = TypeVar("R", bound=Record)
Place = tuple[str, str]
"""Key of a block, and rank."""

LAST = "\U0010ffff"
"""Behind every rank."""

_ZONES = 2
"""Days that are between two ranks, which are in UTC, and not between the dates in their zones."""

# A table WITHOUT ROWID reads a row of many megabytes whole whenever its search comes past it, and
# a fact can be that long.
_SCHEMA = """
CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS record (
  kind TEXT, id TEXT, value BLOB NOT NULL, PRIMARY KEY (id, kind));
CREATE TABLE IF NOT EXISTS place (
  block INTEGER, rank TEXT, id TEXT, PRIMARY KEY (block, rank, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tally (block INTEGER PRIMARY KEY, records INTEGER NOT NULL);
"""


class Blocks:
    """The file, its facts and its transactions.

    Args:
        file: Where it is kept, or ":memory:". It holds nothing that can't be made anew.
        format_: Number of the form in which it is kept; what is there in another one goes.
    """

    def __init__(self, file: Path | str, format_: int = 1) -> None:
        try:
            self._connection = _opened(file)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            # It is damaged, and can be made anew.
            for end in ("", "-wal", "-shm"):
                Path(f"{file}{end}").unlink(missing_ok=True)
            self._connection = _opened(file)
        self._tables: dict[str, None] = {}
        self._drop_unless(format_)
        self.define(_SCHEMA, "fact", "record", "place", "tally")
        self._version = self._data_version()

    def define(self, schema: str, *tables: str) -> None:
        """Tables of these names are there, made by the schema where they were not."""
        self._connection.executescript(schema)
        self._tables.update(dict.fromkeys(tables))

    def execute(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        """Runs one statement; ``sql`` is the program's own text, never data."""
        return self._connection.execute(sql, values)

    def execute_many(self, sql: str, values: Iterable[Sequence[object]]) -> None:
        """Runs one statement for each of several sets of values; see ``execute``."""
        self._connection.executemany(sql, values)

    def begin(self) -> None:
        """What follows is kept together at ``commit``, or not at all."""
        self.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """What was done since ``begin`` is kept."""
        self.execute("COMMIT")

    def is_others(self) -> bool:
        """Whether another connection has written in the file since the last call."""
        before, self._version = self._version, self._data_version()
        return before != self._version

    def fact(self, name: str) -> str:
        """A text that is kept under a name, "" where there is none."""
        row = self.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
        return row[0] if row else ""

    def set_fact(self, name: str, value: str) -> None:
        """The text is kept under the name."""
        self.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (name, value))

    def clear(self) -> None:
        """Nothing is kept."""
        for table in self._tables:
            self.execute(f"DELETE FROM {table}")  # noqa: S608 -- names of our own

    def _drop_unless(self, format_: int) -> None:
        """Tables of another format are gone: their columns may be others."""
        if self.execute("PRAGMA user_version").fetchone()[0] == format_:
            return
        self.begin()
        found = self.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        for (table,) in found:
            self.execute(f'DROP TABLE "{table}"')
        self.execute(f"PRAGMA user_version = {format_:d}")
        self.commit()

    def _data_version(self) -> int:
        # It does not change with what this connection writes.
        found: int = self.execute("PRAGMA data_version").fetchone()[0]
        return found

    def close(self) -> None:
        """Lets go of the file; what was not committed is gone."""
        self._connection.close()


def _opened(file: Path | str) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -524288")
    # Moving the log into the file is what takes time at a commit: seldom, then.
    connection.execute("PRAGMA wal_autocheckpoint = 20000")
    # Many builds write zeros over all that goes, which is most of what clearing would take.
    connection.execute("PRAGMA secure_delete = FAST")
    # It grows with a transaction: to the size of the file where all is made anew.
    connection.execute("PRAGMA journal_size_limit = 134217728")
    return connection


class Table(Generic[R]):
    """Records of one kind by their id, and in the blocks of their keys.

    Args:
        blocks: Where they are kept.
        kind: The class of the records.
        keys: The blocks that a record stands in; a function of the record alone. A record with
            any has a ``rank``, its place in their order, which no other record has.
        counted: Whether ``count`` is asked for.
        remembered: Records that are kept in memory, once to twice as many.

    Attributes:
        changed: Ids of the records that came, changed or went, each with what was there before.
    """

    def __init__(
        self,
        blocks: Blocks,
        kind: type[R],
        keys: Callable[[R], Iterable[str]] = lambda _: (),
        *,
        counted: bool = False,
        remembered: int = 5_000,
    ) -> None:
        self._blocks = blocks
        self._kind = kind
        self._name = kind.__name__
        self._keys = keys
        self._counted = counted
        self._remembered = remembered
        self._touched: dict[Place, None] = {}
        self._recent: dict[str, R] = {}
        self._older: dict[str, R] = {}
        self.changed: dict[str, R | None] = {}

    def get(self, id_: str) -> R | None:
        """The record of that id."""
        found = self._recent.get(id_) or self._older.get(id_)
        if found is None:
            row = self._blocks.execute(
                "SELECT value FROM record WHERE kind = ? AND id = ?", (self._name, id_)
            ).fetchone()
            if row is None:
                return None
            found = record_of(self._kind, row[0])
        return self._remember(id_, found)

    def known(self, id_: str) -> R:
        """The record of an id that has one."""
        record = self.get(id_)
        assert record is not None
        return record

    def put(self, id_: str, record: R) -> bool:
        """The record is kept; False where it was there just so."""
        old = self.get(id_)
        if old == record:
            return False
        self._remember(id_, record)
        # Replacing the row would write its index anew as well.
        self._blocks.execute(
            "INSERT INTO record VALUES (?, ?, ?)"
            " ON CONFLICT (id, kind) DO UPDATE SET value = excluded.value",
            (self._name, id_, data_of(record)),
        )
        self._place(id_, old, record)
        self.changed.setdefault(id_, old)
        return True

    def drop(self, id_: str) -> R | None:
        """The record is gone; gives it, or None where there was none."""
        old = self.get(id_)
        if old is None:
            return None
        self._recent.pop(id_, None)
        self._older.pop(id_, None)
        self._blocks.execute("DELETE FROM record WHERE kind = ? AND id = ?", (self._name, id_))
        self._place(id_, old, None)
        self.changed.setdefault(id_, old)
        return old

    def replace(self, old: Iterable[str], new: Iterable[tuple[str, R]]) -> None:
        """Of the records of the ids ``old`` those stay that are among the new ones."""
        coming = dict(new)
        for id_ in old:
            if id_ not in coming:
                self.drop(id_)
        for id_, record in coming.items():
            self.put(id_, record)

    def of(self, key: str) -> Iterator[R]:
        """The records of a block, in their order."""
        return (self.known(id_) for id_ in self.ids(key))

    def ids(self, key: str) -> list[str]:
        """The ids of the records of a block, in their order."""
        return [
            id_
            for (id_,) in self._blocks.execute(
                "SELECT id FROM place WHERE block = ? ORDER BY rank", (self._block(key),)
            )
        ]

    def first(self, key: str, limit: int, skip: int = 0) -> list[R]:
        """The first records of a block behind ``skip`` others, in their order."""
        rows = self._blocks.execute(
            "SELECT id FROM place WHERE block = ? ORDER BY rank LIMIT ? OFFSET ?",
            (self._block(key), limit, skip),
        ).fetchall()
        return [self.known(id_) for (id_,) in rows]

    def rank_at(self, key: str, index: int) -> str:
        """The rank of a block's record of that index, ``LAST`` where it has no more than that."""
        row = self._blocks.execute(
            "SELECT rank FROM place WHERE block = ? ORDER BY rank LIMIT 1 OFFSET ?",
            (self._block(key), index),
        ).fetchone()
        return row[0] if row else LAST

    def count(self, key: str) -> int:
        """How many records a block has."""
        row = self._blocks.execute(
            "SELECT records FROM tally WHERE block = ?", (self._block(key),)
        ).fetchone()
        return row[0] if row else 0

    def earlier(
        self, keys: Iterable[str], rank: str, limit: int, days: int | None = None
    ) -> list[R]:
        """The last ``limit`` records of each block that stand before a rank, in their order.

        Args:
            keys: Those of the blocks.
            rank: The rank.
            limit: How many of each block.
            days: Ranks begin as ``dates.sortable`` has it, and what is more days older is not
                wanted; some of it is given all the same. What has no date has all before it.
        """
        first = _since(rank, days)
        found: dict[str, str] = {}
        for key in keys:
            found.update(
                self._blocks.execute(
                    "SELECT rank, id FROM place WHERE block = ? AND rank >= ? AND rank < ?"
                    " ORDER BY rank DESC LIMIT ?",
                    (self._block(key), first, rank, limit),
                )
            )
        return [self.known(found[rank]) for rank in sorted(found)]

    def followers(self, prefix: str, limit: int, days: int | None = None) -> Iterator[str]:
        """Ids of what looks back over a touched place, or stands there itself.

        Args:
            prefix: What the keys begin with that are looked back by.
            limit: How far records look back in each of their blocks.
            days: How many days they look back, as in ``earlier``.
        """
        for key, rank in self._touched:
            if key.startswith(prefix):
                yield from (
                    id_
                    for later, id_ in self._blocks.execute(
                        "SELECT rank, id FROM place WHERE block = ? AND rank >= ?"
                        " ORDER BY rank LIMIT ?",
                        (self._block(key), rank, limit + 1),
                    )
                    if _since(later, days) <= rank
                )

    def askers(
        self, looked_at: "Table[Any]", prefix: str, limit: int, days: int | None = None
    ) -> Iterator[str]:
        """Ids of records here that look back over a touched place of another table.

        Args:
            looked_at: The other table, whose blocks have the same keys.
            prefix: What the keys begin with that are looked back by.
            limit: How many records of the other table each looks back over in a block.
            days: How many days they look back, as in ``earlier``.
        """
        for key, rank in looked_at._touched:  # noqa: SLF001 -- of the same class
            if not key.startswith(prefix):
                continue
            row = self._blocks.execute(
                "SELECT rank FROM place WHERE block = ? AND rank > ? ORDER BY rank"
                " LIMIT 1 OFFSET ?",
                (looked_at._block(key), rank, limit - 1),  # noqa: SLF001
            ).fetchone()
            yield from (
                id_
                for later, id_ in self._blocks.execute(
                    "SELECT rank, id FROM place WHERE block = ? AND rank > ? AND rank <= ?",
                    (self._block(key), rank, row[0] if row else LAST),
                )
                if _since(later, days) <= rank
            )

    def forget_changes(self) -> None:
        """Nothing counts as touched or changed."""
        self._touched.clear()
        self.changed.clear()

    def _remember(self, id_: str, record: R) -> R:
        """One update reads the same few records many times, and the next ones some of them."""
        self._recent[id_] = record
        if len(self._recent) > self._remembered:
            self._recent, self._older = {}, self._recent
        return record

    def touched(self) -> dict[str, str]:
        """The keys of the blocks in which anything changed, each with the first touched rank."""
        found: dict[str, str] = {}
        for key, rank in self._touched:
            found[key] = min(rank, found.get(key, LAST))
        return found

    def _block(self, key: str) -> int:
        # 63 bits: among 10⁸ blocks two fall together with a probability of 0.0005.
        return hashed(f"{self._name}\x1f{key}", 63)

    def _place(self, id_: str, old: R | None, new: R | None) -> None:
        """The record stands in its places; those that it had and has count as touched."""
        before, now = self._places(old), self._places(new)
        self._touched.update(dict.fromkeys([*before, *now]))
        going = [place for place in before if place not in now]
        coming = [place for place in now if place not in before]
        for sql, places, change in (
            ("DELETE FROM place WHERE block = ? AND rank = ? AND id = ?", going, -1),
            ("INSERT INTO place VALUES (?, ?, ?)", coming, 1),
        ):
            rows = [(self._block(key), rank, id_) for key, rank in places]
            if rows:
                self._blocks.execute_many(sql, rows)
            if rows and self._counted:
                self._blocks.execute_many(
                    "INSERT INTO tally VALUES (?1, ?2)"
                    " ON CONFLICT (block) DO UPDATE SET records = records + ?2",
                    [(block, change) for block, _, _ in rows],
                )

    def _places(self, record: R | None) -> dict[Place, None]:
        keys = [] if record is None else list(self._keys(record))
        return dict.fromkeys((key, _rank(record)) for key in keys)


_rank: Callable[[Any], str] = attrgetter("rank")


def _since(rank: str, days: int | None) -> str:
    """The first rank that a rank looks back over; itself where it begins with no date that sorts."""
    if days is None or rank >= UNDATED:
        return ""
    return shifted(rank, -days - _ZONES) or rank
