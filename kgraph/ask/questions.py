"""The questions, read from the ``.rq`` files beside this module when first looked at."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import resources

_HEADER = re.compile(r"#\s*(title|about|param):\s*(.+)")

KINDS = ("name", "words", "date", "claim", "article", "watch")
"""What a parameter may hold: see ``Parameter.kind``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One thing that a question can be narrowed by.

    Attributes:
        name: As in ``--speaker``.
        kind: ``name`` (a whole name or whole words of it), ``words`` (all must occur), ``date``
            (ISO 8601 day, month or year), ``claim`` (words or an IRI), ``article`` (key, id or
            IRI), ``watch`` (names and phrases between commas, any may occur).
        required: Whether the question makes no sense without it.
    """

    name: str
    kind: str
    required: bool
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A named SPARQL query with a title, a sentence on what it tells, and its parameters.

    Attributes:
        sparql: The text of the file, valid by itself and then without any narrowing.
    """

    name: str
    title: str
    about: str
    parameters: tuple[Parameter, ...]
    sparql: str

    @property
    def usage(self) -> str:
        """The call of the question on the command line.

        >>> QUESTIONS["position"].usage
        'kgraph ask position --speaker NAME --topic WORDS [--from DATE] [--to DATE]'
        """
        words = [f"kgraph ask {self.name}"]
        for parameter in self.parameters:
            option = f"--{parameter.name} {_SHOWN.get(parameter.kind, parameter.kind.upper())}"
            words.append(option if parameter.required else f"[{option}]")
        return " ".join(words)


_SHOWN = {"claim": "WORDS", "watch": "LIST"}


class Questions(Mapping[str, Question]):
    """The questions by name, in the order in which they are told; files are read on first use."""

    @cached_property
    def _read(self) -> dict[str, Question]:
        folder = resources.files("kgraph.ask").joinpath("questions")
        files = sorted((f for f in folder.iterdir() if f.name.endswith(".rq")), key=_place)
        read = [parse(f.name.removesuffix(".rq"), f.read_text(encoding="utf-8")) for f in files]
        return {question.name: question for question in read}

    def __getitem__(self, name: str) -> Question:
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read)

    def __len__(self) -> int:
        return len(self._read)


ORDER = (
    "said", "first", "anonymous", "origins", "unattributed", "answers", "position", "disagree",
    "fallout", "only-through", "new", "pending",
)  # fmt: skip

QUESTIONS: Mapping[str, Question] = Questions()
"""The twelve questions by name."""


def parse(name: str, text: str) -> Question:
    """The question that a ``.rq`` file holds; its headers are comments at the top.

    Raises:
        ValueError: A header is missing or malformed.
    """
    headers: dict[str, list[str]] = {"title": [], "about": [], "param": []}
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        match = _HEADER.fullmatch(line)
        if match is None:
            raise ValueError(f"{name}.rq: no header: {line!r}")
        headers[match[1]].append(match[2].strip())
    if len(headers["title"]) != 1 or not headers["about"]:
        raise ValueError(f"{name}.rq: needs one title and an about")
    return Question(
        name=name,
        title=headers["title"][0],
        about=" ".join(headers["about"]),
        parameters=tuple(_parameter(name, line) for line in headers["param"]),
        sparql=text,
    )


def _parameter(question: str, line: str) -> Parameter:
    parts = line.split(None, 3)
    if len(parts) != 4 or parts[1] not in KINDS or parts[2] not in ("required", "optional"):
        raise ValueError(f"{question}.rq: param must be NAME KIND required|optional HELP: {line!r}")
    name, kind, need, words = parts
    return Parameter(name=name, kind=kind, required=need == "required", help=words)


def _place(file: resources.abc.Traversable) -> tuple[int, str]:
    name = file.name.removesuffix(".rq")
    return ORDER.index(name) if name in ORDER else len(ORDER), name
