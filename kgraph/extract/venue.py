"""Where, or by what means, a statement was made.

Convention: the noun phrase verbatim and without its preposition: "X", "an interview with CNN",
"a news conference", "social media platform"; of "told parliament", "parliament". Hearers that are
no place ("reporters") are addressees only, and so is a town ("in Vienna") no venue.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kgraph.extract import parts
from kgraph.extract.attribution import Attribution

_OCCASIONS = parts.word_set(
    """
    interview statement speech address letter post posting tweet thread video podcast rally hearing email e-mail
    memo column essay op-ed editorial article book memoir memoirs autobiography report briefing conference call
    meeting summit debate message release testimony deposition affidavit filing document lawsuit ruling judgment
    judgement opinion verdict broadcast appearance forum event fundraiser ceremony session dinner lunch breakfast
    sermon homily lecture remark comment note advertisement ad documentary poll survey gathering reception
    roundtable panel discussion seminar workshop symposium convention congress communiqué communique telegram
    chat webcast webinar visit stop tour recording transcript memorandum manifesto parade funeral vigil march
    protest demonstration court parliament church inquest inquiry tribunal trial questionnaire circular bulletin
    audience assembly mass prayer sideline launch unveiling inauguration opening commissioning picket caucus
    newsletter blog preface foreword diary submission petition complaint brief motion paper study
    dispatch livestream stream voicemail reply answer response presentation keynote brunch banquet gala memorial
    commemoration celebration festival fair premiere hustings clip monologue exchange conversation update filings
    stakeout huddle presser Q&A flyover townhall hall town-hall ama oath caption ed mail
    """
)
"""Occasions and writings: "in a …", "at the …", "during her …"."""

_MEDIA = parts.word_set(
    """
    media network app trail television tv radio airwaves livestream blog website site podcast show program programme
    channel account page feed floor podium stump microblog mic platform story handle profile timeline forum board
    newsletter stream reel hotline intercom tannoy phone telephone zoom sideline live stand wall breakfast vlog
    """
)
"""What somebody is "on"."""

_PLATFORMS = parts.word_set(
    """
    x twitter telegram facebook instagram youtube linkedin tiktok bluesky weibo threads reddit whatsapp wechat snapchat medium vkontakte vk mastodon substack signal viber discord twitch social cnn msnbc cnbc nbc abc cbs bbc c-span npr fox newsmax jazeera rte rté ntv itv skynews ndtv dd zoom skype teams clubhouse rumble parler gettr koo news tv radio television show broadcasting fm
    """
)
"""Words that make a name that of a platform or a broadcaster."""

_BARE = parts.word_set(
    """
    parliament court church congress phone telephone email e-mail fax testimony private public writing letter oath remarks text
    """
)
"""Venues without an article, after "in", "by" or "under"."""

_FORA = parts.word_set(
    """
    parliament congress senate house duma bundestag knesset rada commons lords assembly council court committee
    subcommittee conference briefing rally forum hearing summit meeting gathering convention inquiry inquest tribunal
    session jury commission panel podcast audience dáil dail seanad oireachtas sabha majlis holyrood senedd stormont
    sejm riksdag storting folketing diet cortes bundesrat legislature lok rajya plenary caucus synod conclave
    programme program show webinar seminar congregation trial hall seimas saeima riigikogu vidhan
    """
)
"""What is told and is a place or an occasion too."""

_HELD_ON = parts.word_set(
    "call broadcast visit tour panel hustings paper document sideline webinar webcast"
)
"""Occasions that somebody is "on"; others are what something is said about."""

_AT_NO_PLACE = parts.word_set(
    """
    time weekend end beginning start outset moment age point stage height risk request behest least most first last
    once length dawn dusk noon night midday lunchtime hour cost expense rate level pace best worst mercy invitation
    """
)
_WRITING = frozenset({"write", "argue", "pen", "publish", "opine"})
_PLACES = frozenset({"GPE", "LOC", "FAC", "PERSON", "NORP"})
_TIMES = frozenset({"DATE", "TIME"})
_INTO = frozenset({"in", "at", "during", "on", "by", "through", "via", "from", "under", "before"})
_GOING_ON = parts.word_set("with to of for on in at from before by about between alongside")
_VERBS = frozenset({"VBD", "VBZ", "VBP"})
_WINDOW = 90
"""Characters between cue and venue."""

_LONGEST = 12
"""Tokens of a noun phrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrase:
    """A noun phrase: its first token, its head, and one past its last token."""

    start: int
    head: Token
    end: int


def find(doc: Doc, attribution: Attribution) -> str:
    """The venue verbatim, without its preposition; "" where none is told.

    Looked for in the cue's sentence outside the content: the nearest to the cue that no other
    verb parts from it.
    """
    cue = parts.tokens(doc, attribution.cue)
    if not cue:
        return ""
    content = parts.indices(parts.tokens(doc, attribution.content))
    source = parts.indices(parts.tokens(doc, attribution.source))
    banned = content | source
    words = [t for t in parts.around(doc, cue) if t.i not in banned]
    best: tuple[int, int, str] | None = None
    for t in words:
        end = _venue_at(t, banned, cue)
        if end is None:
            continue
        gap = (
            cue[0].idx - doc[end - 1].idx if t.i < cue[0].i else t.idx - cue[-1].idx - len(cue[-1])
        )
        between = range(end, cue[0].i) if t.i < cue[0].i else range(cue[-1].i + 1, t.i)
        hidden = sum(len(doc[i].text_with_ws) for i in between if i in banned)
        if gap - hidden > _WINDOW or any(_parts(doc[i]) for i in between if i not in banned):
            continue
        found = doc[t.i + 1 : end].text
        if best is None or (gap - hidden, -len(found)) < best[:2]:
            best = gap - hidden, -len(found), found
    return best[2] if best is not None else _told(cue, banned)


def _parts(token: Token) -> bool:
    """Whether a clause or a quotation begins with the word, so that what stands before is not its venue."""
    return (
        token.tag_ in _VERBS
        or parts.is_quote(token)
        or (token.lower_ == "that" and token.pos_ == "SCONJ")
    )


def _venue_at(token: Token, banned: frozenset[int], cue: Sequence[Token]) -> int | None:
    """One past the last token of the venue that the word leads to, None where it leads to none."""
    word = token.lower_
    if word == "addressing":
        phrase = _phrase(token.doc, token.i + 1, banned)
        found = phrase is not None and (
            phrase.head.lower_ in _FORA or phrase.head.lemma_.lower() in _FORA | _OCCASIONS
        )
        return _extended(phrase, banned) if phrase is not None and found else None
    if word not in _INTO and not _led_by_verb(token):
        return None
    phrase = _phrase(token.doc, token.i + 1, banned)
    if phrase is None:
        return None
    head, lower = phrase.head, phrase.head.lower_
    lemma = head.lemma_.lower()
    run = list(token.doc[phrase.start : phrase.end])
    bare = not any(t.dep_ in {"det", "poss"} or t.tag_ in {"DT", "PRP$", "POS"} for t in run)
    named = all(t.pos_ == "PROPN" or t.lower_ in _PLATFORMS or t.tag_ == "POS" for t in run)
    if word in {"on", "via", "through", "to", "from", "by"} and _is_medium(
        phrase, run, named=named
    ):
        return max(_shown(phrase), _with_of(phrase, banned))
    if bare and not named:
        if (
            lower in _BARE
            and len(run) <= 2
            and word in {"in", "at", "by", "under", "before", "via"}
        ):
            return _extended(phrase, banned) if lower == "remarks" else phrase.end
        if lemma not in _OCCASIONS or (len(run) == 1 and word not in {"during", "at"}):
            return None
        return _extended(phrase, banned)
    if word in {"in", "before", "at"} and named and lemma in _FORA and not bare:
        return phrase.end
    if lemma in (_HELD_ON if word == "on" else _OCCASIONS) and word not in {"from", "before"}:
        return _extended(phrase, banned)
    if word in {"in", "before"} and lower in _FORA:
        return phrase.end
    if word == "in" and any(t.lemma_.lower() in _WRITING for t in cue) and _is_periodical(run):
        return phrase.end
    if (
        word == "at"
        and not bare
        and lower not in _AT_NO_PLACE
        and head.ent_type_ not in _TIMES | _PLACES
        and head.pos_ == "NOUN"
        and token.head.i in parts.indices(cue)
    ):
        return _extended(phrase, banned)
    return None


def _led_by_verb(token: Token) -> bool:
    """Reads "took to Twitter", "turning to Facebook"."""
    return token.lower_ == "to" and token.i > 0 and token.nbor(-1).lemma_ in {"take", "turn"}


def _is_medium(phrase: _Phrase, run: Sequence[Token], *, named: bool) -> bool:
    lower = phrase.head.lower_
    if phrase.head.ent_type_ in _TIMES:
        return False
    if named:
        return any(t.lower_ in _PLATFORMS for t in run)
    return (
        lower in _MEDIA
        or phrase.head.lemma_.lower() in _MEDIA
        or (lower in _PLATFORMS and len(run) > 1)
    )


def _is_periodical(run: Sequence[Token]) -> bool:
    if run[0].lower_ == "the" and any(
        t.lower_ in {"journal", "magazine", "newspaper", "daily", "weekly", "tabloid"} for t in run
    ):
        return True
    names = [t for t in run if t.lower_ != "the"]
    return bool(names) and all(
        t.pos_ == "PROPN" and t.ent_type_ not in _PLACES | _TIMES for t in names
    )


def _phrase(doc: Doc, first: int, banned: frozenset[int]) -> _Phrase | None:
    """The noun phrase that begins at the token, without what follows its head."""
    head: Token | None = None
    end = first
    for i in range(first, min(first + _LONGEST, len(doc))):
        t = doc[i]
        if i in banned or t.is_space or (t.is_sent_start and i > first):
            break
        nominal = (
            t.pos_ in {"NOUN", "PROPN"}
            or t.lower_ in _PLATFORMS | _BARE
            or (t.pos_ in {"ADV", "ADJ"} and t.lemma_.lower() in _OCCASIONS)
        )
        if not nominal:
            inside = t.tag_ in {"VBN", "VBG"} and t.head.i > i and t.dep_ in {"amod", "compound"}
            plain = t.pos_ in {"ADJ", "DET", "NUM", "PART", "ADV"} or t.tag_ in {
                "PRP$",
                "POS",
                "CD",
            }
            if not (inside or plain or t.text in {"-", "–", "&"}) or t.tag_ in {"TO", "WRB"}:
                break
            if head is not None and (t.tag_ in {"DT", "PRP$", "RB"} or t.text == "–"):
                break
            continue
        if head is not None and t.ent_type_ in _TIMES and t.dep_ not in {"compound", "nmod"}:
            break
        head, end = t, i + 1
    return _Phrase(start=first, head=head, end=end) if head is not None else None


def _shown(phrase: _Phrase) -> int:
    """The end of a medium's name with its show: "CNN's "State of the Union"", "Medium's blog"."""
    doc, end = phrase.head.doc, phrase.end
    if end + 1 < len(doc) and doc[end].tag_ == "POS" and parts.is_quote(doc[end + 1]):
        for i in range(end + 2, min(end + _LONGEST, len(doc))):
            if parts.is_quote(doc[i]):
                return i + 1
    return end


def _extended(phrase: _Phrase, banned: frozenset[int]) -> int:
    """The end of the phrase with what hangs on it: "with CNN", "to the board", "posted on YouTube"."""
    doc, end = phrase.head.doc, phrase.end
    for _ in range(3):
        i = end
        if i < len(doc) and doc[i].tag_ in {"VBN", "VBG"} and i not in banned:
            i += 1
            if i < len(doc) and doc[i].dep_ == "prt":
                i += 1
        if i >= len(doc) or i in banned or doc[i].lower_ not in _GOING_ON or doc[i].is_sent_start:
            break
        following = _phrase(doc, i + 1, banned)
        if following is None or following.head.ent_type_ in _TIMES:
            break
        end = following.end
    return end


def _told(cue: Sequence[Token], banned: frozenset[int]) -> str:
    """Reads "told parliament", "addressed a rally": a hearer that is a place or an occasion too."""
    verb = next((t for t in cue if t.lemma_ in {"tell", "address", "inform", "brief"}), None)
    if verb is None:
        return ""
    phrase = _phrase(verb.doc, verb.i + 1, banned)
    if phrase is None:
        return ""
    run = verb.doc[phrase.start : phrase.end]
    if not any(t.lower_ in _FORA for t in run):
        return ""
    return verb.doc[phrase.start : _with_of(phrase, banned)].text


def _with_of(phrase: _Phrase, banned: frozenset[int]) -> int:
    """The end of the phrase with "of …": "the House of Commons", "the sidelines of the summit"."""
    doc = phrase.head.doc
    if phrase.end < len(doc) and doc[phrase.end].lower_ == "of" and phrase.end not in banned:
        following = _phrase(doc, phrase.end + 1, banned)
        return following.end if following is not None else phrase.end
    return phrase.end
