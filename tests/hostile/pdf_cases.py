"""PDFs that are locked, cut, looped, or far larger than they look."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf

from extractors.pdf import MAX_PAGES
from tests.hostile.case import (
    DAMAGED,
    EITHER,
    NO_PLAN,
    PASSWORD,
    READ,
    TOO_LARGE,
    UNSUPPORTED,
    Case,
)
from tests.hostile.plans import FONT, packed, pdf_file, pdf_plan, plan_operators, stream

_MILLION = 1_000_000


def cases() -> Iterator[Case]:
    """The files of this group."""
    yield from _locked()
    yield from _page_trees()
    yield from _boxes()
    yield from _contents()
    yield from _forms()
    yield from _structure()
    yield from _cross_references()
    yield from _resources()
    whole = pdf_plan("whole", after=b"% comment\n" * 3_000)
    for share in (10, 50):
        yield Case(f"cut at {share}.pdf", whole[: len(whole) * share // 100], DAMAGED | READ)
    for short in (5, 40, 300):
        yield Case(f"cut by {short}.pdf", whole[:-short], READ | DAMAGED)


def _locked() -> Iterator[Case]:
    for revision in (3, 4, 6):
        for user, expected in (("secret", PASSWORD), ("", READ)):
            name = f"{'user' if user else 'owner'} password {revision}"
            file = io.BytesIO()
            with pikepdf.open(io.BytesIO(pdf_plan(name))) as pdf:
                lock = pikepdf.Encryption(
                    owner="owner", user=user, R=revision, aes=revision > 3, metadata=revision > 3
                )  # fmt: skip
                pdf.save(file, encryption=lock)
            yield Case(f"{name}.pdf", file.getvalue(), expected)
    other = (
        b"/Encrypt << /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s5 /V 4 /Length 128 >> "
        b"/ID [<00><00>]"
    )
    data = pdf_plan("certificate").replace(b"/Root 1 0 R", b"/Root 1 0 R " + other)
    yield Case("certificate.pdf", data, PASSWORD)


def _page_trees() -> Iterator[Case]:
    many = MAX_PAGES + 1
    kids = b"3 0 R " * many
    tree = {2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, many)}
    yield Case("too many pages.pdf", pdf_plan("many", more=tree), TOO_LARGE)
    for name, pages in (
        ("claims a billion pages", b"/Kids [3 0 R] /Count 1000000000"),
        ("claims no pages", b"/Kids [3 0 R] /Count 0"),
        ("claims minus one page", b"/Kids [3 0 R] /Count -1"),
        ("its own child", b"/Kids [2 0 R] /Count 1"),
        ("its own child and a page", b"/Kids [2 0 R 3 0 R] /Count 2"),
        ("children that are none", b"/Kids 7 /Count 1"),
        ("no children", b"/Count 1"),
        ("children that are missing", b"/Kids [77 0 R 78 0 R] /Count 2"),
        ("the catalogue for a child", b"/Kids [1 0 R 3 0 R] /Count 2"),
    ):
        yield Case(
            f"{name}.pdf", pdf_plan(name, more={2: b"<< /Type /Pages %s >>" % pages}), EITHER
        )
    ring = {
        2: b"<< /Type /Pages /Kids [6 0 R] /Count 1 /Parent 7 0 R >>",
        6: b"<< /Type /Pages /Kids [7 0 R] /Count 1 /Parent 2 0 R >>",
        7: b"<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 6 0 R >>",
    }
    yield Case("ring of pages.pdf", pdf_plan("ring", more=ring), EITHER)
    deep = {2: b"<< /Type /Pages /Kids [6 0 R] /Count 1 >>"}
    for n in range(6, 5_006):
        deep[n] = b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (n + 1 if n < 5_005 else 3)
    yield Case("deep page tree.pdf", pdf_plan("deep", more=deep), EITHER)
    doubled = {2: b"<< /Type /Pages /Kids [6 0 R 6 0 R] /Count 1099511627776 >>"}
    for n in range(6, 46):
        kid = n + 1 if n < 45 else 3
        doubled[n] = b"<< /Type /Pages /Kids [%d 0 R %d 0 R] /Count %d >>" % (
            kid,
            kid,
            2 ** (45 - n),
        )
    yield Case("doubled page tree.pdf", pdf_plan("doubled", more=doubled), EITHER)


def _boxes() -> Iterator[Case]:
    for name, box in (
        ("huge", b"[0 0 1000000000 1000000000]"),
        ("beyond numbers", b"[0 0 1e400 99999999999999999999999999]"),
        ("zero", b"[0 0 0 0]"),
        ("inside out", b"[595 842 0 0]"),
        ("words", b"[(a) (b) (c) (d)]"),
        ("short", b"[0 0]"),
        ("missing", b"null"),
        ("far away", b"[100000 100000 100595 100842]"),
    ):
        data = pdf_plan(f"box {name}", box=b"/MediaBox " + box)
        yield Case(f"box {name}.pdf", data, EITHER)
    yield Case("rotated.pdf", pdf_plan("rotated", page=b"/Rotate 90"), READ)
    yield Case("rotated oddly.pdf", pdf_plan("odd turn", page=b"/Rotate 77"), EITHER)
    yield Case("unit.pdf", pdf_plan("unit", page=b"/UserUnit 1e30"), EITHER)


def _contents() -> Iterator[Case]:
    plan = plan_operators("contents")
    for name, inside in (
        ("spaces packed four times", packed(plan + b" " * 30 * _MILLION, 4)),
        ("bomb of text", packed(plan + b"BT (" + b"a" * 30 * _MILLION + b") Tj ET")),
        ("saves states", packed(b"q " * 2 * _MILLION + plan)),
        ("a million strokes", packed(plan + b"0 0 m 9 9 l S\n" * 300_000)),
        ("one long path", packed(plan + b"0 0 m\n" + b"9 9 l\n" * 500_000 + b"S\n")),
        ("lines", packed(plan + b"".join(b"%d 0 m %d 800 l S\n" % (n, n) for n in range(22_000)))),
        ("boxes", packed(plan + b"".join(b"%d %d 9 9 re S\n" % (n, n) for n in range(800)))),
        ("grid", packed(plan + _grid(150))),
        ("letters", packed(plan + b"BT /F1 1 Tf (" + b"ab " * 200_000 + b") Tj ET")),
        ("single letters", packed(plan + b"BT /F1 6 Tf " + b"1 0 Td (x) Tj " * 40_000 + b"ET")),
        ("brackets", stream(plan + b"[" * 300_000)),
        ("dictionaries", stream(plan + b"<<" * 300_000)),
        ("endless words", stream(plan + b"BT (" + b"a" * 300_000)),
        ("endless picture", stream(plan + b"BI /W 9999999 /H 9999999 /BPC 8 ID ")),
        ("unknown operators", stream(b"xyz 1 2 %% \xff\xfe " * 5_000 + plan)),
        ("numbers beyond numbers", stream(b"1e999 0 0 99999999999999999999 0 0 cm " + plan)),
        ("tiny scale", stream(b"1e-30 0 0 1e-30 0 0 cm " + plan)),
        ("not packed", stream(plan, b"/Filter /FlateDecode")),
        ("unknown packing", stream(plan, b"/Filter /NoSuchDecode")),
        ("packed 500 times", stream(plan, b"/Filter [%s]" % (b"/ASCIIHexDecode " * 500))),
        ("predictor", packed(plan, 1, b"/DecodeParms << /Predictor 15 /Columns 2000000000 >>")),
    ):  # fmt: skip
        yield Case(f"{name}.pdf", pdf_plan(more={4: inside}), EITHER)


def _grid(lines: int) -> bytes:
    across = b"".join(b"0 %d m 500 %d l S\n" % (n * 5, n * 5) for n in range(lines))
    down = b"".join(b"%d 0 m %d 750 l S\n" % (n * 3, n * 3) for n in range(lines))
    return across + down


def _forms() -> Iterator[Case]:
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << %s >> >>"
    own = {6: stream(b"/A Do /A Do", form % b"/A 6 0 R")}
    entry = b"/XObject << /A 6 0 R >>"
    yield Case("form in itself.pdf", _with_forms("itself", own, entry), EITHER)
    chain = {n: stream(b"/A Do", form % (b"/A %d 0 R" % (n + 1))) for n in range(6, 1_006)}
    chain[1_006] = stream(b"0 0 m 9 9 l S", form % b"")
    yield Case("forms a thousand deep.pdf", _with_forms("chain", chain, entry), EITHER)
    tenfold = {n: stream(b"/A Do " * 10, form % (b"/A %d 0 R" % (n + 1))) for n in range(6, 15)}
    tenfold[15] = stream(b"0 0 m 9 9 l S", form % b"")
    yield Case("forms tenfold.pdf", _with_forms("tenfold", tenfold, entry), EITHER)


def _with_forms(tag: str, forms: dict[int, bytes], entry: bytes) -> bytes:
    return pdf_plan(tag, after=b"/A Do\n", resources=entry, more=forms)


def _structure() -> Iterator[Case]:
    nested = {6: b"[" * 50_000 + b"]" * 50_000}
    yield Case("nested lists.pdf", pdf_plan("lists", catalogue=b"/X 6 0 R", more=nested), EITHER)
    nested = {6: b"<</A " * 50_000 + b"0" + b">>" * 50_000}
    yield Case(
        "nested entries.pdf", pdf_plan("entries", catalogue=b"/X 6 0 R", more=nested), EITHER
    )
    yield Case("refers to itself.pdf", pdf_plan(more={4: b"4 0 R"}), EITHER)
    content = plan_operators("length")
    for name, length in (("wrong", b"5"), ("itself", b"4 0 R"), ("huge", b"99999999999")):
        inside = b"<< /Length %s >>\nstream\n%s\nendstream" % (length, content)
        yield Case(f"length {name}.pdf", pdf_plan(more={4: inside}), EITHER)
    packed_in = {
        6: stream(b"3 0 6 9 ", b"/Type /ObjStm /N 2 /First 8 /Extends 6 0 R"),
        7: stream(b"", b"/Type /ObjStm /N 2000000000 /First 8 /Extends 6 0 R"),
    }
    yield Case("packed in itself.pdf", pdf_plan("objstm", more=packed_in), READ)
    outline = {
        6: b"<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 9 >>",
        7: b"<< /Title (x) /Parent 6 0 R /Next 7 0 R /First 7 0 R >>",
    }
    data = pdf_plan("outline", catalogue=b"/Outlines 6 0 R", more=outline)
    yield Case("outline in a ring.pdf", data, READ)
    data = pdf_plan(
        "notes", page=b"/Annots [6 0 R 6 0 R 3 0 R 99 0 R 7]", more={6: b"<< /Kids [6 0 R] >>"}
    )
    yield Case("odd notes.pdf", data, EITHER)
    yield Case("no pages.pdf", pdf_file({1: b"<< /Type /Catalog >>"}), DAMAGED)
    blank = pdf_plan(more={4: stream(b"")})
    yield Case("blank.pdf", blank, NO_PLAN, "blank")


def _cross_references() -> Iterator[Case]:
    def changed(name: str, old: bytes, new: bytes) -> Case:
        data = pdf_plan(name)
        assert old in data
        return Case(f"{name}.pdf", data.replace(old, new), EITHER - UNSUPPORTED)

    yield changed("wrong offsets", b" 00000 n", b" 00001 n")
    yield changed("starts nowhere", b"startxref\n", b"startxref\n99999")
    yield changed("billion entries", b"xref\n0 6", b"xref\n0 1000000000")
    yield changed("no trailer", b"trailer", b"tr")
    yield changed("size of billions", b"/Size 6", b"/Size 2147483647")
    yield changed("root is missing", b"/Root 1 0 R", b"/Root 9 0 R")
    yield changed("root is a number", b"/Root 1 0 R", b"/Root 7")
    whole = pdf_plan("ring of updates")
    start = whole.rindex(b"startxref\n") + 10
    at = whole[start:].split(b"\n")[0]
    yield Case(
        "ring of updates.pdf",
        whole.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %s" % at),
        EITHER,
    )
    updated = pdf_plan("updates")
    last = updated.rindex(b"xref\n0 6")
    for _ in range(300):
        now = len(updated)
        updated += (
            b"xref\n0 0\ntrailer\n<< /Size 6 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
            % (last, now)
        )
        last = now
    yield Case("300 updates.pdf", updated, EITHER)
    yield Case("junk before.pdf", b"junk " * 100 + pdf_plan("before"), READ)
    yield Case("much junk before.pdf", b"junk " * 500 + pdf_plan("much"), EITHER)
    yield Case("junk after.pdf", pdf_plan("after") + b"\0junk " * 2_000, READ)
    table = b"/Type /XRef /Size 2000000000 /W [8 8 8] /Index [0 2000000000] /Root 1 0 R"
    body = pdf_plan("bomb")
    body = body[: body.rindex(b"xref\n0 6")]
    now = len(body)
    body += (
        b"9 0 obj\n"
        + packed(b"\0" * 20 * _MILLION, 1, table)
        + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % now
    )
    yield Case("table of billions.pdf", body, EITHER)


def _resources() -> Iterator[Case]:
    picture = (
        b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 "
        b"/BitsPerComponent 8 /ColorSpace /DeviceRGB"
    )
    image = {6: packed(b"\0" * 1_000, 1, picture)}
    entry = b"/XObject << /A 6 0 R >>"
    draws = b"q 100 0 0 100 0 0 cm /A Do Q\n"
    data = pdf_plan("image", after=draws, resources=entry, more=image)
    yield Case("picture of billions.pdf", data, READ)
    bomb = {6: packed(b"\0" * 30 * _MILLION, 1, picture)}
    data = pdf_plan("image bomb", after=draws, resources=entry, more=bomb)
    yield Case("picture bomb.pdf", data, EITHER)
    ranges = b"1 begincodespacerange <00000000> <ffffffff> endcodespacerange\n" + (
        b"100 beginbfrange\n" + b"<00000000> <ffffffff> <0041>\n" * 100 + b"endbfrange\n"
    )
    named = FONT.replace(b">>", b"/ToUnicode 6 0 R >>")
    data = pdf_plan("ranges", more={5: named, 6: packed(ranges)})
    yield Case("ranges of billions.pdf", data, EITHER)
    wide = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H "
        b"/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        b"/W [0 2000000000 500 0 2000000000 [" + b"1 " * 100_000 + b"]] >>] >>"
    )
    yield Case("widths of billions.pdf", pdf_plan("widths", more={5: wide}), EITHER)
    drawn = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] "
        b"/FirstChar 0 /LastChar 255 /Widths [] /Encoding << /Differences [0 /a] >> "
        b"/CharProcs << /a 6 0 R >> /Resources << /Font << /F1 5 0 R >> >> >>"
    )
    proc = stream(b"BT /F1 9 Tf (a) Tj ET")
    yield Case("letters drawn by letters.pdf", pdf_plan("type 3", more={5: drawn, 6: proc}), EITHER)
    broken = FONT.replace(b">>", b"/FontDescriptor << /FontFile2 6 0 R /FontName /F >> >>")
    data = pdf_plan("broken font", more={5: broken, 6: stream(b"\0\1\0\0\xff\xff" * 500)})
    yield Case("broken font.pdf", data, EITHER)
    yield Case("no font.pdf", pdf_plan("no font", more={5: b"null"}), EITHER)
    tint = {6: b"<< /FunctionType 4 /Domain [0 1] /Length 9 >>\nstream\n{{{{{{{{{\nendstream"}
    shade = b"/ColorSpace << /C [/Separation /X /DeviceGray 6 0 R] >>"
    data = pdf_plan("tint", before=b"/C cs 1 scn\n", resources=shade, more=tint)
    yield Case("endless tint.pdf", data, EITHER)
