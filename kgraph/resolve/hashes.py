"""Short hashes: numbers that stand for texts, where two texts of one number do little harm."""

from hashlib import blake2b


def hashed(text: str, bits: int) -> int:
    """The hash of a text in so many bits, at most 64; those of another size are other hashes.

    >>> hashed("ferry", 48).bit_length() <= 48
    True
    """
    size = (bits + 7) // 8
    # Lone surrogates come in with broken JSON escapes; they must hash, not raise.
    found = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).digest()
    return int.from_bytes(found) >> (8 * size - bits)
