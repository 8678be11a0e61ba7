"""Fixtures every test may use; each owner of a layer adds the ones of that layer."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Give the folder of real office files and messages, which is no part of this repository."""
    named = os.environ.get("DUTYDESK_SHARED_DATA")
    folder = Path(named) if named else ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(
            "no real office files: put them in ../shared/data or name them in DUTYDESK_SHARED_DATA"
        )
    return folder
