"""Scans, and PDFs made to do harm to whoever draws their pages; tags and passwords that lie."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator

import numpy as np
from PIL import Image

from tests.extractors.test_passwords import WORD, locked_pdf
from tests.hostile.case import EITHER, GIVEN_UP, NO_PLAN, NO_TEXT, PASSWORD, READ, Case
from tests.hostile.plans import pdf_file, pdf_plan, plan_operators, stream

_NO_WORDS = NO_PLAN | GIVEN_UP
_BOX = (200, 280)  # points: small pages are looked at quickly


def cases() -> Iterator[Case]:
    """The files of this group."""
    yield from _pictures()
    yield from _sizes()
    yield from _tags()
    yield from _locked()


def _scan(
    entries: bytes, data: bytes, box: tuple[float, float] = _BOX, pages: int = 1, page: bytes = b""
) -> bytes:
    """Pages of nothing but one picture."""
    width, height = box
    kids = b" ".join(b"%d 0 R" % (10 + n) for n in range(pages))
    one = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %f %f] /Contents 4 0 R %s"
        b" /Resources << /XObject << /I 5 0 R >> >> >>" % (width, height, page)
    )
    return pdf_file(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages),
            4: stream(b"q %f 0 0 %f 0 0 cm /I Do Q" % (width, height)),
            5: stream(data, b"/Type /XObject /Subtype /Image " + entries),
            **{10 + n: one for n in range(pages)},
        }
    )


def _entries(width: int, height: int, bits: int = 8, packing: bytes = b"FlateDecode") -> bytes:
    return b"/Width %d /Height %d /BitsPerComponent %d /ColorSpace /DeviceGray /Filter /%s" % (
        width,
        height,
        bits,
        packing,
    )


def _pictures() -> Iterator[Case]:
    small = zlib.compress(b"\xff" * 400 * 600)
    yield Case("blank.pdf", _scan(_entries(400, 600), small), NO_TEXT)
    yield Case(
        "blank on its side.pdf", _scan(_entries(400, 600), small, page=b"/Rotate 90"), NO_TEXT
    )
    noise = np.random.default_rng(3).integers(0, 255, (350, 250), np.uint8)
    flat = zlib.compress(noise.tobytes())
    yield Case("noise.pdf", _scan(_entries(250, 350), flat), NO_TEXT | GIVEN_UP)
    lines = np.full((842, 595), 255, np.uint8)
    dice = np.random.default_rng(4)
    for top in range(60, 780, 30):  # like handwriting
        x = np.arange(60, 540)
        y = top + np.cumsum(dice.integers(-2, 3, x.size)) % 18
        lines[y, x] = lines[y + 1, x] = 20
    yield Case(
        "handwriting.pdf", _scan(_entries(595, 842), zlib.compress(lines.tobytes())), _NO_WORDS
    )
    bits = zlib.compress(bytes(30_000 * 30_000 // 8), 1)
    yield Case("30,000 bits square.pdf", _scan(_entries(30_000, 30_000, 1), bits), _NO_WORDS)
    yield Case("2,000,000 dots wide.pdf", _scan(_entries(2_000_000, 2_000_000), small), _NO_WORDS)
    yield Case("less than it says.pdf", _scan(_entries(4_000, 6_000), small), _NO_WORDS)
    for packing in (b"CCITTFaxDecode", b"JBIG2Decode", b"JPXDecode", b"DCTDecode"):
        entries = _entries(2_000, 3_000, 1 if packing[:2] in {b"CC", b"JB"} else 8, packing)
        yield Case(
            f"junk as {packing.decode()}.pdf", _scan(entries, noise.tobytes()[:9_000]), _NO_WORDS
        )
    for kind, packing in (("JPEG", b"DCTDecode"), ("JPEG2000", b"JPXDecode")):
        file = io.BytesIO()
        Image.fromarray(noise).save(file, kind)
        half = file.getvalue()[: len(file.getvalue()) // 2]
        yield Case(f"half a {kind}.pdf", _scan(_entries(250, 350, 8, packing), half), _NO_WORDS)


def _sizes() -> Iterator[Case]:
    grey = zlib.compress(b"\xf0" * 400 * 600)
    for name, box in (
        ("smaller than a stamp", (3.0, 3.0)),
        ("a hair", (14_000.0, 0.1)),
        ("a field", (14_400.0, 14_400.0)),
        ("a country", (1e7, 1e7)),
    ):
        yield Case(f"{name}.pdf", _scan(_entries(400, 600), grey, box), _NO_WORDS)


def _tags() -> Iterator[Case]:
    marked = b"/P << /MCID 0 >> BDC\n" + plan_operators("tags") + b"EMC\n"
    catalogue = b"/MarkInfo << /Marked true >> /StructTreeRoot 20 0 R"
    element = b"<< /Type /StructElem /S /%s /P 20 0 R /Pg 3 0 R /K %s >>"
    root = b"<< /Type /StructTreeRoot /K %s /ParentTree << /Nums [0 [%s]] >> >>"
    for name, tree in (
        ("in a ring", {
            20: root % (b"21 0 R", b"21 0 R"),
            21: element % (b"Sect", b"[21 0 R 21 0 R]"),
        }),
        ("with two that hold each other", {
            20: root % (b"21 0 R", b"22 0 R"),
            21: element % (b"Sect", b"[22 0 R]"),
            22: element % (b"H1", b"[21 0 R 0]"),
        }),
        ("10,000 deep", {
            20: root % (b"21 0 R", b"10020 0 R"),
            **{n: element % (b"Sect", b"[%d 0 R]" % (n + 1)) for n in range(21, 10_020)},
            10_020: element % (b"P", b"0"),
        }),
        ("with pieces that are not there", {
            20: root % (b"21 0 R", b"21 0 R"),
            21: element % (b"P", b"[-5 99999 2147483647 4294967296 0]"),
        }),
        ("with a million pieces", {
            20: root % (b"21 0 R", b"21 0 R " * 200),
            21: element % (b"Table", b"[%s]" % (b"22 0 R " * 2_000)),
            22: element % (b"TR", b"[%s]" % (b"0 " * 2_000)),
        }),
        ("without a root", {20: b"null"}),
        ("that say all is a heading", {
            20: root % (b"21 0 R", b"21 0 R"), 21: element % (b"H1", b"0"),
        }),
    ):  # fmt: skip
        more = {4: stream(marked), **tree}
        data = pdf_plan("tags", catalogue=catalogue, page=b"/StructParents 0", more=more)
        yield Case(f"tags {name}.pdf", data + b"%" + name.encode(), READ)


def _locked() -> Iterator[Case]:
    """Files that cannot be opened by any password given."""
    yield Case("locked 6.pdf", locked_pdf(6), PASSWORD, "None of the given passwords")
    yield Case("locked.docx", WORD, PASSWORD, "None of the given passwords")
    for name, spins in (
        ("spins", b'spinCount="1000000000"'),
        ("spins apart", b"spinCount = '1000000000'"),
    ):
        data = WORD.replace(b'spinCount="100000"', spins)
        yield Case(f"a billion {name}.docx", data, PASSWORD, "no password opens")
    yield Case("cut and locked.docx", WORD[: len(WORD) // 2], PASSWORD | EITHER)
    yield Case("locked 6 and cut.pdf", locked_pdf(6)[:-400], PASSWORD | EITHER)
