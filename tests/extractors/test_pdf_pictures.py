"""Pictures of pages: as they are seen, small, and the same each time."""

from __future__ import annotations

import base64
import io
import random

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractors.document import paragraphs
from extractors.pdf_pictures import Picture, pictures_of
from tests.extractors.pdf_files import drawn, read, write


def _image(picture: Picture) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(picture.base64)))


def _page(canvas: Canvas) -> None:
    write(canvas, "Section E: Outcomes", "By July 2027 Sam will read a page aloud.")


def _noise(canvas: Canvas) -> None:
    pixels = random.Random(7).randbytes(450 * 600 * 3)  # noqa: S311 -- a photograph's worst case
    canvas.drawImage(ImageReader(Image.frombytes("RGB", (450, 600), pixels)), 0, 0, 595, 842)


def test_a_page_is_drawn_as_it_is_seen_and_the_same_each_time() -> None:
    data = drawn(_page, _page)
    one, two = pictures_of(data)
    assert (one.page, two.page) == (1, 2)
    assert (round(one.width), round(one.height)) == (595, 842)
    image = _image(one)
    assert image.height > image.width
    assert min(image.convert("L").tobytes()) < 100  # there is print on it
    assert pictures_of(data) == (one, two)


def test_a_turned_page_is_turned() -> None:
    with pypdfium2.PdfDocument(drawn(_page)) as pdf:
        pdf[0].set_rotation(90)
        file = io.BytesIO()
        pdf.save(file)
    (picture,) = pictures_of(file.getvalue())
    assert picture.width > picture.height
    assert _image(picture).width > _image(picture).height


def test_a_page_like_a_photograph_keeps_to_its_room() -> None:
    (picture,) = pictures_of(drawn(_noise))
    assert picture.form == "jpeg"
    assert len(picture.base64) * 3 / 4 <= 160 * 1024


def test_a_poster_is_not_drawn_at_full_size() -> None:
    (picture,) = pictures_of(drawn(_page, size=(5_000, 9_000)))
    assert max(_image(picture).size) <= 1_801


def test_what_is_no_pdf_has_no_pictures() -> None:
    assert pictures_of(b"%PDF-1.7 and no more") == ()


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_words_stand_on_the_picture_where_their_boxes_say(turn: int) -> None:
    """All print lies in the boxes that were read, however the page is turned."""
    with pypdfium2.PdfDocument(drawn(_page)) as pdf:
        pdf[0].set_rotation(turn)
        file = io.BytesIO()
        pdf.save(file)
    (picture,) = pictures_of(file.getvalue())
    image = _image(picture).convert("L")
    scale = image.width / picture.width
    for words in paragraphs(read(file.getvalue()).blocks):
        assert words.place.box
        box = tuple(round(side * scale) for side in words.place.box)
        assert min(image.crop(box).tobytes()) < 100  # type: ignore[arg-type]  # four of them
        image.paste(255, (box[0] - 2, box[1] - 2, box[2] + 2, box[3] + 2))
    assert min(image.tobytes()) > 200
