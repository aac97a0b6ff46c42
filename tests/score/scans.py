"""Plans scanned on the fly, clean and as from a fax: how well text recognition reads them."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractors.ocr_engine import DPI, is_installed
from extractors.plan import Plan
from extractors.read import read
from tests.score.likeness import MAIN, matched

# With lines around every cell, with few, with none; one column and two; upright and on its side.
_PLANS = (
    "EHCO-export-PENHALIGON-A-20012026",
    "EHCP-JP-031125",
    "EHCP_Final_FOH_190126",
    "0098813_EHCP_FINAL",
    "61877 Yoshida-Price H - EHCP final 2026",
    "ZWB_FinalPlan_Feb2026",
)
_LETTERS = "EBF"  # outcomes first
_QUALITY = 85
_FAX_QUALITY = 55


def score_scans(plans: Path, truth: Path) -> Iterator[str]:
    """Gives a line of figures for clean scans and one for faxes."""
    if not is_installed():
        yield "skipped: text recognition is not installed"
        return
    for name, is_fax in (("clean", False), ("as from a fax", True)):
        tasks = [(plans / f"{plan}.pdf", truth / f"{plan}.json", is_fax) for plan in _PLANS]
        with ProcessPoolExecutor(2) as both:
            found = list(both.map(_scored, tasks))
        said = ", ".join(f"{MAIN[letter]} F1 {_f1(found, letter):.3f}" for letter in _LETTERS)
        yield f"{name}, {len(tasks)} plans at {DPI} dpi: {said}"


Counts = dict[str, tuple[int, int, int]]  # by section: matched, read, and truly there


def _scored(task: tuple[Path, Path, bool]) -> Counts:
    plan, truth, is_fax = task
    told = json.loads(truth.read_text("utf-8"))["sections"]
    with tempfile.TemporaryDirectory() as folder:
        scan = Path(folder) / plan.name
        scan.write_bytes(scanned(plan.read_bytes(), is_fax=is_fax))
        found = read(scan)
    counts = {}
    for letter in _LETTERS:
        items = found.items if isinstance(found, Plan) else ()
        own = [i for i in items if i.section == letter and i.kind.value == MAIN[letter]]
        true = [item for item in told[letter]["items"] if item["kind"] == MAIN[letter]]
        counts[letter] = (matched(own, true), len(own), len(true))
    return counts


def _f1(found: Iterable[Counts], letter: str) -> float:
    right, own, there = map(sum, zip(*(counts[letter] for counts in found), strict=True))
    return float(2 * right / max(own + there, 1))


def scanned(data: bytes, *, is_fax: bool) -> bytes:
    """A PDF of pictures of the pages: clean, or crooked, blurred and speckled."""
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1)
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            picture = page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L")
            packed = io.BytesIO()
            if is_fax:
                picture = _faxed(picture)
            picture.save(packed, "JPEG", quality=_FAX_QUALITY if is_fax else _QUALITY)
            canvas.setPageSize(page.get_size())
            image = ImageReader(io.BytesIO(packed.getvalue()))
            canvas.drawImage(image, 0, 0, *page.get_size())
            canvas.showPage()
    canvas.save()
    return file.getvalue()


def _faxed(picture: Image.Image) -> Image.Image:
    turned = picture.rotate(0.8, Image.Resampling.BICUBIC, fillcolor=250)
    blurred = turned.filter(ImageFilter.GaussianBlur(0.8))
    noise = np.random.default_rng(0).normal(0, 18, blurred.size[::-1])
    return Image.fromarray(np.clip(np.asarray(blurred) + noise, 0, 255).astype(np.uint8))
