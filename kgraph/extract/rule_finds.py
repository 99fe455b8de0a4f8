"""What a rule finds before it is weighed: a cue in a frame, with the tokens and spans around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from kgraph.extract.cues import words
from kgraph.extract.rule_sources import Range, phrase, subject
from kgraph.extract.rule_tree import Block, Tree
from kgraph.model import Span, Spans

_AUX = ("aux", "auxpass", "neg", "prt")
_LIGHT = words("refuse decline continue go begin start keep try fail rush")
_NEAR = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """A candidate attribution.

    Attributes:
        frame: How the content hangs on the cue: "clause", "to", "object", "of" …
        lemma: The cue word that the lexicon knows.
        anchor: Its token.
        how: How the source was reached; see ``rule_sources.subject``; "none" without source.
    """

    frame: str
    lemma: str
    anchor: int
    source: Range | None
    cue: tuple[int, ...]
    content: Spans
    how: str = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A verb in its clause, from which finds are made.

    Attributes:
        lemma: With its particle, if it has one: "point out".
        acting: Head of the noun that the source is, or -1.
    """

    block: Block
    verb: int
    lemma: str
    source: Range | None
    how: str
    acting: int

    def find(self, frame: str, content: Sequence[Span], *more: int) -> list[Find]:
        """One find of this frame, none without content; ``more`` are further words of the cue."""
        if not content:
            return []
        return [
            Find(
                frame=frame, lemma=self.lemma, anchor=self.verb, source=self.source, how=self.how,
                cue=cue_words(self.block.tree, self.verb, *more), content=tuple(content),
            )
        ]  # fmt: skip


def cue_of(block: Block, verb: int) -> Cue:
    """The verb with its source."""
    tree = block.tree
    source, how, head = acting(block, verb)
    particle = next((k for k in tree.kids[verb] if tree.dep[k] == "prt"), None)
    lemma = tree.lemma[verb] if particle is None else f"{tree.lemma[verb]} {tree.lower[particle]}"
    return Cue(block=block, verb=verb, lemma=lemma, source=source, how=how, acting=head)


def acting(block: Block, verb: int) -> tuple[Range | None, str, int]:
    """The source of a verb as a range, how it was reached, and the head of the noun (or -1)."""
    tree = block.tree
    found = subject(tree, verb)
    if found is None:
        return None, "none", -1
    head, how = found
    source = phrase(block, head, besides=verb)
    if source is not None and how == "own":
        # "its deputy chair Ilse Brandt threatened": title and name as two subjects of one verb.
        for kid in tree.kids[verb]:
            if tree.dep[kid] == "nsubj" and tree.right[kid] == source[0] - 1:
                source = tree.left[kid], source[1]
    return source, how, head


def cue_words(tree: Tree, verb: int, *more: int) -> tuple[int, ...]:
    """The verb with auxiliaries, negation, particle and adverbs between, and what is given."""
    found = {verb, *more}
    for kid in tree.kids[verb]:
        if abs(kid - verb) > _NEAR:
            continue
        if (tree.dep[kid] in _AUX and tree.lower[kid] != "to") or (
            tree.dep[kid] == "advmod" and tree.tag[kid] == "RB" and verb - kid in (1, 2)
        ):
            found.add(kid)
    up = tree.head[verb]
    if tree.dep[verb] == "xcomp" and tree.lemma[up] in _LIGHT and 0 < verb - up < _NEAR:
        found.update(range(up, verb), cue_words(tree, up))
    return tuple(sorted(found))


def has_to(tree: Tree, clause: int) -> bool:
    """Whether the clause is an infinitive with "to"."""
    return any(tree.lower[k] == "to" and tree.dep[k] == "aux" for k in tree.kids[clause])


def has_subject(tree: Tree, clause: int) -> bool:
    """Whether the clause has a subject of its own."""
    return tree.subjects[clause] is not None or tree.kid(clause, "expl") is not None


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether the verb is passive, with its auxiliary or reduced ("criticised by")."""
    if tree.kid(verb, "auxpass") is not None:
        return True
    if tree.tag[verb] != "VBN" or tree.kid(verb, "aux") is not None:
        return False
    return (
        tree.dep[verb] in ("acl", "advcl", "amod", "relcl") or tree.kid(verb, "agent") is not None
    )
