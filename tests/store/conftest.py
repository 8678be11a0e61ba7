"""Disks that are small or cannot be written, for the tests of the store."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest


def mounted(place: Path, *options: str) -> bool:
    words = ["mount", "-t", "tmpfs", "-o", ",".join(options), "none", str(place)]
    try:
        return subprocess.run(words, check=False, capture_output=True).returncode == 0
    except OSError:
        return False


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a file system of 3 MiB; needs the right to mount."""
    place = tmp_path / "small"
    place.mkdir()
    if os.name != "posix" or not mounted(place, "size=3m"):
        pytest.skip(
            "no right to mount a small disk; the limit on file size is tested all the same"
        )
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.fixture
def frozen_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a file system that ``freeze`` of the test makes read-only; needs the right to mount."""
    place = tmp_path / "frozen"
    place.mkdir()
    if os.name != "posix" or not mounted(place, "size=8m"):
        pytest.skip("no right to mount a disk that can be made read-only")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def freeze(place: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
