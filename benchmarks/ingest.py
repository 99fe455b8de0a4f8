"""Time ingest step by step: python benchmarks/ingest.py ARTICLES.jsonl [--most N].

Seconds of processor time for reading, extracting, storing and resolving, and articles a second,
with the store on disk in a temporary folder.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from kgraph import pipeline
from kgraph.errors import InputRefused
from kgraph.extract import DEFAULT_EXTRACTOR, EXTRACTORS, load_extractor
from kgraph.ingest import read
from kgraph.model import Article, Extraction
from kgraph.store import open_store


class Timed:
    """An extractor that counts its own time."""

    def __init__(self, name: str) -> None:
        self._extractor = load_extractor(name)
        self.name = name
        self.version = self._extractor.version
        self.languages = self._extractor.languages
        self.spent = 0.0

    def extract(self, article: Article) -> Extraction:
        begun = time.process_time()
        found = self._extractor.extract(article)
        self.spent += time.process_time() - begun
        return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--most", type=int, default=200)
    parser.add_argument("--extractor", choices=sorted(EXTRACTORS), default=DEFAULT_EXTRACTOR)
    arguments = parser.parse_args()
    extractor = Timed(arguments.extractor)
    begun = time.process_time()
    articles = list(islice(_read(arguments.articles), arguments.most))
    reading = time.process_time() - begun
    words = sum(len(article.text.split()) for article in articles)
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "store") as store:
        begun = time.process_time()
        done = list(pipeline.ingest(store, articles, extractor, on_refused=_refuse))
        ingesting = time.process_time() - begun
        begun = time.process_time()
        pipeline.rebuild(store)
        resolving = time.process_time() - begun
    count = len(done)
    statements = sum(one.statements for one in done)
    print(f"{count} articles, {words} words, {statements} statements, extractor {extractor.name}")
    for step, seconds in (
        ("read", reading),
        ("extract", extractor.spent),
        ("store", ingesting - extractor.spent),
        ("resolve", resolving),
    ):
        print(f"{step:8} {seconds:8.2f} s {count / seconds:10.1f} articles/s")
    total = reading + ingesting + resolving
    print(f"{'all':8} {total:8.2f} s {count / total:10.1f} articles/s {words / total:8.0f} words/s")


def _read(path: Path) -> Iterator[Article]:
    return read([str(path)], on_refused=_refuse)


def _refuse(refused: InputRefused) -> None:
    raise refused


if __name__ == "__main__":
    main()
