"""``kgraph articles``: what a store holds."""

from typing import Annotated

import typer

from kgraph.ask import render
from kgraph.cli.options import DEFAULT_STORE, Out, Store, emit, examples, using


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command(
        "articles",
        short_help="List the articles of a store with their ids.",
        epilog=examples("kgraph articles --store my-store", "kgraph articles -f csv -o list.csv"),
    )(articles)


_QUERY = """
SELECT (SUBSTR(STRAFTER(STR(?article), "/article/"), 1, %d) AS ?id) ?published ?outlet ?title
       (IF(BOUND(?current), "current", "superseded") AS ?state)
       (COUNT(DISTINCT ?statement) AS ?statements) ?key
WHERE {
  ?article a kg:Article ; kg:key ?key .
  OPTIONAL { ?article schema:headline ?title }
  OPTIONAL { ?article schema:datePublished ?published }
  OPTIONAL { GRAPH ?article { ?article schema:publisher ?publisher . ?publisher schema:name ?outlet } }
  OPTIONAL { ?article kg:isCurrent ?current }
  OPTIONAL { ?statement a kg:Statement ; kg:inArticle ?article }
}
GROUP BY ?article ?key ?title ?published ?outlet ?current
ORDER BY ?published ?key ?article
"""


def articles(
    store: Store = DEFAULT_STORE,
    form: Annotated[
        str,
        typer.Option("--format", "-f", metavar="FORM", help="table, cards, json, xml, csv or tsv."),
    ] = "",
    out: Out = "-",
) -> None:
    """List the articles of a store: id, date, outlet, title, state, number of statements, key."""
    # Of a longer one a terminal would show less than retract and ask need to know it by.
    query = _QUERY % (12 if form in ("", "table", "cards") else 32)
    with using(store, read_only=True) as opened:
        emit(lambda to: render(opened.query(query), form, out=to), out)
