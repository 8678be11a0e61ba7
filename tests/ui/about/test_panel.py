"""关于: facts, self-check, verify and back up, by keys and at every type size."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication

from dutydesk.domain.verification import VerifyStage
from dutydesk.ui.about.given import AboutServices, ProgramFacts
from dutydesk.ui.about.panel import AboutPanel
from dutydesk.ui.about.self_check import Health
from dutydesk.ui.desk import RecordState
from dutydesk.ui.tasks import LaneRunner
from tests.ui import looking
from tests.ui.sample_desk import sample_desk


class State:
    def __init__(self):
        self.now = RecordState(checking=True)
        self.opened = []


@pytest.fixture
def state():
    return State()


@pytest.fixture
def panel(room, theme, state, qtbot):
    room.duty_log  # noqa: B018 -- the log is loaded
    desk = sample_desk(theme, room.clock)
    services = AboutServices(room.about, room.backup, room.verification, lambda: state.now)
    program = ProgramFacts({"版本": "值守台"}, "许可的说明", True, state.opened.append)
    made = AboutPanel(desk, services, program)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.entered()
    return made


def health(panel):
    return {line.part: line.health for line in panel.checks.lines()}


def test_the_page_says_what_the_room_is(panel, room):
    values = panel.room_facts.facts()
    assert values["单位"] == "安和街道办事处值班室"
    assert values["数据文件夹"] == str(room.store.folder.resolve())
    assert values["值班记录"] == "0条"
    assert len(values["记录校验码"].split()) == 4
    assert panel._practice.isVisible()


def test_the_record_is_waiting_then_sound_then_damaged(panel, state, room):
    assert health(panel)["值班记录"] is Health.WAITING
    state.now = RecordState(chain_checked_at=room.clock.now())
    panel.reload()
    assert health(panel)["值班记录"] is Health.GOOD
    state.now = RecordState(trouble="有损坏")
    panel.reload()
    assert health(panel)["值班记录"] is Health.BAD


def test_a_full_check_says_its_result_in_words(panel, qtbot):
    assert panel.check.hasFocus()
    qtbot.keyClick(panel.check, Qt.Key.Key_Space)
    assert "核对无误" in panel.result.text()
    assert panel.check.isEnabled()
    assert panel.check.hasFocus()


def test_a_check_names_what_was_tampered_with(panel, room, qtbot):
    with room.store.unjournalled() as tables:
        tables._rows._connection.execute("UPDATE room SET unit = 'x'")
    panel.check.click()
    assert "核对发现" in panel.result.text()


def test_a_backup_goes_where_the_officer_says(panel, tmp_path, qtbot):
    panel.desk.messages.answers = [tmp_path / "stick"]
    panel.back_up.click()
    assert "已备份并核对" in panel.result.text()
    assert list((tmp_path / "stick").glob("room-*.db"))


def test_a_backup_that_fails_is_said_and_the_buttons_come_back(panel, tmp_path):
    (tmp_path / "file").write_text("")
    panel.desk.messages.answers = [tmp_path / "file"]
    panel.back_up.click()
    assert "备份没有做成" in panel.result.text()
    assert panel.back_up.isEnabled()


def test_the_folder_opens_and_its_place_and_the_head_can_be_copied(panel, state, room):
    panel.open_folder.click()
    assert state.opened == [Path(room.store.folder.resolve())]
    panel.copy_folder.click()
    assert QGuiApplication.clipboard().text() == str(room.store.folder.resolve())
    panel.copy_head.click()
    assert len(QGuiApplication.clipboard().text()) == 64


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_clipped_or_unnamed(panel, theme, scale):
    theme.set_scale(scale)
    for _ in range(3):
        QCoreApplication.processEvents()
    assert looking.clipped_texts(panel) == []
    assert looking.outside(panel) == []
    assert looking.unnamed(panel) == []


def test_every_button_is_reached_by_tab(panel, qtbot):
    reached = looking.reached_by_tab(panel, qtbot)
    for button in (panel.check, panel.back_up, panel.open_folder, panel.copy_folder):
        assert button in reached


def test_a_whole_check_says_how_far_it_is_and_can_be_given_up(room, theme, state, qtbot):
    state.now = RecordState(chain_checked_at=room.clock.now())
    told, runner = [], LaneRunner()
    begun, go_on = threading.Event(), threading.Event()

    class Slow:
        def verify(self, _against, watch):
            watch(VerifyStage.FILE)
            begun.set()
            go_on.wait(60)
            watch(VerifyStage.CHAIN)
            told.append("went on")

    desk = sample_desk(theme, room.clock, runner)
    services = AboutServices(room.about, room.backup, Slow(), lambda: state.now)
    panel = AboutPanel(desk, services, ProgramFacts({}, "", True, print))
    qtbot.addWidget(panel)
    panel.show()
    panel.verify()
    assert begun.wait(60)
    qtbot.waitUntil(lambda: panel.result.text() == "正在核对文件（第1步，共7步）")
    assert panel.stop.isVisible()
    panel.stop.click()
    assert panel.result.text() == "没有核对完。记录没有改动，随时可以再核对。"
    assert panel.check.isEnabled()
    assert not panel.stop.isVisible()
    go_on.set()
    runner.close()
    assert told == []


def test_the_digits_of_an_old_record_are_checked_along(panel, room, qtbot):
    with room.store.reading() as tables:
        head = tables.journal.head()
    panel.against.setText(f"{head[:4]} {head[4:8]} {head[8:12]} {head[12:16]}".upper())
    qtbot.keyClick(panel.against, Qt.Key.Key_Return)
    assert "相符" in panel.result.text()
    panel.against.setText("12")
    qtbot.keyClick(panel.against, Qt.Key.Key_Return)
    assert "相符" not in panel.result.text()
    assert panel.against.text() == "12"
