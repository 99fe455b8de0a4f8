"""Name forms: summaries that don't grow with the collection and seldom change."""

import json
from dataclasses import asdict

import pytest

from kgraph.resolve.forms import SAMPLE, blocks, form_key, forms_of, rounded, several_links
from kgraph.resolve.linking import Links
from kgraph.resolve.named import Named, named_of
from tests.resolve.people import one, telling

NO_LINKS = Links()


def named(article, name="jonas vik", kind="person", **more):
    return Named(article=f"{article:06}", type=kind, folded=name, spelt=((name, 1),), **more)


def summed(records, *, is_outlet=False):
    counts = {}
    for record in records:
        counts[record.key] = counts.get(record.key, 0) + 1
    return forms_of(records, counts, NO_LINKS, is_outlet=is_outlet)


def test_a_name_of_any_number_of_articles_is_a_small_record():
    records = [
        named(
            n,
            aliases=(f"alias {n}",),
            roles=(f"role{n}",),
            offices=((f"office {n}", f"body {n}"),),
            neighbours=tuple(f"neighbour {n} {m}" for m in range(12)),
            apart=((True, f"other {n}"),),
            month="2025-05",
        )
        for n in range(2000)
    ]
    [form] = summed(records)
    assert form.articles == rounded(2000)
    assert len(json.dumps(asdict(form))) < 10_000


def test_what_lies_behind_the_sample_changes_nothing_but_the_count():
    records = [named(n, roles=("mayor",)) for n in range(SAMPLE)]
    behind = named(999, roles=("judge",), aliases=("vik",), month="1999-01")
    counts = {records[0].key: 1000}
    [before] = forms_of(records, counts, NO_LINKS, is_outlet=False)
    [after] = forms_of([behind, *records], counts, NO_LINKS, is_outlet=False)
    assert after == before


def test_one_article_more_of_a_common_name_leaves_its_form_as_it_is():
    records = [named(n) for n in range(SAMPLE)]
    forms = {forms_of(records, {records[0].key: n}, NO_LINKS, is_outlet=False) for n in (800, 900)}
    assert len(forms) == 1


@pytest.mark.parametrize("count", [1, 16, 17, 100, 99_999])
def test_a_rounded_count_is_at_most_a_third_too_low(count):
    assert rounded(count) <= count < rounded(count) * 1.5


def test_an_outlets_name_is_a_body_whatever_it_was_taken_for():
    records = [named(1, "norvia"), named(2, "norvia", "organization")]
    [form] = summed(records, is_outlet=True)
    assert (form.type, form.articles) == ("organization", 2)
    assert [f.type for f in summed(records)] == ["organization", "person"]


def test_a_name_of_two_links_is_two_forms_and_a_third_for_what_is_not_linked():
    records = [named(1, link="Q1"), named(2, link="Q2"), named(3)]
    assert [(f.link, f.known) for f in summed(records)] == [("", ""), ("Q1", "Q1"), ("Q2", "Q2")]
    assert [(f.link, f.known) for f in summed(records[1:])] == [("", "Q2")]


def test_an_article_finds_its_form_by_what_is_known_of_the_name_alone():
    records = [
        named(1, "norvia", link="Q1"),
        named(2, "norvia", "organization", link="Q2"),
        named(3, "norvia", "place"),
        named(4, "parliament", "organization", country="Q20"),
    ]
    for is_outlet in (False, True):
        for name in ("norvia", "parliament"):
            some = [record for record in records if record.folded == name]
            several = several_links([r.key for r in some], is_outlet=is_outlet)
            keys = {form_key(r.key, is_outlet=is_outlet, several=several) for r in some}
            made = summed(some, is_outlet=is_outlet)
            assert {(form.type, form.folded, form.link) for form in made} == keys


def test_a_rare_type_of_a_common_name_has_a_form_too():
    records = [named(n) for n in range(SAMPLE)] + [named(10**5, kind="place")]
    assert [(f.type, f.articles) for f in summed(records)] == [("person", SAMPLE), ("place", 1)]


def test_an_office_is_dated_by_the_first_and_last_month_that_tell_of_it():
    days = ("2021-03-01", "2020-01-05", "2022-07-09")
    records = [
        record
        for n, day in enumerate(days)
        for record in named_of(telling(str(n), one("Vik", role="mayor", body="Moss"), day=day))
    ]
    [form] = summed(records)
    assert form.dated == (("mayor", "moss", "2020-01", "2022-07"),)
    assert (form.first, form.last) == ("2020-01", "2022-07")


def test_a_bare_surname_is_not_looked_for_among_those_of_one_initial():
    [bare] = summed([named(1, "vik", aliases=("petra vik",))])
    [full] = summed([named(1, "petra vik")])
    assert "initial p vik" in blocks(full)
    assert not [key for key in blocks(bare) if key.startswith("initial")]
    assert set(blocks(bare)) & set(blocks(full)) == {"surname vik"}


def test_rare_spellings_of_one_full_name_meet_however_common_the_surname():
    forms = summed([named(1, "andrii kim"), named(2, "andriy kim"), named(3, "a kim")])
    met = [
        {key for key in blocks(form) if not key.startswith(("name", "surname"))} for form in forms
    ]
    assert [len(keys) for keys in met] == [1, 2, 2]
    assert met[1] == met[2] > met[0]
