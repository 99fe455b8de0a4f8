"""The attribution tagger: a small transformer finds who is cited, by which words, for what.

The network (int8 ONNX, see ``weights/MODEL_CARD.md`` and the program in ``training/``) gives
every wordpiece a tag and a link score for every cue; this module cuts them into spans, joins
the spans into attributions, and says how likely each is right. Nothing loads on import.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import TypeAlias

from tokenizers import Tokenizer

from kgraph.extract import windows as w
from kgraph.extract.attribution import Attribution
from kgraph.extract.decode import Candidate, Decoder, Floats, Reading, confidence, join, read_window
from kgraph.model import Span
from kgraph.networks import session

Network: TypeAlias = Callable[[w.Batch], tuple[Floats, Floats, Floats]]
"""Tag logits (windows, pieces, 7), argument and cue vectors (windows, pieces, 2 × size)."""

_BATCH_PIECES = 2048


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggerModel:
    """A tokenizer, a network and its decoder, ready to tag.

    Attributes:
        name: "tagger", with the first digits of the SHA-256 of packaged weights.
    """

    tokenizer: Tokenizer
    network: Network
    decoder: Decoder
    name: str = "tagger"


def load_tagger(*, threads: int = 1) -> TaggerModel:
    """The tagger with the weights that ship in this package.

    Args:
        threads: Threads inside one run of the network; one is right for ``--jobs``.
    """
    folder = resources.files("kgraph.extract") / "weights"
    weights = (folder / "tagger.int8.onnx").read_bytes()
    tagger = session(weights, threads=threads)

    def network(b: w.Batch) -> tuple[Floats, Floats, Floats]:
        feed = {"ids": b.ids, "case": b.case, "quoted": b.quoted, "mask": b.mask}
        tags, argument, cue = tagger.run(["tags", "argument", "cue"], feed)
        return tags, argument, cue

    decoder = Decoder(**json.loads((folder / "decoder.json").read_text(encoding="utf-8")))
    tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
    name = f"tagger {hashlib.sha256(weights).hexdigest()[:8]}"
    return TaggerModel(tokenizer=tokenizer, network=network, decoder=decoder, name=name)


def tag_paragraphs(
    text: str, paragraphs: Sequence[Span], *, model: TaggerModel
) -> list[Attribution]:
    """The attributions that stand in the given paragraphs, in order of their first character.

    Spans are verbatim and without surrounding whitespace. Neighbouring paragraphs are read
    together, so passing all of an article at once finds more than one at a time.

    Args:
        text: The article's text.
        paragraphs: Where in it statements may stand, ascending and disjoint.
        model: As ``load_tagger`` gives it.
    """
    decoder = model.decoder
    out = []
    for c in candidates(text, paragraphs, model=model):
        p = confidence(c, decoder)
        if p >= decoder.least_confidence:
            out.append(
                Attribution(source=c.source, cue=c.cue, content=c.content, confidence=round(p, 4))
            )
    return sorted(out, key=lambda a: (min(a.source + a.cue + a.content), a.content, a.cue))


def candidates(text: str, paragraphs: Sequence[Span], *, model: TaggerModel) -> Iterator[Candidate]:
    """Every attribution the decoder can join, with its features; see ``tag_paragraphs``."""
    for reading in readings(text, paragraphs, model=model):
        yield from join(reading, model.decoder)


def readings(text: str, paragraphs: Sequence[Span], *, model: TaggerModel) -> Iterator[Reading]:
    """Every window that holds a cue and a content, cut into spans."""
    parts = [
        part
        for number, span in enumerate(paragraphs)
        for part in w.split_long(text, w.encode(model.tokenizer, text, span, number))
    ]
    # Windows of like lengths share a batch, or the padding would cost as much as the text.
    windows = sorted(w.pack(parts), key=lambda x: len(x.pieces))
    group: list[w.Window] = []
    for window in windows:
        if group and (len(group) + 1) * len(window.pieces) > _BATCH_PIECES:
            yield from _read(text, group, model)
            group = []
        group.append(window)
    if group:
        yield from _read(text, group, model)


def _read(text: str, group: Sequence[w.Window], model: TaggerModel) -> Iterator[Reading]:
    tags, argument, cue = model.network(w.batch(group))
    for i, window in enumerate(group):
        n = len(window.pieces)
        reading = read_window(
            text,
            window.pieces,
            tags=tags[i, :n],
            argument=argument[i, :n],
            cue=cue[i, :n],
        )
        if reading is not None:
            yield reading
