"""What RocksDB's error messages mean to the person at the terminal.

pyoxigraph hands on RocksDB's text without an errno, so the text is all there is to go by; the
tests bring about each failure for real.
"""

from typing import Final

from kgraph.errors import StoreError, StoreHeld

STORAGE_ERRORS: Final = (OSError, RuntimeError)
"""What pyoxigraph raises when reading or writing fails: RuntimeError stands for damaged files."""

_CAUSES: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (
        ("No space left on device", "Disk quota exceeded", "File too large"),
        "no space left to write",
        "free some space and run the same command again; what was reported as done is kept",
    ),
    (
        ("Permission denied", "Operation not permitted"),
        "no permission to use it",
        "change the permissions, or name a folder of your own with --store",
    ),
    (
        ("Read-only file system",),
        "the file system is read-only",
        "name a writable folder with --store",
    ),
    (
        ("Too many open files",),
        "this process may not open more files",
        "raise the limit with ulimit -n",
    ),
    (
        ("Corruption", "checksum mismatch", "No such file or directory"),
        "its files are damaged",
        "restore the folder from a copy, or delete it and ingest the articles again",
    ),
)


def store_error(location: str, error: Exception) -> StoreError:
    """The error of kgraph for an error of pyoxigraph on this store.

    >>> store_error("s", OSError("IO error: No space left on device: While appending")).what
    'no space left to write'
    """
    text = str(error)
    if "lock hold by current process" in text:
        return StoreHeld(
            location, "this process holds it open already", "close the other one first"
        )
    # The lock file may also fail for want of permission or space; those are in the table.
    if "lock" in text.lower() and "Resource temporarily unavailable" in text:
        return StoreHeld(
            location,
            "another process is writing to it",
            "wait until that has ended, then run the same command again",
        )
    for signs, what, todo in _CAUSES:
        if any(sign in text for sign in signs):
            return StoreError(location, what, todo)
    return StoreError(
        location, f"the store failed: {' '.join(text.split())}", "check the disk and the folder"
    )
