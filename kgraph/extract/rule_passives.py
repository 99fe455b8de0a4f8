"""Passive verbs: "was criticised by", "is expected to", "was asked about", "was shocked by"."""

from collections.abc import Iterator

from kgraph.extract import cues
from kgraph.extract.cues import words
from kgraph.extract.rule_finds import Find, acting, cue_words, has_subject, has_to
from kgraph.extract.rule_sources import Range, phrase
from kgraph.extract.rule_tree import Block
from kgraph.model import Span

_ABOUT = words("about for of to with over")
_FELT = words("by about at with over for")
_WORDS_OF = words("say tell write")


def find_passive(block: Block, verb: int) -> Iterator[Find]:
    """Every frame in which this passive verb could report something, likely or not."""
    tree = block.tree
    kids = tree.kids[verb]
    if any(tree.lower[k] in ("as", "than") and tree.dep[k] in ("mark", "advmod") for k in kids):
        return
    agent = tree.kid(verb, "agent")
    by = tree.kid(agent, "pobj") if agent is not None else None
    source = phrase(block, by, besides=verb) if by is not None else None
    patient = tree.subjects[verb]
    reduced = patient is None and tree.kid(verb, "auxpass") is None
    if patient is None:
        told, _, head = acting(block, verb)
        patient = head if told is not None else None
    else:
        told = phrase(block, patient, besides=verb)
    if told is not None and patient is not None and tree.lower[patient] == "it":
        yield from _clause(block, verb, source, None, expletive=True)
        return
    yield from _clause(block, verb, source, told, expletive=False)
    if told is None:
        return
    if cues.likelihood("stirred", tree.lemma[verb]):
        yield from _stirred(block, verb, told)
        return
    yield from _quoted_as(block, verb, told)
    yield from _named(block, verb, source, told, "reduced" if reduced else "passive")


def _find(
    block: Block, verb: int, frame: str, content: list[Span], source: Range | None, *more: int
) -> Iterator[Find]:
    if content:
        yield Find(
            frame=frame, lemma=block.tree.lemma[verb], anchor=verb, source=source,
            how="own" if source is not None else "none",
            cue=cue_words(block.tree, verb, *more), content=tuple(content),
        )  # fmt: skip


def _clause(
    block: Block, verb: int, source: Range | None, told: Range | None, *, expletive: bool
) -> Iterator[Find]:
    """Reads "It was reported that", "was asked if", "The talks are expected to begin"."""
    tree = block.tree
    for kid in tree.after(verb):
        to = has_to(tree, kid)
        if tree.dep[kid] not in ("ccomp", "xcomp") and not (tree.dep[kid] == "advcl" and to):
            continue
        body = block.content(max(verb + 1, tree.left[kid]), tree.right[kid], verb)
        if not body:
            return
        if not to or has_subject(tree, kid):
            frame = "it passive clause" if expletive else "passive clause"
            yield from _find(block, verb, frame, body, source)
        elif told is not None:
            whole = block.content(*told, verb) + body
            yield from _find(block, verb, "passive to", whole, source)
        return


def _stirred(block: Block, verb: int, who: Range) -> Iterator[Find]:
    """Reads "She was shocked by the vote", "was pleased that …": the subject is who feels."""
    tree = block.tree
    for kid in tree.after(verb):
        linked = tree.dep[kid] in ("prep", "agent") and tree.lower[kid] in _FELT
        if not linked and tree.dep[kid] not in ("ccomp", "xcomp"):
            continue
        first = kid + 1 if linked else max(verb + 1, tree.left[kid])
        content = block.content(first, tree.right[kid], verb)
        if content:
            yield from _find(block, verb, "stirred", content, who, *([kid] if linked else []))
            return


def _quoted_as(block: Block, verb: int, told: Range) -> Iterator[Find]:
    """Reads "She was quoted as saying that …"."""
    tree = block.tree
    if tree.lemma[verb] not in ("quote", "cite"):
        return
    for kid in tree.after(verb):
        saying = next(iter(tree.after(kid)), None) if tree.lower[kid] == "as" else None
        if saying is not None and tree.lemma[saying] in _WORDS_OF:
            content = block.content(saying + 1, tree.right[saying], verb)
            yield from _find(block, verb, "quoted as", content, told, kid, saying)


def _named(block: Block, verb: int, source: Range | None, told: Range, kind: str) -> Iterator[Find]:
    """Reads "The plan was rejected by unions", "is known as", "was criticised for"."""
    tree = block.tree
    body = block.content(*told, verb)
    kids = tree.after(verb)
    named = next((k for k in kids if tree.dep[k] == "oprd" or tree.lower[k] == "as"), None)
    if named is not None:
        body = body + block.content(tree.left[named], tree.right[named], verb)
    if source is not None:
        yield from _find(block, verb, f"{kind} by", body, source)
    elif named is not None:
        yield from _find(block, verb, f"{kind} as", body, None)
    elif not any(tree.dep[k] in ("ccomp", "xcomp") for k in kids):
        yield from _find(block, verb, kind, body, None)
    for kid in kids:
        if tree.dep[kid] == "prep" and tree.lower[kid] in _ABOUT:
            inside = block.content(kid + 1, tree.right[kid], verb)
            yield from _find(block, verb, f"{kind} about", inside, source)
