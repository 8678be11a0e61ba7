"""One run of the desk: what comes when, what a fault or damage does, how it ends."""

import pytest

from dutydesk.app.desk_run import DeskRun, RunParts
from dutydesk.app.faults import FaultWatch
from dutydesk.app.keeping import DAMAGE
from dutydesk.app.opening import Opened
from dutydesk.app.shell import NOBODY, RecordKeeping
from dutydesk.app.start import build_shell
from dutydesk.assembly.opening import open_room, read_room
from dutydesk.domain.errors import StoreBusy, StoreDamaged, StoreReadOnly
from dutydesk.domain.journal import grouped_head
from dutydesk.ui.help.window import HelpWindow
from dutydesk.ui.input_method import InputPlan, InputState
from dutydesk.ui.messages import RecordingMessages
from dutydesk.ui.tasks import LaneRunner
from tests.ui.conftest import *  # noqa: F403 -- the theme of the desk


@pytest.fixture
def begun(folder, theme, qtbot):
    """Begin runs on the room of ``folder``, and close them."""
    runs = []

    def begin(state=InputState.NOT_LINUX, **opened):
        room = read_room(folder) if opened else open_room(folder, wait_seconds=0)
        lane, keeping = LaneRunner(is_held=True), RecordKeeping(InputPlan(state))
        window = build_shell(room, theme, lane, RecordingMessages(), keeping)
        run = DeskRun(Opened(room, **opened), RunParts(window, lane, keeping, FaultWatch()))
        runs.append(run)
        return run, window

    yield begin
    for run in runs:
        run.close()


def keys(window):
    return {notice.key for notice in window.desk.notices.notices()}


def test_nothing_is_read_before_the_first_paint(begun, qtbot):
    run, window = begun()
    assert window.desk.session.seat == NOBODY
    assert window.room() is None
    window.show()
    qtbot.waitUntil(lambda: window.room() is not None)
    assert window.desk.session.seat.name == "未接班"
    assert window.desk.session.seat.may_write
    qtbot.waitUntil(lambda: run._parts.keeping.is_awake)
    qtbot.waitUntil(lambda: "安和街道办事处值班室" in window.strip.texts())


def test_a_desk_that_only_reads_says_so_and_can_try_again(begun, qtbot):
    run, window = begun(only_reads=StoreReadOnly("x"))
    run.show_front_room()
    assert "read_only" in keys(window)
    assert not window.desk.session.seat.may_write
    run._try_again()
    assert run._ended.again


def test_a_missing_input_method_is_hinted_at_with_its_help_page(begun, qtbot):
    run, window = begun(InputState.MISSING)
    run.show_front_room()
    assert "input" in keys(window)
    run._show_input_help()
    assert window.findChild(HelpWindow).page_shown() == "chinese_input"


def test_damage_that_shows_when_a_page_is_read_puts_up_the_strip(begun, qtbot):
    run, window = begun()
    run.show_front_room()
    run._settle()
    run._on_fault(StoreDamaged("x", "malformed"))
    assert DAMAGE in keys(window)
    assert window.desk.messages.told == []


@pytest.mark.parametrize(
    ("answer", "ends"),
    [
        ("restore", (True, True, False)),
        ("read", (True, False, True)),
        ("go_on", (False, False, False)),
    ],
)
def test_damage_can_be_mended_read_or_left_for_later(begun, qtbot, answer, ends):
    run, window = begun()
    run._room.backup.automatic()
    run.show_front_room()
    run._settle()
    window.desk.messages.answers = [answer]
    run._mend(StoreDamaged(str(run._room.store.path), "x"))
    ended = run._ended
    found = (ended.again, ended.trouble is not None, ended.read_because is not None)
    assert found == ends


def test_a_backup_of_another_folder_is_found_by_the_open_desk_and_passed_on(
    begun, qtbot, tmp_path
):
    run, window = begun()
    made = run._room.backup.backup_now(tmp_path / "stick")
    run.show_front_room()
    run._settle()
    window.desk.messages.answers = ["search", tmp_path / "stick", "restore"]
    run._mend(StoreDamaged(str(run._room.store.path), "x"))
    assert run._ended.places == (tmp_path / "stick",)
    assert grouped_head(made.journal_head) in window.desk.messages.decisions[-1].detail


def test_a_fault_is_told_in_words_and_an_expected_failure_in_a_strip(begun, qtbot):
    run, window = begun()
    run.show_front_room()
    run._settle()
    run._on_fault(StoreBusy())
    assert "fault" in keys(window)
    run._on_fault(KeyError("x"))
    ((title, text),) = window.desk.messages.told
    assert title == "值守台出了差错"
    assert "安全" in text
    assert "dutydesk.log" in text


def test_closing_twice_is_closing_once_and_frees_the_room(begun, folder, qtbot):
    run, _ = begun()
    run.show_front_room()
    run.close()
    run.close()
    run.show_front_room()
    run._settle()
    open_room(folder, wait_seconds=0).close()
