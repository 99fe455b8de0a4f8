"""Finds are weighed, and of those that read the same words in two ways one is kept."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kgraph.extract import cues
from kgraph.extract.cues import words
from kgraph.extract.rule_candidates import candidates
from kgraph.extract.rule_finds import Find
from kgraph.extract.rule_tree import Block, Tree
from kgraph.model import Span

Weighed = tuple[float, Find]
"""A find with its likelihood."""

_LEAST = 0.3
"""Likelihood under which a find is left out: half of the F1 that all of them reach together."""

_SAID = words("clause before phrase inserted") | {"quoted as"}
"""Frames whose content is somebody's words; what is nested there is another's, or another act."""

_SOURCED = words("clause before to ing small object about of for on upon with against as at from in over which") | {
    "object as", "object for", "object to", "object of", "object oprd", "to noun", "so as to", "call on",
}  # fmt: skip
"""Frames of active verbs, which never lack a subject unless the parse is wrong."""

_WEAK = {"that": 0.35, "this": 0.4, "it": 0.65, "there": 0.2, "what": 0.5, "which": 0.8}
"""What is left of the likelihood when the source is but this word."""

_DOUBTFUL = 0.65
_SHARED = 0.85
_NEAR = 40
"""Tokens of a content in which other readings of it begin."""


def settled(block: Block) -> dict[int, Weighed]:
    """The best find of each cue, by its token, without those that read the same words otherwise."""
    best: dict[int, Weighed] = {}
    for find in candidates(block):
        likelihood = _likelihood(block.tree, find)
        if likelihood >= _LEAST and (find.anchor not in best or likelihood > best[find.anchor][0]):
            best[find.anchor] = likelihood, find
    for _, find in [*best.values()]:
        if find.frame == "quoted as":
            best.pop(find.cue[-1], None)
    for anchor in [*_beside_nouns(block.tree, best)]:
        best.pop(anchor, None)
    for anchor in [*_inside_others(block.tree, best)]:
        best.pop(anchor, None)
    return best


def _likelihood(tree: Tree, find: Find) -> float:
    """The lexicon's likelihood of the cue in its frame, less where the source is a doubtful one."""
    likelihood = cues.likelihood(find.frame, find.lemma)
    if not likelihood or _is_condition(tree, find.anchor):
        return 0.0
    if find.source is None:
        return 0.0 if find.frame in _SOURCED else likelihood
    if find.how in ("antecedent", "near"):
        likelihood *= _DOUBTFUL
    elif find.how == "shared" and find.frame != "clause":
        likelihood *= _SHARED
    if tree.tag[find.anchor] == "VB" and tree.dep[find.anchor] in ("conj", "acl", "ccomp", "advcl"):
        likelihood *= _SHARED
    if find.source[0] == find.source[1]:
        said = tree.dep[find.anchor] == "ccomp" and tree.lemma[tree.head[find.anchor]] in cues.SAY
        if not said:  # "The bank said it feared …" speaks of itself
            likelihood *= _WEAK.get(tree.lower[find.source[0]], 1.0)
    return likelihood


def _is_condition(tree: Tree, anchor: int) -> bool:
    """Whether the cue is but supposed: "if he says so"."""
    return any(
        tree.lower[k] in ("if", "unless") and tree.dep[k] == "mark" for k in tree.kids[anchor]
    )


def _beside_nouns(tree: Tree, best: dict[int, Weighed]) -> Iterator[int]:
    """Cues that give way: a noun to its verb ("expressed doubts") or the verb to its noun."""
    for anchor, (likelihood, find) in best.items():
        other = best.get(tree.head[anchor])
        if other is None or not find.frame.startswith("noun "):
            continue
        verb = tree.head[anchor]
        if find.frame.startswith("noun verb"):
            own = tree.lemma[verb] in cues.UTTER and any(
                tree.tag[k] == "PRP$" for k in tree.kids[anchor]
            )
            clause = own or find.frame.endswith((" that", " to"))
            if other[1].frame in _SAID or (not clause and other[0] >= likelihood):
                yield anchor
            elif other[1].frame.startswith("object"):
                best[anchor] = likelihood, _as_far(find, other[1])
                yield verb
        elif other[1].frame.startswith("object") and find.source == other[1].source:
            yield anchor


def _as_far(find: Find, other: Find) -> Find:
    """The find with its content up to where the other reading of it ends."""
    start, end = find.content[-1]
    end = max([end, *(e for s, e in other.content if s < end)])
    return replace(find, content=(*find.content[:-1], (start, end)))


def _inside_others(tree: Tree, best: dict[int, Weighed]) -> Iterator[int]:
    """Cues in what their own source wants, plans or supports: "wants to praise", "vowed to fight"."""
    anchors = sorted(best)
    dropped: set[int] = set()
    for anchor in anchors:
        likelihood, find = best[anchor]
        if anchor in dropped or find.frame in _SAID:
            continue
        for inner in _within(tree, anchors, find.content):
            other = best[inner]
            same = other[1].source == find.source or (
                other[1].how == "shared" and other[1].frame not in _SAID
            )
            if inner == anchor or inner in dropped or not same:
                continue
            if _is_earlier(tree, find, inner) and other[1].frame in (*_SAID, "object to"):
                continue  # "denied having said", "claims to have warned": an act of its own
            direct = tree.dep[inner] == "xcomp" and tree.head[inner] == anchor
            if direct and other[0] > likelihood:
                dropped.add(anchor)
                break
            dropped.add(inner)
    yield from dropped


def _is_earlier(tree: Tree, find: Find, verb: int) -> bool:
    """Whether the verb tells an act before that of the find."""
    return find.frame == "ing" or any(
        tree.dep[k] == "aux" and tree.lemma[k] == "have" for k in tree.kids[verb]
    )


def _within(tree: Tree, anchors: Sequence[int], content: Iterable[Span]) -> Iterator[int]:
    """The cues that begin in the first words of the content."""
    for start, end in content:
        at = bisect_left(anchors, start, key=lambda a: tree.start[a])
        limit = anchors[at] + _NEAR if at < len(anchors) else 0
        while at < len(anchors) and tree.start[anchors[at]] < end and anchors[at] <= limit:
            yield anchors[at]
            at += 1
