"""Files whose names would be read as an option, a path, a formula or a code for the screen."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator

from tests.hostile.case import READ, Case
from tests.hostile.plans import CHILD, pdf_plan, word_plan

_EVERYWHERE = (
    "-rf",
    "--help.docx",
    "=1+1.docx",
    "%s%n {0} ${HOME} $(id).docx",
    "; rm -rf ~ &.docx",
    "it's a plan.docx",
    " .docx",
    "a" * 250 + ".docx",
    "same stem.docx",
    "one folder/same name.docx",
    "other folder/same name.docx",
    "folder.docx/plan.docx",
    f"{CHILD} 04-03-2016.docx",
    "_x0041_.docx",
    unicodedata.normalize("NFC", "É twin.docx"),
    unicodedata.normalize("NFD", "É twin.docx"),
)
_NOT_ON_WINDOWS = (
    "line\nfeed.docx",
    "tab\tstop.docx",
    'quo"te.docx',
    "back\\slash\\..\\x.docx",
    "CON.docx",
    "nul",
    "escape\x1b[31m\x1b]0;title\x07.docx",
    "carriage\rreturn.docx",
    "\u202exod.fdp.docx",
    "twin.docx",
    "TWIN.docx",
    "<b>bold</b>*?|.docx",
    os.fsdecode(b"not \xff\xfe utf-8.docx"),
    os.fsdecode(b"latin \xe9.docx"),
    "\ud7ff\uffff.docx",
    "dots...",
    "/".join(["deep folder " + "x" * 180] * 15) + "/plan.docx",
)


def cases() -> Iterator[Case]:
    """The files of this group: plain plans, all read."""
    names = _EVERYWHERE if os.name == "nt" else _EVERYWHERE + _NOT_ON_WINDOWS
    for number, name in enumerate(names):
        yield Case(name, word_plan(f"name {number}"), READ)
    yield Case("same stem.pdf", pdf_plan("same stem"), READ)
