"""Attributions between commas: "Prices, the bank said, will rise", "…, the bank said on Monday."."""

from collections.abc import Iterator

from kgraph.extract import cues
from kgraph.extract.cues import words
from kgraph.extract.rule_finds import Find, acting, cue_words
from kgraph.extract.rule_sources import Range
from kgraph.extract.rule_tree import Block, Tree

_FINITE = ("VBD", "VBZ", "VBP", "MD", "VBG")
_DASHES = ("—", "–", "--")
_LINKS = words(
    "meanwhile however nevertheless nonetheless moreover furthermore additionally separately still indeed"
)
"""Words that link a sentence to the one before, and that nobody said."""

_LONGEST = 14
"""Tokens of a source that the parse doesn't show, or of what stands between the verb and the end."""

_WINDOW = 40
_FEW = 4
_LEAST = 3


def find_inserted(block: Block, verb: int) -> Iterator[Find]:
    """The words around a report that commas set off, whatever the parser made of them."""
    tree = block.tree
    start, stop = block.sentence(verb)
    source = _source(block, verb, start, stop)
    if source is None:
        return
    first, last = min(source[0], verb), max(source[1], verb)
    if first - 1 <= start or tree.lower[first - 1] not in (",", "-", *_DASHES):
        return
    end = _end(tree, last, stop)
    if end is None:
        return
    before, after = _words(tree, start, first), _words(tree, end, stop)
    ahead = _finite(tree, max(start, first - _WINDOW), first)
    behind = after >= _LEAST and _finite(tree, end, min(stop, end + _WINDOW))
    if before + after < _FEW or not (ahead or behind):
        return
    content = block.content(_past_link(tree, start, first), first - 2, verb)
    if end < stop:
        content += block.content(end + 1, stop - 1, verb)
    if content:
        yield Find(
            frame="inserted", lemma=tree.lemma[verb], anchor=verb, source=source,
            cue=cue_words(tree, verb), content=tuple(content),
        )  # fmt: skip


def can_be_inserted(tree: Tree, verb: int) -> bool:
    """Whether the verb is finite and one that reports in this way."""
    return tree.tag[verb] in ("VBD", "VBZ", "VBP") and tree.lemma[verb] in cues.INSERTED


def _past_link(tree: Tree, first: int, stop: int) -> int:
    while first < stop and tree.space[first]:
        first += 1
    linked = tree.lower[first] in _LINKS and tree.lower[first + 1] == ","
    return first + 2 if linked else first


def _source(block: Block, verb: int, start: int, stop: int) -> Range | None:
    """The verb's own subject right beside it, or the run between the comma and the verb."""
    tree = block.tree
    found, how, head = acting(block, verb)
    own = found is not None and how == "own" and tree.tag[head] not in ("WP", "WDT")
    if own and found is not None and start <= found[0] and found[1] < stop:
        between = range(found[1] + 1, min(verb, found[1] + _LONGEST))
        adverbs = all(tree.pos[i] in ("ADV", "AUX", "PUNCT", "PART") for i in between)
        if found[0] == verb + 1 or (found[1] < verb and adverbs):
            return found
    last = verb - 1
    while last > start and tree.pos[last] in ("ADV", "AUX"):
        last -= 1
    at = last
    while at > start and last - at < _LONGEST and tree.lower[at] not in (",", *_DASHES):
        if tree.pos[at] in ("VERB", "SCONJ") or tree.is_mark(at):
            return None
        at -= 1
    named = (
        last > at > start
        and tree.pos[last] in ("PROPN", "NOUN", "PRON")
        and tree.pos[at + 1] not in ("CCONJ", "ADP", "ADV")
        and tree.tag[at + 1] not in ("WP", "WDT")
    )
    return (at + 1, last) if named else None


def _end(tree: Tree, last: int, stop: int) -> int | None:
    """The comma that closes the insertion, or the sentence's end; None where it goes on."""
    for at in range(last + 1, min(stop, last + 1 + _LONGEST)):
        if tree.lower[at] in (",", *_DASHES):
            return at
        if tree.lower[at] in (".", "?", "!", ";") or tree.space[at]:
            return stop
        if tree.pos[at] in ("VERB", "AUX", "SCONJ") or tree.is_mark(at) or tree.tag[at][:1] == "W":
            return None
    return stop if last + 1 + _LONGEST >= stop else None


def _words(tree: Tree, first: int, stop: int) -> int:
    """How many words there are, as far as that matters."""
    return sum(tree.is_word(i) for i in range(first, min(stop, first + 2 * _FEW)))


def _finite(tree: Tree, first: int, stop: int) -> bool:
    return any(tree.tag[i] in _FINITE and tree.lower[i] != "according" for i in range(first, stop))
