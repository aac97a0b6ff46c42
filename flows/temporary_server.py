"""Prefect's server as a child of this process, for as long as this process lives.

Prefect can start one itself, but that one outlives a parent that was killed. Ours listens to the
parent through a pipe, and ends when the other end does.
"""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

_HOST = "127.0.0.1"
_PATIENCE = 90  # seconds: the first start makes a database, and the machine may be busy
_API = "PREFECT_API_URL"


class NoPrefect(RuntimeError):  # noqa: N818 -- a reason to go on without, not a fault of the audit
    """Prefect, or its temporary server, could not do its part."""


@contextlib.contextmanager
def serving(*, schedules: bool = False) -> Iterator[str]:
    """The address of a server to use; nothing is started where the settings name one.

    `schedules` has the server look after schedules too, which a one-off audit has no need of.
    """
    if address := os.environ.get(_API):
        yield address
        return
    process, address = _started(schedules=schedules)
    os.environ[_API] = address
    try:
        yield address
    finally:
        del os.environ[_API]
        _stop(process)


def _started(*, schedules: bool) -> tuple[subprocess.Popen[bytes], str]:
    port = _free_port()
    environment = {**os.environ, "PREFECT__SERVER_FINAL": "1"}
    if not schedules:
        environment |= {"PREFECT__SERVER_EPHEMERAL": "1", "PREFECT_UI_ENABLED": "0"}
    process = subprocess.Popen(  # noqa: S603 -- our own module, by our own interpreter
        [sys.executable, "-m", "flows.temporary_server", str(port)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,  # Ctrl-C is for us; the server ends after the flow
    )
    try:
        _await(f"http://{_HOST}:{port}/api/health", process)
    except BaseException:
        _stop(process)
        raise
    return process, f"http://{_HOST}:{port}/api"


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind((_HOST, 0))
        port: int = listener.getsockname()[1]
    return port


def _await(health: str, process: subprocess.Popen[bytes]) -> None:
    """Waits until the server answers."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # this machine: no proxy
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(urllib.error.URLError, OSError), opener.open(health, timeout=5):
            return
        time.sleep(0.1)
    raise NoPrefect


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdin:
        process.stdin.close()


def _end_with_parent() -> None:
    """Ends this process when the one that started it has ended, however that came about."""
    sys.stdin.buffer.read()
    os._exit(0)


def _serve(port: int) -> None:
    import uvicorn  # noqa: PLC0415 -- for the child alone
    from prefect.server.api.server import create_app  # noqa: PLC0415 -- the same

    threading.Thread(target=_end_with_parent, daemon=True).start()
    uvicorn.run(create_app(), host=_HOST, port=port, log_level="critical")


if __name__ == "__main__":
    _serve(int(sys.argv[1]))
