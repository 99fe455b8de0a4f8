"""Bytes in many encodings, and bytes that are no text."""

import pytest

from kgraph.errors import InputRefused
from kgraph.ingest.encoding import decode

TEXT = "“The café in Kelp Bay reopens,” she said – at last."
RUSSIAN = "Паром снова выйдет в море в пятницу, сообщил начальник порта. Экипажи согласились. " * 4


@pytest.mark.parametrize("bom", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_the_encoding_and_is_not_text(bom):
    assert decode(TEXT.encode(bom), "w") == TEXT


@pytest.mark.parametrize(
    ("data", "declared", "expected"),
    [
        (TEXT.encode(), "", TEXT),
        (TEXT.encode(), "iso-8859-1", TEXT),
        (TEXT.encode("cp1252"), "", TEXT),
        (TEXT.encode("cp1252"), "ISO-8859-1", TEXT),
        (b"plain", "utf-16", "plain"),
        (b"plain", "rot13", "plain"),
        (b"plain", "no such thing", "plain"),
        (RUSSIAN.encode("cp1251"), "windows-1251", RUSSIAN),
        (RUSSIAN.encode("koi8-r"), "koi8-r", RUSSIAN),
        (RUSSIAN.encode("cp1251"), "", RUSSIAN),
        ("こんにちは".encode("iso-2022-jp"), "iso-2022-jp", "こんにちは"),
        ("今日は".encode("shift_jis"), "shift_jis", "今日は"),
    ],
)
def test_text_is_read_in_the_encoding_it_is_in(data, declared, expected):
    assert decode(data, "w", declared) == expected


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"The ferry\0sails", "NUL bytes"),
        (b"\x01\x02\x03\x04 The ferry", "control characters"),
        (b"%PDF-1.7 stream", "a PDF"),
        (b"PK\x03\x04rest", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"\xff\xd8\xff\xe0JFIF", "an image"),
        (TEXT.encode("utf-16")[:-1], "not valid UTF-16"),
        (b"\xef\xbb\xbfThe ferry\n\xff sails", "line 2 is not valid UTF-8"),
        (("“A” – “B” – “C”\n" * 3).encode() + b"caf\xe9\n", "line 4 is not valid UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data, what):
    with pytest.raises(InputRefused, match=what):
        decode(data, "w")
