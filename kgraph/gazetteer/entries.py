"""One thing that a gazetteer knows by its names."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A person, body or place with the names that stand for it.

    Attributes:
        id: Wikidata item ("Q212"), or any text that no other entry has.
        names: How it is called, the usual name first.
        type: Type of entities that the names may stand for, or "" for any.
        valid_from: ISO 8601 year, month or day from which the names stand for it, or "".
        valid_to: The last such time, or "".
        source: The table, file or service it comes from.
        score: How sure a service is of it, on the service's own scale.
    """

    id: str
    names: tuple[str, ...]
    type: str = ""
    valid_from: str = ""
    valid_to: str = ""
    source: str = ""
    score: float = 0.0
