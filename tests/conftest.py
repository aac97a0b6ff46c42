"""How the tests are dealt out to several processes: the longest first, costly preparations once."""

from __future__ import annotations

from pathlib import Path

import pytest
from xdist.remote import Producer  # type: ignore[import-untyped]
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

_FIRST = ("tests/hostile", "tests/flows", "tests/golden")
# Their tests look at the same audit, or the same conversion: split up, each process would make it.
_TOGETHER = (
    "tests/hostile/test_hostile.py",
    "tests/flows/test_audit_command.py",
    "tests/flows/test_under_prefect.py",
    "tests/flows/test_profile_command.py",
    "tests/extractors/test_ocr.py",
    "tests/extractors/test_pdf_libreoffice.py",
    "tests/reports/test_caseload_sheets.py",
    "tests/reports/test_finding_sheets.py",
)


class _Dealt(LoadScopeScheduling):  # type: ignore[misc]  # it has no types
    """A process that has nothing left takes the next test, or the next module of those above."""

    def _split_scope(self, nodeid: str) -> str:
        module = nodeid.partition("::")[0]
        return module if module in _TOGETHER else nodeid


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the long tests first, so that no process is left with one of them in the end."""
    ranks = {folder: rank for rank, folder in enumerate(_FIRST)}
    items.sort(key=lambda item: ranks.get(Path(item.location[0]).parent.as_posix(), len(ranks)))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> _Dealt:
    """Deals the tests out in the order in which they are named."""
    return _Dealt(config, log)
