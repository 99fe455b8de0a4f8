"""What becomes of the attributions of an article, whoever found them."""

import pytest

from kgraph.extract.language import load_pipeline, parse, with_blocks
from kgraph.extract.quotation import quote_kind
from kgraph.extract.statements import Reader, read
from kgraph.model import Article
from tests.extract.scenes import read_marks, scene_of

STORY = (
    "[T2 [T1 The pier is safe], harbour master [S1 Tom Hunt] [C1 said]], [S2 TASS] [C2 said].\n\n"
    '[T3 "We check it every spring,"] [S3 he] [C3 explained].\n\n'
    "[S4 Ann Gray] [C4 announced] [T4 a new pier].\n\n"
    'In response to Gray\'s announcement, [S5 Hunt] [C5 wrote] to reporters: [T5 "Too late."]'
)


def extraction_of(nlp, marked, *, shuffled=False, **fields):
    text, attributions = read_marks(marked)
    article = Article(key="k", text=text, published="2025-05-01", **fields)
    found = attributions[::-1] * 2 if shuffled else attributions
    doc = parse(with_blocks(article), nlp)
    return read(article, doc, lambda _doc, _article: found, extractor="marks 1")


@pytest.fixture(scope="module")
def story(nlp):
    return extraction_of(nlp, STORY)


def by_content(extraction, words):
    (found,) = [s for s in extraction.statements if extraction.article.quote(s.content) == words]
    return found


def test_statements_stand_in_the_order_of_the_text_the_outer_first(story):
    assert [story.article.quote(s.cue) for s in story.statements] == [
        "said", "said", "explained", "announced", "wrote",
    ]  # fmt: skip
    outer, inner = story.statements[:2]
    assert inner.parent == outer.id
    assert not outer.parent


def test_the_order_and_number_of_finds_do_not_matter(nlp, story):
    assert extraction_of(nlp, STORY, shuffled=True) == story


def test_speakers_are_resolved(story):
    names = [story.entity(s.speaker).name for s in story.statements]
    assert names == ["TASS", "Tom Hunt", "Tom Hunt", "Ann Gray", "Tom Hunt"]


def test_relays_are_entities(story):
    assert [[story.entity(r).name for r in s.relays] for s in story.statements] == [
        [], ["TASS"], ["TASS"], [], [],
    ]  # fmt: skip


def test_replies_name_the_statement(story):
    announced = by_content(story, "a new pier")
    assert [s.responds_to for s in story.statements] == ["", "", "", "", announced.id]


def test_a_sentence_holds_source_cue_and_content(story):
    for statement in story.statements:
        start, end = statement.sentence
        assert all(
            start <= s and e <= end for s, e in statement.source + statement.cue + statement.content
        )
    assert story.article.text[slice(*story.statements[2].sentence)].startswith('"We check')


def test_roles_come_with_the_speaker(story):
    hunt = story.entity(story.statements[1].speaker)
    assert [r.title for r in hunt.roles] == ["harbour master"]


def test_attributions_without_content_are_no_statements(nlp):
    assert not extraction_of(nlp, "[S1 Tom Hunt] [C1 said].").statements


QUOTES = {
    "direct": '[T1 "The pier is safe,"] [S1 he] [C1 said].',
    "direct, without its marks": '"[T1 The pier is safe]," [S1 he] [C1 said].',
    "direct, in two parts": '[T1 "The pier,"] [S1 he] [C1 said], [T1 "is safe."]',
    "direct, with a stray word": '[S1 He] [C1 said] [T1 that "the pier is safe and sound and will stay so"].',
    "direct, in curly marks": "[T1 “The pier is safe,”] [S1 he] [C1 said].",
    "direct, in mixed marks": '[T1 "The pier is safe,”] [S1 he] [C1 said].',
    "direct, never closed": "[T1 “The pier is safe.]",
    "mixed": '[S1 He] [C1 called] [T1 the pier on the north shore "safe"].',
    "mixed, one word outside of two": '[S1 He] [C1 called] [T1 it "safe"].',
    "indirect": "[S1 He] [C1 said] [T1 the pier was safe].",
    "indirect, with an apostrophe": "[S1 He] [C1 said] [T1 Hunt's pier wasn't safe].",
}


@pytest.mark.parametrize("case", QUOTES)
def test_the_kind_of_quotation(nlp, case):
    assert quote_kind(scene_of(nlp, QUOTES[case]), 0) == case.partition(",")[0]


def test_what_is_told_inside_direct_speech_is_indirect(nlp):
    scene = scene_of(nlp, '[S1 He] [C1 said]: [T1 "[S2 Ann Gray] [C2 thinks] [T2 it is safe]."]')
    assert quote_kind(scene, 1) == "indirect"


def test_a_reader_reads_the_same_twice():
    def finder(doc, _article):
        return read_marks("[S1 Tom Hunt] [C1 said] [T1 it rained].")[1] if len(doc) else []

    reader = Reader(nlp=load_pipeline(), finder=finder, name="marks", version="1")
    article = Article(key="k", text="Tom Hunt said it rained.")
    first = reader.extract(article)
    for n in range(3):
        reader.extract(Article(key="k", text=f"Tom Hunt said so{n} rained."))
    assert reader.extract(article) == first
    assert first.extractor == "marks 1"
    assert first.article is article
