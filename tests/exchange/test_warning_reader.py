import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.warning_color import WarningColor
from dutydesk.exchange.warning_reader import read_warning
from dutydesk.store.warning_kind import shipped_kinds
from tests.warning_builders import at

KINDS = [kind.name for kind in shipped_kinds()]
NOW = at("08:30")

STORM = """暴雨橙色预警信号
区气象台2026年11月20日08时20分发布暴雨橙色预警信号：预计未来3小时，我区大部分地区将出现50毫米以上降雨，\
山区可能引发山洪、滑坡等灾害，请有关单位和人员作好防范准备。"""


def test_every_field_of_an_ordinary_warning_is_read() -> None:
    found = read_warning(STORM, NOW, KINDS)
    assert (found.kind, found.color, found.issued_by) == (
        "暴雨",
        WarningColor.ORANGE,
        "区气象台",
    )
    assert (found.issued_at, found.valid_from, found.valid_to) == (
        at("08:20"),
        at("08:20"),
        at("11:20"),
    )
    assert (found.title, found.area) == ("暴雨橙色预警信号", "我区大部分地区")
    assert found.impact == "山区可能引发山洪、滑坡等灾害"
    assert found.measures == "请有关单位和人员作好防范准备。"
    assert found.content == STORM
    assert not found.is_lifting
    assert not found.is_change


@pytest.mark.parametrize(
    ("text", "kind", "color", "issued_by"),
    [
        (
            "某市气象台20日8时将暴雨蓝色预警信号升级为暴雨黄色预警信号",
            "暴雨",
            WarningColor.YELLOW,
            "某市气象台",
        ),
        (
            "市规划和自然资源委员会、市气象局20日8时联合发布地质灾害气象风险黄色预警",
            "地质灾害",
            WarningColor.YELLOW,
            "市规划和自然资源委员会、市气象局",
        ),
        (
            "受台风影响，区防汛抗旱指挥部办公室于11月20日8时发布台风Ⅱ级预警",
            "台风",
            WarningColor.ORANGE,
            "区防汛抗旱指挥部办公室",
        ),
        ("橙色（Ⅱ级）高温预警：区气象局20日8时发布", "高温", WarningColor.ORANGE, "区气象局"),
        ("发布单位：区林业局　森林火险红色预警", "森林火险", WarningColor.RED, "区林业局"),
        ("重污染天气红色预警", "空气重污染", WarningColor.RED, ""),
        ("各单位请注意安全", "", None, ""),
    ],
)
def test_kind_colour_and_issuer_in_the_ways_they_are_written(
    text: str, kind: str, color: WarningColor | None, issued_by: str
) -> None:
    found = read_warning(text, NOW, KINDS)
    assert (found.kind, found.color, found.issued_by) == (kind, color, issued_by)


def test_a_kind_is_only_what_the_unit_has_on_its_list() -> None:
    assert read_warning(STORM, NOW, ["大风"]).kind == ""
    assert read_warning(STORM, NOW, ["大风"]).color is WarningColor.ORANGE


def test_a_notice_that_lifts_and_one_that_changes_are_known() -> None:
    assert read_warning("市气象台解除暴雨橙色预警信号。", NOW, KINDS).is_lifting
    assert read_warning("暴雨蓝色预警升级为暴雨橙色预警", NOW, KINDS).is_change


def test_number_area_cause_and_measures_as_they_were_pasted() -> None:
    found = read_warning(
        "区气象台发布大风蓝色预警（某气发〔2026〕12号）。受冷空气影响，影响范围：沿江各街道。"
        "防御指南：１．加固棚架；２．停止高空作业。",
        NOW,
        KINDS,
    )
    assert found.doc_no == "某气发〔2026〕12号"
    assert (found.cause, found.area) == ("受冷空气影响", "沿江各街道")
    # Full-width signs stay as they were sent.
    assert found.measures == "１．加固棚架；２．停止高空作业"


@given(
    st.text(
        alphabet="暴雨红橙黄蓝色预警发布区气象台未来0123456789时日月年至请影响，。：（）\n级I ",
        max_size=300,
    )
)
def test_no_text_raises(text: str) -> None:
    found = read_warning(text, NOW, KINDS)
    assert found.issued_at is None or found.issued_at <= NOW
    if found.valid_from is not None and found.valid_to is not None:
        assert found.valid_from < found.valid_to
