from PySide6.QtCore import Qt

from dutydesk.domain.report_writing import EntryOffer
from dutydesk.ui.incident.new_entries_pane import NewEntriesPane
from dutydesk.wording.report_text.entries import entry_statement
from tests.incident_builders import at
from tests.wording.report_text.builders import entry


def offers():
    late, early = entry("明火已扑灭"), entry("消防车到场", "2026-11-21 02:40")
    sent = at("2026-11-21 03:40")
    return [EntryOffer(one, entry_statement(one, sent), is_taken=True) for one in (late, early)]


def test_ticks_follow_the_text_and_the_keys(theme, qtbot):
    pane = NewEntriesPane(theme)
    qtbot.addWidget(pane)
    made = offers()
    pane.show_offers(made, made[0].statement.text)
    assert [pane.item(n).checkState() for n in (0, 1)] == [
        Qt.CheckState.Checked,
        Qt.CheckState.Unchecked,
    ]
    assert pane.ordered() == [made[1].statement.text, made[0].statement.text]
    with qtbot.waitSignal(pane.left) as left:
        qtbot.keyClick(pane, Qt.Key.Key_Space)
    assert left.args == [made[0]]
    pane.setCurrentRow(1)
    with qtbot.waitSignal(pane.taken) as taken:
        qtbot.keyClick(pane, Qt.Key.Key_Space)
    assert taken.args == [made[1]]
    with qtbot.assertNotEmitted(pane.taken):
        pane.follow(made[0].statement.text)
    assert pane.item(0).checkState() is Qt.CheckState.Checked
