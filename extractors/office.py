"""LibreOffice, where it is installed: files of older formats saved as Word files, in a closed room.

It is a program that takes input nobody trusts. So it runs on copies named by their fingerprints, in
a private folder with a profile made for one call, without macros, links or network, within limits
of time and memory; and all of it is killed when its time is up or its asker is gone.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from extractors import office_keeper

BATCH = 20  # files a call: most of a call's time is LibreOffice's start
_START, _EACH = 15, 2  # seconds for LibreOffice to start, and for each file of a batch
_GRACE = 2  # seconds
_CLOSED_PORT = "9"
_USUAL = {
    "win32": (
        "C:/Program Files/LibreOffice/program/soffice.exe",
        "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    ),
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
    "linux": ("/usr/lib/libreoffice/program/soffice", "/opt/libreoffice/program/soffice"),
}
_COMMON, _INET = "org.openoffice.Office.Common", "org.openoffice.Inet/Settings"
_SETTINGS = (
    (f"{_COMMON}/Security/Scripting", "MacroSecurityLevel", "3"),
    (f"{_COMMON}/Security/Scripting", "DisableMacrosExecution", "true"),
    (f"{_COMMON}/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    (f"{_COMMON}/Misc", "FirstRun", "false"),
    (f"{_COMMON}/Misc", "CrashReport", "false"),
    ("org.openoffice.Office.Java/VirtualMachine", "Enable", "false"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "2"),  # never
    (_INET, "ooInetProxyType", "2"),  # what would go out is sent to a door that is shut
    (_INET, "ooInetHTTPProxyName", "127.0.0.1"),
    (_INET, "ooInetHTTPProxyPort", _CLOSED_PORT),
    (_INET, "ooInetHTTPSProxyName", "127.0.0.1"),
    (_INET, "ooInetHTTPSProxyPort", _CLOSED_PORT),
)


@dataclass(frozen=True, slots=True)
class Office:
    """LibreOffice, and the private folder in which it may work."""

    program: Path
    folder: Path
    seconds: int = 60  # for a file by itself
    megabytes: int = 1536

    def convert(self, files: Mapping[str, tuple[str, bytes]]) -> int | None:
        """Saves each as a Word file, all in one call; `files` gives suffix and bytes by id.

        What came of it is there to be taken, or is not. Gives the code that LibreOffice ended
        with: 0 where it came to its end and nothing had crashed, None where its time was up.
        """
        seconds = time_for(len(files)) if len(files) > 1 else self.seconds
        folder = self.folder.absolute()  # LibreOffice stands elsewhere, and takes addresses
        with tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as room:
            given = [
                _write(Path(room, "given", f"{id}.{suffix}"), data)
                for id, (suffix, data) in files.items()
            ]
            made = Path(room, "made")
            ended = _run(self._command(Path(room), made, given, seconds), Path(room), seconds)
            for id in files:
                if ended == 0:  # it has looked at all of them; of some it may have made nothing
                    _write(self._made(id), b"")
                with contextlib.suppress(OSError):  # it made none
                    Path(made, f"{id}.docx").replace(self._made(id))
        return ended

    def take(self, id: str) -> bytes | None:
        """The Word file that was made of that one, which is gone from the disk then.

        Empty where LibreOffice refused the file, None where it never came to it.
        """
        path = self._made(id)
        try:
            return path.read_bytes()
        except OSError:
            return None
        finally:
            path.unlink(missing_ok=True)

    def _made(self, id: str) -> Path:
        return self.folder / f"{id}.docx"

    def _command(self, room: Path, made: Path, given: list[Path], seconds: int) -> list[str]:
        profile = room / "profile"
        _write(profile / "user" / "registrymodifications.xcu", _settings())
        keeper = [sys.executable, "-I", office_keeper.__file__, str(seconds), str(self.megabytes)]
        office = [str(self.program), f"-env:UserInstallation={profile.as_uri()}"]
        options = ["--headless", "--norestore", "--nologo", "--convert-to", "docx"]
        return [*keeper, *office, *options, "--outdir", str(made), *map(str, given)]


def time_for(files: int) -> int:
    """How many seconds LibreOffice may take for so many files in one call."""
    return _START + _EACH * files


@functools.cache
def installed() -> Path | None:
    """LibreOffice's program; None where it is not installed."""
    on_path = shutil.which("soffice") or shutil.which("libreoffice")
    usual = _USUAL.get(sys.platform, ())
    found = next((Path(p) for p in (on_path, *usual) if p and Path(p).is_file()), None)
    if found is None:
        return None
    direct = found.resolve().with_name("soffice.bin")  # what stands before it is a shell script
    return direct if direct.is_file() else found


def version() -> str:
    """Which LibreOffice it is that older formats are read by, told without starting it."""
    program = installed()
    if program is None:
        return "no LibreOffice"
    try:
        about = (program.parent / "versionrc").read_bytes()
    except OSError:
        about = str(program.stat().st_size).encode()
    return f"LibreOffice {hashlib.sha256(about).hexdigest()[:8]}"


def _settings() -> bytes:
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    namespace = 'xmlns:oor="http://openoffice.org/2001/registry"'
    return f'<?xml version="1.0"?><oor:items {namespace}>{items}</oor:items>'.encode()


def _write(path: Path, data: bytes) -> Path:
    """Writes a file that nobody else can open."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(path, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(data)
    return path


def _run(command: list[str], room: Path, seconds: int) -> int | None:
    """Runs the keeper until it ends or the time is up, and leaves no process behind.

    Gives what it ended with; None where its time was up.
    """
    own = {name: str(room) for name in ("HOME", "TMPDIR", "TEMP", "TMP")}
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "LD_PRELOAD"}
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    keeper = subprocess.Popen(  # noqa: S603 -- our own keeper, with paths that we made
        command,
        stdin=subprocess.PIPE,  # while it is open, the keeper knows that we live
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=room,
        env={**kept, **own, "SAL_USE_VCLPLUGIN": "svp"},
        start_new_session=True,
    )
    try:
        return keeper.wait(seconds + _GRACE)
    except subprocess.TimeoutExpired:
        return None
    finally:
        _end(keeper)


def _end(keeper: subprocess.Popen[bytes]) -> None:
    """Ends the keeper and all that it started."""
    if keeper.stdin:
        keeper.stdin.close()  # on Windows this is what ends them
    if sys.platform != "win32":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(keeper.pid, signal.SIGKILL)
    keeper.wait()
