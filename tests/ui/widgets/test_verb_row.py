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
