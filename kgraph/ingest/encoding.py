"""Bytes become text, or are refused; nothing is replaced or guessed over."""

import codecs
import re

from charset_normalizer import from_bytes

from kgraph.errors import InputRefused

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
)
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\f\r\x1b")
_TEXT_CODECS = re.compile(
    r"utf-?(8|16|32)|ascii|cp\d+|iso8859|iso2022|koi8|gb|big5|shift_jis|euc_|mac-|hz|latin|tis"
)
_LABELS = {"ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
"""What browsers read under these names (WHATWG Encoding Standard, 4.2)."""

_MULTIBYTE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]+")


def decode(data: bytes, where: str, declared: str = "") -> str:
    """The text of the bytes: by byte order mark, as UTF-8, as declared, as charset-normalizer finds.

    UTF-8 goes before the declared encoding where bytes beyond ASCII are valid UTF-8, because
    text in another encoding practically never is (W3C Internationalization, "UTF-8 detection").

    Args:
        data: All bytes of the document.
        where: How a refusal names it.
        declared: Name of an encoding that a header or the document states, or "".

    Raises:
        InputRefused: The bytes are not text, or in no encoding that can be told.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _strictly(data[len(bom) :], name, where)
    _refuse_binary(data, where)
    encoding = _known(declared)
    if data.isascii():
        # Stateful encodings such as ISO-2022-JP are all ASCII bytes.
        return data.decode("ascii") if encoding == "cp1252" else _tried(data, encoding) or data.decode("ascii")  # fmt: skip
    text = _tried(data, "utf-8")
    if text is None:
        _refuse_broken_utf8(data, where)
        text = _tried(data, encoding)
    return _guessed(data, where) if text is None else text


def _strictly(data: bytes, name: str, where: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputRefused(
            where, f"line {line} is not valid {name.upper()}", "save the file as UTF-8"
        ) from error


def _tried(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name) if name else None
    except UnicodeDecodeError:
        return None


def _known(name: str) -> str:
    """Python's name of a declared text encoding, or ""."""
    try:
        found = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return ""
    # Python also knows "encodings" that aren't: rot13, unicode_escape, idna.
    return _LABELS.get(found, found) if _TEXT_CODECS.match(found) else ""


def _refuse_binary(data: bytes, where: str) -> None:
    kind = next((kind for sign, kind in _SIGNATURES if data.startswith(sign)), "")
    if not kind and b"\0" in data:
        kind = "binary: it holds NUL bytes"
    elif not kind and len(data) - len(data.translate(None, _CONTROLS)) > len(data) // 50:
        kind = "binary: it holds control characters"
    if kind:
        raise InputRefused(
            where, f"the content is {kind}, not text", "save the article as text or HTML in UTF-8"
        )


def _refuse_broken_utf8(data: bytes, where: str) -> None:
    """Mostly valid UTF-8 is not read in an 8-bit encoding, which would garble all of it."""
    valid = len(_MULTIBYTE.findall(data))
    broken = data.decode("utf-8", "replace").count("�") - data.count("�".encode())
    if valid > 3 * broken:
        _strictly(data, "utf-8", where)


def _guessed(data: bytes, where: str) -> str:
    beyond = sum(byte > 127 for byte in data[:100_000])
    if beyond * 30 < len(data[:100_000]):
        # A few typographic marks or accents in Latin text: too little for statistics.
        text = _tried(data, "cp1252")
        if text is not None:
            return text
    best = from_bytes(data, enable_fallback=False).best()
    text = _tried(data, best.encoding) if best is not None else None
    if text is None or "\0" in text:
        raise InputRefused(
            where, "the encoding of its text cannot be told", "save the file as UTF-8"
        )
    return text
