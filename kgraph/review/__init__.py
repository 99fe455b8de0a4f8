"""A person decides: what is doubtful, why things are as they are, and the log of decisions."""

from kgraph.review.explaining import Explanation, explain
from kgraph.review.log import decisions, record, take_back
from kgraph.review.queue import Question, queue
from kgraph.review.things import EXPLAINED, Thing, find_thing

__all__ = [
    "EXPLAINED",
    "Explanation",
    "Question",
    "Thing",
    "decisions",
    "explain",
    "find_thing",
    "queue",
    "record",
    "take_back",
]
