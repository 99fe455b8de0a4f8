"""Score the extractors on an annotated corpus: python benchmarks/attribution.py CORPUS --scorer S.

CORPUS is a JSONL file of articles with "attributions" (source, cue and content as lists of spans);
S is a program called as ``S CORPUS PREDICTIONS`` that prints a table, such as the scorer for PolNeAR.
Predictions are kept beside the corpus' name in the output folder.
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

from kgraph.errors import InputRefused
from kgraph.extract import EXTRACTORS, load_extractor, to_record
from kgraph.ingest import read


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--extractor", choices=sorted(EXTRACTORS), action="append")
    parser.add_argument("--out", type=Path, default=Path())
    arguments = parser.parse_args()
    for name in arguments.extractor or EXTRACTORS:
        extractor = load_extractor(name)
        predictions = arguments.out / f"{arguments.corpus.stem}.{name}.jsonl"
        words, begun = 0, time.process_time()
        with predictions.open("w", encoding="utf-8") as out:
            for article in read([str(arguments.corpus)], on_refused=_refuse):
                record = to_record(extractor.extract(article))
                _check(article.text, record)
                out.write(json.dumps(record) + "\n")
                words += len(article.text.split())
        spent = time.process_time() - begun
        print(f"\n{name}: {words} words, {words / spent:.0f} words/s of processor time")
        sys.stdout.flush()
        subprocess.run(
            [sys.executable, arguments.scorer, arguments.corpus, predictions], check=True
        )


def _check(text: str, record: dict[str, object]) -> None:
    """Every span stands verbatim in the text, in order."""
    statements = record["statements"]
    assert isinstance(statements, list)
    for statement in statements:
        for role in ("source", "cue", "content", "addressee"):
            assert all(0 <= s < e <= len(text) for s, e in statement[role])
        assert statement["text"] == " … ".join(text[s:e] for s, e in statement["content"])


def _refuse(refused: InputRefused) -> None:
    raise refused


if __name__ == "__main__":
    main()
