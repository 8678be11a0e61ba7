from dataclasses import dataclass

from dutydesk.domain.errors import (
    NotARoom,
    Refusal,
    RoomExists,
    StoreError,
    StoreLocked,
    StoreMissing,
)


def test_a_class_name_gives_the_code_of_the_json_document() -> None:
    assert RoomExists.code == "room_exists"
    assert StoreMissing.code == "store_missing"
    assert NotARoom.code == "not_a_room"


def test_a_locked_room_has_the_code_that_scripts_are_promised() -> None:
    assert StoreLocked.code == "locked"


def test_a_class_may_name_its_code_itself() -> None:
    @dataclass(eq=False)
    class SomethingElse(Refusal):
        """A refusal of this test."""

        code = "promised"
        fact: str

    assert SomethingElse("x").code == "promised"


def test_refusals_and_store_errors_are_two_families() -> None:
    assert not issubclass(Refusal, StoreError)
    assert not issubclass(StoreError, Refusal)


def test_two_equal_refusals_stay_two_exceptions() -> None:
    assert RoomExists("夹") != RoomExists("夹")
    assert RoomExists("夹").folder == "夹"
