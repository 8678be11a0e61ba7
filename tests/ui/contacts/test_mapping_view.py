from dutydesk.domain.contact_file import ColumnGuess, ContactField, SheetMapping, SheetPreview
from dutydesk.ui.contacts.mapping_view import MappingView

MAPPING = SheetMapping(
    "表一",
    1,
    (ColumnGuess(0, "姓名", ContactField.NAME), ColumnGuess(1, "电话", ContactField.PHONE)),
)
SHEET = SheetPreview(MAPPING, (("说明", ""), ("单某", "110")), 2)


def test_what_is_not_touched_is_read_as_guessed(theme, qtbot):
    view = MappingView(theme, SHEET, is_fixed=False)
    qtbot.addWidget(view)
    assert view.mapping() == MAPPING


def test_a_deeper_heading_takes_rows_away_and_is_told(theme, qtbot):
    view = MappingView(theme, SHEET, is_fixed=False)
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.changed):
        view.heading.setValue(2)
    assert view.table.rowCount() == 2
    assert view.table.item(1, 0).text() == "单某"
    assert view.mapping().heading_rows == 2


def test_a_unit_for_those_without_one_is_told_when_it_is_written(theme, qtbot):
    view = MappingView(theme, SHEET, is_fixed=False)
    qtbot.addWidget(view)
    view.show()
    view.unit.setFocus()
    qtbot.keyClicks(view.unit, "x")
    with qtbot.waitSignal(view.changed):
        view.unit.editingFinished.emit()
    assert view.mapping().default_unit == "x"


def test_cards_of_a_telephone_cannot_be_mapped(theme, qtbot):
    view = MappingView(theme, SHEET, is_fixed=True)
    qtbot.addWidget(view)
    view.show()
    assert not view.boxes[0].isEnabled()
    assert not view.heading.isVisible()
