from pathlib import Path

import pytest

from dutydesk.domain.word_template import (
    TEMPLATE_NAMES,
    WordTemplateNotWritten,
    WordTemplateUnknown,
)
from dutydesk.store.word_template import export_templates, template_line, template_lines


def test_the_shipped_ones_are_in_force_until_the_unit_has_its_own(tmp_path: Path) -> None:
    assert [line.is_own for line in template_lines(tmp_path)] == [False] * len(TEMPLATE_NAMES)
    done = export_templates(tmp_path, "bulletin")
    own = tmp_path / "templates" / "bulletin.docx"
    assert (done.written, done.kept) == ((own,), ())
    line = template_line(tmp_path, "bulletin")
    assert (line.path, line.is_own) == (own, True)
    assert own.read_bytes().startswith(b"PK")


def test_what_the_unit_changed_is_never_overwritten(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "special_report.docx"
    own.parent.mkdir()
    own.write_bytes(b"own")
    done = export_templates(tmp_path)
    assert done.kept == (own,)
    assert len(done.written) == len(TEMPLATE_NAMES) - 1
    assert own.read_bytes() == b"own"


def test_an_unknown_name_and_a_place_that_takes_nothing_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WordTemplateUnknown):
        export_templates(tmp_path, "../x")
    (tmp_path / "templates").write_text("", encoding="utf-8")
    with pytest.raises(WordTemplateNotWritten):
        export_templates(tmp_path)
