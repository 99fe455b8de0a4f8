"""What layout attributes: labels, signatures, and quotations that go on over paragraphs."""

import re
from dataclasses import replace

from kgraph.extract import cues
from kgraph.extract.attribution import Attribution, overlap
from kgraph.extract.rule_finds import acting, cue_words
from kgraph.extract.rule_transcripts import LABEL, NO_SPEAKER
from kgraph.extract.rule_tree import Block, merged
from kgraph.model import Spans

_DASH = re.compile(r"(?:^|\s|[”\"'’])(?=[—–―‒-]{1,2}\s*[A-Z])")
_SIGNATURE = re.compile(
    r"(?P<cue>[—–―‒-]{1,2})\s*(?P<who>(?:[A-Z][\w.'’-]*)(?:\s+[A-Z][\w.'’-]*){0,4})"
    r"(?P<rest>(?:\s+\(@\w+\))?(?:,?\s+\w+\.?\s+\d{1,2},\s+\d{4})?)\s*$"
)
_BAR = re.compile(r"(?P<cue>―)\s*(?P<who>\S[^.!?\n]{1,80}?)(?P<rest>)\s*$")
"""A horizontal bar stands for nothing else, so that any words may follow it."""

_LONGEST_SIGNATURE = 120
_SIGNED = 0.8


def labelled(block: Block) -> list[Attribution]:
    """Reads "SMITH: We will appeal." where it stands alone, outside of a transcript."""
    match = LABEL.match(block.text, block.start, block.end)
    if match is None or match["who"].split()[0].strip(".").upper() in NO_SPEAKER:
        return []
    tree = block.tree
    tokens = tree.tokens(*match.span("who"))
    name = all(tree.pos[t] == "PROPN" or not tree.is_word(t) for t in tokens)
    if not (match["who"].isupper() or name) or " " not in block.text[match.end() : block.end]:
        return []
    return [
        Attribution(
            source=(match.span("who"),), cue=(match.span("cue"),),
            content=((match.end(), block.end),), confidence=0.7,
        )
    ]  # fmt: skip


class Running:
    """What one paragraph leaves to the next: who is speaking, or about to speak.

    Attributes:
        found: The attributions of all paragraphs so far.
    """

    def __init__(self) -> None:
        self.found: list[Attribution] = []
        self._speaking: int | None = None
        self._announced: Attribution | None = None
        self._quotes: Spans = ()

    def take(self, block: Block, here: list[Attribution]) -> None:
        """Adds a paragraph's attributions, its quotations given to those who speak on."""
        only = _only_quotes(block)
        leading = tuple(q for q in block.quotes[:1] if q[0] == block.start)
        spoken = any(a.cue and overlap(a.content, leading) for a in here)
        signed = _signed(block)
        first = len(self.found)
        self.found += here
        if signed is not None and (signed.content or self._quotes):
            self._sign(block, signed, here)
        elif self._announced is not None and leading and not spoken:
            self._speaking = len(self.found)
            content = tuple(block.quotes) if only else leading
            self.found.append(replace(self._announced, content=content))
        elif not (only and not spoken):
            speaker = _last_speaker(block, here)
            self._speaking = None if speaker is None else first + speaker
        elif self._speaking is not None:
            speech = self.found[self._speaking]
            content = merged([*speech.content[-1:], *block.quotes])
            self.found[self._speaking] = replace(speech, content=(*speech.content[:-1], *content))
        self._announced = _announced(block) if block.text[block.end - 1] == ":" else None
        self._quotes = tuple(block.quotes) if only else ()

    def _sign(self, block: Block, signed: Attribution, here: list[Attribution]) -> None:
        content = signed.content or self._quotes
        # A cue inside what is signed reports to the one who signs.
        if not any(
            a.cue and overlap(a.content, content) and not overlap(a.cue, content) for a in here
        ):
            self.found.append(replace(signed, content=content))
        speaker = _last_speaker(block, here)
        self._speaking = None if speaker is None else len(self.found) - 1


def _signed(block: Block) -> Attribution | None:
    """Reads "… — Name" at a paragraph's end; alone in its paragraph it signs the one before."""
    text = block.text
    low = max(block.start, block.end - _LONGEST_SIGNATURE)
    match = None
    for dash in _DASH.finditer(text[low : block.end]):
        match = (
            match
            or _SIGNATURE.match(text, low + dash.end(), block.end)
            or _BAR.match(text, low + dash.end(), block.end)
        )
    if match is None:
        return None
    a = Attribution(
        source=(match.span("who"),), cue=(match.span("cue"),), content=(), confidence=_SIGNED
    )
    end = block.start + len(text[block.start : match.start()].rstrip())
    if end == block.start:
        return a
    if block.quotes and block.quotes[-1][1] + 1 >= end:
        return replace(a, content=(block.quotes[-1],))
    return replace(a, content=((block.start, end),)) if "(@" in match["rest"] else None


def _only_quotes(block: Block) -> bool:
    """Whether the quotations leave nothing of the paragraph but punctuation."""
    if not block.quotes or block.quotes[0][0] > block.start + 1:
        return False
    gaps = zip(block.quotes, [*block.quotes[1:], (block.end, block.end)], strict=True)
    return not any(map(str.isalnum, "".join(block.text[a[1] : b[0]] for a, b in gaps)))


def _last_speaker(block: Block, here: list[Attribution]) -> int | None:
    """Number of the attribution that goes on if the next paragraph is but a quotation."""
    quoting = [
        (a.content[-1], n)
        for n, a in enumerate(here)
        if a.cue
        and block.quote_at(a.cue[0][0]) is None
        and any(len(block.quotes_in(span)) for span in a.content)
    ]
    saying = [(a.cue[-1], n) for n, a in enumerate(here) if a.cue and a.confidence >= _SURE]
    return max(quoting or saying, default=((0, 0), None))[1]


_SURE = 0.6


_ANNOUNCING = cues.QUOTE | {"go"}


def _announced(block: Block) -> Attribution | None:
    """Who and which cue a paragraph that ends with a colon names for the quotation after it."""
    tree = block.tree
    if not block.tokens:
        return None
    start, _ = block.sentence(block.tokens[-1])
    for token in range(block.tokens[-1], start - 1, -1):
        if tree.pos[token] != "VERB" or tree.lemma[token] not in _ANNOUNCING:
            continue
        source, _, _ = acting(block, token)
        if source is not None and block.quote_of(token) is None:
            return Attribution(
                source=((tree.start[source[0]], tree.end[source[1]]),),
                cue=tree.spans(cue_words(tree, token)), content=(), confidence=0.8,
            )  # fmt: skip
    return None
