from pathlib import Path

import pytest

from dutydesk.domain.errors import StoreReadOnly
from dutydesk.services.workstation import WorkstationService


def test_settings_of_the_machine_are_kept_across_starts(tmp_path: Path) -> None:
    file = tmp_path / "config" / "workstation.toml"
    WorkstationService(file).put({"palette": "night"})
    assert WorkstationService(file).put({"type_scale": 150})["palette"] == "night"
    assert WorkstationService(file).all() == {
        "palette": "night",
        "type_scale": 150,
        "is_sound_on": True,
    }


def test_a_folder_that_cannot_be_written_is_told_as_read_only(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")
    service = WorkstationService(tmp_path / "config" / "workstation.toml")
    with pytest.raises(StoreReadOnly):
        service.put({"palette": "night"})
    assert service.all()["palette"] == "auto"
