"""How Prefect is set up: nothing leaves the machine, and nobody's name gets into its database.

Prefect reads its settings when it is imported, so `apply` comes before the first import of it.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from flows import private

# Measured with 5,000 task runs: without these, Prefect's server drops some and keeps them forever.
_SERVER = {
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "200",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_READ_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_FLUSH_INTERVAL": "2",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_BATCH_SIZE": "200",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_READ_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
    "PREFECT_SERVER_SERVICES_DB_VACUUM_RETENTION_PERIOD": "7776000",  # 90 days
    "PREFECT_SERVER_CONCURRENCY_LEASE_STORAGE": (
        "prefect.server.concurrency.lease_storage.filesystem"  # a power cut frees the lease
    ),
}
_QUIET = {
    "DO_NOT_TRACK": "1",  # read on import, in a terminal
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",  # or the server calls home every ten minutes
    "PREFECT_SERVER_UI_V2_ENABLED": "false",  # its pages load a tracker whatever is set
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    "PREFECT_RESULTS_PERSIST_BY_DEFAULT": "false",
    "PREFECT_RESULTS_DEFAULT_SERIALIZER": "json",
    "PREFECT_TASKS_DEFAULT_NO_CACHE": "true",
    "PREFECT_LOGGING_LOG_PRINTS": "false",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
    "PREFECT_LOGGING_LEVEL": "CRITICAL",  # it would print errors' traces; we say what went wrong
    "PREFECT_LOGGING_ROOT_LEVEL": "CRITICAL",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_CLI_PROMPT": "false",
}
_LOCKED = ("DO_NOT_TRACK", "PREFECT_SERVER_ANALYTICS_ENABLED", "PREFECT_LOGGING_TO_API_ENABLED")


def apply(home: Path) -> None:
    """Sets Prefect up for this process and those that it starts, its files in that folder.

    An administrator's own settings stay, save for those that keep data on the machine.
    """
    private.make_folder(home)
    environment = {**_SERVER, **_QUIET, "PREFECT_HOME": str(home)}
    for name, value in environment.items():
        if name in _LOCKED:
            os.environ[name] = value
        else:
            os.environ.setdefault(name, value)
    if "PREFECT_API_URL" not in os.environ:
        _lock_door()


def _lock_door() -> None:
    """Gives the temporary server a password: any user of the machine can reach its port."""
    password = f"goldenthread:{secrets.token_urlsafe(24)}"
    os.environ.setdefault("PREFECT_SERVER_API_AUTH_STRING", password)
    os.environ.setdefault("PREFECT_API_AUTH_STRING", os.environ["PREFECT_SERVER_API_AUTH_STRING"])
