"""Nouns and adjectives that report: "his belief that", "readiness for", "is ready to"."""

from collections.abc import Iterator

from kgraph.extract.cues import words
from kgraph.extract.rule_finds import Find, acting, cue_words, has_to
from kgraph.extract.rule_sources import Range, phrase
from kgraph.extract.rule_tree import Block
from kgraph.model import Span

_COPULAS = words("be feel seem remain become sound look appear get grow stay")
_PREPOSITIONS = words(
    "of for on about against to over with in toward towards regarding at between by from"
)
_GETS = words(
    "win secure receive have earn gain get draw face attract garner collect pick enjoy land score lose meet seek "
    "provoke prompt spark generate trigger elicit incur"
)
"""Verbs of getting what others give: "won the endorsement of"."""

_CLAUSES = ("acl", "ccomp", "relcl", "xcomp", "advcl")


def find_noun(block: Block, noun: int) -> Iterator[Find]:
    """Every frame in which this noun could report: whose it is, and what stands behind it."""
    yield from _given(block, noun)
    bodies = list(_complements(block, noun))
    if not bodies:
        return
    for owner, source, cue in _owners(block, noun):
        for kind, content, linked in bodies:
            yield Find(
                frame=f"noun {owner} {kind}", lemma=block.tree.lemma[noun], anchor=noun,
                source=source, how=owner, cue=tuple(sorted({*cue, *linked})), content=tuple(content),
            )  # fmt: skip


def _complements(block: Block, noun: int) -> Iterator[tuple[str, list[Span], list[int]]]:
    """What stands behind the noun, of which kind, and the preposition that links it."""
    tree = block.tree
    for kid in tree.after(noun):
        first, last = max(noun + 1, tree.left[kid]), tree.right[kid]
        word = tree.lower[kid]
        if tree.dep[kid] in _CLAUSES:
            kind = _kind_of_clause(block, kid)
            if kind and (content := block.content(first, last, noun)):
                yield kind, content, []
        elif tree.dep[kid] == "prep" and word in _PREPOSITIONS and last > kid:
            kind = "towards" if word == "to" else word
            by = _by(block, kid)
            if content := block.content(kid + 1, last if by is None else by - 1, noun):
                yield kind, content, [kid] if kid == noun + 1 else []


def _by(block: Block, preposition: int) -> int | None:
    """The "by" of "announcement of a truce by the king", which the parser hangs on the truce."""
    tree = block.tree
    noun = tree.kid(preposition, "pobj")
    if noun is None or tree.lower[preposition] != "of":
        return None
    return next((k for k in tree.after(noun) if tree.lower[k] == "by"), None)


def _kind_of_clause(block: Block, clause: int) -> str:
    tree = block.tree
    if has_to(tree, clause):
        return "to"
    kids = tree.kids[clause]
    that = any(
        tree.dep[k] in ("mark", "det") and tree.lower[k] in ("that", "whether") for k in kids
    )
    relative = any(tree.tag[k] in ("WDT", "WP") for k in kids)
    return "that" if tree.dep[clause] == "ccomp" or (that and not relative) else ""


def _owners(block: Block, noun: int) -> Iterator[tuple[str, Range | None, list[int]]]:
    """Who may be behind the noun, how he is named, and the words of the cue."""
    tree = block.tree
    poss = tree.kid(noun, "poss")
    verb = tree.head[noun]
    if poss is not None and (owner := phrase(block, poss, besides=noun)) is not None:
        yield "poss", owner, [noun]
    for kid in tree.after(noun):
        by = _by(block, kid)
        linked = kid if by is None else by
        inner = tree.kid(linked, "pobj") if tree.lower[linked] in ("by", "from", "among") else None
        if inner is not None and (owner := phrase(block, inner)) is not None:
            yield tree.lower[linked], owner, [noun]
    if poss is not None and tree.tag[poss] != "PRP$":
        return
    if tree.dep[noun] in ("dobj", "attr") and tree.pos[verb] in ("VERB", "AUX"):
        source, _, head = acting(block, verb)
        if source is not None and head != noun:
            kind = "verb" if tree.dep[noun] == "dobj" else "attr"
            own = [] if poss is None else [poss]
            yield kind, source, [*cue_words(tree, verb), *own, noun]
            return
    if poss is not None:
        return
    above = tree.head[verb]
    if tree.dep[noun] == "pobj" and tree.dep[verb] == "prep" and tree.pos[above] in ("VERB", "AUX"):
        source, _, head = acting(block, above)
        if source is not None and head != noun:
            yield "prep", source, [verb, noun]
            return
    if tree.dep[noun] == "appos" and (owner := phrase(block, verb, besides=noun)) is not None:
        yield "appos", owner, [noun]
    else:
        yield "none", None, [noun]


def _given(block: Block, noun: int) -> Iterator[Find]:
    """Reads "The plan drew criticism from unions": whose criticism, and of what."""
    tree = block.tree
    verb = tree.head[noun]
    if tree.dep[noun] != "dobj" or tree.lemma[verb] not in _GETS:
        return
    linked = (
        k for at in (noun, verb) for k in tree.after(at)[:_FEW]
        if k > noun and tree.lower[k] in ("of", "from", "by")
    )  # fmt: skip
    giver = next(linked, None)
    who = tree.kid(giver, "pobj") if giver is not None else None
    target, _, head = acting(block, verb)
    if target is None or giver is None or who is None or head == who:
        return
    source = phrase(block, who)
    content = block.content(*target, noun)
    if source is not None and content:
        yield Find(
            frame="given", lemma=tree.lemma[noun], anchor=noun, source=source,
            cue=tuple(sorted({*cue_words(tree, verb), noun, giver})), content=tuple(content),
        )  # fmt: skip


_FEW = 8


def find_adjective(block: Block, word: int) -> Iterator[Find]:
    """Every frame in which this adjective could tell what somebody thinks."""
    tree = block.tree
    up = tree.head[word]
    if (
        tree.dep[word] in ("acomp", "attr", "oprd", "conj") and tree.lemma[up] in _COPULAS
    ):  # fmt: skip
        source, how, _ = acting(block, up)
        cue = {*cue_words(tree, up), word}
    elif tree.dep[word] == "amod" and up < word:
        source, how, cue = phrase(block, up, besides=word), "antecedent", {word}
    elif tree.dep[word] in ("acomp", "conj", "advcl", "acl", "appos"):
        source, how, _ = acting(block, word)
        cue = {word}
    else:
        return
    if source is None:
        return
    for kid in tree.after(word):
        first, last = max(word + 1, tree.left[kid]), tree.right[kid]
        dep = tree.dep[kid]
        linked: set[int] = set()
        if dep in ("xcomp", "ccomp", "advcl"):
            kind = "to" if has_to(tree, kid) else "that" if dep == "ccomp" else ""
        elif dep == "prep" and tree.lower[kid] in _PREPOSITIONS and last > kid:
            kind, first, linked = tree.lower[kid], kid + 1, {kid}
            kind = "towards" if kind == "to" else kind
        else:
            continue
        if kind and (content := block.content(first, last, word)):
            yield Find(
                frame=f"adj {kind}", lemma=tree.lemma[word], anchor=word, source=source, how=how,
                cue=tuple(sorted(cue | linked)), content=tuple(content),
            )  # fmt: skip
