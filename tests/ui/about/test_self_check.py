"""The self-check: every part by its limits."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.domain.instants import from_iso
from dutydesk.services.about import RoomFacts
from dutydesk.ui.about.self_check import SHAPES, WORDS, Health, check_lines, size_words
from dutydesk.ui.desk import RecordState

NOW = from_iso("2026-11-21T02:15")
FACTS = RoomFacts(
    data_folder="/room",
    unit="安和街道",
    is_practice=False,
    created_at=NOW,
    file_bytes=1,
    entries=1,
    journal_rows=1,
    journal_head="00" * 32,
    saved_at=NOW,
    backup_at=NOW,
    backups=3,
    backup_folder="/stick",
    is_backup_folder_there=True,
    free_bytes=1 << 31,
)
SOUND = RecordState(chain_checked_at=NOW)


def healths(facts=FACTS, state=SOUND, *, can_type=True):
    lines = check_lines(facts, state, NOW, can_type_chinese=can_type)
    return {line.part: line.health for line in lines}


def test_all_is_well():
    assert set(healths().values()) == {Health.GOOD}


@pytest.mark.parametrize(
    ("part", "facts", "state", "health"),
    [
        ("值班记录", {}, RecordState(), Health.WAITING),
        ("值班记录", {}, RecordState(checking=True), Health.WAITING),
        ("值班记录", {}, RecordState(trouble="只读"), Health.WARNING),
        ("值班记录", {}, RecordState(trouble="有损坏"), Health.BAD),
        ("自动备份", {"backup_at": None}, SOUND, Health.WARNING),
        ("自动备份", {"backup_at": NOW - timedelta(hours=36)}, SOUND, Health.GOOD),
        ("自动备份", {"backup_at": NOW - timedelta(hours=37)}, SOUND, Health.WARNING),
        ("另存备份", {"backup_folder": ""}, SOUND, Health.WARNING),
        ("另存备份", {"is_backup_folder_there": False}, SOUND, Health.WARNING),
        ("磁盘空间", {"free_bytes": (1 << 30) - 1}, SOUND, Health.WARNING),
    ],
)
def test_each_part_by_its_limit(part, facts, state, health):
    assert healths(replace(FACTS, **facts), state)[part] is health


def test_no_input_method_is_a_warning():
    assert healths(can_type=False)["中文输入"] is Health.WARNING


def test_every_health_has_a_shape_and_a_word_of_its_own():
    assert len({SHAPES[one][0] for one in Health}) == len({WORDS[one] for one in Health}) == 4


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 KB"), (1, "1 KB"), (1 << 20, "1.0 MB"), (400 << 20, "400.0 MB"), (1 << 30, "1.0 GB")],
)
def test_sizes_as_people_say_them(count, words):
    assert size_words(count) == words
