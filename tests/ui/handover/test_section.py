"""One part of the page, and text from people on it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from dutydesk.ui.handover.section import Section, clear, plain


def test_text_from_people_is_never_markup(qtbot):
    label = plain("<b>3号楼</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_cleared_layout_holds_nothing_that_is_seen(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    label = QLabel("传真机")
    column.addWidget(label)
    clear(column)
    assert column.count() == 0
    assert label.isHidden()


def test_fonts_follow_the_type_size(theme, qtbot):
    section = Section(theme, "签字")
    qtbot.addWidget(section)
    section.show()
    small = section.words.font().pixelSize()
    theme.set_scale(200)
    assert section.words.font().pixelSize() == 2 * small
    theme.set_scale(100)
