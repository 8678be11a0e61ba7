from pathlib import Path

import pytest

from dutydesk.assembly.opening import create_room, open_room
from dutydesk.assembly.room import NewRoom
from dutydesk.domain.errors import StoreMissing, StoreOnNetwork, StoreReadOnly
from dutydesk.store import place

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/export /mnt/nfs nfs4 rw 0 0
//server/share /mnt/office\\040share cifs rw 0 0
/dev/sdb1 /mnt/nfs/disk xfs rw 0 0
user@host: /srv/remote fuse.sshfs rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("folder", "filesystem"),
    [
        ("/srv/a", "ext4"),
        ("/mnt/nfs/room", "nfs4"),
        ("/mnt/nfs-local", "ext4"),
        ("/mnt/office share/值班", "cifs"),
        ("/mnt/nfs/disk/room", "xfs"),
        ("/srv/remote/room", "fuse.sshfs"),
    ],
)
def test_the_file_system_of_a_folder_is_that_of_its_deepest_mount(
    tmp_path: Path, folder: str, filesystem: str
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    assert place.filesystem_of(Path(folder), mounts) == filesystem


def test_a_system_without_a_list_of_mounts_tells_nothing(tmp_path: Path) -> None:
    assert place.filesystem_of(tmp_path, tmp_path / "missing") == ""


def test_the_real_list_of_mounts_is_read(tmp_path: Path) -> None:
    mounts = Path("/proc/mounts")
    # Inside a chroot the list may not hold the root itself.
    if mounts.exists() and " / " in mounts.read_text(encoding="utf-8"):
        assert place.filesystem_of(tmp_path)
    place.check_network(tmp_path)


@pytest.mark.parametrize("filesystem", ["nfs4", "cifs", "smb3", "fuse.sshfs"])
def test_a_room_on_a_network_drive_is_refused_at_making_and_at_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, filesystem: str
) -> None:
    create_room(tmp_path / "room", NewRoom("安和")).close()
    monkeypatch.setattr(place, "filesystem_of", lambda _: filesystem)
    with pytest.raises(StoreOnNetwork) as refusal:
        open_room(tmp_path / "room")
    assert refusal.value.filesystem == filesystem
    with pytest.raises(StoreOnNetwork):
        create_room(tmp_path / "other", NewRoom("安和"))
    assert not (tmp_path / "other" / "room.db").exists()


def test_a_missing_room_is_missing(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        place.check_place(tmp_path / "room.db")


def test_a_folder_that_cannot_be_made_is_read_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreReadOnly):
        place.make_folder(tmp_path / "file" / "room")


def test_a_new_folder_is_closed_to_others(tmp_path: Path) -> None:
    place.make_folder(tmp_path / "room")
    assert (tmp_path / "room").stat().st_mode & 0o077 == 0


def test_folders_made_for_nothing_go_and_those_with_something_in_them_stay(tmp_path: Path) -> None:
    wanted = tmp_path / "a" / "b" / "c"
    missing = place.missing_folders(wanted)
    assert missing == [wanted, wanted.parent, tmp_path / "a"]
    place.make_folder(wanted)
    assert place.missing_folders(wanted) == []
    (tmp_path / "a" / "kept").write_text("")
    place.remove_folders(missing)
    assert [path.name for path in tmp_path.rglob("*")] == ["a", "kept"]
