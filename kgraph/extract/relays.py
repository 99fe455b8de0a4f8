"""Through whom a statement reached the article: relays, outermost first.

A relay is whoever carries the words of another: a statement in whose content the other stands
("TASS reported that Peskov said …"), or an agency named behind it ("…, Peskov said, TASS said").
"""

from collections.abc import Sequence

from kgraph.extract import lexicon, parts
from kgraph.extract.entities import Figure
from kgraph.extract.scene import Scene, anchor

_CARRIERS = frozenset({"organization", "document", "anonymous", "group"})


def relays(scene: Scene, speakers: Sequence[Figure | None]) -> list[tuple[Figure, ...]]:
    """For each attribution who carried it, outermost first, without its own speaker.

    What an outlet carries of a speaker in one sentence, it carries in his next ones too, until
    somebody else has the word: "Leavitt stated, as reported by Reuters. She emphasized …".
    """
    own = [_around(scene, speakers, n) for n in range(len(scene.attributions))]
    order = sorted(
        (n for n, parent in enumerate(scene.parents) if parent is None or own[n]),
        key=lambda n: (anchor(scene.doc, scene.attributions[n]), n),
    )
    carried: tuple[Figure, ...] = ()
    whose: Figure | None = None
    taken: dict[int, tuple[Figure, ...]] = {}
    for n in order:
        speaker = speakers[n]
        if speaker is None:
            continue
        if scene.parents[n] is None and _carries(scene, speakers, n):
            continue
        if (
            own[n]
            and all(f.type in _CARRIERS for f in own[n])
            and _is_relayed(scene, speakers, n)
            and _is_outlet(scene, speakers, n)
        ):
            carried, whose = own[n], speaker
        elif scene.parents[n] is not None:
            continue
        elif speaker is whose:
            taken[n] = carried
        else:
            carried, whose = (), None
    return [_chain(scene, taken, own, n, speakers[n]) for n in range(len(own))]


def _around(scene: Scene, speakers: Sequence[Figure | None], n: int) -> tuple[Figure, ...]:
    """The speakers of the statements that it is nested in, outermost first."""
    chain: list[Figure] = []
    parent = scene.parents[n]
    inner = speakers[n]
    while parent is not None:
        figure = speakers[parent]
        if figure is not None and figure is not inner:
            chain.append(figure)
            inner = figure
        parent = scene.parents[parent]
    return tuple(reversed(chain))


def _is_relayed(scene: Scene, speakers: Sequence[Figure | None], n: int) -> bool:
    """Whether the statement around only carries this one: most of its content is."""
    parent = scene.parents[n]
    if parent is None or speakers[parent] is speakers[n]:
        return False
    outer, inner = scene.attributions[parent], scene.attributions[n]
    spans = [*inner.source, *inner.cue, *inner.content]
    held = sum(e - s for s, e in outer.content)
    return 2 * sum(e - s for s, e in spans) >= held


def _is_outlet(scene: Scene, speakers: Sequence[Figure | None], n: int) -> bool:
    """Whether an outlet carries this one, or whoever reports behind it that it was said.

    The army that tells of the rebels' offer is no outlet: what they say next is their own.
    """
    parent = scene.parents[n]
    figure = speakers[parent] if parent is not None else None
    if parent is None or figure is None:
        return False
    outer, inner = scene.attributions[parent], scene.attributions[n]
    if any(t.lemma_.lower() in lexicon.OUTLET_VERBS for t in parts.tokens(scene.doc, outer.cue)):
        return True
    if any(word in lexicon.OUTLETS for word in figure.name.casefold().split()):
        return True
    said = inner.content and inner.cue and inner.content[0][0] < inner.cue[0][0]
    return bool(said and outer.cue and inner.cue[-1][1] < outer.cue[0][0])


def _carries(scene: Scene, speakers: Sequence[Figure | None], n: int) -> bool:
    """Whether some other statement is relayed by this one."""
    speaker = speakers[n]
    if speaker is None or speaker.type not in _CARRIERS:
        return False
    return any(
        parent == n and _is_relayed(scene, speakers, m)
        for m, parent in enumerate(scene.parents[n + 1 : n + 8], n + 1)
    ) or any(
        parent == n and _is_relayed(scene, speakers, m)
        for m, parent in enumerate(scene.parents[max(0, n - 8) : n], max(0, n - 8))
    )


def _chain(
    scene: Scene,
    taken: dict[int, tuple[Figure, ...]],
    own: Sequence[tuple[Figure, ...]],
    n: int,
    speaker: Figure | None,
) -> tuple[Figure, ...]:
    root = n
    while (parent := scene.parents[root]) is not None:
        root = parent
    chain = [f for f in taken.get(root, ()) if f is not speaker]
    chain += [f for f in own[n] if f not in chain]
    return tuple(chain)
