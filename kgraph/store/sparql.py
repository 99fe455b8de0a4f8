"""SPARQL text on its way into a store: faults located, prefixes known, federation refused."""

import re
from typing import Final

import pyoxigraph

from kgraph import vocab
from kgraph.errors import QueryError

_PLACE: Final = re.compile(r"error at (\d+):(\d+): expected (.*)", re.DOTALL)
_SAID: Final = (
    ("Prefix not found", "undeclared prefix"),
    ("IRI parsing failed", "malformed IRI"),
    ("contains a variable that is unbound", "SELECT of a variable that is not grouped by"),
)
_QUOTED: Final = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|<[^\s<>]*>|(?<!\S)#[^\n]*")
_PREFIXED: Final = re.compile(r"(?<![\w.:?$@-])([A-Za-z][\w-]*):[\w%]")
_SERVICE: Final = re.compile("service", re.IGNORECASE)
# Of the same length, so that places in the text stay; no production of the grammar has it bare.
_NO_KEYWORD: Final = "S3RV1C3"


def fault(sparql: str, message: str, *, lines_before: int = 0) -> QueryError:
    """The error that a parser's message tells, with line, column and the words before the fault.

    Oxigraph's parser names what it tried at the furthest place it came to, character classes
    and unlikely keywords alike; the words there help more.

    Args:
        sparql: The query as its author wrote it.
        message: What the parser says of it.
        lines_before: How many lines stood before it in what was parsed.

    >>> error = fault("SELECT ?x { ?x", "error at 1:15: expected one of LATERAL, [_]")
    >>> error.line, error.column, error.what
    (1, 15, "not valid SPARQL at line 1, column 15, behind 'SELECT ?x { ?x'")
    """
    match = _PLACE.search(message)
    if match is None:
        return QueryError(shown(sparql), f"not valid SPARQL: {brief(message)}", "mend the query")
    line, column = int(match[1]) - lines_before, int(match[2])
    if line < 1:
        # The fault of an empty text is found where the lines before it end.
        line, column = 1, 1
    kind = next((said for sign, said in _SAID if sign in match[3]), "not valid SPARQL")
    what = f"{kind} at line {line}, column {column}"
    before = brief_end("\n".join([*sparql.split("\n")[: line - 1], _line(sparql, line, column)]))
    unknown = _undeclared(sparql)
    return QueryError(
        shown(sparql),
        f"{what}, behind {before!r}" if before else what,
        f"declare PREFIX {unknown}: or mend the query" if unknown else "mend the query",
        line=line,
        column=column,
    )


def shown(sparql: str) -> str:
    """The first words of a query, as an error message names it."""
    return f"query {brief(sparql, 40)!r}" if sparql.strip() else "empty query"


def brief(text: str, length: int = 160) -> str:
    """The text on one line, its end cut to a length."""
    words = " ".join(text.split())
    return words if len(words) <= length else words[: length - 1].rstrip() + "…"


def brief_end(text: str, length: int = 30) -> str:
    """The text on one line, its start cut to a length."""
    words = " ".join(text.split())
    return words if len(words) <= length else "…" + words[1 - length :].lstrip()


def admit(sparql: str) -> None:
    """Nothing happens unless the query calls other servers by ``SERVICE``, or is no Unicode.

    The word "service" may rightly stand in strings, comments, names and IRIs, and telling those from the
    keyword takes a whole parser. So the parser is asked how far it comes with the query and with
    each "service" in it turned into nonsense of the same length: only a keyword makes a
    difference. Both texts end in rubbish, so that neither is ever evaluated.

    Raises:
        QueryError: It does, or is not.
    """
    try:
        sparql.encode()
    except UnicodeEncodeError as error:
        raise QueryError(
            shown(sparql), f"half a character at index {error.start}", "mend the query"
        ) from error
    match = _SERVICE.search(sparql)
    if match and _reach(sparql) != _reach(_SERVICE.sub(_NO_KEYWORD, sparql)):
        raise QueryError(
            shown(sparql),
            "SERVICE would call another server",
            "ask that server itself, or load its data first",
        )


def with_prefixes(sparql: str) -> str:
    """The query with those known prefixes declared that it doesn't declare itself.

    They take one line in front of it.
    """
    head = " ".join(
        f"PREFIX {name}: <{iri}>"
        for name, iri in vocab.PREFIXES.items()
        if not _declares(sparql, name)
    )
    return f"{head}\n{sparql}"


def _reach(sparql: str) -> str:
    try:
        pyoxigraph.Store().query(f"{sparql}\n\n\x01", prefixes=vocab.PREFIXES)
    except SyntaxError as error:
        match = _PLACE.search(str(error))
        return f"{match[1]}:{match[2]}" if match else str(error)
    raise AssertionError("a control character parsed as SPARQL")


def _line(sparql: str, line: int, column: int) -> str:
    lines = sparql.split("\n")
    return lines[line - 1][: column - 1] if line <= len(lines) else ""


def _undeclared(sparql: str) -> str:
    names = _PREFIXED.findall(_QUOTED.sub(" ", sparql))
    return next((n for n in names if n not in vocab.PREFIXES and not _declares(sparql, n)), "")


def _declares(sparql: str, name: str) -> bool:
    return bool(re.search(rf"\bPREFIX\s+{re.escape(name)}\s*:", sparql, re.IGNORECASE))
