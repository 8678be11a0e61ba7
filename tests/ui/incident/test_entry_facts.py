from dutydesk.ui.incident.entry_facts import title_from


def test_a_title_is_the_first_sentence_and_no_longer_than_a_line():
    assert title_from("燃气泄漏。已通知") == "燃气泄漏"
    assert len(title_from("很长的" * 20)) == 30
