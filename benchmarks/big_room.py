"""Rooms of any size with Chinese entries, made once and kept in ``build/bench``.

Every row goes through the store's own row and journal classes, so the chain, the tables and the
search index are what a room has that grew by one entry a time; only the commits are bundled.
"""

from __future__ import annotations

import hashlib
import random
import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from dutydesk import paths
from dutydesk.assembly.clocks import FixedClock, seeded_ids
from dutydesk.assembly.opening import create_room
from dutydesk.assembly.room import NewRoom
from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.identity import UuidSource
from dutydesk.domain.instants import from_iso
from dutydesk.domain.officer import Actor, OfficerRole
from dutydesk.domain.shift import Presence, Shift, ShiftKind, ShiftStatus
from dutydesk.store import database
from dutydesk.store.journal import JournalWriter, Stamp
from dutydesk.store.rows import WritingRows
from dutydesk.store.tables import Tables

KEPT = Path(__file__).resolve().parent.parent / "build" / "bench"

# Written into a few entries only: the word for the plain scan, which has to read them all.
RARE_WORD = "喆堃泵站"
RARE_HITS = 30

PER_SHIFT = 100
_BUNDLE = 5000

# Raised when what is written below changes: older rooms are then made anew.
_GENERATION = 2
_START = from_iso("2020-01-01T08:30")

# fmt: off
_PLACES = (
    "安和三社区", "解放路与人民路路口", "滨江大道", "老旧小区2号楼", "县医院", "第三中学",
    "高铁站北广场", "万达广场", "工业园区", "水库大坝", "青石桥", "西山林场", "物流园",
    "农贸市场", "地铁3号线", "幸福里小区", "化工厂", "污水处理厂",
)
_EVENTS = (
    "燃气异味", "自来水管爆裂", "路面塌陷", "电梯困人", "居民楼起火", "车辆追尾",
    "河道水位上涨", "树木倒伏", "停电", "高空坠物", "噪音扰民", "群众聚集", "走失老人",
    "食物中毒", "山体滑坡", "道路积水", "变压器故障", "井盖缺失", "毒蜂",
)
_DONE = (
    "已通知街道值班室", "已联系燃气公司到场处置", "已转区应急局", "已报带班领导",
    "请公安分局协助", "已派网格员查看", "请供电公司抢修", "已电话回访", "现场已设置警戒",
    "已启动应急预案", "待续报", "已转水务局", "请交警大队疏导",
)
# fmt: on
_SOURCES = ("区政府总值班室", "市应急局", "安和街道", "12345热线", "公安分局", "群众来电", "")
_NAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_CHARACTERS = [chr(code) for code in range(0x4E00, 0x4E00 + 3000)]


def room_of(entries: int) -> Path:
    """Return the data folder of a room with so many entries; made when it is not there yet."""
    schema = hashlib.sha256(paths.schema_file().read_bytes()).hexdigest()
    folder = KEPT / f"room-{entries}-{_GENERATION}-{schema[:8]}"
    if not (folder / "room.db").exists():
        making = folder.with_name(folder.name + ".making")
        shutil.rmtree(making, ignore_errors=True)
        fill(making, entries)
        making.rename(folder)
    return folder


def copy_of(entries: int, target: Path) -> Path:
    """Return a copy that may be written into."""
    target.mkdir(parents=True)
    for file in room_of(entries).iterdir():
        if file.suffix in {".db", ".json"}:
            shutil.copyfile(file, target / file.name)
    return target


def fill(folder: Path, entries: int) -> None:
    """Make a room: shifts of a hundred entries, one journal row each."""
    clock = FixedClock(_START)
    ids = seeded_ids(clock, 2026)
    room = create_room(folder, NewRoom("安和街道办事处值班室", is_practice=True), clock, ids)
    officer = room.officer.add("甲某", OfficerRole.ADMIN, "246810", by=Actor("cli")).value
    with room.store.reading() as tables:
        newest = tables.journal.newest()
    assert newest is not None
    room.close()
    connection = database.open_writer(folder / "room.db")
    filling = Filling(connection, ids, newest.replica, officer.id)
    for start in range(0, entries, _BUNDLE):
        connection.execute("BEGIN IMMEDIATE")
        for number in range(start, min(start + _BUNDLE, entries)):
            filling.entry(number, clock)
        connection.execute("COMMIT")
    connection.close()


class Filling:
    """Writes entry after entry in the course of invented years."""

    def __init__(
        self, connection: database.driver.Connection, ids: UuidSource, replica: str, officer: str
    ) -> None:
        self._rows = WritingRows(connection)
        self._tables = Tables(self._rows)
        self._journal = JournalWriter(database.schema_version())
        self._ids, self._replica, self._officer = ids, replica, officer
        self._chance = random.Random(2026)
        self._shift: Shift | None = None

    def entry(self, number: int, clock: FixedClock) -> None:
        """Append one entry, with a new shift where one begins."""
        if number % PER_SHIFT == 0:
            self._next_shift(number // PER_SHIFT, clock)
        assert self._shift is not None
        clock.forward(minutes=10)
        chance = self._chance
        self._tables.duty_log.append(
            LogEntry(
                id=self._ids.new(),
                shift_id=self._shift.id,
                no=number % PER_SHIFT + 1,
                at=clock.now() - timedelta(minutes=chance.randrange(10)),
                kind=chance.choice(list(EntryKind)),
                source=chance.choice(_SOURCES),
                person=chance.choice(_NAMES) + "某",
                phone=f"199{chance.randrange(10**8):08}" if chance.random() < 0.4 else "",
                text=self._text(number),
                handling="",
                instruction="",
                officer_id=self._officer,
                recorder="甲某",
                recorded_at=clock.now(),
                is_late=False,
            )
        )
        self._seal("duty_log.record", clock)

    def _text(self, number: int) -> str:
        chance = self._chance
        rare = RARE_WORD if number % 32_768 == 77 or number in {5, 500, 900} else ""
        name = "".join(chance.choices(_CHARACTERS, k=2))
        details = "".join(chance.choices(_CHARACTERS, k=chance.randrange(6)))
        return (
            f"{chance.choice(_PLACES)}{rare}{chance.choice(_EVENTS)}，{name}反映{details}"
            f"{chance.choice(_DONE)}，{chance.choice(_DONE)}。"
        )

    def _next_shift(self, number: int, clock: FixedClock) -> None:
        if self._shift is not None:
            over = replace(self._shift, status=ShiftStatus.HANDED_OVER, ended_at=clock.now())
            self._tables.shift.put(over)
            self._seal("handover.sign", clock)
        day = date(2020, 1, 1) + timedelta(days=number % 36_000)
        self._shift = Shift(
            id=self._ids.new(),
            duty_date=day,
            kind=ShiftKind.FULL,
            starts_at=clock.now(),
            ends_at=clock.now() + timedelta(days=1),
            status=ShiftStatus.ON_DUTY,
            started_at=clock.now(),
            primary_officer_id=self._officer,
            presence=Presence.ON_SITE,
        )
        self._tables.shift.put(self._shift)
        self._seal("shift.start", clock)

    def _seal(self, action: str, clock: FixedClock) -> None:
        stamp = Stamp(self._replica, clock.now(), clock.tick(), self._officer, action)
        self._journal.append(self._rows, stamp, {})
        self._rows.images.clear()
