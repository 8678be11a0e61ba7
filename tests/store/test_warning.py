from datetime import UTC, datetime, timedelta

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.warning import (
    WarningNotice,
    WarningState,
    WarningStep,
    WarningStepKind,
)
from dutydesk.domain.warning_color import WarningColor

NOW = datetime(2026, 7, 8, 11, 20, tzinfo=UTC)


def warning(warning_no: str = "2026-1", **changes: object) -> WarningNotice:
    values = {
        "id": warning_no,
        "warning_no": warning_no,
        "kind": "暴雨",
        "color": WarningColor.ORANGE,
        "title": "",
        "issued_by": "区气象台",
        "doc_no": "",
        "issued_at": NOW,
        "received_at": NOW,
        "valid_from": None,
        "valid_to": None,
        "area": "全区",
        "content": "未来3小时降雨量将达50毫米以上",
        "measures": "",
        "cause": "",
        "period": "",
        "impact": "",
        "channels": ("传真",),
        "state": WarningState.IN_FORCE,
        "recorder": "甲某",
        "recorded_at": NOW,
    }
    return WarningNotice(**{**values, **changes})  # type: ignore[arg-type]


def test_numbers_count_by_year(room: DutyRoom) -> None:
    with room.store.writing(actor="cli", action="settings.save") as work:
        table = work.tables.warning
        assert table.next_no(2026) == "2026-1"
        table.put(warning())
        assert table.next_no(2026) == "2026-2"
        assert table.next_no(2027) == "2027-1"
        assert table.by_id("2026-1") == warning()


def test_what_ended_is_not_in_force(room: DutyRoom) -> None:
    with room.store.writing(actor="cli", action="settings.save") as work:
        table = work.tables.warning
        table.put(warning())
        table.put(warning("2026-2", state=WarningState.LIFTED, ended_at=NOW))
        assert [one.warning_no for one in table.in_force()] == ["2026-1"]
        assert len(table.all()) == 2


def test_steps_come_in_the_order_of_their_time(room: DutyRoom) -> None:
    with room.store.writing(actor="cli", action="settings.save") as work:
        table = work.tables.warning
        table.put(warning())
        for place, kind in enumerate((WarningStepKind.FORWARDED, WarningStepKind.REPORTED)):
            at = NOW.replace(minute=30 - place)
            table.append_step(
                WarningStep(
                    id=kind.value,
                    warning_id="2026-1",
                    kind=kind,
                    at=at,
                    to_whom="",
                    words="",
                    officer="甲某",
                    recorded_at=NOW,
                )
            )
        assert [one.kind.value for one in table.steps("2026-1")] == ["reported", "forwarded"]
        assert table.step_by_id("reported") is not None


def test_a_sheet_reads_only_the_warnings_that_its_shift_knew_to_be_in_force(
    room: DutyRoom,
) -> None:
    starts, ends = NOW, NOW + timedelta(hours=24)
    second = timedelta(seconds=1)

    def lifted(of: str, at: datetime, recorded_at: datetime) -> WarningStep:
        return WarningStep(
            id=f"s{of}",
            warning_id=of,
            kind=WarningStepKind.LIFTED,
            at=at,
            to_whom="",
            words="",
            officer="甲某",
            recorded_at=recorded_at,
        )

    with room.store.writing(actor="cli", action="settings.save") as work:
        table = work.tables.warning
        for number, received_at in (
            (1, starts - timedelta(days=900)),
            (2, starts - timedelta(days=900)),
            (3, starts - timedelta(days=1)),
            (4, starts - timedelta(days=1)),
            (5, ends),
            (6, ends + second),
        ):
            table.put(warning(f"2026-{number}", received_at=received_at))
        table.append_step(lifted("2026-2", starts, starts))
        table.append_step(lifted("2026-3", starts + second, ends))
        # Lifted before the shift, as was put on record only after it: the shift did not know.
        table.append_step(lifted("2026-4", starts, ends + second))
        found = [one.warning_no for one in table.known_between(starts, ends)]
    assert found == ["2026-1", "2026-3", "2026-4", "2026-5"]
