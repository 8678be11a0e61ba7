"""A unit that says 初报 reads it everywhere: rooms, dialogs, help, keys, papers, the log."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
)

from dutydesk import paths
from dutydesk.domain.incident import IncidentLevel
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.ui.help.pages import HelpShelf
from tests.papers import reading
from tests.services.test_incident import opened, report
from tests.ui.live_desk import settle
from tests.ui.whole_desk import whole_desk

ROOMS = (
    "duty_desk",
    "duty_log",
    "day_view",
    "incident",
    "open_item",
    "directive",
    "statistics",
    "handover",
    "settings",
)
DEEDS = ("incident.report", "incident.update", "incident.grade", "incident.end")
PAPERS = (
    PaperKind.SPECIAL_REPORT,
    PaperKind.PHONE_REPORT_SHEET,
    PaperKind.INCIDENT_LEDGER,
    PaperKind.INCIDENT_DOSSIER,
    PaperKind.STATISTICS,
    PaperKind.LOG_SHEET,
)
OTHER, OURS = "首报", "初报"


@pytest.fixture
def live(staffed, theme, qtbot):
    room = staffed.room
    room.settings.put({"first_report_word": OURS}, by=staffed.by)
    fire = opened(room, level=IncidentLevel.ORDINARY)
    report(room, fire, "first", "phone")
    room.clock.forward(hours=5)
    report(room, fire, "first", "written")
    opened(room)
    return whole_desk(room, theme, qtbot)


def texts(root):
    """Return every word a window shows, of lists also what is scrolled away."""
    for label in root.findChildren(QLabel):
        yield f"{label.text()} {label.toolTip()}"
    for button in root.findChildren(QAbstractButton):
        yield f"{button.text()} {button.toolTip()}"
    for edit in root.findChildren(QLineEdit):
        yield f"{edit.text()} {edit.placeholderText()} {edit.toolTip()}"
    for edit in root.findChildren(QPlainTextEdit):
        yield f"{edit.toPlainText()} {edit.placeholderText()}"
    yield from choices(root)
    yield from rows(root)


def choices(root):
    for box in root.findChildren(QComboBox):
        items = [box.itemText(at) for at in range(box.count())]
        # The two words to choose from stand there whatever is chosen.
        yield from items if set(items) != {OTHER, OURS} else ()


def rows(root):
    two, top = {OTHER, OURS}, QModelIndex()
    for view in root.findChildren(QAbstractItemView):
        model = view.model()
        if model is None:
            continue
        is_list = isinstance(model, QAbstractListModel)
        cells = [
            str(model.index(row, column).data(Qt.ItemDataRole.DisplayRole) or "")
            for row in range(model.rowCount(top))
            for column in range(is_list or model.columnCount(top))
        ]
        yield from cells if set(cells) != two else ()


def wrong(root):
    return [text for text in texts(root) if OTHER in text]


def test_no_room_says_the_other_word(live):
    seen = set()
    for name in ROOMS:
        live.enter(name)
        settle()
        assert wrong(live.window) == [], name
        seen |= {text for text in texts(live.window) if OURS in text}
    assert seen


def test_no_dialog_of_an_incident_says_the_other_word(live):
    live.enter("incident")
    settle()
    for deed in DEEDS:
        live.desk.actions.trigger(deed)
        settle()
        dialogs = [one for one in QApplication.topLevelWidgets() if one is not live.window]
        shown = [one for one in dialogs if one.isVisible() and one.isWindow()]
        assert shown, deed
        assert [text for one in shown for text in wrong(one)] == [], deed
        for one in shown:
            one.hide()
            one.deleteLater()
        settle()


@pytest.mark.parametrize("kind", PAPERS)
def test_no_paper_says_the_other_word(live, kind):
    _, pdf = live.room.paper.make(PaperRequest(kind))
    text = reading.all_text(pdf)
    assert OTHER not in text
    if kind is not PaperKind.SPECIAL_REPORT:
        assert OURS in text


def test_nothing_that_is_shipped_for_all_units_says_either_word():
    book = HelpShelf(paths.resources_dir() / "help")
    assert [page.name for page in book.pages if OTHER in page.text or OURS in page.text] == []
    for file in (paths.resources_dir() / "rule_sets").glob("*.json"):
        rules = json.loads(file.read_text(encoding="utf-8"))["rules"]
        assert [rule["source"] for rule in rules if OTHER in rule["source"]] == []
    for file in (paths.resources_dir() / "templates").glob("*.docx"):
        with ZipFile(BytesIO(file.read_bytes())) as parts:
            document = parts.read("word/document.xml").decode("utf-8")
        assert OTHER not in document, file.name


def test_no_key_and_no_verb_says_the_other_word(live):
    for name in ROOMS:
        live.enter(name)
    words = [spec.word for spec in live.desk.actions.specs()]
    assert words
    assert [word for word in words if OTHER in word] == []
