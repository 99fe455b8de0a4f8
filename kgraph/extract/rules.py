"""Attributions by rules over the dependency parse and the quotation marks.

Every cue of a paragraph is tried in every frame (``rule_candidates``), weighed by the lexicon
(``cues``), and readings that exclude one another are settled here; quotations go to the verbs that
stand beside them (``rule_speech``). Labels are those of the ClearNLP scheme that spaCy's English
models use.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from kgraph.extract.attribution import Attribution, in_text_order
from kgraph.extract.rule_cited import cited
from kgraph.extract.rule_layout import Running, labelled
from kgraph.extract.rule_nested import apart, unowned
from kgraph.extract.rule_relays import relayed
from kgraph.extract.rule_settling import Weighed, settled
from kgraph.extract.rule_sources import Range
from kgraph.extract.rule_speech import Speech, speeches
from kgraph.extract.rule_transcripts import turns
from kgraph.extract.rule_tree import Block, Tree, merged
from kgraph.extract.unclaimed import unclaimed, without_others
from kgraph.model import Article, Span, Spans

_LEAST_NESTED = 0.4
_QUOTED = 0.85
_STRONG = 0.5
"""Confidence from which an attribution may go on in a quotation behind it."""

_GAP = 12
"""Words between what was said and the quotation that goes on from it."""


def find_attributions(doc: Doc, article: Article) -> list[Attribution]:
    """The attributions of the article's paragraphs of text, nested ones included, in text order."""
    tree = Tree(doc)
    running = Running()
    transcript = turns(article)
    spoken = merged([span for turn in transcript for span in turn.content])
    for paragraph in article.paragraphs:
        if paragraph.kind == "text":
            block = Block(tree, article.text, paragraph)
            if _covers(spoken, (block.start, block.end)):
                running.found += _read(block)
            else:
                running.take(block, labelled(block) or _read(block))
    found = (_trimmed(article.text, a) for a in [*running.found, *transcript])
    worded = [
        without_others(article, a) for a in found if any(map(str.isalnum, article.quote(a.content)))
    ]
    return in_text_order([*worded, *unclaimed(article, worded)])


def _read(block: Block) -> list[Attribution]:
    finds = _before_phrases(block, settled(block))
    spoken, free = speeches(block)
    made = [_spoken(block, speech, finds.get(speech.verb)) for speech in spoken]
    verbs = {speech.verb for speech in spoken}
    taken = {number for speech in spoken for number in speech.quotes}
    for anchor, (likelihood, find) in finds.items():
        if anchor in verbs:
            continue
        misread = find.frame in ("clause", "before", "small", "object")
        if misread and block.spoken_at(anchor) is None and _mostly(block, find.content, taken):
            continue
        made.append(_attribution(block, find.source, find.cue, find.content, likelihood))
    _go_on(block, made, free)
    kept = apart(block, _likely(block, made))
    return cited(block, relayed(block, [*kept, *unowned(block, kept)]))


def _before_phrases(block: Block, finds: dict[int, Weighed]) -> dict[int, Weighed]:
    """Ends contents before "…, according to X", which is no part of what another said."""
    tree = block.tree
    ends = sorted(
        (tree.start[find.cue[0]], tree.end[max(find.cue[-1], find.source[1] if find.source else 0)])
        for _, find in finds.values()
        if find.frame == "phrase" and find.content[-1][1] <= tree.start[find.cue[0]]
    )
    if not ends:
        return finds
    kept = {}
    for anchor, (likelihood, find) in finds.items():
        *rest, (start, end) = find.content
        at = bisect_left(ends, (start, 0))
        if at < len(ends) and tree.start[anchor] < ends[at][0] < end <= ends[at][1] + 1:
            end = start + len(block.text[start : ends[at][0]].rstrip(" ,;—–"))
        content = (*rest, (start, end)) if end > start else tuple(rest)
        if content:
            kept[anchor] = likelihood, replace(find, content=content)
    return kept


def _spoken(block: Block, speech: Speech, other: Weighed | None) -> Attribution:
    """A speech, with the words outside the quotation marks that belong to it."""
    content = [block.quotes[number] for number in speech.quotes]
    source = speech.source
    if other is not None:
        source = source or other[1].source
        if other[1].frame in ("clause", "before", "inserted"):
            cue = block.tree.start[speech.verb]
            content += [s for s in other[1].content if _is_beside(block, s, content, cue)]
    return _attribution(block, source, speech.cue, merged(content), _QUOTED)


def _is_beside(block: Block, span: Span, quotes: Sequence[Span], cue: int) -> bool:
    """Whether words outside the quotation marks belong to the same content as the quotations."""
    if span[1] <= cue or any(span[0] < e and s < span[1] for s, e in quotes):
        return True
    start, end = quotes[0]
    between = block.text[min(span[1], end) : max(span[0], start)]
    return not any(c in ".!?" for c in between)


def _mostly(block: Block, content: Spans, taken: set[int]) -> bool:
    """Whether the content is little else than quotations that have a verb of their own."""
    total = inside = 0
    for start, end in content:
        total += end - start
        for number in block.quotes_in((start, end)):
            if number in taken:
                low, high = block.quotes[number]
                inside += min(end, high) - max(start, low)
    return bool(inside) and inside >= 0.8 * total


def _attribution(
    block: Block, source: Range | None, cue: Iterable[int], content: Spans, likelihood: float
) -> Attribution:
    tree = block.tree
    who = ((tree.start[source[0]], tree.end[source[1]]),) if source is not None else ()
    return Attribution(
        source=who, cue=tree.spans(cue), content=content, confidence=round(likelihood, 2)
    )


def _go_on(block: Block, made: list[Attribution], free: Sequence[int]) -> None:
    """Lengthens what was said by the quotations without a verb in the sentence behind it."""
    if not free:
        return
    covered = merged([span for a in made for span in a.content])
    ends = sorted(
        (max(a.content[-1][1], a.cue[-1][1]), n)
        for n, a in enumerate(made)
        if a.cue and a.confidence >= _STRONG
    )
    at = 0
    for number in free:
        quote = block.quotes[number]
        while at < len(ends) and ends[at][0] <= quote[0]:
            at += 1
        if not at or len(block.text[ends[at - 1][0] : quote[0]].split()) > _GAP:
            continue
        if not _covers(covered, quote):
            n = ends[at - 1][1]
            made[n] = replace(made[n], content=merged([*made[n].content, quote]))


def _covers(spans: Spans, span: Span) -> bool:
    """Whether one of the ascending, disjoint spans shares a character with this one."""
    at = bisect_left(spans, (span[1], 0)) - 1
    return at >= 0 and span[0] < spans[at][1]


def _likely(block: Block, made: list[Attribution]) -> list[Attribution]:
    """Without nested ones that are unlikely, and what stands in a quotation nobody speaks."""
    covered = merged([span for a in made for span in a.content])
    kept = []
    for a in made:
        place = a.cue[0][0]
        nested = _covers(covered, (place, place + 1))
        if nested and a.confidence < _LEAST_NESTED:
            continue
        number = block.quote_at(place)
        if number is None or not block.spoken[number] or nested:
            kept.append(a)
    return kept


def _trimmed(text: str, a: Attribution) -> Attribution:
    """The attribution with no space at the edge of any span, and content apart from cue and source."""
    content = _apart(merged(a.content), (*a.cue, *a.source))
    return replace(
        a,
        source=_without_space(text, a.source),
        cue=_without_space(text, a.cue),
        content=_without_space(text, content),
    )


def _apart(spans: Spans, taken: Spans) -> Spans:
    """What is left of the spans without the others; a parse gone wrong may put them inside."""
    for low, high in taken:
        spans = tuple(
            piece
            for start, end in spans
            for piece in ((start, min(end, low)), (max(start, high), end))
            if piece[0] < piece[1]
        )
    return spans


def _without_space(text: str, spans: Spans) -> Spans:
    found = []
    for start, end in spans:
        run = text[start:end].strip()
        low = start + len(text[start:end]) - len(text[start:end].lstrip())
        if run:
            found.append((low, low + len(run)))
    return tuple(found)
