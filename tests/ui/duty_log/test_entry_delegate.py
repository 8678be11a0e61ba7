from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from dutydesk.domain.duty_log import ListedEntry
from dutydesk.ui.duty_log.entry_delegate import MAX_LINES, EntryDelegate
from dutydesk.ui.duty_log.log_model import LogModel
from tests.builders import draft

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


@pytest.mark.parametrize("width", [60, NARROW, 300])
def test_what_is_taken_for_one_line_without_laying_it_out_is_one_line(delegate, width):
    texts = [sign * count for sign in "国，W@—　1" for count in (1, 3, 7, 8, 20)] + [
        "甲\n乙",
        "😀",
        "",
    ]
    found = [text for text in texts if delegate._fits_a_line(text, width)]
    assert len(found) > 2
    assert [text for text in found if len(delegate._laid_out(text, width)) > 1] == []
    assert "甲\n乙" not in found


@pytest.fixture
def view(staffed, theme, qtbot):
    """A list of one day line and two entries, the second one long and struck."""
    room = staffed.room
    short = room.duty_log.record(draft(room, "短"), by=staffed.by).value
    long = replace(short, id="2", no=2, text="3号楼地下车库进水，" * 60, handling="已通知市政处")
    made = QListView()
    qtbot.addWidget(made)
    model = LogModel(made)
    day = staffed.shift.duty_date
    model.show_entries(
        [ListedEntry(short, day), ListedEntry(long, day, corrected_by="3")], frozenset({"2"})
    )
    made.setModel(model)
    made.setItemDelegate(EntryDelegate(theme, made, made))
    made.resize(600, 400)
    made.show()
    return made


def height(view, row):
    return view.itemDelegate().sizeHint(QStyleOptionViewItem(), view.model().index(row)).height()


def picture(view, row, *, state=QStyle.StateFlag.State_Enabled):
    option = QStyleOptionViewItem()
    option.rect = view.visualRect(view.model().index(row)).translated(
        0, -view.visualRect(view.model().index(row)).y()
    )
    option.state = state
    image = QImage(QSize(600, 200), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    view.itemDelegate().paint(painter, option, view.model().index(row))
    painter.end()
    return image


def test_a_long_text_takes_three_lines_and_no_more(view, theme):
    pitch = view.itemDelegate()._pitch()
    assert height(view, 2) - height(view, 1) == (MAX_LINES - 1) * pitch


def test_rows_grow_with_the_type_and_with_a_narrow_window(view, theme):
    small = height(view, 1)
    theme.set_scale(200)
    assert height(view, 1) >= 1.8 * small
    assert height(view, 1) >= theme.measure("row")
    theme.set_scale(100)
    assert height(view, 1) == small


def test_a_height_is_measured_once(view):
    height(view, 2)
    delegate = view.itemDelegate()
    known = dict(delegate._heights)
    height(view, 2)
    assert delegate._heights == known


@pytest.mark.parametrize("row", [0, 1, 2])
def test_each_line_is_drawn(view, row):
    blank = QImage(QSize(600, 200), QImage.Format.Format_RGB32)
    blank.fill(0xFFFFFF)
    assert picture(view, row) != blank


def test_the_selected_row_looks_different_by_shape_too(view, theme):
    selected = QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Selected
    image = picture(view, 1, state=selected)
    assert image.pixelColor(1, 10) == theme.colour("accent")
    assert picture(view, 1).pixelColor(1, 10) != theme.colour("accent")


def test_struck_text_is_struck_through(view, theme):
    plain = replace(
        view.model().lines[2], listed=replace(view.model().lines[2].listed, corrected_by=None)
    )
    struck = picture(view, 2)
    view.model().lines[2] = plain
    assert picture(view, 2) != struck


@pytest.mark.parametrize("width", [40, 90, 5000])
def test_any_width_is_drawn(view, width):
    view.resize(width, 300)
    assert height(view, 2) > 0
    assert not view.grab().isNull()
