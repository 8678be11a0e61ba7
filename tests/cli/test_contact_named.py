from pathlib import Path
from typing import Any

import pytest

from dutydesk.assembly.opening import read_room
from dutydesk.cli.contact_named import contact_named, unit_of
from dutydesk.domain.contact_refusals import ContactNotOne, UnitNotOne
from dutydesk.domain.errors import RecordUnknown
from tests.builders import Command
from tests.cli.asking import refused

ROWS = (
    "单位,科室,姓名,手机\n"
    "安和街道,综合科,区某,19900001004\n"
    "龙泉街道,综合科,区某,19900001005\n"
    "龙泉街道,,区某新,19900001006\n"
)


def test_a_name_that_several_have_is_never_taken_for_the_first_of_them(
    practice: Command, tmp_path: Path
) -> None:
    file = tmp_path / "表.csv"
    file.write_text(ROWS, "utf-8-sig")
    assert practice("contacts", "import", str(file))[0] == 0
    room = read_room(practice.data)
    try:
        assert contact_named(room, "区某新").contact.name == "区某新"
        assert contact_named(room, "新").contact.name == "区某新"
        with pytest.raises(ContactNotOne):
            contact_named(room, "区 某")
        with pytest.raises(RecordUnknown):
            contact_named(room, "新", is_whole_name=True)
        offices = [one for one in room.contacts.units() if one.name == "综合科"]
        assert len(offices) == 2
        assert unit_of(room, offices[1].id) == offices[1]
        assert unit_of(room, "龙泉 街道").name == "龙泉街道"
        with pytest.raises(UnitNotOne) as told:
            unit_of(room, "综合科")
        assert told.value.found[0].startswith("安和街道（编号")
        with pytest.raises(RecordUnknown):
            unit_of(room, "")
    finally:
        room.close()
    start = ("call-round", "start", "--title", "暴雨")
    assert refused(practice, *start, "--person", "区某") == (2, "contact_not_one")
    assert refused(practice, *start, "--unit", "综合科") == (2, "unit_not_one")


def test_one_of_two_units_of_a_name_is_exported_by_its_id(
    practice: Command, tmp_path: Path
) -> None:
    file, out = tmp_path / "表.csv", tmp_path / "出.csv"
    file.write_text(ROWS, "utf-8-sig")
    assert practice("contacts", "import", str(file))[0] == 0
    units: Any = practice("contacts", "units")[1]["units"]
    office = [one["id"] for one in units if one["name"] == "综合科"][1]
    assert practice("contacts", "export", str(out), "--unit", office)[0] == 0
    written = out.read_text("utf-8-sig")
    assert "19900001005" in written
    assert "19900001004" not in written
