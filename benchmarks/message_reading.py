"""How well pasted messages are read: the 74 labelled messages beside the checkout, in two halves.

``python -m benchmarks.message_reading [FILE]`` prints the scores of both. The halves are cut by
the hash of each id: rules are written while looking at the first, the second only checks them.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from dutydesk.domain.instants import CHINA
from dutydesk.domain.message_reading import MESSAGE_FIGURES, MessageReading
from dutydesk.exchange.message_reader import read_message

ROOT = Path(__file__).resolve().parent.parent
MESSAGES = ROOT.parent / "shared" / "data" / "incidents" / "messages.jsonl"

TO_REACH = {
    "category": 0.97,
    "kind": 0.92,
    "occurred_at": 0.85,
    "place_overlaps": 0.85,
    "place_f1": 0.75,
    "deaths": 0.9,
    "missing": 0.9,
    "injured": 0.9,
    "poisoned_or_ill": 0.9,
}
"""The share of messages read rightly; a figure that is not stated must be read as not stated."""

_OVERLAP = 0.5
_SHOWN = {"minute": 16, "hour": 13}
_DAY_SHOWN = 10


@dataclass(frozen=True)
class Labelled:
    """A message, when it was told, and what a person read in it."""

    id: str
    text: str
    received_at: datetime
    expected: dict[str, Any]

    @property
    def is_for_looking(self) -> bool:
        """Tell whether rules may be written with this message in view."""
        return int(hashlib.sha256(self.id.encode()).hexdigest(), 16) % 2 == 0


def labelled(path: Path = MESSAGES) -> list[Labelled]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_labelled(json.loads(line)) for line in lines if line.strip()]


def _labelled(line: dict[str, Any]) -> Labelled:
    text = f"{line['title']}\n{line['text']}"
    return Labelled(line["id"], text, received_at(line["report_time"]), line["expected"])


def received_at(written: str) -> datetime:
    """Read a report time as newspapers print it; a bare day is any time of it."""
    found = re.search(r"(\d{4})\D+(\d{1,2})\D+(\d{1,2})(?:\D+(\d{1,2}):(\d{2}))?", written)
    assert found is not None, written
    year, month, day = (int(part) for part in found.groups()[:3])
    hour, minute = (int(found[4]), int(found[5])) if found[4] else (23, 59)
    return datetime(year, month, day, hour, minute, tzinfo=CHINA)


def character_f1(one: str, other: str) -> float:
    if not one or not other:
        return 0.0
    common = sum((Counter(one) & Counter(other)).values())
    return 2 * common / (len(one) + len(other))


def is_same_time(reading: MessageReading, expected: dict[str, Any]) -> bool:
    """Compare to the precision that the message states."""
    if expected["occurred_at"] is None or reading.occurred_at is None:
        return expected["occurred_at"] is reading.occurred_at
    shown = _SHOWN.get(expected["occurred_precision"], _DAY_SHOWN)
    return reading.occurred_at.isoformat()[:shown] == str(expected["occurred_at"])[:shown]


def scores(messages: list[Labelled]) -> dict[str, float]:
    """Return the share of messages read rightly, field by field."""
    right: Counter[str] = Counter()
    f1 = 0.0
    for message in messages:
        reading = read_message(message.text, message.received_at)
        for field in ("category", "kind", *MESSAGE_FIGURES):
            right[field] += getattr(reading, field) == message.expected[field]
        right["occurred_at"] += is_same_time(reading, message.expected)
        likeness = character_f1(reading.place or "", message.expected["place"])
        right["place_overlaps"] += likeness >= _OVERLAP
        f1 += likeness
    found = {field: count / len(messages) for field, count in right.items()}
    return {**found, "place_f1": f1 / len(messages)}


def milliseconds(messages: list[Labelled]) -> list[float]:
    """Return what each message costs once the word lists are loaded."""
    read_message(messages[0].text, messages[0].received_at)
    spent = []
    for message in messages:
        start = time.perf_counter()
        read_message(message.text, message.received_at)
        spent.append((time.perf_counter() - start) * 1000)
    return spent


def main(words: Sequence[str]) -> int:
    path = Path(words[0]) if words else MESSAGES
    if not path.is_file():
        print(f"no messages at {path}: nothing measured")
        return 0
    every = labelled(path)
    halves = {
        "looking": [one for one in every if one.is_for_looking],
        "checking": [one for one in every if not one.is_for_looking],
    }
    for name, messages in halves.items():
        if not messages:
            continue
        spent = sorted(milliseconds(messages))
        print(f"{name}: {len(messages)} messages, median {spent[len(spent) // 2]:.1f} ms")
        found = scores(messages)
        for field in sorted(found):
            limit = TO_REACH.get(field)
            verdict = "" if limit is None else f"to reach {limit:.0%}"
            print(f"  {field:18} {found[field]:7.1%}  {verdict}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
