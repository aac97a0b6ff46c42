"""Whether the words that a PDF gives are those that its pages show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from extractors.ocr_engine import HOW_TO_INSTALL, is_installed
from extractors.pdf_lines import Line
from extractors.pdf_page import PageRead
from extractors.pdf_tables import all_cells
from extractors.status import Status, Unreadable

_SCAN = 0.5  # of the page: a picture so large, and hardly a word, is a scan
_HARDLY = 30  # letters
_OUTLINES = 100  # shapes drawn with curves: letters turned into outlines
_ODD = 0.3  # of a page's signs stand for no letter
_SAMPLE = 2_000  # letters of a page are enough to judge it by
_SAMPLE_PAGES = 20
_ENOUGH_WORDS = 100  # to tell English by
_ENOUGH_LETTERS = 300  # to tell words that were run together by
_LONG_WORDS = 12  # letters: English words have fewer than five on average
# Of words of running English, nearly half are among the common ones; of a list of names, few.
_COMMON_IN_A_FILE = 0.08
_COMMON_ON_A_PAGE = 0.01
_COMMON = frozenset(
    [
        "a",
        "all",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "by",
        "can",
        "do",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "if",
        "in",
        "is",
        "it",
        "its",
        "may",
        "my",
        "no",
        "not",
        "of",
        "on",
        "one",
        "or",
        "our",
        "she",
        "so",
        "than",
        "that",
        "the",
        "their",
        "them",
        "there",
        "they",
        "this",
        "to",
        "up",
        "was",
        "we",
        "were",
        "what",
        "when",
        "which",
        "who",
        "will",
        "with",
        "would",
        "you",
        "your",
    ]
)
_TOKEN = re.compile(r"[^\W\d_]+")
_DASHES = re.compile(r"(?<![\w-])-+(?![\w-])")
_LENGTHS = 5  # that words have at least, on a page of them
_CID = re.compile(r"\(cid:\d+\)")
_WAIT = re.compile(r"please wait|to view the full contents of this document", re.IGNORECASE)


def lines_on(page: PageRead) -> Iterator[Line]:
    """All of a page's lines, those in cells included."""
    yield from page.lines
    for cell in all_cells(page.grids):
        yield from cell.lines


def words_on(page: PageRead) -> str:
    """All of a page's words."""
    cells = "\n".join(cell.text for cell in all_cells(page.grids))
    return "\n".join([*(line.text for line in page.lines), cells])


def is_unread(page: PageRead) -> bool:
    """Whether a page shows more than its words say: a scan, outlines, or signs for no letters."""
    words = words_on(page)
    letters = islice(filter(str.isalnum, words[:_SAMPLE]), _HARDLY)
    if len(list(letters)) < _HARDLY:
        shows_more = page.picture_share > _SCAN or page.shapes > _OUTLINES
        shows_more = shows_more or page.recognised
        return page.lost or shows_more or page.odd_letters >= _HARDLY or _are_dashes(words)
    return is_garbled(words, page)


def is_garbled(words: str, page: PageRead) -> bool:
    """Whether a page's words are none: their letters have no meaning, or the wrong one."""
    odd = page.odd_letters
    if "(cid:" in words:
        odd += sum(map(len, _CID.findall(words)))
    is_odd = odd > _ODD * max(page.letters, 1) or _are_dashes(words)
    return is_odd or _is_no_english([words[:_SAMPLE]], _COMMON_ON_A_PAGE)


def are_garbled(pages: Sequence[PageRead]) -> bool:
    """Whether the words of the whole document are no English words."""
    samples = [words_on(page)[:_SAMPLE] for page in pages[:_SAMPLE_PAGES]]
    return _is_no_english(samples, _COMMON_IN_A_FILE)


def _is_no_english(samples: Iterable[str], least: float) -> bool:
    tallies = [_tally(words) for words in samples]
    words, common, letters = (sum(tally[i] for tally in tallies) for i in range(3))
    if words < _ENOUGH_WORDS:  # spread out so that no gap parts the words from each other
        return letters > _ENOUGH_LETTERS and letters > _LONG_WORDS * words
    return common < least * words


@lru_cache(_SAMPLE_PAGES)
def _tally(text: str) -> tuple[int, int, int]:
    """How many words a text has, how many of them are common ones, and how many letters."""
    tokens = _TOKEN.findall(text.lower())
    return len(tokens), sum(map(_COMMON.__contains__, tokens)), sum(map(len, tokens))


def _are_dashes(words: str) -> bool:
    """Whether a page has dashes as long as words: so PDFium gives letters without a meaning."""
    if words.count("-", 0, _SAMPLE) < _HARDLY:
        return False
    dashes = _DASHES.findall(words[:_SAMPLE])
    return len(dashes) >= _HARDLY and len(set(dashes)) >= _LENGTHS


def nothing_read(pages: Sequence[PageRead], scanned: int) -> Unreadable:
    """Why no page of a PDF gave words; `scanned` pages may give some to text recognition."""
    if are_garbled(pages) or any(is_garbled(words_on(page), page) for page in pages):
        detail = "Its letters are stored in a way that no program can turn into words."
    elif any(page.recognised for page in pages):
        detail = "Text recognition found no words in it that are sure enough."
    elif any(page.picture_share > _SCAN for page in pages):
        detail = ""
    elif any(page.shapes > _OUTLINES for page in pages):
        detail = "Its letters were turned into drawings."
    elif any(page.hidden for page in pages):
        detail = "Its words are there, but hidden from the reader of the page."
    else:
        detail = "Its pages are blank."
    if scanned and not is_installed():
        detail = f"{detail} {HOW_TO_INSTALL}".strip()
    return Unreadable(Status.NO_READABLE_TEXT, detail, scanned)


def is_cover_sheet(pages: Sequence[PageRead]) -> bool:
    """Whether the pages only say that another program is needed to see what is in the file."""
    if len(pages) > 2:  # noqa: PLR2004 -- one sheet
        return False
    words = "\n".join(map(words_on, pages))
    return len(words) < 1500 and bool(_WAIT.search(words))  # noqa: PLR2004 -- one sheet
