"""Attributions that a language model finds, or judges where the local extractor is unsure."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from spacy.tokens import Doc

from kgraph.errors import InputRefused
from kgraph.extract.attribution import Attribution, in_text_order
from kgraph.extract.llm_asking import Asker
from kgraph.extract.llm_client import Unusable
from kgraph.extract.llm_grounding import Ground, Quoted
from kgraph.extract.llm_prompt import FIND, paragraphs
from kgraph.extract.llm_windows import Window, halves, windows
from kgraph.model import Article

ItemT = TypeVar("ItemT")
T = TypeVar("T")


def finder(asker: Asker) -> Callable[[Doc, Article], list[Attribution]]:
    """What finds the attributions of an article by asking the model for all of them."""

    def find(_doc: Doc, article: Article) -> list[Attribution]:
        sent = windows(article, asker.settings.window)
        found = each(sent, lambda window: _found(asker, article, window), asker)
        return in_text_order(a for some in found for a in some)

    return find


def each(items: Sequence[ItemT], read: Callable[[ItemT], T], asker: Asker) -> list[T]:
    """What each item gives, in order, with a bounded number of requests under way.

    Where one fails, those that are not yet under way are not sent.
    """
    with ThreadPoolExecutor(max_workers=asker.settings.parallel) as pool:
        waiting = [pool.submit(read, item) for item in items]
        try:
            return [future.result() for future in waiting]
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _found(asker: Asker, article: Article, window: Window) -> list[Attribution]:
    """The attributions of the window; a window whose answer is too long is read in halves."""
    try:
        answer = asker.ask(FIND, {"paragraphs": paragraphs([p.shown for p in window])})
    except Unusable as fault:
        if fault.cut and len(window) > 1:
            first, second = halves(window)
            return [*_found(asker, article, first), *_found(asker, article, second)]
        raise unread(article, window, fault) from fault
    ground = Ground(article.text, window)
    quoted = (
        Quoted(source=f.source, cue=f.cue, content=f.content, paragraph=f.paragraph)
        for f in answer.attributions
    )
    return list(_placed(asker, ground, quoted))


def _placed(asker: Asker, ground: Ground, quoted: Iterable[Quoted]) -> Iterable[Attribution]:
    for strings in quoted:
        asker.tally.add("found")
        placed = ground.place(strings, confidence=asker.settings.confidence)
        if isinstance(placed, str):
            asker.tally.add(f"dropped: {placed}")
        else:
            yield placed


def unread(article: Article, window: Window, fault: Unusable) -> InputRefused:
    """The refusal of an article of which the model left a part unread."""
    start = " ".join(window[0].shown.split()[:6])
    return InputRefused(
        article.key,
        f"the model did not read the part that begins “{start} …”: {fault.what}",
        "run the same command again, or use another model; other parts are kept in the cache",
    )
