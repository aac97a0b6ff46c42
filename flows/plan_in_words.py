"""A plan as it was understood, section by section, with the place of everything."""

from __future__ import annotations

import textwrap
from datetime import date

from extractors.plan import Item, Plan, Section

HOW_READ = "How it was read"
_WIDTH = 96


def in_words(plan: Plan) -> str:
    """All that was understood of a plan, to be read on a screen."""
    parts = ["\n".join(f"{name + ':':<18}{value or '–'}" for name, value in cover(plan))]
    parts += [_section(plan, section) for section in plan.sections]
    if plan.references:
        lines = [f"  {r.from_id} – {r.to_id}: {r.how} ({r.place})" for r in plan.references]
        parts.append("\n".join(["What the plan itself prints as belonging together", *lines]))
    if plan.set_aside:
        lines = [_wrapped(f"{s.why}: {s.text} ({s.place})", "  ") for s in plan.set_aside]
        parts.append("\n".join(["Words in the file that are not part of the plan", *lines]))
    return "\n\n".join(parts)


def cover(plan: Plan) -> tuple[tuple[str, str | None], ...]:
    """What the plan says of the child and of itself, each under its name."""
    child, facts = plan.child, plan.facts
    return (
        ("Name", child.name),
        ("Known as", child.known_as),
        ("Born", _day(child.date_of_birth)),
        ("UPN", child.upn),
        ("Reference", ", ".join(r.text for r in child.references)),
        ("Year group", child.year_group),
        ("Setting", facts.setting),
        ("Authority", facts.authority),
        ("Status", facts.status),
        ("Date of the plan", _day(facts.date)),
        ("Review by", _day(facts.review_date)),
        ("Pages", f"{plan.pages} ({plan.format})" if plan.pages else plan.format),
        (HOW_READ, ", ".join(sorted(plan.caveats))),
    )


def _section(plan: Plan, section: Section) -> str:
    items = [item for item in plan.items if item.section == section.letter]
    lines = [f"Section {section.letter}: {_state(section)}"]
    lines += [_item(item) for item in items]
    told = {text for item in items for text in (item.text, f"{item.number} {item.text}")}
    rest = [passage for passage in section.passages if passage.text not in told]
    lines += [_wrapped(f"· {p.text} ({p.place})", "  ") for p in rest]
    return "\n".join(lines)


def _state(section: Section) -> str:
    if not section.found:
        return "not found"
    where = "; ".join(f"«{h.text}», {h.place}" for h in section.headings)
    state = "says that there is nothing" if section.says_none else ""
    return ", ".join(filter(None, [where or "found", state or ("empty" if section.empty else "")]))


def _item(item: Item) -> str:
    head = " · ".join(filter(None, [item.id, item.kind, item.number, item.area, item.heading]))
    stem = f"[{item.stem}] " if item.stem else ""
    columns = "".join(f" | {c.head}: {c.text}" for c in item.columns)
    return f"  {head}\n" + _wrapped(f"{stem}{item.text}{columns} ({item.place})", "      ")


def _wrapped(text: str, indent: str) -> str:
    return "\n".join(
        textwrap.fill(line, _WIDTH, initial_indent=indent, subsequent_indent=indent)
        for line in text.splitlines()
    )


def _day(day: date | None) -> str | None:
    return f"{day.day} {day:%B %Y}" if day else None
