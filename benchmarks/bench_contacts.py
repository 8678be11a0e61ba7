"""Contact lookup per key press at 20,000 people, and the import of a file of that size."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from dutydesk.assembly.opening import create_room
from dutydesk.assembly.room import DutyRoom, NewRoom
from dutydesk.domain.duty_log import DraftEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.officer import Actor

PEOPLE = 20_000
QUICK_PEOPLE = 4_000
CALLS = 200
LOOKUP_LIMIT_MS = 5.0
IMPORT_LIMIT_S = 30.0

_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗单仇曾解区朴盖查华任缪乐覃欧阳上官尉迟"
_GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂海红和行重长"
_POSTS = ("主任", "副主任", "联络员", "安全员", "网格员", "队长", "书记")


def run(quick: bool = False) -> list[dict[str, Any]]:
    """Return one row for lookup (p95 of a key press) and one for the import."""
    people = QUICK_PEOPLE if quick else PEOPLE
    with tempfile.TemporaryDirectory() as folder:
        room = create_room(Path(folder) / "room", NewRoom("性能测试", is_practice=True))
        try:
            seconds = _imported(room, Path(folder) / "people.csv", people)
            _call_some(room, people)
            spent = _lookups(room)
        finally:
            room.close()
    p95 = sorted(spent)[int(len(spent) * 0.95)] * 1000
    return [
        _row("contact_lookup_p95", people, p95, LOOKUP_LIMIT_MS, "ms"),
        _row("contact_import", people, seconds, IMPORT_LIMIT_S, "s"),
    ]


def _row(name: str, n: int, ours: float, limit: float, unit: str) -> dict[str, Any]:
    ratio = ours / limit
    return {
        "name": name,
        "n": n,
        "ours": round(ours, 3),
        "baseline": limit,
        "unit": unit,
        "ratio": round(ratio, 3),
        "limit": 1.0,
        "holds": ratio <= 1.0,
    }


def _imported(room: DutyRoom, path: Path, people: int) -> float:
    chance = random.Random(2026)
    lines = ["街道,社区,姓名,职务,手机,办公电话"]
    for place in range(people):
        name = chance.choice(_SURNAMES) + "".join(chance.choices(_GIVEN, k=chance.choice((1, 2))))
        street = place * 40 // people
        unit = f"第{street}街道,第{street}街道第{place % 30}社区"
        lines.append(f"{unit},{name},{chance.choice(_POSTS)},1990{place:07},0000-6{place:06}")
    path.write_text("\n".join(lines), encoding="utf-8")
    start = time.perf_counter()
    room.contact_import.import_file(path, by=Actor("cli"))
    return time.perf_counter() - start


def _call_some(room: DutyRoom, people: int) -> None:
    """Put calls on record, for whoever was called lately is looked at with every key."""
    chance = random.Random(2027)
    for _ in range(CALLS):
        room.duty_log.record(
            DraftEntry(
                id=room.duty_log.new_id(),
                kind=EntryKind.OUTGOING_CALL,
                text="电话通知防汛值守。",
                at=room.clock.now(),
                phone=f"1990{chance.randrange(people):07}",
            ),
            by=Actor("cli"),
        )


def _lookups(room: DutyRoom) -> list[float]:
    """Type every query key by key, as the field does; the median of three for each key."""
    queries = [
        "zhangwei",
        "zw",
        "qiuhe",
        "ouyangx",
        "dq",
        "13800000000",
        "0001234",
        "1999",
        "张伟",
        "单强",
        "第3街道",
        "社区",
        "联络员",
        "街道第7",
        "行长和",
        "查无此人",
        "xyzzy",
        "第3 zhang",
        "主任 伟",
        "3街道 联络员 王",
    ]
    prefixes = [query[:end] for query in queries for end in range(1, len(query) + 1)]
    room.contacts.find("a")
    return [statistics.median(_spent(room, prefix) for _ in range(3)) for prefix in prefixes]


def _spent(room: DutyRoom, prefix: str) -> float:
    start = time.perf_counter()
    room.contacts.find(prefix, 20)
    return time.perf_counter() - start


if __name__ == "__main__":
    for measured in run():
        print(measured)
