"""``kgraph compare``."""

import json

PAIR = {"id": "p", "a": "Oil prices rose on Friday.", "b": "Oil prices fell on Friday."}


def lines(*records):
    return "".join(f"{json.dumps(r)}\n" for r in records).encode()


def test_each_pair_is_a_line_in_input_order_with_its_own_id(kgraph):
    ran = kgraph("compare", "-", stdin=lines(PAIR, PAIR | {"id": 7, "date": "2025-04-28"}))
    found = [json.loads(line) for line in ran.out.splitlines()]
    assert (ran.code, ran.err) == (0, "")
    assert [f["id"] for f in found] == ["p", 7]
    assert list(found[0]) == ["id", "related", "conflicts", "reasons"]
    assert "opposite words: fall/rise" in found[0]["reasons"]


def test_broken_lines_are_refused_and_the_rest_goes_on(kgraph):
    broken = [b"{", b"[]", b'{"id": "x", "a": "y"}', b'{"id": [], "a": "", "b": ""}', b"\xff\xfe"]
    more = [b'{"id": 1, "a": 2, "b": ""}', b'{"id": 1, "a": "", "b": "", "date": 3}']
    ran = kgraph("compare", "-", stdin=b"\n".join([*broken, *more, lines(PAIR)]))
    assert ran.code == 1
    assert len(ran.out.splitlines()) == 1
    said = ran.err.splitlines()
    assert len(said) == 7
    assert said[2] == (
        'refused: stdin:3: the record has no \'b\'; write one object a line: {"id": "…", "a": "…", "b": "…"}'
    )


def test_files_are_read_and_a_missing_one_is_refused(kgraph, tmp_path):
    good = tmp_path / "pairs.jsonl"
    good.write_bytes(lines(PAIR))
    ran = kgraph("compare", tmp_path / "none.jsonl", good, "--format", "text")
    assert ran.code == 1
    assert ran.out.startswith("p: related ")
    assert "it cannot be read: No such file or directory" in ran.err


def test_nothing_on_stdin_is_told(kgraph):
    ran = kgraph("compare", "-")
    assert (ran.code, ran.out) == (1, "")
    assert "stdin: it is empty" in ran.err


def test_an_unknown_format_is_a_wrong_call(kgraph):
    assert kgraph("compare", "-", "--format", "xml").code == 2


def test_text_holds_no_escape_sequence(kgraph):
    ran = kgraph("compare", "-", "-f", "text", stdin=lines(PAIR | {"id": "\x1b[2J"}))
    assert "\x1b" not in ran.out
