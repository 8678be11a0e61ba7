"""Lists of contacts as papers are tested with."""

from datetime import date

from dutydesk.domain.paper_stale_contact_list import StaleContactList, StaleContactRow
from dutydesk.domain.paper_training_list import TrainingList, TrainingRow, TrainingSum

AS_OF = date(2026, 11, 20)
UNIT = "安和街道办事处值班室"


def stale(rows=(), **more) -> StaleContactList:
    facts = {"unit": UNIT, "is_practice": False, "as_of": AS_OF, "stale_days": 90, **more}
    return StaleContactList(rows=tuple(rows), **facts)


def training(sums=(), rows=(), **more) -> TrainingList:
    facts = {"unit": UNIT, "is_practice": False, "year": 2026, "as_of": AS_OF, **more}
    return TrainingList(sums=tuple(sums), rows=tuple(rows), **facts)


STALE = stale(
    (
        StaleContactRow(
            "安和一社区",
            "曲燊",
            "书记、居委会主任",
            "0000-6000051",
            "19900000051",
            "2026年7月3日\n甲某",
            "任期至2026年12月1日",
        ),
        StaleContactRow("区燃气公司", "仇某", "抢修班长", "0000-6000022", "19900000022", "从未"),
        StaleContactRow("区人民医院", "值班室", phone="0000-6000120-801", verified="从未"),
    )
)
TRAINING = training(
    (TrainingSum("应急管理干部", "10天", 1, 1), TrainingSum("网格员", "4天", 2, 0)),
    (
        TrainingRow(
            "应急办", "单某", "科长", "应急管理干部", "10天", "12天", topics="防汛、危化品"
        ),
        TrainingRow("安和一社区", "朴某", "网格员", "网格员", "4天", "2.5天", "1.5天", "防汛"),
        TrainingRow("安和二社区", "解某", "网格员", "网格员", "4天", "3天（导入）", "1天"),
    ),
)
