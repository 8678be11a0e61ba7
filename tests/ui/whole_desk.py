"""The desk as the program builds it, over a real room; alarms are heard by a list."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

from dutydesk.app.matters import Matters
from dutydesk.app.start import build_window
from dutydesk.ui.messages import RecordingMessages
from dutydesk.ui.tasks import InlineRunner
from tests.ui.live_desk import LiveDesk, settle


@dataclass
class Heard:
    """What the alarm did beyond the strips: tones, sentences for the tray, window to the front."""

    tones: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    forward: int = 0

    def play(self, name):
        self.tones.append(name)

    def nudge(self, title, text):
        self.said.append(text)

    def come_forward(self):
        self.forward += 1


@dataclass
class WholeDesk(LiveDesk):
    """Adds the alarm and a clock that tests move."""

    heard: Heard = field(default_factory=Heard)

    @property
    def alarm(self):
        return self.window.findChild(Matters).alarm

    def go_on(self, **span):
        """Let the clock run and the second strike."""
        self.room.clock.at += timedelta(**span)
        self.desk.hub.beat()
        settle()

    def notices(self):
        return [notice.text for notice in self.desk.notices.notices()]


def whole_desk(room, theme, qtbot, heard=None, runner=None):
    """Show the desk; whoever is on duty sits."""
    window = build_window(room, theme, runner or InlineRunner(), RecordingMessages())
    made = WholeDesk(room, window, qtbot, heard or Heard())
    alarm = made.alarm
    alarm._outlets = replace(alarm._outlets, sounds=made.heard, caller=made.heard)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.enter("duty_desk")
    return made
