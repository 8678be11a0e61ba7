from dutydesk.ui.widgets.verb_row import VerbRow
from tests.ui import looking


def test_no_key_of_a_verb_is_cut_in_a_narrow_room(theme, qtbot):
    done = []
    words = ("报告  Ctrl+R", "更新  Ctrl+U", "定级  Ctrl+Y", "结束  Ctrl+J")
    row = VerbRow(theme, [(word, lambda *_, word=word: done.append(word)) for word in words])
    qtbot.addWidget(row)
    row.show()
    for scale, width in ((100, 500), (200, 870), (100, 500)):
        theme.set_scale(scale)
        row.resize(width, 200)
        qtbot.waitUntil(lambda: looking.clipped_texts(row) == [])
    row.buttons[2].click()
    assert done == ["定级  Ctrl+Y"]


def test_what_is_wanted_less_often_stands_under_more_and_is_grey_when_it_cannot_be_done(
    theme, qtbot
):
    done, allowed = [], [False]
    row = VerbRow(theme, [("报告", done.clear)])
    qtbot.addWidget(row)
    action = row.add("时间线  Ctrl+T", lambda: done.append("时间线"), lambda: allowed[0])
    row.add("归档", lambda: done.append("归档"), lambda: True)
    assert row.more is not None
    assert row.more.text() == "更多"
    menu = row.more.menu()
    assert [one.text() for one in menu.actions()] == ["时间线  Ctrl+T", "归档"]
    menu.aboutToShow.emit()
    assert not action.isEnabled()
    allowed[0] = True
    menu.aboutToShow.emit()
    action.trigger()
    assert done == ["时间线"]
