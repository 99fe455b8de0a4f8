"""A proposition is subject, relation and object in plain words."""

import pytest

from kgraph.extract import propositions
from tests.extract import marked

CASES = [
    # the statement's own predication
    ("[s:Putin] [c:announced] [t:a ceasefire].", ("Putin", "announce", "ceasefire")),
    (
        "[s:President Anna Weber] [c:announced] [t:a three-day holiday on Monday].",
        ("Anna Weber", "announce", "three-day holiday"),
    ),
    ("[s:The board] [c:rejected] [t:the offer].", ("board", "reject", "offer")),
    ("[s:He] [c:demanded] [t:access to the front].", ("He", "demand", "access")),
    ("[s:The union] [c:endorsed] [t:the candidate].", ("union", "endorse", "candidate")),
    ("[s:Farmers] [c:are calling for] [t:lower taxes].", ("Farmers", "call for", "lower taxes")),
    (
        "[s:The party] [c:condemned] [t:the killing of two nurses].",
        ("party", "condemn", "killing of two nurses"),
    ),
    ("[s:He] [c:does not support] [t:the bill].", ("He", "support", "bill", True)),
    # a clause
    ("[s:She] [c:said] [t:the dog attacked the postman].", ("dog", "attack", "postman")),
    ("[s:She] [c:said] [t:that Russia launched 80 drones].", ("Russia", "launch", "80 drones")),
    (
        "[t:The group will impose new sanctions], [s:Brandt] [c:said].",
        ("group", "impose", "new sanctions"),
    ),
    ("[s:He] [c:said] [t:the firm did not pay the rent].", ("firm", "pay", "rent", True)),
    ('[t:"Nobody objected,"] [s:he] [c:said].', ("Nobody", "object", "", True)),
    ("[s:She] [c:said] [t:the bridge was safe].", ("bridge", "be", "safe")),
    ("[s:She] [c:said] [t:her brother is a teacher].", ("her brother", "be", "teacher")),
    ("[s:He] [c:said] [t:the river rose].", ("river", "rise", "")),
    ("[s:He] [c:said] [t:the talks would begin in Geneva].", ("talks", "begin in", "Geneva")),
    ("[s:He] [c:said] [t:Moscow remains open to negotiations].", ("Moscow", "remain", "open")),
    ("[s:She] [c:said] [t:the strike will end on Friday].", ("strike", "end", "")),
    ("[s:He] [c:said] [t:the firm had carried out the attack].", ("firm", "carry out", "attack")),
    # verbs that lead to another
    ("[s:He] [c:said] [t:the firm plans to sell the site].", ("firm", "plan to sell", "site")),
    (
        "[s:He] [c:said] [t:Kyiv is ready to support a truce].",
        ("Kyiv", "be ready to support", "truce"),
    ),
    (
        "[s:He] [c:said] [t:both leaders have to sign the pact].",
        ("both leaders", "have to sign", "pact"),
    ),
    ("[s:He] [c:said] [t:the firm is going to build a hall].", ("firm", "build", "hall")),
    # passives
    ("[s:She] [c:said] [t:the treaty was signed by France].", ("France", "sign", "treaty")),
    ("[s:She] [c:said] [t:two men were arrested].", ("two men", "be arrested", "")),
    ("[s:She] [c:said] [t:the talks will be held in Geneva].", ("talks", "be held in", "Geneva")),
    # infinitives
    ("[s:The premier] [c:promised] [t:to publish the list].", ("premier", "publish", "list")),
    ("[s:The airline] [c:plans] [t:to hire 300 pilots].", ("airline", "hire", "300 pilots")),
    ("[s:The Kremlin] [c:urged] Ukraine [t:to accept the offer].", ("Ukraine", "accept", "offer")),
    ("[s:The charity] [c:asked] donors [t:to give money].", ("donors", "give", "money")),
    ("[s:The club] [c:decided] [t:not to sell the ground].", ("club", "sell", "ground", True)),
    # several sentences: the first that tells something
    ('[s:He] [c:wrote]: [t:"Why wait? The fire can reach the town."]', ("fire", "reach", "town")),
    # whole names
    (
        "[s:She] [c:said] [t:Angela Merkel met Emmanuel Macron].",
        ("Angela Merkel", "meet", "Emmanuel Macron"),
    ),
    ("[s:She] [c:said] [t:he wants a pause].", ("he", "want", "pause")),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[c[0] for c in CASES])
def test_the_proposition_of(nlp, sentence, expected):
    text, spans = marked.read(sentence)
    found = propositions.read(nlp(text), marked.attribution(spans))
    assert (found.subject, found.relation, found.object) == expected[:3]
    assert found.negated is (len(expected) == 4)


@pytest.mark.parametrize("sentence", ["[t:]", "[c:said] [t:...]", '[t:""]', "[c:x] [s:y]", "[t:.]"])
def test_words_without_a_predication_have_no_proposition(nlp, sentence):
    text, spans = marked.read(sentence)
    assert propositions.read(nlp(text), marked.attribution(spans)) is None
