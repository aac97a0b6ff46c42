"""LibreOffice at work for us: what it makes is read, and nothing of it is left when it is late."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from extractors import office_keeper
from extractors.document import Caveat
from extractors.instructions import Instructions
from extractors.office import Office, installed
from extractors.plan import Plan
from extractors.read import read
from tests.extractors.older_samples import SAMPLES, TRUTH, check, sample

needs_office = pytest.mark.skipif(installed() is None, reason="LibreOffice is not installed")
posix = pytest.mark.skipif(os.name == "nt", reason="process groups are not of Windows")


@needs_office
def test_a_plan_is_read_through_libreoffice(tmp_path: Path) -> None:
    name = next(name for name, truth in TRUTH.items() if truth["kind"] == "odt")
    office = Office(Path(str(installed())), tmp_path)
    check(name, read(SAMPLES / "plans" / TRUTH[name]["file"], Instructions(office=office)))
    assert not list(tmp_path.iterdir())  # nothing that was converted is left


@pytest.mark.parametrize("name", TRUTH)
def test_where_libreoffice_cannot_even_be_begun_a_plan_is_read(name: str, tmp_path: Path) -> None:
    gone = Office(tmp_path / "no-such-program", tmp_path / "no-such-folder")
    plan = read(SAMPLES / "plans" / TRUTH[name]["file"], Instructions(office=gone))
    assert isinstance(plan, Plan)


@needs_office
def test_many_are_converted_in_one_call_and_what_is_broken_is_left_out(tmp_path: Path) -> None:
    paths = {name: SAMPLES / "plans" / truth["file"] for name, truth in TRUTH.items()}
    data = {name: path.read_bytes() for name, path in paths.items()}
    ids = {name: sha256(data[name]).hexdigest() for name in paths}
    files = {ids[name]: (TRUTH[name]["kind"], data[name]) for name in paths}
    office = Office(Path(str(installed())), tmp_path)
    office.convert({"broken": ("doc", sample("doc")[:700]), **files})
    assert {path.stem for path in tmp_path.iterdir()} == {"broken", *files}
    assert office.take("broken") == b""
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {0o600} or os.name == "nt"
    for name, path in paths.items():
        plan = read(path, Instructions(office=replace(office, program=tmp_path)))  # made already
        check(name, plan)
        assert isinstance(plan, Plan)
        assert Caveat.STRUCTURE_REDUCED not in plan.caveats
    assert not list(tmp_path.iterdir())


@posix
def test_the_private_folder_may_be_named_from_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "saves"  # LibreOffice works in another folder than we do
    program.write_text(
        "#!/bin/sh\nprofile=${1#-env:UserInstallation=file://}\n"
        'test -f "$profile/user/registrymodifications.xcu" || exit 1\n'
        'while [ $# -gt 1 ]; do [ "$1" = --outdir ] && made=$2; shift; done\n'
        'mkdir -p "$made"\ncp "$1" "$made/a.docx"\n'
    )
    program.chmod(0o700)
    (tmp_path / "room").mkdir()
    monkeypatch.chdir(tmp_path)
    office = Office(program, Path("room"))
    office.convert({"a": ("doc", b"saved")})
    assert office.take("a") == b"saved"


@posix
def test_libreoffice_is_killed_with_all_that_it_started_when_its_time_is_up(tmp_path: Path) -> None:
    program = tmp_path / "stuck"
    program.write_text(f"#!/bin/sh\nsleep 100 &\necho $! > {tmp_path}/id\nsleep 100\n")
    program.chmod(0o700)
    room = tmp_path / "room"
    room.mkdir()
    Office(program, room, seconds=1).convert({"a": ("doc", b"")})
    assert not list(room.iterdir())
    assert is_gone(int((tmp_path / "id").read_text()))


@posix
def test_libreoffice_is_killed_when_its_asker_is(tmp_path: Path) -> None:
    note = tmp_path / "id"
    script = f"echo $$ > {note}; sleep 100"
    keeper = [sys.executable, "-I", office_keeper.__file__, "60", "1536", "/bin/sh", "-c", script]
    with subprocess.Popen(keeper, stdin=subprocess.PIPE, start_new_session=True) as started:  # noqa: S603 -- ours
        while not (note.exists() and note.read_text()):
            time.sleep(0.02)
        assert started.stdin is not None
        started.stdin.close()  # as the system does for a process that was killed
        started.wait(20)
    assert is_gone(int(note.read_text()))


def is_gone(id: int) -> bool:
    """Whether that process ends soon; one that nobody has taken note of counts as ended."""
    for _ in range(200):
        try:
            os.kill(id, 0)
            state = Path(f"/proc/{id}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False
