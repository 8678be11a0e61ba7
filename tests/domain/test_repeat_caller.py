import pytest

from dutydesk.domain.repeat_caller import CallerTyped


@pytest.mark.parametrize(
    ("phone", "source", "person", "is_telling"),
    [
        ("19900007531", "", "", True),
        ("110", "", "", True),
        ("11", "", "", False),
        ("", "安和三社区", "李某", True),
        ("", "安和三社区", "", False),
        ("", "", "李某", False),
        ("", "", "", False),
    ],
)
def test_a_number_or_a_person_with_unit_is_enough_to_know_somebody_by(
    phone: str, source: str, person: str, is_telling: bool
) -> None:
    assert CallerTyped(phone, source, person).is_telling is is_telling


@pytest.mark.parametrize(
    ("typed", "is_same"),
    [
        (CallerTyped("199 0000-7531", "", ""), True),
        (CallerTyped("１９９００００７５３１", "", ""), True),
        (CallerTyped("7531", "", ""), False),
        (CallerTyped("", "安和三社区", "李某"), True),
        (CallerTyped("19900000001", "安和三社区", "李某"), True),
        (CallerTyped("", "安和三社区", "王某"), False),
        (CallerTyped("", "安和三社区", ""), False),
    ],
)
def test_the_same_number_or_the_same_person_of_a_unit_is_the_same_caller(
    typed: CallerTyped, is_same: bool
) -> None:
    assert typed.is_same("19900007531", "安和三社区", "李某") is is_same


def test_what_is_empty_on_both_sides_is_nobody() -> None:
    assert not CallerTyped("", "", "").is_same("", "", "")
    assert not CallerTyped("19900007531", "", "").is_same("", "", "")
