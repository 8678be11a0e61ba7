"""Ten thousand random texts go in, come back equal, are found by parts of them, and print."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from dutydesk.assembly.clocks import FixedClock, seeded_ids
from dutydesk.assembly.opening import create_room
from dutydesk.assembly.room import DutyRoom, NewRoom
from dutydesk.domain.duty_log import SEARCHED
from dutydesk.domain.instants import from_iso
from dutydesk.domain.log_search import LogSearch, searched_text
from dutydesk.domain.officer import Actor
from dutydesk.domain.search_text import folded, match_expression, query_words
from dutydesk.papers.log_sheet import log_sheet_pdf
from tests.builders import draft

MANY = 10_000
CLI = Actor("cli")

# From where the signs of a text are taken: each text has some of a few of these.
POOLS = (
    range(0x20, 0x7F),
    range(0x4E00, 0xA000),
    range(0x3400, 0x4DC0),
    range(0xF900, 0xFB00),
    range(0x2F00, 0x2FE0),
    range(0xFF00, 0xFFF0),
    range(0x3000, 0x3400),
    range(0x20),
    range(0x7F, 0x250),
    range(0x300, 0x370),
    range(0x590, 0x780),
    range(0x900, 0x1000),
    range(0x1100, 0x1200),
    range(0xAC00, 0xD7B0),
    range(0x2000, 0x2070),
    range(0xE000, 0xE100),
    range(0xFE00, 0xFE10),
    range(0xFFF0, 0x10000),
    range(0x10000, 0x10200),
    range(0x1D100, 0x1D200),
    range(0x1F300, 0x1FAFF),
    range(0x20000, 0x20100),
    range(0x2F800, 0x2FA20),
    range(0xE0000, 0xE0200),
    range(0xF0000, 0xF0100),
    range(0x10FF00, 0x110000),
    range(0x110, 0xD800),
    range(0xE000, 0x110000),
)
WHOLE = (
    "👨\u200d👩\u200d👧\u200d👦", "🇨🇳", "1\ufe0f\u20e3", "\u202e倒着\u202c", "e\u0301\u0323", "\r",
    "\r\n", "\u2028", "\u2029", "\u0085", "\ufeff", "\x00", "氣象臺", "燃氣", "ﬁ", "İ", "ß",
    "가\u11a8", "ｶﾞ", "　",
)  # fmt: skip


def random_text(chance: random.Random) -> str:
    pools = chance.sample(POOLS, chance.randint(1, 3))
    signs = [
        chance.choice(WHOLE) if chance.random() < 0.1 else chr(chance.choice(chance.choice(pools)))
        for _ in range(chance.randint(1, 24))
    ]
    return "".join(signs)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[DutyRoom, list[list[str]]]]:
    """Five texts an entry, one a field, so that each commit puts five on record."""
    chance = random.Random(20261120)  # noqa: S311 -- the same texts each time
    texts = [random_text(chance) for _ in range(MANY)]
    clock = FixedClock(from_iso("2026-11-20T08:30"))
    folder: Path = tmp_path_factory.mktemp("random") / "room"
    room = create_room(folder, NewRoom("值班室", is_practice=True), clock, seeded_ids(clock, 9))
    rows = [texts[at : at + 5] for at in range(0, MANY, 5)]
    for row in rows:
        # The content of an entry says something; the other fields may hold blanks alone.
        row.sort(key=lambda text: not text.strip())
        values = dict(zip(("text", *SEARCHED[1:3], *SEARCHED[4:]), row, strict=True))
        room.duty_log.record(draft(room, **values), by=CLI)
    yield room, rows
    room.close()


def test_they_come_back_equal(filled: tuple[DutyRoom, list[list[str]]]) -> None:
    room, rows = filled
    entries = room.duty_log.page(room.duty_log.all_rowids())
    kept = [
        [getattr(one.entry, name) for name in SEARCHED if name != "phone"]
        for one in entries.values()
    ]
    assert kept == rows
    assert sum(map(len, kept)) == MANY


def test_they_are_found_by_a_part_of_each_as_by_a_plain_scan(
    filled: tuple[DutyRoom, list[list[str]]],
) -> None:
    room, rows = filled
    entries = room.duty_log.page(room.duty_log.all_rowids())
    scanned = [(rowid, folded(searched_text(one.entry))) for rowid, one in entries.items()]
    scanned.reverse()
    chance = random.Random(7)  # noqa: S311 -- the same pieces each time
    own = scans = 0
    for rowid, row in zip(entries, rows, strict=True):
        pieces = []
        for text in row:
            start = chance.randrange(len(text))
            pieces.append(text[start : start + chance.randint(1, 6)])
        words = query_words(query := "\n".join(pieces))
        if not match_expression(words):
            # Without a letter nothing but a scan can tell, which is slow: some of those.
            scans += 1
            if scans % 5:
                continue
        found = room.duty_log.find(LogSearch(query, limit=20)).rowids
        plain = [at for at, whole in scanned if all(word in whole for word in words)]
        assert list(found) == (plain[:20] if words else []), ascii(query)
        # Cut between a letter and its accent, a piece is no part of the text as searched.
        own += rowid in plain
    assert scans < len(rows) // 10
    assert own > len(rows) // 2


def test_the_room_verifies_with_them(filled: tuple[DutyRoom, list[list[str]]]) -> None:
    assert filled[0].verification.verify().ok


def test_they_are_printed(filled: tuple[DutyRoom, list[list[str]]]) -> None:
    pdf = log_sheet_pdf(filled[0].log_sheet.sheets(None)[1])
    assert pdf.content.startswith(b"%PDF")
    assert pdf.pages > 50
