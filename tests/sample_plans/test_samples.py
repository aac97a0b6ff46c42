"""The sample plans: complete, true to their truth files, and nobody's."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
import tomllib
import unicodedata
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import olefile  # type: ignore[import-untyped]
import pypdfium2 as pdfium
import pytest
from striprtf.striprtf import rtf_to_text

HERE = Path(__file__).parents[2] / "sample_plans"
CHILDREN = {
    p.stem: tomllib.loads(p.read_text("utf-8")) for p in sorted((HERE / "children").glob("*.toml"))
}
TRUTH = {p.stem: json.loads(p.read_text("utf-8")) for p in sorted((HERE / "truth").glob("*.json"))}
READABLE = sorted(name for name, truth in TRUTH.items() if truth["status"] == "auditable")
KINDS = {
    "A": {"aspiration", "view"},
    "B": {"need", "strength", "current", "context"},
    "E": {"outcome", "step", "context"},
    "F": {"provision", "context"},
}
ENDS = {
    "need_outcome": "BE",
    "outcome_provision": "EF",
    "outcome_aspiration": "EA",
    "need_provision": "BF",
}


def test_every_child_has_its_file_and_its_truth() -> None:
    names = {c["file"]["name"]: c["file"]["format"] for c in CHILDREN.values()}
    assert len(names) == len(CHILDREN)
    assert set(TRUTH) == set(names)
    plans = {p.name for p in (HERE / "plans").iterdir()}
    assert plans == {f"{name}.{kind}" for name, kind in names.items()}
    assert {truth["file"] for truth in TRUTH.values()} == plans


def test_the_list_names_every_file() -> None:
    listed = (HERE / "PLANS.md").read_text("utf-8")
    assert listed.count("\n| ") == len(CHILDREN) + 2
    assert all(f"| {truth['file']} |" in listed for truth in TRUTH.values())


def test_the_files_stay_small() -> None:
    assert sum(p.stat().st_size for p in (HERE / "plans").iterdir()) < 15_000_000


@pytest.mark.parametrize("name", TRUTH)
def test_the_truth_holds_together(name: str) -> None:
    truth = TRUTH[name]
    assert truth["status"] in {"auditable", "scanned", "encrypted", "corrupt", "not_a_plan"}
    where = {i["id"]: s for s, part in truth["sections"].items() for i in part["items"]}
    assert len(where) == sum(len(part["items"]) for part in truth["sections"].values())
    for letter, part in truth["sections"].items():
        assert part["empty"] == (not part["items"])
        for item in part["items"]:
            assert item["kind"] in KINDS[letter]
            assert item["text"]
            assert set(item["printed_against"]) <= set(where)
            if truth["kind"] == "pdf":
                assert 1 <= item["page"] <= truth["pages"]
    for link in truth["links"]:
        assert where[link["from"]] + where[link["to"]] == ENDS[link["type"]]
        assert link["basis"] in {"row", "number", "area", "semantic"}


@pytest.mark.parametrize("slug", CHILDREN)
def test_the_truth_is_as_new_as_the_child(slug: str) -> None:
    child = CHILDREN[slug]
    truth = TRUTH[child["file"]["name"]]
    for list_ in ("found", "near", "arguable"):
        assert truth[list_] == child.get(list_, []), "run sample_plans/generate.py"
    if truth["status"] != "not_a_plan":
        texts = {i["text"] for part in truth["sections"].values() for i in part["items"]}
        said = {_plain(o["text"]) for k in ("need", "outcome") for o in child.get(k, [])}
        assert said <= texts, "run sample_plans/generate.py"


@pytest.mark.parametrize("name", TRUTH)
def test_faults_are_planted_in_items_that_are_there(name: str) -> None:
    truth = TRUTH[name]
    texts = {
        i["id"]: i["full_text"] or i["text"]
        for part in truth["sections"].values()
        for i in part["items"]
    }
    if truth["status"] == "not_a_plan":
        return
    for planted in [*truth["found"], *truth["near"], *truth["arguable"]]:
        if planted["item"]:
            assert planted["item"] in texts
            assert _letters(planted.get("words", "")) in _letters(texts[planted["item"]])


@pytest.mark.parametrize("name", READABLE)
def test_each_item_is_printed_where_the_truth_says(name: str) -> None:
    truth = TRUTH[name]
    pages = _pages(HERE / "plans" / truth["file"])
    for part in truth["sections"].values():
        for item in part["items"]:
            said = _letters(item["text"])
            page = pages[item["page"] - 1] if item["page"] else pages[0]
            if not page:  # it is scanned
                continue
            begins = said[:16] if truth["kind"] == "pdf" else said
            assert begins in page, f"{item['id']} is not on page {item['page']}"


@pytest.mark.parametrize("name", READABLE)
def test_no_trap_is_part_of_what_the_four_sections_say(name: str) -> None:
    truth = TRUTH[name]
    said = " ".join(_letters(i["text"]) for p in truth["sections"].values() for i in p["items"])
    assert not [t["text"] for t in truth["traps"] if _letters(t["text"]) in said]


@pytest.mark.parametrize("slug", CHILDREN)
def test_numbers_are_valid_and_belong_to_nobody(slug: str) -> None:
    if any(f["check"] == "id-upn" for f in CHILDREN[slug].get("found", [])):
        return  # a slip in a number was planted
    child = CHILDREN[slug]["child"]
    if upn := child.get("upn"):
        total = sum(int(figure) * weight for weight, figure in enumerate(upn[1:], 2))
        assert upn[0] == "ABCDEFGHJKLMNPQRTUVWXYZ"[total % 23]
    if nhs := child.get("nhs", "").replace(" ", ""):
        assert nhs.startswith("999"), "the numbers that are kept for tests begin with 999"
        total = sum(
            int(figure) * weight for figure, weight in zip(nhs, range(10, 1, -1), strict=False)
        )
        assert int(nhs[9]) == (11 - total % 11) % 11


def test_no_two_children_share_a_sentence_unless_it_was_copied_on_purpose() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for slug, child in CHILDREN.items():
        for sentence in _sentences(child):
            owners[_letters(sentence)].add(slug)
    shared = {s: slugs for s, slugs in owners.items() if len(slugs) > 1}
    stray = [s for s, slugs in shared.items() if not _on_purpose(slugs)]
    assert not stray


def test_the_generator_makes_the_same_words_again(tmp_path: Path) -> None:
    slug = next(s for s, c in CHILDREN.items() if c["file"]["format"] == "docx")
    script = [sys.executable, str(HERE / "generate.py"), slug, "--out", str(tmp_path)]
    subprocess.run(script, check=True, capture_output=True)  # noqa: S603 -- our own script
    name = CHILDREN[slug]["file"]["name"]
    assert json.loads((tmp_path / "truth" / f"{name}.json").read_text("utf-8")) == TRUTH[name]
    with (
        zipfile.ZipFile(tmp_path / "plans" / f"{name}.docx") as made,
        zipfile.ZipFile(HERE / "plans" / f"{name}.docx") as kept,
    ):
        assert made.namelist() == kept.namelist()
        assert all(made.read(part) == kept.read(part) for part in kept.namelist())


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(str.maketrans("’‘“”", "''\"\""))).strip()


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKC", text).lower())


def _pages(path: Path) -> list[str]:
    """The letters of each page of a PDF, or of the whole of any other file."""
    if path.suffix == ".pdf":
        return [_letters(p.get_textpage().get_text_range()) for p in pdfium.PdfDocument(path)]
    if path.suffix == ".doc":
        with olefile.OleFileIO(path) as file:  # LibreOffice writes its words as they follow
            words = file.openstream("WordDocument").read()
        return [_letters(words.decode("utf-16-le", "ignore"))]
    if path.suffix == ".rtf":
        return [_letters(str(rtf_to_text(path.read_text("ascii"))))]  # type: ignore[no-untyped-call]
    with zipfile.ZipFile(path) as package:
        main = "content.xml" if path.suffix == ".odt" else "word/document.xml"
        body = package.read(main).decode("utf-8")
    for out in (r"<mc:Fallback>.*?</mc:Fallback>", r"<w:delText[ >].*?</w:delText>"):
        body = re.sub(out, "", body, flags=re.DOTALL)
    return [_letters(html.unescape(re.sub(r"<[^>]+>", "", body)))]


def _sentences(child: dict[str, Any]) -> Iterator[str]:
    """What a plan says of a child in Sections A, B, E and F: sentences of six words or more."""
    texts = [*child.get("a", {}).get("views", []), *child.get("a", {}).get("parents", [])]
    for kind in ("aspiration", "strength", "current", "need", "outcome", "provision"):
        for item in child.get(kind, []):
            texts += [item.get("text", ""), item.get("what", ""), *item.get("steps", [])]
            texts += item.get("parts", [])
    for text in texts:
        for sentence in re.split(r"(?<=[.!?])\s+", text):
            if len(sentence.split()) >= 6 and "special educational need" not in sentence.lower():
                yield sentence


def _on_purpose(slugs: set[str]) -> bool:
    """One child's plans, or plans whose authors say that text is copied."""
    names = {(CHILDREN[s]["child"]["last"], CHILDREN[s]["child"]["born"]) for s in slugs}
    if len(names) == 1:
        return True
    return all(
        any(f["check"].startswith("dup-") for f in CHILDREN[s].get("found", [])) for s in slugs
    )
