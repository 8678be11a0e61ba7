"""Lookup by stored keys: ranked, and never missing what a plain scan finds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.contact_lookup import words_of
from dutydesk.domain.officer import Actor

BY = Actor("cli")
PEOPLE = """单位,姓名,职务,手机,办公电话
区应急管理局,单强,局长,19900001003,0000-6511554
区应急管理局,单志勇,副局长,19900003003,0000-6001003
安和街道,沈强,单位联络员,19900001004,
安和街道,曾静,应急办主任,19900001005,
单县办事处,区春,主任,19900001006,
,John Wu,顾问,19900001007,
"""


@pytest.fixture
def found(room: DutyRoom, tmp_path: Path) -> Callable[..., list[str]]:
    path = tmp_path / "表.csv"
    path.write_text(PEOPLE.replace(",John", "外办,John"), "utf-8")
    room.contact_import.import_file(path, by=BY)
    return lambda text, limit=20: [c.contact.name for c in room.contacts.find(text, limit)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("单", ["单强", "单志勇", "区春", "沈强"]),
        ("1003", ["单强", "单志勇"]),
        ("3003", ["单志勇"]),
        ("０００１００３", ["单强"]),
        ("19900001004", ["沈强"]),
        ("0000-6511554", ["单强"]),
        ("sq", ["单强", "沈强"]),
        ("SHANQ", ["单强"]),
        ("dq", ["单强"]),
        ("ｏｃ", ["区春"]),
        ("qc", ["区春"]),
        ("zengjing", ["曾静"]),
        ("cengj", ["曾静"]),
        ("应急", ["曾静", "单强", "单志勇"]),
        ("yjglj", ["单强", "单志勇"]),
        ("局长", ["单强", "单志勇"]),
        ("安和 主任", ["曾静"]),
        ("安和 zeng", ["曾静"]),
        ("john", ["John Wu"]),
        ("联络员", ["沈强"]),
        ("查无此人", []),
        ("", []),
        ("%", []),
        ("_", []),
        ("'; DROP TABLE contact", []),
    ],
)
def test_a_word_finds_in_the_order_of_the_ranking(
    found: Callable[..., list[str]], text: str, names: list[str]
) -> None:
    assert found(text) == names


def test_a_limit_keeps_the_best(found: Callable[..., list[str]]) -> None:
    assert found("单", 1) == ["单强"]
    assert found("单", 2) == ["单强", "单志勇"]


def test_whoever_was_called_lately_stands_before_the_equals_and_behind_the_better(
    room: DutyRoom, found: Callable[..., list[str]]
) -> None:
    with room.store.reading() as tables:
        lookup = tables.contact_lookup
        of = {name: lookup.find([name], 1)[0] for name in ("单强", "单志勇", "区春", "沈强")}
        names = {rowid: name for name, rowid in of.items()}

        def order(text: str, *recent: str) -> list[str]:
            lifted = lookup.lifted([of[name] for name in recent])
            rowids = lookup.find(words_of(text), 20, lifted)
            return [names.get(rowid, "") for rowid in rowids]

        assert order("单") == ["单强", "单志勇", "区春", "沈强"]
        assert order("单", "单志勇") == ["单志勇", "单强", "区春", "沈强"]
        # 区春 has the word in the unit only: no call lifts it above a name.
        assert order("单", "区春", "单志勇") == ["单志勇", "单强", "区春", "沈强"]
        assert order("sq", "沈强") == ["沈强", "单强"]
        assert order("单强", "单志勇")[0] == "单强"
        assert order("查无此人", "单志勇") == []


def test_a_lift_adds_nobody_and_leaves_nobody_out(room: DutyRoom, shared_data: Path) -> None:
    room.contact_import.import_file(shared_data / "office" / "通讯录.xlsx", by=BY)
    with room.store.reading() as tables:
        lookup = tables.contact_lookup
        everybody = [row[0] for row in lookup._rows.query("SELECT rowid FROM contact")]
        for query in ("张", "zh", "1", "安", "安 li", "a 角", "主任"):
            words = words_of(query)
            for recent in (everybody[::7], everybody[-3:]):
                lifted = lookup.lifted(recent)
                assert set(lookup.find(words, 1000, lifted)) == set(lookup.find(words, 1000))


def test_the_lookup_misses_nothing_that_a_plain_scan_finds(
    room: DutyRoom, shared_data: Path
) -> None:
    room.contact_import.import_file(shared_data / "office" / "通讯录.xlsx", by=BY)
    words = ["张", "zh", "z", "10", "0000", "安和", "安", "主任", "1", "sq", "a", "li", "e"]
    words += ["安 li", "1 张", "a 角"]
    with room.store.reading() as tables:
        texts = tables.contact_lookup._rows.query("SELECT * FROM contact_text")
        for query in words:
            looked_for = words_of(query)
            scanned = {
                rowid
                for rowid, plain, typed in texts
                if all(word in plain or f"\n{word}" in typed for word in looked_for)
            }
            assert set(tables.contact_lookup.find(looked_for, 1000)) == scanned, query


def test_keys_are_no_part_of_the_journal_and_can_be_made_again(
    room: DutyRoom, found: Callable[..., list[str]]
) -> None:
    with room.store.reading() as tables:
        before = tables.journal.count()
        assert tables.contact_lookup.is_complete()
    with room.store.unjournalled() as tables:
        tables.contact_lookup.clear()
    assert found("单强") == []
    room.contacts.renew_keys()
    assert found("单强") == ["单强"]
    with room.store.reading() as tables:
        assert tables.journal.count() == before
