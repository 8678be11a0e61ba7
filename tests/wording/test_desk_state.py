"""Words of the desk about itself end as sentences and name no software."""

from dataclasses import replace

from dutydesk.domain.backup import BackupMade
from dutydesk.domain.errors import StoreLocked, StoreReadOnly
from dutydesk.domain.instants import from_iso
from dutydesk.domain.verification import Problem, ProblemKind, Verification
from dutydesk.wording import desk_state

AT = from_iso("2026-11-20T08:30")
GOOD = BackupMade("x", AT, 7, "ab" * 32)


def test_every_state_is_a_sentence() -> None:
    wrong = Verification(1, "00" * 32, (Problem(ProblemKind.FILE),))
    for words in (
        desk_state.read_only(StoreLocked("一号机", "甲某", AT, 1)),
        desk_state.read_only(StoreReadOnly("x")),
        desk_state.restored(GOOD),
        desk_state.found_wrong(wrong),
        desk_state.cannot_check(),
        desk_state.good_backup(GOOD),
        desk_state.good_backup(None),
        desk_state.backup_trouble(),
        desk_state.PRACTICE,
        desk_state.INPUT_MISSING,
    ):
        assert words.endswith("。")
        assert "您" not in words
        assert "数据库" not in words


def test_a_fault_says_the_record_is_safe_and_names_the_log() -> None:
    assert "安全" in desk_state.crashed("/log/x")
    assert "/log/x" in desk_state.crashed("/log/x")


def test_the_offer_of_a_backup_names_the_unit_and_the_time() -> None:
    words = desk_state.good_backup(replace(GOOD, unit="安和街道"))
    assert words.startswith("最近一次完好的备份：安和街道，2026年")
