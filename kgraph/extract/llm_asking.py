"""Questions to a language model, answered once: from the cache, or by as many requests as it takes."""

import random
import threading
import weakref
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx
from pydantic import ValidationError

from kgraph import ids
from kgraph.errors import LlmError
from kgraph.extract.llm_cache import Cache
from kgraph.extract.llm_client import MayPass, Reply, Unusable, request, send
from kgraph.extract.llm_clock import Clock, Pace
from kgraph.extract.llm_prompt import AnswerT, Task, messages
from kgraph.extract.llm_settings import LlmSettings

_UNFIT = 2
"""How often a question is asked whose answer does not fit the schema."""

_LONGEST_PAUSE = 30.0


class Tally:
    """What was asked, what it cost and what became of it, counted by name."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._lock = threading.Lock()

    def add(self, name: str, number: int = 1) -> None:
        """So many more of that name."""
        with self._lock:
            self._counts[name] += number

    def __getitem__(self, name: str) -> int:
        return self._counts[name]

    def dropped(self) -> dict[str, int]:
        """How many finds of the model were dropped, by reason."""
        return {
            name.removeprefix("dropped: "): number
            for name, number in sorted(self._counts.items())
            if name.startswith("dropped: ")
        }

    def cost(self, settings: LlmSettings) -> float:
        """Of all requests, in the currency of the prices."""
        paid = self["tokens in"] * settings.price_in + self["tokens out"] * settings.price_out
        return paid / 1e6

    def line(self, settings: LlmSettings) -> str:
        """The counts as one line for stderr."""
        parts = [
            f"{settings.model}: requests {self['requests']}, repeated {self['retries']}",
            f"answers from the cache {self['cached']}",
            f"tokens in {self['tokens in']:,}, out {self['tokens out']:,}",
        ]
        if self["unmetered"]:
            parts[-1] += f" (of {self['unmetered']} requests the server does not tell)"
        if settings.price_in or settings.price_out:
            parts.append(f"cost {self.cost(settings):.4f}")
        if self["judged"] or self["unjudged"]:
            parts.append(
                f"local finds kept {self['keep']}, mended {self['mend']}, dropped {self['drop']}, "
                f"not judged {self['unjudged']}"
            )
        dropped = self.dropped()
        words = ", ".join(f"{reason} {number}" for reason, number in dropped.items())
        parts.append(
            f"finds {self['found']}, dropped {sum(dropped.values())}{f' ({words})' if words else ''}"
        )
        return "; ".join(parts)


@dataclass(frozen=True, kw_only=True)
class Asker:
    """Asks one server, within the limits of its settings; threads may share it.

    Attributes:
        client: The connection, which is closed when the asker goes.
        chance: A number in [0, 1) for each call; spreads the retries of many clients.
    """

    settings: LlmSettings
    client: httpx.Client
    cache: Cache
    clock: Clock
    pace: Pace
    chance: random.Random = field(default_factory=random.Random)
    tally: Tally = field(default_factory=Tally)

    def __post_init__(self) -> None:
        # Extractors have no end of their own; the connection ends with what uses it.
        weakref.finalize(self, self.client.close)

    def ask(self, task: Task[AnswerT], data: Mapping[str, Any]) -> AnswerT:
        """The model's answer; the cache has it from then on.

        Raises:
            Unusable: The model gives no answer of that form.
            LlmError: The server can't be asked.
        """
        answer = task.answer
        body = self._body(task, data)
        key = ids.digest("llm-answer", task.version, body.decode())
        kept = self.cache.get(key)
        if kept is not None:
            self.tally.add("cached")
            return answer.model_validate_json(kept)
        for attempt in range(1, _UNFIT + 1):
            try:
                read = self._fit(self._reply(body), answer)
            except Unusable as fault:
                if attempt == _UNFIT or not fault.again:
                    raise
                continue
            self.cache.put(key, read.model_dump_json())
            return read
        raise AssertionError("the last attempt returns or raises")

    def _body(self, task: Task[AnswerT], data: Mapping[str, Any]) -> bytes:
        in_words = self.settings.form != "schema"
        return request(self.settings, task, messages(task, data, schema_in_words=in_words))

    def _fit(self, reply: Reply, answer: type[AnswerT]) -> AnswerT:
        if reply.fault is not None:
            raise reply.fault
        text = reply.text if self.settings.form == "schema" else _unfenced(reply.text)
        try:
            return answer.model_validate_json(text)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            place = ".".join(map(str, first["loc"])) or "the answer"
            raise Unusable(
                f"the answer does not fit the schema ({place}: {first['msg']})"
            ) from error

    def _reply(self, body: bytes) -> Reply:
        """The server's answer, after as many retries as the settings allow."""
        for attempt in range(self.settings.retries + 1):
            self.pace.wait()
            self.tally.add("requests")
            if attempt:
                self.tally.add("retries")
            try:
                reply = send(self.client, self.settings, body, clock=self.clock)
            except MayPass as failure:
                if attempt == self.settings.retries:
                    raise self._given_up(failure) from failure
                self._pause(failure, attempt)
                continue
            self._count(reply)
            return reply
        raise AssertionError("the last attempt returns or raises")

    def _pause(self, failure: MayPass, attempt: int) -> None:
        """Waits as long as the server asks, else twice as long each time, spread by chance.

        Raises:
            LlmError: The server asks for more patience than the settings have.
        """
        if failure.wait is not None:
            if failure.wait > self.settings.patience:
                raise LlmError(
                    self.settings.url,
                    f"it asks to wait {failure.wait:.0f} s ({failure.what})",
                    "run the same command again then, what was answered is kept; "
                    "or raise --llm patience",
                ) from failure
            # The limit is the account's, so nobody else need try before.
            self.pace.hold(failure.wait)
            return
        self.clock.sleep(min(2.0**attempt, _LONGEST_PAUSE) * (0.5 + self.chance.random() / 2))

    def _given_up(self, failure: MayPass) -> LlmError:
        times = f", {self.settings.retries + 1} times" if self.settings.retries else ""
        return LlmError(
            self.settings.url,
            f"{failure.what}{times}",
            "check that the server runs and --llm-url; what was answered before is kept",
        )

    def _count(self, reply: Reply) -> None:
        if reply.tokens is None:
            self.tally.add("unmetered")
            return
        self.tally.add("tokens in", reply.tokens[0])
        self.tally.add("tokens out", reply.tokens[1])


def _unfenced(text: str) -> str:
    """The text without one Markdown fence around it, which unconstrained models like to add."""
    lines = text.strip().split("\n")
    if len(lines) > 2 and lines[0] in {"```", "```json"} and lines[-1] == "```":
        return "\n".join(lines[1:-1])
    return text
