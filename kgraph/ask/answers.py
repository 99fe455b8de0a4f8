"""A question with its parameters becomes SPARQL, and its solutions an answer.

Words of users and articles reach SPARQL only as literals that pyoxigraph has escaped.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Triple

from kgraph import days
from kgraph.ask.questions import QUESTIONS, Question
from kgraph.errors import CallError
from kgraph.store import QueryResult

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple

_BLOCK = re.compile(
    r"VALUES (?:\((?P<names>[?\w ]+)\) \{ \((?:UNDEF ?)+\) \} # parameters"
    r"|\?(?P<word>\w+) \{ UNDEF \} # words of (?P<list>\w+))"
)
_NAME_BREAK = re.compile(r"[-.,;:'’()\s]+")
_IRI = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The rows that answer a question.

    Attributes:
        variables: Names of the columns; every question has ``quote``, ``sentence``, ``outlet``, ``date``,
            ``link``, ``article`` and ``statement`` among them.
        rows: One term for each column, or None.
    """

    question: Question
    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def column(self, name: str) -> tuple[Term | None, ...]:
        """The terms of one column, row by row.

        Raises:
            KeyError: The question has no such column.
        """
        if name not in self.variables:
            raise KeyError(name)
        place = self.variables.index(name)
        return tuple(row[place] for row in self.rows)


class Queried(Protocol):
    """What can be asked: a store, or anything else that answers SPARQL."""

    def query(self, sparql: str) -> QueryResult:
        """The answer to a SPARQL query."""


def ask(store: Queried, name: str, **parameters: str) -> Answer:
    """What the store answers to the question of that name.

    Args:
        store: Any store; it is only read.
        name: A key of ``QUESTIONS``.
        parameters: Values by parameter name; an empty value is none. A trailing underscore is
            dropped, so that ``from_`` can be written.

    Raises:
        CallError: No such question or parameter, a required one is missing, or a date is off.
        QueryError: The store cannot run the query.
    """
    if name not in QUESTIONS:
        raise CallError(name, "no question has that name", f"ask one of {', '.join(QUESTIONS)}")
    question = QUESTIONS[name]
    given = {key.rstrip("_"): value for key, value in parameters.items()}
    solutions = store.query(fill(question, **given))
    if not isinstance(solutions, QuerySolutions):
        raise TypeError(f"{name}.rq is not a SELECT query")
    variables = tuple(variable.value for variable in solutions.variables)
    rows = tuple(tuple(row[variable] for variable in variables) for row in solutions)
    return Answer(question=question, variables=variables, rows=rows)


def fill(question: Question, **parameters: str) -> str:
    """The question's SPARQL with the parameters in it, as escaped literals.

    Raises:
        CallError: No such parameter, a required one is missing, or a date is off.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    given: dict[str, Literal | tuple[Literal, ...]] = {}
    for name, value in parameters.items():
        if not value.strip():
            continue
        if name not in known:
            raise CallError(
                f"--{name}",
                f"question '{question.name}' has no such parameter",
                f"call it as {question.usage}",
            )
        if not any(character.isalnum() for character in value):
            raise CallError(f"--{name} {value}", "there is no word in it", "give names or words")
        given[name] = _READERS[known[name].kind](name, value.strip())
    for parameter in question.parameters:
        if parameter.required and parameter.name not in given:
            raise CallError(
                f"--{parameter.name}",
                f"question '{question.name}' needs it",
                f"call it as {question.usage}",
            )

    def block(match: re.Match[str]) -> str:
        if match["word"]:
            words = given.get(match["list"])
            rows = " ".join(map(str, words)) if isinstance(words, tuple) else "UNDEF"
            return f"VALUES ?{match['word']} {{ {rows} }}"
        names = match["names"].split()
        terms = (given.get(name.removeprefix("?given_")) for name in names)
        row = " ".join(str(term) if isinstance(term, Literal) else "UNDEF" for term in terms)
        return f"VALUES ({' '.join(names)}) {{ ({row}) }}"

    # In one pass, so that what a user wrote is never looked at as a block itself.
    return _BLOCK.sub(block, question.sparql)


def _name(_: str, value: str) -> Literal:
    words = _NAME_BREAK.sub(" ", value.lower()).strip().removeprefix("the ")
    return _literal(f" {words} ")


def _words(_: str, value: str) -> tuple[Literal, ...]:
    # Quotation marks and commas around a word are the user's, and differ from the article's.
    bare = (word.strip("\"'“”„‘’«».,;:!?()") for word in value.lower().split())
    return tuple(_literal(word) for word in bare if word)


def _date(name: str, value: str) -> Literal:
    return _literal(days.checked(f"--{name}", value))


def _claim(name: str, value: str) -> Literal | tuple[Literal, ...]:
    return _literal(value) if _IRI.fullmatch(value) else _words(name, value)


def _article(_: str, value: str) -> Literal:
    return _literal(value)


def _watch(_: str, value: str) -> tuple[Literal, ...]:
    items = (" ".join(item.lower().split()) for item in value.split(","))
    return tuple(_literal(item) for item in items if any(map(str.isalnum, item)))


_READERS: dict[str, Callable[[str, str], Literal | tuple[Literal, ...]]] = {
    "name": _name,
    "words": _words,
    "date": _date,
    "claim": _claim,
    "article": _article,
    "watch": _watch,
}


def _literal(text: str) -> Literal:
    # A shell can pass bytes that are no UTF-8, which Python holds as lone surrogates.
    return Literal(text.encode("utf-8", "replace").decode("utf-8"))
