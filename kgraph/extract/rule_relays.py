"""Outlets that relay what another said, at a sentence's end: "…, Peskov said, TASS reported."."""

import re
from dataclasses import replace

from kgraph.extract.attribution import Attribution
from kgraph.extract.rule_tree import Block

_WORD = r"[A-Z](?:[\w.&’'-]*\w)?"
_NAME = rf"(?:[Tt]he\s+)?{_WORD}(?:\s+{_WORD}){{0,4}}"
_TAIL = re.compile(
    r",\s+(?:(?P<by>as\s+(?:reported|quoted|cited|told)\s+by|as\s+(?:reported|told)\s+to)\s+"
    rf"(?P<whom>{_NAME})"
    rf"|(?P<per>(?:according\s+to|per|citing))\s+(?P<agency>{_NAME})"
    rf"|(?P<outlet>{_NAME})\s+"
    r"(?P<cue>(?:has\s+|have\s+)?(?:said|says|reported|reports|wrote|writes)))"
    r"(?:\s+(?:on|late|early)?\s*\w+day)?\s*[.]?\s*$"
)
_NEAR = 80
"""Characters between the inner cue and the tail; farther off, the tail is the only attribution."""

_LONGEST_TAIL = 160


def relayed(block: Block, found: list[Attribution]) -> list[Attribution]:
    """The attributions, and for each sentence with a relay at its end, what the outlet relays.

    "…, Peskov said, TASS reported." holds two: what TASS reported holds what Peskov said.
    """
    tree, text = block.tree, block.text
    token = block.tokens.start
    while token < block.tokens.stop:
        first, stop = tree.sentence(token)
        first, stop = max(first, block.tokens.start), min(stop, block.tokens.stop)
        token = max(stop, token + 1)
        start, end = tree.start[first], tree.end[stop - 1]
        while start < end and text[start].isspace():
            start += 1
        match = _TAIL.search(text[max(start, end - _LONGEST_TAIL) : end])
        if match is not None:
            found = _with_relay(found, match, start, max(start, end - _LONGEST_TAIL))
    return found


def _with_relay(
    found: list[Attribution], match: re.Match[str], start: int, offset: int
) -> list[Attribution]:
    edge = offset + match.start()
    source, cue = next(
        pair for pair in (("whom", "by"), ("agency", "per"), ("outlet", "cue")) if match[pair[1]]
    )
    name, words = ((offset + match.start(g), offset + match.end(g)) for g in (source, cue))
    inner = [a for a in found if a.cue and start <= a.cue[0][0] and a.cue[-1][1] <= edge]
    near = [
        a
        for a in inner
        if edge - _NEAR < a.cue[-1][1] and (not a.source or a.source[-1][1] <= edge)
    ]
    if not near:
        return found
    kept = []
    for a in found:
        if a in inner:
            content = tuple((s, min(e, edge)) for s, e in a.content if s < edge)
            if content and (not a.source or a.source[-1][1] <= edge):
                kept.append(replace(a, content=content))
        elif not (a.cue and words[0] <= a.cue[0][0] < words[1] + 1):
            kept.append(a)
    return [
        *kept,
        Attribution(source=(name,), cue=(words,), content=((start, edge),), confidence=0.7),
    ]
