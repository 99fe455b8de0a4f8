"""Attributions by the tagger, with those of the rules where rules are better.

The tagger reads one level, as its corpus does. The rules add what is nested in a content that the
tagger found, the outlet that relays a sentence at its end, and quotations across paragraphs.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace

from spacy.tokens import Doc

from kgraph.extract import calibration, rules
from kgraph.extract.attribution import Attribution, in_text_order, overlap
from kgraph.extract.calibration import Addition
from kgraph.extract.rule_cited import is_cited
from kgraph.extract.tagger import TaggerModel, tag_paragraphs
from kgraph.extract.unclaimed import unclaimed, without_others
from kgraph.model import Article, Spans


def finder(model: TaggerModel) -> Callable[[Doc, Article], list[Attribution]]:
    """What finds the attributions of a parsed article with this tagger."""

    def find(doc: Doc, article: Article) -> list[Attribution]:
        paragraphs = [(p.start, p.end) for p in article.paragraphs if p.kind == "text"]
        tagged = [
            _without_comma(article.text, found)
            for found in tag_paragraphs(article.text, paragraphs, model=model)
        ]
        combined = combine(article, tagged, rules.find_attributions(doc, article))
        found = [without_others(article, a) for a in combined]
        return in_text_order([*found, *unclaimed(article, found)])

    return find


def combine(
    article: Article,
    tagged: list[Attribution],
    ruled: list[Attribution],
    *,
    sure: Callable[[Attribution, Addition], float] = calibration.added,
) -> list[Attribution]:
    """All that was tagged, and what only the rules can have found, in text order.

    Rules add what is nested in a tagged content or holds one (an outlet's relay), and what they are
    sure of where nothing was tagged. Of one cue, the tagger's reading stands, unless the rules
    tell a relay, whom it cites, or a quotation in the next paragraph ("She wrote:"), or see that its source is but
    the end of a longer name ("a poll by the X"). Of what rules add, ``sure`` gives the confidence.
    """
    rules_near = _Near(ruled)
    relays = [
        r for r in ruled if r.cue and any(_within(other, r.content) for other in rules_near(r))
    ]
    better = [r for r in relays if r.content[-1][1] <= r.cue[0][0]]
    better += _citing(article, ruled, rules_near)
    better += [r for r in ruled if _in_next_paragraph(article, r) or _is_laid_out(article, r)]
    better_near = _Near(better)
    found = _Near(())
    second: set[Attribution] = set()
    for t in tagged:
        if any(overlap(t.cue, r.cue) for r in better_near(t)):
            continue
        near = rules_near(t)
        parted = _next_by_same(article.text, t, near)
        if parted is not None:
            t = replace(t, content=parted[0].content)  # noqa: PLW2901  (what stands is the shorter)
            second.add(parted[1])
        found.add(_whole_source(t, near))
    chosen = set(better)
    for candidate in ruled:
        near = found(candidate)
        if any(overlap(candidate.cue, known.cue) for known in near):
            continue
        free = not any(overlap(candidate.content, known.content) for known in near)
        kind: Addition
        if candidate in chosen:
            kind = "preferred"
        elif any(_within(candidate, known.content) for known in near):
            kind = "nested"
        elif free and candidate.cue and (candidate.confidence >= _SURE or candidate in second):
            kind = "gap"
        else:
            continue
        found.add(replace(candidate, confidence=sure(candidate, kind)))
    return in_text_order(found.all)


def _citing(
    article: Article,
    ruled: list[Attribution],
    near: Callable[[Attribution], list[Attribution]],
) -> list[Attribution]:
    """Who is cited by another for what he says ("TASS said, citing X, …"), and each who cites so."""
    found = []
    for r in ruled:
        if not is_cited(article, r):
            continue
        found.append(r)
        others = [
            o for o in near(r)
            if o.cue and o != r and (o.content == r.content or _within(r, o.content))
        ]  # fmt: skip
        found += sorted(others, key=lambda o: sum(e - s for s, e in o.content))[:1]
    return found


class _Near:
    """Attributions by the stretches of text that they touch.

    Comparing each with each would take the square of an article's length.

    Attributes:
        all: The attributions, as they were added.
    """

    def __init__(self, attributions: Iterable[Attribution]) -> None:
        self._by_stretch: defaultdict[int, list[int]] = defaultdict(list)
        self.all: list[Attribution] = []
        for attribution in attributions:
            self.add(attribution)

    def __call__(self, attribution: Attribution) -> list[Attribution]:
        """Those that may share a character with it, as they were added."""
        numbers = {n for at in _touched(attribution) for n in self._by_stretch[at]}
        return [self.all[n] for n in sorted(numbers)]

    def add(self, attribution: Attribution) -> None:
        """One more attribution is known."""
        for at in _touched(attribution):
            self._by_stretch[at].append(len(self.all))
        self.all.append(attribution)


_STRETCH = 512
"""Characters."""


def _touched(attribution: Attribution) -> set[int]:
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    return {at for s, e in spans for at in range(s // _STRETCH, (e - 1) // _STRETCH + 1)}


_SURE = 0.75
"""Likelihood from which a rule's find stands where the tagger saw nothing."""


def _without_comma(text: str, tagged: Attribution) -> Attribution:
    """The attribution without a comma or colon behind its content, outside quotation marks."""
    *rest, (start, end) = tagged.content
    shorter = len(text[start:end].rstrip(" ,;:"))
    if not shorter:
        return tagged
    return replace(tagged, content=(*rest, (start, start + shorter)))


def _in_next_paragraph(article: Article, rule: Attribution) -> bool:
    return bool(rule.cue) and "\n" in article.text[rule.cue[-1][1] : rule.content[0][0]]


def _is_laid_out(article: Article, rule: Attribution) -> bool:
    """Whether layout alone reports: "SMITH: …", "… ― Smith"."""
    cue = article.quote(rule.cue)
    return rule.confidence >= _SURE and bool(cue) and not any(map(str.isalnum, cue))


def _whole_source(tagged: Attribution, ruled: list[Attribution]) -> Attribution:
    for rule in ruled:
        if (
            tagged.source and rule.source and overlap(tagged.cue, rule.cue)
            and rule.source[0][0] < tagged.source[0][0]
            and 0 <= tagged.source[-1][1] - rule.source[-1][1] <= 1
            and tagged.source[0][0] - rule.source[0][0] <= _LONGEST_HEAD
        ):  # fmt: skip
            return replace(tagged, source=rule.source)
        if (
            not tagged.source
            and rule.source
            and rule.confidence >= _SURE
            and overlap(tagged.cue, rule.cue)
        ):
            return replace(tagged, source=rule.source, content=rule.content)
    return tagged


def _next_by_same(
    text: str, tagged: Attribution, ruled: list[Attribution]
) -> tuple[Attribution, Attribution] | None:
    """What the rules read of "admitted A, but denied B" where the tagger took B for part of A."""
    for rule in ruled:
        start, end = rule.content[-1]
        if (
            len(rule.content) > 1 or len(tagged.content) > 1 or not overlap(tagged.cue, rule.cue)
            or start != tagged.content[0][0] or end >= tagged.content[0][1]
        ):  # fmt: skip
            continue
        for other in ruled:
            if (
                other.source and other.source == rule.source
                and other.cue and end <= other.cue[0][0]
                and other.content[-1][1] <= tagged.content[0][1]
                and text[end : other.cue[0][0]].strip(" ,") in _COORDINATING
            ):  # fmt: skip
                return rule, other
    return None


_COORDINATING = frozenset({"and", "but", "and then", "and also", "but also", "yet"})

_LONGEST_HEAD = 40
"""Characters by which the rules may lengthen a source to its left."""


def _within(inner: Attribution, content: Spans) -> bool:
    """Whether the content holds all of an attribution: what it says, and the words that report it."""
    return bool(inner.cue) and inner.content != content and all(
        any(start <= s and e <= end for start, end in content)
        for s, e in (*inner.content, *inner.cue)
    )  # fmt: skip
