"""Records as bytes and back: frozen dataclasses of texts, numbers, truth values, None, tuples, and such records."""

import zlib
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar, get_type_hints

import msgspec

R = TypeVar("R")

_LONG = 4_000
"""Bytes from which what is kept is compressed: what is said of many places in like words."""

_COMPRESSED = b"x"
"""What zlib's bytes begin with, and MessagePack's of a sequence don't."""


def data_of(record: Any) -> bytes:
    """The values of a record in the order of its fields, as MessagePack, compressed where long."""
    return packed(values_of(record))


def record_of(kind: Callable[..., R], data: bytes) -> R:
    """The record of a class that ``data_of`` gave these bytes for.

    Raises:
        msgspec.ValidationError: It was another class, or other fields.
    """
    names, decoder = _reader(kind)
    return kind(**dict(zip(names, decoder.decode(_plain(data)), strict=True)))


def values_of(record: Any) -> list[Any]:
    """The values of a record, in the order of its fields."""
    kind: Callable[..., object] = type(record)
    return [getattr(record, name) for name in _names(kind)]


def packed(values: list[Any]) -> bytes:
    """A sequence as MessagePack, compressed where long."""
    data = _ENCODER.encode(values)
    return data if len(data) < _LONG else zlib.compress(data, 1)


def unpacked(type_: type[R], data: bytes) -> R:
    """The sequence of that type, as it was packed."""
    return msgspec.msgpack.decode(_plain(data), type=type_)


_ENCODER = msgspec.msgpack.Encoder()


def _plain(data: bytes) -> bytes:
    return zlib.decompress(data) if data[:1] == _COMPRESSED else data


@cache
def _names(kind: Callable[..., object]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))  # type: ignore[arg-type]


@cache
def _reader(
    kind: Callable[..., object],
) -> tuple[tuple[str, ...], msgspec.msgpack.Decoder[tuple[Any, ...]]]:
    hints, names = get_type_hints(kind), _names(kind)
    values: Any = tuple.__class_getitem__(tuple(hints[name] for name in names))
    return names, msgspec.msgpack.Decoder(values)
