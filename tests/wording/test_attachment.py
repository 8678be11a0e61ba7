from dataclasses import replace

from dutydesk.domain.attachment import Adding, NewAttachment, attach, withdraw
from dutydesk.domain.instants import from_iso
from dutydesk.wording import attachment as words

NOW = from_iso("2026-11-21T02:15")
NEW = NewAttachment(
    id="a",
    sha256="1a2b3c4d" * 8,
    name="现场照片.jpg",
    size=3_500_000,
    media_type="image/jpeg",
    taken_at="2026-11-21T02:05:07",
    latitude=30.123456,
    longitude=104.06,
)
(HELD,) = attach("e", (), [NEW], Adding(NOW, "甲某"))
GONE = withdraw(HELD, "放错了", NOW, "乙某")


def test_sizes_are_said_as_people_say_them() -> None:
    sizes = [512, 34 << 10, 50 << 20, 3_500_000]
    assert [words.size_words(size) for size in sizes] == ["512字节", "34KB", "50MB", "3.3MB"]


def test_position_and_time_say_that_nobody_verified_them() -> None:
    assert words.place_words(NEW) == "拍摄位置 北纬30.123456° 东经104.060000°（未核实）"
    assert words.time_words(NEW) == "拍摄时间 2026年11月21日 02:05:07（未核实）"
    south = replace(NEW, latitude=-30.5, longitude=-0.25, taken_at=None)
    assert words.place_words(south) == "拍摄位置 南纬30.500000° 西经0.250000°（未核实）"
    assert words.time_words(south) == ""
    assert words.place_words(replace(NEW, latitude=None)) == ""


def test_a_mark_counts_what_is_in_force() -> None:
    assert words.count_word([HELD, replace(HELD, id="b"), GONE]) == "附件2"
    assert words.names_line([HELD, replace(HELD, name="通知.pdf")]) == (
        "附件：现场照片.jpg、通知.pdf"
    )
    assert (words.count_word([GONE]), words.names_line([GONE])) == ("", "")


def test_a_paper_names_the_start_of_the_hash() -> None:
    assert words.printed_name(HELD) == "现场照片.jpg（1a2b3c4d）"
    late = replace(GONE, is_after_handover=True)
    assert words.printed_name(late) == "现场照片.jpg（1a2b3c4d，交接后补，已撤下）"


def test_the_facts_of_an_attachment_say_who_brought_it_and_how_late() -> None:
    lines = words.fact_lines(HELD)
    assert lines[0] == "图片 3.3MB　校验码 1a2b3c4d"
    assert lines[1] == "甲某 11月21日 周六 02:15 随记录"
    assert words.added_words(replace(HELD, is_later=True)).endswith("后补")
    assert words.added_words(replace(HELD, is_later=True, is_after_handover=True)).endswith(
        "交接后补"
    )
    assert words.fact_lines(GONE)[-1] == "已撤下：放错了（乙某 11月21日 周六 02:15）"


def test_every_kind_of_file_has_a_word() -> None:
    kinds = {
        "image/heic": "图片",
        "application/zip": "压缩包",
        "text/csv": "表格",
        "text/plain": "文本",
        "application/x-msdownload": "程序",
        "application/octet-stream": "文件",
    }
    assert {kind: words.kind_word(kind) for kind in kinds} == kinds
