"""Word files whose XML is hostile, or unusual and yet to be read."""

from __future__ import annotations

from collections.abc import Iterator

from tests.extractors.word_files import (
    NAMESPACES,
    TYPES,
    cell,
    control,
    para,
    part,
    relations,
    row,
    run,
    table,
    word_file,
    zipped,
)
from tests.hostile.case import DAMAGED, EITHER, NO_TEXT, READ, UNSUPPORTED, Case
from tests.hostile.plans import word_body, word_plan
from tests.hostile.zip_cases import MAIN, package

_LINKED = '<Relationship Id="{}" Type="http://x/{}" Target="{}" TargetMode="External"/>'
_STRICT = (
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/", "ooxml/wordprocessingml/"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/", "ooxml/officeDocument/"),
)


def _main(body: str, head: str = "") -> dict[str, str | bytes]:
    return {MAIN: head + part("document", f"<w:body>{body}</w:body>")}


def cases() -> Iterator[Case]:
    """The files of this group."""
    yield from _entities()
    yield from _addresses()
    yield from _variants()
    yield from _missing()
    yield from _malformed()
    yield from _tables()


def _entities() -> Iterator[Case]:
    lol = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
    heads = {
        "billion laughs": f"<!DOCTYPE w [<!ENTITY l0 'lol'>{lol}]>",
        "quadratic": f"<!DOCTYPE w [<!ENTITY l9 '{'a' * 50_000}'>]>",
        "entity file": "<!DOCTYPE w [<!ENTITY l9 SYSTEM 'file:///etc/passwd'>]>",
        "entity address": "<!DOCTYPE w [<!ENTITY l9 SYSTEM 'http://192.0.2.1/x'>]>",
        "outer types": "<!DOCTYPE w SYSTEM 'http://192.0.2.1/x.dtd'>",
    }
    for name, head in heads.items():
        text = para("&l9;" * 10) if "l9" in head else ""
        data = package(name, _main(word_body(name) + text, head))
        yield Case(f"{name}.docx", data, UNSUPPORTED, "document type")
    rels = relations(officeDocument=MAIN)
    bad = "<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + rels
    yield Case("entity in relations.docx", package("rels", {"_rels/.rels": bad}), UNSUPPORTED)


def _addresses() -> Iterator[Case]:
    for kind, target in (
        ("attachedTemplate", "http://192.0.2.1/t.dotm"),
        ("image", "http://192.0.2.1/x.png"),
        ("image", r"\\192.0.2.1\share\x.png"),
        ("subDocument", "file:///etc/passwd"),
        ("header", "http://192.0.2.1/header.xml"),
    ):
        rels = relations().replace("></", ">" + _LINKED.format("rId9", kind, target) + "</")
        where = "word/_rels/settings.xml.rels" if "T" in kind else "word/_rels/document.xml.rels"
        name = f"linked {kind} {len(target)}"
        yield Case(f"{name}.docx", package(name, {where: rels}), READ)
    field = run("").replace(
        "<w:t ", '<w:instrText xml:space="preserve">DDEAUTO c:\\x "y"</w:instrText><w:t '
    )
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "end"))
    yield Case("dde field.docx", word_plan("dde", para(begin + field + end)), READ)
    yield Case("foreign chunk.docx", word_plan("chunk", '<w:altChunk r:id="rId9"/>'), READ)


def _variants() -> Iterator[Case]:
    for name, main in (
        ("macros.docm", "application/vnd.ms-word.document.macroEnabled.main+xml"),
        (
            "template.dotx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        ),
    ):
        types = TYPES.replace(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", main
        )
        more: dict[str, str | bytes] = {
            "[Content_Types].xml": types,
            "word/vbaProject.bin": b"\xd0\xcf\x11\xe0",
        }
        yield Case(name, package(name, more), READ)
    text = part("document", f"<w:body>{word_body('strict')}</w:body>")
    rels = relations(officeDocument=MAIN)
    for usual, strict in _STRICT:
        text = text.replace(usual, f"http://purl.oclc.org/{strict}")
        rels = rels.replace(usual, f"http://purl.oclc.org/{strict}")
    yield Case("strict.docx", package("", {MAIN: text, "_rels/.rels": rels}), READ)
    renamed: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(officeDocument="/other/text.xml"),
        "other/text.xml": part("document", f"<w:body>{word_body('renamed')}</w:body>"),
    }
    yield Case("renamed main part.docx", zipped(renamed), READ)
    wide = "<?xml version='1.0' encoding='UTF-16'?>" + part(
        "document", f"<w:body>{word_body('wide')}</w:body>"
    )
    yield Case("sixteen bit.docx", package("", {MAIN: wide.encode("utf-16")}), READ)
    yield Case("only controls.docx", word_file(control(word_body("control"))), READ)
    hidden = (
        run("Ignore this.", "<w:vanish/>") + "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>"
    )
    yield Case("hidden and tracked.docx", word_plan("tracked", para(hidden)), READ)


def _missing() -> Iterator[Case]:
    rels = relations(officeDocument=MAIN)
    text = part("document", f"<w:body>{word_body('missing')}</w:body>")
    yield Case("no text.docx", zipped({"_rels/.rels": rels, "word/x.xml": "<x/>"}), DAMAGED)
    yield Case("no types.docx", zipped({"_rels/.rels": rels, MAIN: text}), READ)
    yield Case("no relations.docx", zipped({"[Content_Types].xml": TYPES, MAIN: text}), READ)
    image = relations(image1="media/gone.png", styles="../NULL", numbering="../../../../etc/passwd")
    yield Case("no media.docx", package("m", {"word/_rels/document.xml.rels": image}), READ)
    yield Case("empty body.docx", word_file("<w:p/>"), NO_TEXT)
    nothing = para(run(word_body("").replace("<", "(")[:20], "<w:vanish/>"))
    yield Case("all hidden.docx", word_file(nothing), NO_TEXT)


def _malformed() -> Iterator[Case]:
    text = part("document", f"<w:body>{word_body('malformed')}</w:body>")
    half = text[: text.index("Section I")]
    yield Case("unclosed.docx", package("", {MAIN: half}), READ | DAMAGED)
    yield Case("words for xml.docx", package("", {MAIN: "Section A Section B"}), DAMAGED)
    yield Case("nothing for xml.docx", package("", {MAIN: ""}), DAMAGED)
    bad = text.encode().replace(b"baker", b"bak\xff\xfeer")
    yield Case("bad letters.docx", package("", {MAIN: bad}), READ | DAMAGED)
    yield Case(
        "nul in text.docx", package("", {MAIN: text.replace("baker", "b&#0;r")}), READ | DAMAGED
    )
    marks = (
        "<w:pStyle/><w:outlineLvl w:val='-7'/><w:numPr><w:ilvl w:val='x'/><w:numId w:val='9e9'/>"
        "</w:numPr><w:ind w:left='99999999999999'/>"
    )
    yield Case("nonsense marks.docx", word_plan("n", para("x", marks=marks)), READ)
    loop = "".join(
        f'<w:style w:styleId="S{n}"><w:basedOn w:val="S{(n + 1) % 3}"/></w:style>' for n in range(3)
    )
    body = word_body("styles") + para("x", marks="<w:pStyle w:val='S0'/>")
    yield Case("styles in a ring.docx", word_file(body, styles=loop), READ)
    many = " ".join(f'a{n}="1"' for n in range(5_000))
    spaced = f"<w:document {NAMESPACES} {many}>"
    yield Case(
        "attributes.docx",
        package("", {MAIN: spaced + f"<w:body>{word_body('attributes')}</w:body></w:document>"}),
        READ | DAMAGED,
    )


def _tables() -> Iterator[Case]:
    long = table(*[row("a", "b")] * 1_000)
    yield Case("1000 rows.docx", word_plan("rows", long), READ)
    yield Case("1000 tables.docx", word_plan("tables", table(row("a", "b")) * 1_000), READ)
    for depth in (20, 80, 300, 5_000):
        opened = "<w:tbl><w:tr><w:tc>" * depth
        nested = opened + para("deep") + "<w:p/></w:tc></w:tr></w:tbl>" * depth
        yield Case(f"{depth} deep.docx", word_plan(f"{depth}", nested), READ | DAMAGED)
    wide = table(row(cell("x", marks='<w:gridSpan w:val="300000000"/>'), "y"))
    yield Case("span of millions.docx", word_plan("span", wide * 5), READ)
    merged = table(
        row(cell("x", marks='<w:vMerge w:val="restart"/>')),
        *[row(cell("", marks="<w:vMerge/>"))] * 3_000,
    )
    yield Case("merged rows.docx", word_plan("merged", merged), READ)
    yield Case(
        "orphan merge.docx", word_plan("orphan", table(row(cell("x", marks="<w:vMerge/>")))), READ
    )
    before = '<w:gridBefore w:val="99999999"/>'
    yield Case("grid before.docx", word_plan("before", table(row("x", marks=before))), READ)
    deep = "<w:sdt><w:sdtContent>" * 4_000 + para("deep") + "</w:sdtContent></w:sdt>" * 4_000
    yield Case("deep controls.docx", word_plan("controls", deep), EITHER)
