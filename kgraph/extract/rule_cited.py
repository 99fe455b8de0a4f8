"""Who is cited by somebody who reports: "TASS said, citing officials, …", "quoted him as saying"."""

from collections.abc import Iterable
from dataclasses import replace

from kgraph.extract import cues, lexicon
from kgraph.extract.attribution import Attribution, overlap
from kgraph.extract.rule_finds import acting, cue_words
from kgraph.extract.rule_sources import Range, phrase
from kgraph.extract.rule_tree import Block
from kgraph.model import Article, Span, Spans

_CITE = frozenset({"citing", "quoting"})
_QUOTE = frozenset({"quote", "cite"})
_SOURCES = (
    lexicon.HUMANS | lexicon.OFFICES | lexicon.BODIES | lexicon.DOCUMENTS | lexicon.OUTLETS
    | lexicon.CROWD | lexicon.INSIDERS | lexicon.GENERIC
)  # fmt: skip
"""Nouns of what can be cited as having said something; a reason ("citing high costs") cannot."""

_SURE = 0.7
_REACH = 3


def cited(block: Block, found: list[Attribution]) -> list[Attribution]:
    """The attributions, and beside each that cites another, what this other said."""
    tree = block.tree
    for token in block.tokens:
        if tree.lower[token] in _CITE:
            found = _with_cited(block, found, token)
        elif tree.lemma[token] in _QUOTE and tree.pos[token] == "VERB":
            found = _quoted_as(block, found, token)
    return found


def is_cited(article: Article, a: Attribution) -> bool:
    """Whether the attribution tells what somebody said whom another cites for it."""
    cue = article.quote(a.cue).casefold()
    return cue in _CITE or cue.endswith(" saying")


def _with_cited(block: Block, found: list[Attribution], token: int) -> list[Attribution]:
    """Reads "Reuters reported, citing two officials, that …": both say it."""
    tree = block.tree
    source = _noun_behind(block, token)
    first, stop = block.sentence(token)
    start, end = tree.start[first], tree.end[stop - 1]
    own = tree.start[token], tree.end[token]
    near = [a for a in found if a.cue and start <= a.cue[0][0] < end and not overlap(a.cue, (own,))]
    before = [a for a in near if a.source and a.cue[-1][1] <= own[0]]
    behind = [a for a in near if a.source and a.cue[0][0] >= own[1]]
    if source is None:
        return found
    if not before and (made := _carrier(block, token, source[1])) is not None:
        near = before = [made]
        found = [*found, made]
    if not (before or behind):
        return found
    carrier = (
        max(before, key=lambda a: a.cue[-1][1]) if before else min(behind, key=lambda a: a.cue[0])
    )
    who = tree.start[source[0]], tree.end[source[1]]
    said = _without(block.text, carrier.content, (own[0], who[1]))
    if not said:
        return found
    kept = [
        replace(a, content=_without(block.text, a.content, (own[0], who[1])) or a.content)
        if a in near
        else a
        for a in found
        if not overlap(a.cue, (own,))
    ]
    return [*kept, Attribution(source=(who,), cue=(own,), content=said, confidence=_SURE)]


def _carrier(block: Block, token: int, last: int) -> Attribution | None:
    """Reads "TASS said, quoting X, that …", where the parser gave the clause to "quoting"."""
    tree = block.tree
    verb = tree.head[token]
    clause = tree.kid(token, "ccomp")
    source, how, _ = acting(block, verb)
    if clause is None or tree.lemma[verb] not in cues.SAY or source is None or how != "own":
        return None
    content = block.content(max(last + 1, tree.left[clause]), tree.right[clause], verb)
    if not content or verb > token:
        return None
    return Attribution(
        source=(_span(block, source),), cue=tree.spans(cue_words(tree, verb)),
        content=tuple(content), confidence=_SURE,
    )  # fmt: skip


def _noun_behind(block: Block, token: int) -> Range | None:
    """The noun phrase that begins behind the token and means somebody or something that speaks."""
    tree = block.tree
    noun = tree.objects[token]
    if noun is None or noun < token:
        return None
    who = phrase(block, noun, besides=token)
    if who is None or who[0] != token + 1:
        return None
    names = tree.pos[noun] == "PROPN" or tree.lemma[noun] in _SOURCES or tree.tag[noun] == "NNPS"
    return who if names else None


def _without(text: str, spans: Spans, cut: Span) -> Spans:
    """What is left of the spans without a stretch and the commas around it."""
    kept = []
    for start, end in spans:
        for low, high in ((start, min(end, cut[0])), (max(start, cut[1]), end)):
            if low >= high:
                continue
            piece = text[low:high]
            at = low + len(piece) - len(piece.lstrip(" ,;"))
            stop = low + len(piece.rstrip(" ,;")) if high == cut[0] else high
            if any(map(str.isalnum, text[at:stop])):
                kept.append((at, stop))
    return tuple(kept)


def _quoted_as(block: Block, found: list[Attribution], verb: int) -> list[Attribution]:
    """Reads "The agency quoted her as saying …" and "She was quoted by the agency as saying …"."""
    tree = block.tree
    saying = _saying(block, verb)
    if saying is None:
        return found
    passive = tree.kid(verb, "auxpass") is not None
    inner_cue: tuple[int, ...] = (saying - 1, saying)
    if passive:
        by = next((k for k in range(verb + 1, saying + 2) if tree.lower[k] == "by"), None)
        agent = _behind_by(block, by) if by is not None else None
        told, _, _ = acting(block, verb)
        if by is None or agent is None or told is None:
            return found
        inner_cue = (*cue_words(tree, verb), *inner_cue)
        outer_cue, source = tree.spans([by]), agent
        first = max(saying, agent[1]) + 1
    else:
        noun = tree.objects[verb]
        told = phrase(block, noun, besides=verb) if noun is not None else None
        carrier, _, _ = acting(block, verb)
        if told is None or carrier is None or not verb < told[0] <= told[1] < saying:
            return found
        outer_cue, source, first = tree.spans(cue_words(tree, verb)), carrier, saying + 1
    taken = tree.start[verb], tree.end[saying]
    mine = [a for a in found if overlap(a.cue, (taken,))]
    content = _said(block, mine, verb, saying, first)
    if not content:
        return found
    who, outlet = _span(block, told), _span(block, source)
    cue = tree.spans(inner_cue)
    inner = Attribution(source=(who,), cue=cue, content=content, confidence=_SURE)
    held = _bridged(block.text, (who, *cue, *content))
    outer = Attribution(source=(outlet,), cue=outer_cue, content=held, confidence=_SURE)
    return [*(a for a in found if a not in mine), outer, inner]


def _saying(block: Block, verb: int) -> int | None:
    """The "saying" of "quoted … as saying", behind the verb's object or agent."""
    tree = block.tree
    _, stop = block.sentence(verb)
    behind = {verb, *(tree.right[k] for k in tree.after(verb)[:_REACH]), *_nouns(block, verb)}
    for at in sorted(behind):
        if at + 2 < stop and tree.lower[at + 1] == "as" and tree.tag[at + 2] == "VBG":
            return at + 2 if tree.lemma[at + 2] in cues.SAY else None
    return None


def _nouns(block: Block, verb: int) -> Iterable[int]:
    """Last tokens of the noun phrases that hang on the verb or on its "by"."""
    tree = block.tree
    for kid in tree.after(verb)[:_REACH]:
        noun = tree.kid(kid, "pobj") if tree.dep[kid] in ("agent", "prep") else kid
        who = phrase(block, noun, besides=verb) if noun is not None else None
        if who is not None:
            yield who[1]


def _behind_by(block: Block, by: int) -> Range | None:
    tree = block.tree
    noun = tree.kid(by, "pobj")
    who = phrase(block, noun) if noun is not None else None
    return who if who is not None and who[0] == by + 1 else None


def _said(block: Block, mine: list[Attribution], verb: int, saying: int, first: int) -> Spans:
    """What was said: the words behind "saying", or else those that the rules found in front."""
    tree = block.tree
    last = max(tree.right[saying], tree.right[verb])
    clause = tree.kid(saying, "ccomp")
    that = tree.kid(clause, "mark") if clause is not None else None
    if that is not None and that > first and tree.lower[that] == "that":
        first = that  # "as saying on Tuesday that"
    behind = block.content(first, last, saying) if first <= last else []
    if behind:
        return tuple(behind)
    edge = tree.start[verb]
    for a in mine:
        ahead = tuple((s, e) for s, e in a.content if e <= edge)
        if ahead:
            return ahead
    return ()


def _span(block: Block, tokens: Range) -> Span:
    return block.tree.start[tokens[0]], block.tree.end[tokens[1]]


def _bridged(text: str, spans: Spans) -> Spans:
    """The spans in order, those with only space or a comma between as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and not text[found[-1][1] : start].strip(" ,"):
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)
