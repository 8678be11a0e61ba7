"""Files that would exhaust or break a reader: names, and makers of their content."""

from __future__ import annotations

import hashlib
import struct
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

from tests.exchange.xls_file import xls

Maker = Callable[[], bytes]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_OPEN = "http://schemas.openxmlformats.org"
_PACKAGE = "application/vnd.openxmlformats"
_MAIN = f"{_OPEN}/spreadsheetml/2006/main"
_TYPES = (
    f'<?xml version="1.0"?><Types xmlns="{_OPEN}/package/2006/content-types">'
    f'<Default Extension="rels" ContentType="{_PACKAGE}-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType='
    f'"{_PACKAGE}-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
_BOOK = (
    f'<?xml version="1.0"?><workbook xmlns="{_MAIN}"'
    f' xmlns:r="{_OPEN}/officeDocument/2006/relationships"><sheets>'
    '<sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>'
)


def _relation(kind: str, target: str) -> str:
    return (
        f'<?xml version="1.0"?><Relationships xmlns="{_OPEN}/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_OPEN}/officeDocument/2006/relationships/{kind}"'
        f' Target="{target}"/></Relationships>'
    )


def workbook(sheet: bytes, packing: int = zipfile.ZIP_DEFLATED, **more: bytes) -> bytes:
    """Return a workbook of one sheet, whose XML is given."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _relation("officeDocument", "xl/workbook.xml"))
        archive.writestr("xl/workbook.xml", _BOOK)
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            _relation("worksheet", "worksheets/sheet1.xml"),
        )
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
        for name, content in more.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return out.getvalue()


def _sheet(rows: str, tail: str = "", head: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?>{head}<worksheet xmlns='
        '"http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{rows}</sheetData>{tail}</worksheet>"
    ).encode()


def _cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


_HEADING = f'<row r="1">{_cell("A1", "姓名")}{_cell("B1", "手机")}</row>'
_PEOPLE = f'{_HEADING}<row r="2">{_cell("A2", "甲某")}{_cell("B2", "19900001001")}</row>'


def _noise(size: int, seed: int) -> bytes:
    return hashlib.shake_256(bytes([seed])).digest(size)


def _entity_bomb() -> bytes:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<!DOCTYPE bomb [<!ENTITY l0 "lol">{levels}]>'
    rows = f'{_HEADING}<row r="2">{_cell("A2", "&l9;")}</row>'
    return workbook(_sheet(rows, head=head))


def _outside_entity() -> bytes:
    head = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    rows = f'{_HEADING}<row r="2">{_cell("A2", "&e;")}</row>'
    return workbook(_sheet(rows, head=head))


def _quiet_zip_bomb() -> bytes:
    """Stay below the ratio that is refused at once, and still unpack to far too much."""
    filling = "x" * 2_000
    texts = (f"<si><t>{_noise(12, n % 256).hex()}{n}{filling}</t></si>" for n in range(120_000))
    body = f'<sst xmlns="{_MAIN}">{"".join(texts)}</sst>'
    return workbook(_sheet(_PEOPLE), xl__sharedStrings=body.encode())


def _nested_merges() -> bytes:
    areas = "".join(f'<mergeCell ref="A{n}:IV{2 * n + 3}"/>' for n in range(1, 20_000))
    far = _cell("IV15000", "x")
    rows = f'{_PEOPLE}<row r="15000">{far}</row>'
    return workbook(_sheet(rows, f'<mergeCells count="20000">{areas}</mergeCells>'))


def _deep_xml() -> bytes:
    return workbook(_sheet("<x>" * 500_000 + "</x>" * 500_000))


def _long_cell(text: str) -> bytes:
    return f'姓名,手机\n甲某,"{text}"\n乙某,19900001001\n'.encode()


def _card(lines: str) -> bytes:
    return f"BEGIN:VCARD\r\nVERSION:3.0\r\n{lines}END:VCARD\r\n".encode()


def _garbled(content: bytes, seed: int) -> bytes:
    broken = bytearray(content)
    for place, value in zip(_noise(240, seed), _noise(240, seed + 1), strict=True):
        broken[8 + place * (len(broken) - 8) // 256] = value
    return bytes(broken)


def _encrypted() -> bytes:
    whole = xls([["姓名", "手机"]], [])
    return whole[:512] + "EncryptedPackage".encode("utf-16-le") + whole[544:]


def _zip_of(member: str, content: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(member, content)
    return out.getvalue()


HOSTILE: Mapping[str, Maker] = {
    "压缩炸弹.xlsx": lambda: workbook(_sheet(_PEOPLE), xl__sharedStrings=b"x" * 50_000_000),
    "慢炸弹.xlsx": _quiet_zip_bomb,
    "实体炸弹.xlsx": _entity_bomb,
    "外部实体.xlsx": _outside_entity,
    "百万列.csv": lambda: "姓名,手机".encode() + b"," * 1_000_000,
    "百万列.tsv": lambda: b"a\t" * 1_000_000,
    "百万列.xlsx": lambda: workbook(_sheet(f"<row>{_cell('BDWGN1', 'x')}</row>")),
    "百万行.csv": lambda: b"a,b\n" * 1_000_000,
    "合并套合并.xlsx": _nested_merges,
    "深层.xlsx": _deep_xml,
    "无尽名片.vcf": lambda: b"BEGIN:VCARD\r\n" + b"NOTE:x\r\n" * 3_000_000,
    "无尽折行.vcf": lambda: b"BEGIN:VCARD\r\nNOTE:" + b"\r\n x" * 4_000_000,
    "无尽软换行.vcf": lambda: (
        b"BEGIN:VCARD\r\nNOTE;ENCODING=QUOTED-PRINTABLE:" + b"x=\r\n" * 4_000_000
    ),
    "大照片.vcf": lambda: _card("FN:甲某\r\nPHOTO;ENCODING=b:" + "A" * 20_000_000 + "\r\n"),
    "许多参数.vcf": lambda: _card("FN:甲某\r\nTEL" + ";TYPE=CELL" * 200_000 + ":110\r\n"),
    "许多引号.vcf": lambda: _card('FN:甲某\r\nTEL;TYPE="' + '"' * 300_000 + ":110\r\n"),
    "许多号码.vcf": lambda: _card("FN:甲某\r\nTEL:" + "1;" * 500_000 + "\r\n"),
    "许多名片.vcf": lambda: _card("FN:甲某\r\nTEL:19900001001\r\n") * 200_000,
    "括号.csv": lambda: _long_cell("(" * 120_000),
    "空格.csv": lambda: _long_cell(" " * 60_000 + "1" + " " * 60_000),
    "数字.csv": lambda: _long_cell("1" * 120_000),
    "分隔.csv": lambda: _long_cell("1/" * 60_000),
    "短横.csv": lambda: _long_cell("0-" * 60_000),
    "转.csv": lambda: _long_cell("8888888转" * 20_000),
    "长格.csv": lambda: _long_cell("甲" * 10_000_000),
    "引号.csv": lambda: b'"' * 5_000_001,
    "空字符.csv": lambda: b"\xd0\xd5\xc3\xfb,\x00\x00\x00" * 1000,
    "全空字符.csv": lambda: bytes(2_000_000),
    "空.xlsx": lambda: b"",
    "空.vcf": lambda: b"",
    "断.xlsx": lambda: workbook(_sheet(_PEOPLE))[:700],
    "断.vcf": lambda: b"BEGIN:VCARD\r\nFN:",
    "乱.xlsx": lambda: _garbled(workbook(_sheet(_PEOPLE)), 1),
    "乱.xls": lambda: _garbled(xls([["姓名", "手机"], ["甲某", "1"]], []), 2),
    "乱码.xls": lambda: _OLE + _noise(300_000, 3),
    "满是零.xls": lambda: _OLE + bytes(2_000_000),
    "满是一.xls": lambda: _OLE + b"\xff" * 2_000_000,
    "加密.xlsx": _encrypted,
    "改名的照片.xlsx": lambda: b"\xff\xd8\xff\xe0" + bytes(10_000),
    "改名的文档.xlsx": lambda: _zip_of("word/document.xml", b"<w/>"),
    "改名的压缩包.xlsx": lambda: _zip_of("a.txt", b"x"),
    "改名的程序.csv": lambda: b"MZ" + struct.pack("<I", 7) * 10_000,
    "网页.xls": lambda: b"<html><table><tr><td>" + b"x" * 100_000,
}
"""What no officer should ever wait for; the content is made when it is asked for."""

READ_OR_REFUSED = frozenset(
    name
    for name in HOSTILE
    if name.endswith(".vcf")
    or name
    in {"慢炸弹.xlsx", "括号.csv", "空格.csv", "数字.csv", "分隔.csv", "短横.csv", "转.csv"}
)
"""Those in which somebody or nobody is found, where the machine reads them in time."""
