"""Time as the LLM extractors see it, so that tests need not wait for it."""

import threading
import time
from typing import Protocol


class Clock(Protocol):
    """Tells the time and lets it pass."""

    def now(self) -> float:
        """Seconds since some moment; never goes back."""
        ...

    def wall(self) -> float:
        """Seconds since 1970 in UTC, for dates that a server names."""
        ...

    def sleep(self, seconds: float) -> None:
        """That long has passed."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> float:
        """As ``time.monotonic``."""
        return time.monotonic()

    def wall(self) -> float:
        """As ``time.time``."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """As ``time.sleep``."""
        time.sleep(seconds)


class FakeClock:
    """A clock for tests: sleeping takes no time, and is remembered.

    Attributes:
        slept: How long each sleep was.
    """

    def __init__(self, *, start: float = 1_000_000.0) -> None:
        self._now = start
        self._lock = threading.Lock()
        self.slept: list[float] = []

    def now(self) -> float:
        """The start and all that was slept."""
        return self._now

    def wall(self) -> float:
        """The same."""
        return self._now

    def sleep(self, seconds: float) -> None:
        """The clock stands that much later."""
        with self._lock:
            self._now += seconds
            self.slept.append(seconds)


class Pace:
    """Lets requests through at no more than so many a minute, evenly spaced.

    Args:
        per_minute: 0 is without limit.
    """

    def __init__(self, per_minute: float, clock: Clock) -> None:
        self._gap = 60 / per_minute if per_minute else 0.0
        self._clock = clock
        self._lock = threading.Lock()
        self._free = clock.now()

    def wait(self) -> None:
        """It is this request's turn."""
        with self._lock:
            now = self._clock.now()
            turn = max(now, self._free)
            self._free = turn + self._gap
        if turn > now:
            self._clock.sleep(turn - now)

    def hold(self, seconds: float) -> None:
        """Nobody's turn comes within that time, since the server asked for a pause."""
        with self._lock:
            self._free = max(self._free, self._clock.now() + seconds)
