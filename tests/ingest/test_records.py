"""Articles as JSON."""

import io
import json

import pytest

from kgraph.errors import InputRefused
from kgraph.ingest.drafts import Draft, Source
from kgraph.ingest.records import read_json, read_jsonl


def rows(*lines):
    data = b"\n".join(one if isinstance(one, bytes) else json.dumps(one).encode() for one in lines)
    return list(read_jsonl(Source(where="w.jsonl", key="w.jsonl", stream=io.BytesIO(data))))


def test_every_key_of_the_contract_is_read():
    (found,) = rows(
        {"id": "1", "text": " A.\r\n\tB. ", "title": "T", "published": "2025-04-28", "url": "u",
         "outlet": "o", "author": "a", "language": "en"}
    )  # fmt: skip
    assert found == Draft(
        where="w.jsonl:1", key="1", text=" A.\r\n\tB. ", title="T", published="2025-04-28", url="u",
        outlet="o", author="a", language="en",
    )  # fmt: skip


def test_unknown_keys_are_kept_as_json_text():
    (found,) = rows(
        {"id": "1", "text": "A.", "words": 7, "wire": None, "x": {"b": [1.5], "a": "é"}}
    )
    assert found.metadata == {"words": "7", "wire": "null", "x": '{"a": "é", "b": [1.5]}'}


@pytest.mark.parametrize(
    ("record", "key", "keyed"),
    [
        ({"id": "a b"}, "a b", True),
        ({"id": 17}, "17", True),
        ({"id": "", "url": "https://gull.example/1"}, "https://gull.example/1", True),
        ({"url": "https://gull.example/1"}, "https://gull.example/1", True),
        ({"id": None}, "w.jsonl:1", False),
        ({}, "w.jsonl:1", False),
    ],
)
def test_the_key_is_the_id_or_the_url_or_the_line(record, key, keyed):
    (found,) = rows({**record, "text": "A."})
    assert (found.key, found.keyed) == (key, keyed)


def test_null_is_nothing_and_several_authors_are_one_line():
    (found,) = rows({"id": "1", "text": "A.", "title": None, "author": ["Nora Quill", "Tom Reed"]})
    assert (found.title, found.author) == ("", "Nora Quill, Tom Reed")


def test_one_broken_line_is_refused_by_number_and_the_rest_goes_on():
    found = rows(
        {"id": "1", "text": "A."}, b'{"id": "2", ', b"", b"\xff", {"id": "5", "text": "B."}
    )
    assert [getattr(one, "key", None) for one in found] == ["1", None, None, "5"]
    assert [one.where for one in found if isinstance(one, InputRefused)] == ["w.jsonl:2", "w.jsonl:4"]  # fmt: skip


@pytest.mark.parametrize("key", ["title", "published", "url", "outlet", "language", "id"])
@pytest.mark.parametrize("value", [True, 1.5, {}, [1]])
def test_a_value_of_another_type_is_refused_by_its_key(key, value):
    (found,) = rows({"id": "1", "text": "A.", key: value})
    assert found.what == f"'{key}' is not a text"


def test_a_byte_order_mark_is_no_part_of_the_first_line():
    (found,) = rows(b'\xef\xbb\xbf{"id": "1", "text": "A."}')
    assert found.key == "1"


def test_a_list_is_read_item_by_item():
    data = json.dumps([{"id": "1", "text": "A."}, 3, {"text": "B."}]).encode("utf-16")
    found = list(read_json(Source(where="w.json", key="w.json", stream=io.BytesIO(data))))
    assert [getattr(one, "key", None) for one in found] == ["1", None, "w.json#3"]
    assert found[1].where == "w.json#2"
