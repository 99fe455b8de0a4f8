"""What a content or a plain event says, as subject, relation and object in plain words."""

import re
from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc, Token

from kgraph.extract import acts, parts
from kgraph.extract.actwords import base
from kgraph.extract.attribution import Attribution
from kgraph.model import Proposition

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_OBJECTS = ("dobj", "attr", "oprd", "acomp")
_CARRIERS = parts.word_set(
    """
    have need want go plan intend aim try seek begin start continue agree refuse decline fail
    hope expect ready willing prepared able likely unlikely set due determined committed keep
    stop promise vow threaten decide
    """
)
_PRONOUNS = frozenset({"it", "there", "that", "this", "which", "who"})
_LONGEST = 12


def read(doc: Doc, attribution: Attribution) -> Proposition | None:
    """The main predication of the content; of a content without a verb, the statement's own.

    "Putin announced a ceasefire" gives (Putin, announce, ceasefire): the relation is the verb of
    the cue. An infinitive belongs to the one who is told to do it, else to the source. Times,
    articles and relative clauses are left out of the words.
    """
    content = parts.tokens(doc, attribution.content)
    root = parts.predicate(_first_told(content))
    if root is None:
        return None
    inner = parts.child(root, "pcomp") if root.pos_ == "ADP" else None
    root = root if inner is None else inner  # "accused him of rigging the vote"
    inside = parts.indices(content)
    source = _source(doc, attribution)
    cue = parts.tokens(doc, attribution.cue)
    if not _is_verb(root) or _is_participle_of_noun(root):
        return _own(source, cue, root)
    unnamed = _told(doc, attribution, root, inside) or source
    return _predication(root, inside, unnamed)


def of_happening(token: Token) -> Proposition | None:
    """What the sentence says of a happening that the word names, in nobody's mouth but its own.

    "Brussels imposed sanctions on Monday" gives (Brussels, impose, sanctions), "The summit opens in
    Oslo" (summit, open in, Oslo), "Starmer visited Warsaw" (Starmer, visit, Warsaw). None where the
    word is neither a verb nor what a verb says something of.
    """
    verb = token if token.pos_ == "VERB" else token.head
    if verb is not token and token.dep_ not in {"nsubj", "nsubjpass", "dobj"}:
        return None
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    inside = parts.indices(parts.around(token.doc, [verb]))
    carried = parts.child(verb, *_SUBJECTS) is None and verb.dep_ in {"conj", "xcomp"}
    subject = parts.child(verb.head, *_SUBJECTS) if carried else None
    return _predication(verb, inside, phrase(subject))


def _predication(root: Token, inside: frozenset[int], unnamed: str) -> Proposition | None:
    """Subject, relation and object of the verb; ``unnamed`` stands where it has no subject."""
    subject = next((c for c in parts.children(root) if c.dep_ in _SUBJECTS and c.i in inside), None)
    verb, relation = _relation(root, inside)
    target, preposition = _object(verb, inside)
    negated = any(_negates(v, inside) for v in {root, verb})
    agent = _agent(verb, inside) if _is_passive(verb) else None
    if _is_passive(verb) and agent is not None:
        # "A treaty was signed by both" says the same as "both signed a treaty".
        subject, target, preposition = agent, subject, ""
    elif _is_passive(verb):
        relation = f"be {verb.lower_}" if not preposition else f"be {verb.lower_} {preposition}"
        return _made(phrase(subject), relation, phrase(target), negated=negated)
    if subject is None and parts.child(root, "expl") is not None:
        subject_words = ""  # "there were no survivors" tells of nobody who was them
    else:
        subject_words = phrase(subject) if subject is not None else unnamed
    state = parts.child(verb, "acomp") if target is None or target.dep_ == "acomp" else None
    about = _complement(state, inside) if state is not None else None
    if state is not None and about is not None:
        # "interested in the job", "responsible for the delay": the adjective is half of a verb.
        target, preposition = about, f"{state.lower_} {about.head.lower_}"
    if preposition:
        relation = f"{relation} {preposition}"
    return _made(subject_words, relation, phrase(target), negated=negated)


def _is_verb(root: Token) -> bool:
    """Whether the word is a verb, or an adjective with a subject as taggers take "burst" for."""
    if root.pos_ in {"VERB", "AUX"}:
        return True
    return root.pos_ == "ADJ" and parts.child(root, "nsubj", "nsubjpass") is not None


def _made(subject: str, relation: str, target: str, *, negated: bool) -> Proposition | None:
    if not relation or not (subject or target):
        return None
    return Proposition(subject=subject, relation=relation, object=target, negated=negated)


def _first_told(content: Sequence[Token]) -> list[Token]:
    cut = [s for s in parts.sentences(content) if any(t.is_alpha for t in s)]
    told = [s for s in cut if not any(t.text == "?" for t in s[-3:])]
    return (told or cut or [[]])[0]


def _own(source: str, cue: Sequence[Token], root: Token) -> Proposition | None:
    """The statement's own predication: source, verb of the cue, head of the content."""
    if not cue or not source or not parts.is_nominal(root):
        return None
    verbs = [t for t in cue if t.pos_ == "VERB"] or [
        t for t in cue if t.pos_ in {"NOUN", "ADJ", "AUX"}
    ]
    if not verbs:
        return None
    verb = verbs[-1]
    relation = _lemma(verb)
    after = [t for t in cue if t.i > verb.i and t.dep_ in {"prep", "prt"}]
    doc = verb.doc
    if (
        not after
        and verb.i + 1 < len(doc)
        and doc[verb.i + 1].dep_ in {"prep", "prt"}
        and doc[verb.i + 1].i < root.i
    ):
        after = (
            [doc[verb.i + 1]]
            if doc[verb.i + 1].head.i == verb.i
            and doc[verb.i + 1].lower_ in {"for", "on", "of", "to", "out"}
            else []
        )
    if after:
        relation += f" {after[0].lower_}"
    negated = any(t.lower_ in {"not", "n't", "n’t", "never"} for t in cue)
    return _made(source, relation, phrase(root), negated=negated)


def _source(doc: Doc, attribution: Attribution) -> str:
    words = parts.tokens(doc, attribution.source)
    heads = parts.roots(words)
    named = next((t for t in words if t.ent_type_ == "PERSON"), None)
    head = heads[0] if heads else None
    if head is not None and head.ent_type_ == "PERSON":
        return _entity(head)
    if (
        named is not None
        and head is not None
        and head.pos_ in {"NOUN", "PROPN"}
        and not head.ent_type_
    ):
        return _entity(named)
    return phrase(head) if head is not None else ""


def _entity(token: Token) -> str:
    doc = token.doc
    start = end = token.i
    while start > 0 and doc[start].ent_iob_ == "I" and token.i - start < _LONGEST:
        start -= 1
    while end + 1 < len(doc) and doc[end + 1].ent_iob_ == "I" and end - token.i < _LONGEST:
        end += 1
    words = [doc[i] for i in range(start, end + 1) if not doc[i].is_space]
    return _joined([t for t in words if t.tag_ != "POS" and t.lower_ != "the"])


def _lemma(verb: Token) -> str:
    lemma = verb.lemma_.lower()
    known = base(verb)
    return known if known != lemma and lemma == verb.lower_ else lemma


def _relation(root: Token, inside: frozenset[int]) -> tuple[Token, str]:
    """The verb that carries the meaning, and its lemma with what leads to it ("agree to sign")."""
    words: list[str] = []
    verb = root
    for _ in range(3):
        following = parts.child(verb, "xcomp")
        if following is None and verb.lemma_ == "be":
            state = parts.child(verb, "acomp", "oprd")
            if state is not None and state.lemma_.lower() in _CARRIERS:
                following_of = parts.child(state, "xcomp")
                if following_of is not None and following_of.i in inside:
                    words.append(f"be {state.lower_} to")
                    verb = following_of
                    continue
        if following is None or following.i not in inside or following.pos_ not in {"VERB", "AUX"}:
            break
        if verb.lemma_.lower() not in _CARRIERS or following.i < verb.i:
            break
        to = any(c.lower_ == "to" and c.dep_ == "aux" for c in parts.children(following))
        if verb.lemma_ == "go" and verb.tag_ == "VBG":
            pass  # "is going to visit" is a future, not a motion
        else:
            words.append(f"{_lemma(verb)} to" if to else _lemma(verb))
        if following.tag_ == "VBG" and not to and verb.lemma_ != "go":
            return following, " ".join([*words, following.lower_])
        verb = following
    particle = parts.child(verb, "prt")
    tail = _lemma(verb) + (
        f" {particle.lower_}" if particle is not None and particle.i in inside else ""
    )
    return verb, " ".join([*words, tail])


def _object(verb: Token, inside: frozenset[int]) -> tuple[Token | None, str]:
    """What the verb is about, and the preposition that leads to it, "" for a plain object."""
    here = [c for c in parts.children(verb) if c.i in inside]
    for c in here:
        if c.dep_ in _OBJECTS and c.i > verb.i - 1:
            if c.dep_ == "acomp" and c.pos_ == "ADJ":
                return c, ""
            if not _is_time(c):
                return c, ""
    clause = next((c for c in here if c.dep_ in {"ccomp", "xcomp"} and c.i > verb.i), None)
    if clause is not None:
        return clause, ""
    for c in here:
        if c.dep_ == "prep" and c.i > verb.i:
            inner = parts.child(c, "pobj")
            if inner is not None and not _is_time(inner):
                return inner, c.lower_
    return next(
        (c for c in here if c.dep_ in {"dobj", "advmod"} and c.i > verb.i and c.dep_ == "dobj"),
        None,
    ), ""


def _complement(state: Token, inside: frozenset[int]) -> Token | None:
    """What an adjective that comes from a verb, or is one with its preposition, is about."""
    if not (state.lower_.endswith("ed") or state.lower_ in _ABOUT):
        return None
    for c in parts.children(state):
        inner = parts.child(c, "pobj") if c.dep_ == "prep" and c.i == state.i + 1 else None
        if inner is not None and inner.i in inside and not _is_time(inner):
            return inner
    return None


_ABOUT = parts.word_set("responsible guilty capable aware proud afraid fond short full part")


def _is_time(token: Token) -> bool:
    return token.ent_type_ in {"DATE", "TIME"}


def _is_passive(verb: Token) -> bool:
    return parts.child(verb, "auxpass", "nsubjpass") is not None


def _agent(verb: Token, inside: frozenset[int]) -> Token | None:
    by = parts.child(verb, "agent")
    return parts.child(by, "pobj") if by is not None and by.i in inside else None


def _is_participle_of_noun(root: Token) -> bool:
    return root.tag_ in {"VBN", "VBG"} and root.dep_ in {"amod", "compound"}


def _negates(verb: Token, inside: frozenset[int]) -> bool:
    for c in parts.children(verb):
        if c.i not in inside:
            continue
        if c.dep_ == "neg" or c.lower_ in {"nobody", "nothing", "none"}:
            return True
        if c.dep_ in {*_SUBJECTS, *_OBJECTS} and any(
            g.lower_ == "no" and g.i < c.i for g in parts.children(c)
        ):
            return True
    return False


def _told(doc: Doc, attribution: Attribution, root: Token, inside: frozenset[int]) -> str:
    """Who is to do what an infinitive says: "urged Kyiv to stop" gives Kyiv."""
    cue = parts.tokens(doc, attribution.cue)
    if not cue:
        return ""
    if root.dep_ == "pcomp" and root.tag_ == "VBG":
        # "accused the premier of rigging", "barred them from leaving": who was accused or barred.
        above = root.head.head
        whom = above if above.dep_ in {"dobj", "nsubjpass"} else parts.child(above, "dobj")
        return phrase(whom) if whom is not None and whom.i not in inside else ""
    if not any(c.lower_ == "to" for c in parts.children(root)):
        return ""
    if acts.classify(doc, attribution) not in {"call-on", "request", "demand", "warn", "propose"}:
        return ""
    between = [doc[i] for i in range(cue[-1].i + 1, root.i) if doc[i].i not in inside]
    nouns = [t for t in between[-12:] if t.pos_ in {"PROPN", "NOUN", "PRON"} and not _is_time(t)]
    return phrase(nouns[-1]) if nouns else ""


def phrase(token: Token | None) -> str:
    """The words that the token heads, without article, relative clause or time.

    A clause gives its verb and object ("leave Geneva"), a name its whole name.
    """
    if token is None:
        return ""
    if token.ent_type_ in {"PERSON", "ORG", "GPE", "FAC", "LOC"} and token.pos_ == "PROPN":
        others = [c for c in parts.children(token) if c.dep_ == "conj" and c.pos_ == "PROPN"]
        if others and token.dep_ in _SUBJECTS:
            return f"{_entity(token)} and {_entity(others[0])}"
        return _entity(token)
    if token.pos_ in {"VERB", "AUX"} and token.dep_ in {"ccomp", "xcomp", "pcomp", "csubj"}:
        return _clause(token)
    words = parts.noun_phrase(token)
    while len(words) > 1 and (
        words[0].dep_ in {"punct", "mark", "cc", "prep"}
        or words[0].lower_ in {"a", "an", "the", "this", "that", "these", "those"}
    ):
        words.pop(0)
    return _joined([t for t in words if t.tag_ == "POS" or not parts.is_quote(t)][-_LONGEST:])


def _clause(verb: Token) -> str:
    subject = parts.child(verb, *_SUBJECTS)
    target = parts.child(verb, *_OBJECTS)
    words = [
        *(
            phrase(subject).split()
            if subject is not None and subject.lower_ not in _PRONOUNS
            else []
        ),
        verb.lower_,
        *(phrase(target).split() if target is not None else []),
    ]
    return " ".join(words[:_LONGEST])


def _joined(words: Sequence[Token]) -> str:
    # What was left out between two words may have had the blank that parts them.
    text = "".join(
        word.text_with_ws if following.i == word.i + 1 else f"{word.text} "
        for word, following in pairwise([*words, *words[-1:]])
    )
    return re.sub(r"\s+", " ", text).strip(' ,;:"“”')
