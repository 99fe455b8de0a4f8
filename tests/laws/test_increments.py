"""Laws of resolving as articles come and go: how a collection came to be leaves no trace.

Every law compares all derived graphs, quad by quad, through the pipeline as ``kgraph ingest``,
``retract``, ``decide`` and ``undo`` use it.
"""

from contextlib import closing
from dataclasses import replace
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph import ids, pipeline, review, vocab
from kgraph.cli.deciding import settle
from kgraph.model import Decision, Entity, Extraction, Mention, Occurrence, Role
from kgraph.resolve import resolve
from kgraph.store import MemoryStore, open_store
from tests import strategies
from tests.laws.test_resolve import ACTS, CONTENTS, FILLER
from tests.stories import said, told

law = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

SPEAKERS = (
    "Jonas Vik",
    "Vik",
    "Petra Vik",
    "Andrii Sibiha",
    "Andriy Sybiha",
    "Norvia",
    "an official",
)
MENTIONED = ("Rural Defence Fund", "RDF", "Halden", "Petra Vik", "Jonas Vik", "Kyiv")
DAYS = ("2025-05-01", "2025-05-02T08:00:00Z", "2025-05-03", "2025-05", "2025-06-20", "")
REWORDED = (
    "the Orlov bridge will reopen near Varna in May",
    "the Orlov bridge to open again near Varna in May",
    "the Orlov bridge will close near Varna in May",
    "the Orlov bridge will not reopen near Varna in May",
)
TELLING = ("truce", "begin", "hit", "drones", "pause", "wires", "carry")


@st.composite
def lines(draw):
    speaker = draw(st.sampled_from(SPEAKERS))
    act = draw(st.sampled_from(ACTS))
    content = draw(st.sampled_from((*CONTENTS, *REWORDED)))
    return said(
        speaker,
        content,
        cue="denied" if act == "deny" else "said",
        act=act,
        kind="anonymous"
        if speaker.islower()
        else "organization"
        if speaker == "Norvia"
        else "person",
        modality=draw(st.sampled_from(("asserted", "asserted", "possible"))),
        via=draw(st.sampled_from(((), (), ("Norvia",), ("Radio Delta",)))),
        to=draw(st.sampled_from(("", "", "Petra Vik"))),
        to_kind="person",
        role=draw(st.sampled_from(("", "mayor"))),
        proposition=("Orlov bridge", "be", "open") if "Orlov" in content else None,
        event=draw(st.sampled_from((None, None, ("drones", "2025-05-08", "2025-05-08")))),
    )


@st.composite
def article(draw, number):
    """One article of a small world, whose words, names and days others have as well."""
    own = draw(st.lists(lines() | st.sampled_from(FILLER), min_size=1, max_size=5))
    own = [
        replace(line, event=None)
        if not isinstance(line, str) and "drones" not in line.content
        else line
        for line in own
    ]
    made = told(
        str(number),
        draw(st.sampled_from(("Norvia", "Mirror", "Bugle", ""))),
        draw(st.sampled_from(DAYS)),
        *own,
        ", ".join(draw(st.lists(st.sampled_from(MENTIONED), max_size=3, unique=True)))
        or "Nothing.",
        credited=draw(st.sampled_from(((), ("Norvia",)))),
    )
    return _peopled(made)


def _peopled(made: Extraction) -> Extraction:
    """With the names of its last line, and with the words that tell of something happening."""
    text = made.article.text
    known = {entity.name for entity in made.entities}
    entities = list(made.entities)
    for name in MENTIONED:
        at = text.find(name, text.rfind("\n"))
        if at >= 0 and name not in known:
            kind = (
                "person"
                if "Vik" in name
                else "place"
                if name in ("Kyiv", "Halden")
                else "organization"
            )
            entities.append(
                Entity(
                    id=ids.digest(made.article.id, kind, name, ""),
                    name=name,
                    type=kind,
                    mentions=(Mention(start=at, end=at + len(name)),),
                    roles=(Role(title="mayor", span=(at, at + len(name))),)
                    if kind == "person"
                    else (),
                )
            )
    occurrences = []
    for word in TELLING:
        at = text.find(word)
        if at >= 0:
            first = entities[:1]
            agents = tuple((m.start, m.end) for e in first for m in e.mentions)[:1]
            occurrences.append(
                Occurrence(start=at, end=at + len(word), root=word[:4], agents=agents)
            )
    return replace(
        made,
        entities=tuple(entities),
        occurrences=tuple(sorted(occurrences, key=lambda one: one.start)),
    )


@st.composite
def news(draw, least=0, most=6):
    return [draw(article(number)) for number in range(draw(st.integers(least, most)))]


odd = st.lists(strategies.extractions(), max_size=3, unique_by=lambda e: e.article.key)
"""Extractions in which anything may stand that a store can hold."""

collections = news() | odd


class Reader:
    """An extractor that knows what each article says."""

    name = "reader"
    version = "1"
    languages = frozenset({"en"})

    def __init__(self, extractions):
        self.known = {one.article.id: one for one in extractions}

    def extract(self, article):
        return self.known[article.id]


def take_in(store, *extractions):
    articles = [one.article for one in extractions]
    list(pipeline.ingest(store, articles, Reader(extractions), on_refused=pytest.fail))


def retract(store, extraction):
    pipeline.retract(store, pipeline.find(store, extraction.article.iri))


def derived(store):
    """The bytes of every derived graph, once they follow from the evidence."""
    pipeline.refresh(store)
    return {name: sorted(map(str, store.graph(name))) for name in vocab.DERIVED}


def same(one, other):
    """Nothing if both are the same; else what only the one has, and what only the other."""
    for name in vocab.DERIVED:
        mine, theirs = set(one[name]), set(other[name])
        assert (sorted(mine - theirs), sorted(theirs - mine)) == ([], [])
    assert one == other


def but_versions(graphs):
    """The graphs without what versions of an article say of one another."""
    between = tuple(f"<{vocab.KG}{name}>" for name in ("corrects", "withdraws"))
    lines = [line.split() for line in graphs[vocab.RELATIONS]]
    nodes = {subject for subject, _, object_, *_ in lines if object_ in between}
    kept = [
        line
        for line in graphs[vocab.RELATIONS]
        if line.split()[0] not in nodes and line.split()[1] not in between
    ]
    return {**graphs, vocab.RELATIONS: kept}


def rebuilt(extractions, decisions=()):
    """The same where everything comes at once."""
    with MemoryStore() as store:
        take_in(store, *extractions)
        review.record(store, decisions)
        pipeline.rebuild(store)
        return derived(store)


@given(collections, st.data())
@law
def test_any_order_and_any_sharding_give_the_same_bytes(extractions, data):
    with MemoryStore() as store:
        for one in data.draw(st.permutations(extractions)):
            take_in(store, one)
            if data.draw(st.booleans()):
                pipeline.refresh(store)
        same(derived(store), rebuilt(extractions))


@given(collections, st.data())
@law
def test_what_stays_open_between_articles_leaves_no_trace(extractions, data):
    with MemoryStore() as store, closing(pipeline.Following(store)) as following:
        for one in data.draw(st.permutations(extractions)):
            take_in(store, one)
            if data.draw(st.booleans()):
                following.refresh()
            if data.draw(st.booleans()):
                retract(store, one)
                following.refresh()
                take_in(store, one)
        following.refresh()
        same(derived(store), rebuilt(extractions))


@given(news(least=1) | odd.filter(bool), st.data())
@law
def test_what_is_added_and_retracted_leaves_the_graph_before(extractions, data):
    added = data.draw(st.sampled_from(extractions))
    with MemoryStore() as store:
        take_in(store, *(one for one in extractions if one is not added))
        before = derived(store)
        take_in(store, added)
        same(derived(store), rebuilt(extractions))
        retract(store, added)
        same(derived(store), before)


@given(news(least=2, most=5), st.data())
@law
def test_retracting_in_any_order_leaves_what_the_rest_gives(extractions, data):
    going = data.draw(st.lists(st.sampled_from(range(len(extractions))), unique=True, min_size=1))
    with MemoryStore() as store:
        take_in(store, *extractions)
        pipeline.refresh(store)
        for number in going:
            retract(store, extractions[number])
            if data.draw(st.booleans()):
                pipeline.refresh(store)
        same(derived(store), rebuilt(x for n, x in enumerate(extractions) if n not in going))


@given(news(least=1, most=4), st.data())
@law
def test_a_correction_stands_in_for_what_it_corrects_and_goes_without_a_trace(extractions, data):
    number = data.draw(st.sampled_from(range(len(extractions))))
    old = extractions[number]
    new = data.draw(article(number).filter(lambda one: one.article.id != old.article.id))
    with MemoryStore() as store:
        take_in(store, *extractions)
        before = derived(store)
        take_in(store, new)
        same(derived(store), rebuilt([*extractions, new]))
        others = [*extractions[:number], new, *extractions[number + 1 :]]
        same(but_versions(derived(store)), but_versions(rebuilt(others)))
        retract(store, new)
        same(derived(store), before)


@st.composite
def decided(draw, verdicts=("same", "different", "unsure"), most=3):
    """News, and what a person decides of two of their entities, or of their statements and claims."""
    extractions = draw(news(least=2, most=4))
    entities = [one.iri for x in extractions for one in x.entities]
    statements = [one.iri for x in extractions for one in x.statements]
    claims = [claim.iri for claim in resolve(extractions).claims]
    kinds = [some for some in (entities, [*statements, *claims]) if len(some) > 1]
    made = []
    for number in range(draw(st.integers(1, most)) if kinds else 0):
        things = st.sampled_from(draw(st.sampled_from(kinds)))
        a, b = sorted(draw(st.tuples(things, things).filter(lambda pair: pair[0] != pair[1])))
        verdict = draw(st.sampled_from(verdicts))
        at = f"2025-07-01T10:00:0{number}Z"
        digest = ids.digest("decision", a, b, verdict, at)
        made.append(Decision(id=digest, a=a, b=b, verdict=verdict, by="Ann", at=at))
    return extractions, made


def undo(store, decision):
    review.take_back(store, decision.id, "2025-07-02T10:00:00Z")
    pipeline.rebuild(store)


@given(decided(), st.data())
@law
def test_a_decision_and_its_undo_leave_the_graph_before(case, data):
    extractions, decisions = case
    with MemoryStore() as store:
        take_in(store, *extractions)
        before = derived(store)
        settle(store, decisions)
        same(derived(store), rebuilt(extractions, decisions))
        for decision in data.draw(st.permutations(decisions)):
            undo(store, decision)
        same(derived(store), before)


@given(decided(), st.data())
@law
def test_it_does_not_matter_whether_the_article_or_the_decision_came_first(case, data):
    extractions, decisions = case
    early = data.draw(st.integers(0, len(extractions)))
    with MemoryStore() as store:
        take_in(store, *extractions[:early])
        pipeline.refresh(store)
        settle(store, decisions)
        for one in extractions[early:]:
            take_in(store, one)
            pipeline.refresh(store)
        same(derived(store), rebuilt(extractions, decisions))


@given(decided(verdicts=("same", "different"), most=4), st.data())
@law
def test_what_a_person_parted_is_never_one_and_what_he_joined_is_one(case, data):
    extractions, decisions = case
    with MemoryStore() as store:
        for one in data.draw(st.permutations(extractions)):
            take_in(store, one)
            pipeline.refresh(store)
        settle(store, decisions)
        pipeline.refresh(store)
        rows = store.query("SELECT ?e ?a WHERE { ?e kg:denotes|kg:makesClaim ?a }")
        whole = {row["e"].value: row["a"].value for row in rows}
        last = {(one.a, one.b): one for one in decisions}
        parted = [one for one in last.values() if one.verdict == "different"]
        for one in last.values():
            if not (one.a in whole and one.b in whole):
                continue
            if one.verdict == "different":
                assert whole[one.a] != whole[one.b]
            elif not parted:
                assert whole[one.a] == whole[one.b]


class Killed(BaseException):
    """The process ends here."""


class Dying:
    """A store whose process ends at one of its writes: just before it, or just behind it."""

    def __init__(self, store, at, *, behind):
        self._store = store
        self._left = at
        self._behind = behind

    def __getattr__(self, name):
        found = getattr(self._store, name)
        return self._dying(found) if name in ("replace", "update", "clear") else found

    def _dying(self, write):
        def call(*given_, **more):
            self._left -= 1
            if self._left or self._behind:
                write(*given_, **more)
            if not self._left:
                raise Killed

        return call


@given(news(least=1, most=3), st.integers(1, 8), st.booleans(), st.booleans())
@settings(law, max_examples=12)
def test_killed_at_any_write_the_same_call_again_finishes_the_work(extractions, at, behind, going):
    with TemporaryDirectory() as folder:
        with open_store(folder) as store:
            dying = Dying(store, at, behind=behind)
            try:
                for one in extractions:
                    take_in(dying, one)
                    pipeline.refresh(dying)
                if going:
                    retract(dying, extractions[0])
                    pipeline.refresh(dying)
            except Killed:
                pass
        with open_store(folder) as store:
            take_in(store, *extractions)
            same(derived(store), rebuilt(extractions))
