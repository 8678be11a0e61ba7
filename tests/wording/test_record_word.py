from dutydesk.wording.record_word import RECORD


def test_records_are_named_in_words_of_the_duty_room() -> None:
    assert RECORD["log_entry"] == "值班记录"
    assert not [word for word in RECORD.values() if word.isascii()]
