from dutydesk.store.entry_text import entry_text, entry_text_before

FIELDS = ("漏气", "某社区", "", "199-0000-7531", "", "")


def on_file(*fields: str) -> list[bytes]:
    return [field.encode() for field in fields]


def test_a_number_with_dashes_stands_there_twice_now_and_once_before() -> None:
    now = entry_text(b"{}", *on_file(*FIELDS)).split("\n")
    assert now == [*FIELDS, "19900007531"]
    assert entry_text_before(b"{}", *on_file(*FIELDS)).split("\n") == list(FIELDS)


def test_what_is_damaged_is_read_as_far_as_it_can_be() -> None:
    text = entry_text(b"{", b"\xff1", *on_file(*FIELDS[1:3], "1", "", ""))
    assert text == "\ufffd1\n某社区\n\n1\n\n"
    assert entry_text(b"[]", *on_file(*FIELDS)) == entry_text(b"{}", *on_file(*FIELDS))
