"""Wire agencies that an article credits."""

import pytest

from kgraph.ingest.credits import credited
from kgraph.ingest.layout import paragraphs

BODY = "The ferry will sail again on Friday, the harbour master said."


@pytest.mark.parametrize(
    ("text", "author", "outlet", "expected"),
    [
        (f"KELP BAY, April 28 (Seawire) - {BODY}", "", "The Gull", ("Seawire",)),
        (f"KELP BAY, April 28 (Seawire) - {BODY}", "", "Seawire", ()),
        (f"PORT ELLEN, Isle (AP) — {BODY}", "", "", ("AP",)),
        (f"Kelp Bay (Reuters) – {BODY}", "", "", ("Reuters",)),
        (f"(Reuters) -- {BODY}", "", "", ("Reuters",)),
        (f"KELP BAY, April 28. /TASS/. {BODY}", "", "", ("TASS",)),
        (f"KELP BAY. April 28 (Interfax) - {BODY}", "", "", ("Interfax",)),
        (BODY, "Reuters", "", ("Reuters",)),
        (BODY, "Nora Quill, AP", "", ("AP",)),
        (BODY, "AFP and staff", "", ("AFP",)),
        (BODY, "By The Associated Press", "", ("Associated Press",)),
        (BODY, "Ani Petrova", "", ()),
        (f"Ferry Crews Return\n\nBy Reuters\n\n{BODY}", "Reuters", "", ("Reuters",)),
        (f"{BODY}\n\nThe Associated Press contributed to this report.", "", "", ("Associated Press",)),
        (f"{BODY}\n\n© Agence France-Presse", "", "", ("Agence France-Presse",)),
        (f"{BODY}\n\nSource: Reuters", "", "", ("Reuters",)),
        (f"{BODY}\n\n(AFP)", "", "", ("AFP",)),
        (f"{BODY} TASS said.", "", "", ()),
        ("Nora Quill (Kelp Bay) – the mayor – will speak on Friday, her office said.", "", "", ()),
        (BODY, "", "", ()),
    ],
)  # fmt: skip
def test_credits_are_read_from_dateline_byline_and_closing_line(text, author, outlet, expected):
    assert credited(text, paragraphs(text), author, outlet) == expected
