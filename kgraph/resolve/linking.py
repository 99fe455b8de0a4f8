"""Names and what gazetteers say they are."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Protocol

from kgraph.resolve.text import fold_name


class Known(Protocol):
    """An entry of a gazetteer.

    Attributes:
        id: Wikidata identifier, or any text that is its own.
        names: How it is called.
        type: What it is, "" where that is not said.
        valid_from: ISO 8601 time from which the names stand for it, ``valid_to`` until which; or "".
        source: Which gazetteer has it.
    """

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def names(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def type(self) -> str: ...  # noqa: D102
    @property
    def valid_from(self) -> str: ...  # noqa: D102
    @property
    def valid_to(self) -> str: ...  # noqa: D102
    @property
    def source(self) -> str: ...  # noqa: D102


class Links:
    """What name forms are known as, by gazetteers of which an earlier one overrules a later.

    A name that one gazetteer gives to several things is none of them: a wrong link is worse than
    none.
    """

    def __init__(self, entries: Iterable[Known] = ()) -> None:
        self._sources: dict[str, defaultdict[tuple[str, str], list[Known]]] = {}
        for entry in entries:
            table = self._sources.setdefault(entry.source, defaultdict(list))
            for name in dict.fromkeys(fold_name(name) for name in entry.names):
                table[entry.type, name].append(entry)

    @cached_property
    def governments(self) -> dict[str, str]:
        """What the folded names stand for as bodies that stand for places too: countries, capitals."""
        found: dict[str, str] = {}
        for table in self._sources.values():
            for kind, name in table:
                bodies = {entry.id for entry in table.get(("organization", name), ())}
                if kind == "place" and len(bodies) == 1:
                    found.setdefault(name, bodies.pop())
        return found

    def of(self, kind: str, folded: str, first: str = "", last: str = "") -> str:
        """Id of what a folded name of that type stands for, or "".

        Args:
            kind: Type of what is named.
            folded: The folded name.
            first: Month or day from which articles have the name, "" where none is dated.
            last: Month or day until which they have it.
        """
        for table in self._sources.values():
            for asked in (kind, ""):
                entries = table.get((asked, folded), ())
                found = {entry.id for entry in entries if _holds(entry, first, last)}
                if found:
                    return found.pop() if len(found) == 1 else ""
        return ""


def _holds(entry: Known, first: str, last: str) -> bool:
    """Whether the names of the entry were valid while the articles appeared."""
    if not first:
        return True
    return not (
        (bool(entry.valid_to) and _is_before(entry.valid_to, first))
        or _is_before(last, entry.valid_from)
    )


def _is_before(one: str, other: str) -> bool:
    """Whether the one time is surely earlier, told as roughly as the rougher of the two."""
    shared = min(len(one), len(other))
    return one[:shared] < other[:shared]


def is_wikidata(identifier: str) -> bool:
    """Whether the text is a Wikidata item.

    >>> is_wikidata("Q42"), is_wikidata("kremlin")
    (True, False)
    """
    return identifier[:1] == "Q" and identifier[1:].isdecimal()
