from dutydesk.wording.watch_word import quoted, typing_line


def test_the_line_under_the_form_names_the_words_and_the_key() -> None:
    assert quoted(["泄漏", "被困"]) == "“泄漏”“被困”"
    line = typing_line(["泄漏"])
    assert line.startswith("提到“泄漏”")
    assert "Ctrl+I" in line
