from PySide6.QtCore import Qt, QUrl

from dutydesk import paths
from dutydesk.ui.help.pages import HelpShelf
from dutydesk.ui.help.window import HelpWindow


def test_pages_open_by_name_search_and_link_and_escape_closes(theme, qtbot):
    window = HelpWindow(theme, HelpShelf(paths.resources_dir() / "help"))
    qtbot.addWidget(window)
    window.show()
    window.open_page("chinese_input")
    assert window.page_shown() == "chinese_input"
    assert "输入法" in window._text.toPlainText()
    window._search.setText("锁屏")
    assert window.page_shown() == "lock"
    window._search.setText("没有这样的词")
    assert window.page_shown() == ""
    assert "没有找到" in window._text.toPlainText()
    window._follow(QUrl("keys.html"))
    assert window.page_shown() == "keys"
    theme.set_scale(200)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
