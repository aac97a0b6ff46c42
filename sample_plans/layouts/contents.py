"""A contents page and a table of what each section must include, before the plan itself."""

from __future__ import annotations

from pathlib import Path

from content import Content, long_date, short_date
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Cm
from sections import STATUS, a_groups, advice, b_groups, in_b, named, numbered, others
from truth import Truth
from word import (
    WordDocument,
    break_page,
    bullet,
    details,
    head_and_foot,
    link,
    new,
    row,
    save,
    say,
    table,
    watermark,
)

INK, PALE = "9C2A6B", "F8E3EF"
TITLES = {
    "A": "This is me: my views, interests and aspirations",
    "B": "My special educational needs",
    "C": "My health needs",
    "D": "My social care needs",
    "E": "The outcomes we are working towards",
    "F": "Special educational provision",
    "G": "Health provision",
    "H1": "Social care provision for a disabled child",
    "H2": "Other social care provision",
    "I": "Placement",
    "J": "Personal budget",
    "K": "Advice and information",
}
MUST = {
    "A": "The views, interests and aspirations of the child and their parents, or of the young "
    "person, with details about play, health, schooling, independence and friendships.",
    "B": "All of the child or young person’s identified special educational needs.",
    "C": "The health needs which relate to their special educational needs.",
    "D": "The social care needs which relate to their special educational needs or a disability.",
    "E": "The outcomes sought, including outcomes for adult life, and how they will be monitored.",
    "F": "The special educational provision required, detailed and specific, for each need.",
    "G": "Any health provision reasonably required by the learning difficulties or disabilities.",
    "H1": "Social care provision which must be made under section 2 of the 1970 Act.",
    "H2": "Any other social care provision reasonably required.",
    "I": "The name and type of the school or other institution to be attended.",
    "J": "How any personal budget will support particular outcomes.",
    "K": "A list of the advice and information gathered during the assessment.",
}


def draw(plan: Content, truth: Truth, path: Path) -> None:
    """Prints the plan."""
    doc = new(plan, "Arial", 11, INK, margin=2.2)
    head_and_foot(
        doc,
        f"{plan.child.name}   Date of birth {short_date(plan.child.born)}",
        f"{plan.plan.authority}   Official-Sensitive   Page # of ##",
        align="right",
    )
    if plan.draft:
        watermark(doc)
    _cover(doc, plan)
    _contents(doc, plan)
    _must(doc, truth)
    _heading(doc, "A")
    labels = (
        "My story",
        "What I want for the future",
        "What my family want for me",
        "My parents say",
    )
    for label, texts, hopes in a_groups(plan, truth, labels):
        doc.add_heading(label, 2)
        for text in texts:
            (bullet if hopes else say)(doc, text)
    _heading(doc, "B")
    _b(doc, plan, truth)
    _others(doc, plan, truth, ("C", "D"))
    _heading(doc, "E")
    _e(doc, plan, truth)
    _heading(doc, "F")
    _f(doc, plan, truth)
    _others(doc, plan, truth, ("G", "H1", "H2", "I", "J", "K"))
    if "K" in plan.others:
        made = table(doc, [6.6, 6, 4], ["Who gave advice", "Name", "When"], PALE)
        for line in advice(plan):
            row(made, *line)
    truth.basis |= {"outcome_provision": "number"}
    truth.area_printed |= {"B"}
    save(doc, path)


def _heading(doc: WordDocument, letter: str) -> None:
    doc.add_heading(f"Section {letter} – {TITLES[letter]}", 1)


def _cover(doc: WordDocument, plan: Content) -> None:
    child, facts = plan.child, plan.plan
    say(doc, "", after=80)
    say(doc, "Education, Health and Care Plan", bold=True, size=28, colour=INK, align="centre")
    say(doc, child.name, bold=True, size=20, align="centre", after=30)
    rows = [
        ("Family name", child.last),
        ("Other names", child.first),
        ("Known as", child.known_as),
        ("Date of birth", long_date(child.born)),
        ("Sex", child.sex),
        ("NCY", child.year_group.removeprefix("Year ") if child.year_group else ""),
        ("UPN", child.upn),
        ("NHS number", child.nhs),
        ("Attending", facts.setting),
        ("Parents or carers", " and ".join(plan.parents)),
        ("Plan status", STATUS[facts.status]),
        ("Date of original EHC plan", long_date(facts.first_date)),
        ("Draft date", long_date(facts.draft_date)),
        ("Date of this plan", long_date(facts.date)),
        ("Date by which it must be reviewed", long_date(facts.review_date)),
    ]
    details(doc, [6.6, 10], [r for r in rows if r[1]], PALE)
    break_page(doc)


def _contents(doc: WordDocument, plan: Content) -> None:
    say(doc, "Contents", bold=True, size=16, colour=INK)
    pages = iter((4, 5, 6, 6, 7, 7, 8, 9, 9, 9, 9, 10))
    for letter, title in TITLES.items():
        page = next(pages)
        if letter in "ABEF" or letter in plan.others:
            line = say(doc, f"Section {letter} – {title}\t{page}", after=4)
            link(line, f"_Toc{letter}")
            line.paragraph_format.tab_stops.add_tab_stop(
                Cm(16.4), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
            )
    break_page(doc)


def _must(doc: WordDocument, truth: Truth) -> None:
    """The explanatory table, and the legal words above it."""
    say(doc, "Understanding the content of EHC plans", bold=True, size=16, colour=INK)
    law = (
        "The table says what the law requires each section of every Education, Health and Care "
        "plan to include. It is not part of the plan."
    )
    say(doc, law, italic=True, size=10)
    truth.trap("explanatory table", law, *MUST.values())
    made = table(doc, [3.2, 13.4], ["Section", "What it must include"], PALE)
    for letter, words in MUST.items():
        row(made, f"SECTION {letter}", words, bold_first=True)
    break_page(doc)


def _b(doc: WordDocument, plan: Content, truth: Truth) -> None:
    truth.mark("B")
    for area, title in named(plan):
        if not in_b(plan, area):
            continue
        truth.mark("B", title)
        doc.add_heading(title, 2)
        labels = ("Strengths", "Current functioning", f"Needs: {title.lower()}")
        for label, said in b_groups(plan, truth, area, labels):
            say(doc, label, bold=True, keep=True, after=2)
            for _, text in said:
                bullet(doc, text)


def _e(doc: WordDocument, plan: Content, truth: Truth) -> None:
    note = (
        "An outcome is the benefit or difference made to an individual as a result of an "
        "intervention. See Section F for the provision."
    )
    truth.mark("E")
    if not plan.outcomes:
        return
    truth.mark("E", note)
    say(doc, note, italic=True, size=9.5)
    for n, outcome in enumerate(plan.outcomes, 1):
        truth.mark("E", f"Outcome {n}")
        say(doc, f"Outcome {n}", bold=True, colour=INK, keep=True, after=1)
        say(doc, truth.outcome(outcome, f"Outcome {n}"))
        if outcome.steps:
            truth.mark("E", "Steps in the next twelve months")
            say(doc, "Steps in the next twelve months", italic=True, keep=True, after=1)
        for k in range(len(outcome.steps)):
            bullet(doc, truth.step(outcome, k))
    truth.mark("E", "Arrangements for setting shorter-term targets")
    doc.add_heading("Arrangements for setting shorter-term targets", 3)
    text = "The setting meets the family every half term to set and review targets."
    say(doc, truth.context("E", text))


def _f(doc: WordDocument, plan: Content, truth: Truth) -> None:
    """Provision in groups, each under the outcome that it is for."""
    truth.mark("F")
    outcomes = numbered(plan.outcomes, "Outcome {}")
    groups = [(f"Provision for {outcomes[o.id]}", plan.provision_for(o)) for o in plan.outcomes]
    for title, provision in [*groups, ("Provision across the curriculum", plan.loose_provision)]:
        if not provision:
            continue
        truth.mark("F", title)
        doc.add_heading(title, 3)
        for item in provision:
            paragraph = bullet(doc, truth.provision(item, against=item.supports[:1]))
            for part in item.parts:
                bullet(doc, part, 2)
            if len(item.supports) > 1:
                words = f"(also {', '.join(outcomes[e] for e in item.supports[1:])})"
                truth.mark("F", words)
                paragraph.add_run(f" {words}").italic = True


def _others(doc: WordDocument, plan: Content, truth: Truth, letters: tuple[str, ...]) -> None:
    titles = {letter: f"Section {letter} – {TITLES[letter]}" for letter in letters}
    others(plan, truth, titles, lambda t: doc.add_heading(t, 1), lambda t: say(doc, t))
