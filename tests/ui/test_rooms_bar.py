from PySide6.QtCore import QCoreApplication, Qt

from tests.ui import sample_desk as sample
from tests.ui.looking import CTRL, press

_MORE = tuple((f"more_{n}", f"房间{n}", "users", f"Ctrl+F{n}") for n in range(1, 13))


def test_the_count_of_a_room_stands_beside_its_name(window):
    window.room().count_changed.emit(2)
    assert window.bar.buttons["duty_desk"].count == 2
    assert window.bar.buttons["duty_desk"].accessibleName() == "值班台，2 项"


def _is_in_sight(button):
    return button.visibleRegion().boundingRect() == button.rect()


def test_twenty_rooms_at_twice_the_type_do_not_make_the_window_outgrow_the_screen(
    theme, desk_clock, qtbot, monkeypatch
):
    monkeypatch.setattr(sample, "ROOMS", (*sample.ROOMS, *_MORE))
    window = sample.sample_window(theme, desk_clock)
    qtbot.addWidget(window)
    window.desk.theme.set_scale(200)
    window.resize(1366, 768)
    window.show()
    QCoreApplication.processEvents()
    assert window.height() == 768
    assert not _is_in_sight(window.bar.buttons["more_12"])
    press(qtbot, window, Qt.Key.Key_F12, CTRL)
    assert _is_in_sight(window.bar.buttons["more_12"])
    press(qtbot, window, Qt.Key.Key_F5)
    assert _is_in_sight(window.bar.buttons["duty_desk"])
