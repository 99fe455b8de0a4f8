"""What kind an attribution is follows from its words."""

import pytest

from kgraph.evaluate.kinds import CUE_CLASSES, cue_class, is_reported_speech, quote_kind


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("said", "say"),
        ("has not yet said", "say"),
        ("went on to say", "say"),
        ("warned", "other speech verb"),
        ("denies", "other speech verb"),
        ("was urging", "other speech verb"),
        ("called for", "other speech verb"),
        ("wrote", "other speech verb"),
        ("quipped", "other speech verb"),
        ("wants", "attitude verb"),
        ("planned", "attitude verb"),
        ("has thought", "attitude verb"),
        ("knew", "attitude verb"),
        ("in a statement", "noun"),
        ("her call", "noun"),
        ("opinion of", "noun"),
        ("was adamant", "adjective"),
        ("are confident", "adjective"),
        ("according to", "according to"),
        ("According  to", "according to"),
        (":", "punctuation"),
        ("― ", "punctuation"),
        ("", "no cue"),
        ("  ", "no cue"),
        ("in", "other function word"),
        ("reportedly", "other function word"),
        ("frobnicates", "other words"),
    ],
)
def test_a_cue_has_the_class_of_its_words(cue, expected):
    assert cue_class(cue) == expected
    assert expected in CUE_CLASSES


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("said", True), ("according to", True), (":", True), ("was reported", True),
        ("tells", True), ("denied", True), ("noted", True), ("wants", False), ("is not sure", False),
        ("fears", False), ("plans", False),
    ],
)  # fmt: skip
def test_speech_is_told_from_attitude(cue, expected):
    assert is_reported_speech(cue, ((0, len(cue)),)) is expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("“The gate was open all night,”", "direct"),
        ("that “the gate was open all of the night,”", "direct"),
        ("that the old gate was “open”", "mixed"),
        ("that the gate was open", "indirect"),
    ],
)
def test_quotation_kinds_are_told_by_the_marks(content, expected):
    text = f"Yesterday\n\nShe said {content} he told us."
    start = text.index(content)
    assert quote_kind(text, ((start, start + len(content)),)) == expected


def test_a_stray_mark_in_another_line_changes_nothing():
    text = '5" of rain\nShe said that the gate was open.\n6" more'
    start = text.index("that")
    assert quote_kind(text, ((start, start + 22),)) == "indirect"
