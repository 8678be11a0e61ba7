"""How telephone numbers are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.phone import NumberDoubt, NumberKind, digits, is_mobile, masked, numbers_in

MOBILE, OFFICE, DUTY = NumberKind.MOBILE, NumberKind.OFFICE, NumberKind.DUTY


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("19900001001", "19900001001"),
        (" 199 0000 1001 ", "19900001001"),
        ("199-0000-1001", "19900001001"),
        ("１９９００００１００１", "19900001001"),
        ("+86 199 0000 1001", "19900001001"),
        ("8619900001001", "19900001001"),
        ("008619900001001", "19900001001"),
        ("手机：19900001001", "19900001001"),
        ("19900001001（本人）", "19900001001"),
    ],
)
def test_a_mobile_keeps_its_digits_only_however_it_is_typed(typed: str, number: str) -> None:
    (read,) = numbers_in(typed, MOBILE)
    assert (read.kind, read.number, read.doubt) == (MOBILE, number, None)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0000-6123646", "0000-6123646"),
        ("0000－6123646", "0000-6123646"),
        ("(0000)6123646", "0000-6123646"),
        ("0000 6123646", "0000-6123646"),
        ("00006123646", "00006123646"),
        ("6123646", "6123646"),
        ("6123646转8001", "6123646-8001"),
        ("4001234567", "4001234567"),
        ("110", "110"),
        ("12345", "12345"),
    ],
)
def test_landlines_and_short_numbers_are_sound(typed: str, number: str) -> None:
    (read,) = numbers_in(typed, OFFICE)
    assert (read.number, read.doubt) == (number, None)


@pytest.mark.parametrize(
    "cell",
    [
        "19900001001/0000-6123646",
        "19900001001、0000-6123646",
        "19900001001\n0000-6123646",
        "19900001001；0000-6123646",
        "19900001001, 0000-6123646",
        "19900001001 0000-6123646",
        "手机19900001001；座机：0000-6123646",
    ],
)
def test_several_numbers_of_one_cell_are_told_apart(cell: str) -> None:
    read = numbers_in(cell, None)
    assert [(n.kind, n.number) for n in read] == [
        (MOBILE, "19900001001"),
        (OFFICE, "0000-6123646"),
    ]


@pytest.mark.parametrize("typed", ["1990000100", "199000010011", "12900001001"])
def test_digits_of_the_wrong_length_stay_a_doubtful_mobile(typed: str) -> None:
    (read,) = numbers_in(typed, MOBILE)
    assert (read.kind, read.number, read.doubt) == (MOBILE, typed, NumberDoubt.MALFORMED)


@pytest.mark.parametrize("typed", ["1990000100O", "199-0000-100", "问门卫", "1.99E+10"])
def test_what_is_no_number_is_kept_as_typed_but_never_as_a_mobile(typed: str) -> None:
    (read,) = numbers_in(typed, MOBILE)
    assert (read.kind, read.number, read.doubt) == (
        NumberKind.OTHER,
        typed,
        NumberDoubt.MALFORMED,
    )


def test_a_landline_in_the_mobile_column_is_kept_as_one_and_doubted() -> None:
    (read,) = numbers_in("0000-6123646", MOBILE)
    assert (read.kind, read.doubt) == (OFFICE, NumberDoubt.NOT_A_MOBILE)


def test_a_mobile_in_the_office_column_is_a_mobile_but_on_duty_it_is_the_duty_number() -> None:
    assert numbers_in("19900001001", OFFICE)[0].kind is MOBILE
    assert numbers_in("19900001001", DUTY)[0].kind is DUTY


def test_half_a_number_keeps_the_whole_cell_as_typed() -> None:
    (read,) = numbers_in("6123646/47", OFFICE)
    assert (read.number, read.doubt) == ("6123646/47", NumberDoubt.MALFORMED)


def test_a_call_sign_is_never_doubted() -> None:
    (read,) = numbers_in("东湖01", NumberKind.RADIO)
    assert (read.kind, read.doubt) == (NumberKind.RADIO, None)


@pytest.mark.parametrize("cell", ["", "  ", "\n"])
def test_an_empty_cell_holds_no_number(cell: str) -> None:
    assert numbers_in(cell, MOBILE) == ()


def test_the_same_number_twice_is_one() -> None:
    assert len(numbers_in("19900001001/199 0000 1001", MOBILE)) == 1


@given(st.text())
def test_any_text_is_read_without_an_error_and_a_mobile_holds_digits_only(text: str) -> None:
    for read in numbers_in(text, MOBILE):
        assert read.kind is not MOBILE or read.number.isdigit()


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
def test_every_mobile_is_known_and_masked(number: str) -> None:
    assert is_mobile(number)
    assert digits(number) == number
    assert masked(f"电话{number}。") == f"电话{number[:3]}****{number[7:]}。"


def test_landlines_are_not_masked_and_masking_twice_changes_nothing() -> None:
    once = masked("0000-6123646 199 0000 1001")
    assert once == "0000-6123646 199****1001"
    assert masked(once) == once


def test_a_mobile_in_groups_that_lacks_a_digit_is_not_three_numbers() -> None:
    (one,) = numbers_in("138 0013 800", NumberKind.MOBILE)
    assert (one.number, one.doubt) == ("138 0013 800", NumberDoubt.MALFORMED)
    assert [one.number for one in numbers_in("61234 13800138000", None)] == [
        "61234",
        "13800138000",
    ]


def test_the_mark_that_keeps_digits_text_in_a_spreadsheet_is_no_label() -> None:
    read = numbers_in("'13800138000、’13900139000", NumberKind.MOBILE)
    assert [(one.number, one.label) for one in read] == [("13800138000", ""), ("13900139000", "")]
