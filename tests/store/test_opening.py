"""What stands at a location decides how it opens; each way to fail is told in one line."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kgraph import vocab
from kgraph.errors import CallError, StoreError, StoreHeld
from kgraph.store import EmbeddedStore, MemoryStore, is_url, open_store
from kgraph.store.failures import store_error
from tests.store.test_protocol import G1, quad

ROOT = Path(__file__).parent.parent.parent


def child(code: str, *arguments: object, **options) -> subprocess.CompletedProcess[str]:
    """Another process of Python that runs the code."""
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT, text=True, capture_output=True, timeout=60, check=False, **options,
    )  # fmt: skip


def refused(location, **options) -> str:
    with pytest.raises(StoreError) as caught:
        open_store(location, **options)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("make", [str, Path])
def test_a_folder_is_made_with_those_above_it(tmp_path, make):
    with open_store(make(tmp_path / "a" / "b")) as store:
        assert isinstance(store, EmbeddedStore)
        assert store.location == str(tmp_path / "a" / "b")


def test_an_empty_folder_becomes_a_store(tmp_path):
    with open_store(tmp_path) as store:
        store.replace({G1: [quad(G1)]})


@pytest.mark.parametrize("options", [{"read_only": True}, {"create": False}])
@pytest.mark.parametrize("place", [".", "new"])
def test_a_missing_store_is_not_made_for_reading(tmp_path, place, options):
    told = refused(tmp_path / place, **options)
    assert told.endswith("no store here; run kgraph ingest first")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("options", [{}, {"read_only": True}])
def test_a_folder_of_other_things_is_left_alone(tmp_path, options):
    (tmp_path / "letters.txt").write_text("dear all")
    told = refused(tmp_path, **options)
    assert "the folder holds other things (letters.txt) and no store; name an empty" in told
    assert [p.name for p in tmp_path.iterdir()] == ["letters.txt"]


@pytest.mark.parametrize("options", [{}, {"read_only": True}])
def test_a_file_is_no_store(tmp_path, options):
    file = tmp_path / "store"
    file.write_text("x")
    assert "a store is a folder and this is a file" in refused(file, **options)
    assert "a store is a folder and this is a file" in refused(file / "below", **options)


def test_the_leavings_of_a_killed_creation_become_a_store(tmp_path):
    for name in ("LOCK", "LOG", "IDENTITY", "000001.dbtmp"):
        (tmp_path / name).touch()
    assert "no store here" in refused(tmp_path, read_only=True)
    with open_store(tmp_path) as store:
        store.replace({G1: [quad(G1)]})


def test_damaged_files_are_told(tmp_path):
    with open_store(tmp_path) as store:
        store.replace({G1: [quad(G1)]})
    (tmp_path / "CURRENT").write_text("MANIFEST-999999\n")
    for options in ({}, {"read_only": True}):
        assert "restore the folder from a copy" in refused(tmp_path, **options)


HOLD = """
import sys
from kgraph.store import open_store
store = open_store(sys.argv[1])
print("held", flush=True)
sys.stdin.read()
"""


def test_a_store_that_another_process_writes_to_is_held_but_can_be_read(tmp_path):
    with open_store(tmp_path) as store:
        store.replace({G1: [quad(G1)]})
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, tmp_path],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as holder:  # fmt: skip
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(StoreHeld, match="another process is writing to it; wait until"):
            open_store(tmp_path)
        with open_store(tmp_path, read_only=True) as reader:
            assert reader.contains(G1)
        holder.stdin.close()
    open_store(tmp_path).close()


def test_a_store_that_this_process_holds_is_held(tmp_path):
    with (
        open_store(tmp_path),
        pytest.raises(StoreHeld, match="this process holds it open already; close the other"),
    ):
        open_store(tmp_path)


def test_a_folder_without_permission_is_told(tmp_path):
    shut = tmp_path / "shut"
    shut.mkdir(mode=0o700)
    shut.chmod(0o500)
    # Permissions do not bind root, who becomes nobody once everything is imported.
    code = """
import os, sys
from kgraph.errors import StoreError
from kgraph.store import open_store
if os.geteuid() == 0:
    os.setuid(65534)
try:
    open_store(sys.argv[1])
except StoreError as error:
    print(error)
"""
    for place in (shut, shut / "new"):
        told = child(code, place)
        assert "no permission to use it; change the permissions" in told.stdout, told


@pytest.mark.parametrize(
    ("message", "what", "kind"),
    [
        ("IO error: No space left on device: While appending to file: /s/000008.log",
         "no space left to write", StoreError),
        ("IO error: Disk quota exceeded: While appending", "no space left to write", StoreError),
        ("IO error: While lock file: /s/LOCK: Resource temporarily unavailable",
         "another process is writing to it", StoreHeld),
        ("IO error: While lock file: /s/LOCK: Permission denied", "no permission", StoreError),
        ("IO error: While open a file for lock: /s/LOCK: Read-only file system",
         "the file system is read-only", StoreError),
        ("IO error: lock hold by current process, acquire time 1: /s/LOCK: No locks available",
         "this process holds it", StoreHeld),
        ("Corruption: block checksum mismatch", "damaged", StoreError),
        ("IO error: Too many open files", "may not open more files", StoreError),
        ("the\nmoon\x1b[31m fell", "the store failed: the moon", StoreError),
    ],
)  # fmt: skip
def test_each_failure_of_the_database_has_its_words(message, what, kind):
    error = store_error("/s", OSError(message))
    assert type(error) is kind
    assert what in str(error)
    assert str(error).isprintable()


FILL = """
import sys
from kgraph.errors import StoreError
from kgraph.store import open_store
sys.path.insert(0, "tests")
from tests.store.test_protocol import quad
store = open_store(sys.argv[1])
try:
    for n in range(10_000):
        graph = f"https://example.org/graph/{n}"
        store.replace({graph: [quad(graph, value=f"{n} " + "tide " * 2_000)]})
        print(n, flush=True)
except StoreError as error:
    print(error, flush=True)
"""

LIMIT = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
"""


def _tiny_disk(folder: Path) -> list[str]:
    """The start of a command that runs the rest with a disk of 4 MB at the folder."""
    mount = f'mount -t tmpfs -o size=4m none "{folder}" && exec "$@"'
    return ["unshare", "--mount", "--map-root-user", "sh", "-c", mount, "sh"]


def test_a_full_disk_is_told_and_what_was_reported_is_kept(tmp_path):
    folder = tmp_path / "store"
    folder.mkdir()
    start = _tiny_disk(folder)
    # The disk goes with its namespace, so the child reads the store again itself.
    again = """
kept = open_store(sys.argv[1], read_only=True)
print(sum(1 for name in kept.graphs() if "/graph/collection" not in name))
"""
    can_mount = (
        shutil.which("unshare")
        and subprocess.run([*start, "true"], capture_output=True, check=False).returncode == 0
    )
    command = [sys.executable, "-c", FILL + again if can_mount else LIMIT + FILL + again, folder]
    told = subprocess.run(
        [*start, *command] if can_mount else command,
        cwd=ROOT, text=True, capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    *done, error, kept = told.stdout.splitlines()
    assert re.search(r"store: no space left to write; free some space and run", error), told
    assert len(done) > 3
    assert int(kept) == len(done)


WRITE = """
import sys
from pyoxigraph import Literal, NamedNode, Quad
from kgraph.store import open_store
store = open_store(sys.argv[1])
for n in range(100_000):
    graph = f"https://example.org/graph/{n}"
    name = NamedNode(graph)
    store.replace(
        {graph: [Quad(NamedNode(f"{graph}/{i}"), NamedNode("x:p"), Literal("tide"), name)
                 for i in range(50)]},
        drop=[f"https://example.org/graph/{n - 20}"],
    )
    print(n, flush=True)
"""


def test_killing_the_writer_loses_nothing_reported_and_leaves_each_graph_whole_or_absent(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", WRITE, tmp_path], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as writer:
        last = -1
        while last < 150:
            last = int(writer.stdout.readline())
        writer.kill()
        reported = [last, *map(int, writer.stdout.read().split())]
    with open_store(tmp_path) as store:
        sizes = {name: sum(1 for _ in store.graph(name)) for name in store.graphs()}
        sizes.pop(vocab.COLLECTION)
        assert set(sizes.values()) == {50}
        present = {int(name.rpartition("/")[2]) for name in sizes}
        newest = max(present)
        assert newest in (reported[-1], reported[-1] + 1)
        assert present == set(range(newest - 19, newest + 1))
        store.replace({G1: [quad(G1)]})


def test_two_readers_each_keep_their_own_state_while_a_writer_goes_on(tmp_path):
    with open_store(tmp_path) as writer:
        writer.replace({G1: [quad(G1, "a")]})
        with open_store(tmp_path, read_only=True) as before:
            writer.replace({G1: [quad(G1, "b")]})
            with open_store(tmp_path, read_only=True) as after:
                assert set(before.graph(G1)) == {quad(G1, "a")}
                assert set(after.graph(G1)) == {quad(G1, "b")}


def test_the_same_graphs_written_in_another_order_are_the_same_quads(tmp_path):
    stores = [MemoryStore(), MemoryStore()]
    names = [f"https://example.org/graph/{n}" for n in range(9)]
    for store, order in zip(stores, (names, reversed(names)), strict=True):
        for name in order:
            store.replace({name: [quad(name, "b"), quad(name, "a")]})
    first, second = ({str(q) for q in store.quads()} for store in stores)
    assert first == second


@pytest.mark.parametrize(
    ("location", "is_server"),
    [("http://a", True), ("HTTPS://a/b", True), ("news", False), ("./http:/x", False), ("", False)],
)
def test_a_url_is_a_server_and_anything_else_a_folder(location, is_server):
    assert is_url(location) is is_server
    assert is_url(Path(location)) is False


def test_a_url_that_cannot_be_one_is_an_error_of_the_call():
    with pytest.raises(CallError, match="write it like http://localhost:7878"):
        open_store("http://")


def test_opening_stays_quick_however_much_was_written_and_not_closed(tmp_path):
    logs = lambda: sum(log.stat().st_size for log in tmp_path.glob("*.log"))  # noqa: E731
    with open_store(tmp_path) as store:
        for number in range(8):
            graph = f"https://example.org/graph/{number}"
            store.replace(
                {graph: [quad(graph, f"s{i}", f"{i} " + "tide " * 200) for i in range(1000)]}
            )
            # Whoever opens the folder replays these first.
            assert logs() < 12_000_000
    assert logs() < 12_000_000
