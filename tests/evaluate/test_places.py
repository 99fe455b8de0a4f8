"""Words that somebody marked lead to the statement that has them."""

from kgraph.evaluate.places import overlap, statement_at
from tests.samples import REPLY, WIRE


def test_the_words_of_a_content_lead_to_it() -> None:
    for extraction in (WIRE, REPLY):
        for one in extraction.statements:
            start, end = one.content[0]
            at = statement_at(extraction, extraction.article.text[start:end])
            assert at is not None
            assert overlap(at.content, start, end) == end - start


def test_less_than_half_of_the_words_is_another_place() -> None:
    [one] = WIRE.statements[:1]
    start = one.content[0][0]
    before = WIRE.article.text[:start]
    assert statement_at(WIRE, before + WIRE.article.text[start : start + len(before) // 2]) is None


def test_words_that_are_not_in_the_text_lead_nowhere() -> None:
    assert statement_at(WIRE, "of no such article") is None


def test_of_several_that_have_the_words_the_shortest_is_meant() -> None:
    outer, inner = (statement_at(REPLY, words) for words in ("promised her money", "money"))
    assert outer
    assert inner
    assert outer != inner
    assert overlap(outer.content, *inner.content[0]) == len("money")


def test_overlap_counts_what_lies_within() -> None:
    assert overlap([(0, 4), (6, 9)], 2, 7) == 3
    assert overlap([(0, 2)], 2, 7) == 0
