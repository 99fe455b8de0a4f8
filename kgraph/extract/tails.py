"""Attributions at the end of a sentence, which parsers often miss: "…, X said, Y reported."."""

import re
from dataclasses import replace

from spacy.tokens import Span as Run
from spacy.tokens import Token

from kgraph.extract import cues
from kgraph.extract.attribution import Attribution
from kgraph.model import Span

_WORD = r"[A-Z](?:[\w.&’'-]*\w)?"
_NAME = rf"(?:[Tt]he\s+)?{_WORD}(?:\s+{_WORD}){{0,4}}"
_TAIL = re.compile(
    r",\s+(?:(?P<by>as\s+(?:reported|quoted|cited|told)\s+by|as\s+(?:reported|told)\s+to)\s+"
    rf"(?P<whom>{_NAME})|(?P<outlet>{_NAME})\s+"
    r"(?P<cue>(?:has\s+|have\s+)?(?:said|says|reported|reports|wrote|writes)))\s*[.]?\s*$"
)
_NEAR = 80
"""Characters between the inner cue and the tail; farther off, the tail is the only attribution."""


def with_relay(found: list[Attribution], sentence: Run, text: str) -> list[Attribution]:
    """The attributions of a sentence, and that of an outlet which relays them at its end.

    "…, Peskov said, TASS reported." holds two: what TASS reported holds what Peskov said.
    """
    start, end = sentence.start_char, sentence.end_char
    while start < end and text[start].isspace():
        start += 1
    match = _TAIL.search(text[start:end])
    if match is None:
        return trailing(found, sentence, end)
    edge = start + match.start()
    source, cue = ("whom", "by") if match["by"] else ("outlet", "cue")
    name, words = ((start + match.start(g), start + match.end(g)) for g in (source, cue))
    inner = [
        replace(a, content=kept)
        for a in trailing(found, sentence, edge)
        if all(e <= edge for _, e in (*a.cue, *a.source))
        and (kept := tuple((s, min(e, edge)) for s, e in a.content if s < edge))
    ]
    if not any(edge - _NEAR < e for a in inner for _, e in a.cue):
        return trailing(found, sentence, end)
    outer = Attribution(source=(name,), cue=(words,), content=((start, edge),), confidence=0.7)
    return [*inner, outer]


def trailing(found: list[Attribution], sentence: Run, end: int) -> list[Attribution]:
    """The attributions of a sentence, and one that ends it behind a comma if none has that cue.

    "The bridge will open, its keeper Jon Berg promised on Monday." is read off the words: the
    run between the comma and the verb is the source, what stands before it the content. Words
    from the character ``end`` on are left out of account.
    """
    known = {span for a in found for span in a.cue}
    tokens = [t for t in sentence if not t.is_space and t.idx < end]
    for place in range(len(tokens) - 1, 2, -1):
        verb = tokens[place]
        if len(tokens) - place > _LONGEST_END or verb.text in '"”':
            break
        if verb.tag_ not in ("VBD", "VBZ") or verb.lemma_ not in cues.SAY:
            continue
        comma = next((i for i in range(place - 1, 1, -1) if tokens[i].text == ","), 0)
        source = tokens[comma + 1 : place] or _following(tokens[place + 1 :])
        if not (comma >= 2 and 1 <= len(source) <= _LONGEST_SOURCE and _names(source)):
            continue
        if any(t.pos_ in ("VERB", "AUX") for t in source) or _span_of([verb]) in known:
            continue
        if not any(t.pos_ in ("VERB", "AUX") for t in tokens[:comma]):
            continue
        made = Attribution(
            source=(_span_of(source),), cue=(_span_of([verb]),),
            content=(_span_of(tokens[:comma]),), confidence=0.75,
        )  # fmt: skip
        # A parse that took this sentence otherwise is wrong about what lies around the comma.
        return [made, *(a for a in found if a.content[-1][1] <= made.content[0][1])]
    return found


def _following(tokens: list[Token]) -> list[Token]:
    """The name behind an inverted verb: "said Aubert, who runs the forum"."""
    end = next((i for i, t in enumerate(tokens) if t.is_punct), len(tokens))
    return tokens[:end]


_LONGEST_END = 14
"""Tokens from the verb to the end: a day, a place, an outlet that relays."""

_LONGEST_SOURCE = 14


def _names(source: list[Token]) -> bool:
    return source[-1].pos_ in ("PROPN", "NOUN", "PRON") and source[0].pos_ not in (
        "CCONJ",
        "SCONJ",
        "ADP",
    )


def _span_of(run: list[Token]) -> Span:
    return run[0].idx, run[-1].idx + len(run[-1])
