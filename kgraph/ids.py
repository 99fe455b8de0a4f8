"""Identifiers are framed content hashes: the same parts give the same IRI on every machine.

Each part is hashed together with its length, so that ("ab", "c") and ("a", "bc") differ.
"""

import hashlib

BASE = "https://w3id.org/kgraph/"
"""Every IRI that kgraph mints starts with this."""


def digest(*parts: str) -> str:
    """The first 128 bits of the SHA-256 of the framed parts, as 32 hexadecimal digits.

    >>> digest("ab", "c") == digest("a", "bc")
    False
    >>> len(digest("x"))
    32
    """
    framed = bytearray()
    for part in parts:
        # Lone surrogates come in with broken JSON escapes; they must hash, not raise.
        data = part.encode("utf-8", "surrogatepass")
        framed += b"%d:" % len(data)
        framed += data
    return hashlib.sha256(framed).hexdigest()[:32]


def iri(kind: str, *parts: str) -> str:
    """The IRI of a thing of this kind that these parts identify.

    >>> iri("outlet", "tass").startswith("https://w3id.org/kgraph/outlet/")
    True
    """
    return local(kind, digest(*parts))


def local(kind: str, name: str) -> str:
    """The IRI of the thing of this kind whose digest or fixed name is given.

    >>> local("graph", "claims")
    'https://w3id.org/kgraph/graph/claims'
    """
    return f"{BASE}{kind}/{name}"


def name_of(iri: str) -> str:
    """The digest or fixed name that an IRI of kgraph's ends with.

    >>> name_of(local("graph", "claims"))
    'claims'
    """
    return iri.rpartition("/")[2]
