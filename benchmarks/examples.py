"""Hold the example articles against examples/expected.jsonl: python benchmarks/examples.py --json FILE.

Of the statements that a person expects, the share found (word Jaccard of contents ≥ .5), of those
with the speaker right, and with the act right. Optional ones don't count.
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from kgraph.errors import InputRefused
from kgraph.evaluate import same_person
from kgraph.extract import DEFAULT_EXTRACTOR, EXTRACTORS, load_extractor, to_record
from kgraph.ingest import read

EXAMPLES = Path(__file__).parent.parent / "examples"


def words(text: str) -> set[str]:
    return set("".join(c if c.isalnum() else " " for c in text.lower()).split())


def overlap(a: str, b: str) -> float:
    one, other = words(a), words(b)
    return len(one & other) / max(1, len(one | other))


def measure(extractor_name: str) -> dict[str, float]:
    """The shares, by name."""
    extractor = load_extractor(extractor_name)
    found: dict[str, list[dict[str, Any]]] = {}
    for article in read([EXAMPLES / "articles"], on_refused=_refuse):
        statements = to_record(extractor.extract(article))["statements"]
        # A corrected version has the key of the first; expected.jsonl tells them by their dates.
        for key in (article.key, f"{article.key}#{(article.modified or article.published)[:10]}"):
            found.setdefault(key, statements)
    counts: Counter[str] = Counter()
    for line in (EXAMPLES / "expected.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if "article" not in row or "statements" not in row:
            continue
        for expected in row["statements"]:
            if expected.get("optional"):
                continue
            counts["expected"] += 1
            near = [
                s for s in found[row["article"]] if overlap(s["text"], expected["content"]) >= 0.5
            ]
            right = [s for s in near if same_person(s["speaker"], [expected["speaker"]])]
            counts["found"] += bool(near)
            counts["speaker"] += bool(right)
            counts["act"] += any(s["act"] == expected["act"] for s in right)
    assert counts["expected"], "examples/expected.jsonl tells no statements"
    shares = {name: counts[name] / counts["expected"] for name in ("found", "speaker", "act")}
    return {"expected": counts["expected"], **shares}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--extractor", choices=sorted(EXTRACTORS), default=DEFAULT_EXTRACTOR)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    figures = measure(arguments.extractor)
    for name, value in figures.items():
        print(f"{name:10}{value:8.3f}")
    if arguments.json:
        arguments.json.write_text(json.dumps(figures) + "\n", encoding="utf-8")


def _refuse(refused: InputRefused) -> None:
    raise refused


if __name__ == "__main__":
    main()
