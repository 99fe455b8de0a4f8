"""Several who speak as one, and who is meant by a word for two: "the couple", "both"."""

from itertools import pairwise

from kgraph.extract import kinds
from kgraph.extract.descriptions import Source
from kgraph.extract.entities import Figure
from kgraph.extract.matching import known
from kgraph.extract.scene import Scene

_PAIRS = frozenset({"couple", "pair", "duo", "newlyweds", "spouses"})
_BOTH = frozenset({"both", "two"})
_ANYBODY = frozenset({"both", "two", "men", "women", "leaders", "rivals", "sides", "people"})
_COMPARED = 40
_BESIDE = 6
_NEAR = 4


def two(scene: Scene, source: Source, at: int) -> Figure | None:
    """The two people who are meant, as one group; None where no two stand out."""
    head = source.head
    if head is None:
        return None
    if head.lower_ in _PAIRS:
        return _coupled(scene, at)
    if not {t.lower_ for t in source.core} & _BOTH or len(source.core) > _NEAR:
        return None
    if source.core[0].lower_ not in {"both", "the"}:
        return None
    return _near(scene, head.lower_, head.lemma_.lower(), at)


def group_of(scene: Scene, members: tuple[Figure, ...]) -> Figure:
    """The group of those who speak as one: the same one each time."""
    name = " and ".join(figure.name for figure in members)
    group = scene.cast.called(name, "group")
    if group is None:
        group = scene.cast.named(name, "group")
        group.members = members
        group.plural = True
    for figure in members:
        figure.cited = True
    return group


def _near(scene: Scene, word: str, noun: str, at: int) -> Figure | None:
    """The two people named last whom the noun fits, or, if it fits anybody, the only two."""
    told = known(scene)
    people: list[Figure] = []
    for name in scene.names_before(at, most=_COMPARED):
        figure = scene.cast.at[name.start]
        if figure.type != "person" or any(figure is one for one in people):
            continue
        people.append(figure)
    anybody = word in _ANYBODY
    fit = [
        one
        for one in people
        if anybody
        or any(
            noun == known_as or kinds.answers(noun, known_as)
            for known_as in one.offices | (told[id(one)].nouns if id(one) in told else set())
        )
    ]
    if len(fit) < len(_BOTH) or (anybody and len(fit) > _NEAR):
        return None
    return group_of(scene, (fit[1], fit[0]))


def _coupled(scene: Scene, at: int) -> Figure | None:
    """The two people who were named last with nothing but "and" between them."""
    names = scene.names_before(at, most=_COMPARED)
    for second, first in pairwise(names):
        pair = (scene.cast.at[first.start], scene.cast.at[second.start])
        between = scene.doc[first.end : second.start]
        if (
            pair[0] is not pair[1]
            and all(figure.type == "person" for figure in pair)
            and any(token.lower_ in {"and", "&"} for token in between)
            and len(between) <= _BESIDE
            and scene.sentence(first.start) == scene.sentence(second.start)
            and not any(token.pos_ in {"VERB", "AUX"} for token in between)
        ):
            return group_of(scene, pair)
    return None
