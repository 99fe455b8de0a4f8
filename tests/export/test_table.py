"""CSV: a row for each statement, in which no spreadsheet finds a formula."""

import csv
from io import StringIO

import pytest

from kgraph.export.table import COLUMNS, guarded
from tests.export.conftest import filled, written
from tests.export.test_gexf import said
from tests.samples import DENIAL, EXTRACTIONS, REPLY, WIRE


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode(), newline="")))


def test_every_statement_has_a_row(store):
    found = rows(written(store, "csv"))
    assert {row["statement_id"] for row in found} == {
        statement.id for extraction in EXTRACTIONS for statement in extraction.statements
    }
    assert list(found[0]) == list(COLUMNS)


def test_rows_follow_the_publication_of_their_articles(store):
    published = [row["published"] for row in rows(written(store, "csv"))]
    assert published == sorted(published)


def test_a_row_leads_back_to_the_exact_words(store):
    by_id = {row["statement_id"]: row for row in rows(written(store, "csv"))}
    row = by_id[WIRE.statements[2].id]
    assert row["text"] == "If the boats come back early, the port will be closed"
    assert row["sentence"] in WIRE.article.text
    assert row["condition"] == "If the boats come back early"
    assert (row["speaker"], row["speaker_type"]) == ("a senior official", "anonymous")
    assert (row["act"], row["modality"], row["quote"]) == ("warn", "conditional", "indirect")
    assert (row["outlet"], row["url"]) == ("Norvia", WIRE.article.url)
    assert row["article_id"] == WIRE.article.id
    assert by_id[WIRE.statements[0].id]["chain"] == "harbour office > Ana Ilieva"
    assert by_id[REPLY.statements[1].id]["addressee"] == "Ana Ilieva"
    assert by_id[REPLY.statements[1].id]["responds_to"] == REPLY.statements[0].id
    assert by_id[REPLY.statements[3].id]["part_of"] == REPLY.statements[2].id
    nobody = by_id[DENIAL.statements[2].id]
    assert (nobody["speaker"], nobody["speaker_type"]) == ("", "none")
    vague = by_id[DENIAL.statements[1].id]
    assert (vague["said_from"], vague["said_until"]) == ("2025-05-01", "2025-05-31")


@pytest.mark.parametrize(
    ("selection", "speakers"),
    [
        ({"outlet": "norvia"}, {"Ana Ilieva", "a senior official"}),
        ({"speaker": "dobri stanev"}, {"Dobri Stanev"}),
        ({"speaker": "Ilieva", "outlet": "Norvia"}, {"Ana Ilieva"}),
        ({"since": "2025-05-06", "speaker": "Dobri Stanev"}, {"Dobri Stanev"}),
        ({"since": "2025-05-07"}, {"strike vote"}),
        ({"until": "2025-05-04"}, {"strike vote"}),
        ({"since": "2025-05-06", "until": "2025-05-06"}, {"Dobri Stanev", "strike vote", ""}),
        ({"until": "2025-04"}, set()),
        ({"speaker": "Nobody"}, set()),
    ],
)
def test_a_selection_takes_what_lies_in_it(store, selection, speakers):
    assert {row["speaker"] for row in rows(written(store, "csv", **selection))} == speakers


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "\x00="]
)
def test_a_cell_that_starts_like_a_formula_is_guarded(start):
    assert guarded(f"{start}1+1").startswith("'")


@pytest.mark.parametrize("cell", ["", "the port", "2025-05-05", "0.930", " =1", "'x", "“=1”"])
def test_any_other_cell_is_left_as_it_is(cell):
    assert guarded(cell) == cell


def test_a_formula_in_an_article_is_no_formula_in_the_table():
    text = '=HYPERLINK("http://x.example","come, here")\nand "there"'
    [row] = rows(written(filled(*said(None, text=text)), "csv"))
    assert row["text"] == row["sentence"] == f"'{text}"
