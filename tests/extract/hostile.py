"""Texts that no newspaper prints, each of any length: what an extractor must stand."""

import itertools
import random

SENTENCES = (
    "Tom Hunt said that the pier would open in May. ",
    '"We are ready," the mayor told reporters on Monday. ',
    "According to Ann Gray, the bridge is safe if the wind falls. ",
    "He denied that the ministry had paid, the Courier reported. ",
    "The council meets on Tuesday in Oslo. ",
)
_MISREAD = {"e": "c", "l": "1", "o": "0", "m": "rn", " ": "  ", ".": " ."}


def filled(*parts):
    """The parts over and over, cut to a length."""

    def make(length):
        return "".join(parts * (length // sum(map(len, parts)) + 1))[:length]

    return make


def misread(length):
    """As a bad scanner reads it."""
    chance = random.Random(1)
    plain = filled(*SENTENCES)(length)
    return "".join(_MISREAD.get(c, c) if chance.random() < 0.1 else c for c in plain)


def names(length):
    """Everybody speaks once, and nobody twice."""
    chance = random.Random(2)
    syllables = [c + v for c in "bdfgklmnprst" for v in "aeiou"]
    words = ("".join(chance.choices(syllables, k=3)).title() for _ in itertools.count())
    made = (
        f"{a} {b} said that {c} {d} had met {e}. "
        for a, b, c, d, e in zip(*[words] * 5, strict=False)
    )
    return "".join(itertools.islice(made, length // 40 + 1))[:length]


HOSTILE = {
    "one paragraph": filled(*SENTENCES),
    "capitals": filled(*(s.upper() + "\n\n" for s in SENTENCES)),
    "misread": misread,
    "one sentence": filled("Hunt said that the pier is safe and the mayor warned that it rains, and "),
    "no stop": filled("pier bridge said mayor that open wind "),
    "only quotations": filled('"The pier is safe."\n\n'),
    "quotations in a row": filled('"The pier is safe," and then "the wind fell". He went on. '),
    "unbalanced marks": filled('" ', "the pier ", "“", "said Hunt ", "''", "‘ "),
    "marks": filled('"'),
    "opening marks": filled("“"),
    "nested": filled("he said that "),
    "nested names": filled("Tom Hunt said that Ann Gray warned that "),
    "nested brackets": filled("(Hunt said "),
    "according": filled("According to "),
    "relays": filled("Hunt said, Reuters reported, TASS said, "),
    "dashes": filled("— Hunt said — "),
    "names": names,
    "one surname": filled("Tom Hunt said no. Mr Hunt left. ", "Ann Hunt agreed. She denied it. "),
    "pronouns": filled("He said she told him that they knew it. "),
    "transcript": filled("HUNT: Yes, I said that.\n", "GRAY: No.\n"),
    "short lines": filled("Hunt:\n", "a\n", '"\n'),
    "one word": filled("Said"),
    "hyphens": filled("pier-bridge-"),
    "punctuation": filled(". ", ", ", "; ", "— ", "! ", "? ", "… "),
    "blanks": filled("\n", "\t", " ", "\u00a0"),
    "invisible": filled("Hunt\u200b said\u200d that\ufeff it\u00ad rained\u2060. "),
    "control": filled("Hunt\x01 said\x1b[0m that\x7f it\x08 rained. \x0b\x0c\x85\u2028\u2029"),
    "combining": filled("H\u0301\u0302unt sai\u0301d that i\u0308t rained. ", "e" + "\u0301" * 50 + " "),
    "half pairs": filled("Hunt \ud800 said\udfff that \ud83d\ude00 it rained. "),
    "right to left": filled("قال الوزير \u202eHunt said\u202c إن الجسر آمن. ", "אמר השר כי הגשר בטוח. "),
    "languages": filled(*SENTENCES, "Der Minister sagte, er sei bereit. ", "部长说桥很安全。", "Он сказал: «Да». "),
    "dates": filled("On Monday 5 May 2025 at noon last week from 3 to 7 June until Friday "),
    "conditions": filled("if Hunt says unless he denies that if "),
    "of": filled("a spokesman of the ministry of the minister of "),
    "who": filled("Hunt, who said that Gray, who denied that "),
    "addresses": filled("http://a.b/c?d=e&", "x/y/"),
}  # fmt: skip
"""By what is odd in them: functions from a number of characters to a text."""
