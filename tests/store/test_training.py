from __future__ import annotations

from datetime import date

from dutydesk.domain.contacts import Contact
from dutydesk.domain.training import TrainingRecord
from tests.builders import Staff


def test_records_of_a_year_and_of_somebody(staffed: Staff) -> None:
    room = staffed.room
    days = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1))
    with room.store.writing(actor="cli", action="training.record") as work:
        work.tables.contacts.put(Contact("c", "甲"))
        for place, day in enumerate(days):
            record = TrainingRecord(
                id=str(place),
                contact_id="c",
                trained_on=day,
                days=0.5,
                recorded_at=room.clock.now(),
                recorder="甲",
            )
            work.tables.training.put(record)
    with room.store.reading() as tables:
        assert [one.id for one in tables.training.of_year(2026)] == ["1", "2"]
        assert [one.trained_on for one in tables.training.of("c")] == sorted(days, reverse=True)
        assert tables.training.record("2") == tables.training.of("c")[1]
        assert len(tables.training.requirements.all()) == 3
