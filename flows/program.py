"""Which program this is, to the letter: what was read by another one is read again."""

from __future__ import annotations

import functools
import hashlib
from importlib.metadata import version
from pathlib import Path

import checks
import extractors
from extractors import ocr_engine, office
from flows import __version__

_READERS = (
    "lxml",
    "msoffcrypto-tool",
    "olefile",
    "pdfminer.six",
    "pdfplumber",
    "pypdfium2",
    "striprtf",
)


@functools.cache
def fingerprint() -> str:
    """A name that changes with anything that could change a result: our code, its data, a reader.

    The version alone would not do: whoever mends a check and runs again expects its results.
    """
    content = hashlib.sha256()
    for package in (extractors, checks):
        folder = Path(package.__path__[0])
        for path in sorted(p for p in folder.rglob("*") if p.suffix in {".py", ".toml"}):
            content.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            content.update(path.read_bytes())
    content.update(f"{ocr_engine.versions()}\0".encode())  # a scan is read where it is installed
    content.update(f"{office.version()}\0".encode())  # the same of older formats
    for library in _READERS:
        content.update(f"{library} {version(library)}\0".encode())
    return f"{__version__}+{content.hexdigest()[:12]}"
