"""What a scan's picture shows before a word of it is recognised: lean, lines, bars."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from extractors.ocr_bars import dark_bars, lightened
from extractors.ocr_engine import Picture
from extractors.ocr_picture import ground_of, lean_of, paper_of, runs_upwards, without_noise
from extractors.ocr_rulings import ruled
from tests.extractors.pdf_files import HEIGHT, drawn, grid, write
from tests.extractors.scans import faxed, pictures

_ROWS = [["Outcome", "Provision"], ["By July 2027 Amira will read", "A teacher will"], ["", "x"]]
_WORDS = "The minimum commitment remains unmeasurable nonetheless."


def table(canvas: Canvas) -> None:
    grid(canvas, [60, 280, 520], [100, 140, 190, 240], _ROWS)
    for i in range(8):
        write(canvas, _WORDS * 2, top=300 + 20 * i)


def page() -> Image.Image:
    return pictures(drawn(table))[0]


def straight(picture: Image.Image) -> Picture:
    return np.asarray(picture)


@pytest.mark.parametrize("degrees", [-2.5, -0.8, 0.0, 0.3, 3.0])
def test_the_lean_of_a_page_is_told_to_a_tenth_of_a_degree(degrees: float) -> None:
    leaning = page().rotate(-degrees, Image.Resampling.BICUBIC, fillcolor=255)
    assert lean_of(straight(leaning)) == pytest.approx(degrees, abs=0.1)


def test_a_blank_page_does_not_lean() -> None:
    assert lean_of(np.full((800, 600), 255, dtype=np.uint8)) == 0.0


def test_a_page_on_its_side_is_told() -> None:
    assert not runs_upwards(straight(page()))
    assert runs_upwards(straight(page().rotate(90, expand=True)))


@pytest.mark.parametrize("is_fax", [False, True])
def test_the_lines_of_a_table_are_found_and_no_row_of_letters_is_one(is_fax: bool) -> None:
    picture = page()
    if is_fax:
        picture = faxed(picture).rotate(-0.8, Image.Resampling.BICUBIC, fillcolor=250)
    grey = straight(picture)
    found = ruled(grey, ground_of(grey))
    level = sorted(round((box[1] + box[3]) / 2 * 72 / 200) for box in found.level)
    upright = sorted(round((box[0] + box[2]) / 2 * 72 / 200) for box in found.upright)
    assert level == pytest.approx([100, 140, 190, 240], abs=1)
    assert upright == pytest.approx([60, 280, 520], abs=1)


def test_what_is_found_is_taken_out_and_words_stay() -> None:
    grey = straight(page())
    found = ruled(grey, ground_of(grey))
    again = ruled(found.grey, ground_of(found.grey))
    assert (again.level, again.upright) == ([], [])
    words = slice(round(290 * 200 / 72), round(460 * 200 / 72))
    assert (found.grey[words] == grey[words]).all()


def test_a_dark_bar_is_found_and_its_words_are_dark_afterwards() -> None:
    def bar(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.1, 0.2, 0.4)
        canvas.rect(60, HEIGHT - 130, 470, 24, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.setFont("Helvetica-Bold", 14)
        write(canvas, "Section E: Outcomes", x=66, top=123)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.setFont("Helvetica-Bold", 30)
        write(canvas, "EDUCATION, HEALTH MMM", top=200)

    grey = straight(pictures(drawn(bar))[0])
    (found,) = dark_bars(grey)
    assert [round(side * 72 / 200) for side in found] == pytest.approx([60, 106, 530, 130], abs=1)
    light = lightened(grey, [found], paper_of(grey))
    inside = light[found[1] : found[3], found[0] : found[2]]
    assert np.median(inside) > 240
    assert 0.03 < float((inside < 60).mean()) < 0.3


def test_noise_is_taken_off_and_a_clean_page_stays_as_it_is() -> None:
    clean = straight(page())
    assert without_noise(clean, ground_of(clean)) is clean
    noisy = straight(faxed(page().point(lambda grey: grey * 0.92)))
    better = without_noise(noisy, ground_of(noisy))
    assert float((better > 250).mean()) > 0.8 > float((noisy > 250).mean())
