"""The whole handover by keys; what is refused is said in words, and nothing typed is lost."""

import gc
import weakref

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from dutydesk.domain.handover import CheckResult, HandoverStatus
from dutydesk.ui.widgets.tab_order import tab_order
from tests.builders import PIN, item_draft
from tests.incident_builders import at
from tests.ui import looking
from tests.ui.handover.desk_over_room import (
    CTRL,
    KEY,
    SHIFT,
    draft_of,
    over_room,
    sign_in,
    sign_out,
)


def test_the_whole_handover_goes_by_keys(morning, staffed):
    morning.room.open_item.open(item_draft("市政回电", "甲某"), by=staffed.by)
    page = morning.page
    page.reload()
    page.items.rows()[0].tick.setFocus()
    morning.key(KEY.Key_Space)
    page.checks.rows()[0].bar.setFocus()
    morning.key(KEY.Key_1)
    morning.key(KEY.Key_2)
    morning.type("fax out of paper")
    morning.key(KEY.Key_Return)
    morning.key(KEY.Key_3)
    morning.key(KEY.Key_N, CTRL | SHIFT)
    page.things.rows()[0].bar.setFocus()
    morning.key(KEY.Key_1)
    morning.key(KEY.Key_2)
    morning.type("one is lost")
    morning.into(page.remarks.text, "keys with the guard")
    morning.key(KEY.Key_J, CTRL)
    morning.type(PIN)
    morning.key(KEY.Key_Return)
    view = draft_of(morning)
    assert view.handover.status is HandoverStatus.OUTGOING_SIGNED
    assert QApplication.focusWidget() is page.signs.incoming.who
    sign_in(morning, "乙某")
    over = morning.room.handover.last_completed()
    assert over.handover.remarks == "keys with the guard"
    assert [line.result for line in over.checks[:3]] == list(CheckResult)
    assert over.checks[1].note == "fax out of paper"
    assert {line.result for line in over.checks[3:]} == {CheckResult.NORMAL}
    assert [thing.result for thing in over.things[:2]] == list(CheckResult)[:2]
    assert over.facts.open_items[0].is_taken


def test_a_backup_is_taken_when_duty_passes(morning):
    assert morning.room.backup.newest() is None
    sign_out(morning)
    assert morning.room.backup.newest() is None
    sign_in(morning, "乙某")
    assert morning.room.backup.newest() == at("2026-11-21T08:20")


def test_a_backup_folder_that_is_gone_is_a_warning_only(morning, staffed, tmp_path):
    folder = str(tmp_path / "stick")
    morning.room.settings.put({"backup_folder": folder}, by=staffed.by)
    sign_out(morning)
    sign_in(morning, "乙某")
    assert any(folder in words for words in morning.notices())
    assert morning.room.shift.view().primary.name == "乙某"


def test_the_record_is_offered_on_paper(morning):
    shown = []
    page = morning.page
    page._services = replace_paper(page._services, shown)
    page.records.print_wanted.disconnect()
    sign_out(morning)
    sign_in(morning, "乙某")
    over = morning.room.handover.last_completed()
    morning.key(KEY.Key_F9)
    assert [one.handover_id for one in shown] == [over.handover.id]


def replace_paper(services, shown):
    from dataclasses import replace

    return replace(services, show_paper=shown.append)


def test_what_was_signed_is_not_changed_until_it_is_taken_back(morning):
    page = morning.page
    sign_out(morning)
    assert not page.checks.rows()[0].bar.isEnabled()
    assert page.remarks.text.isReadOnly()
    page.signs.outgoing.take_back.setFocus()
    morning.key(KEY.Key_Space)
    from dutydesk.ui.handover.dialogs import TakeBackDialog

    dialog = morning.dialog(TakeBackDialog)
    assert dialog.who.currentText() == "甲某"
    morning.type(PIN)
    morning.key(KEY.Key_Return)
    assert morning.no_dialog()
    assert draft_of(morning).signatures == ()
    assert page.checks.rows()[0].bar.isEnabled()


def test_nobody_on_duty_is_said_with_the_key_that_begins(room, theme, qtbot):
    made = over_room(room, theme, qtbot)
    made.key(KEY.Key_F8)
    assert made.page._nobody.isVisible()
    assert "Shift+F8" in made.page._nobody.text()
    assert not made.page.signs.isVisible()


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("width", [1024, 1366])
def test_nothing_is_clipped_unnamed_or_foreign(morning, staffed, theme, scale, width):
    morning.room.open_item.open(
        item_draft("安和路塌陷路面围挡一事，请市政今日修复", "甲某", attention="夜间有人看守"),
        by=staffed.by,
    )
    morning.page.reload()
    theme.set_scale(scale)
    morning.window.resize(width, 768)
    morning.qtbot.waitUntil(lambda: looking.clipped_texts(morning.page) == [])
    assert looking.unnamed(morning.page) == []
    assert looking.english(morning.page) <= {"N", "J", "UPS"}
    theme.set_scale(100)


def test_tab_reaches_every_part_of_the_page(morning, qtbot):
    page = morning.page
    page.summary.print.setFocus()
    reached = looking.reached_by_tab(page, qtbot)
    for part in (page.checks, page.things, page.remarks, page.signs):
        assert any(one is not None and part.isAncestorOf(one) for one in reached), (
            part.title.text()
        )


def test_the_page_is_freed_with_its_window(morning):
    page, window = morning.page, morning.window
    kept = weakref.ref(page)
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(page)
    del page, window
    morning.window = None
    gc.collect()
    assert kept() is None


def test_f8_begins_at_the_first_check_and_tab_goes_down_the_page(morning):
    page = morning.page
    assert QApplication.focusWidget() is page.checks.rows()[0].bar
    page.things._add()
    page.reload()
    order = tab_order(page.area.widget())
    marks = [
        page.summary.print,
        page.checks.rows()[0].bar,
        page.checks.rows()[-1].bar,
        page.things.rows()[-1].name,
        page.remarks.text,
        page.signs.outgoing.pin,
        page.signs.incoming.pin,
        page.signs.force,
    ]
    assert sorted(marks, key=order.index) == marks
