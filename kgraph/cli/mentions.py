"""``kgraph mentions``: where the texts speak of whom and of what, after merging across articles."""

import json
from collections.abc import Iterator
from typing import Annotated, Any, BinaryIO

import typer

from kgraph import ids, vocab
from kgraph.cli.options import DEFAULT_STORE, Out, Store, emit, examples, using
from kgraph.errors import CallError
from kgraph.evidence import read_occurrences
from kgraph.store import Store as OpenStore


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "mentions",
        short_help="List every mention with the entity or event it stands for.",
        epilog=examples(
            "kgraph mentions --store my-store",
            "kgraph mentions --format tsv | cut -f 4,5 | sort | uniq -c",
        ),
    )(mentions)


_ARTICLES = (
    "SELECT ?article ?key WHERE { ?article kg:isCurrent true ; kg:key ?key } ORDER BY ?key ?article"
)

_MENTIONS = """
SELECT DISTINCT ?start ?end ?actor ?name ?wikidata WHERE {
  GRAPH <%(article)s> { ?mention kg:mentionOf ?entity ; kg:start ?start ; kg:end ?end }
  ?entity kg:denotes ?actor . ?actor schema:name ?name .
  OPTIONAL { ?actor schema:sameAs ?wikidata }
}
"""

_OCCURRENCES = """
SELECT ?text ?words WHERE {
  GRAPH <%(article)s> { <%(article)s> kg:occurrences ?words ; schema:articleBody ?text }
}
"""

_HAPPENINGS = """
SELECT ?start ?happening ?name WHERE {
  GRAPH <%(graph)s> {
    ?occurrence kg:inArticle <%(article)s> ; kg:start ?start ; kg:tellsOf ?happening .
    ?happening schema:name ?name
  }
}
"""

_FIELDS = ("article", "start", "end", "entity", "name", "wikidata", "kind")


def mentions(
    store: Store = DEFAULT_STORE,
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORM", help="jsonl or tsv.")] = (
        "jsonl"
    ),
    out: Out = "-",
) -> None:
    """List every mention: its article and characters, and the entity, the same across articles.

    Words that tell of something happening are listed likewise, with "kind": "event". Sorted by the
    article's key, then by place. An entity that a gazetteer knows has its Wikidata id.
    """
    if form not in ("jsonl", "tsv"):
        raise CallError("--format", f"there is no format '{form}'", "give jsonl or tsv")
    with using(store, read_only=True) as opened:
        emit(lambda to: _write(opened, form, to), out)


def _write(store: OpenStore, form: str, to: BinaryIO) -> None:
    if form == "tsv":
        to.write(("\t".join(_FIELDS) + "\n").encode())
    for row in _rows(store):
        if form == "jsonl":
            line = json.dumps(row, ensure_ascii=False)
        else:
            line = "\t".join(" ".join(str(row.get(field, "")).split()) for field in _FIELDS)
        to.write(line.encode("utf-8", "surrogatepass") + b"\n")


def _rows(store: OpenStore) -> Iterator[dict[str, Any]]:
    """The mentions of one article after the other: nothing grows with the collection but a list."""
    for article in list(store.query(_ARTICLES)):  # type: ignore[arg-type]
        key, iri = article["key"].value, article["article"].value
        rows = [
            (
                int(row["start"].value),
                int(row["end"].value),
                ids.name_of(row["actor"].value),
                row["name"].value,
                row["wikidata"].value.rpartition("/")[2] if row["wikidata"] else "",
                "",
            )
            for row in store.query(_MENTIONS % {"article": iri})  # type: ignore[union-attr]
        ]
        rows += _events(store, iri)
        for start, end, entity, name, link, kind in sorted(rows):
            made = {"article": key, "start": start, "end": end, "entity": entity, "name": name}
            yield {
                **made,
                **({"wikidata": link} if link else {}),
                **({"kind": kind} if kind else {}),
            }


def _events(store: OpenStore, iri: str) -> Iterator[tuple[int, int, str, str, str, str]]:
    """The words that tell of something happening; those that stand alone are their own event."""
    asked = {"article": iri, "graph": vocab.HAPPENINGS}
    merged = {
        int(row["start"].value): (ids.name_of(row["happening"].value), row["name"].value)
        for row in store.query(_HAPPENINGS % asked)  # type: ignore[union-attr]
    }
    for row in store.query(_OCCURRENCES % asked):  # type: ignore[union-attr]
        text = row["text"].value
        for one in read_occurrences(row["words"].value):
            alone = ids.digest("occurrence", iri, str(one.start), str(one.end))
            event, name = merged.get(one.start, (alone, text[one.start : one.end]))
            yield one.start, one.end, event, name, "", "event"
