"""The page holds every article's exact words, marked, and nothing in them can act."""

from dataclasses import replace

import pytest

from kgraph.export.html import marked
from kgraph.export.marks import cards, hint, pieces
from kgraph.export.pages import visible
from tests.export.conftest import filled, written
from tests.export.hostile import FORBIDDEN, SCRIPT, TEXT, hostile, resolved
from tests.export.parsed import Parsed, assert_harmless
from tests.samples import DENIAL, EXTRACTIONS, REPLY, WIRE


@pytest.fixture(scope="module")
def page(store):
    return written(store, "html").decode()


@pytest.mark.parametrize("extraction", [*EXTRACTIONS, hostile()])
def test_the_pieces_joined_are_the_text(extraction):
    assert "".join(piece.text for piece in pieces(extraction)) == extraction.article.text


def test_the_page_holds_each_text_exactly(page):
    shown = Parsed(page).texts
    assert sorted(shown) == sorted(one.article.text for one in EXTRACTIONS)


def test_every_statement_has_one_card_one_place_in_the_text_and_links_that_lead_somewhere(page):
    parsed = Parsed(page)
    assert len(parsed.ids) == len(set(parsed.ids))
    for extraction in EXTRACTIONS:
        for statement in extraction.statements:
            assert {statement.id, f"w-{statement.id}"} <= set(parsed.ids)
    assert {link[1:] for link in parsed.links if link.startswith("#")} <= set(parsed.ids)


@pytest.mark.parametrize("extraction", EXTRACTIONS)
def test_cards_stand_in_the_order_of_the_text_and_behind_what_they_are_nested_in(extraction):
    found = cards(extraction)
    assert [card.number for card in found] == list(range(1, len(extraction.statements) + 1))
    place = {card.statement.id: card for card in found}
    for card in found:
        if card.statement.parent:
            outer = place[card.statement.parent]
            assert outer.number < card.number
            assert outer.depth == card.depth - 1
    tops = [card.statement.content[0] for card in found if not card.depth]
    assert tops == sorted(tops)


def test_statements_nested_in_each_other_still_have_their_cards():
    one, two, *rest = WIRE.statements
    knot = (replace(one, parent=two.id), replace(two, parent=one.id), *rest)
    assert len(cards(replace(WIRE, statements=knot))) == len(knot)


def test_contents_that_begin_together_have_an_anchor_each():
    one = WIRE.statements[0]
    (start, end), *_ = one.content
    inner = replace(one, id="a" * 32, content=((start, end - 2),), parent=one.id)
    found = pieces(replace(WIRE, statements=(inner, *WIRE.statements)))
    [piece] = [piece for piece in found if one.id in piece.begins]
    assert piece.begins == (one.id, inner.id)
    assert piece.depth == 2


@pytest.mark.parametrize("extraction", [WIRE, REPLY, DENIAL])
def test_a_hint_says_what_the_words_are_and_in_whose_statement(extraction):
    by_id = {card.statement.id: card for card in cards(extraction)}
    for piece in pieces(extraction):
        lines = hint(piece, by_id).splitlines()
        assert bool(lines) == bool(piece.marks)
        for mark, of in piece.roles:
            card = by_id[of]
            wanted = f"{card.number}. {mark}: {card.speaker or 'no source named'} {card.does}"
            assert any(line.startswith(wanted) for line in lines)


def test_headers_and_credits_are_unmarked_text():
    for extraction in EXTRACTIONS:
        other = [p for p in extraction.article.paragraphs if p.kind != "text"]
        at = 0
        for piece in pieces(extraction):
            inside = [p for p in other if p.start < at + len(piece.text) and at < p.end]
            assert not (piece.marks and inside)
            at += len(piece.text)


def test_the_page_tells_who_answered_whom_and_from_how_many_origins(page):
    answers = page[page.index('id="exchanges"') : page.index('id="articles"')]
    assert "There was no deal with the mayor" in answers
    assert "denies" in answers
    assert "a day later; a denial by one it concerns" in answers
    claims = page[page.index('id="claims"') : page.index('id="exchanges"')]
    assert "Harbour Post, Norvia" in claims


def test_an_article_out_to_harm_is_only_text_on_the_page():
    extraction = hostile()
    page = written(filled((extraction,), resolved(extraction)), "html").decode()
    assert_harmless(page)
    for words in FORBIDDEN[:2] + FORBIDDEN[3:]:
        assert words not in page
    assert "javascript:alert(3)" in page, "the address is shown, as text"
    [text] = Parsed(page).texts
    # A parser of HTML makes one line break of two characters.
    assert text.replace("\r\n", "\n") == visible(TEXT).replace("\r\n", "\n")
    assert SCRIPT in text


def test_the_page_needs_no_other_file(page):
    assert "default-src 'none'" in page
    assert not [t for t, _ in Parsed(page).elements if t in ("script", "link", "img", "iframe")]


def test_an_article_is_marked_alone(store):
    assert marked(store, WIRE.article.iri).by_id.keys() == {s.id for s in WIRE.statements}
