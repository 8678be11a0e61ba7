"""What the columns of a table without headings hold, told by their cells alone.

Rules of this file: a column that cannot be told stays in as unknown, so that its cells go to the
note; nothing on a sheet is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dutydesk.domain.contact_file import ColumnGuess, ContactField
from dutydesk.domain.contacts import UnitKind
from dutydesk.domain.phone import digits, is_mobile, numbers_in
from dutydesk.exchange.grid import Grid, is_blank
from dutydesk.exchange.heading_words import heading_key, unit_kind_of

_SAMPLE = 50
_MOST = 0.6
_SHORTEST_LANDLINE = 7
_NAME_LIKE = re.compile(r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{1,8}·[\u3400-\u9fff·]{1,10}")
_UNIT_TAIL = re.compile(
    r"(局|委|办|处|科|室|部|所|站|队|街道|镇|乡|社区|村|委会|公司|中心|学校|中学|小学|医院|厂|院)$"
)
_ORDER_NO = re.compile(r"\d{1,4}")

# The commonest surnames, which nearly every list of names is full of, and those of examples.
_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏"
    "薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常"
    "武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左"
    "涂谷祁时舒耿牟卜肖詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮"
    "桂闵解强柴华车冉房边甲乙丙丁戊己庚壬癸"
)


def columns_by_cells(grid: Grid) -> tuple[ColumnGuess, ...]:
    """Return every column that holds anything: names, units, telephones, else unknown."""
    cells = {index: _cells(grid, index) for index in range(grid.width)}
    cells = {index: found for index, found in cells.items() if found}
    fields = {index: _field(found) for index, found in cells.items()}
    undecided = [index for index in cells if fields[index] is ContactField.UNKNOWN]
    name = max(undecided, key=lambda index: _name_score(cells[index]), default=None)
    if name is not None and _name_score(cells[name]) >= _MOST:
        fields[name] = ContactField.NAME
    return tuple(ColumnGuess(index, "", field) for index, field in fields.items())


def looks_like_name(cell: str) -> bool:
    """Tell whether a cell could be one person's name and is no unit."""
    key = heading_key(cell)
    return _NAME_LIKE.fullmatch(key) is not None and not _looks_like_unit(cell)


def _cells(grid: Grid, index: int) -> list[str]:
    found = [row[index] for row in grid.rows[:_SAMPLE] if len(row) > index]
    return [cell for cell in found if not is_blank(cell)]


def _field(cells: Sequence[str]) -> ContactField:
    if _share(cells, _looks_like_number) >= _MOST:
        return ContactField.PHONE
    if _share(cells, _is_order_no) >= _MOST and len(set(cells)) == len(cells):
        return ContactField.ORDER_NO
    if _share(cells, _looks_like_unit) >= _MOST:
        return ContactField.UNIT
    return ContactField.UNKNOWN


def _name_score(cells: Sequence[str]) -> float:
    """Return how likely these are names: below 0.6 for what does not even look like them.

    Of two columns of short words that with the surnames holds the names, and posts repeat.
    """
    looks = _share(cells, looks_like_name)
    if looks < _MOST:
        return 0
    surnames = _share(cells, lambda cell: heading_key(cell)[:1] in _SURNAMES)
    return looks + surnames + len(set(cells)) / len(cells) / 2


def _looks_like_number(cell: str) -> bool:
    if is_mobile(digits(cell)):
        return True
    read = numbers_in(cell, None)
    return bool(read) and all(
        one.doubt is None and len(digits(one.number)) >= _SHORTEST_LANDLINE for one in read
    )


def _is_order_no(cell: str) -> bool:
    return _ORDER_NO.fullmatch(heading_key(cell)) is not None


def _looks_like_unit(cell: str) -> bool:
    key = heading_key(cell)
    is_unit = unit_kind_of(key, ContactField.UNIT) is not UnitKind.OTHER
    return len(key) > 1 and (is_unit or _UNIT_TAIL.search(key) is not None)


def _share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, cells)) / len(cells)
