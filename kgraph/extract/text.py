"""Extractions as text to read: who said what, through whom, to whom, in answer to what."""

from collections.abc import Iterator
from textwrap import wrap

from kgraph.model import Entity, Event, Extraction, Statement

_WIDTH = 88
_INDENT = "    "


def to_text(extraction: Extraction) -> str:
    """A title line, one block for each statement, then the events; plain text, no colours.

    A nested statement stands under the one around it, further in.
    """
    article = extraction.article
    head = " · ".join(
        part for part in (article.published[:10], article.title or article.key, article.outlet)
        if part
    )  # fmt: skip
    lines = [_one_line(head), "─" * min(_WIDTH, max(1, len(head)))]
    numbers = {s.id: n for n, s in enumerate(extraction.statements, 1)}
    for statement in extraction.statements:
        lines += ["", *_block(extraction, statement, numbers)]
    if extraction.events:
        lines += ["", "Events"]
        lines += [line for event in extraction.events for line in _event(extraction, event)]
    if not extraction.statements and not extraction.events:
        lines += ["", "Nobody is cited."]
    return "\n".join(lines) + "\n"


def _block(extraction: Extraction, statement: Statement, numbers: dict[str, int]) -> Iterator[str]:
    margin = _INDENT * _depth(extraction, statement)
    head = [
        f"{numbers[statement.id]}",
        str(statement.said_at) if statement.said_at else "undated",
        _chain(extraction, statement),
        statement.act,
    ]
    told = extraction.article.quote(statement.addressee)
    if told:
        head.append(f"→ {_one_line(told)}")
    if statement.venue:
        head.append(_one_line(statement.venue))
    if statement.polarity == "negative":
        head.append("negative")
    if statement.modality != "asserted":
        head.append(statement.modality)
    if statement.responds_to in numbers:
        head.append(f"in reply to {numbers[statement.responds_to]}")
    yield from wrap(
        " · ".join(head),
        width=_WIDTH,
        initial_indent=margin,
        subsequent_indent=margin + "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    words = _one_line(extraction.article.quote(statement.content))
    yield from wrap(
        words,
        width=_WIDTH,
        initial_indent=margin + _INDENT,
        subsequent_indent=margin + _INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _depth(extraction: Extraction, statement: Statement) -> int:
    by_id = {s.id: s for s in extraction.statements}
    depth = 0
    while statement.parent in by_id and depth < 6:
        statement = by_id[statement.parent]
        depth += 1
    return depth


def _chain(extraction: Extraction, statement: Statement) -> str:
    """Relays and speaker, "TASS > Dmitry Peskov (Kremlin spokesman)"; else the source's words."""
    entities = {entity.id: entity for entity in extraction.entities}
    names = [entities[relay].name for relay in statement.relays if relay in entities]
    speaker = entities.get(statement.speaker)
    if speaker is not None:
        names.append(_titled(speaker))
    else:
        source = _one_line(extraction.article.quote(statement.source))
        names.append(f"“{source}”" if source else "nobody named")
    return " > ".join(names)


def _titled(entity: Entity) -> str:
    if entity.roles:
        return f"{entity.name} ({entity.roles[0].title})"
    return entity.name if entity.type != "anonymous" else f"{entity.name} (unnamed)"


def _event(extraction: Extraction, event: Event) -> Iterator[str]:
    entities = {entity.id: entity for entity in extraction.entities}
    parts = [str(event.when) if event.when else "undated", event.label]
    if event.agent in entities:
        parts.append(f"by {entities[event.agent].name}")
    others = [entities[e].name for e in event.participants if e in entities]
    if others:
        parts.append("with " + ", ".join(others))
    if event.place:
        parts.append(f"in {event.place}")
    yield _INDENT + _one_line(" · ".join(parts))


def _one_line(words: str) -> str:
    """The words with single spaces, and no character that a terminal would obey."""
    return "".join(c if c.isprintable() else "�" for c in " ".join(words.split()))
