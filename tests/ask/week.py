"""One week in the harbour town of Varna, told by hand-made articles, and a store filled with them."""

from kgraph.evidence import current_quads, derived_quads, extraction_quads, revision_quads
from kgraph.resolve import resolve
from tests.stories import said, told

PAUSE = said(
    "Ana Ilieva", "a pause of the dredging from 8 to 11 May", cue="announced", act="announce",
    role="mayor", alias="Ilieva", event=("pause", "2025-05-08", "2025-05-11"),
)  # fmt: skip
CALL = said(
    "Ana Ilieva", "to hold back their boats", cue="called on", act="call-on", to="Dockers' Union",
    modality="demanded", alias="Ilieva",
)  # fmt: skip
WIRE_LINES = (
    "The old port of Varna has not been dredged for eleven years.",
    "Barges and tugs had been brought in from Burgas for the work.",
    "Nobody could say what the delay will cost the town in the end.",
    "The north basin is too shallow now for ships that carry grain.",
)

OLD = told(
    "ledger-talks", "Ledger", "2025-05-06",
    said("Petar Kolev", "the talks will be held in Burgas on 12 May", cue="said"),
    said("Petar Kolev", "the ministers had accepted the invitation", cue="added"),
)  # fmt: skip
NEW = told(
    "ledger-talks", "Ledger", "2025-05-07",
    said("Petar Kolev", "the talks will be held in Burgas on 14 May", cue="said"),
    title="Talks set for 14 May",
)  # fmt: skip

ARTICLES = {
    "wire": told("wire", "Norvia", "2025-05-05T09:00:00Z", PAUSE, CALL, *WIRE_LINES),
    "copy": told(
        "copy", "Post", "2025-05-05T12:00:00Z", PAUSE, CALL, *WIRE_LINES, credited=("Norvia",)
    ),
    "reply": told(
        "reply", "Mirror", "2025-05-06",
        said(
            "Dobri Stanev", "the pause of Ana Ilieva as a gift to the grain lobby",
            cue="rejected", act="reject", about="Ana Ilieva",
        ),
    ),
    "leak": told(
        "leak", "Ledger", "2025-05-06",
        said(
            "a senior official", "the harbour office hid two reports on the basin",
            kind="anonymous",
        ),
    ),
    "count": told(
        "count", "Mirror", "2025-05-07",
        said("Vera Dimova", "the strike has stopped 40 ships outside the port",
             proposition=("strike", "stop", "40 ships")),
    ),
    "other-count": told(
        "other-count", "Post", "2025-05-08",
        said("Boyan Petkov", "the strike has stopped 12 ships outside the port"),
    ),
    "before": told(
        "before", "Mirror", "2025-05-06",
        said("Vera Dimova", "the wage offer", cue="rejected", act="reject"),
    ),
    "after": told(
        "after", "Post", "2025-05-09",
        said("Vera Dimova", "the wage offer", cue="accepted", act="accept"),
    ),
    "voice": told(
        "voice", "Gazette", "2025-05-09",
        "The strike has stopped 40 ships outside the port.",
    ),
    "threat": told(
        "threat", "Mirror", "2025-05-09",
        said(
            "Dobri Stanev", "to block the bridge if the barges return", cue="threatened",
            act="threaten", modality="conditional", condition="if the barges return",
        ),
        said("Boyan Petkov", "new pumps by 10 May", cue="promised", act="promise",
             event=("pumps", "2025-05-10", "2025-05-10")),
    ),
    "new": NEW,
}  # fmt: skip


def fill_store(store, articles, old=None):
    """The articles are in the store as ingest and resolution leave them."""
    extractions = list(articles.values())
    graphs = {e.article.iri: extraction_quads(e) for e in extractions}
    insert = [quad for iri in graphs for quad in current_quads(iri)]
    if old is not None:
        graphs[old.article.iri] = extraction_quads(old)
        insert += revision_quads(NEW.article.iri, old.article.iri)
    derived = derived_quads(resolve(extractions))
    store.replace({**graphs, **derived}, insert=insert)
