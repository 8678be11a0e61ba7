from pathlib import Path

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.paper_issue import PaperIssue, PaperKind, PaperPurpose
from dutydesk.store.paper import archive, take_out, write_file


def test_copies_count_by_kind_and_subject(room: DutyRoom) -> None:
    with room.store.writing(actor="test", action="test.issue") as work:
        table = work.tables.paper
        assert table.next_copy_no(PaperKind.LOG_SHEET, "2026-11-20") == 1
        issue = PaperIssue(
            id="1",
            kind=PaperKind.LOG_SHEET,
            subject="2026-11-20",
            sha256="0" * 64,
            pages=1,
            copy_no=1,
            purpose=PaperPurpose.PRINTED,
            issued_at=room.clock.now(),
            officer="甲某",
        )
        table.put(issue)
        assert table.next_copy_no(PaperKind.LOG_SHEET, "2026-11-20") == 2
        assert table.next_copy_no(PaperKind.LOG_SHEET, "2026-11-21") == 1
        assert table.next_copy_no(PaperKind.DIRECTORY, "2026-11-20") == 1
        assert table.all() == [issue]


def test_the_same_file_is_archived_once(tmp_path: Path) -> None:
    assert archive(tmp_path, "ab", b"one")
    first = tmp_path / "papers" / "ab.pdf"
    made = first.stat().st_mtime_ns
    assert not archive(tmp_path, "ab", b"one")
    assert (first.read_bytes(), first.stat().st_mtime_ns) == (b"one", made)


def test_what_was_archived_for_nothing_is_taken_out_and_nothing_else(tmp_path: Path) -> None:
    archive(tmp_path, "ab", b"one")
    archive(tmp_path, "cd", b"two")
    take_out(tmp_path, "ab")
    assert [file.name for file in (tmp_path / "papers").iterdir()] == ["cd.pdf"]
    take_out(tmp_path, "cd")
    take_out(tmp_path, "cd")
    assert not (tmp_path / "papers").exists()


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "夹").mkdir()
    for target in (tmp_path / "夹", tmp_path / "没有" / "a.pdf", Path("/")):
        with pytest.raises(OSError, match=r"."):
            write_file(target, b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["夹"]
