"""Speed, scaling, memory and start-up of extraction: python benchmarks/extract.py ARTICLES.jsonl.

* speed: words a second of the whole extractor, one process and one thread, as a share of spaCy's
  own en_core_web_sm pipeline on the same articles; processor time, measured in turns.
* scaling: words a second of wall clock with ``--jobs N``, as a share of N times one process, once
  the models are loaded. Meaningful only where nothing else runs.
* memory: how much the process grows from the first tenth to the last of many short articles, each
  of other words.
* start-up: wall clock of ``kgraph extract`` on one sentence, and of ``kgraph --help``.

``--json FILE`` keeps the figures for floors.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from kgraph.errors import InputRefused
from kgraph.extract import DEFAULT_EXTRACTOR, EXTRACTORS, Extractor, load_extractor
from kgraph.extract.language import load_pipeline
from kgraph.extract.workers import ONE_THREAD, Workers, extract_all
from kgraph.ingest import read
from kgraph.model import Article

PAGE_MB = os.sysconf("SC_PAGE_SIZE") / 2**20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("articles", type=Path, help="JSONL file of articles")
    parser.add_argument("--extractor", choices=sorted(EXTRACTORS), default=DEFAULT_EXTRACTOR)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--words", type=int, default=10_000, help="words a round")
    parser.add_argument("--jobs", default="1,2", help="numbers of processes; empty to skip")
    parser.add_argument("--memory", type=int, default=10_000, help="short articles; 0 to skip")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    articles = list(_most(read([arguments.articles], on_refused=_refuse), arguments.words))
    assert articles, f"no article in {arguments.articles}"
    load = partial(load_extractor, arguments.extractor)
    print(f"{len(articles)} articles, {_words(articles)} words, extractor {arguments.extractor}\n")
    figures: dict[str, float] = {}
    for part in (
        lambda: speed(articles, load(), arguments.rounds),
        lambda: scaling(articles, load, arguments.jobs, arguments.rounds),
        lambda: memory(articles, load(), arguments.memory),
        lambda: start_up(arguments.extractor, arguments.rounds),
    ):
        for name, value in part().items():
            figures[name] = round(value, 3)
            print(f"{name:44} {value:10.3f}", flush=True)
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def speed(articles: list[Article], extractor: Extractor, rounds: int) -> dict[str, float]:
    """Each round times both, one article after the other, so that neither meets a busier machine."""
    nlp, texts = load_pipeline(), [article.text for article in articles]
    words = _words(articles)
    ours, spacys, shares = [], [], []
    for warm in range(rounds + 1):
        own = other = 0.0
        for article, text in zip(articles, texts, strict=True):
            own += _spent(lambda a=article: extractor.extract(a))
            other += _spent(lambda t=text: list(nlp.pipe([t])))
        # All at once is spaCy's way to be fast.
        other = min(other, _spent(lambda: list(nlp.pipe(texts))))
        if warm:
            ours.append(words / own)
            spacys.append(words / other)
            shares.append(other / own)
    return {
        "words/s": statistics.median(ours),
        "words/s of spaCy": statistics.median(spacys),
        "share of spaCy's speed, median": statistics.median(shares),
        "share of spaCy's speed, least": min(shares),
    }


def scaling(
    articles: list[Article], load: Callable[[], Extractor], jobs: str, rounds: int
) -> dict[str, float]:
    """Rates once all processes read, from when the first quarter is done."""
    counts = [int(count) for count in jobs.split(",") if count]
    rates: dict[int, list[float]] = {count: [] for count in counts}
    for _ in range(min(rounds, 3) if counts else 0):
        for count in counts:
            stream = [a for _ in range(4 * count) for a in articles]
            rates[count].append(
                _rate(stream, load() if count == 1 else Workers(load=load, jobs=count))
            )
    found = {f"words/s with --jobs {n}": statistics.median(r) for n, r in rates.items()}
    for n, r in rates.items():
        if n > 1 and 1 in rates:
            pairs = [many / (n * one) for many, one in zip(r, rates[1], strict=True)]
            found[f"share of {n} cores with --jobs {n}, median"] = statistics.median(pairs)
            found[f"share of {n} cores with --jobs {n}, best"] = max(pairs)
    return found


def _rate(stream: list[Article], extractor: Extractor | Workers) -> float:
    """Words a second of wall clock over the last three quarters of the stream."""
    warm = len(stream) // 4
    begun = 0.0
    for number, _ in enumerate(extract_all(stream, extractor), 1):
        if number == warm:
            begun = time.monotonic()
    return _words(stream[warm:]) / (time.monotonic() - begun)


def memory(articles: list[Article], extractor: Extractor, many: int) -> dict[str, float]:
    """Megabytes that the process holds after a tenth of the articles, and how many more at the end."""
    if not many:
        return {}
    early = 0.0
    for number, article in enumerate(islice(_unlike(articles), many), 1):
        extractor.extract(article)
        if number == max(many // 10, 1):
            early = _held()
    return {"MB after a tenth of the articles": early, "MB more after all": _held() - early}


def _unlike(articles: list[Article]) -> Iterator[Article]:
    """Articles of some sixty words without end: sentences of the given ones, and words of no other."""
    chance = random.Random(1)
    for number, article in enumerate(cycle(articles)):
        sentences = " ".join(article.text.split()[:60]).split(". ")
        chance.shuffle(sentences)
        word = "".join(chance.choices("abdeiklmnorstu", k=9)).title()
        text = f"{word} {word[::-1].title()} said that {word.lower()}. " + ". ".join(sentences)
        yield Article(key=f"{number}", text=text, published="2025-05-01")


def _held() -> float:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * PAGE_MB


def start_up(extractor: str, rounds: int) -> dict[str, float]:
    """The least of some seconds of wall clock from call to exit."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "short.txt"
        file.write_text("Tom Hunt said that the pier would open on Monday.\n", encoding="utf-8")
        calls = {
            "seconds of kgraph extract, one sentence": ["extract", str(file), "--extractor", extractor],
            "seconds of kgraph --help": ["--help"],
        }  # fmt: skip
        return {name: min(_call(words) for _ in range(rounds)) for name, words in calls.items()}


def _call(words: list[str]) -> float:
    begun = time.monotonic()
    subprocess.run([sys.executable, "-m", "kgraph", *words], check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - begun


def _spent(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _words(articles: Iterable[Article]) -> int:
    return sum(len(article.text.split()) for article in articles)


def _most(articles: Iterable[Article], words: int) -> Iterator[Article]:
    for article in articles:
        if words <= 0:
            return
        words -= len(article.text.split())
        yield article


def _refuse(refused: InputRefused) -> None:
    print(f"refused: {refused}", file=sys.stderr)


if __name__ == "__main__":
    if not os.environ.keys() >= ONE_THREAD.keys():  # numpy reads them when it is imported
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **ONE_THREAD})
    main()
