from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

from dutydesk.domain.entry_register import REGISTER_KINDS
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.ui.duty_log.register_dialog import RegisterDialog
from dutydesk.wording.paper import PAPER_KIND
from tests.ui import looking
from tests.ui.sample_desk import sample_desk

KEY = Qt.Key
CALLS = PaperKind.CALL_REGISTER


@pytest.fixture
def asked():
    return []


@pytest.fixture
def dialog(theme, desk_clock, qtbot, asked):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    made = RegisterDialog(sample_desk(theme, desk_clock), asked.append, date(2026, 11, 20), window)
    made.open()
    yield made
    # The window frees its dialogs: it must outlive the test.
    window.close()


def type_into(qtbot, dialog, field, text):
    looking.tab_to(qtbot, dialog, field)
    field.clear()
    field.insert(text)


def test_enter_alone_shows_the_calls_of_the_month_of_the_chosen_day(dialog, qtbot, asked):
    assert dialog.focusWidget() is dialog.paper
    looking.tab_to(qtbot, dialog, dialog.month)
    qtbot.keyClick(dialog.month, KEY.Key_Return)
    assert asked == [PaperRequest(CALLS, month=date(2026, 11, 1))]
    assert not dialog.isVisible()


def test_every_register_and_what_binds_them_can_be_chosen(dialog):
    words = [dialog.paper.itemText(at) for at in range(dialog.paper.count())]
    bound = (PaperKind.MONTH_VOLUME, PaperKind.SPOT_CHECK_PACK)
    assert words == [PAPER_KIND[kind] for kind in (*REGISTER_KINDS, *bound)]


def test_days_that_are_typed_are_a_span_and_the_month_is_not_looked_at(dialog, qtbot, asked):
    type_into(qtbot, dialog, dialog.since, "1103")
    type_into(qtbot, dialog, dialog.until, "11-20")
    qtbot.keyClick(dialog.until, KEY.Key_Return)
    assert asked == [PaperRequest(CALLS, since=date(2026, 11, 3), until=date(2026, 11, 20))]


def test_the_volume_goes_by_month_only(dialog, qtbot, asked):
    type_into(qtbot, dialog, dialog.since, "1103")
    qtbot.keyClick(dialog.paper, KEY.Key_End)
    assert dialog.since.isEnabled()
    qtbot.keyClick(dialog.paper, KEY.Key_Up)
    assert not dialog.since.isEnabled()
    type_into(qtbot, dialog, dialog.month, "10")
    qtbot.keyClick(dialog.month, KEY.Key_Return)
    assert asked == [PaperRequest(PaperKind.MONTH_VOLUME, month=date(2026, 10, 1))]


@pytest.mark.parametrize(
    ("name", "text"), [("month", "第一月"), ("since", "某天"), ("until", "13-40"), ("month", "")]
)
def test_what_cannot_be_read_is_said_and_the_cursor_goes_there(dialog, qtbot, asked, name, text):
    field = getattr(dialog, name)
    type_into(qtbot, dialog, field, text)
    qtbot.keyClick(field, KEY.Key_Return)
    assert asked == []
    assert dialog.isVisible()
    assert dialog.answer.text().endswith("。")
    assert dialog.focusWidget() is field


def test_days_in_the_wrong_order_are_said(dialog, qtbot, asked):
    type_into(qtbot, dialog, dialog.since, "1120")
    type_into(qtbot, dialog, dialog.until, "1103")
    qtbot.keyClick(dialog.until, KEY.Key_Return)
    assert asked == []
    assert "前后颠倒" in dialog.answer.text()
    assert dialog.focusWidget() is dialog.since


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_cut_at_any_type_size(dialog, theme, percent):
    theme.set_scale(percent)
    # A dialog takes its measures as it opens.
    made = RegisterDialog(dialog.desk, print, date(2026, 11, 20), dialog.parentWidget())
    dialog.close()
    made.open()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert looking.clipped_texts(made) == []
