"""Outlets that relay what another said, at a sentence's end: "…, Peskov said, TASS reported."."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kgraph.extract.attribution import Attribution
from kgraph.extract.cues import words
from kgraph.extract.rule_tree import Block
from kgraph.model import Span

_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"})
_REPORTS = words("say report write reveal announce state note")
_CARRIED = words("report")
"""Cues by which an outlet relays a whole sentence, however far off the inner cue stands."""

_BY = {"by": words("reported quoted cited told written carried published"), "to": words("told")}
_BETWEEN = words("first also earlier previously widely originally")
_WHEN = words(
    "on late early earlier later yesterday today this last week month year morning evening night at in "
    "monday tuesday wednesday thursday friday saturday sunday midweek weekend"
)
_NEAR = 80
"""Characters between the inner cue and the tail; farther off, the tail is the only attribution."""

_REACH = 24
"""Tokens from the end in which a tail begins."""

_DEEPEST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tail:
    """What stands behind a sentence's last comma and tells who reports all before it.

    Attributes:
        comma: Its token; before it ends what is reported.
        alone: Whether it reports also where nobody else is named.
    """

    comma: int
    source: Span
    cue: Span
    alone: bool = False


def relayed(block: Block, found: list[Attribution]) -> list[Attribution]:
    """The attributions, and for each sentence with relays at its end, what each outlet relays.

    "…, Peskov said, TASS reported." holds two: what TASS reported holds what Peskov said.
    """
    token = block.tokens.start
    while token < block.tokens.stop:
        first, stop = block.sentence(token)
        found = _in_sentence(block, found, first, stop)
        token = max(stop, token + 1)
    return found


def _in_sentence(
    block: Block, found: list[Attribution], first: int, stop: int
) -> list[Attribution]:
    tree = block.tree
    start, end = tree.start[first], tree.end[stop - 1]
    near = [a for a in found if a.cue and start <= a.cue[0][0] < end]
    tails: list[_Tail] = []
    for tail in _tails(block, first, stop):
        if not (tail.alone and not tails) and not _reported(block, near, tail):
            break
        tails.append(tail)
    if not tails:
        return found
    edge = tree.start[tails[-1].comma]
    kept = []
    for a in found:
        if a not in near:
            kept.append(a)
        elif a.cue[-1][1] <= edge:
            content = tuple((s, min(e, edge)) for s, e in a.content if s < edge)
            if content and (not a.source or a.source[-1][1] <= edge):
                kept.append(replace(a, content=content))
        elif not any(t.cue[0] < a.cue[-1][1] and a.cue[0][0] < t.cue[1] for t in tails):
            kept.append(a)
    low = _begins(block, kept, first, edge)
    return [
        *kept,
        *(
            Attribution(
                source=(t.source,), cue=(t.cue,), content=((low, tree.start[t.comma]),),
                confidence=0.7,
            )
            for t in tails
        ),
    ]  # fmt: skip


def _begins(block: Block, inner: list[Attribution], first: int, edge: int) -> int:
    """Where the outlet's report begins: with the sentence, or the quotation that it ends."""
    start = block.tree.start[first]
    while start < edge and block.text[start].isspace():
        start += 1
    before = [
        a.content[0][0]
        for a in inner
        if a.content[0][0] < start < a.content[-1][1] <= edge and a.cue and a.cue[0][0] > start
    ]
    return min(before, default=start)


def _reported(block: Block, near: list[Attribution], tail: _Tail) -> bool:
    """Whether somebody else's report stands before the tail, close enough to be what it carries."""
    edge = block.tree.start[tail.comma]
    far = block.text[slice(*tail.cue)].lower().removesuffix("ed").removesuffix("s") in _CARRIED
    return any(
        a.cue[-1][1] <= edge
        and (far or edge - _NEAR < a.cue[-1][1])
        and (not a.source or a.source[-1][1] <= edge)
        for a in near
    )


def _tails(block: Block, first: int, stop: int) -> Iterator[_Tail]:
    """What stands behind the last comma, then behind the one before it, as long as it reports."""
    tree = block.tree
    for _ in range(_DEEPEST):
        run = tree.trimmed(first, stop - 1)
        if run is None:
            return
        last = run[1]
        comma = next(
            (k for k in range(last, max(first, last - _REACH), -1) if tree.lower[k] == ","), None
        )
        if comma is None or comma == first:
            return
        if tree.lower[comma + 1] in ("citing", "quoting"):
            stop = comma
            continue
        tail = _as_told(block, comma, last) or _outlet(block, comma, last)
        if tail is None or block.quote_of(comma) != block.quote_of(last):
            return
        yield tail
        stop = comma


def _as_told(block: Block, comma: int, last: int) -> _Tail | None:
    """Reads "as first reported by X", "as told to X", "according to X", "per X"."""
    tree = block.tree
    at = comma + 1
    told = tree.lower[at] == "as"
    if told:
        at += 1
        while at < last and tree.lower[at] in _BETWEEN:
            at += 1
        if at >= last or tree.lower[at] not in _BY.get(tree.lower[at + 1], ()):
            return None
        at += 1
    elif tree.lower[at : at + 2] == ["according", "to"]:
        at += 1
    elif tree.lower[at] != "per" or tree.pos[at + 1] not in ("PROPN", "DET"):
        return None
    if at >= last or tree.pos[at + 1] not in _NOMINAL or tree.tag[at + 1] == "PRP$":
        return None
    return _Tail(
        comma=comma, source=(tree.start[at + 1], tree.end[_before_time(block, at + 1, last)]),
        cue=(tree.start[comma + 1], tree.end[at]), alone=told,
    )  # fmt: skip


def _outlet(block: Block, comma: int, last: int) -> _Tail | None:
    """Reads "X reported on Monday", "the agency has said"."""
    tree = block.tree
    last = _before_time(block, comma + 1, last)
    if tree.tag[last] not in ("VBD", "VBZ", "VBP", "VBN") or tree.lemma[last] not in _REPORTS:
        return None
    verb = last
    while tree.pos[verb - 1] == "AUX" and verb - 1 > comma:
        verb -= 1
    name = range(comma + 1, verb)
    # The tagger makes verbs of names in lower case ("dpa"); as a subject they are nouns still.
    nominal = all(tree.pos[k] in _NOMINAL or tree.dep[k] == "nsubj" for k in name)
    heads = (k for k in name if tree.pos[k] in ("NOUN", "PROPN") or tree.tag[k] == "VB")
    if not name or not nominal or tree.pos[name[-1]] == "PRON" or not any(heads):
        return None
    return _Tail(
        comma=comma, source=(tree.start[name[0]], tree.end[name[-1]]),
        cue=(tree.start[verb], tree.end[last]),
    )  # fmt: skip


def _before_time(block: Block, first: int, last: int) -> int:
    """The last token before "late on Monday", "on 3 May" at the end."""
    tree = block.tree
    at = last
    while at > first and (tree.lower[at] in _WHEN or tree.pos[at] == "NUM" or tree.space[at]):
        at -= 1
    # "reported in May": the preposition shows that what follows it is a date.
    if at > first + 1 and tree.lower[at - 1] in ("on", "in") and tree.pos[at] == "PROPN":
        named = tree.lower[at] in _MONTHS
        at = at - 2 if named else at
    return at


_MONTHS = words(
    "january february march april may june july august september october november december"
)
