"""Statements as resolution looks at them: with their actors, copy groups and comparable words."""

from collections.abc import Iterable
from dataclasses import dataclass

from kgraph.model import Actor, Article, CopyGroup, Extraction, Statement
from kgraph.resolve.actors import is_named
from kgraph.resolve.copies import work_of
from kgraph.resolve.dates import sortable
from kgraph.resolve.text import fold_name, is_negated, points_outside, telling, words

# Acts by what they do to their content. One content can be told, turned down, asked about or
# called for, and those are different claims.
STANCES = {
    **dict.fromkeys(("deny", "reject", "oppose", "doubt"), "against"),
    **dict.fromkeys(("demand", "call-on", "request", "propose"), "calling for"),
    **dict.fromkeys(("want", "hope", "intend"), "wishing"),
    "ask": "asking",
    "fear": "fearing",
}

_DENIAL = ("den", "refut", "reject", "dismiss", "disput")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One statement and what stands around it.

    Attributes:
        words: Its content in comparable form.
        speaker: Folded name of its speaker, or "".
        actor: Id of its speaker's actor, or "".
        named: Whether the speaker has a name, so that he is known across articles.
        addressees: Ids of the addressees' actors.
        relays: Folded names of those it came through, outermost first.
        group: Id of the copy group of its article, or "".
        unit: Id of the copy group, or of the article across its versions: one origin of words.
        copied: Whether its article is a copy of another one.
        day: When it was said, or else published; ISO 8601, "" where unknown.
        published: When its words first appeared: a copy is never earlier than its original.
        first_wording: Another wording of its claim, where that came first (see ``trimmed``).
    """

    iri: str
    statement: Statement
    article: Article
    words: tuple[str, ...]
    speaker: str
    actor: str
    named: bool
    addressees: tuple[str, ...]
    relays: tuple[str, ...]
    group: str
    unit: str
    copied: bool
    day: str
    published: str
    first_wording: tuple[str, ...] = ()

    @property
    def claim(self) -> tuple[str, ...]:
        """What statements of the same claim have in common: the wording that came first."""
        return self.first_wording or self.wording

    @property
    def order(self) -> tuple[str, str, bool, str]:
        """Time of saying, then of publication; an original before its copies; then IRI."""
        return sortable(self.day), self.published, self.copied, self.iri

    @property
    def denies(self) -> bool:
        """Whether the act, not the content, says no: "denied a deal", not "said there is none"."""
        if self.statement.act != "deny":
            return False
        cue = self.article.quote(self.statement.cue).casefold()
        return not is_negated(self.words) or any(stem in cue for stem in _DENIAL)

    @property
    def stance(self) -> str:
        """What the act does to the content: tells it, is against it, asks it or calls for it."""
        if self.statement.act == "deny" and not self.denies:
            return "telling"
        return STANCES.get(self.statement.act, "telling")

    @property
    def negated(self) -> bool:
        """Whether the speaker holds that the content, its negations aside, is not so."""
        return is_negated(self.words) != self.denies

    @property
    def wording(self) -> tuple[str, ...]:
        """What statements that make one claim in the same words have in common.

        Words that are few, or that mean something else in another mouth, only count as the same
        from the same speaker; from an unnamed one only within one text. What few words mean also
        hangs on the act: announcing a plan and praising it are two claims.
        """
        if not self.words:
            return ("nothing", self.iri)
        few = len(telling(self.words)) < 3
        if not few and not points_outside(self.words):
            return (self.stance, *self.words)
        speaker = self.actor if self.named else self.unit
        return (self.statement.act if few else self.stance, *self.words, "by", speaker)

    @property
    def matter(self) -> tuple[str, ...]:
        """The words without a leading article, and with the speaker's name for a leading pronoun.

        "X denied that it could …" and "X could …" are about the same matter.
        """
        head, rest = self.words[:1], self.words[1:]
        if head and head[0] in ("it", "he", "she", "they") and self.named:
            return (*self.speaker.split(), *rest)
        return rest if rest and head[0] in ("a", "an", "the") else self.words

    @property
    def headline(self) -> str:
        """The content, verbatim; of a denial the whole sentence, as the content is what is not so."""
        start, end = self.statement.sentence
        content = self.article.quote(self.statement.content)
        return content if content and not self.denies else self.article.text[start:end] or content


def sayings(
    extractions: Iterable[Extraction], actors: Iterable[Actor], groups: Iterable[CopyGroup]
) -> list[Saying]:
    """All statements in the order of ``Saying.order``."""
    actor_of = {member: actor.id for actor in actors for member in actor.members}
    group_of = {article: group for group in groups for article in group.articles}
    published = {e.article.iri: sortable(e.article.published) for e in extractions}
    found = []
    for extraction in extractions:
        article = extraction.article
        group = group_of.get(article.iri)
        appeared = published[article.iri]
        copied = group is not None and group.original != article.iri
        if group is not None and copied:
            appeared = max(appeared, published[group.original])
        entities = {entity.id: entity for entity in extraction.entities}
        for statement in extraction.statements:
            speaker = entities.get(statement.speaker)
            said = statement.said_at.start if statement.said_at else ""
            found.append(
                Saying(
                    iri=statement.iri,
                    statement=statement,
                    article=article,
                    words=words(article.quote(statement.content)),
                    speaker=fold_name(speaker.name) if speaker else "",
                    actor=actor_of.get(speaker.iri, "") if speaker else "",
                    named=speaker is not None and is_named(speaker),
                    addressees=tuple(
                        actor_of[entities[a].iri] for a in statement.addressees if a in entities
                    ),
                    relays=tuple(
                        fold_name(entities[r].name) for r in statement.relays if r in entities
                    ),
                    group=group.id if group else "",
                    unit=group.id if group else work_of(article),
                    copied=copied,
                    day=said or article.published,
                    published=appeared,
                )
            )
    return sorted(found, key=lambda saying: saying.order)
