"""Whatever the text, extraction ends, in time linear in its length, and quotes verbatim."""

import time

import pytest

from kgraph.extract import load_extractor, to_record
from kgraph.extract.attribution import Attribution
from kgraph.extract.model import combine
from kgraph.model import Article
from tests.extract.hostile import HOSTILE

LINEAR = 4
MOST = 9
"""Times as long that four times the text may take; the square would be sixteen."""

SLOWEST = (
    "one paragraph", "one sentence", "unbalanced marks", "nested", "nested brackets", "names",
    "one surname", "transcript",
)  # fmt: skip


@pytest.fixture(scope="module")
def extractors():
    return {name: load_extractor(name) for name in ("rules", "model")}


def article(name, length):
    return Article(key="k", text=HOSTILE[name](length), published="2025-05-01")


def spent(work, times):
    def once():
        begun = time.process_time()
        work()
        return time.process_time() - begun

    return min(once() for _ in range(times))


def verbatim(extraction):
    text = extraction.article.text
    for statement in to_record(extraction)["statements"]:
        for role in ("source", "cue", "content", "addressee"):
            assert all(0 <= start < end <= len(text) for start, end in statement[role])
        assert statement["text"] == " … ".join(text[s:e] for s, e in statement["content"])


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_are_read_and_quoted_verbatim(extractors, name):
    for extractor in extractors.values():
        verbatim(extractor.extract(article(name, 500)))


@pytest.mark.parametrize("name", SLOWEST)
def test_a_text_four_times_as_long_takes_some_four_times_as_long(extractors, name):
    rules = extractors["rules"]
    short, long = article(name, 2_000), article(name, 2_000 * LINEAR)
    assert spent(lambda: rules.extract(long), 1) < MOST * spent(lambda: rules.extract(short), 2)


def test_finds_of_one_paragraph_are_combined_in_time_linear_in_their_number():
    def finds(many, start):
        step = 50
        return [
            Attribution(
                source=((n + start, n + start + 4),),
                cue=((n + 10, n + 14),),
                content=((n + 15, n + step - 5),),
                confidence=0.9,
            )
            for n in range(0, many * step, step)
        ]

    def work(many):
        tagged, ruled = finds(many, 0), finds(many, 1)
        return lambda: combine(Article(key="k", text="x" * many * 50), tagged, ruled)

    assert spent(work(8_000), 1) < MOST * spent(work(2_000), 3)
