import importlib.util
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from dutydesk.domain.changes import Changes
from dutydesk.ui.help.window import HelpWindow
from dutydesk.ui.key_sheet import KeySheet
from dutydesk.ui.palette import CommandPalette
from dutydesk.ui.tasks import LaneRunner
from dutydesk.ui.tokens import Look, LookChoice
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind


def _load(name):
    file = Path(__file__).parent / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"ui_{name}", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


looking = _load("looking")
sample = _load("sample_desk")


@pytest.fixture
def window(theme, desk_clock, qtbot):
    made = sample.sample_window(theme, desk_clock)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(window.focusWidget() or window, key, modifier)


CTRL = Qt.KeyboardModifier.ControlModifier


def test_rooms_are_one_key_away_and_built_only_when_entered(window, qtbot):
    assert window.panel("contacts") is None
    press(qtbot, window, Qt.Key.Key_F4)
    assert window.room() is window.panel("contacts")
    assert window.bar.buttons["contacts"].isChecked()
    press(qtbot, window, Qt.Key.Key_F5)
    assert window.room() is window.panel("duty_desk")


def test_a_room_is_the_same_one_when_one_comes_back(window, qtbot):
    first = window.panel("duty_desk")
    press(qtbot, window, Qt.Key.Key_F8)
    press(qtbot, window, Qt.Key.Key_F5)
    assert window.room() is first


def test_the_count_of_a_room_stands_beside_its_name(window):
    window.room().count_changed.emit(2)
    assert window.bar.buttons["duty_desk"].count == 2
    assert window.bar.buttons["duty_desk"].accessibleName() == "值班台，2 项"


def test_f2_begins_a_record_in_the_room_shown(window, qtbot):
    press(qtbot, window, Qt.Key.Key_F2)
    assert window.room().begun == 1


def test_f6_goes_from_room_to_clocks_to_rooms_and_round(window, qtbot):
    panes = [window.room(), window.deadlines, window.bar]
    seen = []
    for _ in range(4):
        seen.append(next(p for p in panes if p.isAncestorOf(window.focusWidget())))
        press(qtbot, window, Qt.Key.Key_F6)
    assert seen == [panes[0], panes[1], panes[2], panes[0]]


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


def test_ctrl_plus_and_minus_change_the_type_size(window, qtbot):
    press(qtbot, window, Qt.Key.Key_Plus, CTRL)
    assert window.desk.theme.scale == 110
    press(qtbot, window, Qt.Key.Key_Equal, CTRL)
    assert window.desk.theme.scale == 125
    press(qtbot, window, Qt.Key.Key_Minus, CTRL)
    press(qtbot, window, Qt.Key.Key_0, CTRL)
    assert window.desk.theme.scale == 100


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


def test_a_right_pin_opens_the_curtain_for_who_typed_it(window, qtbot):
    press(qtbot, window, Qt.Key.Key_F12)
    assert window.focusWidget() is window.curtain._pin
    qtbot.keyClicks(window.focusWidget(), "111111")
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.is_locked
    assert window.curtain._answer.text()
    window.curtain._who.setCurrentIndex(1)
    qtbot.keyClicks(window.focusWidget(), sample.PIN)
    press(qtbot, window, Qt.Key.Key_Return)
    assert not window.is_locked
    assert window.desk.session.seat.name == "乙某"
    assert window.room().isVisible()
    assert "乙某" in window.windowTitle()


def test_ctrl_k_finds_an_action_by_its_words_and_does_it(window, qtbot):
    press(qtbot, window, Qt.Key.Key_K, CTRL)
    palette = window.findChild(CommandPalette)
    qtbot.waitUntil(palette.isVisible)
    palette._edit.setText("通讯")
    assert palette.words() == ["通讯录"]
    qtbot.keyClick(palette._edit, Qt.Key.Key_Return)
    assert window.room() is window.panel("contacts")


def test_the_palette_finds_by_key_name_and_by_initials(window, qtbot):
    palette = CommandPalette(
        window.desk.theme,
        window.desk.actions,
        window,
        initials=lambda word: "sp" if word == "锁屏" else "",
    )
    palette._edit.setText("f8")
    assert palette.words() == ["交接班"]
    palette._edit.setText("sp")
    assert palette.words() == ["锁屏"]
    palette._edit.setText("没有这个动作")
    assert palette.words() == []
    qtbot.keyClick(palette._edit, Qt.Key.Key_Return)


def test_the_key_sheet_lists_every_key_of_the_registry(window, qtbot):
    press(qtbot, window, Qt.Key.Key_Slash, CTRL)
    sheet = window.findChild(KeySheet)
    texts = sheet.texts()
    for spec in window.desk.actions.specs():
        if spec.key:
            assert spec.word in texts
    assert looking.clipped_texts(sheet) == []


def test_f1_opens_the_page_of_the_room_and_works_on_a_locked_desk(window, qtbot):
    press(qtbot, window, Qt.Key.Key_F1)
    shown = window.findChild(HelpWindow)
    assert shown.page_shown() == "index"
    shown.close()
    window.lock()
    press(qtbot, window, Qt.Key.Key_F1)
    assert shown.isVisible()
    assert shown.page_shown() == "lock"


def test_the_strip_keeps_clock_and_record_state_at_every_width(window):
    for width in (1920, 1366, 1100, 900):
        window.resize(width, 768)
        QCoreApplication.processEvents()
        texts = window.strip.texts()
        assert texts[-1] == "02:15:31"
        assert texts[-2].startswith("已保存")


def test_the_clock_beats_with_the_hub_and_shows_china_time(window, desk_clock):
    desk_clock.at += timedelta(seconds=30)
    window.desk.hub.beat()
    assert window.strip.texts()[-1] == "02:16:01"


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
