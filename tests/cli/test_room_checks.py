"""``verify``, ``rebuild --check``, ``backup`` and ``restore`` as scripts use them."""

import json
from pathlib import Path
from typing import Any

import pytest

from dutydesk.store import driver
from tests.builders import Command
from tests.cli.asking import NOW, done, head, refused

ADD = ("log", "add", "--kind", "patrol", "--text", "巡查一遍")


def tamper(command: Command, change: str) -> None:
    connection = driver.connect(str(command.data / "room.db"), isolation_level=None)
    connection.execute("DROP TRIGGER log_entry_is_append_only_update")
    connection.execute(change)
    connection.close()


def test_a_sound_room_verifies_with_its_head(practice: Command) -> None:
    done(practice, *ADD)
    document = done(practice, "verify")
    assert document == {
        "ok": True,
        "journal_rows": document["journal_rows"],
        "journal_head": head(practice),
        "problems": [],
        "notices": [],
        "against": None,
    }
    assert done(practice, "rebuild", "--check") == {"ok": True, "differences": []}


def test_a_printed_head_is_taken_whole_and_in_four_groups(practice: Command) -> None:
    printed = head(practice)
    done(practice, *ADD)
    groups = " ".join(printed[at : at + 4] for at in range(0, 16, 4)).upper()
    checked: Any = done(practice, "verify", "--against", groups)
    assert checked["ok"]
    assert checked["against"]["journal_row"] <= checked["journal_rows"]
    assert done(practice, "verify", "--against", printed)["ok"]
    assert refused(practice, "verify", "--against", "12") == (2, "bad_input")
    code, document, _ = practice("verify", "--against", "0" * 64)
    assert (code, document["ok"]) == (3, False)


def test_problems_are_a_document_with_exit_code_3(practice: Command) -> None:
    done(practice, *ADD)
    tamper(practice, "UPDATE log_entry SET text = '没有巡查'")
    code, document, stderr = practice("verify")
    assert (code, document["ok"], stderr) == (3, False, "")
    problems = document["problems"]
    assert isinstance(problems, list)
    assert ("row_differs", "log_entry", "text") in [
        (one["kind"], one["table"], one["column"]) for one in problems
    ]
    code, document, _ = practice("rebuild", "--check")
    assert (code, document["ok"]) == (3, False)
    assert isinstance(document["differences"], list)
    assert len(document["differences"]) == 1


def test_a_damaged_file_is_a_document_and_no_traceback(practice: Command) -> None:
    path = practice.data / "room.db"
    content = bytearray(path.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 : page * 4096 + 100] = b"\xee" * 100
    path.write_bytes(content)
    code, document, stderr = practice("verify")
    assert (code, document["ok"], stderr) == (3, False, "")


@pytest.mark.parametrize("words", [("verify",), ("rebuild", "--check")])
def test_a_real_room_is_not_checked_at_a_fixed_time(
    command: Command, words: tuple[str, ...]
) -> None:
    assert command("init", "--unit", "安和")[0] == 0
    assert refused(command, *words, now=NOW) == (2, "now_not_allowed")
    assert command(*words)[0] == 0
    (command.data / "room.db").write_bytes(b"SQLite format 3\x00" + bytes(5000))
    assert command(*words, now=NOW)[0] == 3


def test_a_missing_room_is_a_store_error(command: Command) -> None:
    for words in (["verify"], ["rebuild", "--check"], ["backup", "b"]):
        assert refused(command, *words, now=None) == (3, "store_missing")


def test_a_backup_is_restored_elsewhere_with_the_same_head(
    practice: Command, tmp_path: Path
) -> None:
    done(practice, *ADD)
    made = done(practice, "backup", str(tmp_path / "stick"))
    assert Path(made["written"]).is_absolute()
    assert Path(made["written"]).parent == (tmp_path / "stick").resolve()
    words = ("restore", made["written"], "--into", str(tmp_path / "new"))
    restored = done(practice, *words)
    assert restored["journal_head"] == made["journal_head"] == head(practice)
    assert restored["written"] == str((tmp_path / "new" / "room.db").resolve())
    assert refused(practice, *words) == (2, "restore_target_not_empty")


def test_a_file_that_is_no_backup_is_not_restored(practice: Command, tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"x" * 5000)
    into = str(tmp_path / "new")
    found = refused(practice, "restore", str(tmp_path / "x.db"), "--into", into, now=None)
    assert found == (3, "not_a_room")
    missing = refused(practice, "restore", str(tmp_path / "y.db"), "--into", into, now=None)
    assert missing == (3, "store_missing")
    assert not (tmp_path / "new").exists()


def test_a_room_whose_tables_were_changed_behind_the_journal_is_not_called_backed_up(
    practice: Command, tmp_path: Path
) -> None:
    done(practice, *ADD)
    tamper(practice, "UPDATE log_entry SET text = '没有巡查'")
    stick = tmp_path / "stick"
    code, document, stderr = practice("backup", str(stick))
    assert (code, document["error"]["code"]) == (3, "store_damaged")  # type: ignore[index]  # JSON
    assert "没有做成备份" in stderr
    assert "恢复" in stderr
    assert list(stick.iterdir()) == []


def test_a_backup_whose_tables_were_changed_is_not_restored(
    practice: Command, tmp_path: Path
) -> None:
    done(practice, *ADD)
    made = Path(done(practice, "backup", str(tmp_path / "stick"))["written"])
    connection = driver.connect(str(made), isolation_level=None)
    connection.execute("UPDATE setting SET value = '\"province\"' WHERE id = 'rule_set'")
    connection.close()
    new = tmp_path / "new"
    code, document, stderr = practice("restore", str(made), "--into", str(new))
    assert (code, document["error"]["code"]) == (3, "store_damaged")  # type: ignore[index]  # JSON
    assert "请改用更早的备份" in stderr
    assert not new.exists()


def test_a_backup_of_a_file_with_a_broken_page_says_the_record_is_damaged(
    practice: Command, tmp_path: Path
) -> None:
    for _ in range(40):
        done(practice, *ADD)
    path = practice.data / "room.db"
    content = bytearray(path.read_bytes())
    at = content.index("巡查一遍".encode()) // 4096 * 4096
    content[at : at + 4096] = b"\xee" * 4096
    path.write_bytes(content)
    code, document, stderr = practice("backup", str(tmp_path / "stick"))
    assert (code, document["error"]["code"]) == (3, "store_damaged")  # type: ignore[index]  # JSON
    assert "是安全的" not in stderr
    assert not stderr.isascii()
    assert list((tmp_path / "stick").iterdir()) == []


def test_a_backup_beside_the_record_itself_is_refused(practice: Command) -> None:
    assert refused(practice, "backup", str(practice.data)) == (2, "backup_into_room")
    assert [file.name for file in practice.data.glob("*.db")] == ["room.db"]


def test_a_restore_that_finds_no_file_speaks_of_the_backup(
    practice: Command, tmp_path: Path
) -> None:
    _, _, stderr = practice("restore", str(tmp_path / "y.db"), "--into", str(tmp_path / "new"))
    assert "备份文件" in stderr
    assert "新建值班室" not in stderr


@pytest.mark.parametrize("words", [["verify"], ["rebuild", "--check"]])
def test_people_get_lines(
    practice: Command, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    from dutydesk.cli.main import run

    assert run(["--data", str(practice.data), *words]) == 0
    out = capsys.readouterr().out
    assert "无误" in out or "一致" in out
    with pytest.raises(json.JSONDecodeError):
        json.loads(out)
