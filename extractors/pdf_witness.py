"""Two readings of a page compared: its words as PDFium parts them, and as they are read here.

On pages set by any common program both part the same words. Where they do not, pdfplumber is asked
as a third, and words that it does not find either are said to be in doubt.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Sequence

import pdfplumber

from extractors.pdf_doubt import words_on
from extractors.pdf_page import PageRead
from extractors.pdf_second import keep_quiet
from extractors.pdf_text import WORD, words_in

_ENOUGH = 40  # words: fewer are no page to judge by
_DIFFER = 0.05  # of a page's words: fewer differ by the odd spaced heading
_MATTERS = 0.1  # of them, to a reader that parts words by other rules
_MOST_ASKED = 3  # pages: pdfplumber takes as long for each as all else for twenty
_MOST_LETTERS = 20_000  # on a page that pdfplumber is asked of
_MOST_BYTES = 50 * 1024 * 1024


def readers_disagree(data: bytes, pages: Sequence[PageRead]) -> bool:
    """Whether two readers find other words on some page than were read here."""
    doubted = [page for page in pages if _is_doubted(page)]
    if not doubted or not data or len(data) > _MOST_BYTES:
        return bool(doubted)
    keep_quiet()
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            for page in doubted[:_MOST_ASKED]:
                asked = pdf.pages[page.number - 1]
                found = Counter(WORD.findall(asked.extract_text().lower()))
                asked.close()
                ours = Counter(WORD.findall(_all_words(page).lower()))
                others = (found - ours).total() + (ours - found).total()
                if others > _MATTERS * (found.total() + ours.total()):
                    return True
    except Exception:  # noqa: BLE001 -- it raises errors of every kind on an odd file
        return True
    return False


def _is_doubted(page: PageRead) -> bool:
    if page.given is None or page.letters > _MOST_LETTERS:
        return False
    read = words_in(_all_words(page))
    most = max(read, page.given)
    return most >= _ENOUGH and bool(abs(read - page.given) > _DIFFER * most)


def _all_words(page: PageRead) -> str:
    apart = [run.text for run in [*page.hidden, *page.struck, *page.leaning]]
    return "\n".join([words_on(page), *apart])
