"""All finds of a paragraph, before they are weighed."""

from collections.abc import Iterator

from kgraph.extract.rule_finds import Find, is_passive
from kgraph.extract.rule_inserted import can_be_inserted, find_inserted
from kgraph.extract.rule_nouns import find_adjective, find_noun
from kgraph.extract.rule_passives import find_passive
from kgraph.extract.rule_phrases import find_according, find_as, find_clear
from kgraph.extract.rule_tree import Block
from kgraph.extract.rule_verbs import find_verb


def candidates(block: Block) -> Iterator[Find]:
    """Every cue of the paragraph in every frame, in text order."""
    tree = block.tree
    for token in block.tokens:
        pos = tree.pos[token]
        if can_be_inserted(tree, token):
            yield from find_inserted(block, token)
        if tree.lower[token] == "according":
            yield from find_according(block, token)
        elif pos == "VERB" or (pos == "AUX" and tree.dep[token] not in ("aux", "auxpass")):
            if is_passive(tree, token):
                yield from find_passive(block, token)
            else:
                yield from find_verb(block, token)
                yield from find_as(block, token)
            if tree.lemma[token] == "make":
                yield from find_clear(block, token)
        elif pos == "NOUN":
            yield from find_noun(block, token)
        elif pos == "ADJ":
            yield from find_adjective(block, token)
