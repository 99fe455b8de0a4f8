"""Happenings that an article names, with their time, place and those who take part.

High precision first: noun phrases of a readable lexicon, and a few plain verbs with an explicit
time, that have a time, a duration or an agent of their own. Mentions are one event only on strong
evidence: a definite mention soon after ("a ceasefire … The ceasefire will last from …") or the
same agent, and nothing that speaks against it (another modifier, another time).
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token  # noqa: TID251

from kgraph.extract import acts, parts, times
from kgraph.extract.attribution import Attribution
from kgraph.model import Article, Span, Spans, When

NOUNS = frozenset(
    """ceasefire truce armistice talk talks summit meeting visit election vote referendum attack strike offensive
    counteroffensive invasion raid bombing shelling airstrike assault sanction sanctions deal agreement treaty
    exchange swap inauguration hearing trial protest rally march parade drill exercise conference negotiation
    negotiations withdrawal evacuation launch debate ceremony funeral coup siege blockade operation campaign summit
    strike walkout explosion blast crash earthquake flood wildfire festival session congress convention tour trip
    announcement arrest resignation verdict ruling assassination mission mobilisation mobilization lockdown
    championship tournament concert vigil demonstration consultation consultations round""".split()
)
"""Lemmas (and plurals that mean something of their own) of nouns that name happenings."""

VERBS = {
    "meet": "meeting", "visit": "visit", "invade": "invasion", "attack": "attack", "bomb": "bombing",
    "shell": "shelling", "strike": "strike", "withdraw": "withdrawal", "resign": "resignation", "vote": "vote",
    "evacuate": "evacuation", "arrest": "arrest", "travel": "trip", "march": "march", "sign": "signing",
    "launch": "launch", "arrive": "arrival", "assassinate": "assassination", "raid": "raid", "storm": "storming",
}  # fmt: skip
"""Verbs that tell a happening, and the noun that names it."""

_SAME = {"truce": "ceasefire", "armistice": "ceasefire", "negotiation": "talk", "talks": "talk", "sanctions": "sanction",
         "airstrike": "strike", "trip": "visit", "negotiations": "talk"}  # fmt: skip
_BRINGS = frozenset(
    """announce declare proclaim launch order hold host stage start begin conduct sign impose mount organise organize
    carry schedule open resume convene conclude make plan wage lead lift suspend end call extend unveil postpone
    cancel complete reach""".split()
)
_ANNOUNCES = frozenset("announce declare proclaim unveil order propose offer call demand urge seek want".split())
_PLURAL_TALKS = frozenset("hold resume sign conclude open begin start reach make complete".split())
_KEPT = frozenset(
    """presidential parliamentary military naval general local regional federal nuclear terrorist snap early
    municipal legislative""".split()
)
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "pobj", "conj", "appos", "npadvmod"})
_BACK = 2
"""Sentences that a definite mention may lie behind the event it takes up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEvent:
    """An event before its people are resolved.

    Attributes:
        label: The noun that names it, with what tells its kind ("peace talks"), without time.
        spans: Where the article names it, in order.
        agent: The words that name who brings it about.
        participants: The words that name the others who take part or whom it meets.
        attribution: Number of the attribution whose content holds it, or None.
    """

    label: str
    spans: Spans
    when: When | None = None
    agent: Span | None = None
    participants: Spans = ()
    place: str = ""
    attribution: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """An event with what later mentions are held against."""

    event: RawEvent
    kind: str
    marks: frozenset[str]
    agent: str
    sentence: int
    lasting: bool = False
    named: bool = True


def find(doc: Doc, article: Article, attributions: Sequence[Attribution]) -> list[RawEvent]:
    """The events of the article's text blocks, in the order of the text."""
    holders = _Holders(attributions)
    found: list[_Seen] = []
    recent: dict[str, list[int]] = {}
    for number, words in enumerate(_sentences(doc, article)):
        start, end = words[0].idx, words[-1].idx + len(words[-1])
        told = _placed(doc, times.find(doc, article, start, end))
        for token in words:
            seen = _noun(token, number, told, holders, attributions) or _verb(token, number, told, holders)
            if seen is None:
                continue
            known = recent.setdefault(seen.kind, [])
            match = next((i for i in reversed(known[-8:]) if _is_same(found[i], seen, token)), None)
            if match is None:
                known.append(len(found))
                found.append(seen)
            else:
                found[match] = _merged(found[match], seen)
    kept = [s.event for s in found if s.event.when or s.event.agent or s.lasting]
    return sorted(kept, key=lambda event: event.spans)


def _sentences(doc: Doc, article: Article) -> Iterator[list[Token]]:
    """The sentences of the text blocks (of everything where nothing is laid out)."""
    blocks = [(p.start, p.end, p.kind) for p in article.paragraphs] or [(0, len(article.text), "text")]
    block = 0
    words: list[Token] = []
    for token in doc:
        if token.is_sent_start and words:
            yield words
            words = []
        if token.is_space:
            continue
        while block + 1 < len(blocks) and token.idx >= blocks[block][1]:
            block += 1
        start, end, kind = blocks[block]
        if kind == "text" and start <= token.idx < end and len(words) < 2 * parts.REACH:
            words.append(token)
    if words:
        yield words


class _Holders:
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
        holding = [(size, n) for s, e, size, n in self._rows[max(0, last - 12) : last] if span[1] <= e]
        return min(holding)[1] if holding else None


def _placed(doc: Doc, found: Sequence[When]) -> list[tuple[When, list[Token]]]:
    """Each time with the tokens above it, nearest first, up to the verb that governs it."""
    placed = []
    for when in found:
        run = parts.tokens(doc, (when.span,)) if when.span else []
        heads = parts.roots(run)
        if heads:
            placed.append((when, _above(heads[0])))
    return placed


def _above(token: Token) -> list[Token]:
    chain = [token]
    for _ in range(12):
        if token.pos_ in {"VERB", "AUX"} and len(chain) > 1 or token.head.i == token.i:
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


def _noun(
    token: Token,
    number: int,
    told: Sequence[tuple[When, list[Token]]],
    holders: _Holders,
    attributions: Sequence[Attribution],
) -> _Seen | None:
    """What the noun tells of an event; None where it names none."""
    if token.pos_ != "NOUN" and not (token.pos_ == "PROPN" and not token.ent_type_):
        return None
    if not _is_named(token) or token.dep_ in {"compound", "nmod"} and token.head.i > token.i:
        return None
    kids = parts.children(token)
    if any(c.lower_ in {"no", "any", "every"} for c in kids) or token.head.lower_ in {"without", "like"}:
        return None
    before = [c for c in kids if c.i < token.i and c.dep_ in {"amod", "compound", "nummod", "nmod"}]
    label = [c for c in before if _tells_kind(c)]
    span = _span([*(c for c in before if c.i >= token.i - 6), token])
    base = token.lower_ if token.tag_ == "NNS" else token.lemma_.lower()
    verb = _clause(_above(token)[-1]) if len(_above(token)) > 1 else None
    holder = holders.at(span)
    agent, others = _agent(token, verb, kids, holder, attributions)
    lasting = any("-day" in c.lower_ or "-week" in c.lower_ or "-hour" in c.lower_ for c in before) or _has_duration(token)
    event = RawEvent(
        label=" ".join([*(c.lower_ if c.ent_type_ == "" else c.text for c in label), base]),
        spans=(span,),
        when=_time(token, verb, kids, told),
        agent=agent,
        participants=tuple(sorted({*others, *_participants(token, kids)} - {agent})),
        place=_place(token, verb, kids),
        attribution=holder,
    )
    return _Seen(
        event=event,
        kind=_kind(token),
        marks=frozenset(c.lower_ for c in before if c.lower_ not in {"new", "first", "next", "latest", "last"}),
        agent=_name(token.doc, agent),
        sentence=number,
        lasting=lasting,
        named=_is_definite(kids),
    )


def _tells_kind(c: Token) -> bool:
    if c.ent_type_ in {"DATE", "TIME", "CARDINAL", "ORDINAL", "NORP"} or c.dep_ == "nummod":
        return False
    return (c.dep_ == "compound" and not c.lower_.endswith(("-day", "-week", "-hour", "-month"))) or c.lower_ in _KEPT


def _has_duration(token: Token) -> bool:
    doc = token.doc
    low = max(token.left_edge.i, token.i - 6)
    return any(
        doc[i].lower_ in {"day", "week", "hour", "month"} and doc[i - 1].text in {"-", "–"} for i in range(low + 1, token.i)
    )


def _is_definite(kids: Sequence[Token]) -> bool:
    return any(c.lower_ in {"the", "this", "that", "these", "those", "its", "his", "their"} for c in kids)


def _agent(
    token: Token,
    verb: Token | None,
    kids: Sequence[Token],
    holder: int | None,
    attributions: Sequence[Attribution],
) -> tuple[Span | None, set[Span]]:
    """Who brings it about, and who does so with them."""
    for c in kids:
        if c.dep_ == "poss" and parts.is_name(c) and c.ent_type_ not in {"DATE", "TIME"}:
            return _span(parts.noun_phrase(c)), set()
        by = c if c.dep_ in {"prep", "agent"} and c.lower_ == "by" else None
        if c.dep_ in {"acl", "relcl"} and c.tag_ == "VBN":
            by = parts.child(c, "agent")
        doer = parts.child(by, "pobj") if by is not None else None
        if doer is not None and doer.ent_type_ not in {"DATE", "TIME"}:
            return _span(parts.noun_phrase(doer)), set()
    above = token.head
    if above.lower_ == "of" and above.head.lemma_ in {"announcement", "declaration", "launch", "start", "proclamation"}:
        owner = parts.child(above.head, "poss")
        if owner is not None and parts.is_name(owner):
            return _span(parts.noun_phrase(owner)), set()
    if verb is None or token.dep_ not in {"dobj", "nsubjpass"}:
        return None, set()
    lemma = acts.base(token.head) if token.head.pos_ == "VERB" else acts.base(verb)
    if lemma not in _BRINGS or (lemma == "call" and parts.child(token.head, "prep", "prt") is not None):
        return None, set()
    if token.dep_ == "nsubjpass":
        by = parts.child(token.head, "agent")
        doer = parts.child(by, "pobj") if by is not None else None
        return (_span(parts.noun_phrase(doer)), set()) if doer is not None else (None, set())
    if lemma in _ANNOUNCES and holder is not None and attributions[holder].source:
        cue = parts.indices(parts.tokens(token.doc, attributions[holder].cue))
        if token.head.i in cue:
            return attributions[holder].source[0], set()
    subject = _subject(token.head)
    if subject is None or subject.pos_ == "PRON" and subject.lower_ in {"it", "that", "which", "who", "this"}:
        return None, set()
    others = {_span([c]) if not parts.is_name(c) else _span(parts.noun_phrase(c)) for c in parts.children(subject) if c.dep_ == "conj"}
    if others and lemma in _PLURAL_TALKS:
        first = [t for t in parts.noun_phrase(subject) if t.i <= subject.i]
        return _span(first), others
    return _span(parts.noun_phrase(subject)), set()


def _subject(verb: Token) -> Token | None:
    for _ in range(4):
        subject = parts.child(verb, "nsubj")
        if subject is not None:
            return subject
        if verb.dep_ not in {"xcomp", "conj"} or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def _time(
    token: Token, verb: Token | None, kids: Sequence[Token], told: Sequence[tuple[When, list[Token]]]
) -> When | None:
    """The time of the noun itself, else of the clause whose argument it is; ranges first."""
    own: list[When] = []
    shared: list[When] = []
    about = verb is not None and acts.base(verb) in _ANNOUNCES
    for when, above in told:
        if token.i in {t.i for t in above[1:]} or (above and above[0].i == token.i):
            own.append(when)
        elif verb is not None and token.dep_ in _ARGUMENTS and _clause(above[-1]).i == verb.i:
            other = [t for t in above[1:-1] if t.pos_ == "NOUN" and _is_named(t) and t.i != token.i]
            # The day on which it was announced is not the day on which it happens.
            if not other and (not about or when.start != when.end):
                shared.append(when)
    if about:
        own = [w for w in own if w.start != w.end or w.span is None or not _follows_verb(token, w)] or own[:0]
    for group in (own, shared):
        ranges = [w for w in group if w.start != w.end]
        if ranges or group:
            return (ranges or group)[0]
    return None


def _follows_verb(token: Token, when: When) -> bool:
    """Whether the time may as well tell when the announcing was done: a bare "on Monday"."""
    assert when.span is not None
    run = parts.tokens(token.doc, (when.span,))
    return bool(run) and run[0].i > token.i and run[0].i <= token.i + 3 and run[0].text in _DAYS


_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday today yesterday".split())


def _participants(token: Token, kids: Sequence[Token]) -> set[Span]:
    found: set[Span] = set()
    for c in kids:
        if c.dep_ != "prep" or c.lower_ not in {"between", "with", "against", "among", "of"}:
            continue
        inner = parts.child(c, "pobj")
        for _ in range(6):
            if inner is None:
                break
            if parts.is_name(inner) and inner.ent_type_ not in {"DATE", "TIME"} or (c.lower_ != "of" and inner.pos_ == "NOUN"):
                whole = parts.noun_phrase(inner)
                joined = [t.i for t in parts.children(inner) if t.dep_ == "conj"]
                found.add(_span([t for t in whole if not joined or t.i <= inner.i]))
            inner = parts.child(inner, "conj")
    return found


def _place(token: Token, verb: Token | None, kids: Sequence[Token]) -> str:
    """The place that the noun, else the clause, is told to be at."""
    near = [*kids, *(parts.children(verb) if verb is not None and token.dep_ in _ARGUMENTS else [])]
    if verb is not None and token.dep_ in {"dobj", "nsubjpass", "nsubj"} and token.head.i != verb.i:
        near += parts.children(token.head)
    for c in near:
        if c.dep_ != "prep" or c.lower_ not in {"in", "at", "near", "on", "outside", "inside", "across", "over"}:
            continue
        inner = parts.child(c, "pobj")
        if inner is not None and inner.ent_type_ in _PLACES:
            words = parts.noun_phrase(inner)
            while words and words[0].dep_ == "det" and words[0].ent_type_ == "":
                words.pop(0)
            start, end = _span(words)
            return token.doc[parts.at(token.doc, start) : parts.at(token.doc, end - 1) + 1].text
    return ""


def _verb(
    token: Token, number: int, told: Sequence[tuple[When, list[Token]]], holders: _Holders
) -> _Seen | None:
    """What a plain verb with a named subject and a time of its own tells of an event."""
    lemma = acts.base(token) if token.lemma_.lower() not in VERBS else token.lemma_.lower()
    if token.pos_ != "VERB" or lemma not in VERBS or parts.child(token, "neg") is not None:
        return None
    when = next((w for w, above in told if len(above) > 1 and above[-1].i == token.i), None)
    subject = _subject(token)
    if when is None or subject is None or subject.pos_ not in {"NOUN", "PROPN"}:
        return None
    target = parts.child(token, "dobj")
    if target is not None and _is_named(target) or lemma in {"sign", "launch"} and target is None:
        return None  # "launched an offensive" is told by its noun
    span = (token.idx, token.idx + len(token))
    others: set[Span] = set()
    place = _place(token, token, parts.children(token))
    if target is not None and target.ent_type_ in _PLACES and lemma != "meet":
        place = place or token.doc[target.i : target.i + 1].text
    elif target is not None and target.pos_ in {"NOUN", "PROPN"}:
        others.add(_span(parts.noun_phrase(target)))
    for c in parts.children(token):
        inner = parts.child(c, "pobj") if c.dep_ == "prep" and c.lower_ in {"with", "against"} else None
        if inner is not None:
            others.add(_span(parts.noun_phrase(inner)))
    agent = _span(parts.noun_phrase(subject))
    event = RawEvent(
        label=VERBS[lemma],
        spans=(span,),
        when=when,
        agent=agent,
        participants=tuple(sorted(others - {agent})),
        place=place,
        attribution=holders.at(span),
    )
    return _Seen(
        event=event, kind=_SAME.get(VERBS[lemma], VERBS[lemma]), marks=frozenset(), agent=_name(token.doc, agent),
        sentence=number, named=False,
    )  # fmt: skip


def _is_same(old: _Seen, new: _Seen, token: Token) -> bool:
    """Whether both are told to be one event."""
    if old.marks and new.marks and not old.marks & new.marks:
        return False
    if old.lasting != new.lasting and (old.lasting and new.marks or new.lasting):
        return False
    if old.event.when and new.event.when and not _agree(old.event.when, new.event.when):
        return False
    if old.agent and new.agent:
        return old.agent == new.agent and (old.marks == new.marks or not (old.marks and new.marks))
    if old.event.place and new.event.place and old.event.place != new.event.place:
        return False
    later = 0 <= new.sentence - old.sentence <= _BACK
    return later and new.named and token.pos_ != "VERB" and not (new.agent and not old.agent and old.event.when)


def _agree(a: When, b: When) -> bool:
    """Whether two times can be of one event: they share a day."""
    low, high = max(a.start, b.start), min(a.end or "9", b.end or "9")
    size = min(len(low), len(high))
    return low[:size] <= high[:size]


def _merged(old: _Seen, new: _Seen) -> _Seen:
    a, b = old.event, new.event
    wider = b.when if a.when is None or (b.when and b.when.start != b.when.end and a.when.start == a.when.end) else a.when
    event = RawEvent(
        label=a.label if len(a.label) >= len(b.label) or old.agent else b.label,
        spans=tuple(sorted({*a.spans, *b.spans})),
        when=wider,
        agent=a.agent or b.agent,
        participants=tuple(sorted({*a.participants, *b.participants} - {a.agent or b.agent})),
        place=a.place or b.place,
        attribution=b.attribution if a.attribution is None or (b.agent and not a.agent) else a.attribution,
    )
    return replace(
        old, event=event, agent=old.agent or new.agent, sentence=new.sentence,
        marks=old.marks or new.marks, lasting=old.lasting or new.lasting,
    )  # fmt: skip


def _name(doc: Doc, span: Span | None) -> str:
    """The last word of a name, by which two mentions of an agent are held against each other."""
    words = parts.tokens(doc, (span,)) if span else []
    words = [t for t in words if t.tag_ != "POS" and not t.is_punct]
    return words[-1].lower_ if words else ""


def _span(words: Sequence[Token]) -> Span:
    kept = [t for t in words if t.tag_ != "POS" or t.i != words[-1].i]
    first, last = (kept or words)[0], (kept or words)[-1]
    return first.idx, last.idx + len(last)
