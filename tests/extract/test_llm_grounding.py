"""Strings become spans: where they stand, which of several places is meant, and when they don't."""

import re

import pytest

from kgraph.extract.attribution import Attribution
from kgraph.extract.language import with_blocks
from kgraph.extract.llm_grounding import Ground, Quoted
from kgraph.extract.llm_windows import windows
from kgraph.model import Article, Paragraph
from tests.extract.marked import read


def ground_of(text):
    blocks = tuple(
        Paragraph(start=m.start(), end=m.end()) for m in re.finditer(r"\S(?:.|\n(?!\n))*", text)
    )
    article = with_blocks(Article(key="k", text=text, paragraphs=blocks))
    sent = windows(article, 10_000)
    return Ground(text, sent[0] if sent else ())


def strings(text, spans):
    return [text[start:end] for start, end in spans]


PLACES = {
    "the only place": "[s:Tom Hunt] [c:said] [t:it rained].",
    "a cue that stands before": "It was said. [s:Hunt] [c:said] [t:it rained].",
    "a cue that stands behind": "[t:It rained], [s:Hunt] [c:said], and it was said.",
    "a source that stands before": "He left. [s:He] [c:said] [t:it rained].",
    "a source inside a longer word": "The man said so: [s:he] [c:saw] [t:rain].",
    "a content that stands twice": "Rain came. [s:He] [c:feared] [t:Rain].",
    "a content in two pieces": "[t:“No,”] [s:he] [c:said], [t:“never.”]",
    "a piece that stands twice": "“No.” [t:“Ask her,”] [s:he] [c:said]. [t:“No.”]",
    "a line break in the words": "[s:Tom\nHunt] [c:said] [t:it\n  rained].",
    "tabs and wide blanks": "[s:Tom\tHunt] [c:said] [t:it\u00a0rained\u2003hard].",
    "a cue in two pieces": "[s:He] [c:called] [t:the pier] [c:for].",
    "no source": "[c:Reportedly], [t:it rained].",
    "no cue": "[s:Hunt]. [t:It rained].",
    "a colon": "[s:HUNT][c::] [t:It rained: hard].",
    "letters beyond the first plane": "🙂 [s:Tom] [c:said] [t:it 🙂 rained].",
    "combining marks": "[s:Ren\u0065\u0301] [c:said] [t:no].",
}  # fmt: skip


@pytest.mark.parametrize("case", PLACES)
def test_strings_are_found_where_they_are_meant(case):
    text, spans = read(PLACES[case])
    quoted = Quoted(**{
        name: strings(text, spans.get(letter, ()))
        for name, letter in (("source", "s"), ("cue", "c"), ("content", "t"))
    })  # fmt: skip
    assert ground_of(text).place(quoted, confidence=0.5) == Attribution(
        source=spans.get("s", ()),
        cue=spans.get("c", ()),
        content=spans.get("t", ()),
        confidence=0.5,
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("“It rained,”", "“It rained,”"),
        ('"It rained,"', "It rained,"),
        ("'It rained'", "It rained"),
        ("“It rained,", "“It rained,"),
        ("  It   rained\n", "It rained"),
        ("It snowed", None),
        ("it rained", None),
        ("It rained.", None),
        ("", None),
        ("“”", None),
        ("x" * 10_000, None),
    ],
)
def test_only_spaces_and_marks_around_the_whole_make_no_difference(content, expected):
    text = "“It rained,” he said."
    placed = ground_of(text).place(
        Quoted(source=["he"], cue=["said"], content=[content]), confidence=1.0
    )
    found = strings(text, placed.content) if isinstance(placed, Attribution) else None
    assert found == ([expected] if expected else None)


def test_like_finds_stand_one_behind_the_other():
    text = "“No,” he said. “Yes,” he said. “No,” he said."
    ground = ground_of(text)
    finds = [
        ground.place(Quoted(source=["he"], cue=["said"], content=[words]), confidence=1.0)
        for words in ("“No,”", "“Yes,”", "“No,”")
    ]
    assert [f.cue[0][0] for f in finds] == [9, 25, 40]
    assert [f.content[0][0] for f in finds] == [0, 15, 31]
    assert [f.source[0][0] for f in finds] == [6, 22, 37]


def test_the_paragraph_that_the_model_names_comes_first():
    text = "He said no.\n\nHe said no."
    quoted = {"source": ["He"], "cue": ["said"], "content": ["no"]}
    second = ground_of(text).place(Quoted(**quoted, paragraph=2), confidence=1.0)
    assert second.cue[0][0] > text.index("\n")
    for unknown in (0, 3, -1, 10**30):
        placed = ground_of(text).place(Quoted(**quoted, paragraph=unknown), confidence=1.0)
        assert placed.cue[0][0] < text.index("\n")


def test_what_holds_its_own_cue_is_cut_around_it():
    text = "It rains, he said, and hails."
    placed = ground_of(text).place(
        Quoted(source=["he"], cue=["said"], content=["It rains, he said, and hails"]),
        confidence=1.0,
    )
    assert strings(text, placed.content) == ["It rains,", "and hails"]


def test_a_page_of_one_word_takes_no_longer_than_it_should():
    text = "yes " * 5_000
    ground = ground_of(text)
    for _ in range(20):
        ground.place(Quoted(source=["yes"], cue=["yes"], content=["yes"] * 20), confidence=1.0)
