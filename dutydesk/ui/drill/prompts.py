"""What comes in during a drill: a strip for each call and document, and how fast time goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from dutydesk.domain.drill import SPEEDS, Drill, DrillEvent, come_in
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.deadlines.panel import DeadlinePanel
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.wording.drill import event_line, speed_word

FASTER = ActionSpec("drill.faster", "演练加快", "", ActionGroup.DESK, "clock")
SLOWER = ActionSpec("drill.slower", "演练放慢", "", ActionGroup.DESK, "clock")
PAUSE = ActionSpec("drill.pause", "演练暂停或继续", "", ActionGroup.DESK, "clock")
REVIEW = ActionSpec("drill.review", "演练讲评", "", ActionGroup.DESK, "info")
HEARD = "已接听"


class DrillClock(Protocol):
    """A clock whose speed can be set; 0 stands."""

    speed: int


class DrillPrompts(QObject):
    """Rings each event at its time by the practice clock; who has heard it takes it down.

    The strip stays until then: logging is the trainee's own work, from what he heard.
    """

    def __init__(
        self,
        desk: Desk,
        panel: DeadlinePanel,
        drill: Drill,
        clock: DrillClock | None,
        review: Callable[[], object],
    ) -> None:
        super().__init__(panel)
        self._desk, self._drill, self._clock, self._review = desk, drill, clock, review
        self._rung = 0
        self._before = 1
        self.button = QPushButton()
        self.button.setAccessibleName("演练快慢")
        self.button.clicked.connect(self.faster)
        if clock is not None:
            panel.add_button(self.button)
        for spec, deed in (
            (FASTER, self.faster),
            (SLOWER, self.slower),
            (PAUSE, self.pause),
            (REVIEW, self.review),
        ):
            desk.actions.add(spec, deed, panel)
        desk.hub.second.connect(self._on_second)
        self._show_speed()

    def faster(self) -> None:
        """Go on at the next higher speed; behind the highest comes the first again."""
        self._turn(1)

    def slower(self) -> None:
        """Go on at the next lower speed."""
        self._turn(-1)

    def pause(self) -> None:
        """Let the time stand, or go on as before."""
        if self._clock is None:
            return
        if self._clock.speed:
            self._before, self._clock.speed = self._clock.speed, 0
        else:
            self._clock.speed = self._before
        self._show_speed()

    def review(self) -> None:
        """Show what has been made of it so far."""
        self._review()

    def _turn(self, by: int) -> None:
        if self._clock is None:
            return
        speed = self._clock.speed or self._before
        place = SPEEDS.index(speed) if speed in SPEEDS else 0
        self._clock.speed = SPEEDS[(place + by) % len(SPEEDS)]
        self._show_speed()

    def _show_speed(self) -> None:
        if self._clock is not None:
            self.button.setText(speed_word(self._clock.speed))

    def _on_second(self, now: datetime) -> None:
        events = come_in(self._drill, now)
        for event in events[self._rung :]:
            self._ring(event)
        self._rung = max(self._rung, len(events))

    def _ring(self, event: DrillEvent) -> None:
        key = f"drill.{event.no}"
        down = partial(self._desk.notices.take_down, key)
        text = event_line(event)
        # A hint: what comes in is not read from a locked desk.
        self._desk.notices.put(Notice(key, NoticeKind.HINT, text, HEARD, down, stays=True))
