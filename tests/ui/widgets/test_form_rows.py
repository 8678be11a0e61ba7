import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from dutydesk.ui.widgets.form_rows import FormRows


@pytest.fixture
def holder(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def form(theme, holder):
    return FormRows(theme, holder)


def test_a_row_names_its_field_for_the_screen_reader_and_the_label_leads_to_it(form):
    field = QLineEdit()
    label = form.row("电话", field)
    assert label.text() == "电话"
    assert label.buddy() is field
    assert field.accessibleName() == "电话"


def test_a_field_that_has_a_name_keeps_it(form):
    field = QLineEdit()
    field.setAccessibleName("值班电话")
    form.row("电话", field)
    assert field.accessibleName() == "值班电话"


def test_a_note_stands_under_its_field_and_wraps(form, holder):
    field = QLineEdit()
    form.row("电话", field)
    note = form.note("印在通讯录和专报上，" * 6)
    holder.resize(300, 400)
    holder.show()
    assert note.geometry().top() >= field.geometry().bottom()
    assert note.geometry().left() == field.geometry().left()
    assert note.height() >= note.heightForWidth(note.width())
    assert note.property("tone") == "muted"


def test_the_gaps_follow_the_type_size(form, theme):
    theme.set_scale(200)
    form.restyle()
    assert (form.horizontalSpacing(), form.verticalSpacing()) == (24, 16)


def test_a_note_that_fits_one_line_stands_as_close_as_any_other(theme, form, holder):
    notes = [
        form.note(words)
        for words in ("每行一个。", "什么时候接班、每班多长。改动从下一班起算，以前的班不变。")
    ]
    for width, lines in ((600, 1), (160, 2)):
        holder.resize(width, 400)
        holder.show()
        form.activate()
        line = notes[0].fontMetrics().height()
        assert notes[0].height() < 1.5 * line
        assert notes[1].height() >= (lines - 0.5) * line
        assert notes[1].height() < 1.5 * line or lines == 2
