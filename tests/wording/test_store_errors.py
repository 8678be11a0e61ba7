from dutydesk.domain.errors import StoreLocked
from dutydesk.domain.instants import from_iso
from dutydesk.wording.store_errors import SENTENCES

SINCE = from_iso("2026-11-21T02:15")


def test_a_locked_room_says_where_who_and_since_when() -> None:
    words = SENTENCES[StoreLocked](StoreLocked("值班一号机", "甲某", SINCE, 4711))
    assert words == (
        "值班室正由值班一号机使用，值班员甲某（自11月21日 02:15 起），现在不能记。"
        "记录是安全的。可以只读打开，或先在那里退出。"
    )


def test_before_somebody_signs_in_only_the_machine_is_named() -> None:
    words = SENTENCES[StoreLocked](StoreLocked("值班一号机", "", SINCE, 4711))
    assert words.startswith("值班室正由值班一号机使用（自")


def test_an_unreadable_note_still_says_that_the_record_is_safe() -> None:
    words = SENTENCES[StoreLocked](StoreLocked("", "", None, 0))
    assert "记录是安全的" in words
    assert "进程" not in words
