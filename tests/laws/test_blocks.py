"""Laws of looking back in blocks: who has to look anew is told, whatever came in which order."""

from contextlib import closing
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from kgraph.resolve.blocks import Blocks, Table
from kgraph.resolve.dates import days_between, sortable

LIMIT = 2
DAYS = 3
DATES = (
    "2025-04-28", "2025-04-29T23:30:00-05:00", "2025-04-30", "2025-05-01T00:30:00+03:00",
    "2025-05-02T12:00:00Z", "2025-05-03", "2025-05-04T23:59:00-11:00", "2025-05-05T00:01:00+14:00",
    "2025-05-06", "2025-05", "2025", "20250501", "",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something of a day, about some matters."""

    id: str
    day: str
    matters: tuple[str, ...]

    @property
    def rank(self) -> str:
        """By time."""
        return f"{sortable(self.day)}\x1f{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Note):
    """What looks back over notes and stands among none."""


def keys(one):
    return [f"near\x1f{matter}" for matter in one.matters]


def near(one, before):
    """What it makes of what is before it: what is of the days around its own, if it has any."""
    for other in before:
        days = days_between(other.day, one.day)
        if not one.day or (days is not None and abs(days) <= DAYS):
            yield other.id


def looked_up(one, others):
    """The same from all there is, without blocks."""
    found = {}
    for key in keys(one):
        block = [note for note in others if key in keys(note) and note.rank < one.rank]
        last = sorted(block, key=lambda note: note.rank)[-LIMIT:]
        found.update({note.id: note for note in last})
    return sorted(near(one, found.values()))


steps = st.lists(
    st.tuples(
        st.sampled_from((Note, Question)),
        st.sampled_from("abcdefgh"),
        st.none() | st.sampled_from(DATES),
        st.lists(st.sampled_from("xyz"), min_size=1, max_size=2, unique=True).map(tuple),
    ),
    max_size=12,
)


@given(steps)
def test_what_looks_back_over_a_change_is_told_and_sees_what_all_of_it_holds(changes):
    with closing(Blocks(":memory:")) as blocks:
        tables = {kind: Table(blocks, kind, keys) for kind in (Note, Question)}
        there, seen = {Note: {}, Question: {}}, {Note: {}, Question: {}}
        for kind, id_, day, matters in changes:
            if day is None:
                tables[kind].drop(id_)
                there[kind].pop(id_, None)
            else:
                there[kind][id_] = kind(id=id_, day=day, matters=matters)
                tables[kind].put(id_, there[kind][id_])
            notes = tables[Note]
            anew = {
                Note: {*notes.changed, *notes.followers("near", LIMIT, DAYS)},
                Question: {
                    *tables[Question].changed,
                    *tables[Question].askers(notes, "near", LIMIT, DAYS),
                },
            }
            for asking, ids in anew.items():
                for one in ids:
                    record = tables[asking].get(one)
                    before = notes.earlier(keys(record), record.rank, LIMIT, DAYS) if record else ()
                    seen[asking][one] = sorted(near(record, before)) if record else []
                tables[asking].forget_changes()
            for asking, records in there.items():
                for one, record in records.items():
                    assert seen[asking][one] == looked_up(record, there[Note].values())
