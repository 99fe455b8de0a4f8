"""Numbers by which sets that have much in common meet: MinHash, by the library rensa.

Two sets have the same number in any one place with the probability of their resemblance, which is
what they share as a part of all that either has (A. Broder, "On the resemblance and containment of
documents", 1997). That brings sets together; whether they belong together is counted on what is
kept of them.
"""

from collections.abc import Iterable

from rensa import RMinHash

ALGORITHM: int = RMinHash.ALGORITHM_VERSION
"""The library's own number for its way to make them; by another one all are others."""

_SEED = 1


def minhash(hashes: Iterable[int], places: int) -> tuple[int, ...]:
    """The signature of a set of hashes; () of an empty one.

    >>> minhash([1, 2, 3], 4) == minhash([3, 2, 1, 1], 4), minhash([], 4)
    (True, ())
    """
    members = [str(one) for one in hashes]
    if not members:
        return ()
    sketch = RMinHash(places, _SEED)
    sketch.update(members)
    return tuple(sketch.digest())
