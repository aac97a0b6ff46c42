"""doc-section-i-state."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example
from checks.wordlists import wordlist
from extractors.plan import Passage

_DRAFTS = ("draft", "proposed")


@check(
    "doc-section-i-state",
    "Section I is blank in a draft, and names the school or its type in the final plan",
    section="I",
    severity=Severity.SHOULD,
    source="Code of Practice 9.77; SEND Regulations 2014, regulation 12(1)(i)",
    suggestion="Draft: leave Section I blank. Final: [name of the school], [type of school].",
    reads=("I",),
    by=By.FORM,
    knows=lambda case: case.plan.facts.status is not None,
    examples=[
        example(("status", "final"), ("I", "Alder Bank Primary School, a mainstream school")),
        example(("status", "final"), ("I", "A maintained special school.")),
        example(("status", "final"), ("I", "«To be confirmed.»")),
        example(status="draft", empty="I"),
        example(("status", "draft"), ("I", "To be named once the parents' preference is known.")),
        example(("status", "draft"), ("I", "«Alder Bank Primary School»")),
    ],
    not_flagged="A blank Section I in a final plan, which doc-section-empty tells; a plan whose"
    " status is not known.",
)
def doc_section_i_state(case: Case) -> Iterator[Hit]:
    """Parents choose after they have seen the draft, and what the final plan names is enforced."""
    section = case.plan.section("I")
    if section.empty or not section.passages:
        return
    told = Passage(" ".join(p.text for p in section.passages), section.passages[0].place)
    found = wordlist("placement").find(told.text)
    if case.plan.facts.status in _DRAFTS:
        if not section.says_none and "type" in found and "open" not in found:
            yield Hit(words=section.passages[0], reason="A draft should not name a school yet.")
    elif "type" not in found and not _names_setting(told.text, case):
        still_open = "open" in found or section.says_none
        yield Hit(
            words=section.passages[0],
            verdict=Verdict.FAIL if still_open else Verdict.UNCLEAR,
            reason="Section I gives neither the name of a school or college nor a type.",
        )


def _names_setting(text: str, case: Case) -> bool:
    setting = case.plan.facts.setting
    return bool(setting) and (setting or "").lower() in text.lower()
