"""The command line: what a person types, and how it ends."""

from __future__ import annotations

import argparse
import importlib
import os
import signal
import sys
from types import FrameType, ModuleType
from typing import NoReturn

from flows import __version__, console, debug
from flows.exits import ExitCode, Stop

COMMANDS = {  # what is typed, and what it is for
    "audit": "audit every plan in a folder",
    "schedule": "audit a folder by the clock, until it is stopped",
    "read": "show how one plan was understood, and where everything stands",
    "profile": "propose a profile: the headings of your plans that are not known yet",
    "checks": "list every check",
    "explain": "explain one check, with examples",
    "rubric": "compare two rubrics on your plans",
    "lexicon": "look through a file of words for faults",
    "try": "judge one sentence by itself, or a file of them",
    "sample": "draw a sample of an audited caseload for an inspector",
}
_MODULES = {"checks": "list_checks", "try": "try_out"}  # where the word is taken
_ABOUT = """Audits Education, Health and Care plans: reads them, follows the golden thread from
aspiration to provision, and reports what stands out. Nothing leaves this computer."""
_AFTER = """Exit codes: 0 all files audited; 1 some not; 2 the command was not understood;
3 the results could not be written; 4 another audit is writing there; 5 a fault in the program;
130 interrupted. «goldenthread COMMAND --help» says more of each command."""


def main(words: list[str] | None = None) -> int:
    """Runs one command; gives its exit code. No error's trace ever reaches the screen."""
    os.umask(0o077)
    console.prepare()
    _stop_on_signals()
    try:
        return _run(words)
    except Stop as stop:
        console.warn(stop.message)
        return stop.code
    except KeyboardInterrupt:
        console.warn("Stopped. What was read is kept: the same command goes on from there.")
        return ExitCode.INTERRUPTED
    except Exception:  # noqa: BLE001 -- the last boundary: a person never sees a trace
        return _fault()


def _run(words: list[str] | None) -> int:
    words = sys.argv[1:] if words is None else words
    early, _ = _debug_option().parse_known_args(words)
    if early.debug:
        debug.note_to(early.debug)
    arguments = _parser(words).parse_args(words)
    code: ExitCode = _module(arguments.command).run(arguments)
    return code


def _module(command: str) -> ModuleType:
    """The module of a command; the others are not loaded, so that each starts quickly."""
    return importlib.import_module(f"flows.commands.{_MODULES.get(command, command)}")


def _parser(words: list[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="goldenthread", description=_ABOUT, epilog=_AFTER, parents=[_debug_option()]
    )
    parser.add_argument("--version", action="version", version=f"goldenthread {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, about in COMMANDS.items():
        own = commands.add_parser(name, help=about, description=about.capitalize() + ".")
        if name in words:
            _module(name).add_arguments(own)
    return parser


def _debug_option() -> argparse.ArgumentParser:
    """The one option that is needed before all others: for faults while they are read."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument(
        "--debug", metavar="FILE", help="note errors of the program itself in this file"
    )
    return parser


def _stop_on_signals() -> None:
    """Lets a request to end come as Ctrl-C does, once: what is under way is put in order."""

    def stop(_number: int, _frame: FrameType | None) -> NoReturn:
        for name in names:
            signal.signal(name, signal.SIG_IGN)
        raise KeyboardInterrupt

    names = [getattr(signal, n) for n in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, n)]
    for name in names:
        signal.signal(name, stop)


def _fault() -> ExitCode:
    debug.note()
    console.warn(
        "A fault in the program stopped it. No plan was changed, and earlier results are as they "
        "were. «goldenthread --debug FILE …» notes what happened in a file; look through it before "
        "you send it to anybody: it may hold names."
    )
    return ExitCode.INTERNAL


if __name__ == "__main__":
    sys.exit(main())
