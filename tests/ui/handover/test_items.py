"""Open items: the owner is written on the page."""

from dutydesk.domain.entry_kind import EntryKind
from tests.builders import draft, item_draft, progress_draft
from tests.ui.handover.desk_over_room import KEY


def test_an_open_item_without_owner_is_mended_on_the_page(morning, staffed):
    morning.room.open_item.open(item_draft("市政回电", ""), by=staffed.by)
    page = morning.page
    page.reload()
    assert "没有经办人" in page.signs.blocks.text()
    morning.into(page.items.rows()[0].owner, "Li")
    morning.key(KEY.Key_Tab)
    assert morning.room.open_item.open_items()[0].owner == "Li"
    assert not page.signs.blocks.isVisible()


def test_a_directive_stands_among_them_with_its_state_and_is_ticked(morning, staffed):
    room = morning.room
    typed = draft(room, "排查隐患", kind=EntryKind.DIRECTIVE, person="区长")
    room.duty_log.record(typed, by=staffed.by)
    item = room.open_item.open(item_draft("路灯不亮", "市政"), by=staffed.by).value
    room.open_item.note(progress_draft(room, item.id, "已到场"), by=staffed.by)
    page = morning.page
    page.reload()
    first, second = page.items.rows()
    assert "进展：" in first.facts.text()
    assert "已到场（甲某）" in first.facts.text()
    assert second.title.text() == "区长批示：排查隐患"
    assert "状态：待传达" in second.facts.text()
    assert second.owner.isReadOnly()
    assert not first.owner.isReadOnly()
    page.items._take_all()
    (carried,) = room.handover.draft().facts.directives
    assert carried.is_taken
