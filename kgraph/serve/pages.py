"""The pages: the questions as forms, their answers, the articles with their marks."""

from collections.abc import Iterable
from functools import cache

from jinja2 import Environment
from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Triple
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kgraph import vocab
from kgraph.ask import QUESTIONS, ask
from kgraph.errors import CallError, KgraphError
from kgraph.export.html import marked
from kgraph.export.pages import environment
from kgraph.ids import local
from kgraph.serve.setting import setting
from kgraph.store import open_store

_LIST = """
SELECT ?article ?title ?outlet ?published (COUNT(DISTINCT ?statement) AS ?statements) WHERE {
  ?article a kg:Article ; kg:isCurrent true .
  OPTIONAL { ?article schema:headline ?title }
  OPTIONAL { GRAPH ?article { ?article schema:publisher ?publisher . ?publisher schema:name ?outlet } }
  OPTIONAL { ?article schema:datePublished ?published }
  OPTIONAL { ?statement a kg:Statement ; kg:inArticle ?article }
}
GROUP BY ?article ?title ?outlet ?published ORDER BY DESC(?published) ?title ?article LIMIT 500
"""

Cell = tuple[str, str]
"""The words of a table cell, and the address that they lead to, or ""."""

MOST_ROWS = 500
"""No page shows more rows than this; the endpoint gives all."""


@cache
def _templates() -> Environment:
    return environment("kgraph.serve")


def _page(name: str, status: int = 200, **values: object) -> HTMLResponse:
    return HTMLResponse(_templates().get_template(name).render(**values), status)


def start(request: Request) -> Response:
    """The start page: what the store holds, and the twelve questions as forms."""
    counts = setting(request).query(
        "SELECT (COUNT(DISTINCT ?a) AS ?articles) (COUNT(DISTINCT ?s) AS ?statements) WHERE {"
        " ?a kg:isCurrent true . OPTIONAL { ?s kg:inArticle ?a ; a kg:Statement } }"
    )
    assert isinstance(counts, QuerySolutions)
    row = next(iter(counts))
    return _page(
        "start.html",
        questions=list(QUESTIONS.values()),
        articles=row["articles"].value,
        statements=row["statements"].value,
    )


def answer(request: Request) -> Response:
    """The answer to one question, with the form that asked it."""
    question = QUESTIONS.get(request.path_params["question"])
    if question is None:
        error = CallError(request.path_params["question"], "no such question", "see the list")
        return failed(request, error, 404)
    given = {k: v for k, v in request.query_params.items() if v}
    missing = [p.name for p in question.parameters if p.required and p.name not in given]
    if missing:
        return _page("answer.html", question=question, given=given, names=[], rows=[], asked=False)
    found = ask(setting(request), question.name, **given)
    names, rows = _table(found.variables, found.rows)
    return _page("answer.html", question=question, given=given, names=names, rows=rows, asked=True)


def articles(request: Request) -> Response:
    """The newest articles of the store."""
    rows = setting(request).query(_LIST)
    assert isinstance(rows, QuerySolutions)
    names, cells = _table([v.value for v in rows.variables], (tuple(row) for row in rows))
    return _page("articles.html", names=names, rows=cells)


def article(request: Request) -> Response:
    """One article with its marks and statements."""
    here = setting(request)
    iri = local("article", request.path_params["digest"])
    with open_store(here.location, read_only=True, create=False) as store:
        if not _is_digest(request.path_params["digest"]) or not store.contains(iri):
            error = CallError(iri, "no article of the store has that id", "see the articles")
            return failed(request, error, 404)
        return _page("article.html", marked=marked(store, iri))


def query(request: Request) -> Response:
    """A form for SPARQL and, where a query was sent, its result as a table."""
    sparql = request.query_params.get("query", "")
    if not sparql.strip():
        return _page("query.html", sparql="", names=[], rows=[], asked=False, error="")
    try:
        result = setting(request).query(sparql)
    except KgraphError as error:
        return _page(
            "query.html", 400, sparql=sparql, names=[], rows=[], asked=False, error=str(error)
        )
    if isinstance(result, QuerySolutions):
        names, rows = _table([v.value for v in result.variables], (tuple(r) for r in result))
    else:
        names, rows = ["answer"], [[("yes" if result else "no", "")]]
    return _page("query.html", sparql=sparql, names=names, rows=rows, asked=True, error="")


def style(_request: Request) -> Response:
    """The style sheet, which the page export has inside itself."""
    return Response(
        _templates().get_template("style.css").render(),
        media_type="text/css",
        headers={"Cache-Control": "max-age=3600"},
    )


def failed(_request: Request, error: KgraphError, status: int) -> Response:
    """A page that says where, what, and what to do."""
    return _page("failed.html", status, error=error)


def _is_digest(text: str) -> bool:
    return text.isascii() and text.isalnum()


def _table(
    names: Iterable[str],
    rows: Iterable[tuple[NamedNode | BlankNode | Literal | Triple | None, ...]],
) -> tuple[list[str], list[list[Cell]]]:
    """Column names and cells, no more than ``MOST_ROWS`` rows."""
    found: list[list[Cell]] = []
    for row in rows:
        if len(found) == MOST_ROWS:
            break
        found.append([_cell(term) for term in row])
    return list(names), found


def _cell(term: NamedNode | BlankNode | Literal | Triple | None) -> Cell:
    if term is None:
        return "", ""
    if not isinstance(term, NamedNode):
        return term.value if isinstance(term, Literal) else str(term), ""
    home = local("article", "")
    if term.value.startswith(home):
        digest = term.value.removeprefix(home)
        return f"article {digest[:8]}", f"/article/{digest}"
    for prefix, namespace in vocab.PREFIXES.items():
        if term.value.startswith(namespace):
            return f"{prefix}:{term.value.removeprefix(namespace)}", ""
    return term.value, term.value
