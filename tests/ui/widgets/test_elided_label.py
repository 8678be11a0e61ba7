from PySide6.QtCore import Qt

from dutydesk.ui.widgets.elided_label import ElidedLabel


def test_a_shortened_label_tells_the_whole_as_tool_tip_and_name(theme, qtbot):
    label = ElidedLabel("安和街道办事处值班室")
    qtbot.addWidget(label)
    label.resize(60, 24)
    label.show()
    assert label.is_elided()
    assert label.toolTip() == "安和街道办事处值班室"
    assert label.accessibleName() == "安和街道办事处值班室"
    label.resize(400, 24)
    assert label.toolTip() == ""


def test_a_label_shows_text_from_people_as_it_is(qtbot):
    label = ElidedLabel("<b>甲</b>\n乙")
    qtbot.addWidget(label)
    assert label.text() == "<b>甲</b> 乙"
    assert label.textFormat() is Qt.TextFormat.PlainText
