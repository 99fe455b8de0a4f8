"""Whom a pronoun or a bare description means: candidates, scored by named reasons.

After the salience factors of Lappin and Leass (1994), with the order of speaking added: in news,
"he said" means the one who spoke last more often than the one who was named last. Weights were
set by hand on mini-articles of our own (``tests/extract/test_speakers.py``).
"""

import math
from dataclasses import dataclass

from spacy.tokens import Token

from kgraph.extract.entities import Figure
from kgraph.extract.gendered import Gender
from kgraph.extract.genders import is_doubtful
from kgraph.extract.scene import INSIDE_NAMES, Scene, Turn, head_of_name, is_subject
from kgraph.model import Spans

WEIGHTS = {
    "sentences away": -0.45,
    "paragraphs away": -0.25,
    "subject": 1.0,
    "subject of this sentence": 1.0,
    "subject of the sentence before": 1.4,
    "possessor": -0.5,
    "behind a preposition": -0.4,
    "inside a quotation": -1.5,
    "inside reported words": -0.6,
    "spoke last": 1.6,
    "spoke before that": 0.4,
    "gender agrees": 0.6,
    "often named": 0.35,
    "is spoken of": -4.0,
    "unnamed": -0.6,
    "unnamed, in another paragraph": -1.2,
    "goes on speaking": 1.5,
    "has just asked": -0.8,
    "hardly a person": -2.5,
}
"""What each reason adds; distances are multiplied by their number, "often named" by a logarithm."""

_NAMES_BACK = 60
_TURNS_BACK = 12
_WORDS_BACK = 20
_SENTENCES_BACK = 12
_BODY_BACK = 3
_AHEAD = 3
_PEOPLE = frozenset({"person", "anonymous"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Someone who may be meant, and why."""

    figure: Figure
    score: float
    reasons: tuple[str, ...]


def people(
    scene: Scene, at: int, *, gender: Gender = "", content: Spans = (), plural: bool = False
) -> list[Candidate]:
    """Who the word at token ``at`` may stand for, likeliest first.

    Args:
        scene: The article, with the turns resolved so far.
        at: Where the word stands; only who was named or cited before it is considered.
        gender: What the word itself tells; whoever is known to be of the other is left out.
        content: The words that the one meant says; who is named in them is hardly meant.
        plural: Several people are meant: groups, pairs, and bodies.
    """
    latest: dict[int, tuple[Figure, int]] = {}
    for name in scene.names_before(at, most=_NAMES_BACK):
        if scene.sentence(at) - scene.sentence(name.start) > _SENTENCES_BACK:
            break
        figure = scene.cast.at[name.start]
        latest.setdefault(id(figure), (figure, name.start))
    turns = scene.turns_before(at, most=_TURNS_BACK)
    for turn in turns:
        if scene.sentence(at) - scene.sentence(turn.at) > _SENTENCES_BACK:
            break
        known = latest.get(id(turn.figure))
        if known is None or known[1] < turn.at:
            latest[id(turn.figure)] = (turn.figure, turn.at)
    for place in scene.words_before(at, most=_WORDS_BACK):
        figure = scene.meant[place]
        known = latest.get(id(figure))
        if known is None or known[1] < place:
            latest[id(figure)] = (figure, place)
    for figure in _other_arguments(scene, at):
        latest.pop(id(figure), None)
    spoken = [turn.figure for turn in turns if not turn.nested]
    asked = bool(content and turns) and _is_asked(scene, turns[0], content)
    own = {id(scene.cast.at[name.start]) for name in scene.names_within(content)}
    if _is_inserted(scene, at):
        around = scene.names_before(at, most=_INSERTED)
        same = [n.start for n in around if scene.sentence(n.start) == scene.sentence(at)]
        own |= {id(scene.cast.at[i]) for i in same}
    found = [
        _scored(
            scene,
            at,
            figure,
            place,
            gender=gender,
            spoken=spoken,
            asked=asked,
            own=id(figure) in own,
        )
        for figure, place in latest.values()
        if _fits(figure, gender=gender, plural=plural)
    ]
    likely = [c for c in found if _HARDLY not in c.reasons or len(c.figure.places) > 1]
    return sorted(likely or found, key=lambda c: -c.score)


_HARDLY = "hardly a person"
_INSERTED = 6


def _is_inserted(scene: Scene, at: int) -> bool:
    """Whether the pronoun's clause is set between commas: "Bach, he used to say, was kind"."""
    token = scene.doc[at]
    if token.dep_ != "nsubj" or at == 0 or scene.doc[at - 1].text != ",":
        return False
    verb = token.head.i
    return at < verb < at + _INSERTED and any(
        t.text == "," for t in scene.doc[verb + 1 : verb + _SHORT]
    )


_SHORT = 4


def _other_arguments(scene: Scene, at: int) -> list[Figure]:
    """Who stands beside the pronoun at one verb: nobody "told him" himself.

    Condition B of Chomsky's binding theory.
    """
    token = scene.doc[at]
    if token.dep_ not in {"nsubj", "dobj", "dative"}:
        return []
    others = [child for child in token.head.children if child.dep_ in _ARGUMENTS]
    others += [c for o in others if o.dep_ in {"dative", "prep"} for c in o.children]
    found = [scene.cast.at.get(o.i) or scene.meant.get(o.i) for o in others if o.i != at]
    return [figure for figure in found if figure is not None]


_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative"})


def _fits(figure: Figure, *, gender: Gender, plural: bool) -> bool:
    if plural:
        return figure.plural or figure.type in {"group", "organization"} or bool(figure.members)
    if figure.plural or figure.type not in _PEOPLE:
        return False
    return not (gender and figure.gender and figure.gender != gender)


def _scored(
    scene: Scene,
    at: int,
    figure: Figure,
    place: int,
    *,
    gender: Gender,
    spoken: list[Figure],
    asked: bool,
    own: bool,
) -> Candidate:
    token = scene.doc[place]
    role = head_of_name(token).dep_
    sentences = scene.sentence(at) - scene.sentence(place)
    parts = {
        "sentences away": float(sentences),
        "paragraphs away": float(min(4, scene.paragraph(at) - scene.paragraph(place))),
        "subject": float(is_subject(token)),
        "subject of this sentence": float(sentences == 0 and is_subject(token)),
        "subject of the sentence before": float(sentences == 1 and _leads(scene, place)),
        "possessor": float(role == "poss"),
        "behind a preposition": float(role == "pobj"),
        "inside a quotation": float(
            scene.is_quoted(token.idx) and not scene.is_quoted(_idx(scene, at))
        ),
        "spoke last": float(bool(spoken) and spoken[0] is figure),
        "spoke before that": float(
            len(spoken) > 1 and spoken[0] is not figure and figure in spoken[1:3]
        ),
        "gender agrees": float(bool(gender) and figure.gender == gender),
        "often named": math.log2(1 + len(figure.mentions)),
        "is spoken of": float(own),
        "unnamed": float(figure.type == "anonymous"),
        "unnamed, in another paragraph": float(
            figure.type == "anonymous" and scene.paragraph(at) > scene.paragraph(place)
        ),
        "goes on speaking": float(bool(spoken) and spoken[0] is figure and _goes_on(scene.doc[at])),
        "has just asked": float(asked and spoken[:1] == [figure]),
        "hardly a person": float(is_doubtful(scene.doc, figure)),
    }
    weighted = {reason: WEIGHTS[reason] * value for reason, value in parts.items() if value}
    reasons = sorted(weighted, key=lambda r: -abs(weighted[r]))
    return Candidate(figure=figure, score=sum(weighted.values()), reasons=tuple(reasons))


def _leads(scene: Scene, place: int) -> bool:
    """Whether the word belongs to the subject of its sentence, in the article's own words."""
    token = scene.doc[place]
    if scene.is_quoted(token.idx) or not is_subject(token):
        return False
    return head_of_name(token, INSIDE_NAMES).head.dep_ in {"ROOT", "ccomp", "conj"}


def _is_asked(scene: Scene, turn: Turn, content: Spans) -> bool:
    """Whether one quotation follows another that is a question: somebody else answers."""
    before = scene.attributions[turn.number].content
    if not before or not scene.is_quoted(content[0][0]) or not scene.is_quoted(before[-1][0]):
        return False
    start, end = before[-1]
    return end <= content[0][0] and "?" in scene.article.text[max(start, end - 2) : end + 1]


_GOING_ON = frozenset({"add", "continue", "conclude"})


def _goes_on(token: Token) -> bool:
    """Whether the word is subject of "added" or "went on"."""
    verb = token.head
    if token.dep_ != "nsubj":
        return False
    return verb.lemma_.lower() in _GOING_ON or (
        verb.lemma_.lower() == "go" and any(c.lower_ == "on" for c in verb.children)
    )


def _idx(scene: Scene, at: int) -> int:
    return scene.doc[at].idx


def ahead(scene: Scene, at: int, *, gender: Gender) -> Candidate | None:
    """Who is named first behind the word, where nobody was named before it."""
    for name in scene.names_after(at, most=6):
        if scene.sentence(name.start) - scene.sentence(at) > _AHEAD:
            break
        figure = scene.cast.at[name.start]
        if _fits(figure, gender=gender, plural=False) and figure.type == "person":
            return Candidate(figure=figure, score=0.0, reasons=("named next",))
    return None


def it(scene: Scene, at: int) -> Figure | None:
    """The body or document that spoke or was named last."""
    for turn in scene.turns_before(at, most=4):
        if scene.sentence(at) - scene.sentence(turn.at) > _BODY_BACK:
            break
        if turn.figure.type in {"organization", "document", "place", "none"}:
            return turn.figure
    for name in scene.names_before(at, most=10):
        if scene.sentence(at) - scene.sentence(name.start) > 1:
            break
        figure = scene.cast.at[name.start]
        if figure.unsure and len(figure.places) == 1:
            continue  # a word with a capital that may be no name at all
        if figure.type in {"organization", "place"} and is_subject(scene.doc[name.end - 1]):
            return figure
    return None


def last_turn(scene: Scene, at: int, *, sentences: int) -> Figure | None:
    """Who was cited last before the token, not nested, within so many sentences."""
    for turn in scene.turns_before(at, most=4):
        if scene.sentence(at) - scene.sentence(turn.at) > sentences:
            return None
        if not turn.nested:
            return turn.figure
    return None
