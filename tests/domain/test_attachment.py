from dataclasses import fields

import pytest

from dutydesk.domain.attachment import (
    MAX_NAME,
    MAX_PER_ENTRY,
    Adding,
    Attachment,
    AttachmentReasonMissing,
    AttachmentsTooMany,
    AttachmentWithdrawn,
    NewAttachment,
    attach,
    in_force,
    plain_name,
    runs_when_opened,
    withdraw,
)
from dutydesk.domain.instants import from_iso

NOW = from_iso("2026-11-21T02:15")
WITH_ENTRY = Adding(NOW, "甲某")


def new(number: int = 1, **changes: object) -> NewAttachment:
    values: dict[str, object] = {
        "id": f"a{number}",
        "sha256": f"{number:064x}",
        "name": f"现场{number}.jpg",
        "size": 1200,
        "media_type": "image/jpeg",
    }
    return NewAttachment(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def test_an_attachment_holds_all_that_was_known_of_the_file() -> None:
    typed = new(taken_at="2026-11-21T02:15:07", latitude=30.1, longitude=104.2)
    (held,) = attach("e1", (), [typed], WITH_ENTRY)
    for field in fields(NewAttachment):
        assert getattr(held, field.name) == getattr(typed, field.name)
    assert (held.entry_id, held.position) == ("e1", 1)
    assert (held.added_at, held.added_by, held.is_later) == (NOW, "甲某", False)


def test_positions_go_on_and_what_comes_later_says_so() -> None:
    first = attach("e1", (), [new(1), new(2)], WITH_ENTRY)
    later = Adding(NOW, "乙某", is_later=True, is_after_handover=True)
    (third,) = attach("e1", first, [new(3)], later)
    assert [one.position for one in [*first, third]] == [1, 2, 3]
    assert third.is_later
    assert third.is_after_handover


def test_the_same_file_is_attached_once() -> None:
    held = attach("e1", (), [new(1), new(1, id="other")], WITH_ENTRY)
    assert len(held) == 1
    assert attach("e1", held, [new(1, id="again")], WITH_ENTRY) == []


def test_a_file_that_was_withdrawn_can_be_attached_again() -> None:
    (held,) = attach("e1", (), [new(1)], WITH_ENTRY)
    gone = withdraw(held, "放错了", NOW, "甲某")
    (again,) = attach("e1", [gone], [new(1, id="again")], WITH_ENTRY)
    assert again.position == 2
    assert in_force([gone, again]) == [again]


def test_twenty_are_taken_and_one_more_is_refused() -> None:
    many = [new(number) for number in range(1, MAX_PER_ENTRY + 1)]
    held = attach("e1", (), many, WITH_ENTRY)
    assert len(held) == MAX_PER_ENTRY
    with pytest.raises(AttachmentsTooMany) as refused:
        attach("e1", held, [new(99)], WITH_ENTRY)
    assert (refused.value.count, refused.value.limit) == (21, 20)


def test_a_withdrawal_needs_a_reason_and_happens_once() -> None:
    held: Attachment
    (held,) = attach("e1", (), [new()], WITH_ENTRY)
    with pytest.raises(AttachmentReasonMissing):
        withdraw(held, "  ", NOW, "甲某")
    gone = withdraw(held, "放错了", NOW, "乙某")
    assert (gone.is_withdrawn, gone.withdrawn_by, gone.withdrawal_reason) == (
        True,
        "乙某",
        "放错了",
    )
    assert gone.sha256 == held.sha256
    with pytest.raises(AttachmentWithdrawn):
        withdraw(gone, "再撤", NOW, "乙某")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("现场照片.jpg", "现场照片.jpg"),
        ("C:\\桌面\\通知.docx", "通知.docx"),
        ("../../etc/passwd", "passwd"),
        ("a\nb\u202ecod.exe", "abcod.exe"),
        ('一:二*"三".pdf', "一二三.pdf"),
        ("", "附件"),
        ("///", "附件"),
        (".jpg", ".jpg"),
    ],
)
def test_a_name_is_without_folders_and_what_cannot_be_seen(typed: str, kept: str) -> None:
    assert plain_name(typed) == kept


def test_a_long_name_is_cut_before_its_suffix() -> None:
    name = plain_name("长" * 300 + ".jpg")
    assert len(name) == MAX_NAME
    assert name.endswith("长.jpg")


@pytest.mark.parametrize(
    ("name", "media_type", "runs"),
    [
        ("现场.jpg", "image/jpeg", False),
        ("通知.docx", "application/zip", False),
        ("setup.EXE", "application/octet-stream", True),
        ("照片.jpg", "application/x-msdownload", True),
        ("报表.xlsm", "application/zip", True),
        ("go", "text/x-script", True),
        ("网址.url", "text/plain", True),
    ],
)
def test_what_runs_when_opened_is_known(name: str, media_type: str, runs: bool) -> None:
    assert runs_when_opened(name, media_type) is runs
