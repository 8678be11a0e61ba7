"""A desk with invented facts and empty rooms, for tests of the shell and for first pictures."""

from datetime import timedelta

from PySide6.QtWidgets import QVBoxLayout

from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import Actor
from dutydesk.ui.actions import ActionRegistry
from dutydesk.ui.deadlines.clock_line import ClockLine
from dutydesk.ui.deadlines.panel import DeadlinePanel
from dutydesk.ui.desk import (
    Desk,
    DeskServices,
    OnDuty,
    RecordState,
    Seat,
    Session,
    StripFacts,
    Unlocker,
)
from dutydesk.ui.hub import Hub
from dutydesk.ui.main_window import DeskWindow
from dutydesk.ui.messages import RecordingMessages
from dutydesk.ui.rooms import RoomPanel, RoomSpec
from dutydesk.ui.tasks import InlineRunner
from dutydesk.ui.widgets.empty_state import EmptyState, EmptyWords
from dutydesk.ui.widgets.notice_strip import NoticeBoard

PIN = "246810"
ROOMS = (
    ("duty_desk", "值班台", "clipboard-list", "F5"),
    ("duty_log", "值班日志", "book-open-text", "Ctrl+2"),
    ("incident", "突发事件", "siren", "F7"),
    ("contacts", "通讯录", "contact", "F4"),
    ("handover", "交接班", "arrow-left-right", "F8"),
    ("officers", "人员", "users", "Ctrl+6"),
    ("settings", "设置", "settings", "Ctrl+7"),
    ("about", "关于", "info", "Ctrl+8"),
)


class MemoryDrafts:
    """Keeps drafts in memory; ``trouble`` is raised instead when it is set."""

    def __init__(self):
        self.kept, self.trouble = {}, None

    def keep(self, draft):
        if self.trouble is not None:
            raise self.trouble
        self.kept[draft.id] = draft

    def drop(self, draft_id):
        if self.trouble is not None:
            raise self.trouble
        self.kept.pop(draft_id, None)

    def of_form(self, form):
        return [draft for draft in self.kept.values() if draft.form == form]


class EmptyRoom(RoomPanel):
    """A room in which nothing has been recorded yet."""

    def __init__(self, desk, spec):
        super().__init__(desk)
        self.begun = 0
        words = EmptyWords(
            spec[2], f"{spec[1]}还是空的", "本班的记录会按时间排在这里。", "记第一条  F2"
        )
        self.empty = EmptyState(desk.theme, words, self)
        self.empty.begun.connect(self.begin)
        column = QVBoxLayout(self)
        column.addWidget(self.empty)

    def begin(self):
        self.begun += 1
        return True


def sample_desk(theme, clock, runner=None):
    return Desk(
        theme=theme,
        runner=runner or InlineRunner(),
        hub=Hub(clock),
        messages=RecordingMessages(),
        clock=clock,
        actions=ActionRegistry(),
        notices=NoticeBoard(theme),
        session=Session(Seat(Actor("1", "1"), "甲某")),
        drafts=MemoryDrafts(),
    )


def sample_services(clock, *, practice=False):
    def unlock(officer_id, pin):
        if pin != PIN:
            raise RecordUnknown("officer", officer_id)
        return Seat(Actor(officer_id, officer_id), "甲某" if officer_id == "1" else "乙某")

    return DeskServices(
        strip_facts=lambda: StripFacts(
            "安和街道办事处值班室",
            "11月20日 星期五 全天班 08:30–次日08:30",
            "11月20日 周五 全天班",
            (OnDuty("带班", "丙某", "13900001001"), OnDuty("主班", "甲某", "13900001002")),
        ),
        record_state=lambda: RecordState(clock.now() - timedelta(seconds=24), clock.now()),
        unlockers=lambda: (Unlocker("1", "甲某"), Unlocker("2", "乙某")),
        unlock=unlock,
        practice=practice,
    )


def sample_lines(clock):
    now = clock.now()
    return (
        ClockLine("3", "续报", "××社区仓库火灾", now + timedelta(minutes=345), "区政府总值班室"),
        ClockLine("1", "首报(电话)", "燃气泄漏", now - timedelta(minutes=8), "区政府总值班室"),
        ClockLine("2", "首报(书面)", "燃气泄漏", now + timedelta(minutes=9), "区政府总值班室"),
        ClockLine(
            "4", "未办结", "市政回电", now + timedelta(hours=7), is_item=True, counted="未办结"
        ),
        ClockLine("5", "未办结", "批示件待传阅", None, is_item=True, counted="未办结"),
    )


def sample_window(theme, clock, *, practice=False, lines=sample_lines, runner=None):
    desk = sample_desk(theme, clock, runner)
    rooms = [
        RoomSpec(spec[0], spec[1], spec[2], spec[3], lambda d, spec=spec: EmptyRoom(d, spec))
        for spec in ROOMS
    ]
    deadlines = DeadlinePanel(desk, lambda: lines(clock) if lines else ())
    window = DeskWindow(desk, sample_services(clock, practice=practice), rooms, deadlines)
    window.enter("duty_desk")
    return window
