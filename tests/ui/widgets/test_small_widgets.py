from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent

from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.elided_label import ElidedLabel
from dutydesk.ui.widgets.empty_state import EmptyState, EmptyWords
from dutydesk.ui.widgets.tag import Tag, TagLook, tag_size


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


def test_a_tag_is_as_wide_as_its_word_at_every_type_size(theme, qtbot):
    tag = Tag(theme, TagLook("来电", "phone-incoming", "accent"))
    qtbot.addWidget(tag)
    small = tag.sizeHint()
    theme.set_scale(200)
    assert tag.sizeHint().width() > 1.8 * small.width()
    tag.show_look(TagLook("上级通知"))
    assert tag.sizeHint() == tag_size(theme, TagLook("上级通知"))
    assert tag.accessibleName() == "上级通知"


def test_an_empty_state_says_what_comes_and_begins_it(theme, qtbot):
    state = EmptyState(theme, EmptyWords("inbox", "还没有记录", "会排在这里。", "记第一条  F2"))
    qtbot.addWidget(state)
    with qtbot.waitSignal(state.begun):
        state._verb.click()


def test_the_wheel_never_changes_a_choice(theme, qtbot):
    box = ChoiceBox(theme, "类别")
    qtbot.addWidget(box)
    box.addItems(["来电", "去电"])
    event = QWheelEvent(
        box.rect().center(), box.rect().center(), box.rect().center(), box.rect().center(),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    box.wheelEvent(event)
    assert box.currentText() == "来电"
    assert not event.isAccepted()
