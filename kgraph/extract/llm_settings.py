"""How the LLM extractors are set up: one object, made from options or from the environment."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal, TypeAlias, get_args
from urllib.parse import urlsplit

from kgraph.errors import CallError

Form: TypeAlias = Literal["schema", "object", "text"]
"""How the server is told the form of its answer: by JSON schema, only that it be a JSON object
(the schema stands in the prompt), or by the prompt alone."""

PREFIX = "KGRAPH_LLM_"


@dataclass(frozen=True, slots=True, kw_only=True)
class LlmSettings:
    """Where the model is and how it is asked.

    Each field has an environment variable: ``KGRAPH_LLM_URL`` for ``url``, and so on.

    Attributes:
        url: Base URL of an OpenAI-compatible server, as in ``http://127.0.0.1:8080/v1``.
        model: Name of the model, as the server knows it.
        key: API key, sent as a bearer token; "" where the server wants none.
        form: How the server is told the form of its answer.
        languages: BCP 47 primary languages that the model is trusted to read.
        cache: SQLite file that keeps the answers, or "off".
        timeout: Seconds until an answer must be whole.
        retries: How often a request is sent again after a failure that may pass.
        patience: Longest wait in seconds that the server may ask for (``Retry-After``).
        per_minute: Requests a minute at most; 0 is without limit.
        parallel: Requests that are under way at the same time, at most.
        window: Characters of text in one request, at most.
        answer_tokens: Tokens of one answer, at most.
        price_in: Price of a million tokens of prompt, in any currency.
        price_out: Price of a million tokens of answer.
        extra: JSON object that is laid over every request; null takes a field away.
        confidence: What the confidence of a statement that the model found is set to.
        unsure: "LOW-HIGH": the confidences of local finds that ``hybrid`` has judged.
    """

    url: str = ""
    model: str = ""
    key: str = field(default="", repr=False)
    form: Form = "schema"
    languages: str = "en"
    cache: str = ""
    timeout: float = 120.0
    retries: int = 5
    patience: float = 120.0
    per_minute: float = 0.0
    parallel: int = 4
    window: int = 4_000
    answer_tokens: int = 4_000
    price_in: float = 0.0
    price_out: float = 0.0
    extra: str = ""
    confidence: float = 0.8
    unsure: str = "0.3-0.75"

    @property
    def cache_path(self) -> Path | None:
        """The file of the cache, in the user's cache folder unless told otherwise; None is off."""
        if self.cache == "off":
            return None
        if self.cache:
            return Path(self.cache)
        home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        return Path(home) / "kgraph" / "llm.sqlite"

    @property
    def overlay(self) -> dict[str, Any]:
        """``extra`` as the fields that it sets."""
        overlay: dict[str, Any] = json.loads(self.extra) if self.extra else {}
        return overlay

    @property
    def band(self) -> tuple[float, float]:
        """``unsure`` as two numbers."""
        low, _, high = self.unsure.partition("-")
        return float(low), float(high)

    def reads(self) -> frozenset[str]:
        """``languages`` as a set."""
        return frozenset(self.languages.replace(",", " ").split())


def from_environment(environment: Mapping[str, str], **given: str) -> LlmSettings:
    """Settings out of the variables ``KGRAPH_LLM_…``; what is ``given`` by name wins.

    >>> made = from_environment({"KGRAPH_LLM_MODEL": "m", "KGRAPH_LLM_RETRIES": "2"}, model="n")
    >>> made.model, made.retries
    ('n', 2)

    Raises:
        CallError: A variable's value cannot be read.
    """
    values: dict[str, Any] = {}
    for known in fields(LlmSettings):
        variable = PREFIX + known.name.upper()
        if known.name in given:
            place, words = option(known.name), given[known.name]
        elif environment.get(variable):
            place, words = variable, environment[variable]
        else:
            continue
        values[known.name] = _read(place, words, type(known.default))
    return replace(LlmSettings(), **values)


def _read(name: str, words: str, kind: type) -> object:
    if kind is str:
        return words
    try:
        return kind(words)
    except ValueError:
        raise CallError(
            name,
            f"'{words}' is not a {'whole number' if kind is int else 'number'}",
            "set it to one, or unset it",
        ) from None


def option(name: str) -> str:
    """The setting as an option of the command line.

    >>> option("url"), option("per_minute")
    ('--llm-url', '--llm per-minute')
    """
    return f"--llm-{name}" if name in {"url", "model"} else f"--llm {name.replace('_', '-')}"


def check(settings: LlmSettings) -> None:
    """Nothing: the settings can be used.

    Raises:
        CallError: A setting is missing or means nothing; the message names the option.
    """
    if not settings.url:
        raise CallError(
            "--llm-url",
            "the LLM extractor is not told which server to ask",
            "give the URL of an OpenAI-compatible server, like http://127.0.0.1:8080/v1, "
            "or set KGRAPH_LLM_URL",
        )
    parts = urlsplit(settings.url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise CallError(
            "--llm-url",
            f"'{_shown(settings.url)}' is not an http(s) URL",
            "write it like http://127.0.0.1:8080/v1",
        )
    if parts.username or parts.password:
        raise CallError(
            "--llm-url", "a user or password stands in the URL", "set KGRAPH_LLM_KEY instead"
        )
    if not settings.model:
        raise CallError(
            "--llm-model",
            "the LLM extractor is not told which model to ask for",
            f"name one that the server lists at {settings.url.rstrip('/')}/models, "
            "or set KGRAPH_LLM_MODEL",
        )
    if not settings.model.isprintable():
        raise CallError(
            "--llm-model", "the name holds characters that cannot be printed", "write it anew"
        )
    if settings.form not in get_args(Form):
        raise CallError(
            "--llm form",
            f"'{settings.form}' is not a form",
            f"choose {', '.join(get_args(Form))}",
        )
    if not settings.key.isascii() or not settings.key.isprintable():
        raise CallError("KGRAPH_LLM_KEY", "the key holds characters that no key has", "set it anew")
    _check_numbers(settings)
    _check_words(settings)


_LEAST = {
    "timeout": 0.1, "retries": 0, "patience": 0, "per_minute": 0, "parallel": 1,
    "window": 200, "answer_tokens": 16, "price_in": 0, "price_out": 0, "confidence": 0,
}  # fmt: skip


def _check_numbers(settings: LlmSettings) -> None:
    for name, least in _LEAST.items():
        value = getattr(settings, name)
        # Written so that NaN is refused too.
        if not value >= least or value == float("inf"):
            raise CallError(option(name), f"{value} is out of range", f"set it to {least} or more")
    if settings.confidence > 1:
        raise CallError(
            "--llm confidence", f"{settings.confidence} is no probability", "set it to 0..1"
        )


def _check_words(settings: LlmSettings) -> None:
    try:
        is_object = isinstance(settings.overlay, dict)
    except ValueError:
        is_object = False
    if not is_object:
        raise CallError(
            "--llm extra", "it is not a JSON object", """write it like '{"temperature": null}'"""
        )
    try:
        low, high = settings.band
    except ValueError:
        low, high = 1.0, 0.0
    if not 0 <= low <= high <= 1:
        raise CallError(
            "--llm unsure",
            f"'{settings.unsure}' is not a band of confidence",
            "write two numbers between 0 and 1 like 0.3-0.75",
        )
    if not settings.reads():
        raise CallError("--llm languages", "no language is named", "set it like 'en de'")


def _shown(url: str) -> str:
    return url.rpartition("@")[2][:80]
