import threading
import time
import weakref

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QLabel

from dutydesk.domain.errors import StoreBusy
from dutydesk.ui.tasks import InlineRunner, LaneRunner, Queue, RunnerClosedError


@pytest.fixture(params=[LaneRunner, InlineRunner])
def runner(request, qapp):
    made = request.param()
    yield made
    made.close()


@pytest.fixture
def lane(qapp):
    made = LaneRunner()
    yield made
    made.close()


class Receiver(QObject):
    def __init__(self):
        super().__init__()
        self.got = []
        self.threads = []

    def take(self, value):
        self.got.append(value)
        self.threads.append(QThread.currentThread())

    def take_step(self, number, total, words):
        self.got.append((number, total, words))


@pytest.mark.parametrize("queue", list(Queue))
def test_a_result_comes_back_on_the_gui_thread(runner, queue, qtbot, qapp):
    receiver = Receiver()
    runner.submit(lambda: 7, done=receiver.take, queue=queue)
    qtbot.waitUntil(lambda: receiver.got == [7])
    assert receiver.threads == [qapp.thread()]


def test_results_of_the_lane_keep_the_order_of_the_jobs(runner, qtbot):
    receiver = Receiver()
    for number in range(50):
        runner.submit(lambda number=number: number, done=receiver.take)
    qtbot.waitUntil(lambda: len(receiver.got) == 50)
    assert receiver.got == list(range(50))


def test_a_failure_is_handed_to_the_one_who_asked(runner, qtbot):
    receiver = Receiver()

    def job():
        raise StoreBusy

    runner.submit(job, done=receiver.take, failed=receiver.take)
    qtbot.waitUntil(lambda: len(receiver.got) == 1)
    assert isinstance(receiver.got[0], StoreBusy)


def test_a_failure_nobody_takes_reaches_the_crash_hook(runner, qtbot, monkeypatch):
    seen = []
    monkeypatch.setattr("sys.excepthook", lambda kind, error, trace: seen.append(kind))
    runner.submit(lambda: 1 / 0, done=print)
    qtbot.waitUntil(lambda: seen == [ZeroDivisionError])


def test_a_result_for_a_closed_widget_is_dropped(runner, qtbot):
    class Panel(QLabel):
        def take(self, text):
            self.setText(text)

    panel = Panel()
    callback = panel.take
    shiboken6.delete(panel)
    marker = Receiver()
    runner.submit(lambda: "late", done=callback)
    runner.submit(lambda: "next", done=marker.take)
    qtbot.waitUntil(lambda: marker.got == ["next"])


def test_a_waiting_job_keeps_no_widget_alive(lane, qtbot):
    gate = threading.Event()
    marker = Receiver()
    lane.submit(gate.wait, done=marker.take)
    panel = Receiver()
    gone = weakref.ref(panel)
    lane.submit(lambda: 1, done=panel.take)
    del panel
    assert gone() is None
    gate.set()
    qtbot.waitUntil(lambda: marker.got == [True])


def test_a_long_job_reports_its_steps(runner, qtbot):
    receiver = Receiver()

    def job(watch):
        for number in (1, 2):
            watch.step(number, 2, "日")
        return "ready"

    runner.submit_long(job, done=receiver.take, failed=receiver.take, progress=receiver.take_step)
    qtbot.waitUntil(lambda: len(receiver.got) == 3)
    assert receiver.got == [(1, 2, "日"), (2, 2, "日"), "ready"]


def test_a_cancelled_job_stops_at_its_next_step_and_is_silent(lane, qtbot):
    receiver = Receiver()
    started, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def job(watch):
        started.set()
        go_on.wait(5)
        try:
            watch.step(1, 2, "")
        finally:
            ended.set()

    watch = lane.submit_long(
        job, done=receiver.take, failed=receiver.take, progress=receiver.take_step
    )
    assert started.wait(5)
    watch.cancel()
    go_on.set()
    assert ended.wait(5)
    qtbot.wait(20)
    assert receiver.got == []


def test_a_long_job_does_not_hold_up_the_lane(lane, qtbot):
    receiver, gate = Receiver(), threading.Event()
    lane.submit(lambda: gate.wait(5), done=receiver.take, queue=Queue.POOL)
    lane.submit(lambda: "entry", done=receiver.take)
    qtbot.waitUntil(lambda: receiver.got == ["entry"])
    gate.set()


def test_a_closing_runner_refuses_new_jobs(runner):
    runner.close()
    with pytest.raises(RunnerClosedError):
        runner.submit(lambda: 1, done=print)
    with pytest.raises(RunnerClosedError):
        runner.submit_long(lambda watch: 1, done=print, failed=print, progress=print)


def test_closing_finishes_and_delivers_what_was_submitted(lane):
    receiver = Receiver()
    for number in range(20):
        lane.submit(lambda number=number: time.sleep(0.001) or number, done=receiver.take)
    lane.close()
    assert receiver.got == list(range(20))
