"""Laws of exports that hold for any text in an article."""

import csv
from io import StringIO

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pyoxigraph import RdfFormat, parse

from kgraph.export.clean import one_line, xml_text
from kgraph.export.days import days
from kgraph.export.table import guarded
from tests.export.conftest import filled, written
from tests.export.test_gexf import NS, facts, said

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=9, max_size=80)


@settings(deadline=None, max_examples=40)
@given(texts)
def test_any_text_leaves_in_every_format_and_comes_back(text):
    store = filled(*said(("2025-05-05", "2025-05-06"), None, text=text))
    kept = xml_text(text)
    for edge in etree.fromstring(written(store, "gexf")).iterfind(".//g:edge", NS):
        # An attribute of XML gives tabs and line breaks back only where they are escaped.
        assert facts(edge).get("text", "") == kept
    etree.fromstring(written(store, "graphml"))
    for form, rdf in (("nquads", RdfFormat.N_QUADS), ("jsonld", RdfFormat.JSON_LD)):
        assert set(parse(written(store, form), format=rdf)) == set(store.quads())
    rows = list(csv.DictReader(StringIO(written(store, "csv").decode(), newline="")))
    assert {row["text"] for row in rows} == {guarded(text)}


@given(st.text(max_size=60), st.integers(1, 30))
def test_a_label_never_passes_its_length_nor_holds_a_line_break(text, length):
    line = one_line(text, length)
    assert len(line) <= length
    assert len(line.splitlines()) <= 1


@given(st.text(max_size=30) | st.dates().map(str) | st.datetimes().map(lambda d: d.isoformat()))
def test_days_are_whole_days_in_order_or_nothing(date):
    first, last = days(date)
    assert first <= last
    assert bool(first) == bool(last)
    assert len(first) in (0, 10)
