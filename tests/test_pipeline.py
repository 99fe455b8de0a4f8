"""The flow: what ingest, rebuild and retract make of a store."""

import contextlib
import sqlite3
from dataclasses import replace

import pytest

from kgraph import pipeline
from kgraph.errors import CallError, StoreError
from kgraph.ingest import article
from kgraph.model import Article, Extraction
from kgraph.resolve import Collection
from kgraph.store import MemoryStore, open_store
from tests.samples import EXTRACTIONS


class Canned:
    """An extractor that knows its articles by heart."""

    name = "canned"
    languages = frozenset({"en"})

    def __init__(self):
        self.known = {x.article.id: x for x in EXTRACTIONS}
        self.calls = 0

    def extract(self, article):
        self.calls += 1
        return self.known.get(article.id, Extraction(article=article, extractor="canned"))


ARTICLES = [x.article for x in EXTRACTIONS]


@pytest.fixture
def store():
    with MemoryStore() as made:
        yield made


def ingest(store, *articles, **options):
    return list(pipeline.ingest(store, articles, Canned(), on_refused=pytest.fail, **options))


def state(store):
    return sorted(map(str, store.quads()))


def test_the_same_article_twice_changes_nothing(store):
    ingest(store, *ARTICLES)
    pipeline.rebuild(store)
    before = state(store)
    assert {one.outcome for one in ingest(store, *ARTICLES)} == {"unchanged"}
    pipeline.rebuild(store)
    assert state(store) == before


def test_what_is_handed_over_is_resolved_as_what_is_read_back(store):
    with contextlib.closing(pipeline.Following(store)) as following:
        ingest(store, *ARTICLES, following=following)
        following.refresh()
    handed = state(store)
    pipeline.rebuild(store)
    assert state(store) == handed


def test_what_is_handed_over_is_not_read_and_what_others_may_change_is(store, monkeypatch):
    read = []
    graph = store.graph
    monkeypatch.setattr(store, "graph", lambda iri: read.append(iri) or graph(iri))
    for ours, number in ((True, 0), (False, 1)):
        monkeypatch.setattr(type(store), "is_ours", ours)
        for extraction in EXTRACTIONS:
            with contextlib.closing(pipeline.Following(store)) as following:
                pipeline.take_in(store, extraction, again=True, following=following)
                read.clear()
                following.refresh()
            assert read.count(extraction.article.iri) == number


@pytest.mark.parametrize("is_handed", [True, False])
def test_what_is_derived_knows_the_blocks_of_the_text(store, monkeypatch, is_handed):
    seen = {}
    update = Collection.update

    def spied(self, come, gone, **options):
        seen.update({one.article.iri: one.article.paragraphs for one in come})
        return update(self, come, gone, **options)

    monkeypatch.setattr(Collection, "update", spied)
    text = "Harbour closed\n\nThe harbour is closed, the mayor said.\n\nShare this"
    one = article(key="harbour", text=text)
    assert [block.kind for block in one.paragraphs] == ["header", "text", "boilerplate"]
    with contextlib.closing(pipeline.Following(store)) as following:
        ingest(store, one, following=following if is_handed else None)
        following.refresh()
    assert seen == {one.iri: one.paragraphs}


def test_the_order_of_articles_does_not_matter(store):
    ingest(store, *ARTICLES)
    pipeline.rebuild(store)
    with MemoryStore() as other:
        ingest(other, *reversed(ARTICLES))
        pipeline.rebuild(other)
        assert state(other) == state(store)


def test_a_changed_article_revises_the_old_one(store):
    old = Article(key="k", text="One bridge was open.", title="Bridges", published="2025-05-01")
    new = replace(old, text="Two bridges were open.")
    ingest(store, old)
    (outcome,) = ingest(store, new)
    assert (outcome.outcome, outcome.revises) == ("revised", old.iri)
    listed = {a.iri: a.current for a in pipeline.articles(store)}
    assert listed == {old.iri: False, new.iri: True}
    assert pipeline.find(store, "k").iri == new.iri


def test_two_files_of_one_name_with_nothing_in_common_are_two_articles(store):
    one = Article(key="article.txt", text="Bridges are open.", title="Bridges", keyed=False)
    other = Article(key="article.txt", text="Apples were sold.", title="Apples", keyed=False)
    outcomes = [o.outcome for o in ingest(store, one, other)]
    assert outcomes == ["new", "new"]


def test_retracting_gives_back_the_graph_before(store):
    ingest(store, *ARTICLES[:-1])
    pipeline.rebuild(store)
    before = state(store)
    ingest(store, ARTICLES[-1])
    pipeline.rebuild(store)
    pipeline.retract(store, pipeline.find(store, ARTICLES[-1].id))
    pipeline.rebuild(store)
    gone = ARTICLES[-1].iri
    assert [quad for quad in state(store) if gone not in quad] == before


def test_retracting_a_version_makes_the_one_before_current_again(store):
    old = Article(key="k", text="One bridge was open.", title="Bridges")
    new = replace(old, text="Two bridges were open.")
    ingest(store, old, new)
    pipeline.retract(store, pipeline.find(store, "k"))
    assert [(a.iri, a.current) for a in pipeline.articles(store)] == [(old.iri, True)]


def test_a_retracted_article_can_come_back(store):
    ingest(store, ARTICLES[0])
    pipeline.rebuild(store)
    before = state(store)
    pipeline.retract(store, pipeline.find(store, ARTICLES[0].id))
    ingest(store, ARTICLES[0])
    pipeline.rebuild(store)
    assert state(store) == before


def test_every_change_makes_the_derived_graphs_stale_until_they_are_rebuilt(store):
    ingest(store, ARTICLES[0])
    assert not pipeline.is_resolved(store)
    pipeline.rebuild(store)
    assert pipeline.is_resolved(store)
    ingest(store, ARTICLES[1])
    assert not pipeline.is_resolved(store)
    pipeline.rebuild(store)
    pipeline.retract(store, pipeline.find(store, ARTICLES[1].id))
    assert not pipeline.is_resolved(store)


def test_extracting_again_replaces_the_evidence(store):
    ingest(store, ARTICLES[0])
    before = state(store)
    (outcome,) = ingest(store, ARTICLES[0], again=True)
    assert outcome.outcome == "again"
    assert state(store) == before


def test_an_article_in_another_language_is_refused_by_name(store):
    refused = []
    german = Article(key="k", text="Der Minister sprach.", language="de")
    done = list(pipeline.ingest(store, [german], Canned(), on_refused=refused.append))
    assert not done
    assert "'de'" in str(refused[0])
    assert str(refused[0]).startswith("k: ")


@pytest.mark.parametrize("name", ["nothing", "abc", ""])
def test_a_name_that_no_article_has_is_told(store, name):
    ingest(store, ARTICLES[0])
    with pytest.raises(CallError, match="kgraph articles"):
        pipeline.find(store, name)


def test_statements_below_the_least_confidence_are_left_out_with_what_hangs_on_them():
    extraction = next(x for x in EXTRACTIONS if len(x.statements) > 1)
    doubtful = replace(extraction.statements[0], confidence=0.2)
    rest = tuple(replace(s, parent=doubtful.id) for s in extraction.statements[1:])
    mixed = replace(extraction, statements=(doubtful, *rest))
    kept = pipeline.confident(mixed, 0.5)
    assert [s.id for s in kept.statements] == [s.id for s in rest]
    assert {s.parent for s in kept.statements} == {""}


@pytest.mark.parametrize(
    "left", [None, b"", b"no database at all, but long enough to be read" * 99]
)
def test_what_is_kept_beside_the_store_may_be_lost_or_damaged(left, tmp_path):
    with open_store(tmp_path / "store") as store:
        ingest(store, *ARTICLES[:2])
        pipeline.refresh(store)
        (kept,) = store.scratch.glob("*.sqlite")
        for file in store.scratch.glob("*.sqlite*"):
            file.unlink()
        if left is not None:
            kept.write_bytes(left)
        ingest(store, *ARTICLES)
        pipeline.refresh(store)
        with MemoryStore() as other:
            ingest(other, *ARTICLES)
            pipeline.refresh(other)
            assert state(other) == state(store)


def test_what_another_version_kept_in_other_columns_goes(tmp_path):
    with open_store(tmp_path / "store") as store:
        ingest(store, *ARTICLES[:2])
        pipeline.refresh(store)
        before = state(store)
        with contextlib.closing(sqlite3.connect(store.scratch / "resolution.sqlite")) as old:
            old.execute("PRAGMA user_version = 1")
            old.executescript("DROP TABLE asked; CREATE TABLE asked (gram INTEGER, wording TEXT)")
            old.executescript("DROP TABLE edge; CREATE TABLE edge (a TEXT, b TEXT)")
        pipeline.rebuild(store)
        assert state(store) == before


def test_a_file_that_somebody_holds_is_told_of(tmp_path):
    with open_store(tmp_path / "store") as store:
        ingest(store, *ARTICLES[:1])
        pipeline.refresh(store)
        ingest(store, *ARTICLES)
        with (
            contextlib.closing(sqlite3.connect(store.scratch / "resolution.sqlite")) as other,
            pytest.raises(StoreError, match="can't be kept beside it: database is locked"),
        ):
            other.execute("BEGIN IMMEDIATE")
            pipeline.refresh(store)
        pipeline.refresh(store)
        assert pipeline.is_resolved(store)
