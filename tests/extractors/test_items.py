"""One item is one paragraph, bullet or cell paragraph as printed; what it is, and what is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.document import Paragraph, Place
from extractors.labels import label_number, only_refers, run_in, split_number, untagged
from extractors.plan import Kind, Plan
from extractors.reading import understand
from extractors.wording import guidance, of_needs, says_none
from tests.extractors.documents import Words, bold, cell, doc, h, heads, li, p, table

_TITLES = {"A": "Views", "B": "Special educational needs", "E": "Outcomes", "F": "Provision"}


def read(**sections: list[Words]) -> Plan:
    """The plan whose sections hold these words; the others hold one sentence each."""
    blocks: list[Words] = []
    for letter, title in _TITLES.items():
        blocks += [h(f"Section {letter}: {title}")]
        blocks += sections.get(letter, [p("Sam will meet his teacher in the hall each week.")])
    found = understand(doc(*blocks))
    assert isinstance(found, Plan)
    return found


def of(found: Plan, letter: str) -> list[tuple[str, str]]:
    return [(i.kind.value, i.text) for i in found.items if i.section == letter]


def test_a_stem_s_points_are_outcomes_each() -> None:
    found = read(
        E=[p("By the end of Year 6 Amira will:"), li("read 40 words"), li("write her name")]
    )
    assert of(found, "E") == [("outcome", "read 40 words"), ("outcome", "write her name")]
    assert {i.stem for i in found.outcomes} == {"By the end of Year 6 Amira will:"}


def test_a_stem_s_points_are_needs_each() -> None:
    found = read(
        B=[bold("Needs"), p("Sam has difficulty with:"), li("spelling"), li("handwriting")]
    )
    assert of(found, "B") == [("need", "spelling"), ("need", "handwriting")]


SHOWS = "Sam finds change hard. On such days he is seen:"


@pytest.mark.parametrize(
    ("lead", "level"),
    [
        (p(SHOWS), 0),
        (li("Sam has difficulty with change, above all:"), 1),
        (li("Sam has difficulty with change, above all:", "B1."), 1),
        (li("Sam has difficulty with change, above all:", "B1."), 0),
    ],
)
def test_a_need_with_the_points_in_which_it_shows_is_one_item(lead: Paragraph, level: int) -> None:
    points = [li("leaving the room", level=level), li("hiding his work", level=level)]
    found = read(B=[bold("Needs"), lead, *points, p("Sam tires early.")])
    whole = f"{lead.text} leaving the room hiding his work"
    assert of(found, "B") == [("need", whole), ("need", "Sam tires early.")]


def test_points_with_numbers_of_their_own_are_needs_each() -> None:
    points = [li("leaving the room", "B1.1", level=1), li("hiding his work", "B1.2", level=1)]
    found = read(B=[bold("Needs"), p(SHOWS), *points])
    assert of(found, "B") == [("need", "leaving the room"), ("need", "hiding his work")]


@pytest.mark.parametrize("heads_at", [("Ref", "Strengths", "Needs"), ("Strengths", "Ref", "Needs")])
def test_a_number_beside_strengths_and_needs_is_the_needs(heads_at: tuple[str, ...]) -> None:
    row = {"Ref": "B7", "Strengths": "Sam reads well.", "Needs": "Sam finds spelling hard."}
    found = read(B=[table(heads(*heads_at), [row[head] for head in heads_at])])
    assert {i.text: i.number for i in found.items if i.section == "B"} == {
        "Sam reads well.": "",
        "Sam finds spelling hard.": "B7",
    }


@pytest.mark.parametrize(
    "lead",
    [
        "SaLT programme:",
        "A speech and language therapist with experience of dysfluency will give Sam:",
        "Daily teaching in a group of three, to include:",
    ],
)
def test_provision_with_its_parts_is_one_item(lead: str) -> None:
    found = read(
        F=[li(lead), li("modelling of new words", level=1), li("turn-taking games", level=1)]
    )
    assert of(found, "F") == [("provision", f"{lead} modelling of new words turn-taking games")]


def test_parts_that_go_on_the_sentence_belong_to_their_provision() -> None:
    lead = "An assistant trained in moving and handling will:"
    found = read(
        F=[
            li(lead),
            li("move Sam from chair to frame;"),
            li("sit where he can see her."),
            li("A ramp will be built at the hall door."),
        ]
    )
    assert [i.text for i in found.provision] == [
        f"{lead} move Sam from chair to frame; sit where he can see her.",
        "A ramp will be built at the hall door.",
    ]


def test_a_bare_stem_of_provision_leads_separate_items() -> None:
    found = read(
        F=[p("Staff will:"), li("give Sam one instruction at a time"), li("use his timetable")]
    )
    assert [(i.stem, i.text) for i in found.provision] == [
        ("Staff will:", "give Sam one instruction at a time"),
        ("Staff will:", "use his timetable"),
    ]


def test_steps_by_their_heading_end_where_outcomes_go_on() -> None:
    found = read(
        E=[
            p("Outcome 1. By July 2028 Sam will read 40 words."),
            p("Steps towards this outcome:", italic=True),
            li("Ten words by Easter 2027."),
            p("Outcome 2. By July 2028 Sam will write his name."),
        ]
    )
    assert [(i.kind.value, i.number) for i in found.items if i.section == "E"] == [
        ("outcome", "Outcome 1"),
        ("step", ""),
        ("outcome", "Outcome 2"),
    ]


def test_steps_set_like_outcomes_end_where_a_promise_is_made() -> None:
    found = read(
        E=[
            li("By July 2028 Sam will read 40 words."),
            p("Short-term targets:", italic=True),
            li("By Easter: ten words."),
            li("By July 2028 Sam will write his name."),
        ]
    )
    assert [i.kind for i in found.items if i.section == "E"] == [
        Kind.OUTCOME,
        Kind.STEP,
        Kind.OUTCOME,
    ]


def test_steps_end_where_outcomes_go_on_in_the_next_column() -> None:
    words = [
        li("By July 2028 Sam will read 40 words.", "•"),
        p("Step: Sam reads ten words by Easter."),
        li("By July 2028 Sam will write his name.", "•"),
    ]
    places = [(300.0, 700.0), (60.0, 60.0), (62.0, 80.0)]  # in two columns, over a page's end
    found = read(
        E=[
            replace(one, place=Place(page=1 + (x < 100), box=(x, top, x + 200, top + 12)))
            for one, (x, top) in zip(words, places, strict=True)
        ]
    )
    assert [i.kind for i in found.items if i.section == "E"] == [
        Kind.OUTCOME,
        Kind.STEP,
        Kind.OUTCOME,
    ]


def test_bullets_under_a_numbered_outcome_are_steps() -> None:
    found = read(
        E=[p("E1 By July 2028 Sam will read 40 words."), li("He will read ten by Easter.")]
    )
    assert [i.kind for i in found.items if i.section == "E"] == [Kind.OUTCOME, Kind.STEP]


def test_a_column_of_steps() -> None:
    found = read(
        E=[
            table(
                heads("No.", "Outcome", "Shorter-term targets"),
                [
                    "1",
                    "By July 2028 Sam will read 40 words.",
                    cell(p("Ten by Easter."), p("Twenty by July.")),
                ],
            )
        ]
    )
    assert [(i.kind.value, i.number) for i in found.items if i.section == "E"] == [
        ("outcome", "1"),
        ("step", ""),
        ("step", ""),
    ]


def test_a_medium_term_below_a_long_term_is_a_step() -> None:
    rows = table(
        [bold("Long term"), "By 2030 Sam will travel alone."],
        [bold("Medium term"), "He crosses a road."],
    )
    assert [k for k, _ in of(read(E=[rows]), "E")] == ["outcome", "step"]


def test_how_progress_is_watched_is_no_outcome() -> None:
    found = read(
        E=[
            p("By July 2028 Sam will read 40 words."),
            p("Progress towards these outcomes will be reviewed each term by his teacher."),
            bold("Arrangements for setting shorter-term targets"),
            p("The school sets them in September."),
        ]
    )
    assert [k for k, _ in of(found, "E")] == ["outcome", "context", "context"]


def test_strengths_and_how_things_are_now_are_no_needs() -> None:
    found = read(
        B=[
            h("Cognition and learning", 2),
            bold("Strengths"),
            li("Sam builds models."),
            bold("Current levels"),
            li("Reading age 6 years 2 months."),
            bold("Needs"),
            li("Sam forgets letters."),
        ]
    )
    assert [k for k, _ in of(found, "B")] == ["strength", "current", "need"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sam finds it hard to share.", Kind.NEED),
        ("Amira needs to see a picture with each instruction.", Kind.NEED),
        ("Sam enjoys stories and remembers them well.", Kind.STRENGTH),
        ("Standard score of 92 on the BPVS-3 in May 2026.", Kind.CURRENT),
        ("Dyslexia.", Kind.NEED),
    ],
)
def test_words_tell_where_headings_do_not(text: str, kind: Kind) -> None:
    assert of_needs(text) is kind


def test_hopes_by_their_heading_and_otherwise_by_words() -> None:
    told = read(A=[p("Sam wants people to wait for him."), bold("My hopes"), li("A dog.")])
    untold = read(A=[p("Sam likes soup."), p("When he grows up Sam wants to be a vet.")])
    assert of(told, "A") == [
        ("view", "Sam wants people to wait for him."),
        ("aspiration", "A dog."),
    ]
    assert [k for k, _ in of(untold, "A")] == ["view", "aspiration"]


def test_whose_voice_it_is_leaves_hopes_hopes() -> None:
    found = read(
        A=[
            bold("Aspirations"),
            bold("Child/Young Person’s Voice:"),
            li("A dog."),
            bold("Parent/Carer’s Voice:"),
            li("A job near home."),
        ]
    )
    assert [i.text for i in found.aspirations] == ["A dog.", "A job near home."]


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("B1 Sam finds reading hard.", "B1", "Sam finds reading hard."),
        ("E1. By July Sam will read.", "E1", "By July Sam will read."),
        ("O2 By July Sam will read.", "O2", "By July Sam will read."),
        ("Outcome 2: By July Sam will read.", "Outcome 2", "By July Sam will read."),
        ("F1.2 A teacher will read.", "F1.2", "A teacher will read."),
        ("5.1\tBy July Sam will read.", "5.1", "By July Sam will read."),
        ("(a) spelling", "(a)", "spelling"),
        ("1. Sam will read.", "1", "Sam will read."),
        ("30 minutes each week", "", "30 minutes each week"),
        ("1.5 hours each week", "", "1.5 hours each week"),
        ("1:1 support in mathematics", "", "1:1 support in mathematics"),
        ("KS2 outcomes were met.", "", "KS2 outcomes were met."),
    ],
)
def test_printed_numbers_are_no_part_of_the_words(text: str, number: str, words: str) -> None:
    assert split_number(text) == (number, words)


@pytest.mark.parametrize(
    ("label", "number"), [("1.", "1"), ("(a)", "(a)"), ("•", ""), ("E1", "E1"), ("o", "")]
)
def test_list_labels_as_numbers(label: str, number: str) -> None:
    assert label_number(label) == number


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("By whom: a teacher", "By whom"),
        ("How often:  weekly", "How often"),
        ("Outcome 1: By July Sam will read.", "Outcome 1"),
        ("Description\tSam finds reading hard.", "Description"),
        ("Training: all staff will learn to sign.", ""),
        ("SaLT programme: weekly sessions", ""),
        ("Outcomes: Communication and interaction", ""),
        ("By August 2026: two-word sentences", ""),
    ],
)
def test_labels_on_the_line(text: str, label: str) -> None:
    assert run_in(text)[0] == label


def test_source_tags_are_no_words() -> None:
    assert untagged("Sam finds reading hard. (K1)") == "Sam finds reading hard."
    assert untagged("Sam (K1, K2) reads.") == "Sam reads."
    assert untagged("A therapist (SLT) will call.") == "A therapist (SLT) will call."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sam finds reading hard. (EP, 2025)", "Sam finds reading hard."),
        ("Sam finds reading hard (SaLT report, March 2025)", "Sam finds reading hard"),
        ("Sam finds reading hard. (A, PR)", "Sam finds reading hard."),
        ("Sam finds reading hard. [EP]", "Sam finds reading hard."),
        ("Sam has two diagnoses (ADHD, 2021)", "Sam has two diagnoses (ADHD, 2021)"),
        ("Sam could not hear well (May, 2026)", "Sam could not hear well (May, 2026)"),
        ("Sam has seen two people (EP, OT)", "Sam has seen two people (EP, OT)"),
    ],
)
def test_the_advice_that_a_need_comes_from_is_no_word_of_it(text: str, words: str) -> None:
    assert of(read(B=[bold("Needs"), p(text)]), "B") == [("need", words)]


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("None identified", True),
        ("Not applicable", True),
        ("N/A", True),
        ("None.", True),
        ("No special educational needs were identified in this area.", True),
        ("Sam has no identified special educational needs in this area", True),
        ("No personal budget has been requested.", True),
        ("He has no reliable way to ask for more, to refuse or to choose.", False),
        ("Sam has no plan for break time and drifts towards older pupils.", False),
        ("No two days are alike, so provision needs to change.", False),
        ("Sam has no difficulty with reading but needs help to write.", False),
    ],
)
def test_statements_that_there_is_nothing(text: str, *, none: bool) -> None:
    assert says_none(text) is none


def test_nothing_stated_is_no_item() -> None:
    found = read(E=[p("None identified")], F=[table(heads("Provision", "Who"), ["-", "-"])])
    assert of(found, "E") == of(found, "F") == []
    assert found.section("E").says_none


def test_a_sentence_that_an_area_has_no_needs_is_context() -> None:
    words = "No special educational needs were identified in this area."
    found = read(
        B=[
            h("Sensory and physical", 2),
            p(words),
            h("Cognition and learning", 2),
            p("Sam forgets."),
        ]
    )
    assert of(found, "B") == [("context", words), ("need", "Sam forgets.")]


def test_other_columns_belong_to_their_provision() -> None:
    found = read(
        F=[
            table(
                heads("Outcome", "By when", "Provision", "By whom", "Frequency"),
                [
                    "By July Sam will read.",
                    "July",
                    cell(p("Phonics."), p("Paired reading.")),
                    cell(p("Teacher"), p("Pupil")),
                    "Daily",
                ],
                ["By May Sam will write.", "N/A", "Dictation.", "n/a", "-"],
            )
        ]
    )
    assert [(i.text, [c.text for c in i.columns]) for i in found.provision] == [
        ("Phonics.", ["Teacher", "Daily"]),
        ("Paired reading.", ["Pupil", "Daily"]),
        ("Dictation.", []),
    ]
    assert found.provision[0].full_text == "Phonics. | Teacher | Daily"


@pytest.mark.parametrize(
    ("text", "is_guidance"),
    [
        ("This section must set out all of the child’s needs.", True),
        ("Guidance: use one box for each outcome.", True),
        ("Last edited 20/01/2026 by SEND Casework", True),
        ("An outcome is the benefit or difference made to an individual. See Section F.", True),
        ("Sam must have a quiet room each day.", False),
        ("The table in the hall should be at his height.", False),
        ("A range of outcomes over varying timescales should be included.", True),
        ("Short-term targets may also be recorded, with who will review them.", True),
        ("Provision must be written clearly and be linked to each need.", True),
        ("Outcomes for Kit's speech will be included in his school targets each term.", False),
        ("Needs a quiet place and can be reflective when calm.", False),
        ("Provision of a laptop, which should be charged each evening by Mrs Roe.", False),
    ],
)
def test_guidance_is_told_from_the_plan(text: str, *, is_guidance: bool) -> None:
    assert guidance(text) is is_guidance


@pytest.mark.parametrize(
    ("text", "refers"),
    [
        ("So that I achieve 5.1 and 5.2", True),
        ("B1, B3", True),
        ("Outcome 1, Outcome 2", True),
        ("Links to need 4", True),
        ("NEED-1", True),
        ("By July 2027 Sam will read 40 words.", False),
        ("30 minutes", False),
        ("Years 5 and 6", False),
        ("Weekly", False),
    ],
)
def test_lines_that_only_refer(text: str, *, refers: bool) -> None:
    assert only_refers(text) is refers
