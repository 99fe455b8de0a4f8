"""``python -m training.pairs_made``: real sentences against themselves, changed in a known way.

A sentence with parts left out or in other words still says the same; with a negation, a number, a
date, an opposite, a role or a name changed, or denied, it says otherwise. Both sides are changed
harmlessly first, so that a difference in words alone tells nothing.
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc, Span, Token  # noqa: TID251 (parses that training reads)

from kgraph.compare.reading import value_of
from kgraph.compare.words import MONTHS, NUMBER_WORDS, WEEKDAYS
from kgraph.extract.language import load_pipeline
from training.pairs_words import OPPOSITES, SYNONYMS, inflect

_NAMES = ("PERSON", "GPE", "ORG")
_DENIALS = (
    "{} denied that ", "{} rejected claims that ", "{} called it untrue that ",
    "It is not true that ", "{} dismissed reports that ", "{} disputed that ",
    "{} said there was no evidence that ", "{} insisted it was false that ",
)  # fmt: skip
_TELLING = ("{} said that ", "According to {}, ", "It was reported that ", "{} confirmed that ")
_TOLD = (", {} said.", ", according to {}.", ", {} reported.", ", {} said on Tuesday.")
_SPEAKERS = (
    "officials", "the government", "a spokesman", "the company", "the ministry", "his lawyer",
    "her office", "police", "the Kremlin", "the White House", "critics", "experts", "the union",
)  # fmt: skip
_LEFT_OUT = ("advmod", "amod", "prep", "npadvmod", "advcl", "appos", "relcl", "acl")
_KEPT = frozenset(
    [
        "not",
        "never",
        "only",
        "no",
        "hardly",
        "more",
        "less",
        "n't",
        "so",
        "how",
        "when",
        "where",
        "why",
        "almost",
        "barely",
    ]
)
_DAYS = tuple(day.title() for day in WEEKDAYS)
_MONTHS = tuple(month.title() for month in MONTHS)
_SMALL = {int(n): word for word, n in NUMBER_WORDS.items() if n <= 20}


@dataclass(slots=True)
class Draft:
    """A sentence on its way to another one; ``touched`` words are not changed again."""

    doc: Doc
    words: list[str]
    spaces: list[str]
    touched: set[int] = field(default_factory=set)
    before: str = ""
    after: str = ""

    def free(self, tokens: Iterable[Token]) -> bool:
        """Whether none of the tokens was changed."""
        return not self.touched & {t.i for t in tokens}

    def put(self, tokens: Iterable[Token], text: str) -> None:
        """The tokens are replaced by the text, in the place of the first."""
        first, *others = tokens
        self.touched |= {first.i, *(t.i for t in others)}
        self.words[first.i] = text
        if others:
            self.spaces[first.i] = self.spaces[others[-1].i] or " "
        for t in others:
            self.words[t.i] = self.spaces[t.i] = ""

    def text(self) -> str:
        """The sentence as it stands."""
        text = "".join(w + s for w, s in zip(self.words, self.spaces, strict=True))
        text = re.sub(r"\s+([,.;:!?])", r"\1", re.sub(r"\s+", " ", text)).strip(" ,;:")
        text = re.sub(r"([,;:])[,;:]+|[,;:]([.!?])", r"\1\2", text)
        if self.before and self.doc[0].pos_ != "PROPN":
            text = text[:1].lower() + text[1:]
        if self.after:
            text = text.rstrip('.!?"') + self.after
        text = self.before + text
        return text[:1].upper() + text[1:]


def begin(sentence: Doc) -> Draft:
    """The sentence, unchanged."""
    return Draft(sentence, [t.text for t in sentence], [t.whitespace_ for t in sentence])


Change = Callable[[Draft, random.Random], bool]
"""Changes a draft, and tells whether it found something to change."""


def negate(d: Draft, rng: random.Random) -> bool:
    """The main verb is negated, or is no longer."""
    for verb in d.doc:
        main = verb.dep_ == "ROOT" or (verb.dep_ == "ccomp" and verb.head.dep_ == "ROOT")
        if not main or verb.pos_ not in ("VERB", "AUX") or verb.i in d.touched:
            continue
        negation = next((c for c in verb.children if c.dep_ == "neg"), None)
        helper = next(
            (
                c
                for c in verb.children
                if c.dep_ in ("aux", "auxpass") and c.i < verb.i and c.tag_ != "TO"
            ),
            verb if verb.lemma_ == "be" and verb.tag_ in ("VBD", "VBZ", "VBP") else None,
        )
        if negation is not None:
            if negation.lower_ not in ("not", "n't", "never") or negation.i == 0:
                continue
            d.put([negation], "")
            d.spaces[negation.i - 1] = " "
            if helper is not None and helper.lemma_ == "do" and negation.lower_ != "never":
                tag = {"did": "VBD", "does": "VBZ"}.get(helper.lower_, "VBP")
                d.put([helper], "")
                d.put([verb], inflect(verb.lemma_, tag))
        elif helper is not None and not helper.text.startswith(("'", "’")):
            d.put([helper], f"{helper.text} {rng.choice(('not', 'not', 'never'))}")
        elif verb.tag_ in ("VBD", "VBZ", "VBP") and verb.pos_ == "VERB":
            do = {"VBD": "did", "VBZ": "does", "VBP": "do"}[verb.tag_]
            ways = (
                f"{do} not {verb.lemma_}", f"{do}n't {verb.lemma_}", f"never {verb.text}",
                f"{inflect('fail', verb.tag_)} to {verb.lemma_}",
                f"{inflect('refuse', verb.tag_)} to {verb.lemma_}",
            )  # fmt: skip
            d.put([verb], rng.choice(ways))
        else:
            continue
        return True
    return False


def oppose(d: Draft, rng: random.Random) -> bool:
    """A verb is replaced by its opposite."""
    verbs = [t for t in d.doc if t.pos_ == "VERB" and t.lemma_ in OPPOSITES and d.free([t])]
    if verbs:
        verb = rng.choice(verbs)
        d.put([verb], inflect(rng.choice(OPPOSITES[verb.lemma_]), verb.tag_))
    return bool(verbs)


def recount(d: Draft, rng: random.Random) -> bool:
    """A number is another one."""
    numbers = [
        t for t in d.doc if t.pos_ == "NUM" and d.free([t]) and (value_of(t.lower_) or 0) > 1
    ]
    if not numbers:
        return False
    token = rng.choice(numbers)
    value = value_of(token.lower_) or 0.0
    year = token.text.isdigit() and 1800 < value < 2100
    share = rng.choice((0.25, 0.4, 0.6, 1.5, 2.0, 3.0, 10.0))
    new = (
        int(value) + rng.choice((-9, -5, -3, -2, 2, 3, 4, 7))
        if year
        else max(1, round(value * share))
    )
    if new == value:
        new += 1
    words = _SMALL.get(new) if not token.text[0].isdigit() else None
    d.put([token], words or (str(new) if new < 10_000 else f"{new:,}"))
    return True


def redate(d: Draft, rng: random.Random) -> bool:
    """A weekday or month is another one."""
    dates = [t for t in d.doc if t.text in _DAYS + _MONTHS and t.pos_ == "PROPN" and d.free([t])]
    if dates:
        token = rng.choice(dates)
        others = _DAYS if token.text in _DAYS else _MONTHS
        d.put([token], rng.choice([x for x in others if x != token.text]))
    return bool(dates)


def swap(d: Draft, rng: random.Random) -> bool:  # noqa: ARG001 (one signature for all changes)
    """Who did it, and to whom, change places."""
    for verb in d.doc:
        if verb.pos_ != "VERB" or verb.lemma_ in ("say", "tell", "have", "meet", "marry"):
            continue
        one = [list(c.subtree) for c in verb.children if c.dep_ == "nsubj" and c.ent_type_]
        other = [list(c.subtree) for c in verb.children if c.dep_ == "dobj" and c.ent_type_]
        if one and other and len(one[0]) <= 5 and len(other[0]) <= 5 and d.free(one[0] + other[0]):
            texts = ["".join(t.text_with_ws for t in side).strip() for side in (one[0], other[0])]
            d.put(one[0], texts[1])
            d.put(other[0], texts[0])
            return True
    return False


def deny(d: Draft, rng: random.Random) -> bool:
    """Someone denies it."""
    if d.before or d.after:
        return False
    d.before = rng.choice(_DENIALS).format(rng.choice(_SPEAKERS))
    return True


def leave_out(d: Draft, rng: random.Random) -> bool:
    """A modifier, a phrase or a clause is gone."""
    found = [
        part
        for t in d.doc
        if t.dep_ in _LEFT_OUT and t.lower_ not in _KEPT and t.head.lemma_ not in ("accord", "call")
        for part in [list(t.subtree)]
        if len(part) <= max(3, len(d.doc) * 0.45) and d.free(part)
    ]
    if found:
        d.put(rng.choice(found), "")
    return bool(found)


def reword(d: Draft, rng: random.Random) -> bool:
    """Up to three words are replaced by others that say the same."""
    found = [t for t in d.doc if t.lemma_ in SYNONYMS.get(t.pos_, {}) and d.free([t])]
    for t in rng.sample(found, min(len(found), rng.choice((1, 2, 3)))):
        d.put([t], inflect(rng.choice(SYNONYMS[t.pos_][t.lemma_]), t.tag_))
    return bool(found)


def attribute(d: Draft, rng: random.Random) -> bool:
    """Somebody says it."""
    if d.before or d.after:
        return False
    speaker = rng.choice(_SPEAKERS)
    if rng.random() < 0.5:
        d.after = rng.choice(_TOLD).format(speaker)
    else:
        d.before = rng.choice(_TELLING).format(speaker)
    return True


def respell(d: Draft, rng: random.Random) -> bool:
    """A number is written in another way."""
    for t in d.doc:
        value = value_of(t.lower_) if t.pos_ == "NUM" and d.free([t]) else None
        if value is not None and value in _SMALL:
            d.put([t], _SMALL[int(value)] if t.text[0].isdigit() else str(int(value)))
            return True
        if value is not None and "," in t.text:
            d.put([t], rng.choice((t.text.replace(",", ""), f"about {t.text}", f"nearly {t.text}")))
            return True
    return False


HARMLESS: tuple[Change, ...] = (leave_out, leave_out, leave_out, reword, reword, attribute, respell)
TURNING: dict[str, tuple[Change, float]] = {
    "polarity": (negate, 3), "antonym": (oppose, 4), "number": (recount, 3), "date": (redate, 1.5),
    "role": (swap, 2), "denial": (deny, 1.2),
}  # fmt: skip
"""Changes that make a conflict, and how often each is tried."""


def made(sentence: Doc, others: list[Doc], rng: random.Random) -> Iterator[dict[str, object]]:
    """Pairs from one sentence: the same, turned round, and against other sentences."""
    a, b = (
        _harmless(begin(sentence), (0, 0, 1, 1, 2), rng),
        _harmless(begin(sentence), (0, 1, 1, 2, 3), rng),
    )
    if a.text() != b.text():
        yield _pair(a, b, related=1, conflicts=0, kind="same")
    for kind in rng.choices(list(TURNING), [w for _, w in TURNING.values()], k=3):
        c = Draft(b.doc, list(b.words), list(b.spaces), set(b.touched), b.before, b.after)
        if TURNING[kind][0](c, rng):
            yield _pair(a, c, related=1, conflicts=1, kind=kind)
    both = begin(sentence)
    if rng.random() < 0.25 and rng.choice((negate, oppose, recount))(both, rng):
        again = Draft(both.doc, list(both.words), list(both.spaces), set(both.touched))
        yield _pair(both, _harmless(again, (1, 2), rng), related=1, conflicts=0, kind="both")
    for other in others:
        d = begin(other)
        if rng.random() < 0.5:
            rng.choice((negate, oppose, recount))(d, rng)
        yield _pair(a, d, related=0, conflicts=0, kind="other")


def _harmless(d: Draft, counts: tuple[int, ...], rng: random.Random) -> Draft:
    for _ in range(rng.choice(counts)):
        rng.choice(HARMLESS)(d, rng)
    return d


def _pair(a: Draft, b: Draft, *, related: int, conflicts: int, kind: str) -> dict[str, object]:
    return {
        "a": a.text(), "b": b.text(), "related": related, "conflicts": conflicts, "kind": kind,
    }  # fmt: skip


def usable(sentence: Span) -> bool:
    """Whether the sentence is whole, on one line, and of a length that news has."""
    text = sentence.text.strip()
    words = sum(t.is_alpha for t in sentence)
    whole = bool(text) and text[0].isupper() and text[-1] in '.!?"”' and "\n" not in text
    return whole and 6 <= words <= 45 and sentence.root.pos_ in ("VERB", "AUX")


def main() -> None:
    """Read the call's words and run."""
    ap = argparse.ArgumentParser(prog="python -m training.pairs_made", description=__doc__)
    ap.add_argument("files", type=Path, nargs="+", help="articles as JSON Lines, with a text each")
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--articles", type=int, default=300, help="taken from all, at random")
    ap.add_argument("--sentences", type=int, default=3_000, help="taken from these, at random")
    ap.add_argument("--each", type=int, default=380, help="pairs of a kind at most")
    ap.add_argument("--seed", type=int, default=7)
    args = ap.parse_args()
    rng = random.Random(args.seed)
    nlp = load_pipeline()
    texts = [
        json.loads(line)["text"]
        for path in args.files
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    texts = rng.sample(texts, min(len(texts), args.articles))
    found: list[tuple[int, Doc]] = []
    for number, doc in enumerate(nlp.pipe(texts, batch_size=16)):
        found += [(number, sentence.as_doc()) for sentence in doc.sents if usable(sentence)]
    by_text: dict[int, list[Doc]] = {}
    for number, sentence in found:
        by_text.setdefault(number, []).append(sentence)
    rng.shuffle(found)
    count: Counter[object] = Counter()
    with args.out.open("w", encoding="utf-8") as out:
        for number, sentence in found[: args.sentences]:
            near = [s for s in by_text[number] if s is not sentence]
            others = [rng.choice(near)] if near and rng.random() < 0.6 else []
            others += [rng.choice(found)[1]] if rng.random() < 0.25 else []
            for pair in made(sentence, others, rng):
                count[pair["kind"]] += 1
                # Others are of two kinds: of the same article, and of any.
                if count[pair["kind"]] <= args.each * (1 + (pair["kind"] == "other")):
                    out.write(json.dumps(pair, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
