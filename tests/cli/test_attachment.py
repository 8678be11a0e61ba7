from pathlib import Path

import pytest

from dutydesk.domain.attachment import MEGABYTE
from tests.builders import Command
from tests.photo_builders import photo


@pytest.fixture
def entry(command: Command) -> str:
    command("init", "--unit", "安和街道")
    code, document, _ = command("log", "add", "--kind", "patrol", "--text", "大门")
    assert code == 0
    assert document["attachments"] == []
    return str(document["id"])


def test_files_are_attached_listed_and_written_out(
    command: Command, entry: str, tmp_path: Path
) -> None:
    first = photo(tmp_path / "现场.jpg")
    note = tmp_path / "说明.txt"
    note.write_text("东门", encoding="utf-8")
    code, document, _ = command("log", "attach", entry, str(first), str(note))
    assert code == 0
    one, two = document["attachments"]
    assert (one["name"], one["media_type"], one["position"]) == ("现场.jpg", "image/jpeg", 1)
    assert (one["latitude"], one["taken_at"]) == (30.123456, "2026-11-21T02:15:07")
    assert (two["size"], two["is_later"]) == (6, True)
    code, document, _ = command("log", "show", entry)
    assert document["entries"][0]["attachments"] == [one, two]
    into = tmp_path / "out"
    into.mkdir()
    (into / "说明.txt").write_text("别人的", encoding="utf-8")
    code, document, _ = command("log", "attachments", entry, "--into", str(into))
    assert [Path(path).name for path in document["written"]] == ["现场.jpg", "说明(2).txt"]
    assert (into / "说明(2).txt").read_text(encoding="utf-8") == "东门"
    assert (into / "说明.txt").read_text(encoding="utf-8") == "别人的"


def test_an_entry_takes_its_files_along(command: Command, entry: str, tmp_path: Path) -> None:
    assert entry
    words = ["log", "add", "--kind", "patrol", "--text", "后门"]
    code, document, _ = command(*words, "--attach", str(photo(tmp_path / "a.jpg")))
    assert code == 0
    assert [one["is_later"] for one in document["attachments"]] == [False]


def test_a_withdrawn_attachment_is_listed_and_not_written_out(
    command: Command, entry: str, tmp_path: Path
) -> None:
    _, document, _ = command("log", "attach", entry, str(photo(tmp_path / "a.jpg")))
    held = document["attachments"][0]["id"]
    code, document, _ = command("log", "withdraw-attachment", held, "--reason", "放错了")
    assert code == 0
    assert document["withdrawal_reason"] == "放错了"
    _, document, _ = command("log", "attachments", entry, "--into", str(tmp_path / "out"))
    assert [one["is_withdrawn"] for one in document["attachments"]] == [True]
    assert document["written"] == []


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: path.touch(), "attachment_empty"),
        (lambda path: path.mkdir(), "attachment_is_folder"),
        (lambda _path: None, "attachment_vanished"),
        (lambda path: path.write_bytes(bytes(51 * MEGABYTE)), "attachment_too_large"),
    ],
)
def test_what_is_not_taken_is_refused_with_a_sentence(
    command: Command, entry: str, tmp_path: Path, make, code: str
) -> None:
    path = tmp_path / "文件"
    make(path)
    exit_code, document, words = command("log", "attach", entry, str(path))
    assert exit_code == 2
    assert document["error"]["code"] == code
    assert "没有收" in words
    assert command("log", "attachments", entry)[1]["attachments"] == []


def test_unknown_entries_and_places_that_cannot_be_written_are_refused(
    command: Command, entry: str, tmp_path: Path
) -> None:
    path = photo(tmp_path / "a.jpg")
    assert command("log", "attach", "none", str(path))[0] == 2
    assert command("log", "attachments", "none")[0] == 2
    command("log", "attach", entry, str(path))
    code, document, _ = command("log", "attachments", entry, "--into", str(path / "x"))
    assert (code, document["error"]["code"]) == (2, "attachment_not_saved")


def test_backup_and_restore_bring_attachments_along(
    command: Command, entry: str, tmp_path: Path
) -> None:
    source = photo(tmp_path / "a.jpg")
    command("log", "attach", entry, str(source))
    _, made, _ = command("backup", str(tmp_path / "stick"))
    assert made["attachments_missing"] == []
    _, restored, _ = command("restore", str(made["written"]), "--into", str(tmp_path / "new"))
    assert restored["attachments_missing"] == []
    moved = Command(tmp_path / "new", command.capsys, command.monkeypatch)
    assert moved("verify")[1]["ok"] is True
    moved("log", "attachments", entry, "--into", str(tmp_path / "out"))
    assert (tmp_path / "out" / "a.jpg").read_bytes() == source.read_bytes()


def test_a_backup_without_its_files_says_what_is_missing(
    command: Command, entry: str, tmp_path: Path
) -> None:
    _, document, _ = command("log", "attach", entry, str(photo(tmp_path / "a.jpg")))
    sha256 = document["attachments"][0]["sha256"]
    _, made, _ = command("backup", str(tmp_path / "stick"))
    (tmp_path / "stick" / "attachments" / sha256[:2] / sha256).unlink()
    _, restored, _ = command("restore", str(made["written"]), "--into", str(tmp_path / "new"))
    assert restored["attachments_missing"] == ["a.jpg"]
    (command.data / "attachments" / sha256[:2] / sha256).unlink()
    _, made, _ = command("backup", str(tmp_path / "other"))
    assert made["attachments_missing"] == ["a.jpg"]
    code, document, _ = command("verify")
    assert (code, document["problems"][0]["kind"]) == (3, "attachment_missing")


def test_the_rooms_own_backups_restore_with_their_attachments(
    command: Command, entry: str, tmp_path: Path
) -> None:
    from dutydesk.assembly.opening import open_room

    source = photo(tmp_path / "a.jpg")
    command("log", "attach", entry, str(source))
    room = open_room(command.data)
    made = room.backup.automatic().made
    room.close()
    assert made.attachments_missing == ()
    code, restored, _ = command("restore", made.path, "--into", str(tmp_path / "new"))
    assert (code, restored["attachments_missing"]) == (0, [])
