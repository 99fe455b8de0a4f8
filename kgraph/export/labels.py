"""Short labels of claims: what a picture has room for; the full words stand beside them."""

from collections.abc import Iterable
from typing import Final

from kgraph.export.clean import one_line
from kgraph.export.days import told_days
from kgraph.export.selection import Told
from kgraph.model import Event

LONGEST: Final = 50
_AROUND: Final = "\"“”„«»'‘’ "


def claim_label(own: Iterable[Told]) -> str:
    """What the claim of these statements is called in a picture.

    Where the proposition's relation is the act of reporting itself, the claim is a thing and not
    a sentence ("announced a ceasefire"). If an event of its name has a date, it is called by the
    proposition's object and the days: "ceasefire (8–11 May 2025)". Else the headline, without
    the marks around it and the "that" before it.
    """
    told = sorted(own, key=lambda one: (one.spell, one.statement.id))
    for label in filter(None, map(_dated, told)):
        return label
    words = one_line(told[0].claim.headline).strip(_AROUND).removesuffix(",")
    words = words.removeprefix("that ").strip(_AROUND)
    return one_line(words or told[0].claim.headline, LONGEST)


def _dated(one: Told) -> str:
    """The object of the announcement with its days, or "" where no such thing or day is told."""
    proposition = one.statement.proposition
    if proposition is None or proposition.negated or not proposition.object:
        return ""
    cue = one.extraction.article.quote(one.statement.cue).casefold()
    # "announced" and "announcing" come from "announce".
    stem = proposition.relation.casefold().removesuffix("e")
    if not stem or not any(word.startswith(stem) for word in cue.split()):
        return ""
    name = one_line(proposition.object)
    for days in filter(None, map(_days, _events(one, name))):
        return f"{one_line(name, LONGEST - len(days) - 3)} ({days})"
    return ""


def _events(one: Told, name: str) -> list[Event]:
    return [
        event
        for event in one.extraction.events
        if event.statement == one.statement.id and event.label.casefold() in name.casefold()
    ]


def _days(event: Event) -> str:
    return told_days(event.when.start, event.when.end) if event.when else ""
