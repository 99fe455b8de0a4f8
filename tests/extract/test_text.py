"""Extractions as a terminal shows them."""

from dataclasses import replace

from kgraph.extract import to_text
from kgraph.model import Article, Extraction
from tests.extract.test_jsonl import FULL

PAGE = """\
2025-05-01 · Piers · Bay Mirror
───────────────────────────────

1 · 2025-04-28 · TASS > Tom Hunt (harbour master) · assert · → reporters · at the pier
    The pier is "safe"

2 · undated · nobody named · assert
    safe

Events
    2025-05-08/2025-05-11 · check · by Tom Hunt · with TASS · in Oslo
"""


def test_a_page_tells_who_said_what_through_whom():
    article = replace(FULL.article, title="Piers", outlet="Bay Mirror")
    assert to_text(replace(FULL, article=article)) == PAGE


def test_a_nested_statement_stands_further_in():
    outer, inner = FULL.statements
    nested = replace(FULL, statements=(outer, replace(inner, parent=outer.id)))
    lines = to_text(nested).splitlines()
    assert "    2 · undated · nobody named · assert" in lines


def test_an_answer_names_the_number_of_what_it_answers():
    first, second = FULL.statements
    answered = replace(
        FULL,
        statements=(
            first,
            replace(second, responds_to=first.id, polarity="negative", modality="planned"),
        ),
    )
    assert "2 · undated · nobody named · assert · negative · planned · in reply to 1" in to_text(
        answered
    )


def test_circles_of_parents_end():
    first, second = FULL.statements
    circle = (replace(first, parent=second.id), replace(second, parent=first.id))
    assert to_text(replace(FULL, statements=circle))


def test_an_article_without_statements_says_so():
    page = to_text(Extraction(article=Article(key="k", text="Rain.")))
    assert page == "k\n─\n\nNobody is cited.\n"


def test_no_character_reaches_the_terminal_as_a_command():
    article = replace(FULL.article, title="\x1b[31mred\x07\u202e")
    assert not set(to_text(replace(FULL, article=article))) & {"\x1b", "\x07", "\u202e"}


def test_lines_fit_a_terminal():
    long = replace(FULL, article=replace(FULL.article, title="word " * 60))
    statements = tuple(replace(s, venue="at the pier " * 20) for s in FULL.statements)
    page = to_text(replace(long, statements=statements))
    assert all(len(line) <= 88 for line in page.splitlines()[1:])
