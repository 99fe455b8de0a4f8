"""What one more article costs: python benchmarks/resolve.py --store DIR [--sizes 1000,10000,100000].

* newsroom: articles of ``newsroom`` are put into a store; at each size a hundred more come in one by one,
  each resolved by itself, and the processor time of resolving is measured. ``--month`` dates all of
  them within one month; ``--unread`` leaves out the network that reads statements together.
* rebuild: the derived graphs made anew from all evidence, at the sizes of ``--rebuild``.
* presidents: with ``--articles FILE.jsonl``, real articles in order of their date: extracting and
  resolving timed article by article, the last hundred against the hundred from 100 on. With
  ``--together 50`` so many are resolved at a time, as ``kgraph ingest`` does.
* memory: the most that this process has held so far. Disk: the whole folder of the store.

Loading takes long; ended at any time, the same call goes on where it was, and what was measured is
kept beside the store in ``measured.json``. ``--small`` is sizes of 50 and 500 in memory, of five
articles a day, for floors.
"""

import argparse
import functools
import json
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from newsroom import Newsroom

from kgraph import pipeline
from kgraph.errors import InputRefused
from kgraph.extract import DEFAULT_EXTRACTOR, load_extractor
from kgraph.ingest import read
from kgraph.judge import ANSWERS, RELATIONS, Judgement
from kgraph.model import Extraction
from kgraph.resolve import collection, stages_stories
from kgraph.store import MemoryStore, Store, open_store

ADDED = 100
"""Articles that are timed at each size."""

WARM = 5
"""Articles resolved one by one before, untimed: a store that was just opened is cold."""

_PART = 200
"""Articles that are loaded before they are resolved together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What one article took, in seconds of processor time."""

    statements: int
    words: int
    store: float
    resolve: float
    extract: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What articles took that came in one by one, in milliseconds of processor time.

    Attributes:
        most_mb: The most memory that the process has held until then.
        disk_mb: What the store takes on disk; 0 in memory.
    """

    name: str
    articles: int
    median: float
    mean: float
    p95: float
    per_statement: float
    per_word: float
    store: float
    extract: float
    held_mb: float
    most_mb: float
    disk_mb: float


class Measured:
    """The figures so far, in a file that outlives the process.

    Args:
        file: Where they are kept, or None to keep them in memory alone.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self.figures: dict[str, Any] = {}
        if file is not None and file.is_file():
            self.figures = json.loads(file.read_text(encoding="utf-8"))

    def set(self, name: str, figure: object) -> None:
        self.figures[name] = figure
        if self._file is not None:
            part = self._file.with_suffix(".part")
            part.write_text(json.dumps(self.figures, indent=1) + "\n", encoding="utf-8")
            part.replace(self._file)


def main() -> None:
    arguments = _arguments()
    if arguments.unread:
        _read_nothing(stages_stories, "read_together")
        _read_nothing(collection, "exchanges")
    folder: Path | None = arguments.store
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    measured = Measured(folder / "measured.json" if folder else None)
    per_day = 0 if arguments.month else 5 if arguments.small else 100
    room = Newsroom(seed=arguments.seed, per_day=per_day)
    kind = f"{room}{', unread' if arguments.unread else ''}"
    if measured.figures.setdefault("newsroom", kind) != kind:
        sys.exit(f"{folder} holds another newsroom: {measured.figures['newsroom']}")
    with _store(folder, "newsroom") as store, closing(pipeline.Following(store)) as following:
        newsroom(store, following, room, arguments.sizes, arguments.rebuild, measured)
    if arguments.articles:
        with _store(folder, "presidents") as store, closing(pipeline.Following(store)) as following:
            presidents(
                store,
                following,
                arguments.articles,
                arguments.extractor,
                arguments.together,
                measured,
            )
    figures = {**measured.figures, **ratios(measured.figures)}
    for line in table(figures):
        print(line)
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def newsroom(
    store: Store,
    following: pipeline.Following,
    room: Newsroom,
    sizes: Sequence[int],
    rebuilt: Sequence[int],
    measured: Measured,
) -> None:
    """Loads up to each size and measures there; what the store has already is passed over."""
    loaded = int(measured.figures.get("loaded", 0))
    for size in sizes:
        name = f"newsroom {size}"
        if loaded <= size - WARM:
            begun = time.thread_time()
            for part in _parts(loaded, size - WARM):
                for number in part:
                    pipeline.take_in(store, room.extraction(number), following=following)
                following.refresh()
                loaded = part.stop
                measured.set("loaded", loaded)
                spent = time.thread_time() - begun
                _say(f"{loaded} of {size} articles, {spent:.0f} s, {_held_mb():.0f} MB")
        if name not in measured.figures:
            added: list[Added] = []
            while len(added) < ADDED:
                [one] = _add(store, following, [(room.extraction(loaded), 0.0)])
                if loaded >= size and one is not None:
                    added.append(one)
                loaded += 1
                measured.set("loaded", loaded)
            measured.set(name, asdict(_row(name, size, added, store)))
            _say(f"measured at {size}")
        if size in rebuilt and f"rebuild {size}" not in measured.figures:
            begun, wall = time.thread_time(), time.monotonic()
            pipeline.rebuild(store)
            measured.set(
                f"rebuild {size}",
                {
                    "articles": loaded,
                    "seconds": time.thread_time() - begun,
                    "wall": time.monotonic() - wall,
                    "most_mb": _most_mb(),
                },
            )
            _say(f"rebuilt at {size}")


def presidents(
    store: Store,
    following: pipeline.Following,
    articles: Path,
    extractor: str,
    together: int,
    measured: Measured,
) -> None:
    """Articles extracted, taken in and resolved, some at a time, in the order of their dates."""
    ordered = sorted(read([str(articles)], on_refused=_refuse), key=lambda a: (a.published, a.key))
    # One that was taken in just when the process ended is without a time.
    done: list[dict[str, Any] | None] = measured.figures.get("presidents articles", [])
    model = load_extractor(extractor)
    model.extract(ordered[0])
    while part := ordered[len(done) : len(done) + together]:
        extracted = [_timed(lambda a=article: model.extract(a)) for article in part]  # type: ignore[misc]
        some = _add(store, following, extracted)
        done += [asdict(one) if one else None for one in some]
        measured.set("presidents articles", done)
        if len(done) % ADDED < together:
            _say(f"{len(done)} of {len(ordered)} real articles")
    added = [Added(**one) for one in done if one]
    last = len(added) - ADDED
    for begin in (min(100, last), last):
        name = f"presidents {begin}"
        if name not in measured.figures:
            row = _row(name, begin, added[begin : begin + ADDED], store)
            measured.set(name, asdict(row))
    extracting = sum(one.extract for one in added)
    words, statements = sum(one.words for one in added), sum(one.statements for one in added)
    measured.set(
        "presidents all",
        {
            "articles": len(added),
            "statements": statements,
            "words": words,
            "resolve seconds": sum(one.resolve for one in added),
            "extract seconds": extracting,
            "extract ms a word": 1_000 * extracting / words,
        },
    )


def ratios(figures: dict[str, Any]) -> dict[str, Any]:
    """The largest size against the smallest, and resolving against extracting."""
    found: dict[str, Any] = {}
    for kind in ("newsroom", "presidents"):
        sizes = sorted(
            int(n.split()[1]) for n in figures if n.startswith(f"{kind} ") and n[-1].isdigit()
        )
        if len(sizes) > 1:
            small, large = (figures[f"{kind} {size}"] for size in (sizes[0], sizes[-1]))
            for by in ("median", "mean", "p95", "per_statement", "per_word"):
                found[f"{kind} ratio {by}"] = large[by] / small[by]
    if whole := figures.get("presidents all"):
        found["resolving of extracting, presidents"] = (
            whole["resolve seconds"] / whole["extract seconds"]
        )
        for name, row in figures.items():
            if name.startswith("newsroom "):
                found[f"resolving of extracting, {name}, by words"] = (
                    row["per_word"] / whole["extract ms a word"]
                )
    return found


def table(figures: dict[str, Any]) -> Iterator[str]:
    """The figures as Markdown, one string a line."""
    columns = ("articles", "median", "mean", "p95", "per_statement", "store", "extract", "held_mb",
               "most_mb", "disk_mb")  # fmt: skip
    yield "| ms of CPU to resolve one more | " + " | ".join(columns) + " |"
    yield "| --- " * (len(columns) + 1) + "|"
    for name, row in figures.items():
        if isinstance(row, dict) and "median" in row:
            yield f"| {name} | " + " | ".join(f"{row[column]:.4g}" for column in columns) + " |"
    yield ""
    for name, row in figures.items():
        if isinstance(row, dict) and "median" not in row:
            yield f"{name}: " + ", ".join(f"{what} {value:.4g}" for what, value in row.items())
        elif isinstance(row, float):
            yield f"{name}: {row:.3f}"


def _add(
    store: Store, following: pipeline.Following, extracted: Sequence[tuple[Extraction, float]]
) -> list[Added | None]:
    """What it took to add some articles, each an even part of resolving; None where one was there."""
    taken = [
        _timed(lambda e=extraction: pipeline.take_in(store, e, following=following))  # type: ignore[misc]
        for extraction, _ in extracted
    ]
    _, resolved = _timed(following.refresh)
    return [
        Added(
            statements=len(extraction.statements),
            words=len(extraction.article.text.split()),
            store=stored,
            resolve=resolved / len(extracted),
            extract=spent,
        )
        if came.outcome != "unchanged"
        else None
        for (extraction, spent), (came, stored) in zip(extracted, taken, strict=True)
    ]


def _row(name: str, size: int, added: Sequence[Added], store: Store) -> Row:
    spent = [1_000 * one.resolve for one in added]
    return Row(
        name=name,
        articles=size,
        median=statistics.median(spent),
        mean=statistics.mean(spent),
        p95=statistics.quantiles(spent, n=20)[-1],
        per_statement=sum(spent) / sum(one.statements for one in added),
        per_word=sum(spent) / sum(one.words for one in added),
        store=1_000 * statistics.mean(one.store for one in added),
        extract=1_000 * statistics.mean(one.extract for one in added),
        held_mb=_held_mb(),
        most_mb=_most_mb(),
        disk_mb=_disk_mb(store),
    )


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """What the work gives, and its seconds of processor time."""
    begun = time.thread_time()
    given = work()
    return given, time.thread_time() - begun


def _parts(start: int, end: int) -> Iterator[range]:
    for begin in range(start, end, _PART):
        yield range(begin, min(begin + _PART, end))


def _store(folder: Path | None, name: str) -> Store:
    return MemoryStore() if folder is None else open_store(folder / name)


def _held_mb() -> float:
    """Megabytes that this process holds."""
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1_024 for line in status if line.startswith("VmRSS:"))


def _most_mb() -> float:
    """The most megabytes that it has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024


def _disk_mb(store: Store) -> float:
    folder = Path(store.location)
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 2**20


def _read_nothing(module: ModuleType, name: str) -> None:
    """The function of the module asks no network."""
    setattr(module, name, functools.partial(getattr(module, name), judging=_unread))


def _unread(_earlier: str, _later: str) -> Judgement:
    """What is said of a pair that no network reads: it is of one story."""
    return Judgement(
        relation=dict.fromkeys(RELATIONS, 0.0) | {"neutral": 1.0},
        answer=dict.fromkeys(ANSWERS, 0.0) | {"none": 1.0},
    )


def _refuse(refused: InputRefused) -> None:
    raise refused


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _sizes(text: str) -> list[int]:
    return sorted(int(size) for size in text.split(",") if size)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--store", type=Path, help="folder for the stores and what was measured")
    parser.add_argument("--sizes", type=_sizes, default=[1_000, 10_000, 100_000])
    parser.add_argument("--rebuild", type=_sizes, default=[], help="sizes to rebuild at as well")
    parser.add_argument("--articles", type=Path, help="JSONL file of real articles")
    parser.add_argument(
        "--together", type=int, default=1, help="real articles that are resolved at a time"
    )
    parser.add_argument("--extractor", default=DEFAULT_EXTRACTOR)
    parser.add_argument("--month", action="store_true", help="all articles within one month")
    parser.add_argument(
        "--unread", action="store_true", help="without the network that reads statements together"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--small", action="store_true", help="sizes of 50 and 500, in memory")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    if arguments.small:
        arguments.store, arguments.sizes, arguments.articles = None, [50, 500], None
    elif arguments.store is None:
        parser.error("--store is needed: give a folder, or --small")
    return arguments


if __name__ == "__main__":
    main()
