"""Groups of sentences about one claim (``training/claims``) become labelled pairs.

A group is a claim and, each written for it, sentences that say the same, less, more, the opposite, something
else of the story, what speaks for it and against it, and answers to it. Pairs of an epoch are drawn afresh.
"""

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from kgraph.judge import ANSWERS, RELATIONS

CLAIMS = Path(__file__).parent / "claims"

Group = Mapping[str, Any]

OTHER_WAY = {"entails": "entailed", "entailed": "entails"}
"""What a relation is called from the other side, where it isn't called the same."""

_ANSWERS = {"denies": "denies", "confirms": "confirms", "criticises": "criticises",
            "no_reply": "none"}  # fmt: skip
_MARKS = str.maketrans("", "", '“”"‘’')
_SAID = ("that ", "He said ", "She said ", "Officials said ", "It said ")


class Pair(NamedTuple):
    """Two texts, the earlier one first, with what the later one is to it; None where not labelled."""

    earlier: str
    later: str
    relation: str | None
    answer: str | None


def groups(held_out: str = "") -> tuple[list[Group], list[Group]]:
    """The groups, in the order of files and lines, and those of the file whose name is held out."""
    kept: list[Group] = []
    held: list[Group] = []
    for file in sorted(CLAIMS.glob("*.jsonl")):
        lines = file.read_text(encoding="utf-8").splitlines()
        (held if file.stem == held_out else kept).extend(map(json.loads, lines))
    return kept, held


def pairs(all_groups: Sequence[Group], rng: random.Random) -> list[Pair]:
    """Some 38 pairs of each group."""
    return [pair for group in all_groups for pair in _pairs(group, rng.choice(all_groups), rng)]


def elsewhere(corpus: Path) -> tuple[list[Pair], list[Pair]]:
    """What is said in two places of an article: hardly ever the same, and seldom its opposite.

    Args:
        corpus: Articles with attributions, as ``training.data`` reads them.

    Returns:
        Pairs of one source, and of two.
    """
    own: list[Pair] = []
    others: list[Pair] = []
    for line in corpus.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        text = article["text"]
        said = []
        for one in article["attributions"]:
            source = " ".join(text[start:end] for start, end in one["source"]).split()
            content = " … ".join(" ".join(text[s:e].split()) for s, e in one["content"])
            if source and content:
                said.append((one["content"][0][0], source[-1].lower(), content))
        for (_, source, a), (_, another, b) in combinations(sorted(said), 2):
            if a not in b and b not in a:
                (own if source == another else others).append(Pair(a, b, "neutral", "none"))
    return own, others


def _pairs(group: Group, other: Group, rng: random.Random) -> Iterator[Pair]:
    for a, b, relation in _related(group, other, rng):
        if rng.random() < 0.5:
            yield Pair(b, a, OTHER_WAY.get(relation, relation), None)
        else:
            yield Pair(a, b, relation, None)
    for a, b, answer in _answered(group, other, rng):
        yield Pair(a, b, None, answer)


def _related(group: Group, other: Group, rng: random.Random) -> Iterator[tuple[str, str, str]]:
    claim, same = group["claim"], group["same"]
    wordings = [claim, *same]
    opposite, beside = group["contradicts"], group["neutral"]
    for one in same:
        yield claim, one, "same"
    yield same[0], same[1], "same"
    # Desks hand on the same words, and extraction leaves scraps: neither may look like a conflict.
    again = rng.choice([claim, *same, *beside, *opposite])
    yield again, _in_other_type(again, rng), "same"
    if rng.random() < 0.3:
        scrap = _scrap(rng.choice(beside + group["supports"] + group["denies"]), rng)
        yield rng.choice(wordings + opposite), scrap, "neutral"
    if rng.random() < 0.3:
        yield rng.choice(beside), rng.choice(group["supports"] + group["weakens"]), "neutral"
    for one in group["entailed"]:
        for whole in (*rng.sample(wordings, 2), *group["entails"]):
            yield whole, one, "entails"
    for one in group["entails"]:
        for part in rng.sample(wordings, 2):
            yield part, one, "entailed"
    for label, sentences, third in (
        ("contradicts", opposite, group["entails"]),
        ("neutral", beside, opposite),
    ):
        for one in sentences:
            yield claim, one, label
            yield rng.choice(same), one, label
            if rng.random() < 0.3:
                yield rng.choice(third), one, label
    for label in ("supports", "weakens"):
        for one in group[label]:
            yield rng.choice(wordings), one, label
    if other is not group:
        kinds = ("same", "contradicts", "neutral", "supports", "weakens")
        strange = [other["claim"], *(one for kind in kinds for one in other[kind])]
        yield claim, rng.choice(strange), "apart"


def _answered(group: Group, other: Group, rng: random.Random) -> Iterator[tuple[str, str, str]]:
    wordings = [group["claim"], *group["same"]]
    for kind, answer in _ANSWERS.items():
        for one in group[kind]:
            yield rng.choice(wordings), one, answer
    yield group["claim"], rng.choice(group["neutral"]), "none"
    if rng.random() < 0.3:
        yield rng.choice(wordings), rng.choice(group["same"]), "none"
    if rng.random() < 0.5:
        yield rng.choice(group["contradicts"]), rng.choice(group["denies"]), "none"
    if other is not group and rng.random() < 0.5:
        answers = other["denies"] + other["confirms"] + other["criticises"]
        yield rng.choice(group["same"]), rng.choice(answers), "none"


def _in_other_type(text: str, rng: random.Random) -> str:
    """The same words as another desk sets them: quotation marks, beginning, end."""
    if rng.random() < 0.3:
        return text
    if rng.random() < 0.6:
        text = text.translate(_MARKS) if rng.random() < 0.5 else text.strip('“”".,')
    if rng.random() < 0.3:
        text = rng.choice(_SAID) + text[:1].lower() + text[1:]
    return "“" + text.strip('“”"') + "”" if rng.random() < 0.2 else text


def _scrap(text: str, rng: random.Random) -> str:
    words = text.split()
    length = rng.randint(1, 6)
    start = rng.randrange(max(1, len(words) - length))
    return " ".join(words[start : start + length])


assert {*_ANSWERS.values()} < {*ANSWERS}
assert {*OTHER_WAY} <= {*RELATIONS}
