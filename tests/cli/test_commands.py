"""The commands on good input, as a newcomer calls them."""

import csv
import io
import json
from pathlib import Path

import pytest

from kgraph.cli import app

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "articles"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cli") / "store"
    with pytest.raises(SystemExit) as ended:
        from kgraph.cli import main  # noqa: PLC0415

        main(["ingest", str(EXAMPLES), "--store", str(folder)])
    assert ended.value.code == 0
    return folder


def test_ingesting_the_examples_again_changes_nothing(kgraph, store):
    before = kgraph("export", "-f", "nquads", "--store", store).out
    ran = kgraph("ingest", EXAMPLES, "--store", store)
    assert ran.code == 0
    assert "0 new, 0 new versions" in ran.err
    assert kgraph("export", "-f", "nquads", "--store", store).out == before


def test_every_graph_of_the_examples_conforms(kgraph, store):
    ran = kgraph("check", "--store", store)
    assert ran.code == 0, ran.out
    assert " 0 faults" in ran.err


def test_the_questions_are_listed_with_their_calls(kgraph):
    ran = kgraph("ask")
    assert ran.code == 0
    assert ran.out.count("kgraph ask ") == 12


@pytest.mark.parametrize(
    "words",
    [
        ("said", "--speaker", "Peskov"),
        ("first", "--claim", "fitting answer"),
        ("anonymous",),
        ("origins", "--claim", "fitting answer"),
        ("unattributed", "--claim", "without waiting"),
        ("answers", "--claim", "ceasefire"),
        ("position", "--speaker", "Solberg", "--topic", "observers"),
        ("disagree",),
        ("fallout", "--article", "ledger-0429-monitors.txt"),
        ("only-through", "--outlet", "Civic Ledger"),
        ("new", "--watch", "observers,Peskov", "--since", "2025-05-01"),
        ("pending",),
    ],
)
def test_every_question_has_an_answer_in_the_examples(kgraph, store, words):
    ran = kgraph("ask", *words, "--store", store, "-f", "json")
    assert ran.code == 0, ran.err
    result = json.loads(ran.out)
    assert result["results"]["bindings"], words
    assert {"quote", "sentence", "outlet", "date", "link"} <= set(result["head"]["vars"])
    assert kgraph("ask", *words, "--store", store).out.strip()


def test_a_query_needs_no_prefixes(kgraph, store):
    query = "SELECT (COUNT(*) AS ?n) WHERE { ?s a kg:Statement ; kg:act act:announce }"
    ran = kgraph("query", query, "--store", store, "-f", "csv")
    assert int(ran.out.splitlines()[1]) > 0
    assert kgraph("query", "--store", store, "-f", "csv", stdin=query.encode()).out == ran.out


def test_a_construct_query_gives_turtle(kgraph, store):
    ran = kgraph("query", "CONSTRUCT { ?o a kg:Outlet } WHERE { ?o a kg:Outlet }", "--store", store)
    assert "kg:Outlet" in ran.out
    assert "@prefix" in ran.out


@pytest.mark.parametrize(
    "form", ["gexf", "graphml", "turtle", "trig", "nquads", "jsonld", "csv", "html"]
)
def test_every_export_is_the_same_bytes_twice(kgraph, store, tmp_path, form):
    for name in ("one", "two"):
        ran = kgraph("export", "-f", form, "-o", tmp_path / name, "--store", store)
        assert ran.code == 0, ran.err
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert (tmp_path / "one").stat().st_size > 1000


def test_the_csv_has_a_row_for_every_statement(kgraph, store):
    rows = list(csv.DictReader(io.StringIO(kgraph("export", "-f", "csv", "--store", store).out)))
    query = "SELECT (COUNT(*) AS ?n) WHERE { ?s a kg:Statement ; kg:inArticle/kg:isCurrent true }"
    count = int(kgraph("query", query, "--store", store, "-f", "csv").out.splitlines()[1])
    assert len(rows) == count


def test_extract_keeps_the_order_and_the_ids_of_its_input(kgraph):
    ran = kgraph("extract", EXAMPLES / "norlink-wire.jsonl")
    ids = [json.loads(line)["id"] for line in ran.out.splitlines()]
    assert ids == [
        json.loads(line)["id"]
        for line in (EXAMPLES / "norlink-wire.jsonl").read_text().splitlines()
    ]


def test_extract_reads_stdin(kgraph):
    file = EXAMPLES / "norlink-wire.jsonl"
    assert kgraph("extract", "-", stdin=file.read_bytes()).out == kgraph("extract", file).out


def test_a_retracted_article_is_gone_with_what_it_said(kgraph, tmp_path):
    store = tmp_path / "store"
    kgraph("ingest", EXAMPLES / "ledger-0429-monitors.txt", "--store", store)
    ran = kgraph("retract", "ledger-0429-monitors.txt", "--store", store)
    assert ran.code == 0, ran.err
    assert "200 observers" in ran.out
    left = kgraph("query", "ASK { ?s a kg:Statement }", "--store", store)
    assert left.out == "no\n"


def test_every_command_has_help_with_an_example(kgraph):
    for command in app.registered_commands:
        ran = kgraph(command.name, "--help")
        assert ran.code == 0
        assert f"kgraph {command.name}" in ran.out.split("Example")[-1], command.name


def test_the_version_is_told(kgraph):
    assert kgraph("--version").out.startswith("kgraph ")


def test_a_version_takes_the_place_of_the_old_one_until_it_is_retracted(kgraph, tmp_path):
    store = tmp_path / "store"

    def states():
        rows = csv.DictReader(io.StringIO(kgraph("articles", "--store", store, "-f", "csv").out))
        return {row["title"]: (row["state"], row["id"]) for row in rows}

    def said():
        return kgraph("ask", "said", "--store", store, "-f", "csv").out

    def version(title, day):
        row = {
            "url": "https://courier.example/bridge", "title": title, "published": "2025-05-02",
            "text": f'"The bridge opens on {day}," Mayor Ruth Okafor said.',
        }  # fmt: skip
        return json.dumps(row).encode()

    kgraph("ingest", "-", "--store", store, stdin=version("One", "Monday"))
    ran = kgraph("ingest", "-", "--store", store, stdin=version("Two", "Tuesday"))
    assert "1 new version," in ran.err
    assert {title: state for title, (state, _) in states().items()} == {
        "One": "superseded", "Two": "current",
    }  # fmt: skip
    assert "Tuesday" in said()
    assert "Monday" not in said()
    digest = states()["Two"][1]
    query = "SELECT ?a { ?a a kg:Article ; schema:headline 'Two' }"
    iri = kgraph("query", query, "--store", store, "-f", "csv").out.split()[1]
    for name in ("https://courier.example/bridge", digest, digest[:8], iri):
        assert kgraph("retract", name, "--store", store).code == 0, name
        assert states()["One"][0] == "current"
        assert "Monday" in said()
        kgraph("ingest", "-", "--store", store, stdin=version("Two", "Tuesday"))
        assert states()["One"][0] == "superseded"


def test_extract_goes_on_behind_a_refused_row_and_keeps_twice_given_ids(kgraph):
    rows = [{"id": name, "text": f"Mayor Ruth Okafor said that {name} is open."} for name in "baab"]
    lines = [json.dumps(row) for row in rows]
    lines.insert(2, "{broken")
    ran = kgraph("extract", "-", stdin="\n".join(lines).encode())
    assert ran.code == 1
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == list("baab")
    assert ran.err.count("refused: ") == 1
    assert "stdin:3" in ran.err


def test_date_and_outlet_fill_in_what_an_article_lacks(kgraph, tmp_path, monkeypatch):
    monkeypatch.setenv("KGRAPH_STORE", str(tmp_path / "store"))
    row = {"id": "a", "text": "Mayor Ruth Okafor said that the bridge is open."}
    words = ("ingest", "-", "--outlet", "The Courier")
    ran = kgraph(*words, "--date", "2025-05-02", stdin=json.dumps(row).encode())
    assert ran.code == 0, ran.err
    assert ran.err.startswith("1 article in ")
    assert "2025-05-02,The Courier" in kgraph("articles", "-f", "csv").out
    assert kgraph(*words, "--date", "2025-02-31", stdin=b"").code == 2


@pytest.mark.parametrize("width", [60, 80])
def test_help_and_the_list_of_questions_fit_the_terminal(kgraph, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    assert all(len(line) <= width for line in kgraph("ask").out.splitlines())
    for words in ((), *((command.name,) for command in app.registered_commands)):
        lines = kgraph(*words, "--help").out.splitlines()
        assert all(len(line) <= max(width, 80) for line in lines), words
        assert not any(line.endswith("...") and line.startswith("  ") for line in lines), words
