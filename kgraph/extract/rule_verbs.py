"""Verbs that report: what they take as clause, infinitive, object or behind a preposition."""

from collections.abc import Iterator

from kgraph.extract import cues
from kgraph.extract.cues import words
from kgraph.extract.rule_finds import Cue, Find, cue_of, cue_words, has_subject, has_to
from kgraph.extract.rule_sources import phrase
from kgraph.extract.rule_tree import Block, Tree
from kgraph.model import Span

_AROUND = words(
    "in on at during after before since from via with over amid outside inside near by within until"
)
"""Prepositions that tell when and where somebody says it, and no part of what is said."""

_PLACED = words("in at during since by near until")
_INWARD = words("believe delight rejoice")
_OBJECTS = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "VERB")
_NAMING = words("call dub brand label")
_LONGEST_SOURCE = 60


def find_verb(block: Block, verb: int) -> Iterator[Find]:
    """Every frame in which this active verb could report something, likely or not."""
    cue = cue_of(block, verb)
    if cue.lemma in ("seem", "appear"):
        yield from _seems(cue)
        return
    yield from _stirs(cue)
    yield from _clauses(cue)
    yield from _objects(cue)
    yield from _prepositions(cue)
    yield from _relative(cue)


def _seems(cue: Cue) -> Iterator[Find]:
    """Reads "She seems to agree": what seems so, and nobody to whom it is ascribed."""
    block, tree = cue.block, cue.block.tree
    for kid in tree.after(cue.verb):
        if tree.dep[kid] not in ("xcomp", "ccomp", "acomp", "oprd", "attr"):
            continue
        body = block.content(max(cue.verb + 1, tree.left[kid]), tree.right[kid], cue.verb)
        to = has_to(tree, kid)
        first = block.content(*cue.source, cue.verb) if cue.source is not None and to else []
        if body:
            yield Find(
                frame="seem to" if to else "seem", lemma=cue.lemma, anchor=cue.verb, source=None,
                how="none", cue=cue_words(tree, cue.verb), content=tuple(first + body),
            )  # fmt: skip
            return


def _stirs(cue: Cue) -> Iterator[Find]:
    """Reads "The vote angered unions": the unions' attitude to the vote."""
    block, tree = cue.block, cue.block.tree
    felt = tree.objects[cue.verb]
    if not cues.likelihood("stirs", cue.lemma) or cue.source is None or felt is None:
        return
    who = phrase(block, felt, besides=cue.verb) if felt > cue.verb else None
    content = block.content(*cue.source, cue.verb)
    if who is not None and content:
        yield Find(
            frame="stirs", lemma=cue.lemma, anchor=cue.verb, source=who,
            cue=cue_words(tree, cue.verb), content=tuple(content),
        )  # fmt: skip


def _clauses(cue: Cue) -> Iterator[Find]:
    block, tree, verb = cue.block, cue.block.tree, cue.verb
    objects = [
        tree.left[k] for k in tree.kids[verb] if k > verb and tree.dep[k] in ("dobj", "nsubj")
    ]
    for kid in tree.kids[verb]:
        dep = tree.dep[kid]
        if kid < verb:
            if dep == "ccomp" and kid != cue.acting:
                yield from cue.find("before", _before(cue, kid))
            continue
        if dep not in ("ccomp", "xcomp", "advcl", "acomp"):
            continue
        first, last = max(verb + 1, tree.left[kid]), tree.right[kid]
        if has_to(tree, kid):
            if dep != "acomp":
                yield from _infinitive(cue, kid, last)
        elif dep == "ccomp":
            # The addressee may stand in front of the clause ("told her that"), or the parser put
            # an adverbial of the report at the clause's left edge: before its "that".
            that = tree.kid(kid, "mark")
            if that is not None and that > first and tree.lower[that] == "that":
                first = that
            yield from cue.find("clause", block.content(first, _tail(tree, verb, kid), verb))
        elif dep != "advcl" and (tree.tag[kid] == "VBG" or tree.has_word(kid, "having")):
            yield from cue.find("ing", block.content(first, last, verb))
        elif dep != "advcl":
            if objects and objects[0] < first:
                first = objects[0]
            yield from cue.find("small", block.content(first, last, verb))


def _infinitive(cue: Cue, clause: int, last: int) -> Iterator[Find]:
    block, tree, verb = cue.block, cue.block.tree, cue.verb
    to = next(k for k in tree.kids[clause] if tree.lower[k] == "to")
    told = tree.kid(verb, "dobj", "dative")
    if tree.dep[clause] == "ccomp" and has_subject(tree, clause):
        own = tree.subjects[clause]
        start = verb + 1 if own is None else max(verb + 1, tree.left[own])
        yield from cue.find("to", block.content(start, last, verb))
    elif told is not None and verb < told < to:
        yield from cue.find("object to", block.content(tree.left[told], last, verb))
    elif tree.lemma[verb] == "call" and (on := _called_on(tree, verb, to)) is not None:
        yield from cue.find("call on", block.content(on + 1, last, verb), on)
    else:
        frame = "so as to" if tree.dep[clause] == "advcl" else "to"
        yield from cue.find(frame, block.content(to, last, verb))


def _called_on(tree: Tree, verb: int, to: int) -> int | None:
    """The preposition of "called on Congress to act"."""
    between = (k for k in tree.kids[verb] if verb < k < to)
    return next((k for k in between if tree.lower[k] in ("on", "upon", "for")), None)


def _tail(tree: Tree, verb: int, clause: int) -> int:
    """The end of a clause with what the parser hung on the verb of saying instead."""
    last = tree.right[clause]
    for kid in tree.after(verb):
        if kid <= clause or tree.left[kid] <= last or tree.dep[kid] == "punct":
            continue
        condition = (
            tree.dep[kid] == "advcl"
            and tree.tag[kid] not in ("VBG", "VBN")
            and not has_to(tree, kid)
        )
        beside = tree.dep[kid] in ("prep", "ccomp") and tree.left[kid] == last + 1
        if not condition and not beside:
            break
        last = tree.right[kid]
    return last


def _before(cue: Cue, clause: int) -> list[Span]:
    """Reads "Taxes will fall, the minister said": the clause around or before the attribution."""
    block, tree, verb = cue.block, cue.block.tree, cue.verb
    low = high = verb
    if cue.acting >= 0 and tree.right[cue.acting] - tree.left[cue.acting] < _LONGEST_SOURCE:
        low, high = min(low, tree.left[cue.acting]), max(high, tree.right[cue.acting])
    last = tree.right[clause]
    if low < clause:
        # The attribution itself comes first in the parse: no inversion after all.
        return block.content(clause, last, verb)
    # What stands in front of the clause hangs on the verb only by the parser's whim.
    first = max(min(tree.left[clause], tree.left[verb]), block.sentence(verb)[0])
    spans = block.content(first, min(last, low - 1), verb)
    return spans + (block.content(high + 1, last, verb) if last > high else [])


def _objects(cue: Cue) -> Iterator[Find]:
    block, tree, verb = cue.block, cue.block.tree, cue.verb
    kids = tree.after(verb)
    objects = [k for k in kids if tree.dep[k] == "dobj" and tree.pos[k] in _OBJECTS]
    if not objects:
        for kid in kids:
            if tree.dep[kid] == "oprd":
                yield from cue.find("small", block.content(tree.left[kid], tree.right[kid], verb))
        return
    first, last = max(verb + 1, tree.left[objects[0]]), tree.right[objects[-1]]
    tail = ""
    for kid in kids:
        purpose = tree.dep[kid] == "advcl" and has_to(tree, kid)
        if kid <= objects[-1] or (tree.left[kid] != last + 1 and not purpose):
            continue
        if tree.dep[kid] == "prep" and tree.lower[kid] not in _AROUND:
            tail = tail or tree.lower[kid]
        elif purpose or tree.dep[kid] in ("oprd", "xcomp", "acl"):
            tail = tail or tree.dep[kid]
        else:
            break
        last = tree.right[kid]
    if tree.lemma[verb] in _NAMING and tree.kid(objects[0], "appos") is not None:
        tail = tail or "oprd"  # "called the book a pack of lies"
    frame = f"object {tail}" if tail in ("as", "of", "for", "oprd") else "object"
    yield from cue.find(frame, block.content(first, last, verb))


def _prepositions(cue: Cue) -> Iterator[Find]:
    tree, verb = cue.block.tree, cue.verb
    for kid in tree.after(verb):
        word = tree.lower[kid]
        if tree.dep[kid] != "prep" or (word in _PLACED and tree.lemma[verb] not in _INWARD):
            continue
        frame = "to noun" if word == "to" else word
        yield from cue.find(frame, cue.block.content(kid + 1, tree.right[kid], verb), kid)


def _relative(cue: Cue) -> Iterator[Find]:
    """Reads "which he denied": the content is the pronoun that stands in front."""
    block, tree, verb = cue.block, cue.block.tree, cue.verb
    if tree.dep[verb] != "relcl" or cue.acting in (-1, tree.head[verb]):
        return
    if any(tree.dep[k] in ("dobj", "ccomp", "oprd") for k in tree.after(verb)):
        return
    for kid in tree.kids[verb]:
        if kid < verb and tree.dep[kid] == "dobj" and tree.tag[kid] in ("WDT", "WP", "IN", "DT"):
            yield from cue.find("which", block.content(kid, kid, verb))
            return
