"""Which articles carry one wire text, by passages that they share word for word."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kgraph import ids
from kgraph.model import Article, CopyGroup, Extraction
from kgraph.resolve.dates import sortable
from kgraph.resolve.text import fold_name, passages, words

SHARED_LEAST = 3
"""Passages that two articles must share; two where one credits the other's outlet."""

CONTAINED_LEAST = 0.5
"""Part of the shorter article's words that must stand in shared passages; less with a credit."""

CREDITED_LEAST = 0.3
"""The same where one article credits the other's outlet."""

# Articles looked at for each passage. The first of ten thousand copies stand for all of them,
# so that the work stays linear; a line that all articles end with finds nothing new.
_HOLDERS = 8
_VERSION_LEAST = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """An article as its passages, with the names that credits are matched by."""

    article: Article
    passages: frozenset[str]
    length: int
    outlet: str
    credits: frozenset[str]
    work: str

    @property
    def name(self) -> str:
        return self.article.outlet or self.article.key

    def owes(self, other: "_Text") -> bool:
        return bool(other.outlet) and other.outlet in self.credits


def find_copies(extractions: Iterable[Extraction]) -> tuple[CopyGroup, ...]:
    """The groups of two or more articles that carry one text; sorted by id.

    Versions of one article don't make a group by themselves.
    """
    texts = [_text(extraction.article) for extraction in extractions]
    agencies = frozenset(name for text in texts for name in text.credits)
    # A wire text comes first, so that copies of its halves find each other through it.
    texts.sort(key=lambda text: _precedence(text, agencies))
    group_of: dict[str, int] = {}
    groups: list[list[tuple[_Text, str]]] = []
    holders: defaultdict[str, list[_Text]] = defaultdict(list)
    for text in texts:
        found = _copied(text, holders)
        if found is None:
            group_of[text.article.id] = len(groups)
            groups.append([(text, "")])
        else:
            other, reason = found
            group_of[text.article.id] = group_of[other.article.id]
            groups[group_of[text.article.id]].append((text, reason))
        for passage in text.passages:
            if len(holders[passage]) < _HOLDERS:
                holders[passage].append(text)
    made = [_group(members) for members in groups if len({text.work for text, _ in members}) > 1]
    return tuple(sorted(made, key=lambda group: group.id))


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


def _text(article: Article) -> _Text:
    found = frozenset(passages(article.text))
    return _Text(
        article=article,
        passages=found,
        length=sum(_length(passage) for passage in found),
        outlet=fold_name(article.outlet),
        credits=frozenset(fold_name(name) for name in article.credits) - {""},
        work=work_of(article),
    )


def _precedence(text: _Text, agencies: frozenset[str]) -> tuple[bool, str, str]:
    return text.outlet not in agencies, sortable(text.article.published), text.article.id


def _copied(text: _Text, holders: dict[str, list[_Text]]) -> tuple[_Text, str] | None:
    """The earlier article that shares most with this one, and the reason, or None."""
    shared: defaultdict[str, list[str]] = defaultdict(list)
    by_id = {}
    for passage in text.passages:
        for other in holders.get(passage, ()):
            shared[other.article.id].append(passage)
            by_id[other.article.id] = other
    best = None
    for other_id, found in shared.items():
        other = by_id[other_id]
        smaller = min(text, other, key=lambda one: (one.length, one.article.id))
        part = sum(_length(passage) for passage in found) / smaller.length
        credited = text.owes(other) or other.owes(text)
        needed, least = (2, CREDITED_LEAST) if credited else (SHARED_LEAST, CONTAINED_LEAST)
        if len(found) < needed or part < least:
            continue
        reason = f"{text.name} and {other.name} share {len(found)} passages word for word, "
        reason += f"{part:.0%} of {smaller.name}"
        if credited:
            debtor, owner = (text, other) if text.owes(other) else (other, text)
            reason += f"; {debtor.name} credits {owner.name}"
        rank = (part, len(found), other_id)
        if best is None or rank > best[0]:
            best = rank, other, reason
    return None if best is None else best[1:]


def _group(members: list[tuple[_Text, str]]) -> CopyGroup:
    credited = frozenset(name for text, _ in members for name in text.credits)
    original = min(
        (text for text, _ in members), key=lambda text: _precedence(text, credited)
    ).article
    counts = Counter(reason for _, reason in members if reason)
    reasons = sorted(counts, key=lambda reason: (-counts[reason], reason))
    return CopyGroup(
        id=ids.digest("copies", original.id),
        original=original.iri,
        articles=tuple(sorted(text.article.iri for text, _ in members)),
        reasons=tuple(reasons[:_HOLDERS]),
    )


def _length(passage: str) -> int:
    return passage.count(" ") + 1


def _runs(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {found[i : i + 3] for i in range(len(found) - 2)}
