from pathlib import Path

import pytest

from dutydesk.domain.settings import SettingValue
from dutydesk.exchange.workstation_file import read_workstation, write_workstation

DEFAULTS = {"palette": "auto", "type_scale": 100, "is_sound_on": True}


def test_a_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert read_workstation(tmp_path / "none.toml") == DEFAULTS


@pytest.mark.parametrize(
    "values",
    [
        {"palette": "night", "type_scale": 150, "is_sound_on": False},
        {"palette": "高对比", "type_scale": 200, "is_sound_on": True},
        {"palette": 'a"b\\c\n', "type_scale": 0, "is_sound_on": True},
    ],
)
def test_what_is_written_is_read_back(tmp_path: Path, values: dict[str, SettingValue]) -> None:
    file = tmp_path / "config" / "workstation.toml"
    write_workstation(file, values)
    assert read_workstation(file) == values
    assert list(file.parent.iterdir()) == [file]


def test_a_person_can_read_the_file(tmp_path: Path) -> None:
    file = tmp_path / "workstation.toml"
    write_workstation(file, DEFAULTS)
    assert file.read_text("utf-8") == 'palette = "auto"\ntype_scale = 100\nis_sound_on = true\n'


@pytest.mark.parametrize(
    "content",
    [b"", b"palette = ", b"\xff\xfe\x00", b'palette = 3\ntype_scale = "big"\nis_sound_on = 1'],
)
def test_a_damaged_file_or_value_never_stops_a_start(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "workstation.toml"
    file.write_bytes(content)
    assert read_workstation(file) == DEFAULTS


def test_one_bad_value_does_not_lose_the_others(tmp_path: Path) -> None:
    file = tmp_path / "workstation.toml"
    file.write_text('palette = "night"\ntype_scale = "150"\nmore = 1\n', encoding="utf-8")
    assert read_workstation(file) == {**DEFAULTS, "palette": "night"}


def test_a_folder_in_the_way_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        write_workstation(tmp_path / "file" / "workstation.toml", DEFAULTS)
