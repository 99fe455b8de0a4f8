"""What kgraph finds across articles, held against what a careful reader insists on.

    python benchmarks/relations.py FOLDER [--extractor model] [--errors] [--json FILE]

FOLDER/articles.jsonl are articles as ``kgraph ingest`` reads them, FOLDER/expected.jsonl rows of two
places, ``{"kind", "a": {"article", "words"}, "b": …}``, or of articles, ``{"kind", "articles": […]}``. Kinds,
each also with "not_" before it, of pairs that only look so:

    same_claim  contradicts  updates  responds (with "stance")  laundered  same_actor  copies

Articles are ingested and resolved as a user would do it. A place is answered by the statement with
the shortest content that has at least half of the words; "read" counts the rows of which both places
have one. Right is a row that is told, or one with "not_" that isn't.
"""

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from kgraph import pipeline
from kgraph.errors import InputRefused
from kgraph.evaluate.places import overlap, statement_at
from kgraph.evidence import read_extraction
from kgraph.extract import DEFAULT_EXTRACTOR, EXTRACTORS, load_extractor
from kgraph.ingest import read
from kgraph.model import Extraction
from kgraph.store import MemoryStore, Store, select

_ANSWERS = {"denies": "denies", "confirms": "confirms"}
_LINKS = {
    "contradicts": ("contradicts",),
    "updates": ("updates",),
    "responds": ("respondsTo", "confirms", "denies"),
    "laundered": ("launders",),
}


class Told:
    """What a store tells of its articles."""

    def __init__(self, store: Store) -> None:
        self.read: dict[str, list[Extraction]] = defaultdict(list)
        # Of several versions the current one is asked first.
        for listed in sorted(pipeline.articles(store), key=lambda one: not one.current):
            self.read[listed.key].append(read_extraction(store.graph(listed.iri)))
        self.links = {
            (re.split("[/#]", row["r"].value)[-1], row["a"].value, row["b"].value)
            for row in select(
                store,
                "SELECT ?r ?a ?b WHERE { ?l a kg:Link ; kg:relation ?r ; kg:from ?a ; kg:to ?b }",
            )
        }
        # What answers within its own article is told by the article's graph, without a link.
        self.links |= {
            ("respondsTo", answer, told)
            for answer, told in self._pairs(store, "?a kg:respondsTo ?b").items()
        }
        self.claim = self._pairs(store, "?a kg:makesClaim ?b")
        self.actor = self._pairs(store, "?a kg:denotes ?b")
        self.group = self._pairs(store, "?a kg:inCopyGroup ?b")
        self.repeated = {
            (row["a"].value, row["b"].value)
            for row in select(store, "SELECT ?a ?b WHERE { ?a kg:repeatedIn ?b }")
        }

    @staticmethod
    def _pairs(store: Store, pattern: str) -> dict[str, str]:
        rows = select(store, f"SELECT ?a ?b WHERE {{ {pattern} }}")
        return {row["a"].value: row["b"].value for row in rows}

    def holds(self, row: dict[str, Any]) -> bool | None:
        """Whether the row's relation is told; None where nothing was read in one of its places."""
        kind = row["kind"].removeprefix("not_")
        if kind == "copies":
            groups = {
                self.group.get(e.article.iri) for key in row["articles"] for e in self.read[key]
            }
            return len(groups) == 1 and None not in groups
        if kind == "same_actor":
            one, other = (self._entity(row[side]) for side in "ab")
            # Who is anonymous or only described has no actor.
            known = one in self.actor and other in self.actor
            return known and self.actor[one] == self.actor[other] if one and other else None
        one, other = (self._statement(row[side]) for side in "ab")
        if kind == "laundered" and one and self._is_repeated(one, row["b"]):
            return True
        if not one or not other:
            return None
        if kind == "same_claim":
            # What a later version of the article lacks has no claim.
            return one in self.claim and self.claim[one] == self.claim.get(other)
        return any(
            (link, *pair) in self.links
            for link in _LINKS[kind]
            for pair in ((one, other), (other, one))
        )

    def stance(self, row: dict[str, Any]) -> str:
        """How the second place answers the first, as told."""
        one, other = (self._statement(row[side]) for side in "ab")
        found = {link for link in _LINKS["responds"] if (link, other, one) in self.links}
        return next((link for link in ("denies", "confirms") if link in found), "")

    def _is_repeated(self, statement: str, place: dict[str, str]) -> bool:
        return any(
            (self.claim.get(statement), extraction.article.iri) in self.repeated
            for extraction in self.read[place["article"]]
        )

    def _statement(self, place: dict[str, str]) -> str:
        version = self._version(place)
        found = statement_at(version, place["words"]) if version else None
        return found.iri if found else ""

    def _entity(self, place: dict[str, str]) -> str:
        version = self._version(place)
        if version is None:
            return ""
        begin = version.article.text.index(place["words"])
        stop = begin + len(place["words"])
        found = [
            (abs(m.start - begin) + abs(m.end - stop), e.iri)
            for e in version.entities
            for m in e.mentions
            if 2 * overlap([(m.start, m.end)], begin, stop) >= min(stop - begin, m.end - m.start)
        ]
        return min(found)[1] if found else ""

    def _version(self, place: dict[str, str]) -> Extraction | None:
        """The version of the article that has the words."""
        versions = self.read[place["article"]]
        assert versions, f"no article {place['article']}"
        return next((one for one in versions if place["words"] in one.article.text), None)


def main() -> None:
    """The table is printed."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    ask.add_argument("folder", type=Path)
    ask.add_argument("--extractor", default=DEFAULT_EXTRACTOR, choices=sorted(EXTRACTORS))
    ask.add_argument("--errors", action="store_true", help="list what is wrong, row by row")
    ask.add_argument("--json", type=Path)
    given = ask.parse_args()
    told = _told(given.folder, given.extractor)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for line in (given.folder / "expected.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        held = told.holds(row)
        count = counts[row["kind"]]
        right = bool(held) != row["kind"].startswith("not_")
        count.update(asked=1, read=held is not None, right=right)
        if row.get("stance") in _ANSWERS and held:
            count.update(stances=1, stance_right=told.stance(row) == _ANSWERS[row["stance"]])
        if given.errors and not right:
            print(_error(row, held), file=sys.stderr)
    print("| | asked | read | right |\n| --- | --- | --- | --- |")
    for kind, count in sorted(counts.items()):
        print(f"| {kind} | {count['asked']} | {count['read']} | {count['right']} |")
    if given.json:
        figures = {
            kind: {**count, "share": count["right"] / count["asked"]}
            for kind, count in counts.items()
        }
        given.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def _told(folder: Path, extractor: str) -> Told:
    with MemoryStore() as store:
        articles = read([str(folder / "articles.jsonl")], on_refused=_refuse)
        for _ in pipeline.ingest(store, articles, load_extractor(extractor), on_refused=_refuse):
            pass
        pipeline.refresh(store)
        return Told(store)


def _error(row: dict[str, Any], held: bool | None) -> str:
    places = [f"{row[side]['article']}: {row[side]['words']}" for side in "ab" if side in row]
    said = {None: "not read", True: "told", False: "not told"}[held]
    return "\n   ".join(
        (
            f"{row['kind']} {row.get('stance', '')} {said} [{row.get('why', '')}]",
            *places,
            *row.get("articles", ()),
        )
    )


def _refuse(refused: InputRefused) -> None:
    raise refused


if __name__ == "__main__":
    main()
