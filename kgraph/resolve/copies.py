"""Which articles carry one wire text: by passages word for word, and where a desk edited each.

Both are looked for by MinHash, and then weighed: a copy also shares the names and numbers of what it
copies (a template doesn't), its opening (a follow-up doesn't), and more than the words that both
quote.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

from kgraph import ids
from kgraph.model import Article, CopyGroup
from kgraph.resolve import sketches
from kgraph.resolve.dates import days_between, sortable
from kgraph.resolve.minhash import minhash
from kgraph.resolve.text import fold_name, passages, words

LOOK_BACK = 8
"""Earlier articles looked at for each key: ten thousand copies make a chain, not all pairs."""

SHARED_LEAST = 3
"""Passages that two articles must share; two where one credits the other's outlet."""

CONTAINED_LEAST = 0.5
"""Part of the shorter article's words that must stand in shared passages; less with a credit."""

CREDITED_LEAST = 0.3
"""The same where one article credits the other's outlet."""

CONTAINED_WHOLLY = 0.8
"""The same where neither opening is in the other article, or where both share but a quotation."""

EDITED_LEAST = 0.45
"""Part of the pairs of words of the shorter article that the other must have, passages aside.

Measured on ``tests/data/copies.jsonl``: edited copies have from 0.45, other agencies' reports of
the same event up to 0.16, the next report with the same background up to 0.4.
"""

OPENING_LEAST = 0.3
"""Part of the pairs of words of one opening that the other article must have."""

FACTS_LEAST = 0.6
"""Part of the names and numbers of the article with fewer of them that the other must have."""

SELF_LEAST = 0.8
"""The same between two articles of one outlet."""

SELF_SHARED = 20
"""Passages that two articles of one outlet share at least, where one is not wholly in the other.

An outlet's notices look alike by house style, and they are short.
"""

EDITED_DAYS = 3
"""Days between a text and an edited copy: a desk works on today's wire text, not on last week's."""

_PASSAGES = 256
_PAIRS_LEAST = 60
_REASONS = 8
_VERSION_LEAST = 0.3
# Fewer would miss a short text in one twenty times as long.
_PASSAGE_PLACES = 32
_PAIR_PLACES = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """An article as a member of a copy group.

    Attributes:
        iri: IRI of the article.
        work: What all its versions have in common.
        outlet: Folded name of the outlet, or "".
        credits: Folded names of the agencies that it credits, sorted.
        published: As ``dates.sortable`` has it.
    """

    iri: str
    work: str
    outlet: str
    credits: tuple[str, ...]
    published: str

    @property
    def rank(self) -> str:
        """Time of publication, then IRI."""
        return f"{self.published}\x1f{ids.name_of(self.iri)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Paper):
    """An article as what copies are known by.

    Attributes:
        name: What a reason calls it: its outlet, or its key.
        passages: Hash and number of words of its passages, ascending; the number is negative where
            they are quoted.
        pairs: Sample of its pairs of words, as in ``sketches``.
        opening: Those of its opening.
        facts: Sample of its names and numbers.
        passages_meet: MinHash of its passages.
        pairs_meet: That of its pairs of words.
    """

    name: str
    passages: tuple[tuple[int, int], ...]
    pairs: tuple[int, ...]
    opening: tuple[int, ...]
    facts: tuple[int, ...]
    passages_meet: tuple[int, ...]
    pairs_meet: tuple[int, ...]

    def owes(self, other: "Text") -> bool:
        """Whether it credits the other's outlet."""
        return bool(other.outlet) and other.outlet in self.credits


def paper_of(article: Article) -> Paper:
    """The article as a member of a copy group."""
    return Paper(
        iri=article.iri,
        work=work_of(article),
        outlet=fold_name(article.outlet),
        credits=tuple(sorted({fold_name(name) for name in article.credits} - {""})),
        published=sortable(article.published),
    )


def text_of(article: Article) -> Text:
    """The article as what copies are known by."""
    paper = paper_of(article)
    blocks = [article.text[p.start : p.end] for p in article.paragraphs if p.kind == "text"]
    body = "\n\n".join(blocks) or article.text
    own = sketches.own_voice(body)
    spoken = set(passages(own))
    found = {
        sketches.hashed(passage): (passage.count(" ") + 1) * (1 if passage in spoken else -1)
        for passage in passages(body)
    }
    pairs = sketches.pairs(own)
    return Text(
        **{field.name: getattr(paper, field.name) for field in fields(Paper)},
        name=article.outlet or article.key,
        passages=tuple(sorted(found.items())[:_PASSAGES]),
        pairs=sketches.lowest(pairs, sketches.PAIRS),
        opening=sketches.opening(own),
        facts=sketches.facts(own),
        passages_meet=minhash(found, _PASSAGE_PLACES),
        pairs_meet=minhash(pairs, _PAIR_PLACES),
    )


def passage_keys(text: Text) -> Iterator[str]:
    """The blocks in which it meets what it may share passages with."""
    return (f"passage {place} {value}" for place, value in enumerate(text.passages_meet))


def pair_keys(text: Text) -> Iterator[str]:
    """The blocks in which it meets what it may be an edited copy of."""
    return (f"pair {place} {value}" for place, value in enumerate(text.pairs_meet))


def copied(text: Text, before: Iterable[Text]) -> tuple[tuple[str, str], ...]:
    """The earlier texts that it has so much in common with that one copies the other, with reasons.

    All of them, so that copies of the halves of a wire text meet through it even where it came
    last.
    """
    found = ((other.iri, _reason(text, other)) for other in before)
    return tuple(sorted((iri, reason) for iri, reason in found if reason))


def group_of(members: Sequence[Paper], reasons: Iterable[str]) -> CopyGroup | None:
    """The group of articles that are joined by these reasons; None where all are of one work.

    The original is the earliest from an outlet that a member credits, or else the earliest.

    Args:
        reasons: Why two are joined, for each such pair.
    """
    if len({paper.work for paper in members}) < 2:
        return None
    agencies = {name for paper in members for name in paper.credits}
    original = min(members, key=lambda paper: (paper.outlet not in agencies, paper.rank))
    counts = Counter(reasons)
    return CopyGroup(
        id=ids.digest("copies", ids.name_of(original.iri)),
        original=original.iri,
        reasons=tuple(sorted(counts, key=lambda reason: (-counts[reason], reason))[:_REASONS]),
    )


def same_text(one: str, other: str) -> bool:
    """Whether two texts have so much in common that one can be a new version of the other.

    Measured as the part of the shorter one's three-word runs that stand in the longer one.
    """
    runs = [_runs(text) for text in (one, other)]
    fewer = min(len(part) for part in runs)
    if not fewer:
        return words(one) == words(other)
    return len(runs[0] & runs[1]) / fewer >= _VERSION_LEAST


def work_of(article: Article) -> str:
    """What all versions of one article have in common."""
    return ids.digest("work", article.key, fold_name(article.outlet))


def _reason(text: Text, other: Text) -> str:
    """Why one of the two must be a copy of the other, or ""."""
    debtor, owner = (other, text) if other.owes(text) and not text.owes(other) else (text, other)
    own = bool(text.outlet) and text.outlet == other.outlet
    same, fewer = sketches.shared(text.facts, other.facts, sketches.FACTS)
    if fewer - same > 1 and same < (SELF_LEAST if own else FACTS_LEAST) * fewer:
        return ""
    found = _word_for_word(debtor, owner, own) or ("" if own else _edited(debtor, owner))
    if not found:
        return ""
    reason = f"{debtor.name} and {owner.name} share {found}"
    return f"{reason}; {debtor.name} credits {owner.name}" if debtor.owes(owner) else reason


def _word_for_word(text: Text, other: Text, own: bool) -> str:
    """What they share in passages, where that is enough."""
    mine, others = _comparable(text, other)
    common = mine.keys() & others.keys()
    needed, least = (2, CREDITED_LEAST) if text.owes(other) else (SHARED_LEAST, CONTAINED_LEAST)
    if len(common) < needed:
        return ""
    smaller, held = min(
        ((text, mine), (other, others)), key=lambda one: (_words(one[1].values()), one[0].iri)
    )
    part = _words(held[passage] for passage in common) / _words(held.values())
    if part < CONTAINED_WHOLLY:
        spoken = {passage: length for passage, length in held.items() if length > 0}
        told = _words(spoken.get(passage, 0) for passage in common)
        told_part = told / max(1, _words(spoken.values()))
        if min(part, told_part) < least or not _same_opening(text, other):
            return ""
        if own and len(common) < SELF_SHARED:
            return ""
    return f"{len(common)} passages word for word, {part:.0%} of {smaller.name}"


def _edited(text: Text, other: Text) -> str:
    """What they share in pairs of words, where that is enough."""
    same, fewer = sketches.shared(text.pairs, other.pairs, sketches.PAIRS)
    days = days_between(text.published, other.published)
    if (
        fewer < _PAIRS_LEAST
        or same < EDITED_LEAST * fewer
        or (days is not None and abs(days) > EDITED_DAYS)
        or not _same_opening(text, other)
    ):
        return ""
    smaller = min(text, other, key=lambda one: (len(one.pairs), one.iri))
    return f"{same / fewer:.0%} of the pairs of words of {smaller.name}"


def _same_opening(text: Text, other: Text) -> bool:
    """Whether the opening of one is in the other."""
    return any(
        same >= OPENING_LEAST * max(1, fewer)
        for same, fewer in (
            sketches.within(text.opening, other.pairs, sketches.PAIRS),
            sketches.within(other.opening, text.pairs, sketches.PAIRS),
            sketches.within(text.opening, other.opening, sketches.PAIRS),
        )
    )


def _comparable(text: Text, other: Text) -> tuple[dict[int, int], dict[int, int]]:
    """The passages of both, up to where both are complete."""
    ends = [one.passages[-1][0] for one in (text, other) if len(one.passages) >= _PASSAGES]
    mine, others = (
        {passage: length for passage, length in one.passages if not ends or passage <= min(ends)}
        for one in (text, other)
    )
    return mine, others


def _words(lengths: Iterable[int]) -> int:
    return sum(map(abs, lengths))


def _runs(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {found[i : i + 3] for i in range(len(found) - 2)}
