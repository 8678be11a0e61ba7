from PySide6.QtCore import Qt

from dutydesk.ui.palette import CommandPalette
from tests.ui.looking import CTRL, press


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
    assert palette._none.isVisibleTo(palette)
    qtbot.keyClick(palette._edit, Qt.Key.Key_Return)


def test_keys_stand_under_each_other_at_the_right(window, qtbot):
    palette = CommandPalette(window.desk.theme, window.desk.actions, window)
    palette.show()
    shown = palette._list.viewport().grab().toImage()
    ground = window.desk.theme.colour("surface")
    ends = []
    for at in (1, 2, 3):
        row = palette._list.visualItemRect(palette._list.item(at))
        ends.append(
            max(
                x
                for x in range(row.right())
                for y in range(row.top() + 4, row.bottom() - 4)
                if abs(shown.pixelColor(x, y).lightness() - ground.lightness()) > 60
            )
        )
    assert max(ends) - min(ends) <= 3
    assert min(ends) > palette._list.viewport().width() - window.desk.theme.px(24)
