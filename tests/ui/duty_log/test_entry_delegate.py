import pytest
from PySide6.QtWidgets import QListView

from dutydesk.ui.duty_log.entry_delegate import MAX_LINES, EntryDelegate

NARROW = 120


@pytest.fixture
def delegate(theme, qtbot):
    view = QListView()
    qtbot.addWidget(view)
    return EntryDelegate(theme, view, view)


@pytest.mark.parametrize(
    "text",
    [
        "\U00020000\U00020001\U0002a6d6某某来电，" + "甲乙丙丁戊己庚辛" * 3,
        "😀收到" * 12,
        "第一行\n\U00020000\n第三行",
        "甲乙丙丁戊己庚辛" * 4,
        "",
    ],
)
def test_wrapped_lines_follow_each_other_without_losing_a_character(delegate, text):
    at = 0
    for start, length in delegate._laid_out(text, NARROW):
        assert text[at:start].strip("\n") == ""
        at = start + length
    assert at == len(text) or len(delegate._laid_out(text, NARROW)) > MAX_LINES


def test_a_rare_character_takes_as_much_room_as_a_common_one(delegate):
    def words(text):
        return [text[start : start + length] for start, length in delegate._laid_out(text, NARROW)]

    rare, common = words("\U00020000" + "甲" * 20), words("乙" + "甲" * 20)
    assert [len(line) for line in rare] == [len(line) for line in common]


def test_no_more_is_laid_out_than_is_shown(delegate):
    assert len(delegate._laid_out("甲\n" * 5000, NARROW)) == MAX_LINES + 1
