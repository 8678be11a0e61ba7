import hashlib
from pathlib import Path

from tests.builders import Command
from tests.cli.asking import done, head, newest_action, refused


def test_templates_are_listed_taken_out_and_used_from_there(
    on_duty: Command, tmp_path: Path
) -> None:
    listed = done(on_duty, "template", "list")["templates"]
    assert {one["is_own"] for one in listed} == {False}
    taken = done(on_duty, "template", "export", "incident_ledger")
    own = on_duty.data / "templates" / "incident_ledger.docx"
    assert (taken["written"], taken["kept"]) == ([str(own)], [])
    assert done(on_duty, "template", "export")["kept"] == [str(own)]
    out = str(tmp_path / "台账.docx")
    document = done(on_duty, "paper", "incident_ledger", "--output", out)
    content = (tmp_path / "台账.docx").read_bytes()
    assert document["sha256"] == hashlib.sha256(content).hexdigest()
    assert document["pages"] is None
    archived = on_duty.data / "papers" / f"{document['sha256']}.docx"
    assert archived.read_bytes() == content
    assert newest_action(on_duty) == ("cli", "paper.saved")
    again = done(on_duty, "paper", "incident_ledger", "--output", out)
    assert (again["sha256"], again["copy_no"]) == (document["sha256"], 2)
    assert done(on_duty, "verify")["ok"]


def test_a_wrong_template_is_refused_and_not_passed_over(on_duty: Command, tmp_path: Path) -> None:
    done(on_duty, "template", "export")
    (on_duty.data / "templates" / "incident_ledger.docx").write_bytes(b"no")
    before = head(on_duty)
    asked = ("paper", "incident_ledger", "--output", str(tmp_path / "x.docx"))
    assert refused(on_duty, *asked) == (2, "word_template_unfit")
    assert refused(on_duty, "paper", "log_sheet", "--output", str(tmp_path / "x.docx")) == (
        2,
        "paper_not_as_word",
    )
    assert head(on_duty) == before
    assert not (tmp_path / "x.docx").exists()
    assert refused(on_duty, "template", "export", "没有") == (2, "word_template_unknown")
