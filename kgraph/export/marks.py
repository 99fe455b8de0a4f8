"""Articles with their marks: which words are whose source, cue, content or addressee."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

from kgraph.evidence.acts import edge_labels
from kgraph.model import Entity, Extraction, Spans, Statement

Mark: TypeAlias = Literal["source", "cue", "content", "addressee"]

_Run: TypeAlias = tuple[int, int, Mark, str]
"""Start and end of a mark, and the id of its statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of words under the same marks.

    Attributes:
        marks: Roles that the words play in any statement, sorted.
        begins: Ids of the statements whose content begins here, outermost first.
        roles: What the words are in which statement, by id, outermost first.
        depth: How many contents hold the words: 2 is a statement inside a statement.
        direct: Whether the words are quoted directly.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    begins: tuple[str, ...] = ()
    roles: tuple[tuple[Mark, str], ...] = ()
    depth: int = 0
    direct: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One statement as a reader wants it: names instead of ids, and the exact words.

    Attributes:
        number: Its place among the statements of the text, from 1, as in the margin of the text.
        depth: How many statements it stands inside of.
        does: The act as a verb: "announces".
    """

    statement: Statement
    number: int
    depth: int
    words: str
    does: str
    speaker: str
    role: str
    chain: tuple[str, ...]
    addressees: tuple[str, ...]
    condition: str
    answers: str


def pieces(extraction: Extraction) -> list[Piece]:
    """The article's text cut where any mark begins or ends; joined, it is the text again."""
    text = extraction.article.text
    # An outer content is longer than what is nested in it, and so stands first.
    widths = {one.id: sum(e - s for s, e in one.content) for one in extraction.statements}
    roles: list[_Run] = [
        (start, end, mark, statement.id)
        for statement in sorted(extraction.statements, key=lambda one: (-widths[one.id], one.id))
        for mark, spans in _roles(statement)
        for start, end in spans
    ]
    cuts = sorted({0, len(text), *(r[0] for r in roles), *(r[1] for r in roles)})
    starts: dict[int, list[_Run]] = {}
    for role in roles:
        starts.setdefault(role[0], []).append(role)
    first = {one.id: min(s for s, _ in one.content) for one in extraction.statements}
    direct = {one.id for one in extraction.statements if one.quote == "direct"}
    found: list[Piece] = []
    open_roles: list[_Run] = []
    for start, end in pairwise(cuts):
        begun = starts.get(start, [])
        open_roles = [r for r in open_roles if r[1] > start] + begun
        contents = {of for *_, mark, of in open_roles if mark == "content"}
        begins = (of for *_, mark, of in begun if mark == "content" and first[of] == start)
        found.append(
            Piece(
                text=text[start:end],
                marks=tuple(sorted({r[2] for r in open_roles})),
                begins=tuple(dict.fromkeys(begins)),
                roles=tuple((mark, of) for *_, mark, of in open_roles),
                depth=len(contents),
                direct=not contents.isdisjoint(direct),
            )
        )
    return found


def cards(extraction: Extraction) -> list[Card]:
    """The statements in the order of the text, each followed by those nested in it."""
    entities = {entity.id: entity for entity in extraction.entities}
    by_id = {statement.id: statement for statement in extraction.statements}
    article = extraction.article
    found = []
    for number, (statement, depth) in enumerate(_nested(extraction.statements), start=1):
        speaker = entities.get(statement.speaker)
        answered = by_id.get(statement.responds_to)
        found.append(
            Card(
                statement=statement,
                number=number,
                depth=depth,
                words=article.quote(statement.content),
                does=edge_labels().get(statement.act, statement.act),
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


def hint(piece: Piece, by_id: Mapping[str, Card]) -> str:
    """What the words are and in whose statement, a line for each: "content: Ilieva announces"."""
    lines = []
    for mark, of in piece.roles:
        card = by_id[of]
        through = f", through {' › '.join(card.chain)}" if card.chain else ""
        who = card.speaker or "no source named"
        lines.append(f"{card.number}. {mark}: {who} {card.does}{through}")
    return "\n".join(dict.fromkeys(lines))


def _nested(statements: Sequence[Statement]) -> Iterator[tuple[Statement, int]]:
    """The statements with their depth, parents first; each once, whatever their parents."""
    known = {one.id for one in statements}
    inside: dict[str, list[Statement]] = {}
    for one in sorted(statements, key=lambda one: (min(one.content), one.id)):
        inside.setdefault(one.parent if one.parent in known else "", []).append(one)
    waiting = [(one, 0) for one in reversed(inside.pop("", []))]
    while waiting or inside:
        if not waiting:  # Statements that are nested in each other have no outermost one.
            waiting = [(one, 0) for one in reversed(inside.pop(min(inside)))]
        one, depth = waiting.pop()
        yield one, depth
        waiting += [(child, depth + 1) for child in reversed(inside.pop(one.id, []))]


def _roles(statement: Statement) -> Iterable[tuple[Mark, Spans]]:
    yield "source", statement.source
    yield "cue", statement.cue
    yield "content", statement.content
    yield "addressee", statement.addressee


def _names(ids: Iterable[str], entities: dict[str, Entity]) -> list[str]:
    return [entities[i].name for i in ids if i in entities]


def _role(entity: Entity | None) -> str:
    return entity.roles[0].title if entity and entity.roles else ""
