"""Faults on request: put this folder on PYTHONPATH, and files that ask for a fault have it.

The reader itself is left as it is; only files whose first words name a fault never reach it. What
a crash in a PDF library does to a process, these do on purpose.
"""

import importlib.abc
import importlib.util
import os
import signal
import sys
import time
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType
from typing import Any


def _crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def _sleep() -> None:
    time.sleep(600)


def _spin() -> None:
    while True:
        pass


def _swallow_memory() -> None:
    bytearray(64 << 30)


def _raise() -> None:
    raise RuntimeError("Marker Childname said: a secret")


def _ignore_sigterm() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(600)


FAULTS = {
    b"FAULT crash": _crash,
    b"FAULT sleep": _sleep,
    b"FAULT spin": _spin,
    b"FAULT memory": _swallow_memory,
    b"FAULT error": _raise,
    b"FAULT stubborn": _ignore_sigterm,
}


class _Loader(importlib.abc.Loader):
    def __init__(self, real: importlib.abc.Loader) -> None:
        self._real = real

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._real.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        self._real.exec_module(module)
        real = module.take_in

        def take_in(path: Path) -> Any:  # noqa: ANN401 -- whatever the guards give
            beginning = path.read_bytes()[:20]
            for words, fault in FAULTS.items():
                if beginning.startswith(words):
                    fault()
            return real(path)

        module.take_in = take_in  # type: ignore[attr-defined]


class _Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name: str, path: Any, target: Any = None) -> ModuleSpec | None:  # noqa: ANN401, ARG002 -- as importlib calls it
        if name != "extractors.guards":
            return None
        spec = PathFinder.find_spec(name, path)
        if spec and spec.loader:
            spec.loader = _Loader(spec.loader)
        return spec


sys.meta_path.insert(0, _Finder())
