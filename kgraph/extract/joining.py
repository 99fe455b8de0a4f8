"""Which names of bodies and things are short for others of the same article.

"Lockheed" is Lockheed Martin where no other body begins so, "USAF" the United States Air Force,
"the A380" the Airbus A380: the maker before a model is no part of its name.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from kgraph.extract import lexicon
from kgraph.extract.entities import Cast, Figure
from kgraph.extract.parts import word_set

COMPANY_FORMS = word_set(
    "inc incorporated corp corporation co company ltd limited plc llc llp lp ag gmbh sa nv spa ab asa"
    " oyj se kg bv sarl pte pty holdings group"
)
"""Words at the end of a company's name that tell its legal form: the name is the same without."""

_SHORTEST_PLURAL = 4
_SEVERAL = 3

_NO_SHORT = word_set(
    "program programme conference festival summit act bill award prize day week show project division"
    " agreement treaty accord deal plan report center centre building stadium airport"
)
"""Last words of names that do not go by their beginning: the Acme Conference is not Acme."""

_SKIPPED = frozenset({"of", "the", "for", "and", "&", "in", "on", "de", "la", "du"})


def join_names(cast: Cast) -> None:
    """Bodies and things whose names are short for one another are one figure of the cast."""
    bodies = [f for f in cast.figures if f.type == "organization" and f.names]
    gone: dict[int, Figure] = {}
    for rule in (_same_but_form, _initials, _beginning, _team, _without_maker):
        alive = [f for f in bodies if id(f) not in gone]
        for short, long in rule(alive):
            target = long
            while id(target) in gone:
                target = gone[id(target)]
            if target is not short and id(short) not in gone:
                gone[id(short)] = target
                _absorb(target, short)
    if gone:
        cast.forward(gone)


def _absorb(figure: Figure, short: Figure) -> None:
    figure.names.update(short.names)
    figure.mentions.update(short.mentions)
    figure.places = sorted({*figure.places, *short.places})
    figure.roles += [r for r in short.roles if r not in figure.roles]
    figure.unsure &= short.unsure
    figure.plural |= short.plural


def plain_words(name: str) -> tuple[str, ...]:
    """The words of a body's name without points, article and legal form.

    >>> plain_words("The Acme Tool Co., Ltd.")
    ('acme', 'tool')
    """
    words = [w for raw in name.casefold().split() if (w := raw.replace(".", "").strip(",()"))]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in COMPANY_FORMS:
        words.pop()
    return tuple(words)


def _note(figures: list[Figure], figure: Figure) -> None:
    """The figure is among those of a key; where several are, no more of them matter."""
    if len(figures) < _SEVERAL and figure not in figures:
        figures.append(figure)


Pairs = Iterable[tuple[Figure, Figure]]


def _same_but_form(bodies: Sequence[Figure]) -> Pairs:
    """ "Acme Inc." and "Acme"."""
    return _by_key(bodies, lambda figure: {plain_words(n) for n in figure.names})


def _without_maker(bodies: Sequence[Figure]) -> Pairs:
    """ "Airbus A380" and "A380": what is left without the maker is a model, not a division."""
    makers = {plain_words(n) for f in bodies if not f.unsure for n in f.names}

    def keys(figure: Figure) -> set[tuple[str, ...]]:
        found = set()
        for name in figure.names:
            if not (figure.unsure or any(c.isdigit() for c in name)):
                continue
            words = plain_words(name)
            if figure.unsure and len(words[-1]) > _SHORTEST_PLURAL:
                words = (*words[:-1], words[-1].removesuffix("s"))
            cut = next((i for i in range(len(words) - 1, 0, -1) if words[:i] in makers), 0)
            found.add(words[cut:])
        return found

    return _by_key(bodies, keys)


def _by_key(
    bodies: Sequence[Figure], keys: Callable[[Figure], set[tuple[str, ...]]]
) -> list[tuple[Figure, Figure]]:
    """Each figure that has a key in common with an earlier one, with that one."""
    first: dict[tuple[str, ...], Figure] = {}
    found = []
    for figure in bodies:
        for key in sorted(keys(figure)):
            known = first.setdefault(key, figure)
            if known is not figure:
                # The surer one stays: what is known to be a body says more.
                short, long = (
                    (known, figure) if known.unsure and not figure.unsure else (figure, known)
                )
                found.append((short, long))
                first[key] = long
    return found


def _initials(bodies: Sequence[Figure]) -> Pairs:
    """ "USAF" and "United States Air Force", where only one body has these initials."""
    by_letters: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in bodies:
        for name in figure.names:
            words = plain_words(name)
            if len(words) > 1:
                for kept in (words, [w for w in words if w not in _SKIPPED]):
                    letters = "".join(w[0] for w in kept)
                    _note(by_letters[letters], figure)
    for figure in bodies:
        for name in sorted(figure.names):
            letters = name.replace(".", "").removesuffix("'s").removesuffix("’s")
            if 2 <= len(letters) <= 8 and letters.isupper() and letters.isalpha():
                long = [f for f in by_letters[letters.casefold()] if f is not figure]
                if len(long) == 1:
                    yield figure, long[0]


def _team(bodies: Sequence[Figure]) -> Pairs:
    """ "The Rovers" and "Halden Rovers", where only one body's name ends in that plural."""
    by_end: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in bodies:
        for name in figure.names:
            words = plain_words(name)
            if len(words) > 1 and not figure.unsure:
                _note(by_end[words[-1]], figure)
    for figure in bodies:
        for name in sorted(figure.names):
            words = plain_words(name)
            long = [f for f in by_end[words[-1]] if f is not figure] if len(words) == 1 else []
            if (
                len(long) == 1
                and words[0].endswith("s")
                and words[0].removesuffix("s") not in lexicon.BODIES
                and min(long[0].places, default=0) < min(figure.places, default=0)
            ):
                yield figure, long[0]


def _is_plain(name: str) -> bool:
    """Whether a name is capitalised words only: "Order for Services" does not begin with a name."""
    return all(word[0].isupper() or not word[0].isalpha() for word in name.split()) and not any(
        mark in name for mark in ",-–—/"
    )


def _beginning(bodies: Sequence[Figure]) -> Pairs:
    """ "Lockheed" and "Lockheed Martin", where only one body's name begins so and is told first.

    What is called by its short name from the start is another: "Acme", then "Acme Stores".
    """
    by_start: defaultdict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in bodies:
        if figure.unsure:
            continue
        for name in figure.names:
            words = plain_words(name)
            if words[-1].removesuffix("s") in _NO_SHORT or not _is_plain(name):
                continue
            for i in range(max(1, len(words) - 2), len(words)):
                _note(by_start[words[:i]], figure)
    for figure in bodies:
        for name in sorted(figure.names):
            words = plain_words(name)
            text = " ".join(words)
            long = [f for f in by_start[words] if f is not figure]
            if (
                len(long) == 1
                and min(long[0].places, default=0) < min(figure.places, default=0)
                and text not in lexicon.PLACES
                and not set(words) <= lexicon.BODIES | lexicon.OUTLETS | lexicon.OFFICES
            ):
                yield figure, long[0]
