import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutydesk.domain.word_template import TemplateProblem, WordTemplateUnfit
from dutydesk.exchange.word_file import MAX_TEMPLATE, fill_template


def template(*texts: str) -> bytes:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def said(content: bytes) -> list[str]:
    return [one.text for one in docx.Document(io.BytesIO(content)).paragraphs]


def filled(source: str, **fields: object) -> list[str]:
    return said(fill_template(template(source), "x.docx", fields))


def problem(make: Callable[[], object]) -> tuple[TemplateProblem, str]:
    with pytest.raises(WordTemplateUnfit) as refusal:
        make()
    return refusal.value.problem, refusal.value.detail


def test_peoples_text_goes_in_as_it_is() -> None:
    text = "<b>火&灾</b> {{ x }} {% if %} ＆ “”"
    assert filled("甲{{ text }}乙", text=text) == [f"甲{text}乙"]


def test_what_no_word_file_can_hold_is_taken_out_and_breaks_stay() -> None:
    assert filled("{{ text }}", text="一\x00\x07\x0c\x1b二\r\n三\t四\ud800") == ["一二\n三 四"]


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_no_text_of_people_can_stop_a_file(text: str) -> None:
    assert len(filled("{{ text }}", text=text)) >= 1


def test_equal_fields_give_equal_bytes() -> None:
    source = template("{{ text }}")
    one, two = (fill_template(source, "x.docx", {"text": "火"}) for _ in range(2))
    assert one == two


def test_rows_and_conditions_are_filled() -> None:
    source = template(
        "{%p for one in rows %}", "{{ one.no }}", "{%p endfor %}", "{% if no %}有{% endif %}"
    )
    rows = [{"no": "1"}, {"no": "2"}]
    assert said(fill_template(source, "x.docx", {"rows": rows, "no": ""})) == ["1", "2", ""]


def test_a_field_that_is_not_known_is_named() -> None:
    found, detail = problem(lambda: filled("{{ titel }}", title="火"))
    assert (found, detail) == (TemplateProblem.FIELD_UNKNOWN, "titel")
    found, detail = problem(lambda: filled("{{ row.nr }}", row={"no": "1"}))
    assert (found, detail) == (TemplateProblem.FIELD_UNKNOWN, "nr")


@pytest.mark.parametrize("text", ["{{ title", "{% if title %}甲", "{% endfor %}", "{{ title | }}"])
def test_braces_that_do_not_close_are_refused(text: str) -> None:
    assert problem(lambda: filled(text, title="火"))[0] is TemplateProblem.SYNTAX


@pytest.mark.parametrize(
    "text",
    [
        "{{ ().__class__.__mro__ }}",
        "{{ title.__class__.__base__.__subclasses__() }}",
        "{{ ''.__class__ }}",
    ],
)
def test_a_template_cannot_reach_out_of_its_box(text: str) -> None:
    found, _ = problem(lambda: filled(text, title="火"))
    assert found in {TemplateProblem.FORBIDDEN, TemplateProblem.FIELD_UNKNOWN}


def test_what_is_no_word_file_is_refused_before_it_is_opened() -> None:
    assert problem(lambda: fill_template(b"no", "x", {}))[0] is TemplateProblem.NO_DOCUMENT
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    assert problem(lambda: fill_template(other.getvalue(), "x", {}))[0] is (
        TemplateProblem.NO_DOCUMENT
    )
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert problem(lambda: fill_template(broken.getvalue(), "x", {}))[0] is TemplateProblem.BROKEN


def test_a_template_that_would_fill_the_memory_is_refused() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 40_000_000)
    for content in (bomb.getvalue(), b"0" * (MAX_TEMPLATE + 1)):
        found, _ = problem(lambda content=content: fill_template(content, "x", {}))  # type: ignore[misc]  # bound now
        assert found is TemplateProblem.TOO_LARGE


def test_an_entity_of_a_template_reads_no_file() -> None:
    parts: dict[str, Any] = {}
    with zipfile.ZipFile(io.BytesIO(template("{{ text }}"))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts["word/document.xml"].decode()
    start = body.index("<w:document")
    entity = '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    evil = body[:start] + entity + body[start:].replace("{{ text }}", "&e;{{ text }}")
    parts["word/document.xml"] = evil.encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    try:
        made = said(fill_template(packed.getvalue(), "x", {"text": "火"}))
    except WordTemplateUnfit:
        return
    assert made == ["火"]
