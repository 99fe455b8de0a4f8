"""The venue is the phrase after its preposition, verbatim."""

import pytest

from kgraph.extract import venue
from tests.extract import marked
from tests.extract.newsrooms import venues

CASES = [
    "[s:The minister] [c:wrote] on [v:X] [t:that he would vote].",
    '[t:"He counts gulls,"] [s:he] [c:joked] on [v:Telegram].',
    '[s:The minister] [c:wrote] on [v:social media platform]: [t:"Why wait?"]',
    "[s:The actor] [c:said] on [v:Instagram] [t:that she was well].",
    '[t:"We won,"] [s:he] [c:posted] on [v:Truth Social] on Monday.',
    "On [v:Facebook], [s:the mayor] [c:wrote] [t:that the pool was open].",
    "[s:The president] [c:said] in [v:an interview with CNN] [t:that he was ready].",
    '[t:"First the ink,"] [s:he] [c:told] The Danube Observer in [v:an interview].',
    "[s:The spokesman] [c:said] at [v:a briefing] [t:that talks go on].",
    "[t:The truce will hold], [s:the Kremlin] [c:said] in [v:a statement].",
    "In [v:a statement], [s:the office] [c:said] [t:the road was open].",
    '[t:"We mean it,"] [s:Brandt] [c:told] [v:parliament] in The Hague.',
    '[t:"We cannot wait,"] [s:Bell] [c:told] [v:a news conference] in Geneva.',
    "[s:The senator] [c:told] [v:the Security Council] [t:that time was short].",
    "During [v:a televised debate], [s:the candidate] [c:promised] [t:lower taxes].",
    "[s:She] [c:said] during [v:a visit to Warsaw] [t:that the border was safe].",
    "[s:The premier] [c:said] on [v:state television] [t:that the fire was out].",
    "[s:The coach] [c:said] on [v:his podcast] [t:that he would stay].",
    "[s:The king] [c:said] in [v:his Christmas message] [t:that peace was near].",
    "[s:The chairman] [c:wrote] in [v:a letter to the board] [t:that he was leaving].",
    "[s:The author] [c:writes] in [v:her memoir] [t:that she was poor].",
    "[s:The general] [c:said] at [v:a rally in Ohio] [t:that he was proud].",
    "[s:The judge] [c:said] in [v:court] [t:that the letter was real].",
    "[s:The director] [c:said] by [v:phone] [t:that the shop was closed].",
    "[s:Peskov] [c:told] reporters at [v:a press conference] [t:that it was late].",
    "Speaking at [v:a summit in Rome], [s:the envoy] [c:said] [t:no date was set].",
    "[s:The economist] [c:argued] in [v:an op-ed] [t:that rates were high].",
    "[s:She] [c:said] via [v:Telegram] [t:that power was back].",
    # none
    "[s:She] [c:said] [t:the bridge was closed].",
    '[t:"Go home,"] [s:she] [c:said] on Friday.',
    "[s:He] [c:told] reporters [t:that he was tired].",
    "[s:The office] [c:said] [t:the news was spread on Facebook].",
    "[s:The envoy] [c:said] in Vienna on Tuesday [t:that the group would wait].",
    "[s:He] [c:warned] [t:that talks at a summit in Rome would fail].",
    "[s:The envoy] [c:insisted] on Monday [t:that the list was right].",
]


@pytest.mark.parametrize("sentence", [*CASES, *venues.CASES])
def test_the_venue_of(nlp, sentence):
    text, spans = marked.read(sentence)
    expected = marked.quotes(text, spans.get("v", ()))
    assert venue.find(nlp(text), marked.attribution(spans)) == (expected or [""])[0]


@pytest.mark.parametrize(
    "sentence", ["[c:on]", "[c:told] a", "[t:x]", "[c:in] [t:an interview", "[c:said] in an"]
)
def test_odd_words_have_a_venue_or_none(nlp, sentence):
    sentence += "]" if sentence.count("[") > sentence.count("]") else ""
    text, spans = marked.read(sentence)
    assert venue.find(nlp(text), marked.attribution(spans)) in text
