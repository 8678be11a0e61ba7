"""A form with one verb: what is refused is said, PINs go, the rest stays."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.errors import RecordUnknown
from dutydesk.ui.ask_dialog import AskDialog
from dutydesk.ui.widgets.pin_field import PinField
from tests.ui import looking
from tests.ui.sample_desk import sample_desk


class _Asking(AskDialog):
    """Asks for a name and a PIN; only one PIN is right."""

    def __init__(self, desk, parent):
        super().__init__(desk, "签字", "签字", parent)
        self.name, self.pin = QLineEdit(), PinField("口令", is_kept=True)
        self.form.row("姓名", self.name)
        self.form.row("口令", self.pin)
        self.lines = [self.text_row(f"说明{number}") for number in range(6)]

    def job(self):
        name, pin = self.name.text(), self.pin.text()
        if not name:
            self.say("还没有写姓名。", self.name)
            return None

        def run():
            if pin != "246810":
                raise RecordUnknown("officer", name)
            return Done(name, Changes({"officer": frozenset({"1"})}))

        return run


def asking(theme, clock, qtbot, height=900):
    window = QWidget()
    window.resize(1366, height)
    qtbot.addWidget(window)
    window.show()
    dialog = _Asking(sample_desk(theme, clock), window)
    dialog.open()
    QApplication.processEvents()
    return window, dialog


def test_a_refusal_is_said_and_only_the_pin_is_gone(theme, desk_clock, qtbot):
    _, dialog = asking(theme, desk_clock, qtbot)
    dialog.name.setText("甲某")
    dialog.pin.setText("111111")
    dialog.submit()
    assert dialog.isVisible()
    assert dialog.answer.isVisible()
    assert (dialog.name.text(), dialog.pin.text()) == ("甲某", "")


def test_what_is_missing_is_asked_for(theme, desk_clock, qtbot):
    _, dialog = asking(theme, desk_clock, qtbot)
    dialog.submit()
    assert dialog.answer.text() == "还没有写姓名。"
    assert dialog.focusWidget() is dialog.name


def test_after_the_write_all_hear_of_it_and_the_window_closes(theme, desk_clock, qtbot):
    _, dialog = asking(theme, desk_clock, qtbot)
    dialog.name.setText("甲某")
    dialog.pin.setText("246810")
    with qtbot.waitSignals([dialog.answered, dialog.desk.hub.committed]):
        qtbot.keyClick(dialog.pin, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_a_form_higher_than_the_desk_scrolls(theme, desk_clock, qtbot):
    window, dialog = asking(theme, desk_clock, qtbot, height=400)
    assert dialog.height() <= window.height()
    assert dialog.accept_button.visibleRegion().boundingRect().isValid()
    assert looking.clipped_texts(dialog) == []


def test_who_may_only_look_can_still_leave_and_writes_nothing(theme, desk_clock, qtbot):
    _, dialog = asking(theme, desk_clock, qtbot)
    dialog.name.setText("甲某")
    dialog.accept_button.setEnabled(False)
    dialog.submit()
    assert not dialog.is_saving
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_tab_goes_through_the_form_then_to_the_verb_then_to_leaving(theme, desk_clock, qtbot):
    _, dialog = asking(theme, desk_clock, qtbot)
    assert dialog.focusWidget() is dialog.name
    reached = [dialog.name, dialog.pin, *dialog.lines, dialog.accept_button]
    assert looking.reached_by_tab(dialog, qtbot)[: len(reached)] == reached


def test_a_reason_asked_for_while_the_form_is_open_is_seen_without_scrolling(
    theme, desk_clock, qtbot
):
    _, dialog = asking(theme, desk_clock, qtbot)
    before = dialog.height()
    late = [dialog.text_row(f"超时原因{number}") for number in range(2)]
    QApplication.processEvents()
    assert dialog.height() > before
    bar = dialog._area.verticalScrollBar()
    assert bar.maximum() == 0
    assert all(edit.isVisible() for edit in late)
