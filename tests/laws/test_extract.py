"""Laws of extraction: whatever the text and whoever finds, what comes out hangs together."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph.extract import load_extractor, to_record, to_text
from kgraph.extract.attribution import Attribution
from kgraph.extract.language import load_pipeline, parse, with_blocks
from kgraph.extract.rules import find_attributions
from kgraph.extract.statements import read
from kgraph.model import Article
from tests.strategies import articles, span_sets

NLP = []
"""Loaded by the first law that is tried; hypothesis takes no fixture of wider scope."""


def pipeline():
    if not NLP:
        NLP.append(load_pipeline())
    return NLP[0]


EXTRACTORS = []


def extractors():
    if not EXTRACTORS:
        EXTRACTORS.extend(load_extractor(name) for name in ("rules", "model"))
    return EXTRACTORS


laws = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

PIECES = st.sampled_from(
    """Tom Hunt|Ann Gray|Mr Hunt|he|she|they|it|I|who|the minister|a senior official|said|says|
    warned|denied that|according to|told reporters|"|“|”|'|‘|’|''|``|,|.|:|—|(|)|;|that|if|unless|
    in response to|'s announcement|Reuters reported|TASS said|the pier|is safe|will fall on May 8|
    Kyiv|the Kremlin|Finance Minister|, the mayor of Oslo,|[the]|…|\n\n|\n|\r\n|\t|\u2028|\u00a0|
    \x00|\ud83d\ude00|É|ＦＵＬＬ|WALLACE:|1.|- |$5|#|@x|http://a.b/c?d=e|and|both|one of them|asked about"""
    .replace("|\n    ", "|").split("|")
)  # fmt: skip
texts = st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=80)
"""Pieces of news in any order, and any text at all."""


HOSTILE = st.sampled_from(
    ["\ud800", "\udfff", "\u200b", "\u200d", "\ufeff", "\u00ad", "\u0301", "e\u0301\u0302", "\x1b[0m",
     "\x85", "\x0b", "\u202e", "قال", "שלום", "部长说", "SAID", "TOM HUNT", "Hunt:", '"' * 5, "(((", "''" * 3,
     "a" * 300, "-" * 40, "。", "!?" * 9, "he said that " * 9, "According to " * 4, "0" * 30, "1.000,5", "\n" * 4]
)  # fmt: skip
hostile = st.lists(HOSTILE | PIECES | st.characters(), max_size=30).flatmap(
    lambda parts: st.sampled_from(["", " "]).map(lambda space: space.join(parts))
)
"""Pieces of news among what breaks tokenizers, with and without blanks between."""


@st.composite
def found_in(draw, article):
    """What a finder might find, right or wrong."""
    return [
        Attribution(
            source=draw(span_sets(article)),
            cue=draw(span_sets(article)),
            content=draw(span_sets(article)),
            confidence=draw(st.floats(0, 1)),
        )
        for _ in range(draw(st.integers(0, 5)))
    ]


def coherent(extraction):
    """Every offset lies in the text, every id is of something here, nothing runs in circles."""
    text = extraction.article.text
    statements = {s.id: s for s in extraction.statements}
    entities = {e.id: e for e in extraction.entities}
    assert len(statements) == len(extraction.statements)
    assert len(entities) == len(extraction.entities)
    for s in extraction.statements:
        for spans in (s.source, s.cue, s.content, s.addressee, s.condition, (s.sentence,)):
            assert all(0 <= start < end <= len(text) for start, end in spans), spans
            assert list(spans) == sorted(spans)
        assert s.content
        assert {s.speaker, *s.addressees, *s.relays} <= {"", *entities}
        assert "" not in (*s.addressees, *s.relays)
        assert s.speaker not in s.relays[-1:]
        assert s.parent in {"", *statements}
        assert s.responds_to in {"", *statements}
        for step in ("parent", "responds_to"):
            seen, at = set(), s.id
            while at:
                assert at not in seen
                seen.add(at)
                at = getattr(statements[at], step)
    for e in extraction.entities:
        assert e.name
        spans = [(m.start, m.end) for m in e.mentions] + [r.span for r in e.roles]
        assert all(0 <= start < end <= len(text) for start, end in spans)
    for v in extraction.events:
        assert {v.agent, *v.participants} <= {"", *entities}
        assert v.statement in {"", *statements}
        assert all(0 <= start < end <= len(text) for start, end in v.spans)
    json.dumps(to_record(extraction))
    to_text(extraction)


def read_by(finder, article):
    return read(article, parse(with_blocks(article), pipeline()), finder, extractor="law")


@laws
@given(text=texts)
def test_any_text_is_read_by_rules(text):
    article = Article(key="k", text=text, published="2025-05-01")
    coherent(read_by(find_attributions, article))


@laws
@given(data=st.data())
def test_any_finds_become_statements_that_hang_together(data):
    article = data.draw(articles() | texts.filter(bool).map(lambda t: Article(key="k", text=t)))
    found = data.draw(found_in(article))
    extraction = read_by(lambda _doc, _article: found, article)
    coherent(extraction)
    kept = {
        (a.source, a.cue, a.content)
        for a in found
        if any(article.text[start:end].strip() for start, end in a.content)
    }
    assert {(s.source, s.cue, s.content) for s in extraction.statements} == kept


@laws
@given(data=st.data())
def test_the_same_article_gives_the_same_extraction(data):
    article = data.draw(texts.map(lambda t: Article(key="k", text=t or "x")))
    found = data.draw(found_in(article))
    order = data.draw(st.permutations(found))
    first = read_by(lambda _doc, _article: found, article)
    assert read_by(lambda _doc, _article: order, article) == first


@laws
@given(text=hostile)
def test_hostile_text_is_read_verbatim_and_twice_the_same_by_every_extractor(text):
    article = Article(key="k", text=text, published="2025-05-01")
    for extractor in extractors():
        extraction = extractor.extract(article)
        coherent(extraction)
        assert extraction.article == article
        assert extractor.extract(article) == extraction
