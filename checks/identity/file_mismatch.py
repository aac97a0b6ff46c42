"""id-file-mismatch."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example
from checks.identity.people import is_form
from checks.wordlists import wordlist

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SHORTEST = 3  # letters; fewer are initials


@check(
    "id-file-mismatch",
    "The file's name and the plan are of one child",
    section="",
    severity=Severity.GOOD,
    source="UK GDPR, Article 5(1)(d) and (f); our own inference",
    suggestion="Open the file, see whose plan it is, and name the file after that child.",
    knows=lambda case: bool(case.plan.child.name and case.known and case.known.file),
    caseload=True,
    by=By.RECORDS,
    examples=[
        example(name="Amira Hussain", file="EHCP Leon Adeyinka final.docx", fails=True),
        example(name="Amira Hussain", file="EHCP Adeyinka L 2026.docx", fails=True),
        example(name="Amira Hussain", file="EHCP Amira H final 2026.docx"),
        example(name="Amira Hussain", file="0098813_EHCP_FINAL.pdf"),
        example(name="Amira Hussain", file="Adeyinka and Hussain, annual reviews May 2026.docx"),
    ],
    not_flagged="A file that is named by number, by initials or after anything else; one that"
    " holds any of the child's own names. A file is only held against children whose plans were"
    " given: a name that is nobody's there is not known for a name.",
)
def id_file_mismatch(case: Case) -> Iterator[Hit]:
    """A plan under another child's name is sent, read and filed as that child's."""
    known = case.known
    if known is None:
        return
    child, facts = case.plan.child, case.plan.facts
    places = _words(f"{facts.setting or ''} {facts.authority or ''}")
    words = [word for word in _named(known.file) if word not in places]
    own = _words(f"{child.name or ''} {child.known_as or ''}")
    if any(is_form(word, name) for word in words for name in own):
        return
    others = known.register.called(words)
    if others and known.child not in others:
        yield Hit(
            verdict=Verdict.FAIL if known.register.holds_whole(words) else Verdict.UNCLEAR,
            reason="The file is named after another child whose plan is in this caseload, and"
            " holds none of this child's names. Whose plan is it?",
        )


def _named(file: str) -> list[str]:
    """The words of a file's name that may be a person's."""
    stem = PurePosixPath(file).stem
    return [word for word in _words(stem) if not wordlist("files").find(word)]


def _words(text: str) -> list[str]:
    """The words of a text in small letters, «MbekiRoe» taken apart; initials are left out."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return [word.lower() for word in _WORD.findall(bare) if len(word) >= _SHORTEST]
