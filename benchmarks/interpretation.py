"""How well what a statement carries is read, on corpora that annotate some of it.

    python benchmarks/interpretation.py --appeals FILE… --events FILE

``--appeals`` takes sentences with spans labelled "Recipient" and "Fact_Appeal" (with the mods
"Direct_Quote" or "Indirect_Quote"): addressees, kind of quotation (a mixed one may be either).
``--events`` takes articles with event mentions (certainty, time, polarity, special_cases) and TIMEX3
values. An event counts where it is the main predicate of a content that was found:

| annotated | modality |
| --- | --- |
| COND_MAIN_CLAUSE | conditional |
| POSSIBLE, PROBABLE | possible |
| CERTAIN, FUTURE | planned, demanded or conditional |
| CERTAIN, NON_FUTURE | asserted |

Everything else (UNDERSPECIFIED, none) is left out.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from kgraph.extract import addressee, modality, parts, times
from kgraph.extract.entities import read_cast
from kgraph.extract.language import load_pipeline, parse, with_blocks
from kgraph.extract.model import finder
from kgraph.extract.quotation import quote_kind
from kgraph.extract.scene import Scene, nesting
from kgraph.extract.tagger import load_tagger
from kgraph.model import Article, Span, When

_UNREAL = {
    "planned": {"planned", "demanded", "conditional"},
    "conditional": {"conditional"},
    "possible": {"possible"},
    "asserted": {"asserted"},
}


class Reading:
    """A parsed article with its attributions."""

    def __init__(self, nlp: Any, find: Any, record: dict[str, Any]) -> None:
        self.gold = record["gold"]
        self.article = with_blocks(
            Article(key=record["id"], text=record["text"], published=record["date"] or "")
        )
        self.doc = parse(self.article, nlp)
        found = find(self.doc, self.article)
        self.scene = Scene(
            doc=self.doc,
            article=self.article,
            cast=read_cast(self.doc, self.article),
            attributions=found,
            parents=nesting(found),
        )


def appeals(readings: Iterable[Reading], counts: Counter[str]) -> None:
    """Counts recipients found, missed and found elsewhere, and kinds of quotation."""
    for reading in readings:
        marked = reading.gold["spans"]
        wanted = [(s["start"], s["end"]) for s in marked if s["label"] == "Recipient"]
        quoted = [s for s in marked if {"Direct_Quote", "Indirect_Quote"} & set(s["mods"])]
        if wanted or quoted:
            found = {
                span
                for one in reading.scene.attributions
                for span in addressee.find(reading.doc, one)
            }
            counts["addressees annotated"] += len(wanted)
            counts["addressees found"] += sum(any(_meet(w, f) for f in found) for w in wanted)
            counts["addressees not annotated"] += sum(
                not any(_meet(w, f) for w in wanted) for f in found
            )
        for span in quoted:
            _count_kind(reading, span, counts)


def _count_kind(reading: Reading, span: dict[str, Any], counts: Counter[str]) -> None:
    kind = "direct" if "Direct_Quote" in span["mods"] else "indirect"
    here = (span["start"], span["end"])
    shared = {
        n: sum(_common(here, part) for part in one.content)
        for n, one in enumerate(reading.scene.attributions)
    }
    best = max(shared, key=lambda n: shared[n], default=None)
    if best is not None and shared[best]:
        counts["quotations"] += 1
        counts["quotations of the right kind"] += quote_kind(reading.scene, best) in {kind, "mixed"}


def events(readings: Iterable[Reading], counts: Counter[str]) -> None:
    """Counts modality, polarity and times as annotated."""
    for reading in readings:
        told = [m for m in reading.gold["mentions"] if m.get("certainty") and m.get("time")]
        for one in reading.scene.attributions:
            words = parts.tokens(reading.doc, one.content)
            root = parts.predicate(words)
            event = next((m for m in told if root and m["start"] <= root.idx < m["end"]), None)
            wanted = _mood(event) if event else ""
            if event and wanted:
                mood, polarity, _ = modality.classify(reading.doc, one)
                counts["events"] += 1
                counts["events of the right modality"] += mood in _UNREAL[wanted]
                counts["events told as real or not, rightly"] += (mood == "asserted") == (
                    wanted == "asserted"
                )
                counts["events of the right polarity"] += (polarity == "negative") == (
                    event["polarity"] == "NEG"
                )
        found = times.find(reading.doc, reading.article, 0, len(reading.article.text))
        for timex in reading.gold["timex"]:
            value = _interval(timex["value"] or "")
            if value:
                here = (timex["start"], timex["end"])
                counts["times"] += 1
                counts["times resolved rightly"] += any(
                    w.span and _meet(w.span, here) and _says(w, value) for w in found
                )


def _mood(event: dict[str, Any]) -> str:
    if event["special_cases"] == "COND_MAIN_CLAUSE":
        return "conditional"
    if event["certainty"] in {"POSSIBLE", "PROBABLE"}:
        return "possible"
    if event["certainty"] != "CERTAIN":
        return ""
    return {"FUTURE": "planned", "NON_FUTURE": "asserted"}.get(event["time"], "")


def _interval(value: str) -> tuple[str, str] | None:
    """Start and end of a TIMEX3 value that is a day, week, month, quarter or year."""
    if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", value):
        return value, value
    week = re.fullmatch(r"(\d{4})-W(\d\d)", value)
    if week:
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    quarter = re.fullmatch(r"(\d{4})-Q(\d)", value)
    if quarter:
        last = 3 * int(quarter[2])
        return f"{quarter[1]}-{last - 2:02}", f"{quarter[1]}-{last:02}"
    return None


def _says(when: When, value: tuple[str, str]) -> bool:
    """Whether the times agree; of "until May" only the end is told."""
    return (when.start or value[0], when.end or value[1]) == value


def _meet(a: Span, b: Span) -> bool:
    return _common(a, b) > 0


def _common(a: Span, b: Span) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def main() -> None:
    """Prints the counts as a table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--appeals", type=Path, nargs="*", default=[])
    options.add_argument("--events", type=Path, nargs="*", default=[])
    chosen = options.parse_args()
    nlp, find = load_pipeline(), finder(load_tagger())

    def readings(paths: Iterable[Path]) -> Iterator[Reading]:
        for path in paths:
            for line in path.read_text("utf-8").splitlines():
                yield Reading(nlp, find, json.loads(line))

    counts: Counter[str] = Counter()
    appeals(readings(chosen.appeals), counts)
    events(readings(chosen.events), counts)
    for name, number in counts.items():
        print(f"| {name} | {number} |")


if __name__ == "__main__":
    main()
