"""What a statement answers: an earlier statement of the same article, where the words say so.

They say so by a phrase ("In response to Hunt's offer"), by the cue ("replied", "hit back", "disagreed
with Hunt") or by speaking for or against somebody's words ("rejected the accusation").
"""

import itertools
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kgraph.extract import acts, parts
from kgraph.extract.actwords import base, phrase_of
from kgraph.extract.entities import Figure
from kgraph.extract.scene import Scene, anchor, covers

_ANSWERING = (
    ("in", "response"), ("in", "reply"), ("in", "answer"), ("in", "reaction"), ("responding",), ("replying",),
    ("reacting",), ("answering",), ("contradicting",), ("echoing",), ("rebutting",), ("hitting", "back"),
    ("dismissing",), ("in", "an", "apparent", "response"),
)  # fmt: skip
"""Phrases that answer whoever or whatever they name, and the one before where they name nothing."""

_ABOUT = (
    ("commenting", "on"), ("asked", "about"), ("asked", "to", "comment", "on"), ("questioned", "about"),
    ("pressed", "on"), ("pressed", "about"), ("referring", "to"), ("response", "to"), ("reaction", "to"),
)  # fmt: skip
"""Phrases that answer only where they name somebody's words."""

_REPLYING = frozenset({"reply", "answer", "retort", "counter", "respond", "rejoin", "rebut"})
_SIDING = frozenset({"agree", "disagree", "concur", "differ"})
_AGAINST = parts.word_set(
    """
    reject deny dispute dismiss refute rebut welcome criticize criticise condemn denounce accept confirm contradict
    challenge counter slam mock back endorse praise turn rebuff blast attack deride support oppose call brand label
    describe deplore decry applaud hail defend scorn ridicule
    """
)
_NOUNS: dict[str, frozenset[str]] = {
    noun: frozenset(names.split())
    for nouns, names in {
        "announcement declaration": "announce declare",
        "claim assertion argument": "claim assert argue say stress",
        "proposal suggestion plan idea": "propose suggest",
        "threat ultimatum": "threaten",
        "offer": "offer propose",
        "demand": "demand call-on request",
        "call appeal plea request": "call call-on request demand",
        "accusation allegation charge": "accuse allege charge",
        "statement comment remark word speech letter tweet post report interview": "",
        "warning": "warn",
        "promise pledge": "promise pledge",
        "criticism attack": "criticise criticize accuse",
        "question": "ask",
        "denial": "deny",
        "apology": "apologise",
        "decision ruling verdict": "decide announce",
        "invitation": "request propose",
    }.items()
    for noun in nouns.split()
}  # fmt: skip
"""What a noun of speaking says of the statement that it means: verbs or acts, none where any will do."""

_ASKING = frozenset({"call-on", "demand", "request", "propose", "ask"})
_CONTINUING = frozenset(
    {"add", "continue", "conclude", "stress", "note", "explain", "say", "write"}
)
_WINDOW = 30
"""Tokens of a phrase."""

_BACK, _AHEAD = 60, 6
"""Attributions looked at before, and (nested in the same sentence) after the one that answers."""

_NEAR = 2
"""Paragraphs that an answer may lie behind what it does not name."""


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
    cue = parts.tokens(scene.doc, attribution.cue) if attribution.cue else []
    if scene.parents[n] is not None or not cue:
        return None
    lemmas = {base(t) for t in cue}
    content = parts.tokens(scene.doc, attribution.content)[:_WINDOW]
    phrase = _answer_phrase(scene, n, cue)
    if phrase is not None:
        words, strong = phrase
        return _meant(scene, speakers, n, words, strong=strong)
    if acts.answers_while_saying(cue):
        return _meant(scene, speakers, n, _behind(scene, n, [cue[0].head]), strong=True)
    if lemmas & _REPLYING or phrase_of(cue)[0] == "respond":
        if acts.classify(scene.doc, attribution) != "respond":
            return None  # "did not reply"
        return _meant(scene, speakers, n, _behind(scene, n, cue), strong=True)
    if lemmas & _SIDING:
        words = _behind(scene, n, cue)
        return _meant(scene, speakers, n, words, strong=True) if words else None
    if lemmas & _AGAINST and any(t.lemma_.lower() in _NOUNS for t in content[:6]):
        return _meant(scene, speakers, n, content[:12], strong=False)
    if lemmas & {"refuse", "decline", "reject", "agree"} and content and content[0].tag_ == "TO":
        return _asked_for(scene, speakers, n, content)
    return None


def _answer_phrase(scene: Scene, n: int, cue: Sequence[Token]) -> tuple[list[Token], bool] | None:
    """What stands behind "in response to" and the like in the cue's sentence, outside the content.

    With it, whether the phrase answers even where it names no words.
    """
    content = scene.attributions[n].content
    first, last = parts.sentence(scene.doc, cue[0].i)
    outside = [
        t
        for t in scene.doc[first:last]
        if not t.is_space and not covers(content, ((t.idx, t.idx + 1),))
    ]
    lower = [t.lower_ for t in outside]
    for i in range(len(outside)):
        for phrases, strong in ((_ANSWERING, True), (_ABOUT, False)):
            for phrase in phrases:
                if tuple(lower[i : i + len(phrase)]) == phrase and (
                    strong or outside[i].i < cue[0].i
                ):
                    rest = outside[i + len(phrase) :][:_WINDOW]
                    stop = next((k for k, t in enumerate(rest) if t.text == ","), len(rest))
                    if strong and outside[i].i > cue[0].i and not rest[:stop]:
                        stop = 0
                    return [t for t in rest[:stop] if t.lower_ not in {"to", "with", "at"}], strong
    return None


def _behind(scene: Scene, n: int, cue: Sequence[Token]) -> list[Token]:
    """The words of "at Hunt" or "with the claim" that follow the cue, outside the content."""
    content = scene.attributions[n].content
    found: list[Token] = []
    last = next((t.i for t, after in itertools.pairwise(cue) if after.i > t.i + 1), cue[-1].i)
    for t in scene.doc[last + 1 : last + 9]:
        if t.is_punct or covers(content, ((t.idx, t.idx + 1),)) or t.is_sent_start:
            break
        found.append(t)
    return found if found and found[0].lower_ in {"to", "at", "with", "by", "against"} else []


def _meant(
    scene: Scene,
    speakers: Sequence[Figure | None],
    n: int,
    words: Sequence[Token],
    *,
    strong: bool,
) -> int | None:
    """The statement that the words mean: of the one they name, of the kind they name, or the last one."""
    figures = {id(f) for t in words if (f := scene.cast.at.get(t.i)) is not None}
    nouns = [t for t in words if t.lemma_.lower() in _NOUNS and t.pos_ in {"NOUN", "PROPN"}]
    wanted = _NOUNS[nouns[0].lemma_.lower()] if nouns else frozenset()
    others = [t for t in words if t.pos_ in {"NOUN", "PROPN"} and t not in nouns]
    named = bool(figures - {id(speakers[n])})
    if named and not (strong or nouns):
        return None
    if not named and nouns and _is_indefinite(nouns[0]):
        return None
    if not named and not nouns and (others or not strong):
        return None  # somebody or something that is told of nowhere
    best: tuple[tuple[bool, bool, int], int] | None = None
    for m, place in _others(scene, speakers, n):
        if named and id(speakers[m]) not in figures:
            continue
        agrees = _is_of(scene, m, wanted)
        nested = scene.parents[m] is not None
        if not named and ((nouns and wanted and not agrees) or nested or _is_far(scene, n, place)):
            continue
        near = scene.sentence(place) == scene.sentence(anchor(scene.doc, scene.attributions[n]))
        rank = (agrees, near == nested, place)
        if best is None or rank > best[0]:
            best = rank, m
    return best[1] if best is not None else None


def _asked_for(
    scene: Scene, speakers: Sequence[Figure | None], n: int, content: Sequence[Token]
) -> int | None:
    """The last statement that asked for what is refused or agreed to: the same infinitive."""
    verb = next((t.lemma_ for t in content[1:4] if t.tag_ == "VB"), "")
    for m, place in sorted(_others(scene, speakers, n), key=lambda found: -found[1]):
        asked = parts.tokens(scene.doc, scene.attributions[m].content)[:_WINDOW]
        if (
            _is_far(scene, n, place)
            or acts.classify(scene.doc, scene.attributions[m]) not in _ASKING
        ):
            continue
        if verb and any(t.lemma_ == verb and t.tag_ == "VB" for t in asked):
            return m
    return None


def _others(scene: Scene, speakers: Sequence[Figure | None], n: int) -> Iterator[tuple[int, int]]:
    """Statements of others before this one, or in its sentence, with their places."""
    here = anchor(scene.doc, scene.attributions[n])
    for m in range(max(0, n - _BACK), min(len(speakers), n + _AHEAD)):
        if m == n or speakers[m] is None or speakers[m] is speakers[n]:
            continue
        place = anchor(scene.doc, scene.attributions[m])
        if place <= here or scene.sentence(place) == scene.sentence(here):
            yield m, place


def _is_of(scene: Scene, m: int, wanted: frozenset[str]) -> bool:
    """Whether the statement is of one of the kinds, told by its verb or by its act."""
    cue = parts.tokens(scene.doc, scene.attributions[m].cue)
    return bool(
        wanted & {base(t) for t in cue}
        or acts.classify(scene.doc, scene.attributions[m]) in wanted
        or any(wanted and wanted & _NOUNS.get(t.lemma_.lower(), frozenset()) for t in cue)
    )


def _is_far(scene: Scene, n: int, place: int) -> bool:
    here = anchor(scene.doc, scene.attributions[n])
    return scene.paragraph(here) - scene.paragraph(place) > _NEAR


def _is_indefinite(noun: Token) -> bool:
    return any(c.lower_ in {"a", "an", "any", "another"} for c in parts.children(noun))


def _goes_on(scene: Scene, speakers: Sequence[Figure | None], before: int, n: int) -> bool:
    """Whether the second statement continues the first: same speaker, by pronoun, at once."""
    if speakers[n] is None or speakers[n] is not speakers[before]:
        return False
    a, b = (anchor(scene.doc, scene.attributions[m]) for m in (before, n))
    if scene.paragraph(b) - scene.paragraph(a) > _NEAR:
        return False
    source = parts.tokens(scene.doc, scene.attributions[n].source)
    cue = parts.tokens(scene.doc, scene.attributions[n].cue)
    pronoun = not source or (len(source) == 1 and source[0].pos_ == "PRON")
    return pronoun and (not cue or cue[0].lemma_.lower() in _CONTINUING)
