"""Turns what the layouts drew into other files: PDF by LibreOffice, scans, locked and cut files."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pdfplumber
import pikepdf
import pypdfium2 as pdfium
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

PASSWORD = "sendcasework"  # noqa: S105 -- of an invented plan, said in README.md
DPI = 200
OFFICE = shutil.which("soffice")
HAS_OFFICE = OFFICE is not None
FILTER = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


def to_pdf(drawn: Path, day: date) -> Path:
    """Prints a Word file as PDF and removes the Word file; its dates are fixed afterwards."""
    _convert(drawn, FILTER)
    made = drawn.with_suffix(".pdf")
    steady(made, day)
    return made


def to_older(drawn: Path, kind: str) -> Path:
    """Saves a Word file as "doc", "odt" or "rtf", as an older office would have it."""
    _convert(drawn, kind)
    return drawn.with_suffix(f".{kind}")


def _convert(drawn: Path, form: str) -> None:
    """Has LibreOffice save a Word file in another form, and removes the Word file."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(  # noqa: S603 -- our own file, a program found on the path
            [
                str(OFFICE),
                f"-env:UserInstallation=file://{profile}",
                "--headless",
                "--convert-to",
                form,
                "--outdir",
                str(drawn.parent),
                str(drawn),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
    drawn.unlink()


def steady(path: Path, day: date) -> None:
    """Fixes a PDF's dates and identity, so that the same pages give the same bytes."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        stamp = f"D:{day:%Y%m%d}093000Z"
        pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = stamp
        pdf.docinfo["/Producer"] = "LibreOffice"
        if "/Metadata" in pdf.Root:
            del pdf.Root.Metadata
        for key in ("/ID", "/DocChecksum"):  # LibreOffice makes them from the time of day
            if key in pdf.trailer:
                del pdf.trailer[key]
        pdf.save(path, deterministic_id=True)


def scan(path: Path) -> None:
    """Puts black and white pictures in place of the pages, as an office scanner does."""
    _scanned(path, lambda picture, _: picture.point(lambda grey: 255 * (grey > 150), "1"))


def fax(path: Path) -> None:
    """Puts crooked, blurred and speckled pictures in place of the pages, as a fax gives them."""
    _scanned(path, _faxed)


def scan_middle(path: Path) -> None:
    """Puts pictures in place of two pages in the middle, as where signed pages were put in."""
    with pikepdf.open(path) as pdf:
        middle = len(pdf.pages) // 2
        pages = {middle, middle + 1}
        scanned = path.with_suffix(".scan")
        shutil.copy(path, scanned)
        scan(scanned)
        with pikepdf.open(scanned) as pictures:
            for n in pages:
                pdf.pages[n - 1] = pictures.pages[n - 1]
            pdf.save(path.with_suffix(".mixed"), deterministic_id=True)
    scanned.unlink()
    path.with_suffix(".mixed").replace(path)


def _faxed(picture: Image.Image, chance: random.Random) -> Image.Image:
    turned = picture.rotate(0.8, Image.Resampling.BICUBIC, fillcolor=250)
    blurred = turned.filter(ImageFilter.GaussianBlur(0.8))
    noise = np.random.default_rng(chance.randrange(2**32)).normal(0, 18, blurred.size[::-1])
    greys = np.clip(np.asarray(blurred) + noise, 0, 255).astype(np.uint8)
    return Image.fromarray(greys).point(lambda grey: 255 * (grey > 150), "1")


def _scanned(path: Path, change: Callable[[Image.Image, random.Random], Image.Image]) -> None:
    """Puts a picture in place of each page."""
    chance = random.Random(path.stem)
    with pdfium.PdfDocument(path.read_bytes()) as pdf:
        sizes = [page.get_size() for page in pdf]
        pictures = [page.render(scale=DPI / 72).to_pil().convert("L") for page in pdf]
    canvas = Canvas(str(path), invariant=1)
    for size, picture in zip(sizes, pictures, strict=True):
        packed = io.BytesIO()
        change(picture, chance).save(packed, "PNG")
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(io.BytesIO(packed.getvalue())), 0, 0, *size)
        canvas.showPage()
    canvas.save()


def lock(path: Path) -> None:
    """Locks a PDF with a password that is asked for on opening."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        # The older cipher: the newer ones are salted, so that no two files are the same.
        locked = pikepdf.Encryption(
            user=PASSWORD, owner=f"{PASSWORD}-owner", R=3, aes=False, metadata=False
        )
        pdf.save(path, encryption=locked, static_id=True)


def cut(path: Path) -> None:
    """Cuts a file in its middle, or earlier if a reader can still make something of it."""
    whole = path.read_bytes()
    for share in (0.5, 0.4, 0.3, 0.2, 0.1, 0.05):
        path.write_bytes(whole[: int(len(whole) * share)])
        if not _readable(path):
            return
    raise ValueError(f"{path.name} can be read however it is cut")


def _readable(path: Path) -> bool:
    try:
        if len(pdfium.PdfDocument(path)):
            return True
    except pdfium.PdfiumError:
        pass
    try:
        with pdfplumber.open(path) as pdf:
            return len(pdf.pages) > 0
    except Exception:  # noqa: BLE001 -- any failure is what we want here
        return False
