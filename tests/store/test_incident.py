import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.incident import ExitReason, IncidentStatus
from dutydesk.store import driver
from tests.incident_builders import RECEIVED, grading, incident


def test_an_incident_comes_back_as_it_was_put(room: DutyRoom) -> None:
    full = incident(
        deaths=0,
        loss_yuan=65_000,
        is_sensitive=True,
        status=IncidentStatus.ENDED,
        closed_at=RECEIVED,
        closed_by="甲某",
        exit_reason=ExitReason.FALSE_ALARM,
        exit_note="<b>烟雾\n",
    )
    with room.store.writing(actor="cli", action="test") as work:
        work.tables.incident.put(full)
    with room.store.reading() as tables:
        assert tables.incident.by_id("i1") == full
        assert tables.incident.by_id("2026-001") == full
        assert tables.incident.by_id("2026-002") is None
        assert tables.incident.running() == []
        assert tables.incident.all() == [full]
        assert tables.incident.numbers() == ["2026-001"]


def test_gradings_come_back_oldest_first(room: DutyRoom) -> None:
    decisions = (grading(id="g1"), grading("serious", RECEIVED, id="g2", is_sensitive=True))
    with room.store.writing(actor="cli", action="test") as work:
        work.tables.incident.put(incident())
        for one in decisions:
            work.tables.incident.add_grading(one)
    with room.store.reading() as tables:
        assert tables.incident.gradings_by_incident(["i1"]) == {"i1": decisions}


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE incident_grading SET level = 'serious'",
        "DELETE FROM incident_grading",
        "UPDATE incident SET deaths = -1",
        "UPDATE incident SET category = 'weather'",
        "UPDATE incident SET occurred_at = '2027-01-01T00:00:00Z'",
        "UPDATE incident SET status = 'ended'",
    ],
)
def test_the_file_itself_refuses_nonsense(room: DutyRoom, sql: str) -> None:
    with room.store.writing(actor="cli", action="test") as work:
        work.tables.incident.put(incident())
        work.tables.incident.add_grading(grading(id="g1"))
    with (
        pytest.raises(driver.IntegrityError),
        room.store.writing(actor="cli", action="test") as work,
    ):
        work.rows.execute_unjournalled(sql)


def test_a_register_number_is_given_once(room: DutyRoom) -> None:
    with room.store.writing(actor="cli", action="test") as work:
        work.tables.incident.put(incident())
    with (
        pytest.raises(driver.IntegrityError),
        room.store.writing(actor="cli", action="test") as work,
    ):
        work.tables.incident.put(incident(id="i2"))
