"""What a noun or a verb tells of a happening: its kind, time, place and people."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kgraph.extract import parts
from kgraph.extract.actwords import base
from kgraph.extract.attribution import Attribution
from kgraph.extract.participants import (
    ANNOUNCES,
    ARGUMENTS,
    PLACES,
    agent_of,
    last_name,
    participants_of,
    place_of,
    span_of,
    subject_of,
)
from kgraph.extract.propositions import of_happening
from kgraph.model import Proposition, Span, Spans, When

NOUNS = parts.word_set(
    """
    agreement airstrike armistice arrest assassination assault attack blast blockade bombing
    ceasefire ceremony championship concert conference congress consultation consultations
    convention counteroffensive coup crash deal debate demonstration derailment drill earthquake
    election eruption evacuation exchange exercise explosion festival final flood funeral hearing
    blackout collision curfew hurricane inauguration invasion landslide massacre mutiny outage
    premiere riot shooting shutdown stampede strike typhoon uprising wedding
    launch lockdown march meeting mobilisation mobilization negotiation negotiations offensive
    operation parade protest raid rally referendum resignation ruling sanction sanctions shelling
    siege strike summit swap talk talks tournament treaty trial trip truce verdict vigil visit
    vote walkout wildfire withdrawal
    """
)
"""Lemmas (and plurals that mean something of their own) of nouns that name happenings."""


VERBS = {
    "meet": "meeting", "visit": "visit", "invade": "invasion", "attack": "attack", "bomb": "bombing",
    "shell": "shelling", "withdraw": "withdrawal", "resign": "resignation",
    "evacuate": "evacuation", "arrest": "arrest", "travel": "trip", "march": "march", "sign": "signing",
    "launch": "launch", "arrive": "arrival", "assassinate": "assassination", "raid": "raid", "storm": "storming",
}  # fmt: skip
"""Verbs that tell a happening, and the noun that names it."""


_SAME = {"truce": "ceasefire", "armistice": "ceasefire", "negotiation": "talk", "talks": "talk", "sanctions": "sanction",
         "airstrike": "strike", "trip": "visit", "negotiations": "talk"}  # fmt: skip


_KEPT = parts.word_set(
    """
    presidential parliamentary military naval general local regional federal nuclear terrorist
    snap early municipal legislative
    """
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEvent:
    """An event before its people are resolved.

    Attributes:
        label: The noun that names it, with what tells its kind ("peace talks"), without time.
        spans: Where the article names it, in order.
        agent: The words that name who brings it about.
        participants: The words that name the others who take part or whom it meets.
        attribution: Number of the attribution whose content holds it, or None.
        proposition: What the sentence says of it.
    """

    label: str
    spans: Spans
    when: When | None = None
    agent: Span | None = None
    participants: Spans = ()
    place: str = ""
    attribution: int | None = None
    proposition: Proposition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An event with what later mentions are held against."""

    event: RawEvent
    kind: str
    marks: frozenset[str]
    agent: str
    sentence: int
    last: int
    lasting: bool = False
    named: bool = True
    announced: bool = False


class Holders:
    """Finds the innermost attribution whose content holds a span."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        rows = [
            (s, e, sum(y - x for x, y in a.content), n)
            for n, a in enumerate(attributions)
            for s, e in a.content
        ]
        self._rows = sorted(rows)
        self._starts = [row[0] for row in self._rows]

    def at(self, span: Span) -> int | None:
        """The number of the attribution, or None."""
        last = bisect_right(self._starts, span[0])
        holding = [
            (size, n) for s, e, size, n in self._rows[max(0, last - 12) : last] if span[1] <= e
        ]
        return min(holding)[1] if holding else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A time, and the tokens above it from itself up to the verb that governs it.

    Attributes:
        ahead: Whether it lies behind the day of publication.
    """

    when: When
    above: tuple[Token, ...]
    ahead: bool


def placed(doc: Doc, found: Sequence[When], published: str) -> list[Placed]:
    """Each time with its place in the sentence."""
    rows = []
    for when in found:
        heads = parts.roots(parts.tokens(doc, (when.span,))) if when.span else []
        if heads:
            ahead = bool(published) and when.start > published[: len(when.start)]
            rows.append(Placed(when=when, above=tuple(_above(heads[0])), ahead=ahead))
    return rows


def _above(token: Token) -> list[Token]:
    chain = [token]
    for _ in range(12):
        if (token.pos_ in {"VERB", "AUX"} and len(chain) > 1) or token.head.i == token.i:
            break
        token = token.head
        chain.append(token)
    return chain


def _clause(token: Token) -> Token:
    """The main verb of the verbal chain: of "is scheduled to last", "scheduled"."""
    for _ in range(5):
        if token.dep_ not in {"xcomp", "auxpass", "aux"} or token.head.i == token.i:
            break
        token = token.head
    return token


def _kind(token: Token) -> str:
    lemma = token.lemma_.lower()
    return _SAME.get(lemma, _SAME.get(token.lower_, lemma))


def _is_named(token: Token) -> bool:
    return token.lemma_.lower() in NOUNS or token.lower_ in NOUNS


_UNREAL = frozenset({"without", "like"})
_VERBAL = frozenset({"attack", "assault", "strike"})
"""What persons do with words: without a time, no happening but a criticism."""


def read_noun(
    token: Token,
    number: int,
    told: Sequence[Placed],
    holders: Holders,
    attributions: Sequence[Attribution],
) -> Seen | None:
    """What the noun tells of an event; None where it names none."""
    noun = token.pos_ == "NOUN" or (token.pos_ == "PROPN" and not token.ent_type_)
    # "the final" that does something is a noun, whatever the tagger says.
    if not noun and not (token.pos_ == "ADJ" and token.dep_ in {"nsubj", "nsubjpass"}):
        return None
    if not _is_named(token) or (token.dep_ in {"compound", "nmod"} and token.head.i > token.i):
        return None
    kids = parts.children(token)
    if any(c.lower_ in {"no", "any", "every"} for c in kids) or token.head.lower_ in _UNREAL:
        return None
    if token.i and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_:
        return None  # "re-election" is another word
    before = [c for c in kids if c.i < token.i and c.dep_ in {"amod", "compound", "nummod", "nmod"}]
    label = [c for c in before if _tells_kind(c)][-2:]
    span = span_of([*(c for c in before if c.i >= token.i - 6), token])
    named = token.lower_ if token.tag_ == "NNS" else token.lemma_.lower()
    verb = _clause(_above(token)[-1]) if len(_above(token)) > 1 else None
    holder = holders.at(span)
    agent, others = agent_of(token, verb, kids, holder, attributions)
    if agent is not None and token.lemma_ in _VERBAL and _is_person(token.doc, agent):
        agent = None
    lasting = any(
        "-day" in c.lower_ or "-week" in c.lower_ or "-hour" in c.lower_ for c in before
    ) or _has_duration(token)
    event = RawEvent(
        label=" ".join([*(c.lower_ if c.ent_type_ == "" else c.text for c in label), named]),
        spans=(span,),
        when=_time(token, verb, told),
        agent=agent,
        participants=tuple(sorted({*others, *participants_of(token, kids)} - {agent})),
        place=place_of(token, verb, kids),
        attribution=holder,
        proposition=of_happening(token),
    )
    return Seen(
        event=event,
        kind=_kind(token),
        marks=frozenset(
            c.lower_ for c in before if c.lower_ not in {"new", "first", "next", "latest", "last"}
        ),
        agent=last_name(token.doc, agent),
        sentence=number,
        last=token.i,
        lasting=lasting,
        announced=agent is not None and holder is not None and agent in attributions[holder].source,
        named=_is_definite(kids),
    )


def _is_person(doc: Doc, agent: Span) -> bool:
    return any(t.ent_type_ == "PERSON" for t in parts.tokens(doc, (agent,)))


def _tells_kind(c: Token) -> bool:
    """Whether the word tells what kind of event it is, rather than whose, when or how good."""
    hyphens = {n.text for n in (c.nbor(-1) if c.i else c, c.nbor(1))} & {"-", "–"}
    if c.dep_ == "compound" and (c.pos_ != "NOUN" or hyphens):
        return False
    if c.ent_type_ in {"DATE", "TIME", "CARDINAL", "ORDINAL", "NORP"} or c.dep_ == "nummod":
        return False
    return (
        c.dep_ == "compound" and not c.lower_.endswith(("-day", "-week", "-hour", "-month"))
    ) or c.lower_ in _KEPT


def _has_duration(token: Token) -> bool:
    doc = token.doc
    low = max(token.left_edge.i, token.i - 6)
    return any(
        doc[i].lower_ in {"day", "week", "hour", "month"} and doc[i - 1].text in {"-", "–"}
        for i in range(low + 1, token.i)
    )


def _is_definite(kids: Sequence[Token]) -> bool:
    return any(
        c.lower_ in {"the", "this", "that", "these", "those", "its", "his", "their"} for c in kids
    )


def _time(
    token: Token,
    verb: Token | None,
    told: Sequence[Placed],
) -> When | None:
    """The time of the noun itself, else of the clause whose argument it is; ranges first."""
    own: list[When] = []
    shared: list[When] = []
    about = verb is not None and base(verb) in ANNOUNCES
    for time in told:
        when, above = time.when, time.above
        # The day on which it was announced is not the day on which it happens.
        happens = not about or when.start != when.end or time.ahead or _is_set_for(token, when)
        if token.i in {t.i for t in above}:
            own += [when] if happens or not _follows_verb(token, when) else []
        elif _adjoins(token, above):
            own.append(when)
        elif verb is not None and token.dep_ in ARGUMENTS and _clause(above[-1]).i == verb.i:
            other = any(t.pos_ == "NOUN" and _is_named(t) for t in above[1:-1])
            shared += [when] if happens and not other else []
    for group in (own, shared):
        ranges = [w for w in group if w.start != w.end]
        if group:
            return (ranges or group)[0]
    return None


def _adjoins(token: Token, above: Sequence[Token]) -> bool:
    """Whether the time stands right behind a noun that itself is a circumstance ("in an election on …")."""
    return (
        token.dep_ == "pobj"
        and token.head.lower_ in {"in", "at", "during", "after", "before", "for"}
        and len(above) > 1
        and above[-2].dep_ == "prep"
        and above[-2].i == token.i + 1
    )


def _follows_verb(token: Token, when: When) -> bool:
    """Whether the time may as well tell when the announcing was done: a bare "on Monday"."""
    assert when.span is not None
    run = parts.tokens(token.doc, (when.span,))
    return bool(run) and run[0].i > token.i and run[0].i <= token.i + 3 and run[0].text in _DAYS


def _is_set_for(token: Token, when: When) -> bool:
    """Whether the time is what was announced ("a debate for Wednesday"), whenever that was."""
    run = parts.tokens(token.doc, (when.span,)) if when.span else []
    return bool(run) and run[0].i > 0 and token.doc[run[0].i - 1].lower_ == "for"


_DAYS = parts.word_set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday today yesterday")


def read_verb(token: Token, number: int, told: Sequence[Placed], holders: Holders) -> Seen | None:
    """What a plain verb with a named subject and a time of its own tells of an event."""
    lemma = base(token) if token.lemma_.lower() not in VERBS else token.lemma_.lower()
    if token.pos_ != "VERB" or lemma not in VERBS or parts.child(token, "neg") is not None:
        return None
    when = next((t.when for t in told if len(t.above) > 1 and t.above[-1].i == token.i), None)
    subject = subject_of(token)
    if when is None or subject is None or subject.pos_ not in {"NOUN", "PROPN"}:
        return None
    target = parts.child(token, "dobj")
    if (target is not None and _is_named(target)) or (
        lemma in {"sign", "launch"} and target is None
    ):
        return None  # "launched an offensive" is told by its noun
    span = (token.idx, token.idx + len(token))
    others: set[Span] = set()
    is_met = lemma not in {"sign", "launch"}  # a ship that is launched takes no part
    place = place_of(token, token, parts.children(token))
    if target is not None and target.ent_type_ in PLACES and lemma != "meet":
        place = place or token.doc[target.i : target.i + 1].text
    elif target is not None and is_met and target.pos_ in {"NOUN", "PROPN"}:
        others.add(span_of(parts.noun_phrase(target)))
    for c in parts.children(token):
        inner = (
            parts.child(c, "pobj") if c.dep_ == "prep" and c.lower_ in {"with", "against"} else None
        )
        if inner is not None:
            others.add(span_of(parts.noun_phrase(inner)))
    agent = span_of(parts.noun_phrase(subject))
    event = RawEvent(
        label=VERBS[lemma],
        spans=(span,),
        when=when,
        agent=agent,
        participants=tuple(sorted(others - {agent})),
        place=place,
        attribution=holders.at(span),
        proposition=of_happening(token),
    )
    return Seen(
        event=event, kind=_SAME.get(VERBS[lemma], VERBS[lemma]), marks=frozenset(), agent=last_name(token.doc, agent),
        sentence=number, last=token.i, named=False,
    )  # fmt: skip
