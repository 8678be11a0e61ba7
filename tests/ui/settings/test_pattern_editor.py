import pytest

from dutydesk.domain.settings import FULL_DAY_PATTERN, SHIFT_PATTERNS
from dutydesk.ui.settings.pattern_editor import PatternEditor
from tests.ui import looking
from tests.ui.live_desk import settle


@pytest.fixture
def editor(theme, qtbot):
    made = PatternEditor(theme)
    qtbot.addWidget(made)
    made.set_value(list(FULL_DAY_PATTERN))
    made.show()
    return made


def pick(editor, key):
    editor.preset.setCurrentIndex(editor.preset.findData(key))
    editor.preset.activated.emit(editor.preset.currentIndex())


@pytest.mark.parametrize("key", SHIFT_PATTERNS)
def test_a_usual_pattern_fills_the_rows(editor, qtbot, key):
    with qtbot.waitSignal(editor.changed):
        pick(editor, key)
    assert editor.value() == SHIFT_PATTERNS[key]


def test_the_first_line_of_the_list_changes_nothing(editor, qtbot):
    with qtbot.assertNotEmitted(editor.changed):
        pick(editor, None)
    assert editor.value() == FULL_DAY_PATTERN


def test_a_row_more_begins_where_the_last_one_ends_up_to_four(editor):
    editor.set_value([{"kind": "day", "start": "08:30", "end": "18:00", "days": "every"}])
    editor.more.click()
    assert editor.value()[1]["start"] == "18:00"
    editor.more.click()
    editor.more.click()
    assert len(editor.value()) == 4
    assert not editor.more.isEnabled()


def test_the_last_row_cannot_be_dropped(editor):
    pick(editor, "two_shifts")
    editor._rows[0].drop.click()
    assert [row["kind"] for row in editor.value()] == ["night"]
    assert not editor._rows[0].drop.isEnabled()


def test_typed_times_are_read_without_blanks(editor, qtbot):
    editor._rows[0].start.clear()
    with qtbot.waitSignal(editor.changed):
        qtbot.keyClicks(editor._rows[0].start, " 09:00 ")
    assert editor.value()[0]["start"] == "09:00"


def test_rows_that_went_leave_nothing_behind(editor):
    pick(editor, "two_shifts")
    pick(editor, "full_day")
    settle()
    assert len(looking.shown(editor, type(editor._rows[0].start))) == 2


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_clipped_at_any_type_size(editor, theme, scale):
    pick(editor, "two_shifts")
    theme.set_scale(scale)
    settle()
    editor.resize(editor.sizeHint())
    assert looking.clipped_texts(editor) == []
    assert looking.unnamed(editor) == []
