"""Who is cited: the noun phrase that a cue's clause, or one above it, has as its subject."""

from bisect import bisect_right

from kgraph.extract.cues import words
from kgraph.extract.rule_tree import Block, Tree

Range = tuple[int, int]
"""First and last token."""

_CUT = frozenset("—–:;") | {"--", "…", "..."}
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")
_UPWARD = words("conj xcomp advcl ccomp pcomp prep acomp attr oprd parataxis dep dobj")
_HOPS = 6
_LONGEST = 60
"""Tokens of a noun phrase with all that hangs on it."""

_REACH = 12
"""Tokens that a subject may stand before a verb which the parser left without one."""

_LONG_CLAUSE = 10
_TEXTS = words(
    "statement tweet letter email e-mail memo message post interview speech op-ed release request note ad "
    "video motion resolution filing brief petition report press-release"
)
"""Nouns of what somebody issues: who issued it is the source of what it says."""


def subject(tree: Tree, verb: int) -> tuple[int, str] | None:
    """The head of the noun that acts in the verb's clause, and how it was reached.

    "own": the verb's own subject, a relative pronoun included; "shared": that of a verb it is
    coordinated with or hangs on; "antecedent": the noun that a participle or infinitive describes
    ("a poll showing"); "near": the words before a verb that has no subject in the parse.
    """
    at = verb
    for _ in range(_HOPS):
        own = tree.subjects[at]
        if own is not None:
            return own, "own" if at == verb else "shared"
        up, dep = tree.head[at], tree.dep[at]
        if up == at:
            break
        if dep == "acl":
            return _described(tree, at, up)
        told = tree.objects[up]
        if dep == "xcomp" and tree.tag[at] == "VB" and told is not None and told < at:
            return told, "shared"
        if dep not in _UPWARD or (dep == "dobj" and tree.pos[up] != "VERB"):
            break
        if dep == "conj" and tree.pos[up] not in ("VERB", "AUX", "ADJ"):
            break
        at = up
    near = _near(tree, verb)
    return (near, "near") if near is not None else None


def _described(tree: Tree, verb: int, noun: int) -> tuple[int, str] | None:
    """Who acts in "issued a statement saying", "a chance to praise", "a poll showing"."""
    if (tree.tag[verb] == "VB" or tree.lemma[noun] in _TEXTS) and tree.dep[noun] in (
        "dobj", "pobj", "attr",
    ):  # fmt: skip
        owner = tree.kid(noun, "poss")
        if owner is not None:
            return owner, "shared"
        at = noun
        for _ in range(_HOPS):
            at = tree.head[at]
            own = tree.subjects[at]
            if own is not None and own != noun:
                return own, "shared"
            if tree.head[at] == at or tree.dep[at] == "relcl":
                break
    return (noun, "antecedent") if tree.pos[noun] in _NOMINAL else None


def _near(tree: Tree, verb: int) -> int | None:
    """The noun right before a finite verb without a subject."""
    if tree.tag[verb] not in ("VBD", "VBZ", "VBP") or tree.dep[verb] in ("relcl", "conj"):
        return None
    start, _ = tree.sentence(verb)
    at = verb - 1
    while at > start and (tree.tag[at] in ("RB", "MD") or tree.dep[at] in ("aux", "neg")):
        at -= 1
    near = max(start, verb - _REACH) <= at < verb
    return at if near and tree.pos[at] in ("PROPN", "NOUN", "PRON") else None


def phrase(block: Block, head: int, *, besides: int = -1) -> Range | None:
    """The noun phrase of this head, without ``besides`` (a cue that hangs on it) and what follows.

    Titles, appositions and relative clauses belong to it; participles behind a name, quotations
    beside it and what stands behind a dash or colon don't.
    """
    tree = block.tree
    first, last = tree.left[head], tree.right[head]
    if not first <= besides <= last:
        if head not in block.phrases:
            block.phrases[head] = _cut(block, head, first, last)
        return block.phrases[head]
    branch = besides
    for _ in range(_HOPS + 2):
        if tree.head[branch] == head:
            break
        branch = tree.head[branch]
    if head < besides:
        last = min(tree.left[branch] if branch > head else besides, besides) - 1
    else:
        first = max(tree.right[branch] if branch < head else besides, besides) + 1
    return _cut(block, head, first, last)


def _cut(block: Block, head: int, first: int, last: int) -> Range | None:
    tree = block.tree
    last = _before_clause(tree, head, last)
    own = block.spoken_at(head)
    low = head
    while low > first and head - low < _LONGEST and not _stops(block, low - 1, own):
        low -= 1
    high = head
    while high < last and high - head < _LONGEST and not _stops(block, high + 1, own):
        high += 1
    return _tidy(tree, low, high, head)


def _stops(block: Block, token: int, own: int | None) -> bool:
    tree = block.tree
    return (
        tree.lower[token] in _CUT
        or block.spoken_at(token) != own
        or (tree.space[token] and "\n" in tree.lower[token])
    )


def _before_clause(tree: Tree, head: int, last: int) -> int:
    """The end of the phrase before a participle that tells what its referent is doing."""
    name = tree.pos[head] == "PROPN"
    kids = tree.kids[head]
    for kid in kids[bisect_right(kids, head) :]:
        if kid - head > _LONGEST:
            break
        dep = tree.dep[kid]
        comma = tree.lower[tree.left[kid] - 1] == ","
        long = tree.right[kid] - tree.left[kid] >= _LONG_CLAUSE
        if (
            dep == "advcl"
            or (dep == "acl" and (name or long))
            or (dep == "relcl" and name and not comma)
        ):
            return max(head, min(last, tree.left[kid] - 1))
    return last


def _tidy(tree: Tree, first: int, last: int, head: int) -> Range | None:
    """The range without what can't begin or end a noun phrase."""
    while first < head and (
        not tree.is_word(first) or tree.dep[first] in ("cc", "mark", "punct", "intj")
    ):
        first += 1
    while last > head and (not tree.is_word(last) or tree.tag[last] == "POS"):
        if tree.lower[last] == ")" and "(" in tree.lower[first:last]:
            break
        last -= 1
    inside = tree.lower[first : last + 1]
    if "(" in inside and ")" not in inside and tree.lower[last + 1 : last + 2] == [")"]:
        last += 1
    return (first, last) if any(tree.is_word(i) for i in range(first, last + 1)) else None
