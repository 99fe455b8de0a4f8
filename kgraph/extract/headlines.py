"""Names in headlines: what the text names stands there too, often cut short.

The tagger of names is at a loss where every word has a capital, so nothing new is read there.
"""

from collections import defaultdict
from collections.abc import Iterator

from kgraph.extract import lexicon, parts
from kgraph.extract.entities import Cast, Figure

_BLOCKS = frozenset({"heading", "header"})
_LONGEST_FULL_NAME = 3
_SHORTEST_START = 4
_SHORTEST_MODEL = 2
_COMPARED = 40

_Words = tuple[str, ...]


def headline_names(cast: Cast) -> Iterator[tuple[int, int, Figure]]:
    """First and one-past-last token of each name, with whom it stands for; ``cast.at`` knows it too."""
    by_word = _by_first_word(cast)
    for block in cast.article.paragraphs:
        if block.kind not in _BLOCKS:
            continue
        found = parts.tokens(cast.doc, ((block.start, block.end),))
        i = 0
        while i < len(found):
            best = max(
                (
                    (len(words), -n)
                    for n, (words, _) in enumerate(by_word.get(found[i].lower_, ())[:_COMPARED])
                    if tuple(t.lower_ for t in found[i : i + len(words)]) == words
                ),
                default=None,
            )
            if best is None or not any(c.isupper() or c.isdigit() for c in found[i].text):
                i += 1
                continue
            figure = by_word[found[i].lower_][-best[1]][1]
            start, end = found[i].i, found[i + best[0] - 1].i + 1
            for at in range(start, end):
                cast.at[at] = figure
            yield start, end, figure
            i += best[0]


def is_model(word: str) -> bool:
    """Whether a word tells a thing without its maker's name: "X-15", "747", but not "4".

    >>> [is_model(word) for word in ("747", "A380", "4", "Ten")]
    [True, True, False, False]
    """
    return len(word) > _SHORTEST_MODEL and any(c.isdigit() for c in word)


def _by_first_word(cast: Cast) -> dict[str, list[tuple[_Words, Figure]]]:
    """What may stand in a headline, by its first word: names, surnames, beginnings of names."""
    found: defaultdict[str, list[tuple[_Words, Figure]]] = defaultdict(list)
    starts: defaultdict[str, list[Figure]] = defaultdict(list)
    named = [f for f in cast.figures if any(k == "name" for k in f.mentions.values())]
    for figure in named:
        for name in sorted(figure.names):
            words = tuple(name.casefold().split())
            if not words:
                continue
            found[words[0]].append((words, figure))
            if figure.type == "person" and 1 < len(words) <= _LONGEST_FULL_NAME:
                found[words[-1]].append((words[-1:], figure))
            elif len(words) > 1 and figure not in starts[words[0]]:
                starts[words[0]].append(figure)
            if is_model(words[-1]) and len(words) > 1:
                found[words[-1]].append((words[-1:], figure))
    for word, figures in starts.items():
        taken = any(words == (word,) for words, _ in found[word])
        if (
            len(figures) == 1
            and not taken
            and len(word) >= _SHORTEST_START
            and word not in lexicon.PLACES
            and word not in lexicon.BODIES | lexicon.OFFICES | lexicon.OUTLETS
            and figures[0].type == "organization"
        ):
            found[word].append(((word,), figures[0]))
    return found
