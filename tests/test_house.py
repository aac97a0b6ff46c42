"""The house as it is drawn: rooms, names, pins and papers."""

from __future__ import annotations

import importlib
import re
import sys
from importlib.metadata import distribution, packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("flows", "reports", "checks", "extractors")


@pytest.mark.parametrize("room", ROOMS)
def test_each_room_is_imported_from_this_project(room: str) -> None:
    module = importlib.import_module(room)
    assert module.__file__ is not None
    assert Path(module.__file__).parent == ROOT / room


def test_the_version_stands_in_one_place() -> None:
    assert distribution("goldenthread").version == importlib.import_module("flows").__version__


def test_no_module_hides_a_library_or_a_room() -> None:
    """Loaded by its path, a flow finds the modules beside it first."""
    known = set(packages_distributions()) | set(sys.stdlib_module_names) | set(ROOMS)
    flows = {path.stem for path in (ROOT / "flows").glob("*.py")} - {"__init__"}
    assert flows & known == set()
    readers = {path.stem for path in (ROOT / "extractors").glob("*.py")} - {"__init__"}
    assert readers & {"docx", "pdfplumber", "pypdfium2", "lxml"} == set()


def test_every_pin_has_its_hash_and_no_file_names_where_packages_come_from() -> None:
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    pins = re.findall(r"^([\w.\[\]-]+)==", lock, re.MULTILINE)
    assert "prefect" in pins
    for block in re.split(r"\n(?=[\w])", lock):
        assert "--hash=sha256:" in block, block.splitlines()[0]
    for name in ("requirements.txt", "pyproject.toml", "Makefile", ".ci/run"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert not re.search(r"https?://", text), name


@pytest.mark.parametrize("paper", ["README.md", "CONTRIBUTING.md", "docs/architecture.md"])
def test_what_a_paper_names_is_there(paper: str) -> None:
    text = (ROOT / paper).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    for link in links:
        assert ((ROOT / paper).parent / link).exists(), link


def test_the_architecture_names_modules_that_are_there() -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    for room in re.split(r"\n## ", text)[1:]:
        name = room.split(":", 1)[0].strip()
        if name not in ROOMS:
            continue
        for module in re.findall(r"`([\w/*.]+\.(?:py|toml))`", room):
            assert list((ROOT / name).rglob(module)), f"{name}/{module}"


def test_ci_runs_what_anybody_can_run() -> None:
    assert "make test" in (ROOT / ".ci/run").read_text(encoding="utf-8")


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in ("audit", "read", "profile", "checks", "explain", "try", "sample", "schedule"):
        assert f"`goldenthread {command}" in readme
