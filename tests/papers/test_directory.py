import re

from dutydesk.domain.paper_directory import DirectoryPerson, DirectoryUnit
from dutydesk.papers.directory import directory_pdf
from tests.papers import reading, samples


def test_a_directory_reads_as_expected():
    pdf = directory_pdf(samples.directory(20))
    text = reading.whole_text(pdf)
    assert text == reading.expected_text("directory", text)


def test_150_people_are_all_found_under_repeated_heads():
    pdf = directory_pdf(samples.directory(150))
    text = reading.all_text(pdf)
    assert all(f"1380000{n:04d}" in text for n in range(150))
    assert text.count("姓名职务值班职责A/B角办公电话手机传真备注") == pdf.pages


def test_a_unit_cut_by_a_page_says_that_it_goes_on():
    unit = samples.DirectoryUnit(
        "东湖区应急管理局", people=tuple(samples.DirectoryPerson(f"甲{n}") for n in range(80))
    )
    texts = reading.pages_text(directory_pdf(samples.directory(units=(unit,))))
    assert "（续）" not in texts[0]
    assert all("东湖区应急管理局（续）" in text for text in texts[1:])


def test_a_masked_directory_holds_no_full_mobile_anywhere():
    person = samples.DirectoryPerson(
        "甲", office_phone="13800000001", mobile="13800000002/13800000003", note="家属13800000004"
    )
    unit = samples.DirectoryUnit("单位", duty_phone="13800000005", people=(person,))
    pdf = directory_pdf(samples.directory(units=(unit,), is_masked=True, duty_phone="13800000006"))
    text = reading.all_text(pdf)
    lines = [line.text for line in reading.printed_lines(pdf, 1)]
    assert not [line for line in lines if re.search(r"(?<!\d)1\d{10}(?!\d)", line)]
    assert text.count("138****") == 6
    assert "张贴版" in text


def test_an_empty_directory_prints_none():
    assert "无" in reading.all_text(directory_pdf(samples.directory(units=())))


def test_long_names_of_units_and_people_stay_inside_the_table():
    person = samples.DirectoryPerson(
        "阿卜杜热西提·艾合买提江",
        post="办公室主任兼指挥中心主任" * 3,
        office_phone="0" * 60,
    )
    unit = samples.DirectoryUnit(
        "东湖区防汛抗旱抗震救灾森林防灭火联合指挥部办公室" * 4, people=(person,)
    )
    pdf = directory_pdf(samples.directory(units=(unit,)))
    assert all(line.left >= 27.9 and line.right <= 194.1 for line in reading.printed_lines(pdf, 1))


def test_columns_that_are_empty_throughout_are_left_out():
    people = (DirectoryPerson("陈晓明", mobile="13800000001"),)
    units = (DirectoryUnit("安和街道", people=people),)
    words = reading.all_text(directory_pdf(samples.directory(units=units)))
    assert "姓名手机安和街道" in words
    assert "备注" not in words
