"""What an article tells of a person or body: callings, deeds, places, parties, kin, age."""

from dataclasses import dataclass, field

from kgraph.extract import kinds


@dataclass(slots=True, kw_only=True, eq=False)
class Told:
    """What is told of one figure.

    Attributes:
        nouns: What it is called: "surgeon", "striker", "chief-executive".
        words: Lower-case words of whatever is told of it, verbs by their base form.
        kin: What it is called as somebody's: "brother" in "his brother Erik".
        age: Its age, 0 where none is told.
        heard: Numbers of its own statements that were read for what they tell of it.
    """

    nouns: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    kin: set[str] = field(default_factory=set)
    age: int = 0
    heard: set[int] = field(default_factory=set)

    @property
    def nations(self) -> set[str]:
        """The countries that its words are of."""
        return {place for word in self.words if (place := kinds.nation(word))}

    @property
    def parties(self) -> set[str]:
        """The parties that its words are of."""
        return {kinds.PARTIES[word] for word in self.words if word in kinds.PARTIES}
