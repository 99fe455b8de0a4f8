"""Settings of the LLM extractors: from options and environment; what is off is told by name."""

import pytest

from kgraph.errors import CallError
from kgraph.extract import load_extractor
from kgraph.extract.llm_settings import LlmSettings, check, from_environment

GOOD = {"url": "http://127.0.0.1:1/v1", "model": "m"}


def test_every_setting_has_a_variable():
    made = from_environment({
        "KGRAPH_LLM_URL": "https://a.example/v1", "KGRAPH_LLM_MODEL": "m", "KGRAPH_LLM_KEY": "k",
        "KGRAPH_LLM_FORM": "object", "KGRAPH_LLM_PARALLEL": "9", "KGRAPH_LLM_PER_MINUTE": "60",
        "KGRAPH_LLM_PRICE_IN": "0.15", "KGRAPH_LLM_LANGUAGES": "en, de", "OTHER": "x",
    })  # fmt: skip
    check(made)
    assert (made.url, made.model, made.key) == ("https://a.example/v1", "m", "k")
    assert (made.form, made.parallel, made.per_minute, made.price_in) == ("object", 9, 60.0, 0.15)
    assert made.reads() == {"en", "de"}


def test_an_option_wins_over_a_variable():
    environment = {"KGRAPH_LLM_URL": "http://old/v1", "KGRAPH_LLM_MODEL": "old"}
    made = from_environment(environment, url="http://new/v1")
    assert (made.url, made.model) == ("http://new/v1", "old")


@pytest.mark.parametrize(
    ("settings", "where", "what"),
    [
        ({"url": ""}, "--llm-url", "the LLM extractor is not told which server to ask"),
        ({"url": "ftp://a"}, "--llm-url", "'ftp://a' is not an http(s) URL"),
        ({"url": "127.0.0.1"}, "--llm-url", "'127.0.0.1' is not an http(s) URL"),
        ({"url": "http://u:secret@a/v1"}, "--llm-url", "a user or password stands in the URL"),
        ({"model": ""}, "--llm-model", "the LLM extractor is not told which model to ask for"),
        ({"model": "a\nb"}, "--llm-model", "the name holds characters that cannot be printed"),
        ({"form": "xml"}, "--llm form", "'xml' is not a form"),
        ({"key": "a\nb"}, "KGRAPH_LLM_KEY", "the key holds characters that no key has"),
        ({"parallel": 0}, "--llm parallel", "0 is out of range"),
        ({"timeout": float("nan")}, "--llm timeout", "nan is out of range"),
        ({"timeout": float("inf")}, "--llm timeout", "inf is out of range"),
        ({"confidence": 1.5}, "--llm confidence", "1.5 is no probability"),
        ({"extra": "[1]"}, "--llm extra", "it is not a JSON object"),
        ({"extra": "{"}, "--llm extra", "it is not a JSON object"),
        ({"unsure": "0.7-0.3"}, "--llm unsure", "'0.7-0.3' is not a band of confidence"),
        ({"unsure": "x"}, "--llm unsure", "'x' is not a band of confidence"),
        ({"languages": " "}, "--llm languages", "no language is named"),
    ],
)
def test_what_is_off_is_told_by_name(settings, where, what):
    with pytest.raises(CallError) as error:
        check(LlmSettings(**(GOOD | settings)))
    assert (error.value.where, error.value.what) == (where, what)
    assert "secret" not in str(error.value)


@pytest.mark.parametrize(
    ("environment", "given", "where"),
    [
        ({"KGRAPH_LLM_PARALLEL": "many"}, {}, "KGRAPH_LLM_PARALLEL"),
        ({}, {"parallel": "many"}, "--llm parallel"),
        ({}, {"price_in": "1€"}, "--llm price-in"),
    ],
)
def test_a_number_that_is_none_is_told_where_it_was_given(environment, given, where):
    with pytest.raises(CallError) as error:
        from_environment(environment, **given)
    assert error.value.where == where


@pytest.mark.parametrize("name", ["llm", "hybrid"])
def test_an_llm_extractor_without_a_server_is_refused_before_anything_loads(name, monkeypatch):
    monkeypatch.delenv("KGRAPH_LLM_URL", raising=False)
    with pytest.raises(CallError, match="--llm-url"):
        load_extractor(name)


def test_the_cache_is_in_the_users_cache_folder_unless_told(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert LlmSettings().cache_path == tmp_path / "kgraph" / "llm.sqlite"
    assert LlmSettings(cache="off").cache_path is None
    assert LlmSettings(cache=str(tmp_path / "x")).cache_path == tmp_path / "x"
