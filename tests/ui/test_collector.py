import gc
import threading
from collections.abc import Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject, QThread

from dutydesk.ui.collector import Collector
from dutydesk.ui.hub import Hub


class Ring(QObject):
    """A widget-like object in a reference cycle that notes the thread it dies on."""

    died_on: ClassVar[list[QThread]] = []

    def __init__(self) -> None:
        super().__init__()
        self.itself = self

    def __del__(self) -> None:
        Ring.died_on.append(QThread.currentThread())


@pytest.fixture
def collector(qapp, clock) -> Iterator[Collector]:
    was_enabled = gc.isenabled()
    hub = Hub(clock)
    made = Collector(hub)
    yield made
    if was_enabled:
        Collector.release()


def allocate_much() -> None:
    kept = [[number] for number in range(20_000)]
    assert kept


def test_a_busy_lane_never_destroys_what_belongs_to_the_window(collector: Collector) -> None:
    gc.collect()
    Ring.died_on.clear()
    Ring()
    lane = threading.Thread(target=allocate_much)
    lane.start()
    lane.join()
    assert Ring.died_on == []
    allocate_much()
    kept = [[number] for number in range(20_000)]
    collector.collect()
    assert kept
    assert Ring.died_on == [QThread.currentThread()]


def test_with_the_automatic_collector_the_lane_would_destroy_it(collector: Collector) -> None:
    gc.collect()
    Ring.died_on.clear()
    died: list[bool] = []
    Ring()
    Collector.release()
    here = QThread.currentThread()
    lane = threading.Thread(target=lambda: (allocate_much(), died.append(bool(Ring.died_on))))
    lane.start()
    lane.join()
    gc.disable()
    assert died == [True]
    assert Ring.died_on != [here]
