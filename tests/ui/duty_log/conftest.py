import pytest

from dutydesk.ui.draft_keeper import DraftKeeper
from dutydesk.ui.duty_log.matter_line import MatterLine
from dutydesk.ui.tasks import LaneRunner
from tests.ui.live_desk import fill_contacts, live_desk


@pytest.fixture
def live(staffed, theme, qtbot):
    """Sit at the desk of a room with contacts, in the front room."""
    fill_contacts(staffed)
    return live_desk(staffed.room, theme, qtbot)


@pytest.fixture
def lane():
    """Work beside the window; what ``at_end`` says is done on the lane before it closes."""
    made = LaneRunner()
    made.at_end = made.window = None
    yield made
    if made.window is not None:
        for keeper in made.window.findChildren(DraftKeeper):
            keeper.forget()
        for line in made.window.findChildren(MatterLine):
            line.clear()
    if made.at_end is not None:
        made.submit(made.at_end, done=lambda _: None)
    made.close()
