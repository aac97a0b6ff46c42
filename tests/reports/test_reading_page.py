"""The page that shows a reading: whole in itself, well formed, and nothing in it can act."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from checks.thread.link import link
from extractors.document import Caveat
from extractors.fates import Became
from extractors.guards import Content, take_in
from extractors.instructions import Instructions
from extractors.pdf_pictures import pictures_of
from extractors.read import trace_in
from extractors.trace import Trace, trace
from reports.reading.page import MADE_BY, reading_page
from tests.extractors.documents import doc, h, li, p, table

SAMPLES = Path(__file__).parents[2] / "sample_plans" / "plans"
HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>]]>--></style>&amp;\x00\u202e"
_WITHOUT_END = {"br", "img", "input", "meta"}


@dataclass
class Seen(HTMLParser):
    """What a browser would see: elements in their nesting, ids and links."""

    open: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    ids: list[str] = field(default_factory=list)
    links: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    sources: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes an element."""
        self.names.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.links.add(value or "")
            if name == "src":
                self.sources.append(value or "")
        if tag not in _WITHOUT_END:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Closes an element, which must be the one opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keeps what is read as words."""
        if self.open and self.open[-1] != "style":
            self.text.append(data)


def seen(page: str) -> Seen:
    """The page as parsed; every element is closed in its turn."""
    parsed = Seen()
    parsed.feed(page)
    parsed.close()
    assert not parsed.open
    return parsed


@cache
def shown(pattern: str) -> tuple[Trace, str]:
    """A sample plan's trace and page."""
    path = next(SAMPLES.glob(pattern))
    content = take_in(path)
    assert isinstance(content, Content)
    found = trace_in(content, Instructions(scans=False))
    assert isinstance(found, Trace)
    pictures = pictures_of(content.data) if path.suffix == ".pdf" else ()
    thread = link(found.plan) if found.plan else None
    return found, reading_page(path.name, [("Name", "Sam")], found, pictures, thread)


SOME = ("Plan 20931*", "0098813*", "BRANNIGAN*", "AR2*")


@pytest.mark.parametrize("pattern", SOME)
def test_the_page_is_well_formed_and_needs_nothing_but_itself(pattern: str) -> None:
    _, page = shown(pattern)
    parsed = seen(page)
    assert page.startswith('<!DOCTYPE html>\n<html lang="en-GB">')
    assert "http:" not in page
    assert "https:" not in page
    assert not re.search(r"url\(|@import", page)
    assert all(source.startswith("data:image/") for source in parsed.sources)
    assert parsed.names.isdisjoint({"script", "link", "iframe", "object", "form", "base"})
    assert len(parsed.ids) == len(set(parsed.ids))
    assert {target[1:] for target in parsed.links} <= set(parsed.ids)


@pytest.mark.parametrize("pattern", SOME)
def test_the_browser_is_told_to_load_and_run_nothing(pattern: str) -> None:
    _, page = shown(pattern)
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = page.split('http-equiv="Content-Security-Policy" content="')[1].split('"')[0]
    assert "default-src &#x27;none&#x27;" in policy
    assert f"style-src &#x27;sha256-{digest}&#x27;" in policy
    assert "unsafe" not in policy
    assert f'name="generator" content="{MADE_BY}"' in page[:2_000]
    assert not re.search(r"\sstyle=|\son\w+=", re.sub(r'"[^"]*"', "", page))


@pytest.mark.parametrize("pattern", SOME[:-1])
def test_every_item_has_its_box_and_its_entry(pattern: str) -> None:
    found, page = shown(pattern)
    assert found.plan
    ids = set(seen(page).ids)
    for item in found.plan.items:
        assert {f"i-{item.id}", f"l-{item.id}"} <= ids


def test_a_pdf_shows_each_page_with_boxes_in_their_places() -> None:
    found, page = shown("Plan 20931*")
    assert page.count("<img ") == found.pages
    item = next(w for w in found.words if w.fate.items == ("F1",) and w.fate.became == "item")
    x0 = item.place.box[0] if item.place.box else 0
    (rule,) = re.findall(r'class="box [^"]*\b(n\d+)" id="i-F1"', page)
    (left,) = re.findall(rf"\.{rule}{{left:([\d.]+)%", page)
    assert float(left) == pytest.approx((x0 - 1.5) / 595.3 * 100, abs=0.1)


def test_a_page_out_of_reach_of_pictures_is_shown_as_words() -> None:
    found, _ = shown("Plan 20931*")
    assert found.plan
    parsed = seen(reading_page("x.pdf", [], found))
    assert not parsed.sources
    assert {f"i-{item.id}" for item in found.plan.items} <= set(parsed.ids)


def test_what_was_set_aside_stands_struck_where_it_was() -> None:
    found, page = shown("BRANNIGAN*")
    assert found.set_aside
    assert page.count("<del>") == len(found.set_aside)
    assert Became.TRACKED.words in page


def test_a_file_that_is_no_plan_says_so() -> None:
    _, page = shown("AR2*")
    assert "it is not an EHC plan" in page
    assert "The sections</h2>" not in page


def test_the_same_file_gives_the_same_bytes() -> None:
    first = shown("0098813*")[1]
    shown.cache_clear()
    assert shown("0098813*")[1] == first


def test_words_of_a_plan_can_do_nothing() -> None:
    hostile = trace(
        doc(
            h("Education, Health and Care Plan " + HOSTILE),
            *(h(f"Section {letter}: {title}") for letter, title in (("A", "Views"),)),
            p(HOSTILE),
            h("Section B: Special educational needs " + HOSTILE),
            li("Sam finds it hard to read. " + HOSTILE, label=HOSTILE),
            h("Section E: Outcomes"),
            p("By July 2027 Sam will read. " + HOSTILE),
            h("Section F: Special educational provision"),
            table([HOSTILE, "A teaching assistant reads with Sam. " + HOSTILE]),
        )
    )
    assert hostile.plan
    page = reading_page(HOSTILE, [(HOSTILE, HOSTILE)], hostile, (), link(hostile.plan))
    parsed = seen(page)
    assert parsed.names.isdisjoint({"script"})
    assert not parsed.sources
    assert "onerror" not in parsed.attributes
    assert "<script>alert(1)</script>" in "".join(parsed.text)
    assert "\x00" not in page
    assert "\u202e" not in page


def test_every_caveat_has_a_sentence() -> None:
    found = trace(doc(h("A note")))
    for caveat in Caveat:
        one = Trace(
            found.format, None, found.words, None, found.unreadable, caveats=frozenset({caveat})
        )
        assert f"<li>{caveat.value.replace('-', ' ')}</li>" not in reading_page("x", [], one)
