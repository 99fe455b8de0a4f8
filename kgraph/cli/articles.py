"""``kgraph articles``: what a store holds."""

from typing import Annotated

import typer

from kgraph.ask import render
from kgraph.cli.options import DEFAULT_STORE, Store, emit
from kgraph.store import open_store


def register(app: typer.Typer) -> None:
    """The command is part of the app."""
    app.command("articles", epilog="Example:  kgraph articles --store my-store")(articles)


_QUERY = """
SELECT (STRAFTER(STR(?article), "/article/") AS ?id) ?published ?outlet ?title
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
        str, typer.Option("--format", "-f", help="table, cards, json, xml, csv or tsv.")
    ] = "",
    out: Annotated[str, typer.Option("--output", "-o", help="File to write; - is stdout.")] = "-",
) -> None:
    """List the articles of a store: id, date, outlet, title, state, number of statements, key."""
    with open_store(store, read_only=True, create=False) as opened:
        emit(lambda to: render(opened.query(_QUERY), form, out=to), out)
