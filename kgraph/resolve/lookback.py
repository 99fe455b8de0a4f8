"""Things in ordered blocks, in memory: what each sees of those before it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar


class Ranked(Protocol):
    """Something with a place in the order of its blocks."""

    @property
    def rank(self) -> str: ...  # noqa: D102


T = TypeVar("T", bound=Ranked)


def look_back(
    records: Iterable[T], keys: Callable[[T], Iterable[str]], limit: int
) -> Iterator[tuple[T, list[T]]]:
    """Each record with the latest ``limit`` before it in each of its blocks, both in their order."""
    blocks: defaultdict[str, list[T]] = defaultdict(list)
    for record in sorted(records, key=lambda one: one.rank):
        own = sorted(set(keys(record)))
        before = {one.rank: one for key in own for one in blocks[key][-limit:]}
        yield record, [before[rank] for rank in sorted(before)]
        for key in own:
            blocks[key].append(record)
