"""Windows hold every paragraph of text once, and know where each character stands."""

import pytest

from kgraph.extract.language import with_blocks
from kgraph.extract.llm_windows import halves, piece, windows
from kgraph.model import Article, Paragraph


def shown(text, size):
    made = windows(with_blocks(Article(key="k", text=text)), size)
    return [[p.shown for p in window] for window in made]


@pytest.mark.parametrize(
    ("text", "size", "expected"),
    [
        ("", 10, []),
        (" \n ", 10, []),
        ("***\n\n—", 10, []),
        ("a\n\nb", 10, [["a", "b"]]),
        ("abcd\n\nefgh\n\nij", 8, [["abcd", "efgh"], ["ij"]]),
        ("One is. Two are. Three", 12, [["One is."], ["Two are."], ["Three"]]),
        ("one two three", 8, [["one two"], ["three"]]),
        ("abcdefghij", 4, [["abcd"], ["efgh"], ["ij"]]),
    ],
)
def test_paragraphs_are_packed_in_order(text, size, expected):
    assert shown(text, size) == expected


def test_only_text_is_sent():
    text = "Rain\n\nHe said it rained."
    article = Article(
        key="k",
        text=text,
        paragraphs=(Paragraph(start=0, end=4, kind="heading"), Paragraph(start=6, end=24)),
    )
    assert [[p.shown for p in w] for w in windows(article, 100)] == [["He said it rained."]]


def test_halves_hold_all():
    one = piece("a", 0, 1)
    for n in range(2, 6):
        first, second = halves((one,) * n)
        assert first
        assert second
        assert len(first + second) == n
