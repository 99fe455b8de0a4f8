"""What diff and positions share: a statement as lines for a reader and as a JSON object."""

import shutil
from collections.abc import Iterator
from typing import Any

from kgraph import pipeline
from kgraph.ask.terms import safe, wrapped
from kgraph.cli.options import say
from kgraph.store import Store
from kgraph.watch import Told, Words, words_of

_NARROWEST = 30
_PLAIN = ("asserted", "positive", "")


def say_if_stale(store: Store) -> None:
    """A word on stderr where what is derived does not belong to the evidence any more."""
    if not pipeline.is_resolved(store):
        say("the derived graphs are older than the evidence; rebuild them: kgraph resolve")


def topic_words(store: Store, topic: str) -> Words | None:
    """The words of the topic, or where there is none of that name the words that were given."""
    if not topic:
        return None
    words = words_of(store, topic)
    if words is None:
        say(f"no topic is named '{topic}': looking for the words themselves")
        words = Words([topic])
    return words


def record(told: Told) -> dict[str, Any]:
    """The statement as JSON, without what is empty."""
    found: dict[str, Any] = {
        "statement": told.iri,
        "speaker": told.speaker,
        "act": told.act,
        "kind": told.quote_kind,
        "polarity": told.polarity,
        "modality": told.modality,
        "quote": told.quote,
        "sentence": told.sentence,
        "said_at": told.said_at,
        "article": told.key,
        "version": told.article,
        "url": told.url,
        "outlet": told.outlet,
        "published": told.published,
        "claim": told.claim,
    }
    return {name: value for name, value in found.items() if value}


def lines(told: Told, lead: str = "", indent: str = "    ") -> Iterator[str]:
    """The statement for a reader: who says what, its sentence, and where it stands."""
    quote = _bare(told.quote)
    marks = [f"[{mark}]" for mark in (told.modality, told.polarity) if mark not in _PLAIN]
    who = told.speaker or "(nobody named)"
    yield from fitted(" ".join([f"{who} —{told.act}→ “{quote}”", *marks]), lead)
    if told.sentence and _bare(told.sentence) != quote:
        yield from fitted(f"in: {told.sentence}", indent)
    yield from fitted(place(told), indent)


def place(told: Told) -> str:
    """Outlet, date of publication and link."""
    return " · ".join(filter(None, (told.outlet, told.published, told.link)))


def fitted(text: str, lead: str = "") -> Iterator[str]:
    """The text behind its lead, broken to the width of the terminal."""
    room = max(_NARROWEST, shutil.get_terminal_size((100, 24)).columns - len(lead))
    for number, line in enumerate(wrapped(safe(text), room)):
        yield f"{' ' * len(lead) if number else lead}{line}"


def _bare(words: str) -> str:
    return words.strip('"“”„«»').rstrip(",.")
