"""Noun phrases: the words with which a text speaks of somebody or something.

A phrase is read off the dependency tree: from the leftmost word before its head that belongs to
it, to the head. What follows the head (clauses, appositions, "of …") is not part of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from spacy.tokens import Doc, Token

from kgraph.extract import parts
from kgraph.model import Article

PhraseKind: TypeAlias = Literal["noun", "pronoun", "relative"]

_ARGUMENTS = frozenset({
    "nsubj", "nsubjpass", "dobj", "pobj", "iobj", "dative", "attr", "appos", "conj", "poss", "agent",
    "oprd", "ROOT", "csubj", "npadvmod", "pcomp", "nmod", "dep", "intj", "relcl",
})  # fmt: skip
_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "such", "said"})
_INDEFINITE = frozenset({
    "a", "an", "another", "some", "any", "no", "every", "each", "many", "several", "few", "other",
    "one", "more", "most", "all",
})  # fmt: skip
_PRONOUNS = frozenset({
    "he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "they",
    "them", "their", "theirs", "themselves", "i", "me", "my", "mine", "myself", "we", "us", "our",
    "ours", "ourselves",
})  # fmt: skip
_RELATIVES = frozenset({"who", "whom", "whose", "which", "that", "where"})
_OWN_BODY = frozenset({"company", "firm"})
"""Nouns that speak of a body even where they only modify another one ("company spokesman")."""

_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_READ = frozenset({"text", "caption"})
_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase at its place: tokens ``start`` to ``end`` (exclusive), headed by ``head``."""

    start: int
    end: int
    head: int
    kind: PhraseKind

    def words(self, doc: Doc) -> list[Token]:
        """The tokens of the phrase."""
        return [doc[i] for i in range(self.start, self.end)]

    def is_definite(self, doc: Doc) -> bool:
        """Whether it speaks of something as known: "the deal", "this deal", "his deal"."""
        first = doc[self.start]
        return first.lower_ in _DEFINITE or first.tag_ == "PRP$" or self.owner(doc) is not None

    def is_indefinite(self, doc: Doc) -> bool:
        """Whether it brings in something new: "a deal", "several deals"."""
        return doc[self.start].lower_ in _INDEFINITE

    def is_plural(self, doc: Doc) -> bool:
        """Whether its head is in the plural."""
        return doc[self.head].tag_ in _PLURAL_TAGS

    def owner(self, doc: Doc) -> Token | None:
        """The word that tells whose it is ("Oslo" in "Oslo's mayor", "its" in "its mayor")."""
        for i in range(self.start, self.head):
            if doc[i].dep_ == "poss" and doc[i].head.i == self.head:
                return doc[i]
        return None

    def modifiers(self, doc: Doc) -> frozenset[str]:
        """What the phrase says of its head, as lemmas: "big" and "blue" in "his big blue car"."""
        return frozenset(
            doc[i].lemma_.lower()
            for i in range(self.start, self.head)
            if doc[i].pos_ in {"ADJ", "NOUN", "PROPN", "NUM", "VERB"} and doc[i].dep_ != "poss"
        )


def find_phrases(doc: Doc, article: Article, kinds: frozenset[str] = _READ) -> Iterator[Phrase]:
    """The phrases of the blocks of these kinds, the text and its captions, by their heads."""
    blocks = [p for p in article.paragraphs if p.kind in kinds]
    at = 0
    for token in doc:
        while at < len(blocks) and token.idx >= blocks[at].end:
            at += 1
        if at == len(blocks):
            return
        if token.idx < blocks[at].start:
            continue
        phrase = _phrase(doc, token)
        if phrase is not None:
            yield phrase


def _phrase(doc: Doc, token: Token) -> Phrase | None:
    word = token.lower_
    if word in _PRONOUNS and token.pos_ in {"PRON", "DET", "PROPN"}:
        return Phrase(start=token.i, end=token.i + 1, head=token.i, kind="pronoun")
    if word in _RELATIVES and token.tag_ in {"WP", "WDT", "WP$", "WRB"}:
        return Phrase(start=token.i, end=token.i + 1, head=token.i, kind="relative")
    if token.dep_ == "compound" and word in _OWN_BODY:
        return Phrase(start=token.i, end=token.i + 1, head=token.i, kind="noun")
    if token.pos_ not in _NOUNS or token.dep_ not in _ARGUMENTS or token.ent_type_ in _TIMES:
        return None
    if token.pos_ == "NUM" and (token.i == 0 or not _may_name(doc[token.i - 1])):
        return None
    return Phrase(start=_start(doc, token), end=token.i + 1, head=token.i, kind="noun")


def _may_name(before: Token) -> bool:
    """Whether a number behind the word can be a model's: "the 300", "Acme's 300"."""
    return before.lower_ == "the" or before.tag_ in {"POS", "PRP$", "NNP"}


def _start(doc: Doc, head: Token) -> int:
    """The leftmost word of the unbroken run before the head that hangs on it."""
    left = max(head.left_edge.i, head.i - parts.REACH // 5)
    start = head.i
    for i in range(head.i - 1, left - 1, -1):
        token = doc[i]
        if token.is_space or token.text in {",", ";", ":", "(", ")", "–", "—", "--"}:
            break
        start = i
    while start < head.i and (
        doc[start].is_punct
        or doc[start].pos_ in {"ADP", "CCONJ", "ADV", "SCONJ"}
        or doc[start].dep_ in {"preconj", "predet"}
        or (doc[start].ent_type_ == "DATE" and doc[start].pos_ == "NUM")
    ):
        start += 1
    return start
