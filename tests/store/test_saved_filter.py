from datetime import date

from dutydesk.domain.saved_filter import SavedFilter
from tests.builders import Staff


def test_a_filter_comes_back_as_it_was_put(staffed: Staff) -> None:
    kept = SavedFilter(
        id="f1",
        name="夜间",
        officer_id=staffed.admin.id,
        text="燃气",
        since=date(2026, 11, 1),
        kinds=("fax", "visit"),
        phone="7531",
        is_open=True,
        order_no=3,
    )
    with staffed.room.store.writing(actor="program", action="test") as work:
        work.tables.saved_filter.put(kept)
    with staffed.room.store.reading() as tables:
        assert tables.saved_filter.by_id("f1") == kept
        assert tables.saved_filter.by_id("f2") is None
