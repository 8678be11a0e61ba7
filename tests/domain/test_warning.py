from dutydesk.domain.warning import WarningColor


def test_red_is_the_highest() -> None:
    assert next(iter(WarningColor)) is WarningColor.RED
