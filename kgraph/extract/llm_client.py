"""One request to an OpenAI-compatible server: ``POST {url}/chat/completions``.

Text goes to the URL that the settings name and nowhere else: redirects are not followed.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Any, Final

import httpx
from pydantic import BaseModel, ValidationError

from kgraph.errors import LlmError
from kgraph.extract.llm_clock import Clock
from kgraph.extract.llm_prompt import AnswerT, Task
from kgraph.extract.llm_settings import LlmSettings

_LARGEST: Final = 4_000_000
"""Bytes of an answer that are read; a server that sends more is not answering the question."""


class MayPass(Exception):
    """A failure that the same request may not meet again.

    Args:
        what: What went wrong, as a clause.
        wait: Seconds that the server asks to wait, or None.
    """

    def __init__(self, what: str, wait: float | None = None) -> None:
        self.what = what
        self.wait = wait
        super().__init__(what)


class Unusable(Exception):
    """The server answered, but not with what was asked for.

    Args:
        what: What is wrong with the answer, as a clause.
        again: Whether to ask once more is worth its price.
        cut: Whether the answer was longer than allowed.
    """

    def __init__(self, what: str, *, again: bool = True, cut: bool = False) -> None:
        self.what = what
        self.again = again
        self.cut = cut
        super().__init__(what)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a model answered.

    Attributes:
        tokens: Of prompt and answer, as the server counts them; None where it doesn't tell.
        fault: What is wrong with the answer whatever its words are, or None.
    """

    text: str
    tokens: tuple[int, int] | None
    fault: Unusable | None = None


class _Message(BaseModel):
    content: str | None = None
    refusal: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Usage(BaseModel):
    prompt_tokens: int
    completion_tokens: int = 0


class _Completion(BaseModel):
    choices: list[_Choice]
    usage: _Usage | None = None


def connect(settings: LlmSettings) -> httpx.Client:
    """A connection to the server of the settings; nothing is sent yet."""
    headers = {"Authorization": f"Bearer {settings.key}"} if settings.key else {}
    return httpx.Client(headers=headers, timeout=settings.timeout, follow_redirects=False)


def request(
    settings: LlmSettings, task: Task[AnswerT], messages: Sequence[dict[str, str]]
) -> bytes:
    """The body of the request, the same bytes for the same question."""
    body: dict[str, Any] = {
        "model": settings.model,
        "messages": messages,
        "temperature": 0,
        "max_tokens": settings.answer_tokens,
    }
    if settings.form == "schema":
        body["response_format"] = {
            "type": "json_schema",
            "json_schema": {"name": task.name, "strict": True, "schema": task.schema},
        }
    elif settings.form == "object":
        body["response_format"] = {"type": "json_object"}
    body |= settings.overlay
    return json.dumps({k: v for k, v in body.items() if v is not None}).encode()


def send(client: httpx.Client, settings: LlmSettings, body: bytes, *, clock: Clock) -> Reply:
    """The model's answer to the request, read to its end within the time-out.

    Raises:
        MayPass: The server is busy, broken or silent just now.
        LlmError: It will not answer this, however often it is asked.
        Unusable: It answered with something else than a completion.
    """
    url = f"{settings.url.rstrip('/')}/chat/completions"
    deadline = clock.now() + settings.timeout
    try:
        with client.stream(
            "POST", url, content=body, headers={"Content-Type": "application/json"}
        ) as response:
            answer = _read(response, deadline, clock)
    except httpx.TimeoutException as error:
        raise MayPass(f"no answer within {settings.timeout:g} s") from error
    except (httpx.ConnectError, httpx.UnsupportedProtocol) as error:
        raise MayPass(f"it can't be reached ({error})") from error
    except (httpx.TransportError, httpx.DecodingError) as error:
        raise MayPass(f"the connection broke ({error or type(error).__name__})") from error
    if response.status_code != httpx.codes.OK:
        raise _refused(response, _told(answer), settings, clock)
    return _reply(response, answer, url)


def _read(response: httpx.Response, deadline: float, clock: Clock) -> bytes:
    read = bytearray()
    for some in response.iter_bytes():
        read += some
        if len(read) > _LARGEST:
            raise Unusable(f"the answer is larger than {_LARGEST // 1_000_000} MB")
        if clock.now() > deadline:
            raise httpx.ReadTimeout("the answer came too slowly")
    return bytes(read)


def _reply(response: httpx.Response, answer: bytes, url: str) -> Reply:
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip()
    if kind == "text/html":
        raise LlmError(
            url,
            "a web page answers there, no OpenAI-compatible server",
            "check --llm-url; it usually ends in /v1",
        )
    try:
        completion = _Completion.model_validate_json(answer)
    except ValidationError as error:
        told = _told(answer)
        if told:
            raise MayPass(f"it reports an error: {told}") from error
        raise MayPass(f"its answer is no chat completion ({_first(error)})") from error
    usage = completion.usage
    tokens = (usage.prompt_tokens, usage.completion_tokens) if usage else None
    if not completion.choices:
        return Reply(text="", tokens=tokens, fault=Unusable("the answer holds no choice"))
    choice = completion.choices[0]
    return Reply(text=choice.message.content or "", tokens=tokens, fault=_fault(choice))


def _fault(choice: _Choice) -> Unusable | None:
    if choice.message.refusal:
        return Unusable(f"the model refused: {_short(choice.message.refusal)}", again=False)
    if choice.finish_reason == "content_filter":
        return Unusable("the server's content filter stopped the answer", again=False)
    if choice.finish_reason == "length":
        return Unusable("the answer was cut at the limit of tokens", again=False, cut=True)
    if not choice.message.content:
        return Unusable("the answer is empty")
    return None


def _refused(
    response: httpx.Response, told: str, settings: LlmSettings, clock: Clock
) -> MayPass | LlmError:
    """What an HTTP status means, as an error to raise."""
    status, low = response.status_code, told.lower()
    said = f"HTTP {status}{f': {told}' if told else ''}"
    if status == 429 and "insufficient_quota" not in low:
        return MayPass(said, _wait(response, clock))
    if status in {408, 409, 425} or status >= 500:
        return MayPass(said, _wait(response, clock))
    return LlmError(settings.url, *_explained(response, low, said, settings))


def _explained(
    response: httpx.Response, low: str, said: str, settings: LlmSettings
) -> tuple[str, str]:
    """What is wrong, and what to do about it."""
    status = response.status_code
    if response.has_redirect_location:
        to = _short(response.headers.get("Location", ""))
        return (
            f"it sends requests on to {to}, and text goes only to the URL that you name",
            "give that URL with --llm-url if you trust it",
        )
    if status == 401 or (status == 403 and not settings.key):
        if not settings.key:
            return f"it wants an API key ({said})", "set KGRAPH_LLM_KEY"
        return f"it does not take the API key ({said})", "check KGRAPH_LLM_KEY"
    if status in {402, 403, 429}:
        return f"it refuses the request ({said})", "check the account and its rights"
    if any(
        word in low for word in ("context length", "context_length", "context size", "too long")
    ):
        return f"the text is too long for the model ({said})", "set a smaller --llm window"
    if status in {400, 422, 501} and any(
        word in low for word in ("response_format", "json_schema", "json_object", "grammar")
    ):
        other = "object or form=text" if settings.form == "schema" else "text"
        return (
            f"it does not support answers of --llm form={settings.form} ({said})",
            f"use --llm form={other}",
        )
    if status in {400, 404, 422} and "model" in low:
        return (
            f"it does not know the model '{settings.model}', or not for this ({said})",
            f"name one of {settings.url.rstrip('/')}/models with --llm-model",
        )
    if status in {404, 405}:
        return (
            f"no chat completions are served there ({said})",
            "check --llm-url; it usually ends in /v1",
        )
    return f"it refuses the request ({said})", "change the request with --llm extra"


def _wait(response: httpx.Response, clock: Clock) -> float | None:
    """Seconds that the server asks to wait (RFC 9110, 10.2.3: a number, or a date); else None.

    No wait at all is no answer either: the retries would be spent at once.
    """
    words = response.headers.get("Retry-After", "").strip()
    try:
        seconds = float(words)
    except ValueError:
        try:
            when = parsedate_to_datetime(words)
        except ValueError:
            return None
        if when.tzinfo is None:
            when = when.replace(tzinfo=UTC)
        seconds = when.timestamp() - clock.wall()
    return seconds if seconds > 0 else None


def _told(answer: bytes) -> str:
    """The words of an error that a server sends, in any of the usual forms; "" if none is there."""
    try:
        record = json.loads(answer)
    except (ValueError, RecursionError):
        return ""
    error = record.get("error", record) if isinstance(record, dict) else None
    if isinstance(error, str):
        return _short(error)
    if not isinstance(error, dict):
        return ""
    words = [error.get(name) for name in ("message", "detail", "code")]
    return _short(" ".join(w for w in words if isinstance(w, str)))


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 200 else f"{line[:199]}…"


def _first(error: ValidationError) -> str:
    problem = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(map(str, problem["loc"]))
    return f"{place}: {problem['msg']}" if place else problem["msg"]
