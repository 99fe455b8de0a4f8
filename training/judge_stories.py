"""Stories as several outlets tell them (``training/stories``) become labelled pairs of statements.

Every statement of a story is listed, and every relation between two of them; whatever is not listed is
neutral and no answer. These are the pairs that a graph of articles asks of: most are near misses.
"""

import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from kgraph.judge import ANSWERS
from training.judge_pairs import OTHER_WAY, Pair

STORIES = Path(__file__).parent / "stories"

BESIDE = 4
"""Statements behind another that may well seem to answer it."""

FORMS = ("sentence", "spoken", "content")
"""How a statement is put before the network: in its sentence, after its speaker's name, or alone."""

_SURE_OF_NEITHER = ("denies", "confirms")
# The words of who denies them say the opposite of what he says.
_DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject|disput|dismiss|refut|rule[sd]? out)", re.IGNORECASE
)
_WORD = re.compile(r"\w{5,}|\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Two statements of a story, the earlier one first, and what the later one is to it.

    Attributes:
        earlier: The forms of the earlier statement, by name.
        later: Those of the later one.
        relation: One of ``RELATIONS``, or None where it isn't labelled.
        answer: One of ``ANSWERS``.
        is_near: Whether they share a word, or stand beside each other in an article.
    """

    earlier: Mapping[str, str]
    later: Mapping[str, str]
    relation: str | None
    answer: str
    is_near: bool


def stories(held_out: str = "") -> tuple[list[Told], list[Told]]:
    """The pairs of all stories, and of those in the file whose name is held out."""
    kept: list[Told] = []
    held: list[Told] = []
    for file in sorted(STORIES.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            (held if file.stem == held_out else kept).extend(_told(json.loads(line)))
    return kept, held


def drawn(told: Sequence[Told], neutral: float, rng: random.Random) -> Iterator[Pair]:
    """All that is something to each other, and for each so many near misses and half as many others."""
    some = [one for one in told if _is_something(one)]
    for near, share in ((True, neutral), (False, neutral / 2)):
        rest = [one for one in told if not _is_something(one) and one.is_near == near]
        some += rng.sample(rest, min(len(rest), int(share * len(some))))
    for one in some:
        yield put(one, rng.choice(FORMS))


def put(told: Told, form: str) -> Pair:
    """Both statements in one form; words alone can't tell whether somebody answers."""
    is_unclear = form == "content" and any(_is_denied(one) for one in (told.earlier, told.later))
    return Pair(
        told.earlier[form],
        told.later[form],
        None if is_unclear else told.relation,
        None if form == "content" else told.answer,
    )


def _told(story: Mapping[str, Any]) -> Iterator[Told]:
    statements = story["statements"]
    place = {one["id"]: n for n, one in enumerate(statements)}
    relations: dict[tuple[str, str], str] = {}
    answers: dict[tuple[str, str], str] = {}
    for one, other, name in story["relations"]:
        if name in ANSWERS:
            answers.setdefault((other, one), name)
        elif place[one] < place[other]:
            relations.setdefault((one, other), name)
        else:
            relations.setdefault((other, one), OTHER_WAY.get(name, name))
    for earlier, later in combinations(statements, 2):
        ends = earlier["id"], later["id"]
        answer = answers.get(ends, "none")
        beside = place[ends[1]] - place[ends[0]] <= BESIDE
        yield Told(
            earlier=_forms(earlier),
            later=_forms(later),
            relation=relations.get(ends, None if answer in _SURE_OF_NEITHER else "neutral"),
            answer=answer,
            is_near=bool(_words(earlier) & _words(later))
            or (beside and earlier["article"] == later["article"]),
        )


def _forms(statement: Mapping[str, str]) -> dict[str, str]:
    words, speaker = statement["words"], statement["speaker"]
    return {
        "sentence": statement["sentence"],
        "spoken": f"{speaker.split(',')[0]}: {words}" if speaker else words,
        "content": words,
    }


def _words(statement: Mapping[str, str]) -> set[str]:
    return {word[:5].lower() for word in _WORD.findall(statement["words"])}


def _is_denied(forms: Mapping[str, str]) -> bool:
    return bool(_DENYING.search(forms["sentence"].replace(forms["content"], "")))


def _is_something(told: Told) -> bool:
    return told.relation != "neutral" or told.answer != "none"
