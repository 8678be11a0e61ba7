"""Tables of contacts as nobody would make them on purpose, from a seed.

What stands in each cell is known, so that what is read can be compared with what was written.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Sequence
from io import BytesIO, StringIO
from itertools import count
from pathlib import Path

from dutydesk.domain.contact_import import plan_import
from dutydesk.domain.contacts import AddressBook, ContactCard, cards
from dutydesk.domain.errors import Refusal
from dutydesk.exchange.contact_reader import open_source, preview, read
from dutydesk.exchange.contact_writer import write_contacts
from dutydesk.exchange.grid import Grid, text_of
from dutydesk.wording.contacts import problem_sentence
from dutydesk.wording.sentences import sentence

Table = list[list[str]]


def _listed(words: str) -> list[str]:
    return words.split("|")


HEADINGS = _listed(
    "序号|单位|所属单位|部门|街道|社区|姓 名|姓名|A角姓名|B角|职务|职 务|手机|手机号码|"
    "办公电话|联系方式|值班电话|传真|地址|责任区|类别|培训天数|备注|角色|日期|值班员|"
    "邮箱|某列||电话/手机|负责人电话"
)
CELLS = _listed(
    "|||甲局|区应急管理局|安和街道|第1社区|单强|曾 静|解\u3000明|欧阳·某|Li Ming|局长|"
    "副科长（主持）|19900001003|１９９００００１００４|199 0000 1005|199-0000-1006|"
    "19900001003/19900001004|0531-6511554转801|6511554、6511555|(0531)6511554|"
    "+8619900001007|19900001003.0|1.99E+10|问门卫|无|——|-|A角|B|3天|4.0|十天|=1+1|+86|"
    '@某|\'|"引号"|换\n行|制表\t符|逗,号|分;号|合计：3|备注：核对中|2026-11-20|'
    "一、区直部门|某某某某某某某某某某某某某某某某某某某某某某某|𠀀某|é́|12|"
    "111111111111111111111111111111|0"
)
KINDS = (
    "xlsx",
    "utf-8",
    "utf-8-sig",
    "gb18030",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "tab",
    "semicolon",
)


class Chance:
    """A stream of numbers that a seed decides, the same on every machine."""

    def __init__(self, seed: int) -> None:
        self._seed, self._bytes = seed, b""
        self._more = 0

    def below(self, limit: int) -> int:
        """Return a number from 0 up to below the limit."""
        if len(self._bytes) < 4:
            self._more += 1
            self._bytes = hashlib.shake_256(f"{self._seed} {self._more}".encode()).digest(4096)
        number, self._bytes = int.from_bytes(self._bytes[:4], "big"), self._bytes[4:]
        return number % limit

    def one_of(self, values: Sequence[str]) -> str:
        """Return one of some values."""
        return values[self.below(len(values))]


def table(chance: Chance) -> Table:
    """Return rows of any width: perhaps a title, perhaps headings in two rows, then anything."""
    width = 1 + chance.below(9)
    rows: Table = []
    if chance.below(3) == 0:
        rows.append(["某区应急值班通讯录", *[""] * (width - 1)])
    for _ in range(chance.below(3)):
        rows.append([chance.one_of(HEADINGS) for _ in range(width)])
    for _ in range(chance.below(12)):
        kept = width if chance.below(4) else chance.below(width + 1)
        rows.append([chance.one_of(CELLS) for _ in range(kept)])
    return rows


def sound_table(chance: Chance) -> Table:
    """Return a table with plain headings, every row of which is a person."""
    rows: Table = [["单位", "姓名", "职务", "手机", "办公电话", "地址", "备注"]]
    for at in range(1 + chance.below(12)):
        rows.append(
            [
                chance.one_of(("甲局", "乙街道", "丙社区", "丁公司")),
                "".join(map(chance.one_of, ("赵钱孙李周吴郑王", "一二三四五六", "甲乙丙丁戊己"))),
                chance.one_of(("", "局长", "科员", "=队长", "-组长", "网格员")),
                f"199{chance.below(100_000_000):08}" if chance.below(5) else "",
                f"65{chance.below(100_000):05}-{at + 100}" if chance.below(2) else "",
                chance.one_of(("", "某路1号", "某街“二”号", "a,b;c\t某")),
                chance.one_of(("", "夜间打座机", "换\n行", "'引号", "é")),
            ]
        )
    return rows


def content(rows: Table, kind: str) -> bytes:
    """Return a file of a kind; a character that an encoding lacks becomes a question mark."""
    if kind == "xlsx":
        return _xlsx(rows)
    separator = {"tab": "\t", "semicolon": ";"}.get(kind, ",")
    out = StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(rows)
    text = out.getvalue()
    if kind in {"utf-16-le", "utf-16-be"}:
        # Without a mark, as some programs write it.
        return text.encode(kind, "replace")
    return text.encode(kind if kind not in {"tab", "semicolon"} else "utf-8", "replace")


def _xlsx(rows: Table) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("表")
    for row in rows:
        cells = []
        for text in row:
            cells.append(f"'{text}" if text.startswith("=") else text)
        sheet.append(cells)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def check_any(chance: Chance, kind: str, folder: Path) -> bool:
    """Read a random table; tell whether it was taken. What is shown must be what stands there."""
    rows = table(chance)
    ending = "xlsx" if kind == "xlsx" else "csv"
    path = folder / f"表.{ending}"
    path.write_bytes(content(rows, kind))
    try:
        source = open_source(path)
        shown = preview(source)
        file = read(source, shown.mapping())
    except Refusal as refusal:
        return not sentence(refusal)
    for sheet, grid in zip(shown.sheets, source.grids, strict=True):
        below = grid.rows[sheet.mapping.heading_rows :]
        assert sheet.first_rows == below[: len(sheet.first_rows)]
    if kind != "gb18030":
        _compare(rows, source.grids, ending)
    plan = plan_import(AddressBook(), file, ids())
    report = plan.report
    assert report.read == report.added + report.updated + report.unchanged + report.skipped
    assert len(plan.contacts) == report.added
    for problem in report.problems:
        assert problem_sentence(problem)
    return True


def _compare(rows: Table, grids: tuple[Grid, ...], ending: str) -> None:
    """Compare the cells read with the cells written, each as a text cell is understood."""
    wanted = [
        [text_of(f"'{c}" if ending == "xlsx" and c[:1] == "=" else c) for c in r] for r in rows
    ]
    read_rows = [list(row) for grid in grids for row in grid.rows]
    assert [_stripped(row) for row in read_rows if any(row)] == [
        _stripped(row) for row in wanted if any(row)
    ]


def _stripped(row: list[str]) -> list[str]:
    while row and not row[-1]:
        row = row[:-1]
    return row


def check_sound(chance: Chance, folder: Path) -> None:
    """Take a sound table, write everybody to each kind of file, and read them back the same."""
    path = folder / "人.csv"
    path.write_bytes(content(sound_table(chance), "utf-8"))
    source = open_source(path)
    plan = plan_import(AddressBook(), read(source, preview(source).mapping()), ids())
    people = cards(AddressBook(plan.units, plan.contacts, plan.numbers))
    for ending in ("xlsx", "csv", "vcf"):
        target = folder / f"出.{ending}"
        write_contacts(target, people, is_masked=False)
        source = open_source(target)
        back = plan_import(AddressBook(), read(source, preview(source).mapping()), ids())
        again = cards(AddressBook(back.units, back.contacts, back.numbers))
        assert sorted(map(_facts, again)) == sorted(map(_facts, people)), ending


def _facts(card: ContactCard) -> tuple[object, ...]:
    contact = card.contact
    return (
        contact.name,
        card.unit_path,
        contact.post,
        contact.address,
        contact.note,
        sorted((number.kind.value, number.number) for number in card.numbers),
    )


def ids() -> Callable[[], str]:
    """Return a maker of ids in ascending order."""
    numbers = count(1)
    return lambda: f"{next(numbers):08}"
