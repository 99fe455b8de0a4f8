"""Extractions as records of the "Extraction JSONL" contract, one an article."""

from typing import Any

from kgraph.model import Entity, Event, Extraction, Spans, Statement


def to_record(extraction: Extraction) -> dict[str, Any]:
    """The extraction as plain lists and dicts; keys are always there, offsets those of the text.

    What is unknown is "", [] or None: "" for words and ids, [] for several, None for times.
    """
    by_id = {entity.id: entity for entity in extraction.entities}
    return {
        "id": extraction.article.key,
        "statements": [_statement(extraction, s, by_id) for s in extraction.statements],
        "entities": [_entity(entity) for entity in extraction.entities],
        "events": [_event(event) for event in extraction.events],
    }


def _statement(
    extraction: Extraction, statement: Statement, by_id: dict[str, Entity]
) -> dict[str, Any]:
    speaker = by_id.get(statement.speaker)
    chain = [by_id[relay].name for relay in statement.relays]
    when = statement.said_at
    return {
        "id": statement.id,
        "source": _pairs(statement.source),
        "cue": _pairs(statement.cue),
        "content": _pairs(statement.content),
        "addressee": _pairs(statement.addressee),
        "speaker": speaker.name if speaker else "",
        "speaker_id": statement.speaker,
        "speaker_type": speaker.type if speaker else "none",
        "quote": statement.quote,
        "act": statement.act,
        "polarity": statement.polarity,
        "modality": statement.modality,
        "condition": _pairs(statement.condition),
        "said_at": str(when) if when else None,
        "said_at_basis": when.basis if when else None,
        "venue": statement.venue,
        "chain": [*chain, speaker.name] if speaker else chain,
        "parent": statement.parent,
        "responds_to": statement.responds_to,
        "text": extraction.article.quote(statement.content),
        "confidence": round(statement.confidence, 3),
    }


def _entity(entity: Entity) -> dict[str, Any]:
    record: dict[str, Any] = {
        "id": entity.id,
        "name": entity.name,
        "type": entity.type,
        "names": list(entity.names),
        "mentions": [[mention.start, mention.end] for mention in entity.mentions],
        "roles": [
            {"title": role.title, "organization": role.organization, "span": list(role.span)}
            for role in entity.roles
        ],
    }
    if entity.wikidata:
        record["wikidata"] = entity.wikidata
    return record


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "label": event.label,
        "start": event.when.start if event.when else None,
        "end": event.when.end if event.when else None,
        "agent": event.agent,
        "participants": list(event.participants),
        "place": event.place,
        "spans": _pairs(event.spans),
        "statement": event.statement,
    }


def _pairs(spans: Spans) -> list[list[int]]:
    return [[start, end] for start, end in spans]
