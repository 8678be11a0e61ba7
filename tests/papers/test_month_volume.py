import tracemalloc
from datetime import timedelta

import pytest

from dutydesk.domain.paper_month_volume import VolumeLine
from dutydesk.papers.month_volume import month_volume_pdf
from tests.papers import reading, samples
from tests.papers.volume_samples import volume


def texts(value) -> list[str]:
    pdf = month_volume_pdf(value)
    return ["".join(text.split()) for text in reading.pages_text(pdf)]


def test_a_volume_reads_as_expected() -> None:
    pdf = month_volume_pdf(volume())
    text = reading.whole_text(pdf)
    assert text == reading.expected_text("month_volume", text)
    assert pdf.missing_glyphs == ()


def test_the_cover_says_whose_it_is_and_how_much_it_holds() -> None:
    pages = texts(volume())
    cover = pages[0]
    assert "东湖区安和街道办事处值班室值班日志合订本2026年11月" in cover
    assert "起止日期2026年11月20日至2026年11月22日（值班中）" in cover
    assert "班次数2记录条数17" in cover
    assert f"页数{len(pages)}保管期限永久30年10年" in cover


def test_pages_are_numbered_through_and_the_contents_name_them() -> None:
    pages = texts(volume())
    for number, text in enumerate(pages, 1):
        assert f"第{number}页共{len(pages)}页" in text
    first = next(n for n, text in enumerate(pages, 1) if "暴雨橙色" in text)
    running = next(n for n, text in enumerate(pages, 1) if "起（值班中）" in text)
    assert f"11月20日星期五全天班李建国陈晓明、周燊17{first}" in pages[1]
    assert "11月21日星期六没有值班日志—" in pages[1]
    assert f"11月22日星期日全天班（值班中）—郑玥0{running}" in pages[1]
    assert first == 3
    assert pages[1].startswith("目录")


def test_the_heads_stand_at_the_end() -> None:
    last = texts(volume())[-1]
    assert "校验码9f86d081884c7d65" in last
    assert samples.HEAD in last
    assert "留痕项数412" in last
    assert "2026年11月20日全天班2026年11月21日08:30abababababababab" in last


def test_a_month_without_any_shift_prints_none() -> None:
    pages = texts(volume(lines=(), sheets=(), heads=()))
    assert len(pages) == 3
    assert "起止日期无" in pages[0]
    assert "班次数0记录条数0" in pages[0]
    assert "页码无" in pages[1]
    assert "记录校验码无" in pages[2]


def test_contents_of_more_than_one_page_move_every_number_on() -> None:
    days = [samples.DAY + timedelta(days=n) for n in range(70)]
    lines = tuple(VolumeLine(day, "夜班", "李建国", "陈晓明") for day in days)
    sheets = tuple(samples.empty_sheet(duty_date=day) for day in days)
    pages = texts(volume(lines=lines, sheets=sheets))
    # A cover, two pages of contents, 70 sheets of one page, then the heads.
    assert len(pages) == 1 + 2 + 70 + 1
    assert "夜班李建国陈晓明04" in pages[1]
    assert pages[2].count("夜班李建国陈晓明0") == 70 - pages[1].count("夜班李建国陈晓明0")
    assert "夜班李建国陈晓明073" in pages[2]
    assert "第73页共74页" in pages[72]


def test_how_far_it_is_is_told_by_the_day_and_the_work_can_be_stopped() -> None:
    told: list[tuple[int, int, str]] = []
    month_volume_pdf(volume(), step=lambda *step: told.append(step))
    assert told == [
        (20, 30, "正在生成 11月合订本 第20/30日"),
        (22, 30, "正在生成 11月合订本 第22/30日"),
    ]

    def stop(number: int, _total: int, _words: str) -> None:
        if number == 22:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        month_volume_pdf(volume(), step=stop)


def test_only_one_sheet_is_held_at_a_time() -> None:
    alive: list[int] = []

    class Watched(tuple):  # type: ignore[type-arg]  # a sheet's entries that tell when they go
        def __del__(self) -> None:
            alive.remove(id(self))

    def read():
        for number in range(6):
            entries = Watched(samples.TYPICAL_ENTRIES)
            alive.append(id(entries))
            assert len(alive) <= 2, "earlier sheets are still held"
            sheet = samples.typical_sheet(
                duty_date=samples.DAY + timedelta(days=number), entries=entries
            )
            del entries
            yield sheet
            del sheet

    lines = tuple(VolumeLine(samples.DAY + timedelta(days=n), "全天班") for n in range(6))
    assert month_volume_pdf(volume(lines=lines, sheets=read())).pages > 6
    assert alive == []


def test_memory_grows_by_the_pages_of_the_file_only() -> None:
    def peak(days: int) -> tuple[int, int]:
        lines = tuple(VolumeLine(samples.DAY + timedelta(days=n), "全天班") for n in range(days))
        sheets = (
            samples.typical_sheet(duty_date=samples.DAY + timedelta(days=n)) for n in range(days)
        )
        tracemalloc.start()
        pdf = month_volume_pdf(volume(lines=lines, sheets=sheets))
        _, highest = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return highest, pdf.pages

    month_volume_pdf(volume())
    (few, few_pages), (many, many_pages) = peak(4), peak(16)
    assert (many - few) / (many_pages - few_pages) < 16 * 1024


def test_equal_data_give_equal_bytes_and_a_practice_room_marks_every_page() -> None:
    assert month_volume_pdf(volume()).content == month_volume_pdf(volume()).content
    marked = texts(volume(is_practice=True))
    assert all("演" in text for text in marked)
