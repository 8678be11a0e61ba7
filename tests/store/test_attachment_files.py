import errno
import hashlib
import os
from pathlib import Path

import pytest

from dutydesk.domain.attachment import (
    MEGABYTE,
    AttachmentDamaged,
    AttachmentEmpty,
    AttachmentIsFolder,
    AttachmentMissing,
    AttachmentNotKept,
    AttachmentNotSaved,
    AttachmentTooLarge,
    AttachmentUnreadable,
    AttachmentVanished,
)
from dutydesk.store import attachment_files as files

LIMIT = 50 * MEGABYTE
CONTENT = b"what the camera saw"
HASH = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "现场.jpg"
    path.write_bytes(CONTENT)
    return path


@pytest.fixture
def room_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "room"
    folder.mkdir()
    return folder


def kept_names(folder: Path) -> list[str]:
    return [path.name for path in (folder / "attachments").rglob("*") if path.is_file()]


def test_a_file_lies_under_its_hash_and_its_source_may_vanish(
    room_folder: Path, source: Path
) -> None:
    kept = files.keep_file(room_folder, source, LIMIT)
    source.unlink()
    assert (kept.sha256, kept.size) == (HASH, len(CONTENT))
    assert kept.path == room_folder / "attachments" / HASH[:2] / HASH
    assert kept.path.read_bytes() == CONTENT


def test_the_same_bytes_are_stored_once(room_folder: Path, source: Path) -> None:
    files.keep_file(room_folder, source, LIMIT)
    files.keep_bytes(room_folder, "粘贴图片.png", CONTENT, LIMIT)
    assert kept_names(room_folder) == [HASH]


def test_a_copy_is_not_changed_with_its_source(room_folder: Path, source: Path) -> None:
    kept = files.keep_file(room_folder, source, LIMIT)
    source.write_bytes(b"something else")
    assert kept.path.read_bytes() == CONTENT


def test_a_damaged_file_is_made_good_when_it_is_brought_again(
    room_folder: Path, source: Path
) -> None:
    kept = files.keep_file(room_folder, source, LIMIT)
    kept.path.write_bytes(b"rotten")
    files.keep_file(room_folder, source, LIMIT)
    assert kept.path.read_bytes() == CONTENT


def test_what_is_no_file_with_content_is_refused_and_leaves_nothing(
    room_folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "空.txt").touch()
    with pytest.raises(AttachmentEmpty):
        files.keep_file(room_folder, tmp_path / "空.txt", LIMIT)
    with pytest.raises(AttachmentIsFolder):
        files.keep_file(room_folder, tmp_path, LIMIT)
    with pytest.raises(AttachmentVanished):
        files.keep_file(room_folder, tmp_path / "没有.txt", LIMIT)
    assert kept_names(room_folder) == []


def test_sixty_megabytes_are_refused_before_they_are_read(
    room_folder: Path, tmp_path: Path
) -> None:
    large = tmp_path / "录像.mp4"
    with large.open("wb") as out:
        out.truncate(60 * MEGABYTE)
    told: list[int] = []
    with pytest.raises(AttachmentTooLarge) as refused:
        files.keep_file(room_folder, large, LIMIT, told.append)
    assert (refused.value.size, refused.value.limit) == (60 * MEGABYTE, LIMIT)
    assert told == []
    with pytest.raises(AttachmentTooLarge):
        files.keep_bytes(room_folder, "图.png", bytes(11), 10)


def test_what_has_no_end_is_neither_waited_for_nor_read_until_the_disk_is_full(
    room_folder: Path, tmp_path: Path
) -> None:
    pipe = tmp_path / "管道"
    os.mkfifo(pipe)
    for endless in (pipe, Path(os.devnull)):
        with pytest.raises(AttachmentUnreadable):
            files.keep_file(room_folder, endless, LIMIT)
    told: list[int] = []
    with pytest.raises(AttachmentTooLarge):
        files._keep(room_folder, Growing(), ("录音.wav", 3 * MEGABYTE), told.append)  # type: ignore[arg-type]  # a stand-in
    assert told == [MEGABYTE, 2 * MEGABYTE, 3 * MEGABYTE]
    assert kept_names(room_folder) == []


class Growing:
    """A recording that goes on while it is read."""

    def read(self, count: int) -> bytes:
        return bytes(count)


def test_progress_is_told_and_what_it_raises_ends_the_copy(
    room_folder: Path, tmp_path: Path
) -> None:
    large = tmp_path / "录像.mp4"
    large.write_bytes(bytes(3 * MEGABYTE))
    told: list[int] = []
    files.keep_file(room_folder, large, LIMIT, told.append)
    assert told == [MEGABYTE, 2 * MEGABYTE, 3 * MEGABYTE]
    before = kept_names(room_folder)
    large.write_bytes(bytes(2 * MEGABYTE))

    def enough(_count: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        files.keep_file(room_folder, large, LIMIT, enough)
    assert kept_names(room_folder) == before


class Torn:
    """A file on a stick that is pulled out while it is read."""

    def read(self, _count: int) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def test_a_source_that_cannot_be_read_and_a_full_disk_are_told_apart(
    room_folder: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(AttachmentUnreadable):
        files._keep(room_folder, Torn(), ("现场.jpg", LIMIT), lambda _count: None)  # type: ignore[arg-type]  # a stand-in

    def full(_path: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(files, "sync_file", full)
    with pytest.raises(AttachmentNotKept) as failed:
        files.keep_file(room_folder, source, LIMIT)
    assert "space" in failed.value.detail
    assert kept_names(room_folder) == []


def test_what_a_killed_copy_left_goes_after_a_day(room_folder: Path, source: Path) -> None:
    place = room_folder / "attachments"
    place.mkdir()
    old, young = place / "incoming.1-1-0.tmp", place / "incoming.2-1-0.tmp"
    for left in (old, young):
        left.write_bytes(b"half")
    os.utime(old, (1, 1))
    files.keep_file(room_folder, source, LIMIT)
    assert not old.exists()
    assert young.exists()


def test_a_saved_copy_is_checked_first(room_folder: Path, source: Path, tmp_path: Path) -> None:
    kept = files.keep_file(room_folder, source, LIMIT)
    named = ("现场.jpg", HASH)
    files.save_copy(room_folder, named, tmp_path / "copy.jpg")
    assert (tmp_path / "copy.jpg").read_bytes() == CONTENT
    with pytest.raises(AttachmentNotSaved):
        files.save_copy(room_folder, named, tmp_path / "no" / "such" / "folder.jpg")
    kept.path.write_bytes(b"rotten")
    with pytest.raises(AttachmentDamaged):
        files.save_copy(room_folder, named, tmp_path / "bad.jpg")
    kept.path.unlink()
    with pytest.raises(AttachmentMissing):
        files.save_copy(room_folder, named, tmp_path / "bad.jpg")
    assert not (tmp_path / "bad.jpg").exists()


def test_backups_get_each_file_once_linked_where_the_disk_can(
    room_folder: Path, source: Path, tmp_path: Path
) -> None:
    kept = files.keep_file(room_folder, source, LIMIT)
    assert files.copy_new(room_folder, tmp_path / "stick") == 1
    assert files.copy_new(room_folder, tmp_path / "stick") == 0
    copy = files.place_of(tmp_path / "stick", HASH)
    assert copy.read_bytes() == CONTENT
    assert copy.samefile(kept.path)


def test_where_there_are_no_links_files_are_copied_or_left(
    room_folder: Path, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(_source: Path, _target: Path) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(files.os, "link", no_links)
    kept = files.keep_file(room_folder, source, LIMIT)
    assert files.copy_new(room_folder, tmp_path / "own", by_link_only=True) == 0
    assert files.copy_new(room_folder, tmp_path / "stick") == 1
    copy = files.place_of(tmp_path / "stick", HASH)
    assert copy.read_bytes() == CONTENT
    assert not copy.samefile(kept.path)


def test_a_damaged_file_does_not_reach_a_backup(
    room_folder: Path, source: Path, tmp_path: Path
) -> None:
    files.keep_file(room_folder, source, LIMIT).path.write_bytes(b"rotten")
    assert files.copy_new(room_folder, tmp_path / "stick") == 0
    assert list(files.kept_in(tmp_path / "stick")) == []
