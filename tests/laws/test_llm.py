"""Whatever a language model answers, only words of the article come through."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from kgraph.extract.language import with_blocks
from kgraph.extract.llm_grounding import Ground, Quoted, without
from kgraph.extract.llm_windows import windows
from kgraph.model import Article


def ground_of(text):
    sent = windows(with_blocks(Article(key="k", text=text)), 10_000)
    return Ground(text, sent[0] if sent else ())


@given(
    text=st.text(alphabet="ab “”\n.\ud800é", max_size=60),
    parts=st.tuples(*[st.lists(st.text(alphabet="ab “”\n.é", max_size=6), max_size=3)] * 3),
    number=st.integers(),
)
def test_whatever_is_answered_spans_are_verbatim(text, parts, number):
    source, cue, content = parts
    placed = ground_of(text).place(
        Quoted(source=source, cue=cue, content=content, paragraph=number), confidence=1.0
    )
    if isinstance(placed, str):
        return
    said = "".join(" ".join(source + cue + content).split())
    for role in (placed.source, placed.cue, placed.content):
        assert list(role) == sorted(role)
        assert all(e <= s for (_, e), (s, _) in itertools.pairwise(role))
        for start, end in role:
            assert text[start:end].strip() == text[start:end] != ""
            assert set("".join(text[start:end].split())) <= set(said)


@given(
    spans=st.lists(st.tuples(st.integers(0, 20), st.integers(1, 9)), max_size=4),
    taken=st.lists(st.tuples(st.integers(0, 20), st.integers(1, 9)), max_size=3),
)
def test_without_leaves_just_what_nobody_took(spans, taken):
    text = "abcdefghijklmnopqrstuvwxyzabcdefgh"
    spans = [(s, s + n) for s, n in spans]
    taken = [(s, s + n) for s, n in taken]
    left = {i for s, e in without(text, tuple(spans), taken) for i in range(s, e)}
    expected = {i for s, e in spans for i in range(s, e)}
    assert left == expected - {i for s, e in taken for i in range(s, e)}


@given(st.text(alphabet="ab .\n\t\u00a0\ud800", max_size=80), st.integers(1, 30))
def test_every_word_is_sent_once_and_can_be_found_again(text, size):
    made = windows(with_blocks(Article(key="k", text=text)), size)
    places = [place for window in made for p in window for place in p.places]
    assert places == sorted(set(places))
    assert {i for i, c in enumerate(text) if c.isalnum()} <= set(places)
    for window in made:
        for p in window:
            assert p.shown == p.shown.strip()
            assert p.end - p.start >= len(p.shown)
            for n, character in enumerate(p.shown):
                start, end = p.span(n, n + 1)
                original = text[start:end].replace("\ud800", "\ufffd")
                assert original == character or (character == " " and original.isspace())
