from datetime import timedelta

import pytest

from dutydesk.domain.absence_change import cancel, change, come_back
from dutydesk.domain.absence_notice import Filing
from dutydesk.store import driver
from tests.absence_builders import FILED, absence_change, at, notice
from tests.builders import Staff


def test_notices_are_found_running_over_and_by_span(staffed: Staff) -> None:
    store = staffed.room.store
    away = notice()
    back = come_back(notice(person="己某"), at("11-22 09:00"), at("11-22 09:00"))
    with store.writing(actor="cli", action="absence_notice.file") as work:
        for one in (away, back):
            work.tables.absence_notice.put(one)
    with store.reading() as tables:
        table = tables.absence_notice
        assert table.by_id(away.id) == away
        assert table.by_id("没有") is None
        assert table.running() == [away]
        assert table.over() == [back]
        assert table.over(0) == []
        day = timedelta(days=1)
        assert table.between(at("11-22 00:00"), at("11-22 00:00") + day) == [away, back]
        # The hour of the end is in; who was not reported back lasts on.
        assert table.between(back.ends_at, back.ends_at + day) == [away, back]
        assert table.between(back.ends_at + day, back.ends_at + 2 * day) == [away]
        assert table.between(FILED, away.starts_at) == []


def test_a_change_is_appended_and_never_changed(staffed: Staff) -> None:
    store, one = staffed.room.store, notice()
    new, made = change(one, absence_change(one.id, place="外省"), [], Filing(FILED, "乙某"))
    gone, last = cancel(new, "c", "不去了", Filing(FILED, "乙某"))
    with store.writing(actor="cli", action="absence_notice.change") as work:
        work.tables.absence_notice.put(gone)
        for step in (made, last):
            work.tables.absence_notice.append_change(step)
    with store.reading() as tables:
        assert tables.absence_notice.changes_of(one.id) == (made, last)
        assert tables.absence_notice.change_by_id("c") == last
        assert tables.absence_notice.change_by_id("没有") is None
    connection = driver.connect(str(store.path))
    with pytest.raises(driver.Error, match="append-only"):
        connection.execute("UPDATE absence_change SET change_reason = 'x'")
    connection.close()
