"""One spring in the harbour town of Varna, for watch-lists."""

from dataclasses import replace

import pytest

from kgraph import pipeline
from kgraph.evidence import (
    current_quads,
    extraction_quads,
    revision_quads,
    withdrawn_quads,
)
from kgraph.store import MemoryStore
from tests.stories import said, told

ORIGIN = "the north basin will be closed to grain ships until autumn"
LINES = (
    "The old port of Varna has not been dredged for eleven years.",
    "Barges and tugs had been brought in from Burgas for the work.",
    "Nobody could say what the delay will cost the town in the end.",
    "The north basin is too shallow now for ships that carry grain.",
)


def undated(extraction):
    """The same, but that nothing in the text tells when it was said."""
    said_then = [
        replace(s, said_at=replace(s.said_at, basis="published")) for s in extraction.statements
    ]
    return replace(extraction, statements=tuple(said_then))


OLD = told(
    "ledger-talks", "Ledger", "2025-05-06",
    said("Petar Kolev", "the wage talks will be held in Burgas on 12 May"),
    said("Petar Kolev", "the ministers had accepted the invitation", cue="added"),
    said("Petar Kolev", "nobody will be sent home"),
)  # fmt: skip
NEW = told(
    "ledger-talks", "Ledger", "2025-05-07",
    said("Petar Kolev", "the wage talks will be held in Burgas on 14 May"),
    said("Petar Kolev", "nobody will be sent home"),
    title="Talks set for 14 May",
)  # fmt: skip

ARTICLES = {
    "wire": undated(told(
        "wire", "Norvia", "2025-05-01T09:00:00Z",
        said("Ana Ilieva", ORIGIN, cue="announced", act="announce", role="mayor"), *LINES,
    )),
    "copy": undated(told(
        "copy", "Post", "2025-05-02",
        said("Ana Ilieva", ORIGIN, cue="announced", act="announce", role="mayor"), *LINES,
        credited=("Norvia",),
    )),
    "own": told("own", "Mirror", "2025-05-08", said("Ana Ilieva", ORIGIN)),
    "count": told(
        "count", "Mirror", "2025-05-07",
        said("Vera Dimova", "the strike has stopped 40 ships outside the port"),
    ),
    "other-count": told(
        "other-count", "Post", "2025-05-08",
        said("Boyan Petkov", "the strike has stopped 12 ships outside the port"),
    ),
    "before": told(
        "before", "Mirror", "2025-05-06",
        said("Vera Dimova", "the wage offer", cue="rejected", act="reject",
             proposition=("Vera Dimova", "reject", "wage offer")),
    ),
    "after": told(
        "after", "Post", "2025-05-09",
        said("Vera Dimova", "the wage offer", cue="accepted", act="accept",
             proposition=("Vera Dimova", "accept", "wage offer")),
        said("Petar Kolev", "the dockers of blackmail", cue="accused", act="accuse",
             to="Vera Dimova", to_kind="person"),
    ),
    "denial": told(
        "denial", "Gazette", "2025-05-09",
        said("Port Office", "the strike has stopped 40 ships outside the port", cue="denied",
             act="deny", kind="organization"),
    ),
    "reply": told(
        "reply", "Gazette", "2025-05-10",
        said("Boyan Petkov", "pumps will come from Burgas by June"),
        said("Dobri Stanev", "the pumps are too late", cue="replied", act="respond", answers=0),
    ),
    "new": NEW,
}  # fmt: skip


def filled(store, articles=ARTICLES, old=OLD):
    """The articles are in the store as ingest and resolution leave them."""
    for extraction in articles.values():
        iri = extraction.article.iri
        store.replace({iri: extraction_quads(extraction)}, insert=current_quads(iri))
    store.replace(
        {old.article.iri: extraction_quads(old)},
        insert=[
            *revision_quads(NEW.article.iri, old.article.iri),
            *withdrawn_quads(
                "https://w3id.org/kgraph/article/gone", key="gone.txt", title="A Hoax"
            ),
        ],
    )
    pipeline.rebuild(store)
    return store


@pytest.fixture
def store():
    with MemoryStore() as made:
        yield filled(made)
