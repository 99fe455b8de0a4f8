"""Laws of the interpretation of statements: odd words never break it, long ones never stall it."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph.extract import acts, actwords, addressee, events, modality, propositions, times, venue
from kgraph.extract.attribution import Attribution
from kgraph.model import Article

ODD = """if unless said told not no never to Kyiv Reuters on X in an interview with May 8 – 11 2025
    Friday last week until from between and , . " ” “ ( ) ' ’s : ? ! — would will had been announced
    a ceasefire the it he who which because that called urged warned asked whether 00:00 \u200b 🙂
    ПУТИН 停火 ... 1e9 99.99.9999"""
WORDS = st.sampled_from([*ODD.split(), "\n\n"])
TEXT = st.lists(WORDS, max_size=40).map(" ".join)


@st.composite
def attributed(draw):
    text = draw(TEXT | st.text(max_size=80))
    edge = st.integers(0, len(text) + 3)

    def spans():
        points = sorted(draw(st.lists(edge, max_size=4)))
        return tuple(zip(points[::2], points[1::2], strict=False))

    return text, Attribution(source=spans(), cue=spans(), content=spans())


@settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    case=attributed(),
    published=st.sampled_from(["", "2025-04-28", "2025-04-28T10:00:00Z", "never"]),
)
def test_any_words_are_interpreted_within_the_text(nlp, case, published):
    text, attribution = case
    doc = nlp(text)
    article = Article(key="k", text=text, published=published)
    assert acts.classify(doc, attribution) in actwords.ACTS
    mood, polarity, condition = modality.classify(doc, attribution)
    assert mood in {"asserted", "possible", "conditional", "planned", "demanded", "hypothetical"}
    assert polarity in {"positive", "negative"}
    assert (mood == "conditional") <= bool(condition)
    told = addressee.find(doc, attribution)
    spans = [*condition, *told]
    assert venue.find(doc, attribution) in text
    said = times.said_at(doc, attribution, article)
    for when in [*times.find(doc, article, 0, len(text)), *([said] if said else [])]:
        assert when.start or when.end
        assert not (when.start and when.end) or when.start <= (when.end + "-99-99")
        spans += [when.span] if when.span else []
    for event in events.find(doc, article, [attribution]):
        assert event.label
        spans += [*event.spans, *event.participants, *([event.agent] if event.agent else [])]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    made = propositions.read(doc, attribution)
    assert made is None or made.relation


@pytest.mark.parametrize(
    "part",
    [
        "if he said that if ",
        "the ceasefire of the talks on May 8 and ",
        "“no ” , ",
        "May 8 to May 11 until Friday ",
        "Kyiv and ",
        "( ",
    ],
)
def test_a_sentence_of_ten_thousand_words_takes_no_longer_than_its_words(nlp, part):
    def spent(words):
        text = part * (words // len(part.split()))
        doc = nlp.make_doc(text)
        for name, pipe in nlp.pipeline:
            doc = pipe(doc) if name != "ner" else doc
        article = Article(key="k", text=text, published="2025-04-28")
        middle = len(text) // 2
        attribution = Attribution(
            source=((0, 3),), cue=((middle, middle + 9),), content=((middle + 10, len(text)),)
        )
        start = time.process_time()
        for find in (
            acts.classify,
            modality.classify,
            addressee.find,
            venue.find,
            propositions.read,
        ):
            find(doc, attribution)
        times.said_at(doc, attribution, article)
        times.find(doc, article, 0, len(text))
        events.find(doc, article, [attribution])
        return time.process_time() - start

    spent(100)
    assert spent(10_000) < 40 * (spent(1_000) + 0.02)
