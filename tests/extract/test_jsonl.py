"""The record of an extraction, key by key."""

import json

import pytest

from kgraph.extract import to_record
from kgraph.model import (
    Article,
    Entity,
    Event,
    Extraction,
    Mention,
    Role,
    Statement,
    When,
)

TEXT = 'The pier is "safe", Tom Hunt, harbour master, told reporters on Monday, TASS said.'


def at(words):
    start = TEXT.index(words)
    return start, start + len(words)


FULL = Extraction(
    article=Article(key="pier", text=TEXT, published="2025-05-01"),
    entities=(
        Entity(
            id="h", name="Tom Hunt", type="person", names=("Hunt",),
            mentions=(Mention(start=at("Tom Hunt")[0], end=at("Tom Hunt")[1]),),
            roles=(Role(title="harbour master", organization="", span=at("Tom Hunt, harbour master")),),
            wikidata="Q42",
        ),
        Entity(id="t", name="TASS", type="organization"),
    ),
    statements=(
        Statement(
            id="s", source=(at("Tom Hunt"),), cue=(at("told"),), content=(at('The pier is "safe"'),),
            addressee=(at("reporters"),), speaker="h", relays=("t",), quote="mixed",
            said_at=When(start="2025-04-28", end="2025-04-28", span=at("on Monday")),
            venue="at the pier", parent="p", responds_to="r", confidence=0.93211,
        ),
        Statement(id="n", source=(), cue=(), content=(at("safe"),)),
    ),
    events=(
        Event(
            id="e", label="check", spans=(at("pier"),), agent="h", participants=("t",), place="Oslo",
            when=When(start="2025-05-08", end="2025-05-11"), statement="s",
        ),
    ),
)  # fmt: skip


def test_a_statement_has_every_key_of_the_contract():
    statement = to_record(FULL)["statements"][0]
    assert statement == {
        "id": "s",
        "source": [list(at("Tom Hunt"))],
        "cue": [list(at("told"))],
        "content": [list(at('The pier is "safe"'))],
        "addressee": [list(at("reporters"))],
        "speaker": "Tom Hunt",
        "speaker_id": "h",
        "speaker_type": "person",
        "quote": "mixed",
        "act": "assert",
        "polarity": "positive",
        "modality": "asserted",
        "condition": [],
        "said_at": "2025-04-28",
        "said_at_basis": "stated",
        "venue": "at the pier",
        "chain": ["TASS", "Tom Hunt"],
        "parent": "p",
        "responds_to": "r",
        "text": 'The pier is "safe"',
        "confidence": 0.932,
    }


def test_what_is_unknown_is_there_and_empty():
    full, empty = to_record(FULL)["statements"]
    assert list(full) == list(empty)
    assert {k: empty[k] for k in ("source", "speaker", "speaker_type", "said_at", "chain")} == {
        "source": [], "speaker": "", "speaker_type": "none", "said_at": None, "chain": [],
    }  # fmt: skip


def test_an_entity_has_its_roles_with_their_evidence():
    hunt, tass = to_record(FULL)["entities"]
    assert hunt == {
        "id": "h",
        "name": "Tom Hunt",
        "type": "person",
        "names": ["Hunt"],
        "mentions": [list(at("Tom Hunt"))],
        "roles": [
            {
                "title": "harbour master",
                "organization": "",
                "span": list(at("Tom Hunt, harbour master")),
            }
        ],
        "wikidata": "Q42",
    }
    assert "wikidata" not in tass


def test_an_event_has_its_time_and_people():
    assert to_record(FULL)["events"] == [
        {
            "id": "e", "label": "check", "start": "2025-05-08", "end": "2025-05-11", "agent": "h",
            "participants": ["t"], "place": "Oslo", "spans": [list(at("pier"))], "statement": "s",
        }
    ]  # fmt: skip


@pytest.mark.parametrize("extraction", [FULL, Extraction(article=Article(key="", text=""))])
def test_a_record_is_plain_json(extraction):
    record = to_record(extraction)
    assert json.loads(json.dumps(record)) == record
    assert list(record) == ["id", "statements", "entities", "events"]
    assert record["id"] == extraction.article.key
