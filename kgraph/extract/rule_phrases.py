"""Set phrases that report: "made it clear that", "according to", "as … put it", "in a poll"."""

from collections.abc import Iterator

from kgraph.extract import cues
from kgraph.extract.cues import words
from kgraph.extract.rule_finds import Find, acting, cue_words
from kgraph.extract.rule_sources import Range, phrase
from kgraph.extract.rule_tree import Block, Tree

_KNOWN = words("clear plain known")
_FEW = 4
_LONG = 3
_WINDOW = 40
"""Tokens looked at for a finite verb."""


def find_clear(block: Block, verb: int) -> Iterator[Find]:
    """Reads "X made it clear that …", "made clear …"."""
    tree = block.tree
    near = range(verb + 1, min(verb + 4, block.tokens.stop))
    clear = next((i for i in near if tree.lower[i] in _KNOWN), None)
    source, how, _ = acting(block, verb)
    if clear is None or source is None:
        return
    if content := block.content(clear + 1, tree.right[verb], verb):
        yield Find(
            frame="clause", lemma="make clear", anchor=verb, source=source, how=how,
            cue=cue_words(tree, verb, *range(verb + 1, clear + 1)), content=tuple(content),
        )  # fmt: skip


def find_according(block: Block, word: int) -> Iterator[Find]:
    """Reads "According to X, …", "…, according to X, …": the sentence but for the phrase."""
    tree = block.tree
    to = next((k for k in tree.kids[word] if tree.lower[k] == "to"), word + 1)
    if to >= block.tokens.stop or tree.lower[to] != "to":
        return
    noun = tree.kid(to, "pobj")
    if noun is None:
        noun = to + 1
        while noun + 1 < block.tokens.stop and tree.pos[noun] in ("DET", "ADJ", "ADV"):
            noun += 1
    if noun >= block.tokens.stop:
        return
    source = phrase(block, noun, besides=word)
    if source is not None and source[0] > to:
        yield from _around(block, word, source, (word, to), "according to")


def find_as(block: Block, verb: int) -> Iterator[Find]:
    """Reads "As X said, …", "…, as X put it, …": the sentence but for the clause."""
    tree = block.tree
    mark = next((k for k in tree.kids[verb] if k < verb and tree.lower[k] == "as"), None)
    put = tree.lemma[verb] == "put" and tree.has_word(verb, "it")
    if mark is None or not (put or tree.lemma[verb] in cues.INSERTED):
        return
    source, how, _ = acting(block, verb)
    after = tree.after(verb)
    if source is None or how != "own" or any(tree.dep[k] == "ccomp" for k in after):
        return
    last = max(verb, source[1])
    while (
        last + 1 < block.tokens.stop and last - verb < _WINDOW and tree.lower[last + 1] not in ",."
    ):
        last += 1
    yield from _around(block, verb, (mark, last), cue_words(tree, verb), "as said", source)


def _around(
    block: Block,
    word: int,
    edges: Range,
    cue: tuple[int, ...],
    lemma: str,
    source: Range | None = None,
) -> Iterator[Find]:
    """The words on that side of the phrase which say something, or both sides of it."""
    tree = block.tree
    start, stop = block.sentence(word)
    low, high = min(word, edges[0]), max(cue[-1], edges[1])
    left = block.content(start, low - 1, word) if low > start else []
    if low - 2 > start and tree.lower[low - 1] == "," and tree.dep[low - 2] == "mark":
        left = []  # "said that, according to X, …": what X tells begins here
    right = block.content(high + 1, stop - 1, word) if high + 1 < stop else []
    content = left if left and low - start >= _FEW else right
    linked = low > start + 2 and tree.lower[low - 1] == "," and not _finite(tree, start, low)
    if left and right and stop - high >= _LONG and linked:
        content = left + right
    if content:
        yield Find(
            frame="phrase", lemma=lemma, anchor=word, source=source or edges, cue=cue,
            content=tuple(content),
        )  # fmt: skip


def _finite(tree: Tree, first: int, stop: int) -> bool:
    """Whether the words in front hold a finite verb, so that they say something by themselves."""
    window = range(max(first, stop - _WINDOW), stop)
    return any(tree.tag[i] in ("VBD", "VBZ", "VBP", "MD") for i in window)
