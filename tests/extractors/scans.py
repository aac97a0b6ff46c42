"""Small scans drawn for the tests: pictures of pages that were drawn with words."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractors.ocr_engine import DPI

Change = Callable[[Image.Image], Image.Image]


def pictures(data: bytes) -> list[Image.Image]:
    """The pages of a PDF as grey pictures."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L") for page in pdf]


def scanned(data: bytes, change: Change = lambda picture: picture) -> bytes:
    """A PDF of nothing but pictures of another's pages, each changed first."""
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1)
    for page in pictures(data):
        picture = change(page)
        size = (picture.width * 72 / DPI, picture.height * 72 / DPI)
        packed = io.BytesIO()
        picture.save(packed, "JPEG", quality=55)
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(io.BytesIO(packed.getvalue())), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def faxed(picture: Image.Image) -> Image.Image:
    """The picture crooked by 0.8 degrees, blurred and speckled."""
    turned = picture.rotate(0.8, Image.Resampling.BICUBIC, fillcolor=250)
    blurred = turned.filter(ImageFilter.GaussianBlur(0.8))
    noise = np.random.default_rng(0).normal(0, 18, blurred.size[::-1])
    return Image.fromarray(np.clip(np.asarray(blurred) + noise, 0, 255).astype(np.uint8))
