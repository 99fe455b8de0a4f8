"""The hybrid: only what the local extractor is unsure of is sent, and the verdict counts."""

import pytest

from kgraph.errors import InputRefused
from kgraph.extract import load_extractor
from kgraph.extract.attribution import Attribution
from kgraph.extract.language import with_blocks
from kgraph.extract.llm_judge import judged
from kgraph.extract.llm_settings import LlmSettings
from kgraph.model import Article
from tests.extract.llm_server import asker, rules, says, serving

TEXT = "Tom Hunt said it rained.\n\nThe pier seems safe to him.\n\nAnn Gray left. He wants more."
ARTICLE = with_blocks(Article(key="a", text=TEXT))


def spans(*words):
    return tuple((TEXT.index(w), TEXT.index(w) + len(w)) for w in words)


SURE = Attribution(
    source=spans("Tom Hunt"), cue=spans("said"), content=spans("it rained"), confidence=0.95
)
UNSURE = Attribution(
    source=spans("him"), cue=spans("seems"), content=spans("The pier"), confidence=0.5
)
OTHER = Attribution(source=spans("He"), cue=spans("wants"), content=spans("more"), confidence=0.4)
POOR = Attribution(
    source=spans("Ann Gray"), cue=spans("left"), content=spans("safe"), confidence=0.1
)


def judge(server, found, **settings):
    asked = asker(server, unsure="0.3-0.7", confidence=0.9, **settings)
    return judged(lambda _doc, _article: found, asked)(None, ARTICLE), asked


def test_only_unsure_finds_and_their_paragraphs_are_sent():
    with serving(rules((1, "keep"), (2, "keep"))) as server:
        judge(server, [SURE, UNSURE, OTHER, POOR])
        assert len(server.asked) == 1
        assert server.paragraphs() == [
            "The pier seems safe to him.",
            "Ann Gray left. He wants more.",
        ]
        assert server.data()["finds"] == [
            {"number": 1, "source": ["him"], "cue": ["seems"], "content": ["The pier"]},
            {"number": 2, "source": ["He"], "cue": ["wants"], "content": ["more"]},
        ]


def test_where_nothing_is_unsure_nothing_is_asked():
    with serving(says("no")) as server:
        found, _ = judge(server, [SURE, POOR])
        assert set(found) == {SURE, POOR}
        assert server.asked == []


MENDED = Attribution(
    source=spans("him"), cue=spans("seems"), content=spans("The pier", "safe"), confidence=0.9
)
KEPT = Attribution(source=UNSURE.source, cue=UNSURE.cue, content=UNSURE.content, confidence=0.9)


@pytest.mark.parametrize(
    ("verdicts", "left", "counts"),
    [
        ([(1, "keep")], KEPT, {"keep": 1, "judged": 1}),
        ([(1, "drop")], None, {"drop": 1, "judged": 1}),
        ([(1, "mend", "him", "seems", ["The pier", "safe"])], MENDED, {"mend": 1, "judged": 1}),
        ([(1, "mend", "him", "seems", "unsafe")], UNSURE, {"dropped: not in the text": 1}),
        ([(1, "mend", "", "", "")], UNSURE, {"dropped: nothing said": 1}),
        ([], UNSURE, {"unjudged": 1, "judged": 0}),
        ([(7, "drop")], UNSURE, {"unjudged": 1}),
        ([(1, "keep"), (1, "drop")], KEPT, {"keep": 1, "drop": 0}),
    ],
    ids=[
        "kept", "dropped", "mended", "mended with invented words", "mended with nothing",
        "forgotten", "a find that is none", "judged twice: the first counts",
    ],
)  # fmt: skip
def test_a_verdict_counts_where_it_can_be_followed(verdicts, left, counts):
    with serving(rules(*verdicts)) as server:
        found, asked = judge(server, [SURE, UNSURE])
    assert found == ([SURE, left] if left else [SURE])
    assert {name: asked.tally[name] for name in counts} == counts


def test_finds_in_several_requests_are_all_judged():
    with serving(rules((1, "keep"), (2, "drop"))) as server:
        found, _ = judge(server, [SURE, UNSURE, OTHER], window=200)
        assert len(found) == 2
    long = " ".join(["It was quiet at the pier."] * 20)
    texts = [f"{long} Hunt wants number {n}." for n in range(3)]
    article = with_blocks(Article(key="b", text="\n\n".join(texts)))
    finds = []
    for n in range(3):
        at = article.text.index(f"Hunt wants number {n}")
        finds.append(
            Attribution(
                source=((at, at + 4),), cue=((at + 5, at + 10),), content=((at + 11, at + 19),),
                confidence=0.5,
            )
        )  # fmt: skip
    with serving(rules((1, "drop"))) as server:
        asked = asker(server, window=600)
        assert judged(lambda _d, _a: finds, asked)(None, article) == []
        assert len(server.asked) == 3


def test_a_find_over_more_text_than_a_request_holds_stays_as_it_was():
    text = "\n\n".join(f"Line {n} of what he said goes on and on." for n in range(60))
    wide = Attribution(source=(), cue=((0, 4),), content=((5, len(text)),), confidence=0.5)
    with serving(says("no")) as server:
        asked = asker(server, window=300)
        article = with_blocks(Article(key="c", text=text))
        assert judged(lambda _d, _a: [wide], asked)(None, article) == [wide]
        assert server.asked == []
        assert asked.tally["unjudged"] == 1
        assert "not judged 1" in asked.tally.line(asked.settings)


def test_an_article_whose_finds_are_not_judged_is_refused():
    with serving(says(None, refusal="no")) as server, pytest.raises(InputRefused):
        judge(server, [UNSURE])


def test_a_cut_answer_is_asked_for_in_halves():
    cut = says("{", finish="length")
    with serving(cut, rules((1, "drop")), rules((1, "keep"))) as server:
        found, _ = judge(server, [UNSURE, OTHER])
        assert [a.cue for a in found] == [OTHER.cue]


def test_the_hybrid_names_tagger_model_prompt_and_band(tmp_path):
    with serving(rules()) as server:
        settings = LlmSettings(url=server.url, model="tiny", cache=str(tmp_path / "c"))
        hybrid = load_extractor("hybrid", llm=settings)
        extraction = hybrid.extract(Article(key="k", text="Tom Hunt said it rained."))
    assert extraction.extractor.startswith("hybrid ")
    for part in ("tagger ", "tiny, prompt ", " on 0.3-0.75", "en_core_web_sm"):
        assert part in extraction.extractor
    assert [extraction.entity(s.speaker).name for s in extraction.statements] == ["Tom Hunt"]
