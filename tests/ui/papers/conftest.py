"""A paper desk over a real room, with a printer that keeps what it is sent."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from dutydesk.ui.desk import Seat
from dutydesk.ui.papers.paper_desk import PaperDesk
from dutydesk.ui.papers.preview import Outlets
from dutydesk.ui.tasks import LaneRunner
from tests.builders import draft
from tests.ui.sample_desk import sample_desk


@dataclass
class KeptPages:
    """A printer that keeps the pages; ``fails_at`` makes it stop."""

    pages: tuple = ()
    images: list = field(default_factory=list)
    ended: bool = False
    aborted: bool = False
    fails_with: Exception | None = None

    def begin(self):
        if self.fails_with is not None:
            raise self.fails_with

    def page(self, image: QImage):
        self.images.append(image)

    def end(self):
        self.ended = True

    def abort(self):
        self.aborted = True


@dataclass
class Choice:
    """The officer's choice of printer: this one, none, or no printer is there."""

    target: KeptPages = field(default_factory=KeptPages)
    chooses: bool = True
    error: Exception | None = None
    asked: list = field(default_factory=list)

    def __call__(self, _parent, title, pages):
        if self.error is not None:
            raise self.error
        self.asked.append((title, pages))
        self.target.pages = tuple(range(pages))
        return self.target if self.chooses else None


@dataclass
class Place:
    """A window with a paper desk, over a room in which a shift runs."""

    staff: object
    desk: object
    papers: PaperDesk
    printer: Choice
    opened: list
    window: QWidget
    qtbot: object

    def show(self, request):
        self.papers.show_paper(request)
        preview = self.papers.preview()
        preview.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is preview)
        return preview


def place_of(staff, theme, clock, qtbot, runner=None):
    window = QWidget()
    qtbot.addWidget(window)
    desk = sample_desk(theme, clock, runner)
    desk.session.sit_down(Seat(staff.by, "甲某"))
    QVBoxLayout(window).addWidget(desk.notices)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    printer, opened = Choice(), []

    def open_file(path):
        opened.append(path)
        return True

    papers = PaperDesk(desk, staff.room.paper, Outlets(printer, open_file))
    return Place(staff, desk, papers, printer, opened, window, qtbot)


@pytest.fixture
def place(staffed, theme, desk_clock, qtbot):
    for number in range(90):
        text = f"第{number}条。接区政府总值班室电话，要求报送值守情况。"
        staffed.room.duty_log.record(draft(staffed.room, text), by=staffed.by)
    return place_of(staffed, theme, desk_clock, qtbot)


@pytest.fixture
def lane():
    made = LaneRunner()
    yield made
    made.close()
