"""What holds for every format."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

from kgraph import vocab
from kgraph.errors import CallError, StoreError
from kgraph.evidence import current_quads, extraction_quads
from kgraph.export import EXPORTERS, export
from kgraph.export.clean import one_line, xml_text
from kgraph.export.days import days
from kgraph.store import MemoryStore
from tests.export.conftest import filled, written
from tests.samples import EXTRACTIONS, WIRE

ROOT = Path(__file__).parent.parent.parent
SELECTING = [name for name, exporter in EXPORTERS.items() if exporter.selects]
WHOLE = [name for name in EXPORTERS if name not in SELECTING]


def test_the_formats_are_these():
    assert sorted(EXPORTERS) == [
        "csv", "gexf", "graphml", "html", "jsonld", "nquads", "trig", "turtle",
    ]  # fmt: skip


@pytest.mark.parametrize("form", EXPORTERS)
def test_the_same_content_in_another_order_gives_the_same_bytes(store, form):
    backwards = filled(tuple(reversed(EXTRACTIONS)))
    assert written(store, form) == written(backwards, form)


SHOW = """
import sys
from tests.export.conftest import filled, written
sys.stdout.buffer.write(written(filled(), sys.argv[1]))
"""


@pytest.mark.parametrize("form", ["gexf", "trig"])
def test_another_process_writes_the_same_bytes(store, form):
    # Hash tables are ordered otherwise there.
    other = subprocess.run(
        [sys.executable, "-c", SHOW, form], cwd=ROOT, capture_output=True, check=True
    )
    assert other.stdout == written(store, form)


@pytest.mark.parametrize("form", EXPORTERS)
def test_an_empty_store_gives_an_empty_export(form):
    assert isinstance(written(MemoryStore(), form), bytes)


@pytest.mark.parametrize("form", SELECTING)
def test_missing_derived_graphs_are_told(form):
    store = MemoryStore()
    iri = WIRE.article.iri
    store.replace({iri: extraction_quads(WIRE)}, insert=current_quads(iri))
    with pytest.raises(StoreError, match="the derived graphs are missing; run kgraph resolve"):
        written(store, form)


@pytest.mark.parametrize("form", SELECTING)
def test_derived_graphs_older_than_the_evidence_are_told(form):
    store = filled()
    [claimed] = [q for q in store.graph(vocab.CLAIMS) if q.subject.value == WIRE.statements[0].iri]
    store.replace({}, delete=[claimed])
    with pytest.raises(StoreError, match="the derived graphs are older than its evidence; run"):
        written(store, form)


def test_an_unknown_format_is_an_error_of_the_call(store):
    with pytest.raises(CallError, match="not a format of export; use one of gexf, graphml"):
        export(store, "dvi", BytesIO())


@pytest.mark.parametrize("form", WHOLE)
def test_a_format_of_the_whole_store_refuses_a_selection(store, form):
    with pytest.raises(CallError, match="this format is always of the whole store"):
        written(store, form, outlet="Norvia")


@pytest.mark.parametrize("form", SELECTING)
def test_versions_that_are_not_current_are_left_out(form):
    store = filled()
    store.replace({}, delete=current_quads(WIRE.article.iri))
    assert WIRE.statements[0].id.encode() in written(filled(), "csv")
    assert b"norvia.example" not in written(store, form)


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-05-05", "2025-05-05", "2025-05-05"),
        ("2025-05-05T23:30:00Z", "2025-05-05", "2025-05-05"),
        ("2025-05-05T23:30:00.5+03:00", "2025-05-05", "2025-05-05"),
        ("0000-01", "0000-01-01", "0000-01-31"),
        ("2025-13", "", ""),
        ("", "", ""),
        ("soon", "", ""),
        ("20250505", "", ""),
    ],
)
def test_a_date_of_any_precision_spans_its_days(date, first, last):
    assert days(date) == (first, last)


@pytest.mark.parametrize(
    ("text", "length", "line"),
    [
        ("the port", 0, "the port"),
        (" the \n\t port ", 0, "the port"),
        ("the port is shut", 12, "the port…"),
        ("antidisestablishment", 8, "antidis…"),
        ("the\x00 port\ufffe", 8, "the port"),
    ],
)
def test_a_label_is_one_line_and_cut_behind_a_word(text, length, line):
    assert one_line(text, length) == line


def test_xml_text_keeps_what_xml_can_hold():
    assert xml_text("a\tb\nc\rd é 😀\x00\x0b\x1f\ud800\uffff") == "a\tb\nc\rd é 😀"
