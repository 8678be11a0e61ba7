"""Whatever happens while an officer is typing, cursor and keys stay where they are."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from shiboken6 import isValid

from dutydesk.app.keeping import automatic_backup
from dutydesk.domain.changes import Changes
from dutydesk.domain.draft import Draft
from dutydesk.domain.errors import StoreFull
from dutydesk.store import schema
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from tests.builders import draft, item_draft
from tests.ui.conftest import desk_clock, screen_font, theme  # noqa: F401 - fixtures
from tests.ui.deadlines.test_alarm import open_incident
from tests.ui.live_desk import CTRL, settle
from tests.ui.whole_desk import whole_desk

KEY = Qt.Key


@pytest.fixture
def live(staffed, theme, qtbot):  # noqa: F811 - the fixtures above
    """Sit at the whole desk with an incident running and three rooms entered before."""
    made = whole_desk(staffed.room, theme, qtbot)
    open_incident(made)
    for name in ("duty_log", "incident", "open_item", "handover", "duty_desk"):
        made.enter(name)
    return made


def due(live):
    """The alarm climbs from banner to strip, and goes on past the deadline."""
    for minutes in (20, 5, 5, 1, 15, 60):
        live.go_on(minutes=minutes)
    assert "soon" in live.heard.tones
    assert live.notices()


def commits(live):
    """Somebody else wrote every table there is."""
    for table in schema.fresh_tables():
        live.desk.hub.announce(Changes({table: frozenset({"x"})}))


def other_window(live):
    """The command line records beside the desk."""
    room, by = live.room, live.desk.session.seat.actor
    for done in (
        room.duty_log.record(draft(room, "别处记的"), by=by),
        room.open_item.open(item_draft("别处列的", "市政"), by=by),
    ):
        live.desk.hub.announce(done.changes)


def minutes(live):
    for _ in range(12):
        live.go_on(minutes=1)


def notices(live):
    for number, kind in enumerate(NoticeKind):
        notice = Notice(f"n{number}", kind, "有一件事", "看看", lambda: None, stays=True)
        live.desk.notices.put(notice)
        settle()
        live.desk.notices.take_down(f"n{number}")


def backup(live):
    live.desk.hub.backed_up.emit(automatic_backup(live.room))
    live.desk.hub.backed_up.emit(StoreFull("/data/backups"))


def looks(live):
    for percent in (200, 100):
        live.desk.theme.set_scale(percent)
        settle()


def tabs(live):
    live.room.draft.keep(Draft("other", "entry", {"text": "另一份"}))
    live.panel().drafts.refresh()
    live.panel().drafts.show_drafts([])


def own_draft(live):
    live.panel().form.keeper.save()


def clock_goes_back(live):
    live.room.clock.at -= timedelta(hours=3)
    live.desk.hub.beat()


HAPPENINGS = (
    due,
    commits,
    other_window,
    minutes,
    notices,
    backup,
    looks,
    tabs,
    own_draft,
    clock_goes_back,
)


def half_written(live):
    """Write half a sentence and put the cursor into it, two signs selected."""
    live.press(KEY.Key_F2, KEY.Key_Return)
    live.type("abcdef")
    text = live.panel().form.fields.text
    for key in (KEY.Key_Left, KEY.Key_Left):
        live.press(key)
    live.press((KEY.Key_Left, Qt.KeyboardModifier.ShiftModifier))
    return text


def state(text):
    cursor = text.textCursor()
    return text.toPlainText(), cursor.position(), cursor.anchor(), QApplication.focusWidget()


@pytest.mark.parametrize("happens", HAPPENINGS, ids=lambda one: one.__name__)
def test_it_leaves_whoever_is_typing_alone(live, happens):
    text = half_written(live)
    before = state(text)
    assert before[1:] == (3, 4, text)
    happens(live)
    settle()
    assert state(text) == before
    live.type("X")
    assert text.toPlainText() == "abcXef"


@pytest.mark.parametrize("happens", [due, commits, minutes, notices], ids=lambda one: one.__name__)
def test_it_leaves_whoever_looks_for_a_phrase_alone(live, happens):
    live.press((KEY.Key_J, CTRL))
    live.type("xc")
    focus = QApplication.focusWidget()
    happens(live)
    settle()
    assert QApplication.focusWidget() is focus
    assert (focus.text(), focus.isVisible()) == ("xc", True)


def test_what_does_take_the_focus_is_seen_here(live):
    text = half_written(live)
    before = state(text)
    live.window.bar.buttons["officer"].setFocus()
    assert state(text) != before


def everything(live):
    for happens in (due, commits, other_window, minutes, notices, backup, clock_goes_back):
        happens(live)
        settle()


@pytest.mark.parametrize("name", ["open_item", "directive", "absence_notice", "equipment"])
def test_it_leaves_whoever_fills_a_dialog_alone_and_what_is_typed_is_kept(live, name):
    live.enter(name).begin()
    (dialog,) = [one for one in live.window.findChildren(QDialog) if one.isVisible()]
    live.qtbot.waitUntil(dialog.isActiveWindow)
    field = dialog.focusWidget()
    live.qtbot.keyClicks(field, "abcdef")
    live.qtbot.keyClick(field, KEY.Key_Left)
    live.qtbot.keyClick(field, KEY.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    everything(live)
    assert (field.text(), field.selectedText()) == ("abcdef", "e")
    assert QApplication.focusWidget() is field
    assert dialog.isActiveWindow()
    live.qtbot.keyClicks(field, "X")
    form = dialog.kept._form
    live.qtbot.waitUntil(lambda: "abcdXf" in str(live.room.draft.of_form(form)))
    # The plug is pulled: nobody asks the dialog whether it wants to go.
    dialog.deleteLater()
    live.qtbot.waitUntil(lambda: not isValid(dialog))
    live.panel(name).begin()
    (again,) = [one for one in live.window.findChildren(QDialog) if one.isVisible()]
    assert again.kept.isVisible()
    assert "abcdXf" in [edit.text() for edit in again.findChildren(QLineEdit)]
