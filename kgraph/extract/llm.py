"""The LLM extractors: a language model finds the attributions, the same code interprets them."""

import os
import random
from dataclasses import dataclass

from kgraph import __version__
from kgraph.extract import model
from kgraph.extract.language import load_pipeline, model_name
from kgraph.extract.llm_asking import Asker
from kgraph.extract.llm_cache import Cache, DiskCache, NoCache
from kgraph.extract.llm_client import connect
from kgraph.extract.llm_clock import Clock, Pace, SystemClock
from kgraph.extract.llm_finder import finder
from kgraph.extract.llm_judge import judged
from kgraph.extract.llm_prompt import FIND, JUDGE
from kgraph.extract.llm_settings import LlmSettings, check, from_environment
from kgraph.extract.statements import Reader
from kgraph.extract.tagger import load_tagger
from kgraph.model import Article, Extraction


@dataclass(frozen=True, kw_only=True)
class LlmExtractor:
    """A reader whose attributions a language model finds or judges.

    Attributes:
        asker: Holds the tally of what was asked and what it cost.
    """

    reader: Reader
    asker: Asker

    @property
    def name(self) -> str:
        """What it is called on the command line."""
        return self.reader.name

    @property
    def version(self) -> str:
        """Of the code, the model and the prompt."""
        return self.reader.version

    @property
    def languages(self) -> frozenset[str]:
        """As the settings tell."""
        return self.reader.languages

    def extract(self, article: Article) -> Extraction:
        """All that the article says.

        Raises:
            InputRefused: The model gave no usable answer to a part of the article.
            LlmError: The server can't be asked.
        """
        return self.reader.extract(article)

    def report(self) -> str:
        """What was asked until now, what it cost and what was dropped, as one line."""
        return self.asker.tally.line(self.asker.settings)


def asker_of(settings: LlmSettings, *, clock: Clock | None = None) -> Asker:
    """What asks the server of the settings.

    Raises:
        CallError: A setting is missing or means nothing.
    """
    check(settings)
    clock = clock or SystemClock()
    path = settings.cache_path
    cache: Cache = DiskCache(path) if path is not None else NoCache()
    return Asker(
        settings=settings,
        client=connect(settings),
        cache=cache,
        clock=clock,
        pace=Pace(settings.per_minute, clock),
        chance=random.Random(),  # noqa: S311  (spreads retries, guards nothing)
    )


def load_llm(settings: LlmSettings | None = None) -> LlmExtractor:
    """The extractor ``llm``: the model finds every attribution.

    Args:
        settings: Those of the environment where None.

    Raises:
        CallError: A setting is missing or means nothing.
        ModelMissing: The English pipeline is not installed.
    """
    asker = asker_of(settings or from_environment(os.environ))
    nlp = load_pipeline()
    reader = Reader(
        nlp=nlp,
        finder=finder(asker),
        name="llm",
        version=f"{__version__}, {asker.settings.model}, prompt {FIND.version}, {model_name(nlp)}",
        languages=asker.settings.reads(),
    )
    return LlmExtractor(reader=reader, asker=asker)


def load_hybrid(settings: LlmSettings | None = None) -> LlmExtractor:
    """The extractor ``hybrid``: as ``model``, its unsure finds judged by a language model.

    Raises:
        As ``load_llm``.
    """
    asker = asker_of(settings or from_environment(os.environ))
    nlp, tagger = load_pipeline(), load_tagger()
    version = (
        f"{__version__}, {tagger.name}, {asker.settings.model}, prompt {JUDGE.version} "
        f"on {asker.settings.unsure}, {model_name(nlp)}"
    )
    reader = Reader(
        nlp=nlp,
        finder=judged(model.finder(tagger), asker),
        name="hybrid",
        version=version,
    )
    return LlmExtractor(reader=reader, asker=asker)
