"""Articles with their marks: which words are whose source, cue, content or addressee."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

from kgraph.model import Entity, Extraction, Spans, Statement

Mark: TypeAlias = Literal["source", "cue", "content", "addressee"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of words under the same marks.

    Attributes:
        marks: Roles that the words play in any statement, sorted.
        first: Id of the statement whose content begins here, as an anchor; "" otherwise.
        statements: Ids of the statements that the words belong to, outermost first.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    first: str = ""
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One statement as a reader wants it: names instead of ids, and the exact words."""

    statement: Statement
    words: str
    cue: str
    speaker: str
    role: str
    chain: tuple[str, ...]
    addressees: tuple[str, ...]
    condition: str
    answers: str


def pieces(extraction: Extraction) -> list[Piece]:
    """The article's text cut where any mark begins or ends; joined, it is the text again."""
    text = extraction.article.text
    roles: list[tuple[Mark, str, int, int]] = [
        (mark, statement.id, start, end)
        for statement in extraction.statements
        for mark, spans in _roles(statement)
        for start, end in spans
    ]
    cuts = sorted({0, len(text), *(r[2] for r in roles), *(r[3] for r in roles)})
    starts: dict[int, list[tuple[Mark, str, int, int]]] = {}
    for role in roles:
        starts.setdefault(role[2], []).append(role)
    anchors: dict[int, str] = {}
    for statement in extraction.statements:
        anchors.setdefault(min(s for s, _ in statement.content), statement.id)
    found: list[Piece] = []
    open_roles: list[tuple[Mark, str, int, int]] = []
    for start, end in pairwise(cuts):
        open_roles = [r for r in open_roles if r[3] > start] + starts.get(start, [])
        found.append(
            Piece(
                text=text[start:end],
                marks=tuple(sorted({r[0] for r in open_roles})),
                first=anchors.get(start, ""),
                statements=tuple(dict.fromkeys(r[1] for r in open_roles)),
            )
        )
    return found


def cards(extraction: Extraction) -> list[Card]:
    """The statements in the order of the text."""
    entities = {entity.id: entity for entity in extraction.entities}
    by_id = {statement.id: statement for statement in extraction.statements}
    article = extraction.article
    found = []
    for statement in extraction.statements:
        speaker = entities.get(statement.speaker)
        answered = by_id.get(statement.responds_to)
        found.append(
            Card(
                statement=statement,
                words=article.quote(statement.content),
                cue=article.quote(statement.cue),
                speaker=speaker.name if speaker else "",
                role=_role(speaker),
                chain=tuple(_names(statement.relays, entities)),
                addressees=tuple(_names(statement.addressees, entities))
                or tuple(article.quote((span,)) for span in statement.addressee),
                condition=article.quote(statement.condition),
                answers=article.quote(answered.content) if answered else "",
            )
        )
    return found


def _roles(statement: Statement) -> Iterable[tuple[Mark, Spans]]:
    yield "source", statement.source
    yield "cue", statement.cue
    yield "content", statement.content
    yield "addressee", statement.addressee


def _names(ids: Iterable[str], entities: dict[str, Entity]) -> list[str]:
    return [entities[i].name for i in ids if i in entities]


def _role(entity: Entity | None) -> str:
    return entity.roles[0].title if entity and entity.roles else ""
