"""doc-ai-residue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.check import Hit, Severity, check, example
from checks.wordlists import wordlist
from extractors.plan import LETTERS, Passage

# Marks of a web chat's own formatting, which no word processor prints.
_MARKS = re.compile(
    r"\*\*[^*\n]{1,80}\*\*|^#{2,4} \w[^\n]{0,60}|```\w*|"
    r"【[^】]{1,30}】|:contentReference\[[^\]]*\]\S*|\bturn\d+(?:search|file|view)\d+\b"
)

# One of these stands in each of them: most statements have none, and need no closer look.
_SIGNS = (
    *("**", "##", "```", "【", "contentreference", "turn0", "turn1"),
    *("here is", "here are", "here's", "here’s", "as you ", "per your", "an ai", "artificial"),
    *("language model", "below is", "following is", "what follows", "hope this", "let me know"),
    *("feel free", "like me to", "want me to", "i can", "i could", "i am ", "i'm ", "i’m ", "i do"),
    *("my last ", "my latest ", "regenerate", "end of response", "truncated", "continue gen"),
    *("chatgpt", "copilot", "document", " text", "source", "input", "context", "excerpt", "prompt"),
    *("transcript", " file", "extract", "provided", "supplied", "uploaded", "information", "data"),
)


@check(
    "doc-ai-residue",
    "Nothing of a writing program's own talk is left in the plan",
    section="",
    severity=Severity.SHOULD,
    source="Somerset, EHC plan quality guidance",
    suggestion="Take the words out, and read what stands around them against the reports.",
    examples=[
        example(need="«As requested, here is» a summary of his needs: he finds reading hard."),
        example(need="A copy of his targets was sent to his father, as requested."),
        example(strength="Reading age: «not specified in the document»."),
        example(outcome="«**Outcome 1:**» By July 2028 she will read a page to her sister."),
        example(view="His early history was not provided by his mother."),
        example(view="Based on the information provided by school, he is happy."),
    ],
    not_flagged="An honest word that somebody did not give information. A well-written plan is not"
    " doubted because a program may have helped to write it.",
)
def doc_ai_residue(case: Case) -> Iterator[Hit]:
    """Words that a program spoke to its user show that the text was pasted and not read."""
    phrases = wordlist("residue")
    for statement in case.statements(*LETTERS):
        text = statement.words.text
        small = text.lower()
        if not any(sign in small for sign in _SIGNS):
            continue
        spans = [span for found in phrases.find(text).values() for span in found]
        first = min(spans, key=lambda span: span.start, default=None)
        mark = _MARKS.search(text)
        words = first.text if first else mark[0].strip() if mark else None
        if words:
            yield Hit(
                words=Passage(words, statement.words.place),
                item=statement.item,
                reason=f"«{words}» looks like what a writing program said to its user.",
            )
