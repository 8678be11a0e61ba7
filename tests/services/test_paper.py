import hashlib
from pathlib import Path

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.paper_issue import PaperKind, PaperNotWritten, PaperPurpose, PaperRequest
from tests.builders import Staff, draft

LOG_SHEET = PaperRequest(PaperKind.LOG_SHEET)


def head(room: DutyRoom) -> str:
    with room.store.reading() as tables:
        return tables.journal.head()


def test_the_archived_file_is_the_written_file_and_the_copy_is_registered(
    staffed: Staff, tmp_path: Path
) -> None:
    room = staffed.room
    room.duty_log.record(draft(room), by=staffed.by)
    composed = room.paper.compose(LOG_SHEET)
    pdf = room.paper.render(composed)
    written = room.paper.save(pdf, tmp_path / "日志.pdf")
    issue = room.paper.issue(composed, pdf, PaperPurpose.SAVED, by=staffed.by).value
    content = written.read_bytes()
    assert content.startswith(b"%PDF")
    assert hashlib.sha256(content).hexdigest() == pdf.sha256 == issue.sha256
    archived = room.store.folder / "papers" / f"{issue.sha256}.pdf"
    assert archived.read_bytes() == content
    assert (issue.subject, issue.copy_no, issue.officer) == ("2026-11-20", 1, "甲某")
    assert issue.pages == pdf.pages > 0
    assert room.paper.issues() == [issue]


def test_equal_data_gives_equal_bytes_and_copies_are_counted(staffed: Staff) -> None:
    room = staffed.room
    room.duty_log.record(draft(room), by=staffed.by)
    composed = room.paper.compose(LOG_SHEET)
    first, second = room.paper.render(composed), room.paper.render(composed)
    assert first.content == second.content
    copies = [
        room.paper.issue(composed, pdf, purpose, by=staffed.by).value.copy_no
        for pdf, purpose in ((first, PaperPurpose.SAVED), (second, PaperPurpose.PRINTED))
    ]
    assert copies == [1, 2]
    assert len(list((room.store.folder / "papers").iterdir())) == 1


def test_another_entry_makes_another_file_of_the_same_count(staffed: Staff) -> None:
    room = staffed.room
    hashes = []
    for text in ("第一条", "第二条"):
        room.duty_log.record(draft(room, text), by=staffed.by)
        composed = room.paper.compose(LOG_SHEET)
        pdf = room.paper.render(composed)
        hashes.append(pdf.sha256)
        issue = room.paper.issue(composed, pdf, PaperPurpose.SAVED, by=staffed.by).value
    assert len(set(hashes)) == 2
    assert issue.copy_no == 2


def test_what_the_archive_cannot_take_is_neither_written_nor_registered(
    staffed: Staff, tmp_path: Path
) -> None:
    room = staffed.room
    composed = room.paper.compose(LOG_SHEET)
    pdf = room.paper.render(composed)
    (room.store.folder / "papers").write_text("a file where the archive should be")
    before = head(room)
    with pytest.raises(PaperNotWritten):
        room.paper.save(pdf, tmp_path / "日志.pdf")
    with pytest.raises(PaperNotWritten):
        room.paper.issue(composed, pdf, PaperPurpose.PRINTED, by=staffed.by)
    assert not (tmp_path / "日志.pdf").exists()
    assert (room.paper.issues(), head(room)) == ([], before)


@pytest.mark.parametrize("place", ["没有/日志.pdf", "", "/"])
def test_a_place_that_takes_no_file_is_refused(staffed: Staff, tmp_path: Path, place: str) -> None:
    room = staffed.room
    pdf = room.paper.render(room.paper.compose(LOG_SHEET))
    with pytest.raises(PaperNotWritten):
        room.paper.save(pdf, tmp_path / place)
    assert [path.name for path in tmp_path.iterdir()] == ["room"]


def test_a_file_is_replaced_whole(staffed: Staff, tmp_path: Path) -> None:
    room = staffed.room
    pdf = room.paper.render(room.paper.compose(LOG_SHEET))
    target = tmp_path / "日志.pdf"
    target.write_bytes(b"x" * 10_000_000)
    assert room.paper.save(pdf, target).read_bytes() == pdf.content
    assert not list(tmp_path.glob("*.tmp"))
