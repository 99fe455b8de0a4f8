"""Which statements make the same claim, from how many origins, and who repeats it as his own."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kgraph import ids
from kgraph.model import Article, Claim, Extraction
from kgraph.resolve.sayings import Saying
from kgraph.resolve.text import fold_name, placed_words

_RUN = 5
"""Words that a claim must have to be recognised in an outlet's own voice."""

_REPORTING = frozenset({
    "said", "says", "say", "according", "told", "tells", "wrote", "writes", "announced", "claimed",
    "claims", "stated", "states", "warned", "added", "reported", "reports", "denied", "insisted",
})  # fmt: skip
_SENTENCE = re.compile(r"[.!?][\"”’')\]]*\s|\n")


def find_claims(said: Sequence[Saying], extractions: Iterable[Extraction]) -> tuple[Claim, ...]:
    """Every statement makes exactly one of the claims; sorted by id.

    Args:
        said: All statements in the order of ``Saying.order``.
        extractions: The articles in which to look for repetitions.
    """
    clusters = cluster(said)
    repeated = _repeated(clusters, said, extractions)
    claims = [
        Claim(
            id=ids.digest("claim", *key),
            headline=members[0].headline,
            statements=tuple(saying.iri for saying in members),
            origins=count_origins(members),
            repeated=repeated.get(key, ()),
        )
        for key, members in clusters.items()
    ]
    return tuple(sorted(claims, key=lambda claim: claim.id))


def cluster(said: Sequence[Saying]) -> dict[tuple[str, ...], list[Saying]]:
    """The statements by claim, each cluster in the order given."""
    clusters: defaultdict[tuple[str, ...], list[Saying]] = defaultdict(list)
    for saying in said:
        clusters[saying.claim].append(saying)
    return dict(clusters)


def count_origins(members: Iterable[Saying]) -> int:
    """How many independent origins the statements have.

    Articles of one copy group, of one outlet, or with one relay or credited agency between them
    and the speaker, are one origin.
    """
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    roots = []
    for saying in members:
        outlet = fold_name(saying.article.outlet)
        first, *others = _ties(saying, outlet)
        for other in others:
            parent[root(other)] = root(first)
        roots.append(first)
    return len({root(name) for name in roots})


def _ties(saying: Saying, outlet: str) -> Iterator[str]:
    """What makes the statement depend on the same origin as another one."""
    yield f"unit {saying.unit}"
    if outlet:
        yield f"name {outlet}"
    credits_ = (fold_name(name) for name in saying.article.credits)
    for name in saying.relays or tuple(credits_):
        yield f"name {name}"


def _repeated(
    clusters: dict[tuple[str, ...], list[Saying]],
    said: Iterable[Saying],
    extractions: Iterable[Extraction],
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """IRIs of the articles that carry a claim's words unattributed, by claim."""
    # By their first words, then by length: each place of a text costs a few look-ups, however
    # many claims begin in the same way.
    runs: defaultdict[tuple[str, ...], defaultdict[int, dict[tuple[str, ...], list[Saying]]]]
    runs = defaultdict(lambda: defaultdict(dict))
    for members in clusters.values():
        first = members[0]
        # Words that only count as a claim in one mouth say something else in the outlet's.
        if len(first.words) >= _RUN and first.wording == ("telling", *first.words):
            runs[first.words[:_RUN]][len(first.words)][first.words] = members
    attributed: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    contents: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for saying in said:
        attributed[saying.article.iri].add(saying.words)
        contents[saying.article.iri] += saying.statement.content
    found: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for extraction in extractions:
        article = extraction.article
        for stretch in _own_voice(article, contents[article.iri]):
            plain = tuple(word for word, _, _ in stretch)
            for place in range(len(plain) - _RUN + 1):
                by_length = runs.get(plain[place : place + _RUN])
                if by_length is None:
                    continue
                for length, claims in by_length.items():
                    run = plain[place : place + length]
                    repeated = claims.get(run)
                    if repeated is None or run in attributed[article.iri]:
                        continue
                    span = stretch[place][1], stretch[place + length - 1][2]
                    if not _is_reported(article.text, span):
                        found[repeated[0].claim].add(article.iri)
    return {key: tuple(sorted(articles)) for key, articles in found.items()}


def _own_voice(
    article: Article, contents: list[tuple[int, int]]
) -> Iterator[list[tuple[str, int, int]]]:
    """The stretches of words between the contents of statements, with their offsets."""
    stretch: list[tuple[str, int, int]] = []
    waiting = sorted(contents, reverse=True)
    end = -1
    for word in placed_words(article.text):
        while waiting and waiting[-1][0] <= word[1]:
            end = max(end, waiting.pop()[1])
        if word[1] < end:
            if stretch:
                yield stretch
            stretch = []
        else:
            stretch.append(word)
    if stretch:
        yield stretch


def _is_reported(text: str, span: tuple[int, int]) -> bool:
    """Whether the sentence around the words has quotation marks or a word of reporting.

    Extraction misses some attributions; what it missed must not count as the outlet's voice.
    """
    start = max(
        (m.end() for m in _SENTENCE.finditer(text, max(0, span[0] - 400), span[0])), default=0
    )
    start = max(start, span[0] - 400)
    end = _SENTENCE.search(text, span[1])
    sentence = text[start : min(end.start() if end else len(text), span[1] + 400)]
    if any(mark in sentence for mark in '"“”«»'):
        return True
    return any(word in _REPORTING for word, _, _ in placed_words(sentence))
