"""What was said, in comparable form: what is told, held against, asked or called for, and by whom."""

from dataclasses import dataclass
from functools import lru_cache

from kgraph import ids
from kgraph.resolve.concepts import concept
from kgraph.resolve.dates import days_between, sortable
from kgraph.resolve.names import may_be_one
from kgraph.resolve.stories import tells_a_matter
from kgraph.resolve.text import (
    FUNCTION_WORDS,
    frame,
    is_negated,
    points_outside,
    telling,
    words,
)

# Acts by what they do to their content. One content can be told, turned down, asked about or
# called for, and those are different claims.
STANCES = {
    **dict.fromkeys(("deny", "reject", "oppose", "doubt"), "against"),
    **dict.fromkeys(("demand", "call-on", "request", "propose"), "calling for"),
    **dict.fromkeys(("want", "hope", "intend"), "wishing"),
    "ask": "asking",
    "fear": "fearing",
}

_ENOUGH = 3
"""Words that name something from which what is said is known by its words."""

_MANY = 6
"""The same of what is no sentence."""

_QUOTED = 10
"""Words, some of them quoted, that are a sentence or most of it."""

_DAY = len("2025-05-08")

_TOPICAL = frozenset({"assert", "believe", "discuss", "explain"})
"""Acts that tell what is spoken of where the content is no clause: "spoke about the talks"."""

_THANKS = frozenset({"thank", "thanks", "grateful", "congratulate", "congratulations"})

_DENIAL = ("den", "refut", "reject", "dismiss", "disput")
_REFUSING = (*_DENIAL, "refus", "oppos", "declin", "doubt", "rul", "object")


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What was said, by whom and when, in comparable form.

    Attributes:
        iri: IRI of the statement.
        article: IRI of the article.
        unit: Id of the copy group, or of the article across its versions: one origin of words.
        words: The content in comparable form.
        speaker: Folded name of the speaker, or "".
        actor: Id of the speaker's actor, or "".
        named: Whether the speaker has a name, so that he is known across articles.
        day: When it was said, or else published; ISO 8601, "" where unknown.
        published: When its words first appeared: a copy is never earlier than its original.
        copied: Whether its article is a copy of another one.
        cue: The words that report it, without case.
        proposition: Folded subject, relation and object, and whether it is negated.
        headline: The content, verbatim; of a denial the whole sentence, as the content is what
            is not so.
        aside: Whether a person's word on it takes it out of its words: it has a wording of its own.
    """

    iri: str
    article: str
    unit: str
    words: tuple[str, ...]
    speaker: str
    actor: str
    named: bool
    day: str
    published: str
    copied: bool
    act: str
    cue: str
    modality: str
    quote: str
    polarity: str
    proposition: tuple[str, str, str, bool] | None
    headline: str
    aside: bool = False

    @property
    def rank(self) -> str:
        """Time of saying, then of publication; an original before its copies; then IRI."""
        copied = str(int(self.copied))
        return "\x1f".join((sortable(self.day), self.published, copied, ids.name_of(self.iri)))

    @property
    def denies(self) -> bool:
        """Whether the act, not the content, says no: "denied a deal", not "said there is none"."""
        return is_denial(self.act, self.words, self.cue)

    @property
    def double(self) -> bool:
        """Whether its cue turns a refusal round: "did not deny", "does not refuse"."""
        return _is_double(self.cue)

    @property
    def stance(self) -> str:
        """What the act does to the content: tells it, is against it, asks it or calls for it."""
        if self.double or (self.act == "deny" and not self.denies):
            return "telling"
        return STANCES.get(self.act, "telling")

    @property
    def negated(self) -> bool:
        """Whether the speaker holds that the content, its negations aside, is not so."""
        return is_negated(self.words) != self.denies

    @property
    def has_subject(self) -> bool:
        """Whether the content is a clause, with a subject of its own."""
        if self.proposition is None:
            return False
        subject = self.proposition[0].split()
        return set(subject) <= set(self.words) if subject else "there" in self.words

    @property
    def stands_alone(self) -> bool:
        """Whether the words say something without the act that reports them: "the talks" don't."""
        if self.quote == "mixed":
            return self.has_subject or len(self.words) >= _QUOTED
        return self.has_subject or self.quote == "direct"

    @property
    def names_a_topic(self) -> bool:
        """Whether it only tells what is spoken of, not what is said of it."""
        return (
            self.act in _TOPICAL
            and self.is_a_thing
            and not self.stands_alone
            and not frame(self.words)[1]
        )

    @property
    def is_a_thing(self) -> bool:
        """Whether it holds no verb of its own: of "rejected the plan" the act is what is told."""
        relation = self.proposition[1].split() if self.proposition else []
        verbs = {concept(word) for word in relation if word not in FUNCTION_WORDS}
        return verbs.isdisjoint(map(concept, self.words))

    @property
    def shared(self) -> bool:
        """Whether its words make the same claim in every mouth."""
        return (
            self.stands_alone
            and len(telling(self.words)) >= _ENOUGH
            and not points_outside(self.words)
        )

    @property
    def tells_a_matter(self) -> bool:
        """Whether its words show what it is about: "thank you" and "the federal law" don't."""
        names = telling(self.words)
        return len(names) >= _ENOUGH or any(tells_a_matter([word]) for word in names)

    @property
    def wording(self) -> tuple[str, ...]:
        """What statements that make one claim in the same words have in common.

        Words that are few, that mean something else in another mouth, or that say nothing without
        the act ("to keep in touch", agreed somewhere every day) only count as the same from the
        same speaker, the last on one day; from an unnamed one, or if they tell no matter, only
        within one text. Many words that are no sentence count from anybody, on one day. What few
        words mean also hangs on the act: announcing a plan and praising it are two claims.
        """
        return (*self.words_of_claim, "aside", self.iri) if self.aside else self.words_of_claim

    @property
    def words_of_claim(self) -> tuple[str, ...]:
        """The wording, whatever a person took out of it."""
        if not self.words:
            return ("nothing", self.iri)
        if self.shared:
            return (self.stance, *self.words)
        names, day = len(telling(self.words)), self.day[:_DAY]
        if names >= _MANY and not points_outside(self.words):
            return (self.stance, *self.words, "on", day)
        by = [self.actor] if self.named else []
        if not self.named or not names or not (self.tells_a_matter or self.stands_alone):
            by.append(self.unit)  # "him" is somebody else in every text
        elif not (self.tells_a_matter and self.stands_alone):
            by.append(day)
        return (self.act if names < _ENOUGH else self.stance, *self.words, "by", *by)

    @property
    def wording_id(self) -> str:
        """The digest of the wording; a claim has that of its earliest one."""
        return _claim_id(self.wording)

    @property
    def matter(self) -> tuple[str, ...]:
        """The words without a leading article, and with the speaker's name for a leading pronoun.

        "X denied that it could …" and "X could …" are about the same matter.
        """
        head, rest = self.words[:1], self.words[1:]
        if head and head[0] in ("it", "he", "she", "they") and self.named:
            return (*self.speaker.split(), *rest)
        return rest if rest and head[0] in ("a", "an", "the") else self.words


def are_of_one_time(one: Content, other: Content, days: int) -> bool:
    """Whether two statements are near enough in time to be one claim.

    Args:
        days: Days between them at most; of what only names a topic, spoken of anew the next day,
            and of thanks, none.
    """
    apart = days_between(one.day, other.day)
    both_thank = _THANKS.intersection(one.words, other.words)
    most = 0 if one.names_a_topic or other.names_a_topic or both_thank else days
    return apart is not None and abs(apart) <= most


def are_one_voice(one: Content, other: Content) -> bool:
    """Whether two statements of one story have one speaker, by the names that their articles give."""
    return one.speaker == other.speaker or (
        one.named and other.named and may_be_one(one.speaker, other.speaker)
    )


# It is asked for wherever a statement is looked up by its words.
@lru_cache(2**14)
def _claim_id(wording: tuple[str, ...]) -> str:
    return ids.digest("claim", *wording)


@lru_cache(2**14)
def is_denial(act: str, folded: tuple[str, ...], cue: str) -> bool:
    """Whether the act with this cue, not the content, says no."""
    refused = any(stem in cue for stem in _DENIAL)
    return act == "deny" and (refused or not is_negated(folded)) and not _is_double(cue)


@lru_cache(2**14)
def _is_double(cue: str) -> bool:
    return any(stem in cue for stem in _REFUSING) and is_negated(words(cue))
