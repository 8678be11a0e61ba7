from datetime import timedelta

from dutydesk.domain.bulletin import BulletinKind
from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.wording import bulletin_proposal as words
from tests.incident_builders import RECEIVED, incident

_TEXTS = ("source", "person", "phone", "handling", "instruction")
PERIOD = (RECEIVED - timedelta(hours=1), RECEIVED + timedelta(hours=5))


def entry(text: str, kind: EntryKind = EntryKind.WARNING, **more: str) -> LogEntry:
    return LogEntry(
        id="e",
        shift_id="s",
        no=1,
        at=RECEIVED,
        kind=kind,
        text=text,
        officer_id=None,
        recorder="甲某",
        recorded_at=RECEIVED,
        is_late=False,
        **{name: more.get(name, "") for name in _TEXTS},  # type: ignore[arg-type]  # by name
    )


def test_what_is_not_known_is_said_to_be_verified() -> None:
    said = words.incident_body(incident(occurred_at=None, kind="其他事故"))
    assert said.splitlines()[0] == (
        "11月21日2时15分接报，安和街道丰收市场发生突发事件，人员伤亡情况正在核实，事发时间正在核实。"
    )


def test_entries_end_as_sentences_and_keep_what_was_done() -> None:
    told = entry("发布预警\n夜间大风", source="区气象台", handling="已转发。")
    assert words.entry_words(told) == (
        "11月21日2时15分，区气象台（预警）：发布预警 夜间大风。处理：已转发。"
    )
    assert words.entry_words(entry("大风。")) == "11月21日2时15分，预警：大风。"


def test_several_items_are_numbered_and_one_is_not() -> None:
    kind = BulletinKind.HIGHLIGHTS
    one = words.period_body(kind, PERIOD, [], [entry("大风")]).splitlines()
    assert one[0].endswith("本辖区未接报突发事件。其他情况如下。")
    assert one[1] == "一、预警和天气"
    assert one[2].startswith("11月21日")
    two = words.period_body(kind, PERIOD, [incident()], [entry("大风"), entry("暴雨")])
    assert "一、突发事件及处置" in two
    assert "\n1. 11月21日" in two
    assert "\n2. 11月21日" in two


def test_titles_name_the_day() -> None:
    day = RECEIVED.date()
    assert words.period_title(BulletinKind.HIGHLIGHTS, day).endswith("日要情")
    assert words.period_title(BulletinKind.DUTY_INFORMATION, day).endswith("日值班情况")
    assert words.incident_title(incident()) == "关于安和街道丰收市场火灾情况的报告"
