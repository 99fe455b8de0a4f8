"""Whatever the text, the rules quote it verbatim and never fail."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph.extract.language import parse
from kgraph.extract.rules import find_attributions
from kgraph.ingest.layout import paragraphs
from kgraph.model import Article

WORDS = st.sampled_from(
    ["He", "said", "that", "the", "mayor", ",", ".", '"', "“", "”", "''", "``", "according", "to",
     "TASS", "reported", "as", "by", "warned", "if", "\n\n", "\n", "called", "on", "—", ":", "(", ")",
     "made", "it", "clear", "its", "readiness", "for", "talks", "was", "quoted", "saying", "’", "é"]
)  # fmt: skip
TEXTS = st.one_of(st.lists(WORDS, max_size=40).map(" ".join), st.text(max_size=60))


@pytest.fixture(scope="module")
def parsed(nlp):
    def parsed(text):
        article = Article(key="k", text=text, paragraphs=paragraphs(text, ""))
        return article, find_attributions(parse(article, nlp), article)

    return parsed


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=TEXTS)
def test_spans_are_verbatim_sorted_and_in_paragraphs_of_text(parsed, text):
    article, found = parsed(text)
    allowed = [(p.start, p.end) for p in article.paragraphs if p.kind == "text"]
    for attribution in found:
        assert attribution.content
        for spans in (attribution.source, attribution.cue, attribution.content):
            for start, end in spans:
                assert text[start:end] == text[start:end].strip() != ""
                assert any(s <= start and end <= e for s, e in allowed)
    assert found == sorted(found, key=lambda a: (a.content, a.cue, a.source))


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=TEXTS)
def test_content_lies_apart_from_cue_and_source(parsed, text):
    _, found = parsed(text)
    for attribution in found:
        for low, high in (*attribution.cue, *attribution.source):
            assert not any(s < high and low < e for s, e in attribution.content)
