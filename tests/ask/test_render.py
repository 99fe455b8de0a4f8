"""Answers and results as text, and in the standard formats."""

import csv
import io
import json

import pytest
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, parse_query_results
from rich.cells import cell_len

from kgraph.ask import QUESTIONS, Answer, ask, render
from kgraph.errors import CallError
from tests.ask.week import PAUSE

SELECT = "SELECT ?name WHERE { ?s kg:speakerName ?name } ORDER BY ?name LIMIT 1"
ASK = "ASK { ?s a kg:Statement }"
CONSTRUCT = "CONSTRUCT { ?o schema:name ?n } WHERE { ?o a kg:Outlet ; schema:name ?n }"


def rendered(result, form="", width=80):
    out = io.BytesIO()
    render(result, form, out=out, width=width)
    return out.getvalue().decode()


def answer(*rows, columns=("speaker", "act", "quote")):
    terms = (tuple(None if c is None else Literal(c) for c in row) for row in rows)
    return Answer(question=QUESTIONS["said"], variables=columns, rows=tuple(terms))


def test_a_card_leads_with_the_words_and_ends_with_where_they_stand(store):
    found = rendered(ask(store, "said", speaker="Ilieva", topic="dredging", from_="2025-05-05"))
    assert found.splitlines()[:4] == [
        f"1. Ana Ilieva —announce→ “{PAUSE.content}”",
        f"   in: {PAUSE.sentence}",
        "   Norvia · 2025-05-05 · https://norvia.example/wire",
        "",
    ]


def test_cards_say_so_when_there_are_none(store):
    assert rendered(ask(store, "said", topic="whales")) == "nothing found\n"


def test_cards_name_modality_and_other_columns():
    made = answer(
        ("Ann", "warn", "“stop”", "conditional", "if it rains", None),
        columns=("speaker", "act", "quote", "modality", "condition", "earlierDate"),
    )
    assert rendered(made) == ("1. Ann —warn→ “stop” [conditional]\n   condition: if it rains\n")


def test_a_card_of_two_statements_tells_where_both_stand(store):
    assert (
        rendered(ask(store, "disagree", topic="ships"))
        == """\
1. Boyan Petkov —assert→ “the strike has stopped 12 ships outside the port”
   how: contradicts
   reason: same words but 40 against 12; said on different days
   in: Boyan Petkov said the strike has stopped 12 ships outside the port.
   Post · 2025-05-08 · https://post.example/other-count
   other: Vera Dimova: “the strike has stopped 40 ships outside the port”
      in: Vera Dimova said the strike has stopped 40 ships outside the port.
      Mirror · 2025-05-07 · https://mirror.example/count
"""
    )


@pytest.mark.parametrize("form", ["cards", "table"])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(store, form, width):
    result = ask(store, "said") if form == "cards" else answer(("Ann" * 90, "x" * 200, "停火" * 60))
    lines = rendered(result, form, width).splitlines()
    assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize("form", ["cards", "table"])
def test_nothing_in_an_article_steers_the_terminal(form):
    found = rendered(answer(("A\x1b[2Jnn", "say\x07", "one\n\x9b31mtwo\u202e\r\u200b")), form)
    assert not any(c in found for c in "\x1b\x07\x9b\u202e\r\u200b")
    assert "A�[2Jnn" in found


def test_a_table_is_aligned_and_cut():
    found = rendered(answer(("Ann", "say", "word " * 40), ("Berta", None, "no")), "table", 40)
    assert found.splitlines() == [
        "speaker  act  quote",
        "-------  ---  --------------------------",
        "Ann      say  word word word word word…",
        "Berta         no",
    ]


def test_a_table_shortens_iris_and_keeps_full_ones_for_programs(store):
    result = "SELECT ?act ?s WHERE { ?s kg:act ?act ; kg:speakerName 'a senior official' }"
    table = rendered(store.query(result), "table")
    assert "act:assert" in table
    assert "statement/" in table
    assert "https://w3id.org/kgraph/act/assert" in rendered(store.query(result), "csv")


def test_a_table_without_rows_has_its_head(store):
    found = rendered(store.query("SELECT ?x ?y WHERE { ?x kg:nothing ?y }"), "table")
    assert found == "x  y\n-  -\n"


def test_an_answer_is_the_same_in_every_standard_format(store):
    result = ask(store, "origins", claim="pause dredging")
    quotes = [term.value for term in result.column("quote")]
    read = json.loads(rendered(result, "json"))
    assert read["head"]["vars"] == list(result.variables)
    assert [row["quote"]["value"] for row in read["results"]["bindings"]] == quotes
    assert [row["quote"] for row in csv.DictReader(io.StringIO(rendered(result, "csv")))] == quotes
    for form, standard in (("xml", QueryResultsFormat.XML), ("tsv", QueryResultsFormat.TSV)):
        again = parse_query_results(rendered(result, form), standard)
        assert [tuple(row) for row in again] == list(result.rows)


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_hostile_words_come_through_programs_formats_whole(form):
    words = 'a "quoted"\n<tag> & \\ } UNDEF ?x, 停火'
    made = answer((words, "", None))
    found = rendered(made, form)
    if form == "csv":
        assert next(iter(csv.reader(io.StringIO(found.split("\n", 1)[1]))))[0] == words
    else:
        standard = getattr(QueryResultsFormat, form.upper())
        (row,) = parse_query_results(found, standard)
        assert row["speaker"].value == words
        assert row["quote"] is None


def test_an_answer_without_rows_is_valid_in_every_standard_format(store):
    result = ask(store, "said", topic="whales")
    assert json.loads(rendered(result, "json"))["results"]["bindings"] == []
    assert rendered(result, "csv").strip() == ",".join(result.variables)


@pytest.mark.parametrize(
    ("sparql", "form", "expected"),
    [
        (SELECT, "", "name\n-----------\nAna Ilieva\n"),
        (SELECT, "csv", "name\r\nAna Ilieva\r\n"),
        (ASK, "", "yes\n"),
        (ASK, "table", "yes\n"),
        (ASK, "json", '{"head":{},"boolean":true}'),
    ],
)
def test_query_results_are_written_as_fits(store, sparql, form, expected):
    found = rendered(store.query(sparql), form)
    assert found.replace("-", "") == expected.replace("-", "")


@pytest.mark.parametrize("form", ["", "turtle", "ntriples", "rdfxml", "jsonld"])
def test_triples_are_written_as_rdf(store, form):
    assert "Norvia" in rendered(store.query(CONSTRUCT), form)


def test_turtle_has_prefixes(store):
    assert "@prefix schema: <https://schema.org/>" in rendered(store.query(CONSTRUCT))


@pytest.mark.parametrize(
    ("sparql", "form", "line"),
    [
        (SELECT, "turtle", "turtle: rows cannot be written so; use cards, table, json, xml, csv, tsv"),
        (ASK, "turtle", "turtle: a yes or no cannot be written so; use cards, table, json"),
        (CONSTRUCT, "csv", "csv: the triples of a CONSTRUCT or DESCRIBE query cannot be written so; use turtle"),
        (SELECT, "exel", "exel: no such format; use one of cards, table, json"),
    ],
)  # fmt: skip
def test_a_format_that_does_not_fit_is_refused(store, sparql, form, line):
    with pytest.raises(CallError) as caught:
        rendered(store.query(sparql), form)
    assert str(caught.value).startswith(line)


def test_a_refused_format_writes_nothing(store):
    out = io.BytesIO()
    with pytest.raises(CallError):
        render(store.query(SELECT), "turtle", out=out)
    assert out.getvalue() == b""


def test_iris_outside_the_vocabulary_are_shown_whole():
    made = Answer(
        question=QUESTIONS["said"],
        variables=("article",),
        rows=((NamedNode("https://example.org/a"),),),
    )
    assert rendered(made, "table").endswith("\nhttps://example.org/a\n")
