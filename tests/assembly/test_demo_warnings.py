import json

from dutydesk import paths
from dutydesk.assembly.demo_warnings import register_warning
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.warning_color import WarningColor
from tests.builders import Staff, draft
from tests.warning_builders import at


def test_the_step_of_the_script_registers_what_its_entry_tells_of(staffed: Staff) -> None:
    script = json.loads((paths.resources_dir() / "demo" / "day.json").read_text("utf-8"))
    (step,) = [one for one in script["finished"]["steps"] if one["do"] == "warning"]
    room = staffed.room
    room.clock.at = at("22:15")  # type: ignore[attr-defined]
    entry = room.duty_log.record(
        draft(room, step["text"], kind=EntryKind.WARNING, source="区气象台"), by=staffed.by
    ).value
    room.clock.at = at("22:40")  # type: ignore[attr-defined]

    def read(text: str):
        return at(text[-5:], 21 if text.startswith("+1") else 20)

    register_warning(room, step, read, staffed.by)
    (made,) = room.warning.open_warnings()
    assert (made.kind, made.color, made.issued_by, made.entry_id) == (
        "大风",
        WarningColor.BLUE,
        "区气象台",
        entry.id,
    )
    assert room.warning.due() == []
