import sys
from pathlib import Path

import pytest

from dutydesk import paths

ROOT = Path(__file__).resolve().parent.parent


def test_a_checkout_finds_the_folders_beside_the_package() -> None:
    assert paths.resources_dir() == ROOT / "resources"
    assert paths.migrations_dir() == ROOT / "db" / "migrations"
    assert paths.schema_file() == ROOT / "db" / "schema.sql"


def test_a_frozen_program_finds_them_in_its_bundle_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "_internal"), raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "dutydesk"))
    assert paths.resources_dir() == tmp_path / "_internal" / "resources"
    assert paths.schema_file() == tmp_path / "_internal" / "db" / "schema.sql"
    assert paths.program_dir() == tmp_path


def test_user_data_lie_where_the_operating_system_keeps_them() -> None:
    places = [paths.default_data_dir(), paths.config_dir(), paths.logs_dir()]
    assert all(place.is_absolute() for place in places)
    assert len(set(places)) == 3
    assert not any(place.is_relative_to(ROOT) for place in places)


def test_the_portable_marker_keeps_user_data_beside_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "_internal"), raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "dutydesk"))
    assert not paths.is_portable()
    (tmp_path / paths.PORTABLE_MARKER).touch()
    assert paths.is_portable()
    for place in (paths.default_data_dir(), paths.config_dir(), paths.logs_dir()):
        assert place.is_relative_to(tmp_path / "userdata")


def test_naming_places_creates_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "_internal"), raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "dutydesk"))
    (tmp_path / paths.PORTABLE_MARKER).touch()
    paths.default_data_dir()
    paths.config_dir()
    assert [entry.name for entry in tmp_path.iterdir()] == [paths.PORTABLE_MARKER]
