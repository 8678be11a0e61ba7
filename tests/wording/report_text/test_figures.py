from dutydesk.wording.report_text.figures import figure_changes


def test_changes_name_what_was_reported_last() -> None:
    before, now = {"deaths": 2, "injured": 1}, {"deaths": 3, "injured": 1, "missing": 1}
    assert figure_changes(before, now) == ["死亡3人（上次报告2人）", "失踪1人（上次未报）"]
