"""Which words of which articles tell of one event.

Two occurrences are one where they have one root, stand in one article or in articles about one
story, and who does it, to whom, where and when go together. Every reason counts with its weight;
what speaks against (another doer, another day) counts as well.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kgraph import ids
from kgraph.model import Actor, Extraction, Happening, Span
from kgraph.resolve.stories import Stories, find_stories, stem
from kgraph.resolve.text import plain, telling, words

_LEAST = 0.8
"""Weight from which two occurrences are one event."""

_TIED = 0.25
"""Part of all pairs between two groups that must weigh enough for the groups to be one."""

_MANY = 40
"""Occurrences of one root in one article that are looked at."""

_SPOKEN = frozenset({
    "say", "tell", "add", "ask", "report", "writ", "claim", "stat", "speak", "talk", "call", "not",
    "explain", "describ", "suggest", "think", "believ", "know", "want", "hop", "expect", "go", "com",
    "see", "look", "tri", "feel", "need", "mak", "giv", "tak", "get", "put", "us", "keep", "becom",
    "begin", "start", "continu",
})  # fmt: skip
"""Roots that every story has: alike ones are one event only with more to go by."""

_POINTING = frozenset({
    "he", "she", "it", "they", "who", "which", "that", "this", "these", "those", "i", "we", "you",
    "him", "her", "them", "us", "me", "what", "one",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """An occurrence with what it is held against."""

    article: str
    start: int
    end: int
    root: str
    word: str
    agents: frozenset[str]
    objects: frozenset[str]
    places: frozenset[str]
    around: frozenset[str]
    when: str

    @property
    def key(self) -> tuple[str, int, int]:
        return self.article, self.start, self.end


def find_happenings(
    extractions: Iterable[Extraction], actors: Iterable[Actor]
) -> tuple[Happening, ...]:
    """The events that are told of in two places or more, sorted by id.

    Args:
        extractions: The articles, in any order.
        actors: Who is who across them.
    """
    extractions = sorted(extractions, key=lambda e: e.article.id)
    actor_of = {member: actor.id for actor in actors for member in actor.members}
    told = {e.article.iri: _of_article(e, actor_of) for e in extractions}
    likely = sorted(
        _pairs(told, find_stories(extractions)), key=lambda p: (-p[0], p[1].key, p[2].key)
    )
    return _clusters(likely, extractions)


def _of_article(extraction: Extraction, actor_of: Mapping[str, str]) -> dict[str, list[_Told]]:
    """The occurrences of an article by their root."""
    heads = _Heads(extraction, actor_of)
    found: defaultdict[str, list[_Told]] = defaultdict(list)
    article = extraction.article
    for one in extraction.occurrences:
        if len(found[one.root]) < _MANY:
            found[one.root].append(
                _Told(
                    article=article.iri, start=one.start, end=one.end, root=one.root,
                    word=plain(article.text[one.start : one.end]),
                    agents=heads.of(one.agents), objects=heads.of(one.objects),
                    places=heads.of(one.places), when=one.when,
                    around=_around(article.text, one.start, one.end),
                )
            )  # fmt: skip
    return dict(found)


_NEAR = 70
"""Characters to either side whose words tell which event is meant."""


def _around(text: str, start: int, end: int) -> frozenset[str]:
    """The words beside an occurrence, within its paragraph and cut at whole words."""
    before = text[max(0, start - _NEAR) : start].rpartition("\n")[2].partition(" ")[2]
    after = text[end : end + _NEAR].partition("\n")[0].rpartition(" ")[0]
    return frozenset(stem(word) for word in telling(words(f"{before} {after}")))


class _Heads:
    """What the head of a phrase stands for: the actor, and the word itself."""

    def __init__(self, extraction: Extraction, actor_of: Mapping[str, str]) -> None:
        self._text = extraction.article.text
        self._ending: dict[int, str] = {}
        for entity in extraction.entities:
            actor = actor_of.get(entity.iri, "")
            for mention in entity.mentions:
                self._ending[mention.end] = f"actor {actor}"

    def of(self, spans: Sequence[Span]) -> frozenset[str]:
        found = set()
        for start, end in spans:
            if end in self._ending:
                found.add(self._ending[end])
            word = plain(self._text[start:end])
            if word not in _POINTING:
                found.add(word[:-1] if len(word) > 3 and word.endswith("s") else word)
        return frozenset(found)


_Key = tuple[str, int, int]
_Pair = tuple[float, _Told, _Told, tuple[str, ...]]


def _pairs(told: Mapping[str, Mapping[str, Sequence[_Told]]], stories: Stories) -> Iterator[_Pair]:
    """The pairs that weigh enough, of each article with itself and with those of its story."""
    for article, own in told.items():
        near = [(article, 1.0)]
        near += [(b, s) for b, s in stories.alike.get(article, {}).items() if b > article]
        for other, likeness in near:
            theirs = told[other]
            for root in own.keys() & theirs.keys():
                for n, a in enumerate(own[root]):
                    for b in theirs[root][n + 1 if other == article else 0 :]:
                        weight, why = _weigh(a, b, likeness)
                        if weight >= _LEAST:
                            yield weight, a, b, why


def _weigh(a: _Told, b: _Told, likeness: float) -> tuple[float, tuple[str, ...]]:
    """How much speaks for one event, and the reasons for it."""
    if a.when and b.when and not _agree(a.when, b.when):
        return 0.0, ()
    near = a.article == b.article
    weight = _WEIGHTS["one article"] if near else likeness * _WEIGHTS["one story"]
    why = ["one root", "one article" if near else "one story"]
    mine, theirs = a.agents | a.objects, b.agents | b.objects
    for name, one, other in (
        ("one agent", a.agents, b.agents),
        ("one object", a.objects, b.objects),
        ("one place", a.places, b.places),
    ):
        if one & other:
            weight += _WEIGHTS[name]
            why.append(name)
        elif one and other and not (mine & theirs):
            weight += _WEIGHTS[name.replace("one", "another")]
    if mine & theirs and len(why) == 2:
        weight += _WEIGHTS["one participant"]
        why.append("one participant")
    shared = a.around & b.around
    if shared:
        weight += _WEIGHTS["like words around"] * len(shared) / min(len(a.around), len(b.around))
        why.append("like words around")
    if a.root in _SPOKEN:
        weight += _WEIGHTS["a common root"]
    if a.when and b.when:
        weight += _WEIGHTS["one time"]
        why.append("one time")
    return weight, tuple(why)


_WEIGHTS = {
    "one article": 0.7, "one story": 3.0, "one agent": 0.4, "another agent": -0.3, "one object": 0.5,
    "another object": -0.3, "one place": 0.4, "another place": -0.4, "one participant": 0.3,
    "like words around": 0.8, "a common root": -0.9, "one time": 0.4,
}  # fmt: skip
"""What each reason for or against one event weighs; another time rules it out."""


def _agree(a: str, b: str) -> bool:
    """Whether two times share a day, as far as they tell."""
    (low, high), (first, last) = _ends(a), _ends(b)
    return not (_before(high, first) or _before(last, low))


def _ends(when: str) -> tuple[str, str]:
    start, _, end = when.partition("/")
    return start, ("9" if end == ".." else end or start)


def _before(a: str, b: str) -> bool:
    size = min(len(a), len(b))
    return a[:size] < b[:size]


def _clusters(likely: Sequence[_Pair], extractions: Sequence[Extraction]) -> tuple[Happening, ...]:
    group: dict[tuple[str, int, int], list[_Told]] = {}
    reasons: defaultdict[int, Counter[str]] = defaultdict(Counter)
    tied: defaultdict[_Key, set[_Key]] = defaultdict(set)
    for _, a, b, _ in likely:
        tied[a.key].add(b.key)
        tied[b.key].add(a.key)
    for _, a, b, why in likely:
        one, other = group.setdefault(a.key, [a]), group.setdefault(b.key, [b])
        if one is other:
            continue
        if len(one) < len(other):
            one, other = other, one
        # One likely pair between two large groups is rather a chance than the same event.
        members = {told.key for told in one}
        ties = sum(len(tied[told.key] & members) for told in other)
        if ties < _TIED * len(one) * len(other):
            continue
        one += other
        reasons[id(one)].update(reasons.pop(id(other), Counter()))
        reasons[id(one)][", ".join(why)] += 1
        for told in other:
            group[told.key] = one
    ends = {(m.article, m.end) for members in group.values() for m in members}
    events: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for extraction in extractions:
        for event in extraction.events:
            # Its first word that tells of anything says of what: an event is of one happening.
            places = [(extraction.article.iri, end) for _, end in sorted(event.spans)]
            for place in [place for place in places if place in ends][:1]:
                events[place].append(event.iri)
    made = {id(members): _made(members, reasons[id(members)], events) for members in group.values()}
    return tuple(sorted(made.values(), key=lambda h: h.id))


def _made(
    members: Sequence[_Told],
    reasons: Counter[str],
    events: Mapping[tuple[str, int], Sequence[str]],
) -> Happening:
    ordered = sorted(members, key=lambda m: m.key)
    spelt = Counter(m.word for m in ordered)
    same = {iri for m in ordered for iri in events.get((m.article, m.end), ())}
    first = ordered[0]
    return Happening(
        id=ids.digest("happening", first.article, str(first.start), str(first.end)),
        name=min(spelt, key=lambda word: (-spelt[word], word)),
        members=tuple(m.key for m in ordered),
        events=tuple(sorted(same)),
        reasons=tuple(sorted(reasons, key=lambda why: (-reasons[why], why))[:4]),
    )
