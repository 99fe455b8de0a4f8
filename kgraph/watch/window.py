"""From one day to another: which dates of mixed precision lie between them."""

from dataclasses import dataclass

from pyoxigraph import Literal

from kgraph import days
from kgraph.errors import CallError


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Dates from ``first`` to ``last``, both included and as precise as given.

    Attributes:
        first: ISO 8601 day, month or year; "" for no bound.
        last: The same for the end: "2025-05" holds all of May.
    """

    first: str = ""
    last: str = ""

    def holds(self, value: str) -> bool:
        """Whether the ISO 8601 date or date-time lies in the window.

        >>> window = Window(first="2025-04-28", last="2025-05")
        >>> [window.holds(d) for d in ("2025-04-27", "2025-04-28T09:00", "2025-05-31", "2025-06")]
        [False, True, True, False]
        """
        return not self.opens_after(value) and value[: len(self.last)] <= self.last

    def opens_after(self, value: str) -> bool:
        """Whether the date lies before the window; no date lies before any first day."""
        return value[: len(self.first)] < self.first

    def filter(self, variable: str) -> str:
        """The same as SPARQL, for a variable that holds the date's text."""
        conditions = ["true"]
        if self.first:
            start = f"SUBSTR({variable}, 1, {len(self.first)})"
            conditions.append(f"{start} >= {Literal(self.first)}")
        if self.last:
            conditions.append(f"SUBSTR({variable}, 1, {len(self.last)}) <= {Literal(self.last)}")
        return f"FILTER({' && '.join(conditions)})"


def window(first: str = "", last: str = "") -> Window:
    """The window between two dates as a person gives them; "" is no bound.

    Raises:
        CallError: One is no date, or the last comes before the first.
    """
    for name, value in (("--from", first), ("--to", last)):
        if value:
            days.checked(name, value)
    common = min(len(first), len(last))
    if last[:common] < first[:common]:
        raise CallError(f"--to {last}", f"it is before --from {first}", "turn them round")
    return Window(first=first, last=last)
