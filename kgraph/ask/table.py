"""Rows as an aligned table of plain text."""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from kgraph.ask.terms import cut, padded, shown

_GAP = "  "
_NARROWEST = 6


def write_table(
    columns: tuple[str, ...], rows: Iterable[tuple[object, ...]], width: int
) -> Iterator[str]:
    r"""Lines of a table no wider than asked where that is possible; long cells end in an ellipsis.

    >>> print("\n".join(write_table(("name", "n"), [("Ann", 1)], 40)))
    name  n
    ----  -
    Ann   1
    """
    texts = [[shown(cell) if not isinstance(cell, int) else str(cell) for cell in r] for r in rows]
    wants = [
        max(cell_len(name), *(cell_len(row[place]) for row in texts), 1)
        for place, name in enumerate(columns)
    ]
    widths = _fit(wants, width - len(_GAP) * (len(columns) - 1))
    for row in [list(columns), ["-" * w for w in widths], *texts]:
        cells = (padded(cut(cell, w), w) for cell, w in zip(row, widths, strict=True))
        yield _GAP.join(cells).rstrip()


def _fit(wants: list[int], room: int) -> list[int]:
    """Widths that fill the room: columns that want little get it, the others share the rest."""
    widths = [0] * len(wants)
    left, waiting = room, sorted(range(len(wants)), key=lambda place: wants[place])
    for done, place in enumerate(waiting):
        share = max(_NARROWEST, left // (len(waiting) - done))
        widths[place] = min(wants[place], share)
        left -= widths[place]
    return widths
