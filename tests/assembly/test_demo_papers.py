"""Every kind of paper of the practice room is written and says something."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from dutydesk.assembly.demo import build_demo
from dutydesk.assembly.demo_papers import write_papers
from dutydesk.domain.entry_register import REGISTER_KINDS
from dutydesk.domain.instants import from_iso
from dutydesk.domain.paper_issue import PaperKind


@pytest.mark.parametrize("now", ["2026-11-21T12:00", "2026-12-01T00:00", "2027-01-01T09:00"])
def test_every_kind_of_paper_is_written(tmp_path: Path, now: str) -> None:
    room = build_demo(tmp_path / "room", from_iso(now))
    papers = write_papers(room, tmp_path / "papers")
    issues = room.paper.issues()
    room.close()
    assert {issue.kind for issue in issues} == set(PaperKind) - {PaperKind.DRILL_REVIEW}
    assert [path.name for path in papers] == [
        f"{issue.kind.value}-{number}.pdf" for number, issue in enumerate(issues, 1)
    ]
    texts = {
        path.name.partition("-")[0]: "".join(
            "".join(page.extract_text().split()) for page in PdfReader(path).pages
        )
        for path in papers
    }
    for kind in REGISTER_KINDS:
        assert "共0条" not in texts[kind.value], kind
    assert "安和市场旁一平房起火" in texts["month_volume"]
    assert "续14:52去电区燃气公司" in texts["call_register"]
