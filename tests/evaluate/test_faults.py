"""Each thing that goes wrong has its kind, its words and its sentence."""

import pytest

from kgraph.evaluate import Found, Gold, faults, judge
from kgraph.evaluate.faults import KINDS, sentence, to_record

TEXT = "It rained. The dam will not hold the water, Mr. Ben Roe told the town on Monday. Ann wept."


def at(words):
    return ((TEXT.index(words), TEXT.index(words) + len(words)),) if words else ()


def gold(source="Mr. Ben Roe", cue="told", content="The dam will not hold the water", **more):
    return Gold(source=at(source), cue=at(cue), content=at(content), **more)


def found(source="Mr. Ben Roe", cue="told", content="The dam will not hold the water", **more):
    return Found(source=at(source), cue=at(cue), content=at(content), **more)


NAMED = ("Ben Roe",)


@pytest.mark.parametrize(
    ("marked", "made", "kinds"),
    [
        ([gold()], [found()], []),
        ([gold()], [], [("missed",)]),
        ([], [found()], [("spurious",)]),
        ([gold()], [found(nested=True)], [("missed, found nested",)]),
        ([gold()], [found(cue="on Monday")], [("wrong cue",)]),
        ([gold()], [found(source="")], [("source missing",)]),
        ([gold(source="")], [found()], [("source added",)]),
        ([gold()], [found(source="Roe")], [("source cut",)]),
        ([gold()], [found(source="Ann")], [("wrong source",)]),
        ([gold()], [found(source="Ann", cue="")], [("wrong cue", "wrong source")]),
        ([gold(content="hold the water")], [found(content="It rained. The dam will not hold the water")], [("content too long",)]),
        ([gold()], [found(content="the water")], [("content too short",)]),
        ([gold(content="The dam will not")], [found(content="not hold the water")], [("content elsewhere",)]),
        ([gold()], [found(content="It rained")], [("content elsewhere",)]),
        ([gold()], [found(source="Ann", cue="wept", content="It rained")], [("spurious",), ("missed",)]),
        ([gold(speakers=NAMED)], [found(speaker="Ben Roe")], []),
        ([gold(speakers=NAMED)], [found(speaker="Ann")], [("wrong speaker",)]),
        ([gold(speakers=NAMED)], [found()], [("no speaker",)]),
    ],
)  # fmt: skip
def test_a_fault_has_its_kind(marked, made, kinds):
    wrong = faults(judge("k", TEXT, marked, made))
    assert [fault.kinds for fault in wrong] == kinds
    assert all(kind in KINDS for fault in wrong for kind in fault.kinds)


def test_what_stands_where_nobody_reads_is_told_apart():
    headed = judge("k", TEXT, [gold()], [], aside=((11, 45),))
    assert [fault.kinds for fault in faults(headed)] == [("missed, set aside",)]


def test_a_fault_is_told_with_words_and_sentence():
    (wrong,) = faults(judge("k", TEXT, [gold(speakers=NAMED)], [found(source="", confidence=0.5)]))
    record = to_record(wrong, TEXT)
    assert record["kinds"] == ["source missing", "no speaker"]
    assert record["sentence"] == (
        "The dam will not hold the water, Mr. Ben Roe told the town on Monday."
    )
    assert TEXT[record["start"] : record["end"]] == (
        "The dam will not hold the water, Mr. Ben Roe told"
    )
    assert record["gold"]["source"] == {"spans": [[44, 55]], "words": "Mr. Ben Roe"}
    assert record["gold"]["speaker"] == ["Ben Roe"]
    assert record["found"]["source"] == {"spans": [], "words": ""}
    assert record["found"]["confidence"] == 0.5
    assert record["cue_class"] == "other speech verb"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("rained", "It rained."),
        ("Ann", "Ann wept."),
        ("rained. The", TEXT[: TEXT.index(" Ann")]),
        ("Roe", TEXT[11 : TEXT.index(" Ann")]),
    ],
)
def test_a_sentence_is_whole(words, expected):
    assert sentence(TEXT, at(words)[0]) == expected


def test_a_sentence_stays_in_its_lines():
    assert sentence("A heading\nShe left. He stayed\nA foot", (10, 13)) == "She left."
