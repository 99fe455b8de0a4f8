"""The figures of a run as a table to read, or as one JSON object."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kgraph.evaluate.compare import Difference
from kgraph.evaluate.faults import KINDS as FAULTS
from kgraph.evaluate.figures import KINDS, Tally

_TITLES = {
    "kind": "recall by kind",
    "cue": "recall by cue",
    "quotation": "recall by quotation",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that is told of a run.

    Attributes:
        name: The extractor, or the file that the run was saved in.
        against: The run that it is compared with, or "".
        intervals: 95 % intervals of F1 by measure; empty where none were asked for.
        differences: By measure; empty without another run.
        words_per_second: Of processor time; None for a saved run.
    """

    name: str
    tally: Tally
    intervals: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    against: str = ""
    differences: Mapping[str, Difference] = field(default_factory=dict)
    words_per_second: float | None = None


def to_record(report: Report) -> dict[str, Any]:
    """The report as plain lists and dicts, every figure in full."""
    tally = report.tally
    reliability = tally.reliability()
    record: dict[str, Any] = {
        "run": report.name,
        "articles": tally.articles,
        "words": tally.words,
        "measures": {
            measure: {
                "precision": score.precision,
                "recall": score.recall,
                "f1": score.f1,
                "right": score.right,
                "found": score.found,
                "gold": score.gold,
                **({"f1_95": list(report.intervals[measure])} if report.intervals else {}),
            }
            for measure, score in tally.total().items()
        },
        "recall": {
            table: {
                row: {
                    "gold": score.gold,
                    "content-soft": score.found / score.gold,
                    "triple-soft": score.recall,
                }
                for row in rows
                if (score := tally.by_kind.get((table, row))) is not None
            }
            for table, rows in KINDS.items()
        },
        "faults": {kind: tally.faults[kind] for kind in FAULTS},
    }
    if reliability is not None:
        record["reliability"] = {
            "brier": reliability.brier,
            "base_brier": reliability.base_brier,
            "ece": reliability.ece,
            "bins": [
                {"low": b.low, "high": b.high, "found": b.count, "mean": b.mean, "right": b.right}
                for b in reliability.bins
            ],
            "kept": [
                {
                    "min_confidence": least,
                    "found": score.found,
                    "precision": score.precision,
                    "recall": score.recall,
                }
                for least, score in reliability.kept.items()
            ],
        }
    if report.words_per_second is not None:
        record["words_per_second"] = report.words_per_second
    if report.against:
        record["against"] = report.against
        record["differences"] = {
            measure: {
                "f1": d.difference,
                "low": d.low,
                "high": d.high,
                "better": d.better,
            }
            for measure, d in report.differences.items()
        }
    return record


def to_text(report: Report) -> str:
    """The report as tables of plain text."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    tally = report.tally
    total = tally.total()
    first = total["triple-soft"]
    yield (
        f"{report.name}: {tally.articles} articles, {first.gold} attributions, {first.found} found"
    )
    yield ""
    yield from _measures(report)
    for table, rows in KINDS.items():
        yield ""
        shown = [(row, tally.by_kind[table, row]) for row in rows if (table, row) in tally.by_kind]
        yield from _table(
            (_TITLES[table], "gold", "content-soft", "triple-soft"),
            ((row, str(s.gold), f"{s.found / s.gold:.3f}", f"{s.recall:.3f}") for row, s in shown),
        )
    yield from _reliability(tally)
    yield ""
    yield from _table(
        ("faults", "number"),
        ((kind, str(tally.faults[kind])) for kind in FAULTS if tally.faults[kind]),
    )
    if report.words_per_second is not None:
        yield ""
        yield f"{report.words_per_second:,.0f} words a second of processor time"
    if report.differences:
        yield ""
        yield from _table(
            (f"F1 less that of {report.against}", "difference", "95 %", "P(better)"),
            (
                (
                    measure,
                    f"{d.difference:+.3f}",
                    f"{d.low:+.3f} to {d.high:+.3f}",
                    f"{d.better:.3f}",
                )
                for measure, d in report.differences.items()
            ),
        )


def _measures(report: Report) -> Iterator[str]:
    head = ("", "P", "R", "F1", *(("95 %",) if report.intervals else ()))
    rows = []
    for measure, score in report.tally.total().items():
        row = [measure, f"{score.precision:.3f}", f"{score.recall:.3f}", f"{score.f1:.3f}"]
        if report.intervals:
            low, high = report.intervals[measure]
            row.append(f"{low:.3f}–{high:.3f}")
        rows.append(tuple(row))
    yield from _table(head, rows)


def _reliability(tally: Tally) -> Iterator[str]:
    reliability = tally.reliability()
    if reliability is None:
        return
    yield ""
    yield from _table(
        ("confidence", "found", "mean", "right"),
        (
            (f"{b.low:.1f}–{b.high:.1f}", str(b.count), f"{b.mean:.3f}", f"{b.right:.3f}")
            for b in reliability.bins
        ),
    )
    yield (
        f"Brier score {reliability.brier:.3f} (one constant confidence: "
        f"{reliability.base_brier:.3f}), expected calibration error {reliability.ece:.3f}"
    )
    yield ""
    yield from _table(
        ("--min-confidence", "found", "P", "R"),
        (
            (f"{least:.2f}", str(s.found), f"{s.precision:.3f}", f"{s.recall:.3f}")
            for least, s in reliability.kept.items()
        ),
    )


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """The rows under their head, the first column left, the others right."""
    lines = [head, *rows]
    widths = [max(len(line[n]) for line in lines) for n in range(len(head))]
    for line in lines:
        rest = (cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))
        yield "  ".join([line[0].ljust(widths[0]), *rest]).rstrip()
