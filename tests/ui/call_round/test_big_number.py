from dutydesk.ui.call_round.big_number import BigNumber, spaced


def test_a_mobile_is_shown_in_groups_and_any_other_number_as_it_is():
    assert spaced("19900000001") == "199 0000 0001"
    assert spaced("0000-88000001转12") == "0000-88000001转12"


def test_a_number_is_as_large_as_its_place_allows(theme, qtbot):
    label = BigNumber(theme)
    qtbot.addWidget(label)
    label.resize(600, 60)
    label.show_number("19900000001")
    large = label.font().pixelSize()
    label.give_way(is_lowest=True)
    lower = label.font().pixelSize()
    label.resize(120, 60)
    label.show_number("0000-88000001转123456")
    assert large > lower > label.font().pixelSize()
