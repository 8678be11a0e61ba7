"""Random tables: never an exception, and what is shown as read is what stands in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exchange.random_tables import KINDS, Chance, check_any, check_sound

# All ten thousand: `python -m tools.import_fuzz`.
_SOME = 40


@pytest.mark.parametrize("kind", KINDS)
def test_any_table_is_read_or_refused_and_shown_as_it_stands(tmp_path: Path, kind: str) -> None:
    for seed in range(_SOME):
        check_any(Chance(seed), kind, tmp_path)


def test_sound_tables_come_back_from_every_file_we_write_as_they_went_in(tmp_path: Path) -> None:
    for seed in range(_SOME):
        check_sound(Chance(seed), tmp_path)
