"""How good an extraction is: gold attributions against found ones, in figures and in faults.

    for annotated in read_corpus(["dev.jsonl"], on_refused=…):
        tally.take(judge(annotated.article.key, annotated.article.text, annotated.gold, found))

See docs/evaluation.md for what each figure means.
"""

from kgraph.evaluate.compare import Difference, compare, intervals
from kgraph.evaluate.corpus import (
    AnnotatedArticle,
    Found,
    Gold,
    SavedLine,
    found_in,
    read_corpus,
    read_run,
)
from kgraph.evaluate.faults import Fault, faults
from kgraph.evaluate.figures import MEASURES, Reliability, Score, Tally
from kgraph.evaluate.names import same_person
from kgraph.evaluate.report import Report
from kgraph.evaluate.scoring import LEVELS, Judged, Pair, judge

__all__ = [
    "LEVELS",
    "MEASURES",
    "AnnotatedArticle",
    "Difference",
    "Fault",
    "Found",
    "Gold",
    "Judged",
    "Pair",
    "Reliability",
    "Report",
    "SavedLine",
    "Score",
    "Tally",
    "compare",
    "faults",
    "found_in",
    "intervals",
    "judge",
    "read_corpus",
    "read_run",
    "same_person",
]
