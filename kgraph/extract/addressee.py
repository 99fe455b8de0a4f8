"""To whom a statement is said.

Read from the cue's own objects ("told Reuters", "urged Congress"), from what it governs ("called on
Kyiv", "a letter to parliament"), and for warnings, threats, appeals and demands without one, from
the named subject of the condition or of what is demanded ("if Kyiv breaks the truce").
"""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from kgraph.extract import acts, parts
from kgraph.extract.actwords import base
from kgraph.extract.attribution import Attribution
from kgraph.model import Spans

_TAKES_OBJECT = parts.word_set(
    """
    tell inform assure reassure remind warn ask urge advise caution promise notify brief
    challenge press beg invite order instruct encourage implore exhort lobby petition alert
    thank congratulate command direct persuade convince query question email text threaten
    entreat admonish beseech quiz counsel pressure summon forewarn address lecture guarantee
    task dare charge forbid caution enjoin implore tell text message ping
    """
)
_OBJECT_IS_CONTENT = frozenset(
    {"promise", "question", "address", "threaten", "guarantee", "press", "challenge", "lobby"}
)
_TO = parts.word_set(
    """
    say speak talk appeal offer write explain reply respond announce complain suggest propose
    confirm admit promise state insist reveal disclose boast confess apologize apologise
    stress pledge mention remark whisper shout declare comment report recommend signal
    indicate pray testify lament add admit acknowledge relay tweet text repeat read hint
    convey pass propose submit present make issue send extend deliver put plead lie hint
    describe recount
    """
)
_SPEECHES = parts.word_set(
    """
    speech address letter statement message remark remarks appeal warning call plea request
    email memo testimony promise pledge note invitation demand offer ultimatum response reply
    answer reminder apology briefing presentation comment petition assurance proposal threat
    word question tribute
    """
)
_SPEAKING = frozenset(
    {"speak", "talk", "write", "address", "testify", "appeal", "reply", "respond", "brief"}
)
_TALKS = parts.word_set("interview conversation call meeting chat talk discussion exchange")
"""What is held with somebody, who hears it."""
_NOT_WHOM = parts.word_set(
    """
    story truth lie joke tale way case course question time same reference attention
    """
)
_PEOPLE = re.compile(
    r"^(?:reporters?|journalists?|newsmen|pressmen|press corps|detectives|shareholders|governors?|mayors?|senators?|premiers?|lawmakers?|supporters?|voters?|crowds?|audiences?|fans|followers|parliament"
    r"|congress|senate|senators|deputies|ministers?|members?|delegates?|officials?|investors|analysts|colleagues"
    r"|allies|leaders?|nation|public|press|media|police|investigators|court|judges?|jury|council|committee"
    r"|commission|board|assembly|house|students|workers|employees|staff|troops|soldiers|people|citizens|residents"
    r"|diplomats|aides|governments?|counterparts?|president|chancellor|king|queen|pope|partners?|residents|families"
    r"|conference|briefing|rally|meeting|forum|summit|hearing|world|newspapers?|agency|broadcaster|network"
    r"|television|channel|radio|magazine|user|users|viewers|listeners|critics|rivals?|donors|lawyers?|regulators?"
    r"|company|party|union|states?|countries|nations|americans|europeans|anyone|everyone|everybody|them|him|her|us"
    r"|me|you|mother|father|wife|husband|friends?|children|parents|victims|activists|interviewer|moderator"
    r"|correspondent|paper|outlet|website|podcast|envoys?|mediators?|side|sides|both|all|those|predecessor|boss|party|parties|nurses|doctors|teachers|pupils|clients?|customers?|consumers|passengers|farmers"
    r"|players|team-?mates|managers?|detectives|magistrates?|peers|councillors|commissioners?|secretary|youths?"
    r"|worshippers|congregation|faithful|pilgrims|bishops|priests|clergy|newsroom|tabloid|weekly|daily|programme"
    r"|program|show|inquiry|inquest|tribunal|hearing|chamber|spectators|onlookers|locals|villagers|tenants|landlords"
    r"|veterans|cadets|recruits|graduates|guests|pundits|chief|chiefs|bankers|economists|creditors|lenders|bosses"
    r"|unions?|brass|hosts?|readers)$"
)
_FROM_CONTENT = frozenset({"warn", "threaten", "call-on", "demand"})
_ONLY_TO_DO = frozenset({"charge", "dare", "forbid"})
"""Verbs whose object is told something only where it is told to do it: "charged him with theft"."""

_AGENT = re.compile(r"(?:[^aeiou]er|[^aeiou]or|ist|ian|[mw]an|m[ea]n|eer|ant|yer|ee)s?$")
_THING = re.compile(
    r"^(?:letter|paper|matter|number|offer|answer|order|power|error|chapter|factor|disaster|water|river|winter|tower"
    r"|career|plan|ban|clan|van|pan|can|mean|fee|tree|degree|grant|plant|restaurant|want|list|twist|moment)s?$"
)
_OF = frozenset({"remind", "inform", "warn", "notify", "convince", "persuade", "assure", "advise"})
"""Verbs whose "of" tells what about, and is no part of the name of the one who is told."""
_INTERROGATIVE = frozenset({"what", "who", "whom", "which", "that", "whether", "how", "why", "if"})


def find(doc: Doc, attribution: Attribution) -> Spans:
    """The words that name whom it is said to; () where nobody is told."""
    cue = parts.tokens(doc, attribution.cue)
    if not cue:
        return ()
    content = parts.tokens(doc, attribution.content)
    source = parts.indices(parts.tokens(doc, attribution.source))
    banned = source | parts.indices(content)
    verb = _verb(cue)
    found = (
        _passive(verb, source)
        or _object(verb, banned, content)
        or _called_upon(cue)
        or _told_to(cue, verb, banned)
        or _spoken_to(doc, cue, banned)
    )
    if not found and acts.classify(doc, attribution) in _FROM_CONTENT:
        found = _in_content(content, doc, attribution)
    found = _tidy(found, source) or _spoke_to(parts.tokens(doc, attribution.source))
    return parts.trimmed(found)


def _verb(cue: Sequence[Token]) -> Token:
    """The last verb of the cue that takes a hearer, else its last verb, else its first word."""
    verbs = [t for t in cue if t.pos_ in {"VERB", "AUX"} or t.tag_.startswith("VB")]
    for t in reversed(verbs):
        if base(t) in _TAKES_OBJECT or base(t) in _TO:
            return t
    return verbs[-1] if verbs else cue[0]


def _passive(verb: Token, source: frozenset[int]) -> list[Token]:
    """Reads "Reporters were told by officials that …": the one who is told is the subject."""
    if verb.lemma_ == "hear" and any(c.lower_ == "from" for c in parts.children(verb)):
        subject = parts.child(verb, "nsubj")  # "The court heard from the prosecutor that …"
        return [] if subject is None or subject.i in source else parts.noun_phrase(subject)
    if base(verb) not in _TAKES_OBJECT or verb.tag_ != "VBN":
        return []
    subject = parts.child(verb, "nsubjpass")
    if subject is None or subject.i in source:
        return []
    if base(verb) in {"ask", "question", "query", "quiz"} and not source:
        return []
    return parts.noun_phrase(subject)


def _object(verb: Token, banned: frozenset[int], content: Sequence[Token]) -> list[Token]:
    if base(verb) not in _TAKES_OBJECT:
        return []
    inside = parts.indices(content)
    following = _after(verb)
    if not following or (following[0].i in inside and base(verb) in _OBJECT_IS_CONTENT):
        return []
    first = following[0]
    to_do = content[0].tag_ == "TO" if content else False
    if base(verb) in _ONLY_TO_DO and not to_do:
        return []
    if (
        first.lower_ in _INTERROGATIVE and first.tag_ in {"WP", "WDT", "IN", "WRB"}
    ) or first.pos_ in {"ADP", "PART"}:
        return []
    head = _nominal_from(following)
    if (
        head is None
        or head.lower_ in _NOT_WHOM
        or head.ent_type_ in {"DATE", "TIME"}
        or head.i in _sources(banned, inside)
    ):
        return []
    if first.i in inside:
        # The parser or the finder put the one who is urged inside the content: "Kyiv to stop".
        rest = [t for t in content if t.i > head.i][:6]
        told_to = bool(rest) and (
            rest[0].tag_ == "TO" or (rest[0].lower_ in {"not", "that"} and len(rest) > 1)
        )
        if not told_to and base(verb) not in {"thank", "congratulate"}:
            return []
        if (
            base(verb) in {"thank", "congratulate"}
            and not parts.is_name(head)
            and not _PEOPLE.match(head.lower_)
        ):
            return []
    elif base(verb) in _OBJECT_IS_CONTENT and not to_do and not _is_hearer(head):
        return []
    end = head.i + 1 if base(verb) in _OF else len(verb.doc)
    return parts.noun_phrase(head, within=(following[0].i, end))


def _sources(banned: frozenset[int], inside: frozenset[int]) -> frozenset[int]:
    return banned - inside


def _after(verb: Token) -> list[Token]:
    """The words behind the verb, adverbs left out, up to the next comma, mark or quotation."""
    doc = verb.doc
    found: list[Token] = []
    for i in range(verb.i + 1, min(verb.i + 25, len(doc))):
        t = doc[i]
        if t.is_space or (
            not found and ((t.pos_ == "ADV" and t.dep_ == "advmod") or t.dep_ == "prt")
        ):
            continue
        if (t.is_punct and t.text not in {"-", "'", "’"}) or parts.is_quote(t) or t.is_sent_start:
            break
        found.append(t)
    return found


def _nominal_from(following: Sequence[Token]) -> Token | None:
    """The head of the noun phrase that the words begin with."""
    head: Token | None = None
    for t in following:
        if t.pos_ in {"VERB", "AUX", "ADP", "SCONJ", "CCONJ", "PART", "PUNCT"} and t.tag_ not in {
            "POS",
            "VBN",
            "VBG",
        }:
            break
        if t.tag_ in {"VBN", "VBG"}:
            if t.dep_ not in {"amod", "compound"}:
                break
            continue
        if head is not None and t.pos_ in {"DET", "PRON"} and t.tag_ != "POS":
            break
        if t.tag_ == "POS":
            continue
        if t.ent_type_ in {"DATE", "TIME"} and head is not None:
            break
        if t.pos_ in {"NOUN", "PROPN", "PRON"} or (t.pos_ in {"NUM", "DET"} and head is None):
            head = t
        elif (head is not None and t.pos_ != "ADJ" and t.i != head.i + 1) or (
            t.pos_ not in {"ADJ", "DET", "NUM", "ADV"} and head is not None
        ):
            break
    if (
        head is not None
        and head.pos_ == "DET"
        and head.lower_ not in {"all", "both", "those", "these"}
    ):
        return None
    return head


def _is_hearer(noun: Token) -> bool:
    word = noun.lower_
    agent = noun.pos_ == "NOUN" and _AGENT.search(word) and not _THING.match(word)
    return parts.is_name(noun) or noun.pos_ == "PRON" or bool(_PEOPLE.match(word) or agent)


def _called_upon(cue: Sequence[Token]) -> list[Token]:
    lemmas = {base(t) for t in cue}
    if not lemmas & {"call", "appeal", "plead", "prevail"}:
        return []
    asking = next(t for t in cue if base(t) in {"call", "appeal", "plead", "prevail"})
    for t in [t for t in _after(asking) if t.pos_ != "ADV" or t.lower_ == "on"][:1]:
        if t.lower_ in {"on", "upon", "to", "with"}:
            row = [x for x in _after(t) if x.pos_ != "ADV"]
            head = _nominal_from(row)
            if head is None or head.lower_ in _NOT_WHOM:
                return []
            return parts.noun_phrase(head, within=(row[0].i, len(t.doc)))
    return []


def _told_to(cue: Sequence[Token], verb: Token, banned: frozenset[int]) -> list[Token]:
    """Reads "said to reporters", "a warning to Kyiv": a preposition behind the cue."""
    lemmas = {base(t) for t in cue} | {t.lemma_.lower() for t in cue}
    if not lemmas & (_TO | _SPEECHES):
        return []
    doc = verb.doc
    start = cue[0].i
    noun_cue = any(t.pos_ == "NOUN" and t.lemma_.lower() in _SPEECHES for t in cue)
    for i in range(start, min(cue[-1].i + 12, len(doc))):
        t = doc[i]
        if t.i > cue[-1].i and (t.is_sent_start or (t.is_punct and not parts.is_quote(t))):
            break
        if t.lower_ != "to" or t.tag_ != "IN" or (t.i in banned and not noun_cue):
            continue
        row = [x for x in _after(t) if x.pos_ != "ADV"]
        head = _nominal_from(row)
        if head is None or (head.i in banned and not noun_cue):
            continue
        if _is_hearer(head) and head.ent_type_ not in {"DATE", "TIME"}:
            return parts.noun_phrase(head, within=(row[0].i, len(doc)))
    return []


def _spoken_to(doc: Doc, cue: Sequence[Token], banned: frozenset[int]) -> list[Token]:
    """Reads "Speaking to reporters, …", "in a letter to the council": elsewhere in the cue's sentence."""
    words = [t for t in parts.around(doc, cue) if t.i not in banned]
    for number, t in enumerate(words[:-2]):
        lemma = "brief" if t.lower_ == "briefing" and not number else t.lemma_.lower()
        spoken = lemma in _SPEAKING and (t.tag_ == "VBG" or not number)
        speech = t.pos_ == "NOUN" and lemma in _SPEECHES | _TALKS and t.dep_ == "pobj"
        if not (spoken or speech) or abs(t.i - cue[0].i) > 40:
            continue
        if speech and t.head.lower_ not in {"in", "at", "during"}:
            continue
        near = [x for x in words[number + 1 : number + 5] if x.ent_type_ not in {"DATE", "TIME"}]
        for preposition in near[:2]:
            if preposition.lower_ not in ({"with"} if lemma in _TALKS else {"to", "before"}):
                if spoken and preposition.lower_ in {"after", "at", "in", "on"}:
                    break
                continue
            row = [x for x in _after(preposition) if x.i not in banned]
            head = _nominal_from(row)
            if head is not None and _is_hearer(head):
                return parts.noun_phrase(head, within=(row[0].i, len(doc)))
        if lemma in {"address", "brief"} and spoken:
            row = _after(t)
            head = _nominal_from(row)
            if head is not None and _is_hearer(head):
                return parts.noun_phrase(head, within=(row[0].i, len(doc)))
    return []


def _spoke_to(source: Sequence[Token]) -> list[Token]:
    """Reads "workers who spoke to the Courier said", "lawyers interviewed by CNN say"."""
    for t in source:
        spoke = t.lemma_ in {"speak", "talk"} and t.dep_ in {"relcl", "acl"}
        heard = t.lemma_ == "interview" and t.tag_ == "VBN" and t.dep_ in {"relcl", "acl"}
        for c in parts.children(t) if spoke or heard else ():
            row = _after(c) if c.lower_ in ({"to", "with"} if spoke else {"by"}) else []
            head = _nominal_from(row)
            if head is not None and _is_hearer(head):
                return parts.noun_phrase(head, within=(row[0].i, len(head.doc)))
    return []


def _in_content(content: Sequence[Token], doc: Doc, attribution: Attribution) -> list[Token]:
    """The named subject of the condition, or of the clause that is demanded."""
    inside = parts.indices(content)
    act = acts.classify(doc, attribution)
    for t in content:
        if t.lower_ in {"if", "unless"} and t.dep_ == "mark":
            subject = parts.child(t.head, "nsubj", "nsubjpass")
            if subject is not None and subject.i in inside and parts.is_name(subject):
                return parts.noun_phrase(subject)
    if act in {"demand", "call-on"}:
        root = parts.predicate(content)
        subject = parts.child(root, "nsubj", "nsubjpass") if root is not None else None
        if subject is not None and subject.i in inside and parts.is_name(subject):
            phrase = parts.noun_phrase(subject)
            # "the ban after Farook killed …" has a verb too, but not as what is demanded.
            return phrase if phrase[0].i <= content[0].i + 2 else []
        if root is not None and parts.is_name(root):
            following = [t.lower_ for t in content if t.i > root.i][:2]
            if following[:1] == ["to"] and following != ["to", "be"]:
                return parts.noun_phrase(root)
    return []


def _tidy(found: list[Token], source: frozenset[int]) -> list[Token]:
    found = [t for t in found if t.i not in source]
    while found and (
        found[-1].ent_type_ in {"DATE", "TIME"} and found[-1].pos_ != "PRON" and len(found) > 1
    ):
        found.pop()
    return found
