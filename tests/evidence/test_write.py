"""Evidence graphs: their shape, their literals, what they refuse."""

from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, Triple, serialize

from kgraph import vocab
from kgraph.evidence import extraction_quads, outlet_iri
from kgraph.evidence.terms import decimal, kg, moment, schema, web_address
from kgraph.model import Article, Event, Extraction, Statement, When
from tests.samples import COPY, DENIAL, EXTRACTIONS, REPLY, WIRE

ARTICLE = Article(key="k", text="Rain, she said.", outlet="Bay Mirror")


def values(extraction, predicate, subject=None):
    return sorted(
        quad.object.value
        for quad in extraction_quads(extraction)
        if quad.predicate == predicate and (subject is None or quad.subject.value == subject)
    )


def test_the_turtle_of_an_extraction_is_this(snapshot):
    triples = [Triple(q.subject, q.predicate, q.object) for q in extraction_quads(REPLY)]
    turtle = serialize(triples, format=RdfFormat.TURTLE, prefixes=vocab.PREFIXES).decode()
    assert turtle == snapshot


def test_two_articles_of_one_text_share_nothing_but_outlets_and_the_run():
    subjects = [{q.subject.value for q in extraction_quads(one)} for one in (WIRE, COPY)]
    assert {iri.split("/")[4] for iri in subjects[0] & subjects[1]} == {"outlet", "run"}


def test_union_of_collections_is_union_of_quads():
    store = Store()
    for extraction in EXTRACTIONS:
        store.extend(extraction_quads(extraction))
    first = {str(quad) for quad in store}
    for extraction in reversed(EXTRACTIONS):
        store.extend(extraction_quads(extraction))
    assert {str(quad) for quad in store} == first


@pytest.mark.parametrize(
    ("value", "literal"),
    [
        ("2025", ("2025", "gYear")),
        ("2025-05", ("2025-05", "gYearMonth")),
        ("2025-05-08", ("2025-05-08", "date")),
        ("2025-05-08T10:00:00Z", ("2025-05-08T10:00:00Z", "dateTime")),
        ("2025-05-08T10:00:00+00:00", ("2025-05-08T10:00:00Z", "dateTime")),
        ("2025-05-08T10:00:00-00:00", ("2025-05-08T10:00:00Z", "dateTime")),
        ("2025-05-08T10:00:00+03:00", ("2025-05-08T10:00:00+03:00", "dateTime")),
        ("2025-05-08T10:00:00+0300", ("2025-05-08T10:00:00+03:00", "dateTime")),
        ("2025-05-08 10:00", ("2025-05-08T10:00:00", "dateTime")),
        ("2025-05-08T10:00:00.500", ("2025-05-08T10:00:00.5", "dateTime")),
        ("2025-05-08T10:00:00.000Z", ("2025-05-08T10:00:00Z", "dateTime")),
        ("2025-05-08T24:00:00", None),
        ("2025-05-08T10:00:00+14:30", None),
        ("2025-13", None),
        ("2025-02-30", None),
        ("2025-02-30T10:00:00", None),
        ("0000", None),
        ("٢٠٢٥", None),
        ("20250508", None),
        ("2025-W19", None),
        ("", None),
        ("8 May", None),
    ],
)
def test_a_time_is_written_as_precise_as_it_is(value, literal):
    found = moment(value)
    assert literal == (found and (found.value, found.datatype.value.removeprefix(vocab.XSD)))


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (1, "1"), (0.5, "0.5"), (0.97, "0.97"), (0.1234, "0.123"), (0.9999, "1"),
     (1e-9, "0"), (-1e-9, "0")],
)  # fmt: skip
def test_a_score_has_three_places_and_no_trailing_zeros(value, text):
    assert decimal(value).value == text


@pytest.mark.parametrize(
    ("url", "valid"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://müller.example/ü", True),
        ("https://example.org/a b", False),
        ("https://example.org/{id}", False),
        ("https:///path", False),
        ("http://[::1", False),
        ("ftp://example.org/", False),
        ("javascript:alert(1)", False),
        ("/a/b", False),
        ("example.org/a", False),
    ],
)
def test_a_url_is_an_iri_or_a_text(url, valid):
    extraction = Extraction(article=replace(ARTICLE, url=url))
    assert (web_address(url) is not None) == valid
    assert values(extraction, schema("url")) == ([url] if valid else [])
    assert values(extraction, kg("urlText")) == ([] if valid else [url])


def test_a_time_that_its_type_would_change_keeps_its_own_characters():
    article = replace(ARTICLE, published="2025-05-08T10:00+00:00", modified="spring 2025")
    extraction = Extraction(article=article)
    assert values(extraction, schema("datePublished")) == ["2025-05-08T10:00:00Z"]
    assert values(extraction, kg("datePublishedText")) == ["2025-05-08T10:00+00:00"]
    assert values(extraction, schema("dateModified")) == []
    assert values(extraction, kg("dateModifiedText")) == ["spring 2025"]


@pytest.mark.parametrize(
    ("start", "end", "facts"),
    [
        ("2025-05-08", "2025-05-08", {"startDate": "2025-05-08"}),
        ("2025-05", "2025-05", {"startDate": "2025-05"}),
        ("2025-05-08", "2025-05-11", {"startDate": "2025-05-08", "endDate": "2025-05-11"}),
        ("2025-05-08", "", {"startDate": "2025-05-08", "openEnd": "true"}),
        ("", "2025-05-11", {"endDate": "2025-05-11"}),
        ("soon", "soon", {"startDateText": "soon"}),
    ],
)
def test_an_interval_says_its_end_and_a_point_does_not(start, end, facts):
    event = Event(id="e", label="rain", spans=((0, 4),), when=When(start=start, end=end))
    extraction = Extraction(article=ARTICLE, events=(event,))
    found = {
        quad.predicate.value.removeprefix(vocab.KG): quad.object.value
        for quad in extraction_quads(extraction)
        if quad.subject.value == event.iri
    }
    names = ("startDate", "endDate", "openEnd", "startDateText", "endDateText")
    assert {name: found[name] for name in names if name in found} == facts
    assert found["dateBasis"] == "stated"


def test_absent_is_absent():
    for extraction in (*EXTRACTIONS, Extraction(article=ARTICLE)):
        for quad in extraction_quads(extraction):
            assert not isinstance(quad.object, Literal) or quad.object.value != ""
    assert {q.predicate for q in extraction_quads(Extraction(article=replace(ARTICLE, outlet="")))} == {
        NamedNode(vocab.RDF + "type"), kg("key"), schema("articleBody"),
    }  # fmt: skip


def test_one_name_is_one_outlet_in_every_article():
    assert (
        values(WIRE, schema("publisher")) == values(COPY, kg("credits")) == [outlet_iri("Norvia")]
    )
    assert values(COPY, schema("publisher")) == values(DENIAL, schema("publisher"))


def test_a_chain_runs_from_the_outermost_relay_to_the_speaker():
    [money] = [one for one in REPLY.statements if len(one.relays) == 2]
    assert values(REPLY, kg("chain"), money.iri) == ["Radio Delta > Gazette > Ana Ilieva"]
    assert values(REPLY, kg("relayOrder"), money.iri) == [
        " ".join(REPLY.entity(relay).iri for relay in money.relays)
    ]
    assert len(values(REPLY, kg("relayedBy"), money.iri)) == 2


def test_a_statement_carries_what_plain_questions_ask_for():
    [announcement, *_] = WIRE.statements
    found = {
        quad.predicate.value.removeprefix(vocab.KG): quad.object.value
        for quad in extraction_quads(WIRE)
        if quad.subject.value == announcement.iri
    }
    assert {
        "publishedBy": outlet_iri("Norvia"),
        "published": "2025-05-05T14:30:00Z",
        "speakerName": "Ana Ilieva",
        "speakerType": "person",
        "text": "a pause of the dredging from 8 to 11 May",
        "cueText": "announced",
        "act": vocab.ACT + "announce",
        "saidAt": "2025-05-05",
        "chain": "harbour office > Ana Ilieva",
    }.items() <= found.items()


@pytest.mark.parametrize(
    "text", ["\x01\x1b[0m\r\n\t\x85\u2028", "👩‍🚀 \"'\\", "\ufeff\ufffe", "<a>&"]
)
def test_an_article_may_hold_any_character(text):
    extraction = Extraction(article=replace(ARTICLE, text=text, title=text))
    assert values(extraction, schema("articleBody")) == [text]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"content": ((0, 99),)}, "characters 0–99 are no span of 'k', whose text has 15"),
        ({"content": ((3, 3),)}, "characters 3–3 are no span"),
        ({"cue": ((-1, 3),)}, "characters -1–3 are no span"),
        ({"sentence": (0, 16)}, "characters 0–16 are no span"),
        ({"speaker": "x"}, "'k' has no entity 'x'"),
        ({"addressees": ("x",)}, "'k' has no entity 'x'"),
        ({"relays": ("x",)}, "'k' has no entity 'x'"),
        ({"parent": "x"}, "'k' has no statement 'x'"),
        ({"responds_to": "x"}, "'k' has no statement 'x'"),
    ],
)
def test_what_points_outside_of_the_article_is_refused(change, message):
    statement = Statement(id="s", source=(), cue=((10, 14),), content=((0, 4),))
    extraction_quads(Extraction(article=ARTICLE, statements=(statement,)))
    with pytest.raises(ValueError, match=message):
        extraction_quads(Extraction(article=ARTICLE, statements=(replace(statement, **change),)))


def test_offsets_count_characters_not_bytes():
    article = Article(key="k", text="🌧️ Rain, she said.")
    start = article.text.index("Rain")
    statement = Statement(id="s", source=(), cue=(), content=((start, start + 4),))
    extraction = Extraction(article=article, statements=(statement,))
    assert values(extraction, kg("text")) == ["Rain"]
