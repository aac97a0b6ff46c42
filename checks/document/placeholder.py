"""doc-placeholder."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.check import Hit, Severity, check, example
from extractors.plan import LETTERS, Passage

_FORM = (
    r"insert|enter|add|type|delete|first ?name|surname|name|child(?:'s|’s)?|young person(?:'s|’s)?|"
    r"pupil(?:'s|’s)?|student|parents?|date|dob|upn|school|setting|he/she|his/her|pronoun|"
    r"tbc|to be (?:added|confirmed|completed)"
)
RESIDUE = re.compile(
    # [INSERT NAME], [add date here], [CHILD]: a word of a form; [SALT] is only an abbreviation
    rf"\[\s*(?i:(?:the )?(?:{_FORM}))\b[^\]]{{0,60}}\]"
    rf"|<{{1,2}}\s*(?i:{_FORM})\b[^>]{{0,40}}>{{1,2}}"  # <insert name>, <<FirstName>>
    r"|\{\{?\s*\w[\w .]{0,40}\}?\}"  # {{FirstName}}
    r"|\b[Xx]{4,}\b"  # XXXX; a school anonymised as XX is left alone
    r"|(?i:\(?\*?\bdelete as (?:appropriate|applicable|necessary)\b\)?)"
    r"|(?i:\blorem ipsum\b[^.]{0,30})"
    r"|(?i:\b(?:click|tap)(?: or (?:click|tap))? here to enter (?:text|a date)\b\.?)"
    r"|(?i:\bclick to enter (?:text|a date)\b\.?)|\bChoose an item\b\.?"
    r"|Error! (?:Reference source|Bookmark) not \w+\.?"
    r"|(?i:\b(?:insert|enter|type) (?:text|name|details|date|child(?:'s|’s) name) here\b)"
    r"|\bTBC\b"
    # a date still to be put in: XX/XX/2027, dd/mm/yyyy
    r"|(?i:\b(?:xx|dd)\s?[/.-]\s?(?:xx|mm)\s?[/.-]\s?(?:\d{2,4}|xx|xxxx|yy|yyyy)\b)"
)

# One of these stands in each of them: most statements have none, and need no closer look.
_SIGNS = ("[", "<", "{", "xx", "dd", "tbc", "error!", "choose an", "delete as", "lorem", " here")


@check(
    "doc-placeholder",
    "Nothing of the template is left over",
    section="",
    severity=Severity.SHOULD,
    source="Somerset, EHC plan quality guidance",
    suggestion="Put in what belongs there, or take the words out.",
    examples=[
        example(provision="A teaching assistant will read with Amira for 20 minutes each day."),
        example(provision="A teaching assistant will read with «[CHILD]» each day."),
        example(A="«[insert photo here]»"),
        example(need="He was seen at XX School in 2021.", note="a school's name taken out"),
        example(need="She said that he [Theo] finds noise hard.", note="a writer's clarification"),
        example(provision="A speech and language therapist [SALT] will see Amira weekly."),
        example(provision="A mentor will see him each week until «XX/XX/2027»."),
        example(D="Please specify. «Delete as appropriate»"),
    ],
    not_flagged="A school anonymised as XX; abbreviations and a writer's own words in brackets.",
)
def doc_placeholder(case: Case) -> Iterator[Hit]:
    """Words that a form left behind show that the plan was not read through before it was sent."""
    for statement in case.statements(*LETTERS):
        small = statement.words.text.lower()
        if not any(sign in small for sign in _SIGNS):
            continue
        for match in RESIDUE.finditer(statement.words.text):
            yield Hit(
                words=Passage(match[0].strip(), statement.words.place),
                item=statement.item,
                reason=f"«{match[0].strip()}» looks like words that a form left behind.",
            )
