"""Text of articles made safe for formats that cannot hold every character."""

import re
from typing import Final

_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    r"""The text without the characters that XML 1.0 (section 2.2) has no way to write.

    >>> xml_text("a\x00b\ufffe")
    'ab'
    """
    return _NOT_XML.sub("", text)


def one_line(text: str, length: int = 0) -> str:
    r"""The text of XML on one line, cut behind a word where it is longer than ``length``.

    >>> one_line("the port\n will be closed", 15)
    'the port will…'
    """
    words = " ".join(xml_text(text).split())
    if not length or len(words) <= length:
        return words
    cut = words[: length - 1]
    return (cut.rpartition(" ")[0] or cut) + "…"
