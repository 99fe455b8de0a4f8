"""Articles become statements: who said what, to whom, when, through whom, in answer to what.

An extractor is a function in ``EXTRACTORS``; models load when one is asked for by name.
"""

from collections.abc import Callable, Mapping
from typing import Protocol

from kgraph import __version__
from kgraph.errors import CallError
from kgraph.extract.jsonl import to_record
from kgraph.extract.llm_settings import LlmSettings
from kgraph.extract.text import to_text
from kgraph.model import Article, Extraction

__all__ = ["DEFAULT_EXTRACTOR", "EXTRACTORS", "Extractor", "load_extractor", "to_record", "to_text"]


class Extractor(Protocol):
    """Reads what one article says; the same article gives the same extraction."""

    @property
    def name(self) -> str:
        """What it is called on the command line."""
        ...

    @property
    def version(self) -> str:
        """Versions of the code and the models, as written into the evidence."""
        ...

    @property
    def languages(self) -> frozenset[str]:
        """BCP 47 primary languages that it reads."""
        ...

    def extract(self, article: Article) -> Extraction:
        """All that the article says."""
        ...


def _rules(_llm: LlmSettings | None) -> Extractor:
    from kgraph.extract.calibration import calibrated  # noqa: PLC0415
    from kgraph.extract.language import load_pipeline, model_name  # noqa: PLC0415  (spaCy: 2 s)
    from kgraph.extract.rules import find_attributions  # noqa: PLC0415
    from kgraph.extract.statements import Reader  # noqa: PLC0415

    nlp = load_pipeline()
    return Reader(
        nlp=nlp,
        finder=lambda doc, article: calibrated(find_attributions(doc, article)),
        name="rules",
        version=f"{__version__}, {model_name(nlp)}",
    )


def _model(_llm: LlmSettings | None) -> Extractor:
    from kgraph.extract.language import load_pipeline, model_name  # noqa: PLC0415  (spaCy: 2 s)
    from kgraph.extract.model import finder  # noqa: PLC0415
    from kgraph.extract.statements import Reader  # noqa: PLC0415
    from kgraph.extract.tagger import load_tagger  # noqa: PLC0415

    nlp, tagger = load_pipeline(), load_tagger()
    return Reader(
        nlp=nlp,
        finder=finder(tagger),
        name="model",
        version=f"{__version__}, {tagger.name}, {model_name(nlp)}",
    )


def _llm(llm: LlmSettings | None) -> Extractor:
    from kgraph.extract.llm import load_llm  # noqa: PLC0415  (spaCy, httpx)

    return load_llm(llm)


def _hybrid(llm: LlmSettings | None) -> Extractor:
    from kgraph.extract.llm import load_hybrid  # noqa: PLC0415  (spaCy, httpx)

    return load_hybrid(llm)


EXTRACTORS: Mapping[str, Callable[[LlmSettings | None], Extractor]] = {
    "model": _model,
    "rules": _rules,
    "llm": _llm,
    "hybrid": _hybrid,
}
"""What makes each extractor, by name; the first is the one to use unless told otherwise."""

LLM_EXTRACTORS = frozenset({"llm", "hybrid"})
"""Those that send text to a server."""

DEFAULT_EXTRACTOR = "model"


def load_extractor(name: str = DEFAULT_EXTRACTOR, *, llm: LlmSettings | None = None) -> Extractor:
    """The extractor of that name, its models loaded.

    Args:
        name: A key of ``EXTRACTORS``.
        llm: How the LLM extractors are set up; None takes it from the environment
            (``KGRAPH_LLM_URL`` …). The others send nothing to anybody.

    Raises:
        CallError: There is no extractor of that name, or a setting of it is off.
        ModelMissing: A model that it needs is not installed.
    """
    make = EXTRACTORS.get(name)
    if make is None:
        raise CallError(
            "--extractor",
            f"'{name}' is not an extractor",
            f"choose {' or '.join(sorted(EXTRACTORS))}",
        )
    return make(llm)
