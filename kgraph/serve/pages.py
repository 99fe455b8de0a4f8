"""The pages: the questions as forms, their answers, the articles with their marks."""

from collections.abc import Iterable, Mapping
from functools import cache

from jinja2 import Environment
from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Triple
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kgraph import vocab
from kgraph.ask import QUESTIONS, ask, fill
from kgraph.errors import CallError, KgraphError, QueryTimeout
from kgraph.export.html import marked
from kgraph.export.pages import environment
from kgraph.ids import BASE, local
from kgraph.serve.cards import groups
from kgraph.serve.setting import setting
from kgraph.store import open_store

_LIST = """
SELECT ?article (COALESCE(?headline, ?key) AS ?title) ?outlet ?published (COUNT(DISTINCT ?statement) AS ?statements) WHERE {
  ?article a kg:Article ; kg:isCurrent true ; kg:key ?key .
  OPTIONAL { ?article schema:headline ?headline }
  OPTIONAL { GRAPH ?article { ?article schema:publisher ?publisher . ?publisher schema:name ?outlet } }
  OPTIONAL { ?article schema:datePublished ?published }
  OPTIONAL { ?statement a kg:Statement ; kg:inArticle ?article }
}
GROUP BY ?article ?headline ?key ?outlet ?published
ORDER BY DESC(STR(?published)) ?headline ?article LIMIT 500
"""

_NAMES = f"""
SELECT ?of ?name WHERE {{
  {{ SELECT DISTINCT ("speaker" AS ?of) ?name WHERE {{
      GRAPH <{vocab.CLAIMS}> {{ ?claim kg:claimedBy ?actor }}
      GRAPH <{vocab.ACTORS}> {{ ?actor schema:name ?name }} }}
    ORDER BY ?name LIMIT 500 }}
  UNION
  {{ SELECT DISTINCT ("outlet" AS ?of) ?name WHERE {{ ?outlet a kg:Outlet ; schema:name ?name }}
    ORDER BY ?name LIMIT 500 }}
}} ORDER BY ?of ?name
"""

Cell = tuple[str, str]
"""The words of a table cell, and the address that they lead to, or ""."""

MOST_ROWS = 500
"""No page shows more rows than this; the endpoint gives all."""


@cache
def _templates() -> Environment:
    return environment("kgraph.serve")


def _page(name: str, values: Mapping[str, object], status: int = 200) -> HTMLResponse:
    return HTMLResponse(_templates().get_template(name).render(values), status)


def start(request: Request) -> Response:
    """The start page: what the store holds, and the twelve questions as forms."""
    counts = _solutions(
        request,
        "SELECT (COUNT(DISTINCT ?a) AS ?articles) (COUNT(DISTINCT ?s) AS ?statements) WHERE {"
        " ?a kg:isCurrent true . OPTIONAL { ?s kg:inArticle ?a ; a kg:Statement } }",
    )
    row = next(iter(counts))
    values = {
        "questions": list(QUESTIONS.values()),
        "names": _names(request),
        "articles": row["articles"].value,
        "statements": row["statements"].value,
    }
    return _page("start.html", values)


def answer(request: Request) -> Response:
    """The answer to one question, with the form that asked it."""
    question = QUESTIONS.get(request.path_params["question"])
    if question is None:
        error = CallError(request.path_params["question"], "no such question", "see the list")
        return failed(request, error, 404)
    given = {k: v.strip() for k, v in request.query_params.items() if v.strip()}
    values: dict[str, object] = {
        "question": question,
        "given": given,
        "names": _names(request),
        "error": "",
        "most": MOST_ROWS,
        "answer": None,
    }
    missing = [p.name for p in question.parameters if p.required and p.name not in given]
    if missing:
        # Who came by a link with nothing filled in has made no mistake yet.
        values["error"] = f"Please fill in: {', '.join(missing)}." if given else ""
        return _page("answer.html", values)
    try:
        sparql = fill(question, **given)
        values["answer"] = found = ask(setting(request), question.name, **given)
    except CallError as error:
        return _page("answer.html", {**values, "error": str(error)}, 400)
    columns, rows = _table(found.variables, found.rows)
    shown = {"columns": columns, "rows": rows, "sparql": sparql}
    return _page("answer.html", {**values, **shown, "groups": groups(found, MOST_ROWS)})


def articles(request: Request) -> Response:
    """The newest articles of the store."""
    listed = [
        {
            "page": f"/article/{row['article'].value.removeprefix(local('article', ''))}",
            "title": row["title"].value,
            "outlet": row["outlet"].value if row["outlet"] else "",
            "published": row["published"].value if row["published"] else "",
            "statements": int(row["statements"].value),
        }
        for row in _solutions(request, _LIST)
    ]
    return _page("articles.html", {"articles": listed, "most": MOST_ROWS})


def article(request: Request) -> Response:
    """One article with its marks and statements."""
    here = setting(request)
    iri = local("article", request.path_params["digest"])
    with open_store(here.location, read_only=True, create=False) as store:
        if not _is_digest(request.path_params["digest"]) or not store.contains(iri):
            error = CallError(iri, "no article of the store has that id", "see the articles")
            return failed(request, error, 404)
        return _page("article.html", {"marked": marked(store, iri)})


def query(request: Request) -> Response:
    """A form for SPARQL and, where a query was sent, its result as a table."""
    sparql = request.query_params.get("query", "")
    values: dict[str, object] = {"sparql": sparql, "error": "", "asked": False, "most": MOST_ROWS}
    if not sparql.strip():
        return _page("query.html", values)
    try:
        result = setting(request).query(sparql)
    except KgraphError as error:
        status = 503 if isinstance(error, QueryTimeout) else 400
        return _page("query.html", {**values, "error": str(error)}, status)
    if isinstance(result, QuerySolutions):
        names, rows = _table([v.value for v in result.variables], (tuple(r) for r in result))
    else:
        names, rows = ["answer"], [[("yes" if result else "no", "")]]
    return _page("query.html", {**values, "asked": True, "columns": names, "rows": rows})


def style(_request: Request) -> Response:
    """The style sheet, which the page export has inside itself."""
    return Response(
        _templates().get_template("style.css").render(),
        media_type="text/css",
        headers={"Cache-Control": "max-age=3600"},
    )


def failed(_request: Request, error: KgraphError, status: int) -> Response:
    """A page that says where, what, and what to do."""
    return _page("failed.html", {"error": error}, status)


def _solutions(request: Request, sparql: str) -> QuerySolutions:
    rows = setting(request).query(sparql)
    assert isinstance(rows, QuerySolutions)
    return rows


def _names(request: Request) -> dict[str, list[str]]:
    """What the fields of the forms offer: speakers and outlets that the store knows."""
    found: dict[str, list[str]] = {"speaker": [], "outlet": []}
    for row in _solutions(request, _NAMES):
        found[row["of"].value].append(row["name"].value)
    return found


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
        return f"article/{digest[:8]}", f"/article/{digest}"
    for prefix, namespace in _LONGEST_FIRST:
        if term.value.startswith(namespace):
            return f"{prefix}:{term.value.removeprefix(namespace)}", ""
    if term.value.startswith(BASE):
        # What this store mints is found nowhere but here.
        kind, _, digest = term.value.removeprefix(BASE).partition("/")
        return f"{kind}/{digest[:8]}", ""
    return term.value, term.value


_LONGEST_FIRST = sorted(vocab.PREFIXES.items(), key=lambda item: -len(item[1]))
