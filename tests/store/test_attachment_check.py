from pathlib import Path

import pytest

from dutydesk.domain.attachment import NewAttachment
from dutydesk.domain.draft import Draft
from dutydesk.domain.verification import ProblemKind, VerifyStage
from dutydesk.store import database
from dutydesk.store.attachment_check import check_attachments, missing_names, orphans
from dutydesk.store.attachment_files import place_of
from dutydesk.wording.verify import verification_lines
from tests.builders import Staff, draft


@pytest.fixture
def attached(staffed: Staff) -> NewAttachment:
    room = staffed.room
    one = room.attachment.take_in_bytes("现场.jpg", b"seen", room.attachment.limits())
    room.duty_log.record(draft(room), by=staffed.by, attachments=[one])
    return one


def file_of(staffed: Staff, one: NewAttachment) -> Path:
    return place_of(staffed.room.store.folder, one.sha256)


def test_files_that_are_there_and_whole_pass(staffed: Staff, attached: NewAttachment) -> None:
    result = staffed.room.verification.verify()
    assert result.ok
    assert result.notices == ()
    assert file_of(staffed, attached).is_file()


def test_one_changed_bit_is_found_and_the_record_is_called_sound(
    staffed: Staff, attached: NewAttachment
) -> None:
    file_of(staffed, attached).write_bytes(b"seem")
    result = staffed.room.verification.verify()
    (problem,) = result.problems
    assert problem.kind is ProblemKind.ATTACHMENT_DAMAGED
    assert (problem.detail, problem.column) == ("现场.jpg", attached.sha256)
    assert not result.ok
    assert result.is_record_sound
    words = "".join(verification_lines(result))
    assert "记录本身完好" in words
    assert "不要再记" not in words


def test_a_missing_file_is_found(staffed: Staff, attached: NewAttachment) -> None:
    file_of(staffed, attached).unlink()
    (problem,) = staffed.room.verification.verify().problems
    assert problem.kind is ProblemKind.ATTACHMENT_MISSING
    reader = database.open_reader(staffed.room.store.path)
    try:
        assert missing_names(reader, staffed.room.store.folder) == ["现场.jpg"]
        assert [one.kind for one in check_attachments(reader, staffed.room.store.folder)] == [
            ProblemKind.ATTACHMENT_MISSING
        ]
    finally:
        reader.close()


def test_a_file_nobody_names_is_a_notice_unless_a_draft_waits_for_it(staffed: Staff) -> None:
    room = staffed.room
    one = room.attachment.take_in_bytes("a.txt", b"given up", room.attachment.limits())
    result = room.verification.verify()
    assert result.ok
    assert [notice.column for notice in result.notices] == [one.sha256]
    assert "可以不管" in "".join(verification_lines(result))
    room.draft.keep(Draft("d", "entry", {"attachments": f'[{{"sha256": "{one.sha256}"}}]'}))
    reader = database.open_reader(room.store.path)
    try:
        assert orphans(reader, room.store.folder) == []
    finally:
        reader.close()


def test_a_folder_in_place_of_a_file_is_damage(staffed: Staff, attached: NewAttachment) -> None:
    file = file_of(staffed, attached)
    file.unlink()
    file.mkdir()
    (problem,) = staffed.room.verification.verify().problems
    assert problem.kind is ProblemKind.ATTACHMENT_DAMAGED


def test_a_check_nobody_wants_ends_within_a_file(staffed: Staff, attached: NewAttachment) -> None:
    asked = 0

    def unwanted(stage: VerifyStage) -> None:
        nonlocal asked
        if stage is VerifyStage.ATTACHMENTS:
            asked += 1
            if asked == 2:
                raise KeyboardInterrupt

    assert attached
    with pytest.raises(KeyboardInterrupt):
        staffed.room.verification.verify(watch=unwanted)
