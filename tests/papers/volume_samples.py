"""An invented month volume: three duty days, one without a shift, the last one running."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from dutydesk.domain.paper_month_volume import HandoverHead, MonthVolume, VolumeLine
from tests.papers import samples

DAY = timedelta(days=1)
SECOND = samples.DAY + 2 * DAY
SHEETS = (
    samples.typical_sheet(),
    samples.empty_sheet(duty_date=SECOND, started_at=samples.START + 2 * DAY, ended_at=None),
)


def volume(**more: Any) -> MonthVolume:
    facts = {
        "unit": samples.UNIT,
        "month": samples.DAY.replace(day=1),
        "is_practice": False,
        "lines": (
            VolumeLine(samples.DAY, "全天班", "李建国", "陈晓明、周燊"),
            VolumeLine(samples.DAY + DAY),
            VolumeLine(SECOND, "全天班", "", "郑玥", is_running=True),
        ),
        "sheets": SHEETS,
        "journal_head": samples.HEAD,
        "journal_rows": 412,
        "heads": (HandoverHead(samples.DAY, "全天班", samples.END, "ab" * 32),),
        **more,
    }
    return MonthVolume(**facts)
