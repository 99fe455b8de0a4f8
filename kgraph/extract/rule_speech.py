"""Quotations and who speaks them: the verb behind, in front of or between the quoted words."""

from dataclasses import dataclass

from kgraph.extract import cues
from kgraph.extract.cues import words
from kgraph.extract.rule_finds import acting, cue_words
from kgraph.extract.rule_sources import Range, phrase
from kgraph.extract.rule_tree import Block

_ENDS = frozenset(".!?")
_INSIDE = words("compound appos poss pobj prep nmod amod flat")
_NOUNS = ("PROPN", "PRON", "NOUN")
_REACH = 40
"""Words from a quotation to its verb."""

_ASIDE = 12
"""Words behind a quotation after which a verb that reports nothing ends the search."""

_BESIDE = 8
"""Tokens between a verb and a source that the parse doesn't show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """A verb and the numbers of the quotations that it reports."""

    verb: int
    source: Range | None
    cue: tuple[int, ...]
    quotes: tuple[int, ...]


def speeches(block: Block) -> tuple[list[Speech], list[int]]:
    """The verbs that report quotations of the paragraph, and the numbers of those left over."""
    linked: dict[int, list[int]] = {}
    sources: dict[int, Range | None] = {}
    free: list[int] = []
    last: int | None = None
    for number, (start, _) in enumerate(block.quotes):
        if not block.spoken[number] or not _is_free(block, start):
            continue
        found = _verb_of(block, number)
        if found is not None:
            last, source = found
            sources.setdefault(last, source)
            linked.setdefault(last, []).append(number)
        elif last is not None and not block.before(start).isalnum():
            linked[last].append(number)
        else:
            free.append(number)
    made = [
        Speech(verb=v, source=sources[v], cue=cue_words(block.tree, v), quotes=tuple(q))
        for v, q in linked.items()
    ]
    return made, free


def _is_free(block: Block, start: int) -> bool:
    """Whether the quotation is no part of a phrase: it begins a sentence or follows a verb."""
    before = block.before(start)
    if not before.isalnum() and before not in ("'", "’"):
        return True
    near = block.tree.tokens(max(block.start, start - 40), start)
    return bool(near) and block.tree.lemma[near[-1]] in cues.QUOTE and _is_verb(block, near[-1])


def _is_verb(block: Block, token: int) -> bool:
    tree = block.tree
    return tree.pos[token] in ("VERB", "AUX") or tree.tag[token] in ("VBD", "VBZ")


def _verb_of(block: Block, number: int) -> tuple[int, Range | None] | None:
    start, end = block.quotes[number]
    inner = block.text[max(start, end - 4) : end].rstrip("\"”’»' ")[-1:]
    before = block.before(start)
    ahead = before in (",", ":") or before.isalnum()
    if inner == "," or block.text[end : end + 1] == ",":
        return _after(block, number) or (_before(block, number) if ahead else None)
    if ahead and (found := _before(block, number)):
        return found
    return _after(block, number) if inner != "." else None


def _after(block: Block, number: int) -> tuple[int, Range | None] | None:
    """The verb behind the quotation, in the same sentence."""
    tree = block.tree
    end, following = block.quotes[number][1], number + 1
    next_one = following < len(block.quotes) and block.spoken[following]
    run = tree.tokens(end, block.quotes[following][0] if next_one else block.end)
    seen = 0
    for token in run:
        if seen > _REACH or (tree.lower[token] in _ENDS and seen):
            return None
        if not tree.is_word(token):
            continue
        seen += 1
        if not _is_verb(block, token):
            continue
        if tree.dep[token] not in ("relcl", "acl") and tree.lemma[token] in cues.QUOTE:
            source = _speaker(block, token, run.start, min(run.stop, token + _REACH))
            if source is not None or seen <= 2:
                return token, source
        elif seen > _ASIDE:
            return None
    return None


def _before(block: Block, number: int) -> tuple[int, Range | None] | None:
    """The verb in front of the quotation, in the same sentence."""
    tree = block.tree
    low = block.quotes[number - 1][1] if number and block.spoken[number - 1] else block.start
    run = tree.tokens(low, block.quotes[number][0])
    seen = 0
    for token in reversed(run):
        if seen > _REACH or (tree.lower[token] in _ENDS and seen):
            return None
        if not tree.is_word(token):
            continue
        seen += 1
        if tree.pos[token] in ("VERB", "AUX") and tree.lemma[token] in cues.QUOTE:
            return token, _speaker(block, token, run.start, run.stop)
    return None


def _speaker(block: Block, verb: int, low: int, high: int) -> Range | None:
    """The subject of the verb, or else the noun phrase beside it, outside of the quotations."""
    tree = block.tree
    source, _, head = acting(block, verb)
    if source is not None and head in block.tokens and block.spoken_at(head) is None:
        return source
    ahead = range(verb - 1, max(low, verb - _BESIDE) - 1, -1)
    for near in (ahead, range(verb + 1, min(high, verb + _BESIDE))):
        for token in near:
            if block.spoken_at(token) is not None:
                break
            if tree.pos[token] in _NOUNS and tree.tag[token] not in ("WP", "WDT"):
                return phrase(block, _head(block, token, low, high), besides=verb)
    return None


def _head(block: Block, token: int, low: int, high: int) -> int:
    """The noun that heads the phrase in which this one stands."""
    tree = block.tree
    at = token
    for _ in range(_BESIDE):
        up = tree.head[at]
        if up == at or not low <= up < high or tree.dep[at] not in _INSIDE:
            break
        at = up
    return at if tree.pos[at] in _NOUNS else token
