"""Who reads the articles: one extractor in this process, or several in processes of their own."""

from functools import cached_property, partial

from kgraph.errors import CallError
from kgraph.extract import EXTRACTORS, Extractor, load_extractor
from kgraph.extract.llm_settings import LlmSettings
from kgraph.extract.workers import Workers, cores
from kgraph.model import Article, Extraction


def reader(name: str, *, jobs: int, llm: LlmSettings | None = None) -> Extractor | Workers:
    """The extractor of that name, at work in so many processes; models load when an article comes.

    Args:
        name: One of ``EXTRACTORS``.
        jobs: How many processes read; 1 is this one, 0 one a core.
        llm: The settings of an LLM extractor; it counts and paces its requests in one process.

    Raises:
        CallError: There is no extractor of that name, or it works in one process only.
    """
    if name not in EXTRACTORS:
        load_extractor(name)  # refuses, in the words it has for that
    jobs = jobs or cores()
    if jobs == 1:
        return WhenNeeded(name, llm)
    if llm is not None:
        raise CallError(
            "--jobs",
            f"extractor '{name}' works in one process, whose requests run side by side",
            f"use --llm parallel={jobs} instead",
        )
    return Workers(load=partial(load_extractor, name), jobs=jobs)


class WhenNeeded:
    """The extractor of that name, which loads its models with the first article that it reads.

    An ingest that finds nothing new would wait for them in vain.
    """

    def __init__(self, name: str, llm: LlmSettings | None = None) -> None:
        self.name = name
        self._llm = llm

    @property
    def version(self) -> str:
        """Of the extractor."""
        return self._extractor.version

    @property
    def languages(self) -> frozenset[str]:
        """Of the extractor."""
        return self._extractor.languages

    def report(self) -> str:
        """What it asked of a server and what that cost; "" where it asked none."""
        loaded = self.__dict__.get("_extractor")
        report = getattr(loaded, "report", None)
        return str(report()) if report is not None else ""

    def extract(self, article: Article) -> Extraction:
        """As the extractor does."""
        return self._extractor.extract(article)

    @cached_property
    def _extractor(self) -> Extractor:
        return load_extractor(self.name, llm=self._llm)
