"""Turns what the layouts drew into other files: PDF by LibreOffice, scans, locked and cut files."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from datetime import date
from pathlib import Path

import pikepdf

OFFICE = shutil.which("soffice")
HAS_OFFICE = OFFICE is not None
FILTER = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


def to_pdf(drawn: Path, day: date) -> Path:
    """Prints a Word file as PDF and removes the Word file; its dates are fixed afterwards."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(  # noqa: S603 -- our own file, a program found on the path
            [
                str(OFFICE),
                f"-env:UserInstallation=file://{profile}",
                "--headless",
                "--convert-to",
                FILTER,
                "--outdir",
                str(drawn.parent),
                str(drawn),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
    drawn.unlink()
    made = drawn.with_suffix(".pdf")
    steady(made, day)
    return made


def steady(path: Path, day: date) -> None:
    """Fixes a PDF's dates and identity, so that the same pages give the same bytes."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        stamp = f"D:{day:%Y%m%d}093000Z"
        pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = stamp
        pdf.docinfo["/Producer"] = "LibreOffice"
        if "/Metadata" in pdf.Root:
            del pdf.Root.Metadata
        pdf.save(path, deterministic_id=True)
