"""Makes the sample plans and their truth files from children/*.toml.

python sample_plans/generate.py [SLUG ...] [--out FOLDER]
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from content import Content, load
from convert import HAS_OFFICE, cut, fax, lock, scan, scan_middle, to_older, to_pdf
from layouts import LAYOUTS
from truth import Truth, page_words

SPECIAL = {
    "scan": (scan, "scanned"),
    "fax": (fax, "scanned"),
    "mixed": (scan_middle, "auditable"),
    "password": (lock, "encrypted"),
    "truncated": (cut, "corrupt"),
}
HERE = Path(__file__).resolve().parent


def make(plan: Content, out: Path) -> Path | None:
    """Prints one plan and writes its truth; None where LibreOffice is needed and missing."""
    draws = LAYOUTS[plan.file.layout]
    drawn_as = plan.file.format if plan.file.format in draws else "docx"
    if drawn_as != plan.file.format and not HAS_OFFICE:
        return None
    truth = Truth(plan)
    drawn = out / "plans" / f"{plan.file.name}.{drawn_as}"
    draws[drawn_as](plan, truth, drawn)
    made = drawn
    if plan.file.format == "pdf" and drawn_as != "pdf":
        made = to_pdf(drawn, plan.plan.date)
    elif plan.file.format != drawn_as:
        made = to_older(drawn, plan.file.format)
    pages = page_words(made) if made.suffix == ".pdf" else None
    status = "not_a_plan" if plan.file.kind else "auditable"
    if plan.file.special:
        change, status = SPECIAL[plan.file.special]
        change(made)
    note = truth.written(made, pages, status)
    written = json.dumps(note, ensure_ascii=False, indent=1, default=str)
    (out / "truth" / f"{plan.file.name}.json").write_text(written + "\n", encoding="utf-8")
    return made


def clear(out: Path, plans: list[Content]) -> None:
    """Removes what was made for children that are gone or have another file name now."""
    names = {p.file.name for p in plans}
    for path in [*(out / "plans").iterdir(), *(out / "truth").iterdir()]:
        if path.stem not in names:
            path.unlink()
            print(f"removed {path.name}")


def listing(plans: list[Content]) -> str:
    """The list of all plans: file, layout, and what it is there to try."""
    rows = sorted(
        f"| {p.file.name}.{p.file.format} | {p.file.layout} | {p.file.purpose} | {p.slug} |"
        for p in plans
    )
    head = "# The sample plans\n\nWritten by `generate.py`.\n\n"
    return (
        head
        + "| file | layout | what it tries | child |\n| --- | --- | --- | --- |\n"
        + "\n".join(rows)
        + "\n"
    )


def main() -> int:
    """Makes all of the plans, or those named, and says what it made."""
    parser = argparse.ArgumentParser(description="Makes the sample plans and their truth files.")
    parser.add_argument("slugs", nargs="*", help="children/SLUG.toml; all of them if none is given")
    parser.add_argument("--out", type=Path, default=HERE, help="default: this folder")
    args = parser.parse_args()
    for folder in ("plans", "truth"):
        (args.out / folder).mkdir(parents=True, exist_ok=True)
    skipped, plans = [], []
    for path in sorted((HERE / "children").glob("*.toml")):
        if args.slugs and path.stem not in args.slugs:
            continue
        plan = load(path)
        made = make(plan, args.out)
        plans.append(plan)
        if made:
            print(f"{made.name}  ({made.stat().st_size // 1024} kB)")
        else:
            skipped.append(path.stem)
    if not args.slugs:
        clear(args.out, plans)
        (args.out / "PLANS.md").write_text(listing(plans), encoding="utf-8")
    if skipped:
        print(
            "LibreOffice (soffice) is missing, so these were left as they are:", ", ".join(skipped)
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
