"""What a statement answers: an earlier statement of the same article, where the words say so."""

import itertools
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from kgraph.extract import parts
from kgraph.extract.entities import Figure
from kgraph.extract.scene import Scene, anchor, covers
from kgraph.model import Spans

_ANSWERING = (
    ("in", "response", "to"),
    ("in", "reply", "to"),
    ("in", "answer", "to"),
    ("in", "reaction", "to"),
    ("responding", "to"),
    ("replying", "to"),
    ("reacting", "to"),
    ("response", "to"),
    ("commenting", "on"),
    ("asked", "about"),
    ("asked", "to", "comment", "on"),
    ("questioned", "about"),
    ("pressed", "on"),
    ("pressed", "about"),
    ("referring", "to"),
)
_AGAINST = frozenset(
    [
        "reject",
        "deny",
        "dispute",
        "dismiss",
        "refute",
        "rebut",
        "welcome",
        "criticize",
        "criticise",
        "condemn",
        "denounce",
        "accept",
        "confirm",
        "contradict",
        "challenge",
        "counter",
        "slam",
        "mock",
        "back",
        "endorse",
        "praise",
    ]
)
_NOUNS = {
    "announcement": "announce", "declaration": "declare", "claim": "claim",
    "proposal": "propose", "threat": "threaten", "offer": "offer", "demand": "demand",
    "call": "call", "accusation": "accuse", "allegation": "allege", "statement": "say",
    "comment": "say", "remark": "say", "warning": "warn", "promise": "promise", "pledge": "pledge",
    "assertion": "assert", "criticism": "criticize", "question": "ask", "suggestion": "suggest",
    "denial": "deny", "report": "report", "word": "say", "speech": "say", "letter": "write",
    "tweet": "tweet", "post": "post", "ultimatum": "threaten", "plan": "propose",
    "appeal": "call", "request": "request", "charge": "charge", "argument": "argue",
}  # fmt: skip
_CONTINUING = frozenset(
    {"add", "continue", "conclude", "stress", "note", "explain", "say", "write"}
)
_WINDOW = 30


def replies(scene: Scene, speakers: Sequence[Figure | None]) -> list[int | None]:
    """For each attribution the number of the one that it answers, or None.

    An answer goes on while its speaker does, from "he wrote: …" to "he added".
    """
    found: list[int | None] = [
        _answered(scene, speakers, n) for n in range(len(scene.attributions))
    ]
    order = sorted(
        (n for n, parent in enumerate(scene.parents) if parent is None),
        key=lambda n: (anchor(scene.doc, scene.attributions[n]), n),
    )
    for before, n in itertools.pairwise(order):
        if found[n] is None and found[before] is not None and _goes_on(scene, speakers, before, n):
            found[n] = found[before]
    return [m if m != n else None for n, m in enumerate(_acyclic(found))]


def _acyclic(found: list[int | None]) -> list[int | None]:
    """The answers without those that would close a circle."""
    kept: list[int | None] = [None] * len(found)
    for n, target in enumerate(found):
        at = target
        seen = {n}
        while at is not None and at not in seen:
            seen.add(at)
            at = kept[at]
        kept[n] = target if at is None else None
    return kept


def _answered(scene: Scene, speakers: Sequence[Figure | None], n: int) -> int | None:
    attribution = scene.attributions[n]
    if scene.parents[n] is not None or not attribution.cue:
        return None
    cue = parts.tokens(scene.doc, attribution.cue)
    if not cue:
        return None
    for words in (_answer_phrase(scene.doc, cue, attribution.content), _object(scene, n, cue)):
        target = _spoken_of(scene, speakers, n, words)
        if target is not None:
            return target
    return None


def _answer_phrase(doc: Doc, cue: Sequence[Token], content: Spans) -> list[Token]:
    """The words behind "in response to" and the like in the cue's sentence, outside the content."""
    first, last = parts.sentence(doc, cue[0].i)
    outside = [
        t for t in doc[first:last] if not t.is_space and not covers(content, ((t.idx, t.idx + 1),))
    ]
    lower = [t.lower_ for t in outside]
    for i in range(len(outside)):
        for phrase in _ANSWERING:
            if tuple(lower[i : i + len(phrase)]) == phrase:
                rest = outside[i + len(phrase) :][:_WINDOW]
                stop = next((k for k, t in enumerate(rest) if t.text == ","), len(rest))
                return rest[:stop]
    return []


def _object(scene: Scene, n: int, cue: Sequence[Token]) -> list[Token]:
    """The content itself where the cue speaks for or against somebody's words."""
    if not any(t.lemma_.lower() in _AGAINST for t in cue):
        return []
    content = parts.tokens(scene.doc, scene.attributions[n].content)[:_WINDOW]
    return content if any(t.lemma_.lower() in _NOUNS for t in content[:6]) else []


def _spoken_of(
    scene: Scene, speakers: Sequence[Figure | None], n: int, words: Sequence[Token]
) -> int | None:
    """The statement that the words speak of: by the one they name, of the act they name."""
    figures = {id(f): f for t in words if (f := scene.cast.at.get(t.i)) is not None}
    verbs = {
        verb for t in words for verb in (_NOUNS.get(t.lemma_.lower()), t.lemma_.lower()) if verb
    }
    if not figures:
        return None
    here = anchor(scene.doc, scene.attributions[n])
    best: tuple[tuple[bool, bool, int], int] | None = None
    for m, speaker in enumerate(speakers):
        if m == n or speaker is None or id(speaker) not in figures or speaker is speakers[n]:
            continue
        place = anchor(scene.doc, scene.attributions[m])
        if place > here and scene.sentence(place) != scene.sentence(here):
            continue
        cue = {t.lemma_.lower() for t in parts.tokens(scene.doc, scene.attributions[m].cue)}
        cue |= {_NOUNS[lemma] for lemma in cue if lemma in _NOUNS}
        agrees = bool(cue & verbs)
        inside = scene.sentence(place) == scene.sentence(here)
        rank = (agrees, inside == (scene.parents[m] is not None), place)
        if best is None or rank > best[0]:
            best = rank, m
    return best[1] if best is not None and (best[0][0] or _names_speech(words)) else None


def _names_speech(words: Sequence[Token]) -> bool:
    return any(t.lemma_.lower() in _NOUNS for t in words)


def _goes_on(scene: Scene, speakers: Sequence[Figure | None], before: int, n: int) -> bool:
    """Whether the second statement continues the first: same speaker, by pronoun, at once."""
    if speakers[n] is None or speakers[n] is not speakers[before]:
        return False
    a, b = (anchor(scene.doc, scene.attributions[m]) for m in (before, n))
    if scene.paragraph(b) - scene.paragraph(a) > 2:
        return False
    source = parts.tokens(scene.doc, scene.attributions[n].source)
    cue = parts.tokens(scene.doc, scene.attributions[n].cue)
    pronoun = not source or (len(source) == 1 and source[0].pos_ == "PRON")
    return pronoun and (not cue or cue[0].lemma_.lower() in _CONTINUING)
