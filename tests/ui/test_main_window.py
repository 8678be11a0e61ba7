import subprocess
import sys
from datetime import UTC, datetime

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from dutydesk.domain.changes import Changes
from dutydesk.ui.palette import CommandPalette
from dutydesk.ui.tasks import LaneRunner
from dutydesk.ui.tokens import Look, LookChoice
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from tests.ui import looking
from tests.ui import sample_desk as sample
from tests.ui.looking import CTRL, press


def test_rooms_are_one_key_away_and_built_only_when_entered(window, qtbot):
    assert window.panel("contacts") is None
    press(qtbot, window, Qt.Key.Key_F4)
    assert window.room() is window.panel("contacts")
    assert window.bar.buttons["contacts"].isChecked()
    press(qtbot, window, Qt.Key.Key_F5)
    assert window.room() is window.panel("duty_desk")


def test_tab_reaches_everything_that_takes_the_focus(window, qtbot):
    window.desk.notices.put(Notice("a", NoticeKind.ERROR, "磁盘已满", "再试", print))
    wanted = {
        child
        for child in looking.shown(window)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isEnabled()
    }
    assert wanted <= set(looking.reached_by_tab(window, qtbot))


def test_every_control_has_a_name(window):
    window.desk.notices.put(Notice("a", NoticeKind.ERROR, "磁盘已满", "再试", print))
    assert looking.unnamed(window) == []
    window.lock()
    assert looking.unnamed(window) == []


@pytest.mark.parametrize("scale", [100, 125, 150, 200])
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
@pytest.mark.parametrize("is_locked", [False, True])
def test_nothing_is_clipped_at_any_type_size(window, qtbot, scale, size, is_locked):
    window.desk.theme.set_scale(scale)
    window.resize(*size)
    if is_locked:
        window.lock()
    QCoreApplication.processEvents()
    assert (window.width(), window.height()) == size
    assert looking.clipped_texts(window) == []
    assert looking.outside(window) == []
    assert looking.english(window) == set()


def test_three_strips_at_twice_the_type_still_fit_the_screen(window, qtbot):
    for kind in (NoticeKind.ALARM, NoticeKind.ERROR, NoticeKind.WARNING):
        window.desk.notices.put(
            Notice(kind.value, kind, "保存失败：磁盘已满。" * 3, "再试", print)
        )
    window.desk.theme.set_scale(200)
    window.resize(1366, 768)
    QCoreApplication.processEvents()
    assert window.height() == 768
    assert looking.outside(window) == []


def test_below_a_thousand_scaled_pixels_the_rooms_shrink_and_the_clocks_go_on_top(window):
    assert not window.is_compact()
    assert window.bar.width() == 160
    assert window.deadlines.width() == 300
    window.desk.theme.set_scale(150)
    QCoreApplication.processEvents()
    assert window.is_compact()
    assert window.bar.width() == 108
    assert window.deadlines.width() > 1000
    assert window.deadlines.height() < 120
    window.desk.theme.set_scale(100)
    QCoreApplication.processEvents()
    assert not window.is_compact()
    assert window.deadlines.isVisible()
    assert window.deadlines.width() == 300


def test_f12_hides_the_rooms_and_what_the_clocks_are_about(window, qtbot):
    press(qtbot, window, Qt.Key.Key_F12)
    assert window.is_locked
    assert not window.panel("duty_desk").isVisible()
    assert window.deadlines.isVisible()
    assert window.deadlines._delegate.is_masked
    assert not any("139" in text for text in window.strip.texts())
    press(qtbot, window, Qt.Key.Key_F4)
    press(qtbot, window, Qt.Key.Key_K, CTRL)
    assert window.panel("contacts") is None
    assert window.findChildren(CommandPalette) == []
    tips = [window.deadlines._model.index(0).data(Qt.ItemDataRole.ToolTipRole)]
    assert "燃气" not in str(tips)


def test_night_comes_by_the_clock(window, desk_clock):
    window.desk.theme.choose(LookChoice.CLOCK, datetime(2026, 11, 20, 10, 0, tzinfo=UTC))
    assert window.desk.theme.look is Look.DAY
    desk_clock.at = datetime(2026, 11, 20, 11, 0, tzinfo=UTC)
    window.desk.hub.beat()
    assert window.desk.theme.look is Look.NIGHT


def test_a_committed_change_refreshes_strip_and_clocks_only_when_it_concerns_them(
    theme, desk_clock, qtbot
):
    reads = []

    def lines(clock):
        reads.append(1)
        return ()

    window = sample.sample_window(theme, desk_clock, lines=lines)
    qtbot.addWidget(window)
    window.desk.hub.announce(Changes({"log_entry": frozenset({"1"})}))
    assert len(reads) == 1
    window.desk.hub.announce(Changes({"incident": frozenset({"1"})}))
    assert len(reads) == 2


def test_a_practice_room_has_its_frame_and_its_word(theme, desk_clock, qtbot):
    window = sample.sample_window(theme, desk_clock, practice=True)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    assert window.strip.texts()[0] == "演练"
    picture = window.grab().toImage()
    assert picture.pixelColor(2, 400) == theme.colour("practice")
    assert picture.pixelColor(8, 400) != theme.colour("practice")


def test_an_empty_clock_panel_says_what_will_stand_there(theme, desk_clock, qtbot):
    window = sample.sample_window(theme, desk_clock, lines=None)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    QCoreApplication.processEvents()
    assert "没有正在计时" in window.deadlines._none.text()
    assert looking.clipped_texts(window) == []


def test_the_window_is_freed_when_closed(theme, desk_clock, qtbot):
    runner = LaneRunner()
    window = sample.sample_window(theme, desk_clock, runner=runner)
    window.show()
    qtbot.waitUntil(lambda: bool(window.deadlines.lines()))
    with qtbot.waitSignal(window.closing):
        window.close()
    runner.close()
    room = window.room()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(window)
    assert not shiboken6.isValid(room)
    theme.apply()


def test_nothing_heavy_is_imported_for_the_first_paint():
    code = (
        "import sys, dutydesk.ui.main_window;"
        "print([m for m in ('sqlite_utils','reportlab','numpy','pyqtgraph','openpyxl','pypinyin',"
        "'docx','vobject','hypothesis') if m in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert found.stdout.strip() == "[]"


def test_esc_takes_away_the_strip_on_top_that_may_go(window, qtbot):
    notices = window.desk.notices
    notices.put(Notice("lasting", NoticeKind.ERROR, "磁盘已满", stays=True))
    notices.put(Notice("warned", NoticeKind.WARNING, "快满了"))
    notices.put(Notice("done", NoticeKind.DONE, "已存"))
    press(qtbot, window, Qt.Key.Key_Escape)
    assert [one.key for one in notices.notices()] == ["lasting", "done"]
    for _ in range(2):
        press(qtbot, window, Qt.Key.Key_Escape)
    assert [one.key for one in notices.notices()] == ["lasting"]
