"""The tagger's attributions, and what the rules add to them."""

import pytest

from kgraph.extract.attribution import Attribution
from kgraph.extract.model import combine
from kgraph.extract.tagger import load_tagger, tag_paragraphs
from kgraph.model import Article

TEXT = "The port is open, Jon Berg said, Norlink reported. She wrote:\n\n“It is late.”"
#       0         1         2         3         4         5          6


def spans(*words):
    return tuple((TEXT.index(w), TEXT.index(w) + len(w)) for w in words)


def attribution(source, cue, content, confidence=0.9):
    return Attribution(
        source=spans(*source), cue=spans(*cue), content=spans(*content), confidence=confidence
    )


INNER = attribution(["Jon Berg"], ["said"], ["The port is open"])
OUTER = attribution(["Norlink"], ["reported"], ["The port is open, Jon Berg said"], 0.7)
BELOW = attribution(["She"], ["wrote"], ["“It is late.”"])
ARTICLE = Article(key="k", text=TEXT)


@pytest.fixture(scope="module")
def model():
    return load_tagger()


@pytest.mark.parametrize(
    ("tagged", "ruled", "expected"),
    [
        ([INNER], [], [INNER]),
        ([], [INNER], [INNER]),
        ([INNER], [INNER, OUTER], [INNER, OUTER]),
        ([OUTER], [INNER, OUTER], [INNER, OUTER]),
        (
            [attribution(["Norlink"], ["reported"], ["The port is open"])],
            [INNER, OUTER],
            [INNER, OUTER],
        ),
        ([attribution(["She"], ["wrote"], ["Norlink"])], [BELOW], [BELOW]),
        ([attribution(["Berg"], ["said"], ["The port is open"])], [INNER], [INNER]),
    ],
    ids=[
        "tagged alone stands",
        "a sure rule fills a gap",
        "a relay is added",
        "what was said is added to its relay",
        "a relay read as the statement is mended",
        "a quotation in the next paragraph is the rules'",
        "a source cut short is made whole",
    ],
)
def test_tagger_and_rules_complete_each_other(tagged, ruled, expected):
    key = lambda a: (a.content, a.cue, a.source)  # noqa: E731
    combined = combine(ARTICLE, tagged, ruled, sure=lambda found, kind: found.confidence)
    assert combined == sorted(expected, key=key)


def test_what_a_rule_adds_is_as_sure_as_its_kind_was_measured_to_be():
    kinds = []
    combine(ARTICLE, [INNER], [INNER, OUTER], sure=lambda found, kind: kinds.append(kind) or 0.5)
    combine(ARTICLE, [], [INNER], sure=lambda found, kind: kinds.append(kind) or 0.5)
    combine(ARTICLE, [OUTER], [INNER], sure=lambda found, kind: kinds.append(kind) or 0.5)
    assert kinds == ["preferred", "gap", "nested"]


def test_an_unsure_rule_fills_no_gap():
    doubtful = attribution(["Jon Berg"], ["said"], ["The port is open"], 0.5)
    assert combine(ARTICLE, [], [doubtful]) == []


def test_the_tagger_reads_source_cue_and_content(model):
    text = "The bridge is safe, Mayor Ruth Okafor said on Monday."
    (found,) = tag_paragraphs(text, [(0, len(text))], model=model)
    words = [
        " ".join(text[s:e] for s, e in role) for role in (found.source, found.cue, found.content)
    ]
    assert words[0] == "Mayor Ruth Okafor"
    assert words[1].startswith("said")
    assert words[2].startswith("The bridge is safe")
    assert 0.5 < found.confidence <= 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        '"',
        "SAID " * 400,
        "x" * 20_000,
        "“" * 300,
        "THE MAYOR SAID THAT THE BRIDGE IS SAFE.",
        "Он сказал: «Нет». 他说：“不。” said",
        "he said that " * 300,
    ],
)
def test_odd_text_is_read_without_a_fault(model, text):
    for found in tag_paragraphs(text, [(0, len(text))] if text else [], model=model):
        for role in (found.source, found.cue, found.content):
            assert all(text[s:e] == text[s:e].strip() != "" for s, e in role)


def test_the_name_of_the_tagger_tells_its_weights(model):
    name, digits = model.name.split()
    assert name == "tagger"
    assert len(digits) == 8
