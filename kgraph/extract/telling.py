"""Reads what an article tells of each person and body: titles, appositions, deeds, ages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from kgraph.extract import kinds, lexicon
from kgraph.extract.antecedents import people
from kgraph.extract.entities import Figure
from kgraph.extract.names import Name
from kgraph.extract.roles import find_titles, is_office
from kgraph.extract.scene import Scene, is_subject
from kgraph.extract.told import Told

_BEFORE = 8
_BEHIND = 18
_PREDICATE = 16
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_HUMAN_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "eer", "ant", "back", "half")
_SAYING = frozenset({"say", "tell", "add", "claim", "ask", "reply", "insist", "think", "believe"})
_KIN = frozenset(
    ["brother", "sister", "mother", "father", "mum", "mom", "dad", "son", "daughter", "wife", "husband", "partner", "uncle", "aunt", "cousin", "boss", "colleague", "friend", "lawyer", "solicitor", "barrister", "agent", "manager", "coach", "predecessor", "successor", "grandmother", "grandfather", "niece", "nephew", "neighbour", "neighbor", "widow", "fiancé", "fiancée", "girlfriend", "boyfriend", "deputy", "drummer", "guitarist", "teammate", "rival", "vet", "doctor"]
)  # fmt: skip
"""Nouns that say whose somebody is."""


def read_told(scene: Scene) -> dict[int, Told]:
    """What is told of each figure that the article names, by the figure's ``id``."""
    reader = _Reader(scene=scene)
    for name in scene.cast.names:
        reader.read(name)
    reader.read_pronouns()
    return reader.found


def hear(scene: Scene, at: int) -> None:
    """What the last speakers told of themselves in their own words is told of them: "I was a nurse"."""
    for turn in scene.turns_before(at, most=_HEARD):
        told = scene.told.setdefault(id(turn.figure), Told())
        if turn.figure.type not in {"person", "anonymous"} or turn.number in told.heard:
            continue
        told.heard.add(turn.number)
        reader = _Reader(scene=scene, found=scene.told)
        for start, end in scene.attributions[turn.number].content:
            for i in scene.tokens_at(start, min(end, start + _HEARD_FAR)):
                token = scene.doc[i]
                if token.text == "I" and token.dep_ == "nsubj" and scene.is_quoted(token.idx):
                    reader.predicate(told, token.head, token, quoted=True)


_HEARD = 6
_HEARD_FAR = 400


def words_of(tokens: Iterable[Token]) -> Iterator[tuple[str, Token]]:
    """The words of a phrase with their last token; "centre-back" and "chief executive" are one."""
    run: list[Token] = []
    for token in tokens:
        joined = bool(run) and not run[-1].whitespace_ and run[-1].i + 1 == token.i
        if token.text == "-" and joined:
            run.append(token)
            continue
        if run and run[-1].text == "-" and joined:
            run.append(token)
            continue
        if run and (run[-1].lower_, token.lower_) in _PAIRS and run[-1].i + 1 == token.i:
            run.append(token)
            continue
        if run:
            yield _word(run), run[-1]
        run = [token]
    if run:
        yield _word(run), run[-1]


_PAIRS = frozenset(
    {
        ("prime", "minister"),
        ("chief", "executive"),
        ("chief", "minister"),
        ("vice", "president"),
        ("building", "society"),
    }
)


def _word(run: list[Token]) -> str:
    return "-".join(t.lower_ for t in run if t.text != "-").rstrip(".")


@dataclass(slots=True, kw_only=True, eq=False)
class _Reader:
    scene: Scene
    found: dict[int, Told] = field(default_factory=dict)

    @property
    def doc(self) -> Doc:
        return self.scene.doc

    def of(self, figure: Figure) -> Told:
        if id(figure) not in self.found:
            self.found[id(figure)] = Told()
        return self.found[id(figure)]

    def read(self, name: Name) -> None:
        """What stands around one mention of a name."""
        figure = self.scene.cast.at[name.start]
        told = self.of(figure)
        if figure.type in {"organization", "place", "group"}:
            told.words |= {w.casefold() for w in name.words}
            told.nouns |= {w.casefold() for w in name.words[-2:]}
        if self.scene.is_quoted(self.doc[name.start].idx):
            return
        self._before(told, name)
        self._behind(told, name)
        head = self.doc[name.end - 1]
        if is_subject(head) and head.dep_ in {"nsubj", "nsubjpass"}:
            self.predicate(told, head.head, head)
        elif head.dep_ == "pobj" and head.head.dep_ == "agent":
            # "The panel, chaired by Ann Gray": she is the panel's chair.
            verb = head.head.head
            told.nouns.update(kinds.DOERS.get(verb.lemma_.lower(), ()))
            told.words.update(t.lower_ for t in (verb.head, *verb.children) if t.pos_ == "NOUN")
        elif head.dep_ == "dobj" and head.head.lemma_.lower() in kinds.TRIED:
            told.nouns.add("defendant")
        for child in head.children:
            if child.dep_ == "relcl":
                self.predicate(told, child, head)

    def read_pronouns(self) -> None:
        """What is told of "she" at the start of a sentence is told of whom it most likely means."""
        for sent in self.doc.sents:
            token = sent[0]
            if token.lower_ not in {"he", "she"} or token.dep_ not in {"nsubj", "nsubjpass"}:
                continue
            if token.head.lemma_.lower() in _SAYING or self.scene.is_quoted(token.idx):
                continue
            gender = "male" if token.lower_ == "he" else "female"
            fit = people(self.scene, token.i, gender=gender)  # type: ignore[arg-type]
            if fit and fit[0].figure.type == "person":
                self.predicate(self.of(fit[0].figure), token.head, token)

    def _take(self, told: Told, tokens: Iterable[Token], head: Token | None) -> None:
        for word, token in words_of(tokens):
            if word.endswith("-year-old"):
                told.age = told.age or _number(word.removesuffix("-year-old"))
            if not any(c.isalnum() for c in word):
                continue
            told.words |= {word, token.lower_, *word.split("-")}
            if token.pos_ in {"NOUN", "PROPN"} and not (token.tag_.endswith("S") and token != head):
                told.words.add(token.lemma_.lower())
            if token is head or (token.pos_ in {"NOUN", "PROPN"} and is_calling(token)):
                told.nouns |= {word, lexicon.WRITTEN_SHORT.get(token.lower_, token.lower_)}

    def _before(self, told: Told, name: Name) -> None:
        doc, at = self.doc, name.start
        title = next((t for t in find_titles(doc, at, name.end) if t.end <= at), None)
        if title is not None and title.office + 1 < title.end:
            # The head of a president's office is no president.
            self._take(told, doc[title.start : title.office + 1], doc[title.office])
            owner_words = doc[title.office + 1 : title.end]
            told.words |= {t.lower_ for t in owner_words if t.is_alpha and not is_office(t)}
            return
        parted = at > 1 and doc[at - 1].text == ","
        last = at - 1 if parted else at
        first = last
        while first > max(0, last - _BEFORE):
            token = doc[first - 1]
            other = self.scene.cast.at.get(first - 1)
            if other is not None and other.type == "person":
                break
            joins = (
                token.pos_ in _CONTENT
                or token.text in {"-", ".", "of"}
                or token.tag_ == "POS"
                or is_office(token)
            )
            if not joins or (token.text == "." and token.is_sent_end):
                break
            first -= 1
            if token.is_sent_start:
                break
        if first == last:
            return
        owner = doc[first - 1] if first else None
        owned = owner is not None and owner.tag_ == "PRP$"
        head = doc[last - 1]
        if parted and not (owner is not None and (owned or owner.lower_ == "the")):
            return
        if parted and (head.pos_ != "NOUN" or not is_calling(head) or head.tag_ == "NNS"):
            return
        self._take(told, doc[first:last], head if head.pos_ == "NOUN" else None)
        if (owned or any(t.tag_ == "POS" for t in doc[first:last])) and head.lower_ in _KIN:
            told.kin.add(head.lower_)

    def _behind(self, told: Told, name: Name) -> None:
        doc, at = self.doc, name.end
        if at >= len(doc):
            return
        told.nouns.update(_LETTERS.get(doc[at].text, ()))
        if doc[at].text == "," and doc[at : at + 4].text.casefold().split()[1:2] in _PLEADING:
            told.nouns.update(_LETTERS["SC"])
            told.kin.add("lawyer")
        at += doc[at].text in _LETTERS and at + 1 < len(doc)
        if doc[at].lower_ in {"of", "from"} and at + 1 < len(doc) and doc[at + 1].text[0].isupper():
            self._take(told, self._capitals(at + 1), None)
            return
        if doc[at].text not in {",", "(", "–", "—"} or at + 1 >= len(doc):
            return
        start = at + 1
        if doc[start].text.isdigit() and len(doc[start].text) <= 3:
            told.age = told.age or int(doc[start].text)
            if start + 1 < len(doc) and doc[start + 1].text == ",":
                start += 2
            else:
                return
        if start < len(doc) and doc[start].lower_ in {"who", "which"}:
            for token in doc[start + 1 : start + _BEHIND]:
                if token.text in {",", ";", "."}:
                    break
                if token.pos_ in {"VERB", "AUX"} and self.predicate(told, token, doc[start]):
                    break
            return
        self._apposition(told, start)

    def _capitals(self, at: int) -> list[Token]:
        end = at
        while end < min(len(self.doc), at + 4) and self.doc[end].text[0].isupper():
            end += 1
        return list(self.doc[at:end])

    def _apposition(self, told: Told, start: int) -> None:
        phrase: list[Token] = []
        for token in self.doc[start : start + _BEHIND]:
            if token.text in {",", ")", ";", ".", "–", "—"}:
                break
            if token.pos_ == "AUX" or token.tag_ in {"VBD", "VBZ", "VBP", "MD"} or token.is_quote:
                return
            other = self.scene.cast.at.get(token.i)
            if not phrase and other is not None and other.type == "person":
                return
            phrase.append(token)
        if not phrase:
            return
        head = None
        for token in phrase:
            if token.pos_ in {"ADP", "VERB"} and head is not None:
                break
            if token.pos_ in {"NOUN", "PROPN"}:
                head = token
        if head is not None and phrase[0].lower_ in {"of", "from"}:
            head = None
        self._take(told, phrase, head)
        for n, token in enumerate(phrase[:-1]):
            if token.lower_ == "aged" and phrase[n + 1].text.isdigit():
                told.age = told.age or int(phrase[n + 1].text)

    def predicate(self, told: Told, verb: Token, subject: Token, *, quoted: bool = False) -> bool:
        """What a verb tells of its subject; whether it told anything."""
        lemma = verb.lemma_.lower()
        if quoted and lemma not in {"be", "work", "have", "turn"}:
            return False
        if verb.pos_ not in {"VERB", "AUX"} or lemma in _SAYING:
            return False
        told.words.add(lemma)
        told.nouns.update(kinds.DOERS.get(lemma, ()))
        passive = any(child.dep_ == "auxpass" for child in verb.children)
        if passive and lemma in kinds.TRIED:
            told.nouns.add("defendant")
        last = min(len(self.doc), verb.i + _PREDICATE, verb.sent.end)
        phrase: list[Token] = []
        for token in self.doc[max(verb.i, subject.i) + 1 : last]:
            if token.text in {",", ";", "."} or token.is_quote or token.dep_ in {"mark", "nsubj"}:
                break
            other = self.scene.cast.at.get(token.i)
            if phrase and other is not None and other.type == "person":
                # The title of whom she met is not hers.
                while phrase and phrase[-1].pos_ in _CONTENT:
                    phrase.pop()
                break
            phrase.append(token)
        be = lemma in {"be", "become", "remain", "serve", "work"}
        if be and phrase and phrase[0].text.isdigit():
            told.age = told.age or int(phrase[0].text)
        if lemma in {"turn", "celebrate"} and phrase and phrase[0].text.isdigit():
            told.age = told.age or int(phrase[0].text)
        head = None
        if be:
            for token in phrase:
                as_one = token.dep_ == "pobj" and token.head.lower_ == "as"
                if token.pos_ in {"NOUN", "PROPN"} and (as_one or token.dep_ in {"attr", "oprd"}):
                    head = token
                    break
        nouns = set(told.nouns)
        self._take(told, phrase, head)
        if not be:
            # "He hired a plumber": he is none.
            told.nouns &= nouns | {n for n in told.nouns if n in kinds.DOERS.get(lemma, ())}
        if {"deny", "plead"} & {lemma} and told.words & _CHARGES:
            told.nouns.add("defendant")
        if lemma in {"run", "stand"} and any(t.lower_ == "for" for t in phrase[:1]):
            told.nouns.add("candidate")
        return True


_CHARGES = frozenset(
    [
        "fraud",
        "murder",
        "theft",
        "assault",
        "guilty",
        "charge",
        "charges",
        "manslaughter",
        "wrongdoing",
        "bribery",
        "rape",
    ]
)


_LETTERS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(["SC", "KC", "QC"], ("counsel", "barrister", "lawyer")),
    "MP": ("mp",),
    "TD": ("td",),
    "MD": ("doctor",),
}
"""What letters behind a name tell."""

_PLEADING = (["defending"], ["prosecuting"], ["defending,"], ["prosecuting,"])


def _number(word: str) -> int:
    return int(word) if word.isascii() and word.isdigit() and len(word) <= 3 else 0


def is_calling(token: Token) -> bool:
    """Whether the noun says what somebody is, going by lists and by its ending."""
    word = token.lower_
    return (
        is_office(token)
        or word in lexicon.HUMANS
        or word in lexicon.GENERIC
        or word in lexicon.BODIES
        or (word.endswith(_HUMAN_ENDINGS) and word not in lexicon.LIFELESS)
    )
