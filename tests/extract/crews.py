"""Extractors for tests of processes: what they do to an article stands in its text."""

import os
import signal
import time
from pathlib import Path

from kgraph.errors import InputRefused, ModelMissing
from kgraph.model import Extraction


class Awkward(Exception):
    """An error that can be pickled but not unpickled, as those of some libraries."""

    def __init__(self, *, code):
        super().__init__(f"code {code}")


class Obeying:
    """Does what the first word of an article says, else reads it."""

    name = "obeying"
    version = "1"
    languages = frozenset({"en"})

    def extract(self, article):
        order, _, what = article.text.partition(" ")
        if order == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        elif order == "die-until" and not Path(what).exists():
            Path(what).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        elif order == "leave":
            os._exit(3)
        elif order == "raise":
            raise ValueError(what)
        elif order == "awkward":
            raise Awkward(code=7)
        elif order == "refuse":
            raise InputRefused(article.key, "it is not to be read", "give another")
        elif order == "sleep":
            time.sleep(float(what))
        return Extraction(article=article, extractor=f"{self.name} {self.version}")


def unloadable():
    raise ModelMissing("a-model", "it is not installed", "install it")


def stillborn():
    os.kill(os.getpid(), signal.SIGKILL)
