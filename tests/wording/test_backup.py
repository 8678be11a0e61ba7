from dataclasses import replace

from dutydesk.domain.backup import AutomaticBackup, BackupMade, LostWrite, Recovery
from dutydesk.domain.instants import from_iso
from dutydesk.wording.backup import made_line, missing_line, recovery_lines, unreachable_line

AT = from_iso("2026-11-20T08:30")
MADE = BackupMade("/b/room.db", AT, 9, "0123456789abcdef" * 4)
LOST = LostWrite(AT, "cli", "duty_log.record", "{}")


def test_a_backup_is_told_with_place_and_head() -> None:
    assert made_line(MADE) == "已备份并核对：/b/room.db（记录校验码 0123 4567 89AB CDEF）"


def test_a_missing_stick_is_told_and_that_the_record_is_backed_up() -> None:
    assert unreachable_line(AutomaticBackup(MADE, MADE)) == ""
    assert "U盘" in unreachable_line(AutomaticBackup(MADE, unreachable="/media/stick"))


def test_attachments_without_a_file_are_named() -> None:
    lacking = replace(MADE, attachments_missing=("a.jpg", "b.jpg", "c.jpg", "d.jpg"))
    assert missing_line(()) == ""
    line = made_line(lacking)
    assert "有4个附件的文件不在：a.jpg、b.jpg、c.jpg等" in line
    assert "有4个附件" in unreachable_line(AutomaticBackup(lacking))
    done = Recovery("/d.db", MADE, (), True, ("a.jpg",))
    assert "a.jpg" in recovery_lines(done)[1]


def test_a_recovery_says_what_must_be_entered_again() -> None:
    whole = recovery_lines(Recovery("/d.db", MADE, (), is_lost_complete=True))
    assert len(whole) == 1
    assert "11月20日 08:30" in whole[0]
    some = recovery_lines(Recovery("/d.db", MADE, (LOST, LOST), is_lost_complete=True))
    assert "保存过2次" in some[1]
    unknown = recovery_lines(Recovery("/d.db", MADE, (), is_lost_complete=False))
    assert "不止" in unknown[1]
