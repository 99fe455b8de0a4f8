"""What a new version of an article says otherwise than the one before it, statement by statement."""

from difflib import SequenceMatcher
from typing import TypeAlias

from kgraph.model import Extraction, Link, Statement
from kgraph.resolve.text import fold_name, frame, is_negated, words

_LIKE = 0.6
"""Share of words in one order from which new words are taken for a correction of old ones."""

_Said: TypeAlias = tuple[str, tuple[str, ...]]
"""Folded name of the speaker, and the words."""


def corrections(new: Extraction, old: Extraction) -> tuple[Link, ...]:
    """What became of the statements that the old version holds and the new one does not.

    A statement of the new version corrects the one that it says most nearly the same as: the same
    words of another speaker, or like words of the same one. What nothing in it comes near, the new
    version withdraws.
    """
    before, after = _said(old), _said(new)
    gone = {said: one for said, one in before.items() if said not in after}
    added = {said: one for said, one in after.items() if said not in before}
    links = []
    for said, statement in gone.items():
        likest = max(
            ((_likeness(said, other), other) for other in added),
            key=lambda found: found[0],
            default=(0.0, said),
        )
        if likest[0] >= _LIKE:
            links.append(
                Link(
                    relation="corrects",
                    start=added.pop(likest[1]).iri,
                    end=statement.iri,
                    score=round(likest[0], 2),
                    reasons=(_difference(said, likest[1]),),
                )
            )
        else:
            links.append(
                Link(
                    relation="withdraws",
                    start=new.article.iri,
                    end=statement.iri,
                    score=1.0,
                    reasons=("the new version holds nothing like it",),
                )
            )
    return tuple(links)


def _said(extraction: Extraction) -> dict[_Said, Statement]:
    """The statements in the order of the text; of those that say the same the first."""
    names = {entity.id: fold_name(entity.name) for entity in extraction.entities}
    found: dict[_Said, Statement] = {}
    for one in sorted(extraction.statements, key=lambda s: (s.content, s.cue, s.id)):
        content = words(extraction.article.quote(one.content))
        if content:
            found.setdefault((names.get(one.speaker, ""), content), one)
    return found


def _likeness(old: _Said, new: _Said) -> float:
    if old[1] == new[1]:
        return 0.9
    if old[0] != new[0]:
        return 0.0
    return SequenceMatcher(None, old[1], new[1], autojunk=False).ratio()


def _difference(old: _Said, new: _Said) -> str:
    """In what the new version differs, in words."""
    if old[1] == new[1]:
        return f"said by {new[0] or 'nobody'} instead of {old[0] or 'nobody'}"
    was, now = (
        [value for value in frame(one)[1] if value not in frame(other)[1]]
        for one, other in ((old[1], new[1]), (new[1], old[1]))
    )
    if was and now:
        return f"{', '.join(was)} is now {', '.join(now)}"
    if is_negated(old[1]) != is_negated(new[1]):
        return "one is negated"
    return "in other words"
