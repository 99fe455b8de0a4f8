"""Records as JSON and back: frozen dataclasses of texts, numbers, truth values, None and tuples."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

R = TypeVar("R")


def values_of(record: Any) -> list[Any]:
    """The values of a record, in the order of its fields; they are what JSON can hold."""
    kind: Callable[..., object] = type(record)
    return [getattr(record, name) for name in _names(kind)]


def record_of(kind: Callable[..., R], values: Sequence[Any]) -> R:
    """The record of a class whose values these are, as JSON gave them back."""
    return kind(**dict(zip(_names(kind), map(tuples, values), strict=True)))


def tuples(value: Any) -> Any:
    """What JSON made lists of, as tuples again."""
    if type(value) is not list:
        return value
    return tuple([tuples(one) if type(one) is list else one for one in value])


@cache
def _names(kind: Callable[..., object]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))  # type: ignore[arg-type]
