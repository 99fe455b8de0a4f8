"""Pairs are the best there are, and each is judged by tokens."""

import pytest

from kgraph.evaluate import Found, Gold, judge

TEXT = 'Ann Roe said, "the dam holds." Bo fears rain and wind.'


def at(words):
    return ((TEXT.index(words), TEXT.index(words) + len(words)),) if words else ()


def gold(source, cue, content, *speakers):
    return Gold(source=at(source), cue=at(cue), content=at(content), speakers=speakers)


def found(source, cue, content, **more):
    return Found(source=at(source), cue=at(cue), content=at(content), **more)


SAID = gold("Ann Roe", "said", '"the dam holds."', "Ann Roe")
FEARS = gold("Bo", "fears", "rain and wind")


@pytest.mark.parametrize(
    ("one", "levels"),
    [
        (
            found("Ann Roe", "said", '"the dam holds."'),
            {
                "content-soft", "content-strict", "content-words", "cue", "source", "source-any",
                "triple-soft",
            },
        ),
        (
            found("Ann Roe", "said,", "the dam holds"),
            {"content-soft", "content-words", "cue", "source", "source-any", "triple-soft"},
        ),
        (
            found("Roe", "said", "the dam holds"),
            {"content-soft", "content-words", "cue", "source", "source-any", "triple-soft"},
        ),
        (
            found("Ann Roe said, ", "said", "the dam holds"),
            {"content-soft", "content-words", "cue", "source", "source-any", "triple-soft"},
        ),
        (found("", "", "the dam holds"), {"content-soft", "content-words"}),
        (found("Bo", "fears", "the dam holds"), {"content-soft", "content-words"}),
        (
            found("Ann Roe", "", "dam holds."),
            {"content-soft", "source", "source-any"},
        ),
        (
            found("Roe said, ", "said", "the dam"),
            None,
        ),
    ],
)  # fmt: skip
def test_a_pair_reaches_the_levels_of_its_tokens(one, levels):
    pairs = judge("k", TEXT, [SAID], [one]).pairs
    assert [set(pair.levels) for pair in pairs] == ([] if levels is None else [levels])


def test_both_without_source_agree():
    bare = gold("", "said", "rain and wind")
    (pair,) = judge("k", TEXT, [bare], [found("", "said", "rain and wind")]).pairs
    assert pair.right


def test_of_two_equal_contents_the_pair_whose_cue_agrees_is_taken():
    twice = [found("", "", "rain and wind"), found("Bo", "fears", "rain and wind")]
    (pair,) = judge("k", TEXT, [FEARS], twice).pairs
    assert pair.found == 1


def test_a_span_inside_a_token_claims_all_of_it():
    start = TEXT.index("fears")
    inside = Found(source=at("Bo"), cue=((start + 1, start + 3),), content=at("rain and wind"))
    (pair,) = judge("k", TEXT, [FEARS], [inside]).pairs
    assert pair.right


@pytest.mark.parametrize(("nested", "judged"), [(False, 0), (True, 1)])
def test_nested_statements_count_only_where_asked_for(nested, judged):
    inner = found("Bo", "fears", "rain and wind", nested=True)
    result = judge("k", TEXT, [FEARS], [inner], nested=nested)
    assert (len(result.found), len(result.pairs), len(result.nested)) == (
        judged,
        judged,
        1 - judged,
    )


@pytest.mark.parametrize(("speaker", "right"), [("Ms. Ann Roe", True), ("Bo", False), ("", False)])
def test_the_speaker_is_judged_where_the_gold_tells_one(speaker, right):
    one = found("Ann Roe", "said", "the dam holds", speaker=speaker)
    (pair,) = judge("k", TEXT, [SAID], [one]).pairs
    assert pair.speaker is right
    other = found("Bo", "fears", "rain and wind", speaker=speaker)
    (pair,) = judge("k", TEXT, [FEARS], [other]).pairs
    assert pair.speaker is None
