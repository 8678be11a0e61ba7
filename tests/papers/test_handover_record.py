from dutydesk.papers.handover_record import handover_record_pdf
from tests.papers import reading, samples


def words(**more):
    return reading.all_text(handover_record_pdf(samples.handover(**more)))


def test_a_handover_reads_as_expected():
    pdf = handover_record_pdf(samples.handover())
    text = reading.whole_text(pdf)
    assert text == reading.expected_text("handover_record", text)


def test_the_head_of_the_chain_is_printed_short_and_whole():
    text = words()
    assert "记录校验码：9f86d081884c7d65" in text
    assert samples.HEAD in text
    assert "记录校验码" not in words(journal_head="")


def test_a_handover_signed_by_one_side_only_says_so():
    text = words(incoming_signature=samples.Signature(), handed_over_at=None)
    assert "未完成" in text
    assert "未完成" not in words()


def test_a_forced_relief_prints_its_reason():
    assert "单方交接接班人未到岗，已电话报告带班领导" in words(
        forced_reason="接班人未到岗，已电话报告带班领导"
    )


def test_unfilled_checks_and_empty_lists_are_printed():
    text = words(open_items=(), articles=(), checks=(), counts=(), summary="", remarks="")
    assert text.count("无") == 3
    assert "值班概况未填写" in text
    assert "未核对" in words()


def test_twenty_counts_go_over_rows():
    counts = tuple(samples.CountLine(f"类别{n}", n) for n in range(20))
    text = words(counts=counts)
    assert all(f"类别{n}" in text for n in range(20))


def test_the_sign_block_never_stands_alone():
    for lines in range(20, 60):
        checks = tuple(samples.CheckLine(f"项目{n}", "正常", group="设备") for n in range(lines))
        pdf = handover_record_pdf(samples.handover(checks=checks))
        last = "".join(reading.pages_text(pdf)[-1].split())
        assert last.index("其他交代") < last.index("交班人（签字）")


def test_a_practice_handover_is_marked():
    pdf = handover_record_pdf(samples.handover(is_practice=True))
    assert all("演" in text and "练" in text for text in reading.pages_text(pdf))


def test_the_sign_block_stands_under_the_end_of_remarks_of_any_length():
    """Thirteen absences were passed on, and the signatures came on a page of their own."""
    for lines in range(1, 70, 3):
        told = "\n".join(f"领导外出：鲁某{n}，2月28日07:00至20:00，省城" for n in range(lines))
        pdf = handover_record_pdf(samples.handover(remarks=told))
        last = "".join(reading.pages_text(pdf)[-1].split())
        assert f"鲁某{lines - 1}，" in last.split("交班人（签字）")[0], lines
