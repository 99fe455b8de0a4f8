"""Quotations that are paragraphs of their own stay apart from the cues of other paragraphs."""

import pytest

from kgraph.extract.unclaimed import without_others
from kgraph.model import Article
from tests.extract.scenes import read_marks

TABLE = {
    "above the paragraph that reports another": (
        "[T1 “I would want to see it first.”]\n\n[T1 “It is thin,”] [S1 Tom Hunt] [C1 said].",
        ["“It is thin,”"],
    ),
    "above it, with a sentence between": (
        "[T1 “I would want to see it.”]\n\nHer rival goes on. [T1 “It is thin,”] [S1 Tom Hunt] [C1 said].",
        ["“It is thin,”"],
    ),
    "left open above, it is the same speech": (
        "[T1 “I would want to see it.]\n\n[T1 “It is thin,”] [S1 Tom Hunt] [C1 said].",
        ["“I would want to see it.", "“It is thin,”"],
    ),
    "behind a question that was asked": (
        "[T1 “Did you tell him?”] [S1 counsel] [C1 asked].\n\n[T1 “I did not.”]",
        ["“Did you tell him?”"],
    ),
    "behind a sentence about somebody else": (
        "[T1 “I told him,”] [S1 Tom Hunt] [C1 said].\n\nHis wife was harsher. [T1 “He laughed.”]",
        ["“I told him,”"],
    ),
    "behind a sentence about the speaker": (
        "[T1 “I told him,”] [S1 Tom Hunt] [C1 said].\n\nHe paused. [T1 “He laughed.”]",
        ["“I told him,”", "“He laughed.”"],
    ),
    "behind a plain statement, the speaker goes on": (
        "[T1 “I told him,”] [S1 he] [C1 said].\n\n[T1 “He laughed.”]",
        ["“I told him,”", "“He laughed.”"],
    ),
}


@pytest.mark.parametrize(("marked", "kept"), TABLE.values(), ids=TABLE.keys())
def test_a_cue_reports_what_its_own_paragraph_quotes(marked, kept):
    text, (attribution,) = read_marks(marked)
    cut = without_others(Article(key="k", text=text, published="2025-05-01"), attribution)
    assert [text[s:e] for s, e in cut.content] == kept
