from dutydesk.domain.contact_number import NumberPlace, number_typed, removed
from dutydesk.domain.phone import NumberKind

PLACE = NumberPlace("n", "c", 2)


def test_a_sound_number_is_kept_as_read_and_a_doubtful_one_as_typed() -> None:
    sound = number_typed("０００0 6000013", NumberKind.OFFICE, "", PLACE)
    assert (sound.number, sound.is_doubtful, sound.order_no) == ("0000-6000013", False, 2)
    doubtful = number_typed(" 1990000 ", NumberKind.MOBILE, "备用", PLACE)
    assert (doubtful.number, doubtful.is_doubtful, doubtful.label) == ("1990000", True, "备用")


def test_what_is_no_longer_there_is_removed() -> None:
    one = number_typed("19900000013", NumberKind.MOBILE, "", PLACE)
    other = number_typed("19900000014", NumberKind.MOBILE, "", NumberPlace("m", "c", 1))
    assert removed([one, other], [other]) == [one]
