"""What the commands that extract share: the options of the LLM extractors, and what they cost."""

import contextlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Annotated

import typer

from kgraph.cli.options import say
from kgraph.cli.readers import WhenNeeded
from kgraph.errors import CallError
from kgraph.extract import LLM_EXTRACTORS, Extractor
from kgraph.extract.llm_settings import LlmSettings, check, from_environment
from kgraph.extract.workers import Workers

LlmUrl = Annotated[
    str,
    typer.Option(
        metavar="URL", help="Server that extractors llm and hybrid ask; or set KGRAPH_LLM_URL."
    ),
]

LlmModel = Annotated[
    str,
    typer.Option(metavar="NAME", help="Model that they ask for; or set KGRAPH_LLM_MODEL."),
]

Llm = Annotated[
    list[str] | None,
    typer.Option(
        metavar="SETTING=VALUE",
        help="Any other setting of theirs, as in --llm parallel=8; see docs/llm.md.",
    ),
]


def llm_settings(
    extractor: str, url: str, model: str, others: Sequence[str] | None
) -> LlmSettings | None:
    """The settings of an LLM extractor, from the options and the environment; None for the others.

    Raises:
        CallError: A setting is missing or means nothing, or the extractor asks no server.
    """
    given = {name: value for name, value in (("url", url), ("model", model)) if value}
    given |= dict(_pair(words) for words in others or ())
    if extractor not in LLM_EXTRACTORS:
        if given:
            raise CallError(
                f"--llm {next(iter(given))}",
                f"extractor '{extractor}' asks no server",
                f"add --extractor {' or '.join(sorted(LLM_EXTRACTORS))}, or leave it out",
            )
        return None
    settings = from_environment(os.environ, **given)
    check(settings)
    return settings


def _pair(words: str) -> tuple[str, str]:
    name, equals, value = words.partition("=")
    known = [f.name.replace("_", "-") for f in fields(LlmSettings) if f.name != "key"]
    if name == "key":
        raise CallError(
            "--llm key", "other users of this machine could read it", "set KGRAPH_LLM_KEY instead"
        )
    if not equals or name not in known:
        raise CallError(
            f"--llm {words}", "it is not SETTING=VALUE", f"settings are {', '.join(known)}"
        )
    return name.replace("-", "_"), value


@contextlib.contextmanager
def cost_told(extractor: Extractor | Workers) -> Iterator[None]:
    """What an LLM extractor asked and what it cost is on stderr in the end, however it ends."""
    try:
        yield
    finally:
        if isinstance(extractor, WhenNeeded) and (words := extractor.report()):
            say(words)
