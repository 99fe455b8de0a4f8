"""Texts as the networks that compare and judge them see them: BERT's uncased wordpieces."""

import functools
from importlib import resources

from tokenizers import Tokenizer

MOST = 126
"""Wordpieces of a text that are read; the rest is left out."""

CHARACTERS = 4_000
"""Characters that are looked at for them, so that tokenizing stays bounded."""

_FIRST, _LAST, _UNKNOWN = 101, 102, 100


def pieces(text: str, most: int = MOST) -> list[int]:
    """The text's wordpieces between the marks of beginning and end."""
    # The tokenizer refuses half a surrogate pair.
    clean = text[:CHARACTERS].encode("utf-8", "replace").decode("utf-8")
    ids = _tokenizer().encode(clean, add_special_tokens=False).ids[:most]
    return [_FIRST, *(ids or [_UNKNOWN]), _LAST]


@functools.cache
def _tokenizer() -> Tokenizer:
    folder = resources.files("kgraph.extract") / "weights"
    tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
