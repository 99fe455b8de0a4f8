"""Pages show answers as cards that lead to the exact words, and nothing in an article can act."""

import pytest
from pyoxigraph import Literal
from starlette.testclient import TestClient

from kgraph.ask import QUESTIONS, Answer
from kgraph.evidence import current_quads, derived_quads, extraction_quads
from kgraph.export.pages import visible
from kgraph.serve import make_app
from kgraph.serve.cards import groups
from kgraph.serve.pages import MOST_ROWS
from kgraph.store import open_store
from tests.export.hostile import BREAKOUT, SCRIPT, TEXT, hostile, resolved
from tests.export.parsed import Parsed, assert_harmless
from tests.samples import DERIVED, EXTRACTIONS, WIRE

EVIL = hostile()
ALL = "SELECT * WHERE { ?s ?p ?o }"


def made(folder, extractions, derived):
    with open_store(folder) as store:
        graphs = {x.article.iri: extraction_quads(x) for x in extractions}
        now = [quad for x in extractions for quad in current_quads(x.article.iri)]
        store.replace({**graphs, **derived_quads(derived)}, insert=now)
    return TestClient(make_app(str(folder), time_limit=5.0), base_url="http://localhost")


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    with made(tmp_path_factory.mktemp("pages") / "store", EXTRACTIONS, DERIVED) as client:
        yield client


@pytest.fixture(scope="module")
def evil(tmp_path_factory):
    folder = tmp_path_factory.mktemp("evil") / "store"
    with made(folder, (EVIL,), resolved(EVIL)) as client:
        yield client


def test_an_answer_is_a_card_with_the_words_and_the_way_to_them(client):
    page = client.get("/ask/said", params={"speaker": "Ilieva"}).text
    statement = WIRE.statements[0]
    assert "<b>Ana Ilieva</b>" in page
    assert '<span class="act">announces</span>' in page
    assert f"<blockquote>{WIRE.article.quote(statement.content)}</blockquote>" in page
    way = f"/article/{WIRE.article.id}#{statement.id}"
    assert way in Parsed(page).links
    assert statement.id in Parsed(client.get(way).text).ids


def test_earlier_words_stand_under_the_name_of_the_same_speaker():
    columns = ("speaker", "act", "quote", "earlierAct", "earlierQuote")
    row = tuple(map(Literal, ("Ana Ilieva", "reject", "no pause", "announce", "a pause")))
    found = Answer(question=QUESTIONS["position"], variables=columns, rows=(row,))
    [group] = groups(found, 10)
    [(label, earlier)] = group.cards[0].seconds
    assert (label, earlier.speaker, earlier.does, earlier.words) == (
        "Earlier", "Ana Ilieva", "announces", "a pause",
    )  # fmt: skip


def test_raw_columns_are_folded_away(client):
    page = client.get("/ask/said", params={"speaker": "Ilieva"}).text
    assert page.index("<blockquote") < page.index("<details>") < page.index("<table")


def test_answers_about_a_claim_stand_under_it(client):
    page = client.get("/ask/origins", params={"claim": "pause of the dredging"}).text
    assert page.count('<section class="group">') == 1
    assert "independent origins: " in page


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_has_its_page_before_anything_is_filled_in(client, name):
    response = client.get(f"/ask/{name}")
    assert response.status_code == 200
    assert "alert" not in response.text


def test_what_is_missing_or_wrong_is_told_beside_the_form(client):
    missing = client.get("/ask/position", params={"speaker": "Ilieva"})
    assert "Please fill in: topic." in missing.text
    wrong = client.get("/ask/said", params={"speaker": "Ilieva", "from": "soon"})
    assert wrong.status_code == 400
    assert "no such date" in wrong.text
    assert 'value="soon"' in wrong.text


def test_an_answer_of_nothing_says_so(client):
    assert "Nothing found." in client.get("/ask/said", params={"speaker": "Nobody"}).text


def test_every_field_has_a_label_and_a_help(client):
    for address in ("/", "/ask/said", "/query"):
        parsed = Parsed(client.get(address).text)
        labelled = {facts.get("for") for tag, facts in parsed.elements if tag == "label"}
        for tag, facts in parsed.elements:
            if tag in ("input", "textarea"):
                assert facts["id"] in labelled
                assert set((facts["aria-describedby"] or "").split()) <= set(parsed.ids)
        assert len(parsed.ids) == len(set(parsed.ids))


def test_fields_offer_the_names_that_the_store_knows(client):
    page = client.get("/").text
    assert '<option value="Ana Ilieva">' in page
    assert '<option value="Harbour Post">' in page


def test_a_question_can_be_taken_on_as_sparql(client):
    parsed = Parsed(client.get("/ask/said", params={"speaker": "Ilieva"}).text)
    [way] = [link for link in parsed.links if link.startswith("/query?")]
    page = client.get(way)
    assert page.status_code == 200
    assert "Ana Ilieva" in page.text


def test_a_long_result_says_that_it_is_cut(client):
    page = client.get("/query", params={"query": ALL}).text
    assert f"The first {MOST_ROWS} rows" in page
    assert page.count("<tr>") == MOST_ROWS + 1


def test_the_queries_to_begin_with_work(client):
    offered = [x for x in Parsed(client.get("/query").text).links if x.startswith("/query?")]
    assert len(offered) == 3
    for address in offered:
        assert client.get(address).status_code == 200


def test_an_article_page_holds_the_text_exactly(client):
    for extraction in EXTRACTIONS:
        page = client.get(f"/article/{extraction.article.id}").text
        assert Parsed(page).texts == [extraction.article.text]


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/articles",
        f"/article/{EVIL.article.id}",
        "/ask/said",
        "/ask/first?claim=script",
        "/ask/origins",
        "/ask/pending",
        "/ask/only-through?outlet=img",
        "/ask/new?since=2025-01-01",
        "/query?query=SELECT * WHERE { ?s ?p ?o FILTER(isLiteral(?o)) }",
        "/query?query=SELECT * WHERE { ?s schema:url|kg:urlText ?o }",
        "/query?query=SELECT (<javascript:alert(1)> AS ?x) WHERE {}",
        f"/query?query={SCRIPT}</textarea>{BREAKOUT}",
        f"/ask/said?speaker={SCRIPT}{BREAKOUT}",
        f"/ask/said?from={SCRIPT}{BREAKOUT}",
        f"/ask/{SCRIPT}",
        f"/article/{SCRIPT}",
        f"/article/{BREAKOUT}",
    ],
)
def test_an_article_or_a_caller_out_to_harm_is_only_text(evil, address):
    response = evil.get(address)
    assert response.status_code in (200, 400, 404)
    if response.headers["content-type"].startswith("text/html"):
        assert_harmless(response.text)
        assert SCRIPT not in response.text
        assert visible(response.text) == response.text
    assert "script-src" not in response.headers["content-security-policy"]
    assert "default-src 'none'" in response.headers["content-security-policy"]


def test_a_hostile_text_is_shown_as_it_is(evil):
    page = evil.get(f"/article/{EVIL.article.id}").text
    [text] = Parsed(page).texts
    assert text.replace("\r\n", "\n") == visible(TEXT).replace("\r\n", "\n")
    assert evil.get("/ask/said").text.count("<blockquote>") == 1
