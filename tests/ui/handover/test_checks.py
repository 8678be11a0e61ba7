"""The checklist: the line with the focus is seen."""

from dutydesk.domain.handover import CheckResult, HandoverCheck
from dutydesk.ui.handover.checks import CheckSection
from tests.ui.handover.desk_over_room import KEY


def test_what_has_the_focus_is_scrolled_into_view(morning):
    page = morning.page
    page.checks.rows()[0].bar.setFocus()
    morning.key(KEY.Key_Down, times=20)
    bar = page.checks.rows()[20].bar
    assert bar.hasFocus()
    assert not bar.visibleRegion().isEmpty()


def test_what_a_line_holds_is_shown_and_is_nothing_to_write(theme, qtbot):
    section = CheckSection(theme)
    qtbot.addWidget(section)
    line = HandoverCheck(
        id="",
        handover_id="s1",
        item_id="i",
        group_name="设备",
        name="卫星电话（电量）",
        order_no=1,
        result=CheckResult.ABNORMAL,
        note="不能开机",
    )
    section.show_checks((line,))
    (row,) = section.rows()
    assert (row.bar.result, row.note.text()) == (CheckResult.ABNORMAL, "不能开机")
    assert section.pending() == ()
    assert section.words.text() == "已核对 1/1，异常 1"
