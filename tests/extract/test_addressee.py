"""The addressee is whom the cue says it is told to, or whom its condition names."""

import pytest

from kgraph.extract import addressee
from tests.extract import marked
from tests.extract.newsrooms import addressees

CASES = [
    # told, informed, asked …
    "[s:The minister] [c:told] [a:Reuters] [t:that the talks had failed].",
    '[t:"It is over,"] [s:she] [c:told] [a:reporters].',
    '[t:"Nobody has seen it,"] [s:the official] [c:told] [a:Civic Ledger].',
    '[t:"First the ink,"] [s:he] [c:told] [a:The Danube Observer] in an interview.',
    "[s:Jonas Lehmann] [c:told] [a:the Courier] [t:that he had seen a draft].",
    '[t:"We mean it,"] [s:Brandt] [c:told] [a:parliament] in The Hague.',
    '[t:"We cannot wait,"] [s:Bell] [c:told] [a:a news conference] in Geneva.',
    "[s:She] [c:told] [a:him] [t:she was leaving].",
    "[s:The doctor] [c:informed] [a:the family] [t:that he had died].",
    "[s:The captain] [c:assured] [a:passengers] [t:the ship was safe].",
    "[s:The mayor] [c:reminded] [a:voters] [t:that polls close at eight].",
    "[s:The spokesman] [c:told] [a:CNN] on Monday [t:that he was well].",
    "[s:The judge] [c:asked] [a:the witness] [t:whether the letter was real].",
    "[s:The teacher] [c:told] [a:a crowd of supporters] [t:that she would run].",
    "[s:He] later [c:told] [a:police] [t:he was asleep].",
    "[s:He] [c:has told] [a:his aides] [t:to prepare a list].",
    "[t:The bridge is closed], [s:he] [c:told] [a:France and Germany].",
    # urged, asked to, ordered
    "[s:The Kremlin] [c:urged] [a:Ukraine] [t:to do the same].",
    "[s:The bishop] [c:urged] [a:both sides] [t:to stop].",
    "[s:The president] [c:urged] [a:Congress] [t:to pass the bill].",
    "[s:The charity] [c:asked] [a:donors] [t:to give more].",
    "[s:The court] [c:ordered] [a:the firm] [t:to pay].",
    "[s:The coach] [c:advised] [a:the player] [t:not to run].",
    "[s:The officer] [c:told] [a:them] [t:to leave the square].",
    "[s:The queen] [c:invited] [a:the prime minister] [t:to form a government].",
    "[s:The envoy] [c:pressed] [a:Belgrade] [t:to sign].",
    "[s:The union] [c:begged] [a:the owner] [t:to reopen the mine].",
    "[s:The minister] [c:encouraged] [a:farmers] [t:to plant trees].",
    # called on, appealed to
    "[s:The Kremlin] [c:called on] [a:Ukraine] [t:to follow the example].",
    "[s:He] also [c:called on] [a:European governments] [t:to keep up the pressure].",
    "[s:The pope] [c:appealed to] [a:world leaders] [t:to end the war].",
    "[s:The group] [c:called upon] [a:Turkey] [t:to open the border].",
    "[s:The mother] [c:pleaded with] [a:the kidnappers] [t:to free her son].",
    # warned
    "[s:Moscow] [c:warned] [a:Kyiv] [t:that it would answer].",
    "[s:The office] [c:warned] [a:drivers] [t:to stay at home].",
    "[s:The bank] [c:warned] [a:investors] [t:about the risk].",
    "[s:The envoy] [c:threatened] [a:Minsk] [t:with sanctions].",
    # said to, a letter to, speaking to
    "[s:She] [c:said to] [a:reporters] [t:that she was tired].",
    '[t:"We won,"] [s:he] [c:said] to [a:supporters] in Ghent.',
    "[s:The director] [c:wrote to] [a:the minister] [t:that funds were gone].",
    "Speaking to [a:journalists], [s:the coach] [c:said] [t:he would stay].",
    "In a letter to [a:the council], [s:the owner] [c:said] [t:the roof leaks].",
    "In a speech to [a:lawmakers], [s:the king] [c:promised] [t:more money].",
    "[s:The envoy] [c:explained to] [a:the delegates] [t:that time was short].",
    "[s:The general]'s [c:warning to] [a:Kyiv] [t:that it must leave] was brief.",
    "[s:She] [c:apologised to] [a:the families] [t:for the delay].",
    "[s:The prime minister] [c:announced] to [a:parliament] [t:that he would resign].",
    # passive
    "[a:Reporters] [c:were told] by [s:officials] [t:that the road was open].",
    "[a:Residents] [c:were warned] by [s:the fire service] [t:to stay away].",
    # thanks
    "[s:The president] [c:thanked] [a:the medics] [t:for their work].",
    "[s:She] [c:congratulated] [a:the winner] [t:on the result].",
    # out of the condition or the demanded clause
    "[s:The Kremlin] [c:warned] [t:that troops would answer if [a:Kyiv] breaks the truce].",
    "[s:Moscow] [c:threatened] [t:to leave the pact unless [a:Washington] withdraws its missiles].",
    "[s:The premier] [c:warned] [t:that if [a:Israel] attacks, the border will be closed].",
    "[s:The envoy] [c:demanded] [t:that [a:Russia] withdraw its troops].",
    # nobody
    "[s:She] [c:said] [t:the bridge was closed].",
    "[s:The envoy] [c:warned] [t:that if either side fires, the mission will end].",
    "[s:He] [c:demanded] [t:access to the whole front line].",
    "[s:The king] [c:announced] [t:a holiday].",
    "[s:He] [c:told] the truth, [t:that he was afraid].",
    '[t:"Go home,"] [s:she] [c:said] on Friday.',
    "[s:The party] [c:promised] [t:voters a tax cut].",
    "[s:He] [c:said] [t:reporters had lied].",
    "[s:A resident] who [c:asked] [t:not to be named] left.",
    "[s:The mayor] [c:asked for] [t:more sandbags].",
    "[t:He is well], [c:according to] [s:his doctor].",
    "[s:She] [c:responded to] [t:the report].",
    "[s:The board] [c:is committed to] [t:peace].",
]


@pytest.mark.parametrize("sentence", [*CASES, *addressees.CASES])
def test_the_addressee_of(nlp, sentence):
    text, spans = marked.read(sentence)
    found = addressee.find(nlp(text), marked.attribution(spans))
    assert marked.quotes(text, found) == marked.quotes(text, spans.get("a", ()))


@pytest.mark.parametrize(
    "sentence",
    ["[c:told]", "[c:told] [t:to]", "[c:!] [t:?]", "[t:]", "[c:to to to]", "[c:told] told told"],
)
def test_odd_words_have_an_addressee_or_none(nlp, sentence):
    text, spans = marked.read(sentence)
    for start, end in addressee.find(nlp(text), marked.attribution(spans)):
        assert 0 <= start < end <= len(text)
