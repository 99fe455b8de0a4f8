"""Who is described first and named next.

"The fire chief blamed the wind. ‘It was dry,’ Ann Gray said.": both are one.

News often calls somebody by an office and gives the name a sentence later, where it stands alone:
a new name that speaks and is introduced as nothing else belongs to whoever was just described.
"""

from kgraph.extract import kinds
from kgraph.extract.descriptions import Source
from kgraph.extract.entities import Figure
from kgraph.extract.names import Name
from kgraph.extract.roles import find_titles
from kgraph.extract.scene import Scene, is_subject
from kgraph.extract.sourcetypes import gender_of

_FURTHEST = 4
_PARAGRAPHS = 2
_NAMES = 8
_INTRODUCED = frozenset({",", "(", "of"})


def named_next(scene: Scene, source: Source, at: int) -> Figure | None:
    """The new person who is named behind a definite description; None where nobody fits."""
    head = source.head
    if head is None or not source.is_definite or source.is_plural:
        return None
    gender = gender_of(source)
    end = source.words[-1].i + 1
    for name in scene.names_after(end, most=_NAMES):
        if (
            scene.sentence(name.start) - scene.sentence(at) > _FURTHEST
            or scene.paragraph(name.start) - scene.paragraph(at) > _PARAGRAPHS
        ):
            return None
        figure = scene.cast.at[name.start]
        if figure.type != "person" or scene.is_quoted(scene.doc[name.start].idx):
            continue
        if figure.cited or _was_named(scene, figure, name.start):
            continue
        agrees = not (gender and figure.gender and figure.gender != gender)
        if agrees and _acts(scene, name) and not _is_introduced(scene, name, head.lower_):
            return figure
    return None


def _was_named(scene: Scene, figure: Figure, at: int) -> bool:
    """Whether the full name stands further above."""
    for place in figure.places:
        if place >= at:
            return False
        following = scene.cast.at.get(place + 1)
        if following is figure:
            return True
    return False


def _acts(scene: Scene, name: Name) -> bool:
    """Whether the named one speaks or does something."""
    head = scene.doc[name.end - 1]
    if is_subject(head):
        return True
    place = scene.doc[name.start].idx
    return any(start <= place < end for one in scene.attributions for start, end in one.source)


def _is_introduced(scene: Scene, name: Name, noun: str) -> bool:
    """Whether the name comes with an office or calling that is another one's, or is but half a name."""
    doc = scene.doc
    titles = list(find_titles(doc, name.start, name.end))
    offices = {doc[title.office].lower_ for title in titles}
    if offices:
        return not any(
            one == noun or kinds.answers(noun, one) or kinds.answers(one, noun) for one in offices
        )
    if len(name.words) == 1:
        return True
    before = doc[name.start - 1] if name.start else None
    if before is not None and before.pos_ in {"NOUN", "PROPN"} and not before.is_sent_end:
        return before.ent_type_ != "PERSON" and before.text[0].islower()
    behind = doc[name.end] if name.end < len(doc) else None
    following = doc[name.end + 1] if name.end + 1 < len(doc) else None
    if behind is None or following is None or behind.text not in _INTRODUCED:
        return False
    return (
        behind.text == "of"
        or following.lower_ in {"a", "an", "the", "who"}
        or (following.text[0].isdigit())
    )
