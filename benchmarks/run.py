"""Run the benchmarks of floors.json one after the other and hold them against their floors.

    python benchmarks/run.py [--corpora DIR] [--only NAME]… [--allow-missing]

An entry of floors.json:

    {"name": "…", "run": ["{python}", "-m", "kgraph", …, "{corpora}/polnear/dev.jsonl", …],
     "needs": ["polnear/dev.jsonl"], "about": "…", "floors": [
       {"figure": "measures.triple-soft.f1", "floor": 0.68},
       {"figure": "…", "floor": 3, "direction": "at most"}]}

``run`` is a command, started at the repository's root, that writes a JSON object to the file
``{out}``; a figure is a dotted path in it. ``needs`` are files in the folder of corpora, which
aren't part of the repository. Exit code 1: a floor fell, a command failed, or a corpus is missing
and that isn't allowed.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter

ROOT = Path(__file__).parent.parent
FLOORS = Path(__file__).parent / "floors.json"


class Floor(BaseModel):
    """A figure and what it may not fall under (or, "at most", not rise over)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    figure: str
    floor: float
    direction: Literal["at least", "at most"] = "at least"

    def holds(self, value: float) -> bool:
        """Whether the value is on the right side."""
        return value >= self.floor if self.direction == "at least" else value <= self.floor


class Entry(BaseModel):
    """One benchmark: a command that writes figures, and their floors."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    run: tuple[str, ...]
    floors: tuple[Floor, ...]
    needs: tuple[str, ...] = ()
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the table."""

    name: str
    figure: str
    value: str
    floor: str
    outcome: Literal["ok", "FELL", "FAILED", "MISSING", "left out"]
    why: str = ""


def read(path: Path) -> list[Entry]:
    """The entries of a file of floors."""
    return TypeAdapter(list[Entry]).validate_json(path.read_bytes())


def figure(record: Any, path: str) -> float:
    """The number at a dotted path; a part that is a number picks from a list.

    >>> figure({"a": [{"b": 0.5}]}, "a.0.b")
    0.5
    """
    for part in path.split("."):
        record = record[int(part)] if isinstance(record, list) else record[part]
    return float(record)


def outcomes(entry: Entry, corpora: Path | None, *, allow_missing: bool) -> Iterator[Row]:
    """The rows of one entry, once its command has ended."""
    missing = [name for name in entry.needs if corpora is None or not (corpora / name).is_file()]
    if missing:
        where = f"put them into {corpora}" if corpora else "give the folder that holds them"
        yield Row(
            name=entry.name,
            figure="",
            value="",
            floor="",
            outcome="left out" if allow_missing else "MISSING",
            why=f"needs {', '.join(missing)}; {where} (make bench CORPORA=DIR)",
        )
        return
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "figures.json"
        given = {"python": sys.executable, "corpora": str(corpora), "out": str(out)}
        command = [word.format(**given) for word in entry.run]
        ran = subprocess.run(
            command, cwd=ROOT, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        if ran.returncode or not out.is_file():
            said = ran.stdout.decode(errors="replace").strip().splitlines()
            yield Row(
                name=entry.name,
                figure="",
                value="",
                floor="",
                outcome="FAILED",
                why=f"exit code {ran.returncode}: {said[-1] if said else 'no figures written'}",
            )
            return
        record = json.loads(out.read_text(encoding="utf-8"))
    for floor in entry.floors:
        words = f"{floor.direction} {floor.floor:g}"
        try:
            value = figure(record, floor.figure)
        except (KeyError, IndexError, TypeError, ValueError):
            yield Row(
                name=entry.name, figure=floor.figure, value="", floor=words, outcome="FAILED",
                why="there is no such figure",
            )  # fmt: skip
            continue
        yield Row(
            name=entry.name,
            figure=floor.figure,
            value=f"{value:.4g}",
            floor=words,
            outcome="ok" if floor.holds(value) else "FELL",
        )


def table(rows: Iterable[Row]) -> Iterator[str]:
    """The rows as Markdown, one string a line."""
    yield "| benchmark | figure | value | floor | |"
    yield "| --- | --- | --- | --- | --- |"
    for row in rows:
        outcome = f"{row.outcome}: {row.why}" if row.why else row.outcome
        yield f"| {row.name} | {row.figure} | {row.value} | {row.floor} | {outcome} |"


def main() -> None:
    """Read the call's words, run, print; the exit code tells whether all floors hold."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpora", type=Path, help="folder of annotated corpora")
    parser.add_argument("--only", action="append", metavar="NAME", help="run only this entry")
    parser.add_argument("--allow-missing", action="store_true", help="a missing corpus is no fault")
    parser.add_argument("--floors", type=Path, default=FLOORS)
    arguments = parser.parse_args()
    entries = read(arguments.floors)
    unknown = {*(arguments.only or ())} - {entry.name for entry in entries}
    if unknown:
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    corpora = arguments.corpora.resolve() if arguments.corpora else None
    good = True

    def rows() -> Iterator[Row]:
        nonlocal good
        for entry in entries:
            if arguments.only and entry.name not in arguments.only:
                continue
            for row in outcomes(entry, corpora, allow_missing=arguments.allow_missing):
                good = good and row.outcome in ("ok", "left out")
                yield row

    for line in table(rows()):
        print(line, flush=True)
    if not good:
        print("a floor fell, or a benchmark could not be run", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
