"""The documents say what is so: their commands run, their generated pages are current."""

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHELL = re.compile(r"(?P<note><!-- not run[^>]*-->\n)?```sh\n(?P<lines>.*?)```", re.DOTALL)
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)


@pytest.fixture
def place(tmp_path):
    """A folder that looks like a checkout, with ``kgraph`` on the path."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    program = tmp_path / "bin" / "kgraph"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kgraph "$@"\n')
    program.chmod(0o755)
    return tmp_path


def test_the_commands_of_the_readme_run(place):
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = [m["lines"] for m in SHELL.finditer(text) if not m["note"]]
    lines = [
        line for block in blocks for line in block.splitlines()
        if not line.startswith(("make ", "pip "))
    ]  # fmt: skip
    environment = {
        **os.environ,
        "PATH": f"{place / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "COLUMNS": "100",
    }
    run = subprocess.run(
        ["/bin/sh", "-e", "-c", "\n".join(lines)], cwd=place, env=environment, check=False,
        capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-2000:]


def test_the_python_of_the_readme_runs(capsys):
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for block in PYTHON.findall(text):
        exec(compile(block, "README.md", "exec"), {})
    assert capsys.readouterr().out == 'Ruth Okafor – "We will rebuild the bridge,"\n'


def test_the_generated_pages_are_current():
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    for page, write in generate.PAGES.items():
        current = (ROOT / "docs" / page).read_text(encoding="utf-8")
        assert current == write(), f"docs/{page} is old; run: python docs/generate.py"


@pytest.mark.parametrize("page", sorted(ROOT.glob("*.md")) + sorted(ROOT.glob("docs/**/*.md")))
def test_links_inside_the_documents_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
