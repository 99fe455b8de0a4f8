"""What rules read only inside the words of another: claims that nobody owns, contrasts that end them."""

from bisect import bisect_left, bisect_right
from dataclasses import replace

from kgraph.extract.attribution import Attribution
from kgraph.extract.cues import words
from kgraph.extract.rule_tree import Block, merged

_CLAIMS = words(
    "claim allegation accusation report rumour rumor suggestion assertion notion argument charge complaint"
)
"""Nouns of what somebody said; "the claim that …" is another's where it stands in a report."""

_CONTRAST = words("while whereas although though as")
_UNOWNED = 0.5
_SURE = 0.5


def unowned(block: Block, made: list[Attribution]) -> list[Attribution]:
    """Claims without an owner in what somebody says: "She said the claim that … was false"."""
    tree = block.tree
    held = merged([span for a in made if a.source for span in a.content])
    cues_at = {a.cue[0][0] for a in made if a.cue}
    found = []
    for noun in block.tokens:
        nominal = tree.pos[noun] == "NOUN" or tree.dep[noun] in ("nsubj", "nsubjpass", "dobj")
        if not nominal or tree.lemma[noun] not in _CLAIMS:
            continue
        place = tree.start[noun]
        at = bisect_right(held, place, key=lambda span: span[0]) - 1
        if at < 0 or place >= held[at][1] or place in cues_at or tree.kid(noun, "poss") is not None:
            continue
        for kid in tree.after(noun):
            if tree.dep[kid] not in ("acl", "ccomp") or not tree.has_word(kid, "that"):
                continue
            content = block.content(max(noun + 1, tree.left[kid]), tree.right[kid], noun)
            if content and content[-1][1] <= held[at][1]:
                found.append(
                    Attribution(
                        source=(), cue=((place, tree.end[noun]),), content=tuple(content),
                        confidence=_UNOWNED,
                    )
                )  # fmt: skip
            break
    return found


def apart(block: Block, made: list[Attribution]) -> list[Attribution]:
    """The attributions, none going on in a contrast that is reported by itself.

    "The army said the bridge was held, while the rebels claimed that it had fallen": two statements.
    """
    tree = block.tree
    edges = []
    for a in made:
        if not a.source or not a.cue or a.confidence < _SURE or a.source[0][0] > a.cue[0][0]:
            continue
        first = tree.tokens(*a.source[0]).start
        marked = first >= 2 and tree.lower[first - 1] in _CONTRAST and tree.lower[first - 2] == ","
        if marked and block.spoken_at(first) is None and a.content[0][0] > a.cue[0][0]:
            edges.append((tree.start[first - 2], a.content[-1][1]))
    if not edges:
        return made
    edges.sort()
    return [_before(a, edges) for a in made]


def _before(a: Attribution, edges: list[tuple[int, int]]) -> Attribution:
    """The attribution, its content ended before a contrast that ends with it."""
    *rest, (start, end) = a.content
    at = bisect_left(edges, (start, 0))
    while at < len(edges) and edges[at][0] < end:
        comma, last = edges[at]
        if a.cue and a.cue[-1][1] <= start < comma and abs(end - last) <= 1:
            return replace(a, content=(*rest, (start, comma)))
        at += 1
    return a
