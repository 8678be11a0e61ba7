"""What is found is tried in test_tampering.py; here how a check behaves."""

from pathlib import Path

import pytest

from dutydesk.domain.errors import NotARoom, StoreMissing
from dutydesk.domain.verification import PROBLEM_CAP, ProblemKind, VerifyStage
from dutydesk.store import driver
from dutydesk.store.verify import check_new, check_rebuild, verify
from tests.builders import Staff, draft


def test_a_check_sees_one_snapshot_while_entries_are_written(staffed: Staff) -> None:
    room = staffed.room
    room.duty_log.record(draft(room), by=staffed.by)
    before = verify(room.store.path)
    room.duty_log.record(draft(room), by=staffed.by)
    after = verify(room.store.path, before.journal_head)
    assert before.ok
    assert after.ok
    assert after.journal_rows == before.journal_rows + 1


def test_a_file_that_is_no_room_is_an_error_and_no_result(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"x" * 5000)
    for check in (verify, check_rebuild, lambda path: check_new(path, None)):
        with pytest.raises(NotARoom):
            check(tmp_path / "x.db")
        with pytest.raises(StoreMissing):
            check(tmp_path / "missing.db")


def test_a_room_wrong_in_every_row_is_told_up_to_a_bound(staffed: Staff) -> None:
    room = staffed.room
    for _ in range(PROBLEM_CAP + 50):
        room.duty_log.record(draft(room), by=staffed.by)
    room.store.close()
    connection = driver.connect(str(room.store.path), isolation_level=None)
    connection.execute("DROP TRIGGER log_entry_is_append_only_update")
    connection.execute("UPDATE log_entry SET recorder = 'x'")
    connection.close()
    result = verify(room.store.path)
    assert len(result.problems) == PROBLEM_CAP
    assert {problem.kind for problem in result.problems} == {
        ProblemKind.SCHEMA,
        ProblemKind.ROW_DIFFERS,
    }


def test_a_first_check_reads_the_pages_and_gives_the_point_to_go_on_from(staffed: Staff) -> None:
    end, result = check_new(staffed.room.store.path, None)
    assert result.ok
    assert (end.rowid, end.hash.hex()) == (result.journal_rows, result.journal_head)
    assert check_new(staffed.room.store.path, end) == (end, result)


class EnoughError(Exception):
    """Raised by whoever watches and has seen enough."""


@pytest.mark.parametrize("last", list(VerifyStage))
def test_a_check_tells_its_parts_in_order_and_ends_where_nobody_wants_it(
    staffed: Staff, last: VerifyStage
) -> None:
    told: list[VerifyStage] = []

    def watch(stage: VerifyStage) -> None:
        told.append(stage)
        if stage is last:
            raise EnoughError

    with pytest.raises(EnoughError):
        verify(staffed.room.store.path, watch=watch)
    assert list(dict.fromkeys(told)) == list(VerifyStage)[: list(VerifyStage).index(last) + 1]
    assert verify(staffed.room.store.path).ok


def test_a_check_given_up_in_the_middle_of_a_part_is_no_finding(
    staffed: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dutydesk.store.verify._STEPS_BETWEEN_ASKING", 10)
    asked = 0

    def watch(stage: VerifyStage) -> None:
        nonlocal asked
        asked += stage is VerifyStage.TABLES
        if asked == 3:
            raise EnoughError

    with pytest.raises(EnoughError):
        verify(staffed.room.store.path, watch=watch)
    assert asked == 3
