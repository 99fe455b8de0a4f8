"""The signs that one statement of an article answers another: place, voice, and what is taken up.

“The bridge was safe,” said Lee. “It was shut twice,” said Cruz. Most answers say by no word that they
are one, and stand a sentence or two behind what they answer. How much each sign tells was fitted to
stories in which every answer is marked (``python -m training.signs``).
"""

import json
import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from kgraph.model import Extraction, Statement
from kgraph.resolve.concepts import concept
from kgraph.resolve.named import is_named
from kgraph.resolve.text import fold_name, telling, words

BEHIND = 3
"""Statements that an answer may stand behind what it answers; nested ones, and those of nobody, aside."""

_REJECTING = frozenset({"deny", "reject", "criticise", "oppose", "doubt"})
_BACKING = frozenset({"confirm", "accept", "agree", "support", "praise", "admit"})
_CALLING = frozenset({"accuse", "criticise", "demand", "call-on", "threaten", "warn"})

_SAYING_SO = re.compile(
    r"\b(?:answer|repl(?:y|ie)|retort|counter|respon|rebut|hit(?:s|ting)? back|shot back|react)",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:den(?:y|ie)|reject|dismiss|disput|refut|contradict|disagree|brush|challeng|not true|untrue"
    r"|false|wrong|lie[sd]?\b|lying|nonsense|absurd|baseless|invent|fairy|myth|no truth|unfounded)",
    re.IGNORECASE,
)
_BUT = re.compile(
    r"\b(?:but|however|though|yet|differently|otherwise|instead|whereas|while)\b", re.IGNORECASE
)
_NO = re.compile(
    r"\b(?:not|no|never|nobody|none|nothing|nowhere|neither|nor|cannot|without)\b|n[’']t\b",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\b(?:also|add(?:s|ed|ing)|meanwhile|separately|likewise)\b", re.IGNORECASE)
_MARK = ('"', "“", "‘", "'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A statement with what the signs look at.

    Attributes:
        name: Its speaker's name, or how he is described.
        paragraph: Number of the paragraph in which its content begins.
        concepts: What its content tells of.
    """

    statement: Statement
    name: str
    is_named: bool
    content: str
    sentence: str
    paragraph: int
    concepts: frozenset[str]


def told_in(found: Extraction) -> list[Told]:
    """The statements that somebody makes by himself, in the order of the text."""
    article = found.article
    begins = [one.start for one in article.paragraphs]
    entities = {entity.id: entity for entity in found.entities}
    told = []
    for s in sorted(found.statements, key=lambda s: s.content):
        speaker = entities.get(s.speaker)
        if speaker and not s.parent:
            content = article.quote(s.content)
            told.append(
                Told(
                    statement=s,
                    name=speaker.name,
                    is_named=is_named(speaker),
                    content=content,
                    sentence=article.quote((s.sentence,)),
                    paragraph=bisect_right(begins, s.content[0][0]),
                    concepts=frozenset(map(concept, telling(words(content)))),
                )
            )
    return told


def pairs_of(told: Sequence[Told], number: int) -> Iterator[tuple[Told, dict[str, float]]]:
    """What a statement may answer, the nearest first, each with the signs that it does."""
    one = told[number]
    before = told[max(0, number - BEHIND) : number]
    for place in reversed(range(len(before))):
        other = before[place]
        if other.statement.speaker != one.statement.speaker:
            yield other, _signs(one, other, before[place + 1 :])


def likelihood(signs: Mapping[str, float]) -> float:
    """How likely it is, 0 to 1, that a statement with these signs answers."""
    weights = _weights()
    odds = weights["bias"] + sum(weights[name] * value for name, value in signs.items())
    return 1 / (1 + math.exp(-odds))


def _signs(one: Told, other: Told, between: Sequence[Told]) -> dict[str, float]:
    """Each sign that a statement answers an earlier one, 0 to 1."""
    x, y = one.statement, other.statement
    both = one.concepts & other.concepts
    fewer = min(len(one.concepts), len(other.concepts))
    apart = one.paragraph - other.paragraph
    name = fold_name(other.name).split()
    said = set(words(one.sentence))
    outside = one.sentence.replace(one.content, " ")
    return {
        "it comes next": float(not between),
        "it comes second": float(len(between) == 1),
        "in the same paragraph": float(apart == 0),
        "its speaker spoke just before": float(
            any(b.statement.speaker == x.speaker for b in between)
        ),
        "who is answered spoke on": float(
            bool(between) and all(b.statement.speaker == y.speaker for b in between)
        ),
        "part of the words is shared": len(both) / fewer if fewer else 0.0,
        "words are shared": float(bool(both)),
        "it rejects": float(x.act in _REJECTING),
        "it backs": float(x.act in _BACKING),
        "it answers by its verb": float(x.act == "respond" or bool(_SAYING_SO.search(outside))),
        "it speaks against": float(bool(_AGAINST.search(one.sentence))),
        "it begins with but, or sets against": float(bool(_BUT.search(outside))),
        "it says no": float(says_no(one.content)),
        "it names the speaker": float(any(part in said for part in name if len(part) > 2)),
        "it opens with the quotation": float(one.sentence.lstrip().startswith(_MARK)),
        "it is quoted": float(x.quote != "indirect"),
        "the earlier is quoted": float(y.quote != "indirect"),
        "it adds": float(bool(_ALSO.search(outside))),
        "the earlier calls for an answer": float(y.act in _CALLING),
        "its speaker has a name": float(one.is_named),
        "who is answered has a name": float(other.is_named),
    }


def says_no(text: str) -> bool:
    """Whether a word in it says no.

    >>> says_no("no such call came"), says_no("it wasn't so"), says_no("a notice was shown")
    (True, True, False)
    """
    return bool(_NO.search(text))


def telling_most(signs: Mapping[str, float]) -> tuple[str, ...]:
    """The signs that speak for it, the weightiest first."""
    weights = _weights()
    held = {
        name: weights[name] * value for name, value in signs.items() if weights[name] * value > 0
    }
    return tuple(sorted(held, key=lambda name: (-held[name], name))[:3])


@cache
def _weights() -> dict[str, float]:
    path = resources.files("kgraph.resolve") / "signs.json"
    weights: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return weights
