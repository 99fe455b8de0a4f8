"""Which words of which articles tell of one event.

Two occurrences are one where they have one root, stand in one article or in articles about one
story, and who does it, to whom, where and when go together. Every reason counts with its weight;
what speaks against (another doer, another day) counts as well.

Within an article occurrences are grouped. A group is tied to the likeliest group of the articles
before it that are about its story, where their occurrences are alike in the mean: one chance pair
ties nothing. An article that comes later changes none of this.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from kgraph import ids
from kgraph.model import Entity, Extraction, Span
from kgraph.resolve.names import person_name, sounded
from kgraph.resolve.stories import stem
from kgraph.resolve.text import FUNCTION_WORDS, fold_name, placed_words, plain
from kgraph.resolve.weighing import Occurrence, weigh

_LEAST_WITHIN = 0.7
"""Weight from which two occurrences of one article are one event."""

_LEAST_ACROSS = 0.6
"""Mean weight from which groups of two articles are one event."""

_TIED = 0.25
"""Part of all pairs between two groups of an article that must weigh enough for them to be one."""

_MANY = 10
"""Occurrences of one root in one article that are looked at."""

_MOST = 150
"""Occurrences of one article that are looked at."""

_SAMPLE = 3
"""Occurrences by which a group is held against those of other articles: its first."""

_NEAR = 5
"""Telling words to either side that tell which event is meant."""

_READ = 500
"""Articles that are kept laid out for comparing: the latest of a story are asked for again."""

_POINTING = frozenset({
    "he", "she", "it", "they", "who", "which", "that", "this", "these", "those", "i", "we", "you",
    "him", "her", "them", "us", "me", "what", "one",
})  # fmt: skip

Tie = tuple[str, str, str]
"""Two groups of occurrences that are one event by their heads, the later one first, and why."""


_Places = tuple[int, ...]
_Pointers = tuple[int, int, int, int, _Places, _Places, _Places, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What an article tells of, in comparable form.

    Attributes:
        iri: The article.
        words: The telling words of the article in order, with "" between paragraphs; after them
            what else the occurrences point to: roots, names and times.
        occurrences: Of each start, end, and places in ``words``: of the word itself, of its root,
            of its agents, objects and places, and of its time.
        groups: For each occurrence the first one of the article that tells of the same event: the
            head of their group.
        reasons: Head of a group, and why two of the group are one event.
        events: Head of a group, and IRI of the article-scoped event that it tells of.
    """

    iri: str
    words: tuple[str, ...]
    occurrences: tuple[_Pointers, ...]
    groups: tuple[int, ...]
    reasons: tuple[tuple[int, str], ...] = ()
    events: tuple[tuple[int, str], ...] = ()

    def __hash__(self) -> int:
        """By article: as a key of what is remembered it is looked up again and again."""
        return hash(self.iri)


Group = tuple[str, str, tuple[tuple[int, int, str], ...], tuple[str, ...], tuple[str, ...]]
"""The occurrences of one article that tell of one event: the name of the first of them, their head;
the head of the first group of all that tell of the event, by which it is called; start, end and word
of each; why they are one event, and one with an earlier group; and IRIs of the article-scoped events
that they tell of."""


def told_of(extraction: Extraction) -> Told:
    """The occurrences of an article with what they are held against.

    Who takes part is told by name, as the article resolves it, not by actor: who is who across
    articles changes with every other article, and adds nothing (docs/decisions/0008).
    """
    text = extraction.article.text
    times: Counter[str] = Counter()
    few = []
    for one in extraction.occurrences:
        times[one.root] += 1
        few += [one] if times[one.root] <= _MANY else []
    kept = few[:_MOST]
    sequence, at = _sequence(text, {one.end for one in kept})
    places: dict[str, int] = {}
    for place, word in enumerate(sequence):
        places.setdefault(word, place)

    def place_of(word: str) -> int:
        if word not in places:
            places[word] = len(sequence)
            sequence.append(word)
        return places[word]

    ending = {
        mention.end: f"@{name}"
        for entity in extraction.entities
        if (name := _called(entity))
        for mention in entity.mentions
    }

    def heads(spans: Sequence[Span]) -> tuple[int, ...]:
        found = set()
        for start, end in spans:
            if end in ending:
                found.add(place_of(ending[end]))
            word = plain(text[start:end])
            if word not in _POINTING:
                found.add(place_of(stem(word)))
        return tuple(sorted(found))

    made: list[_Pointers] = []
    for one in kept:
        itself = at[one.end] if one.end in at else place_of(plain(text[one.start : one.end]))
        made.append(
            (
                one.start, one.end, itself, place_of(one.root), heads(one.agents),
                heads(one.objects), heads(one.places), place_of(one.when),
            )
        )  # fmt: skip
    alone = Told(
        iri=extraction.article.iri,
        words=tuple(sequence),
        occurrences=tuple(made),
        groups=tuple(range(len(made))),
    )
    first = list(alone.groups)
    joined: list[tuple[int, str]] = []
    for groups in _read(alone).values():
        for earlier, later, why in _joins([each for group in groups for each in group]):
            low, high = sorted((first[earlier.place], first[later.place]))
            first = [low if place == high else place for place in first]
            joined.append((later.place, ", ".join(why)))
    return replace(
        alone,
        groups=tuple(first),
        reasons=tuple(sorted((first[place], why) for place, why in joined)),
        events=tuple(sorted((first[place], iri) for place, iri in _events(extraction, made))),
    )


def _events(extraction: Extraction, occurrences: Sequence[_Pointers]) -> Iterator[tuple[int, str]]:
    """Of each event of the article the first occurrence that says of what it is, and its IRI."""
    at = {one[1]: place for place, one in enumerate(occurrences)}
    for event in extraction.events:
        places = [at[end] for _, end in sorted(event.spans) if end in at]
        if places:
            yield places[0], event.iri


def _called(entity: Entity) -> str:
    """What stands for an entity in any article: a surname as it may sound, or another's name."""
    name = fold_name(entity.name)
    return sounded(person_name(name).surname) if entity.type == "person" else name


def _sequence(text: str, ends: Collection[int]) -> tuple[list[str], dict[int, int]]:
    """The telling words around what ends there, and which of them that is.

    "" stands first, last, between paragraphs and for what is left out.
    """
    whole, at, last = [""], {}, 0
    for word, start, end in placed_words(text):
        if "\n" in text[last:start] and whole[-1]:
            whole.append("")
        last = end
        if word not in FUNCTION_WORDS:
            if end in ends:
                at[len(whole)] = end
            whole.append(stem(word))
    sequence, found, last = [""], {}, -1
    for place in sorted({n for one in at for n in range(one - _NEAR, one + _NEAR + 1)}):
        if 0 <= place < len(whole):
            if place != last + 1 and sequence[-1]:
                sequence.append("")
            last = place
            if place in at:
                found[at[place]] = len(sequence)
            if whole[place] or sequence[-1]:
                sequence.append(whole[place])
    return [*sequence, ""], found


_Group = list[Occurrence]
_NOTHING: frozenset[str] = frozenset()


@lru_cache(_READ)
def _read(told: Told) -> dict[str, list[_Group]]:
    """The groups of occurrences of an article, by root."""
    words = told.words

    def some(places: _Places) -> frozenset[str]:
        return frozenset([words[place] for place in places]) if places else _NOTHING

    found: defaultdict[str, defaultdict[int, _Group]] = defaultdict(lambda: defaultdict(list))
    for place, group in enumerate(told.groups):
        start, end, at, root, agents, objects, places, when = told.occurrences[place]
        found[words[root]][group].append(
            Occurrence(
                place, node(told.iri, start, end), words[at],
                (some(agents), some(objects), some(places)), some(agents + objects),
                _around(words, at), words[when],
            )
        )  # fmt: skip
    return {root: list(groups.values()) for root, groups in found.items()}


def _around(words: Sequence[str], at: int) -> frozenset[str]:
    """The telling words beside one, within its paragraph."""
    before = words[max(0, at - _NEAR) : at]
    after = words[at + 1 : at + 1 + _NEAR]
    if "" in before:
        before = before[len(before) - before[::-1].index("") :]
    if "" in after:
        after = after[: after.index("")]
    return frozenset((*before, *after))


def node(iri: str, start: int, end: int) -> str:
    """The name of an occurrence."""
    return f"{iri}\x1f{start}\x1f{end}"


def _joins(
    occurrences: Sequence[Occurrence],
) -> Iterator[tuple[Occurrence, Occurrence, tuple[str, ...]]]:
    """Pairs of occurrences of one root in one article that join them into events, with reasons."""
    pairs = []
    for n, other in enumerate(occurrences):
        for one in occurrences[:n]:
            weight, why = weigh(one, other)
            if weight >= _LEAST_WITHIN:
                pairs.append((-weight, one.place, other.place, one, other, why))
    pairs.sort(key=lambda pair: pair[:3])
    tied = {pair[1:3] for pair in pairs}
    group = {one.place: [one] for one in occurrences}
    for _, a, b, earlier, later, why in pairs:
        ours, theirs = group[a], group[b]
        if ours is theirs:
            continue
        ties = sum(tuple(sorted((x.place, y.place))) in tied for x, y in product(ours, theirs))
        if ties >= _TIED * len(ours) * len(theirs):
            ours += theirs
            group |= {member.place: ours for member in theirs}
            yield earlier, later, why


def ties_of(told: Told, others: Sequence[tuple[Told, float]]) -> tuple[Tie, ...]:
    """What makes groups of an article one event with an earlier one; each with the likeliest.

    Args:
        told: The article.
        others: Articles before it about the same story, with their likeness.
    """
    found: dict[str, tuple[float, Tie]] = {}
    for other, likeness in others:
        for weight, tie in _matches(told, other, likeness):
            found[tie[0]] = max((weight, tie), found.get(tie[0], (weight, tie)))
    return tuple(sorted(tie for _, tie in found.values()))


@lru_cache(10 * _READ)
def _matches(told: Told, other: Told, likeness: float) -> tuple[tuple[float, Tie], ...]:
    """What makes groups of an article one event with another's, with its weight."""
    theirs = _read(other)
    return tuple(
        match
        for root, groups in _read(told).items()
        for group in groups
        for earlier in theirs.get(root, ())
        for match in _across(group, earlier, likeness)
    )


def _across(group: _Group, earlier: _Group, likeness: float) -> Iterator[tuple[float, Tie]]:
    """What ties two groups of two articles, if they are one event, with their mean weight."""
    pairs = [
        (weigh(one, other, likeness), one, other)
        for one, other in product(group[:_SAMPLE], earlier[:_SAMPLE])
    ]
    mean = sum(weight for (weight, _), _, _ in pairs) / len(pairs)
    if mean >= _LEAST_ACROSS:
        (_, why), *_ = max(pairs, key=lambda pair: pair[0][0])
        yield mean, (group[0].node, earlier[0].node, ", ".join(why))


def groups_of(told: Told) -> Iterator[Group]:
    """The groups of an article, each as an event of its own."""
    places: defaultdict[int, list[_Pointers]] = defaultdict(list)
    for one, first in zip(told.occurrences, told.groups, strict=True):
        places[first].append(one)
    reasons: defaultdict[int, list[str]] = defaultdict(list)
    for first, why in told.reasons:
        reasons[first].append(why)
    events: defaultdict[int, list[str]] = defaultdict(list)
    for first, iri in told.events:
        events[first].append(iri)
    for first, some in places.items():
        head = node(told.iri, some[0][0], some[0][1])
        members = tuple((one[0], one[1], told.words[one[2]]) for one in some)
        yield head, head, members, tuple(reasons[first]), tuple(events[first])


def article_of(head: str) -> str:
    """IRI of the article of a head."""
    return head.partition("\x1f")[0]


def happening_id(root: str) -> str:
    """The id of the event that is called by a head."""
    return ids.digest("happening", *root.split("\x1f"))
