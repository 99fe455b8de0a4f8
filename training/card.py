"""The model card: what the weights are, what made them, how good they are, where they fail."""

from pathlib import Path

from training.data import Gold
from training.evaluate import Figures
from training.train import Settings

_NAMES = {
    "content": "content-soft",
    "cue": "… and cue",
    "source": "… and source",
    "triple": "triple-soft",
}

_SETTINGS = (
    "epochs",
    "rate",
    "head_rate",
    "warmup",
    "workers",
    "pieces",
    "dropout",
    "hide",
    "seed",
    "link_weight",
)

_HEAD = """\
# Attribution tagger

Finds attributions in English news: who is cited (source), by which words (cue), for what
(content), with a calibrated confidence. `kgraph.extract.tagger` runs it. This card is written by
the training program (`python -m training`); change that, not this file.

## What it is

A BERT encoder (6 layers of 384) with two added input features, letter case and being inside
quotation marks; a tag head (B/I of source, cue, content, and O; Viterbi decoding over words); and
a link head that scores every word as part of a given cue's source or content. A content goes to
the cue that scores it highest, a cue takes its highest scored source. A logistic regression over
tag and link scores gives the confidence.

* `tagger.int8.onnx`: the network, matrices and embeddings in 8 bits ({size:.1f} MB), activations quantised as they come
  after evening their channels (SmoothQuant).
* `decoder.json`: thresholds and the regression.
* `tokenizer.json`: WordPiece, lower case, from the base model.

Base model: sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), itself from
nreimers/MiniLM-L6-H384-uncased (Wang et al. 2020, MIT). Its word embeddings are kept as they
were (and cut to 8 bits); everything else was fine-tuned.

## Data

PolNeAR 1.0, the Political News Attribution Relations Corpus (Newell, Margolin and Ruths, LREC
2018; github.com/networkdynamics/PolNeAR): 1,008 articles by seven US outlets (Breitbart, Huffington
Post, New York Times, Politico, USA Today, Washington Post, Western Journalism) on the 2016
presidential campaign, with about 24,000 attributions. Its read-me states no licence, neither for
the annotations nor for the texts, which belong to their publishers: whoever retrains needs their
own copy and must judge its terms. No text of the corpus is in this repository.

| part | articles | attributions | used for |
| --- | --- | --- | --- |
"""

_TRAINING = """
## Training

The mean of the weights of {runs} runs (a uniform soup: Wortsman et al. 2022) that begin with the same
weights and differ in the order and cutting of their windows; seed {seed}. Each:
{epochs:g} epochs over windows of packed paragraphs, cut afresh in each epoch to at most 64, 128, 190
or 222 wordpieces. AdamW, {rate:g} for the encoder and {head_rate:g} for new parts, warm-up {warmup:.0%}, then
linear to zero; batches of {workers} × {pieces} wordpieces; dropout {dropout:g} (none on attention weights);
{hide:.0%} of wordpieces hidden; bfloat16 matrix products. Loss: tag cross-entropy
plus {link_weight:g} × link cross-entropy. In a part of the windows the quotation marks are restyled (straight,
single, guillemets, none) and a few texts are set in capitals or small letters, so that a
newsroom's conventions matter less. Thresholds and confidence were fitted on the held-out training
articles. Dev was measured a few times on the way, and trained or fitted nothing. On the held-out
articles (32 bits) one run gave .708 and the mean of two .722.
"""

_LIMITS = """
## Limits

* Trained on one country, one year and one subject. Other newsrooms lose some accuracy; how much
  must be measured there.
* PolNeAR forbids nesting: of “A said that B said X”, A's attribution is marked and B's is not. The
  tags can't overlap either (in the training data {overlap} of content words are in two contents,
  so nothing is lost there). Nested statements are for rules on top.
* An attribution is found inside one window of paragraphs. {cross:.1%} of the training attributions
  have parts in different paragraphs; of those only the ones that share a window can be found.
* About half of what the corpus marks is attitude (supports, wants, plans), where annotators
  themselves agree less; recall is lower there. So it is for attributions without a source.
* A paragraph of more than 254 wordpieces is read in runs, cut at the ends of sentences; a content
  over a cut is found in parts or not at all.
* Lower-cased or upper-cased texts, and texts without quotation marks, were seen in training only
  by way of restyled articles.
"""


def _statistics(articles: list[Gold]) -> tuple[str, float]:
    """The share of content words in two contents, and of attributions over paragraphs."""
    words = twice = cross = number = 0
    for a in articles:
        depth = [0] * (len(a.text) + 1)
        for att in a.attributions:
            number += 1
            ends = [x for spans in att.values() for s in spans for x in s]
            cross += "\n" in a.text[min(ends) : max(ends)].strip()
            for s, e in att["content"]:
                for i in range(s, e):
                    depth[i] += 1
        words += sum(d > 0 for d in depth)
        twice += sum(d > 1 for d in depth)
    return f"{twice / max(1, words):.2%}", cross / max(1, number)


def _table(fp32: Figures, int8: Figures) -> str:
    lines = ["| measure | P | R | F1 | F1 in 32 bits |", "| --- | --- | --- | --- | --- |"]
    for key, name in _NAMES.items():
        p, r, f = int8.rows[key]
        lines.append(f"| {name} | {p:.3f} | {r:.3f} | {f:.3f} | {fp32.rows[key][2]:.3f} |")
    lines += ["", "| recall by kind | gold | content-soft | triple-soft |"]
    lines += ["| --- | --- | --- | --- |"]
    lines += [f"| {k} | {n} | {a:.2f} | {b:.2f} |" for k, (n, a, b) in int8.recall.items()]
    return "\n".join(lines)


def write(
    path: Path,
    *,
    settings: Settings,
    runs: int,
    parts: dict[str, tuple[list[Gold], str]],
    fp32: Figures,
    int8: Figures,
    size: int,
    note: str = "",
) -> None:
    """Write the card.

    Args:
        path: The file.
        settings: Those of each run.
        runs: How many runs were averaged.
        parts: Name of a part of the data → its articles and what they were used for.
        fp32: Figures on dev of the network before quantisation.
        int8: Figures on dev of what ships.
        size: Bytes of the ONNX file.
        note: A sentence on what departed from the settings.
    """
    text = _HEAD.format(size=size / 1e6)
    for name, (articles, use) in parts.items():
        n = sum(len(a.attributions) for a in articles)
        text += f"| {name} | {len(articles)} | {n} | {use} |\n"
    numbers = {k: getattr(settings, k) for k in _SETTINGS}
    text += _TRAINING.format(**numbers, runs=runs) + (f"\n{note}\n" if note else "")
    text += f"""
## Figures on dev

{int8.articles} articles, {int8.gold} attributions, {int8.found} found. Content-soft: contents paired at token
Jaccard ≥ 0.5; cue: a token shared; source: Jaccard ≥ 0.5; triple-soft: all three.
One thread read {int8.words_per_second:,.0f} words in a second of CPU time when this was measured.

{_table(fp32, int8)}

## Calibration on dev

Brier score {int8.brier:.3f} (a constant confidence would have {int8.base_brier:.3f}). Right means triple-soft.
Attributions below {min((x[2] for x in int8.reliability), default=0):.2f} or so are left out by the decoder.

| confidence | attributions | mean confidence | right |
| --- | --- | --- | --- |
"""
    for name, n, mean, ok in int8.reliability:
        text += f"| {name} | {n} | {mean:.2f} | {ok:.2f} |\n"
    overlap, cross = _statistics(next(iter(parts.values()))[0])
    text += _LIMITS.format(overlap=overlap, cross=cross)
    path.write_text(text, encoding="utf-8")
