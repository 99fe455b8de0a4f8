"""``kgraph claims``: every claim with its statements, origins, first appearance and contradictions."""

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Annotated, Any, BinaryIO

import typer
from pyoxigraph import Literal, NamedNode, QuerySolution

from kgraph.cli.options import DEFAULT_STORE, Out, Store, emit, examples, using
from kgraph.errors import CallError
from kgraph.ids import name_of
from kgraph.store import Store as OpenStore
from kgraph.store import select


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "claims",
        short_help="List every claim with its statements, origins and contradictions.",
        epilog=examples(
            "kgraph claims --store my-store > claims.jsonl",
            'kgraph claims --about "ceasefire" --format text',
        ),
    )(claims)


_CLAIMS = """
SELECT ?claim ?headline ?origins ?first WHERE {
  ?claim a kg:Claim ; kg:headline ?headline ; kg:origins ?origins ; kg:firstStatement ?first
  %s
} ORDER BY ?claim
"""

_STATEMENTS = """
SELECT DISTINCT ?statement ?article ?key ?speaker ?text ?outlet ?published ?said WHERE {
  ?statement kg:makesClaim %(claim)s ; kg:inArticle ?article ; kg:text ?text .
  ?article kg:key ?key .
  OPTIONAL { ?statement kg:speakerName ?speaker } OPTIONAL { ?statement kg:saidAt ?said }
  OPTIONAL { ?statement kg:published ?published }
  OPTIONAL { ?statement kg:publishedBy ?publisher . GRAPH ?article { ?publisher schema:name ?outlet } }
} ORDER BY ?published ?statement
"""

_CONTRADICTIONS = """
SELECT DISTINCT ?one ?other WHERE {
  ?a kg:contradicts|kg:denies ?b . ?a kg:makesClaim ?one . ?b kg:makesClaim ?other
  FILTER(?one != ?other)
}
"""


def claims(
    about: Annotated[
        str, typer.Option(metavar="WORDS", help="Only claims whose headline holds these words.")
    ] = "",
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="jsonl|text", help="Form of the output.")
    ] = "jsonl",
    store: Store = DEFAULT_STORE,
    out: Out = "-",
) -> None:
    """List every claim: its headline in the words of the evidence, and who made it where.

    Origins are independent ones: copies of one wire text count once. JSON Lines, sorted by id.
    """
    if form not in ("jsonl", "text"):
        raise CallError("--format", f"'{form}' is not a format", "choose jsonl or text")
    with using(store, read_only=True) as opened:
        emit(lambda to: _write(opened, about, form, to), out)


def _write(store: OpenStore, about: str, form: str, to: BinaryIO) -> None:
    for record in _records(store, about):
        lines = [json.dumps(record, ensure_ascii=False)] if form == "jsonl" else [*_told(record)]
        to.writelines(f"{line}\n".encode("utf-8", "surrogatepass") for line in lines)


def _records(store: OpenStore, about: str) -> Iterator[dict[str, Any]]:
    against: defaultdict[str, set[str]] = defaultdict(set)
    for row in select(store, _CONTRADICTIONS):
        one, other = row["one"].value, row["other"].value
        against[one].add(other)
        against[other].add(one)
    words = Literal(about.lower())
    chosen = f"FILTER(CONTAINS(LCASE(?headline), {words}))" if about else ""
    for row in [*select(store, _CLAIMS % chosen)]:
        iri = row["claim"].value
        made = [_statement(one) for one in select(store, _STATEMENTS % {"claim": NamedNode(iri)})]
        first = name_of(row["first"].value)
        yield {
            "claim": name_of(iri),
            "headline": row["headline"].value,
            "statements": made,
            "origins": int(row["origins"].value),
            "first": next((one for one in made if one["statement"] == first), {}),
            "contradicts": sorted(map(name_of, against[iri])),
        }


def _statement(row: QuerySolution) -> dict[str, str]:
    fields = ("statement", "key", "speaker", "text", "outlet", "published", "said")
    found = {name: row[name].value for name in fields if row[name] is not None}
    found["statement"] = name_of(found["statement"])
    found["article"] = found.pop("key")
    return found


def _told(record: dict[str, Any]) -> Iterator[str]:
    number = record["origins"]
    yield f"{record['claim'][:12]}  {record['headline']}"
    yield f"    {number} independent origin{'' if number == 1 else 's'}"
    for one in record["statements"]:
        parts = (
            one.get(name, "") for name in ("published", "outlet", "speaker", "text", "article")
        )
        yield f"    {' · '.join(filter(None, parts))}"
    for other in record["contradicts"]:
        yield f"    contradicts {other[:12]}"
