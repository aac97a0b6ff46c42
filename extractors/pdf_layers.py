"""Words on a layer of a PDF that is switched off, which nobody sees."""

from __future__ import annotations

import contextlib
import ctypes
import io

from extractors import pdf_engine as engine

_MOST_BYTES = 50 * 1024 * 1024
_MOST_OBJECTS = 20_000
_DEPTH = 12
_TEXT = ctypes.create_string_buffer(256)
_TEXT_AT = ctypes.addressof(_TEXT)
_SIZE = ctypes.c_ulong()
_SIZE_AT = ctypes.addressof(_SIZE)
_LAYER = "OC\0".encode("utf-16-le")
_KEY = ctypes.create_string_buffer(b"Name")
_KEY_AT = ctypes.addressof(_KEY)


class Layers:
    """The layers of a file that are off, asked for only where a page has words on one."""

    def __init__(self, data: bytes) -> None:
        named = b"/OCProperties" in data or b"/ObjStm" in data  # its name may be packed away
        self._data = data if named and len(data) <= _MOST_BYTES else b""
        self._off: frozenset[str] | None = None

    def unseen_on(self, page: int) -> set[int]:
        """The text objects of a page that stand on a layer that is off."""
        found: set[int] = set()
        if self._data:
            count = min(engine.object_count(page), _MOST_OBJECTS)
            self._add([engine.object_at(page, i) for i in range(count)], found, 0, off=False)
        return found

    def _add(self, handles: list[int], found: set[int], depth: int, *, off: bool) -> None:
        for handle in handles:
            is_off = off or self._is_off(handle)
            kind = engine.object_type(handle)
            if kind == engine.TEXT and is_off:
                found.add(handle)
            elif kind == engine.FORM and depth < _DEPTH:
                count = min(engine.form_object_count(handle), _MOST_OBJECTS)
                inner = [engine.form_object_at(handle, i) for i in range(count)]
                self._add(inner, found, depth + 1, off=is_off)

    def _is_off(self, handle: int) -> bool:
        for i in range(max(engine.mark_count(handle), 0)):
            mark = engine.mark_at(handle, i)
            engine.mark_name(mark, _TEXT_AT, len(_TEXT), _SIZE_AT)
            if _TEXT.raw.startswith(_LAYER) and self._name(mark) in self._switched_off():
                return True
        return False

    def _name(self, mark: int) -> str:
        if not engine.mark_string(mark, _KEY_AT, _TEXT_AT, len(_TEXT), _SIZE_AT):
            return ""
        return _TEXT.raw[: max(min(_SIZE.value, len(_TEXT)) - 2, 0)].decode("utf-16-le", "replace")

    def _switched_off(self) -> frozenset[str]:
        if self._off is None:
            self._off = _off_in(self._data)
        return self._off


def _off_in(data: bytes) -> frozenset[str]:
    """The names of the layers that are off when the file is opened, and of no layer that is on."""
    import pikepdf  # noqa: PLC0415 -- takes as long to load as a plan to read, and is seldom needed

    off: set[str] = set()
    others: set[str] = set()
    with (
        contextlib.suppress(
            pikepdf.PdfError, pikepdf.PasswordError, ValueError, TypeError, AttributeError, KeyError
        ),
        pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf,
    ):
        layers = pdf.Root.OCProperties
        default = layers.D
        hidden = {layer.objgen for layer in default.get("/OFF", [])}
        shown = {layer.objgen for layer in default.get("/ON", [])}
        all_off = default.get("/BaseState") == "/OFF"
        for layer in layers.OCGs:
            is_off = layer.objgen in hidden or (all_off and layer.objgen not in shown)
            (off if is_off else others).add(str(layer.get("/Name", "")))
    return frozenset(off - others - {""})
