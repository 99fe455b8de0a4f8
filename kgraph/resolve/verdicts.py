"""Who says of whom that he is wrong, or right: "Mr Claes is mistaken", "what the minister told us is a lie".

Such words answer what that one said elsewhere: see ``answers``.
"""

import re
from typing import TypeAlias

Judged: TypeAlias = tuple[str, str]
"""Folded name of somebody, and "false", "true" or "said": what is held of his words, or that they are taken up."""

_FALSE = (
    r"mistaken|wrong|untrue|false|incorrect|inaccurate|misleading|baseless|unfounded|fabricated"
    r"|invented|nonsense|rubbish|fiction|propaganda|invention|fabrication|falsehoods?|lies?|lying|liar"
)
_TRUE = (
    r"right(?!\s+(?:at|in|on|by|now|after|here|there|next|behind|before|outside|up|down|away)\b)"
    r"|correct|true|accurate|truthful|telling the truth"
)
_IS = r"(?:is|was|are|were|has been|had been|have been)"
_VERY = r"(?:(?:an?|the|simply|just|quite|pure|total|flat|\w+ly)\s+){0,2}"
_VERDICT = rf"{_IS}\s+(?P<no>not\s+)?{_VERY}(?:(?P<false>{_FALSE})|(?P<true>{_TRUE}))\b"
_WORDS = (
    r"(?:words?|claims?|statements?|accounts?|figures?|numbers?|versions?|allegations?|accusations?"
    r"|comments?|remarks?|reports?|stor(?:y|ies)|assertions?|charges?|tale|testimony)"
)
_SAID = r"(?:said|says|told|tells|claimed|claims|wrote|writes|insisted|insists|alleged|alleges)"

# Behind a name, in its sentence.
_JUDGES = re.compile(
    rf"\s+(?:and\s+[^,.;]{{2,30}}\s)?{_VERDICT}"
    r"|\s+(?:(?P<lied>lied|told\s+lies|tells\s+lies)|(?P<honest>(?:told|tells)\s+the\s+truth))\b"
    rf"|['’]s?\s+(?:\w+\s+){{0,2}}?{_WORDS}\b[^.;]{{0,60}}?\b"
    + _VERDICT.replace("?P<no>", "?P<no_words>")
    .replace("?P<false>", "?P<false_words>")
    .replace("?P<true>", "?P<true_words>")
)
_WHAT = re.compile(r"\bwhat\s+(?:the\s+|Mr\s+|Mrs\s+|Ms\s+|Dr\s+)?$", re.IGNORECASE)
_WHAT_IS = re.compile(rf"\s+(?:has\s+|had\s+)?{_SAID}\b[^.;]{{0,60}}?\b{_VERDICT}")
_TAKES_UP = re.compile(r"\s+(?:said|says|told|tells|claimed|claims)\b")
_SENTENCE_END = re.compile(r"[.!?]\s")


def verdict(before: str, after: str, *, is_quoted: bool) -> str:
    """What is held of the words of one who is named between the two texts: see ``Judged``; or "".

    Args:
        before: What stands before the name in its content.
        after: What stands behind it.
        is_quoted: Whether all of it is quoted: who takes up another's words in his own answers them.

    >>> verdict("", " is mistaken about the alarm.", is_quoted=False)
    'false'
    >>> verdict("What ", " told this jury is untrue.", is_quoted=True)
    'false'
    >>> verdict("And ", "’s figures were not wrong.", is_quoted=True)
    'true'
    """
    end = _SENTENCE_END.search(after)
    rest = after[: end.start() + 1] if end else after
    found = _WHAT_IS.match(rest) if _WHAT.search(before) else _JUDGES.match(rest)
    if found is None:
        return "said" if is_quoted and _TAKES_UP.match(rest) else ""
    held = {name for name, value in found.groupdict().items() if value}
    is_true = bool(held & {"true", "true_words", "honest"})
    return "true" if is_true != bool(held & {"no", "no_words"}) else "false"
