"""Who answers whom in articles of one story: the answer judges, or takes up, what somebody said.

"Mr Claes is mistaken" answers, of what he said in the days before, what it has most in common with.
"""

from collections.abc import Iterable, Iterator, Sequence

from kgraph.model import Link
from kgraph.resolve.concepts import concept
from kgraph.resolve.dates import days_between
from kgraph.resolve.matters import in_words, matter
from kgraph.resolve.names import may_be_one
from kgraph.resolve.sayings import Saying
from kgraph.resolve.stories import tells_a_matter

ANSWER_DAYS = 14
"""Days within which an answer comes."""

TAKEN_UP = 3
"""Words of weight that must be the same where another's words are only taken up; or else a number."""


def answers(later: Iterable[Saying], earlier: Iterable[Saying]) -> Iterator[Link]:
    """The links from the statements of an article to what they judge in earlier ones of its story."""
    told = list(earlier)
    for saying in later:
        for name, held in saying.judged:
            near = [
                (len(both), one.day, one.iri, both)
                for one in told
                if one.named and may_be_one(name, one.speaker) and _is_later(saying, one)
                if _is_enough(both := _in_common(saying, one), saying, held)
            ]
            if near:
                *_, iri, both = max(near)
                yield from _links(saying, iri, held, in_words(frozenset(both), saying))


def _is_later(answer: Saying, told: Saying) -> bool:
    days = days_between(told.day, answer.day)
    return days is not None and 0 <= days <= ANSWER_DAYS


def _in_common(answer: Saying, told: Saying) -> tuple[str, ...]:
    """The concepts and numbers that both tell of, the speaker's name aside."""
    name = frozenset(map(concept, told.speaker.split()))
    return tuple(sorted((matter(answer) & matter(told)) - name))


def _is_enough(both: Sequence[str], answer: Saying, held: str) -> bool:
    """Whether what an answer shares with what was said shows that it is meant."""
    if any(x.startswith("n ") for x in both):
        return True
    if held == "said":
        return len(both) >= TAKEN_UP
    # "He is right for the country" answers no word on the country.
    return len(both) > 1 or tells_a_matter([x for x in answer.words if concept(x) in both][:1])


def _links(answer: Saying, iri: str, held: str, both: str) -> Iterator[Link]:
    reasons = (_HOW[held], f"both tell of: {both}")
    relations = ["respondsTo", *([_RELATION[held]] if held in _RELATION else [])]
    for relation in relations:
        yield Link(relation=relation, start=answer.iri, end=iri, score=0.8, reasons=reasons)


_HOW = {
    "false": "says that the speaker is wrong",
    "true": "says that the speaker is right",
    "said": "takes up what the speaker said",
}
_RELATION = {"false": "denies", "true": "confirms"}
