from dutydesk.papers.typesetting import set_paper
from tests.papers import incident_samples, reading, samples


def test_each_value_becomes_its_own_paper() -> None:
    for value, title in (
        (samples.first_report(), "突发事件信息专报"),
        (incident_samples.phone_sheet(), "电话报告记录单"),
        (incident_samples.LEDGER, "突发事件台账"),
        (incident_samples.dossier(), "突发事件卷宗"),
        (samples.handover(), "交接班记录"),
        ((samples.typical_sheet(),), "值班日志"),
        (samples.directory(3), "通讯录"),
    ):
        assert title in reading.all_text(set_paper(value))
