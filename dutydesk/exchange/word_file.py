"""Filling a Word template: people's text goes in as it is, the template is code kept in a box.

A template comes from the unit's own folder only; it is looked at before a library opens it, and
what it may do is what a sandbox of Jinja allows.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from dutydesk.domain.contact_refusals import ForeignFileDangerous, ForeignFileUnreadable
from dutydesk.domain.word_template import TemplateProblem, WordTemplateUnfit
from dutydesk.exchange.contact_table import writable
from dutydesk.exchange.guard import check_archive

MAX_TEMPLATE = 20 * 1024 * 1024
_STAMP = (1980, 1, 1, 0, 0, 0)
_DOCUMENT = "word/document.xml"

Fields = Mapping[str, object]


def fill_template(template: bytes, name: str, fields: Fields) -> bytes:
    """Return the filled file; equal templates and fields give equal bytes.

    Raises WordTemplateUnfit, which says what is wrong with the template.
    """
    _look_at(template, name)
    # 0.2 s to load, for exports only.
    from docxtpl import DocxTemplate  # noqa: PLC0415 -- loaded on first use, see above
    from jinja2 import StrictUndefined, TemplateError  # noqa: PLC0415 -- as above
    from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415 -- as above
    from lxml.etree import LxmlError  # noqa: PLC0415 -- as above

    # A field that a template names and we do not fill must not vanish from a paper.
    box = SandboxedEnvironment(undefined=StrictUndefined)
    try:
        document = DocxTemplate(io.BytesIO(template))
        document.render(_clean(fields), jinja_env=box, autoescape=True)
        raw = io.BytesIO()
        document.save(raw)
    except TemplateError as error:
        raise _unfit(name, error) from error
    except (LxmlError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise WordTemplateUnfit(name, TemplateProblem.BROKEN, str(error)[:200]) from error
    return _evened(raw.getvalue())


def _look_at(template: bytes, name: str) -> None:
    if len(template) > MAX_TEMPLATE:
        raise WordTemplateUnfit(name, TemplateProblem.TOO_LARGE)
    try:
        check_archive(template, name)
    except ForeignFileDangerous as error:
        raise WordTemplateUnfit(name, TemplateProblem.TOO_LARGE) from error
    except ForeignFileUnreadable as error:
        raise WordTemplateUnfit(name, TemplateProblem.NO_DOCUMENT) from error
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        if _DOCUMENT not in archive.namelist():
            raise WordTemplateUnfit(name, TemplateProblem.NO_DOCUMENT)


def _unfit(name: str, error: Exception) -> WordTemplateUnfit:
    # Loaded by now.
    from jinja2.exceptions import (  # noqa: PLC0415 -- see above
        SecurityError,
        TemplateSyntaxError,
        UndefinedError,
    )

    said = str(error)
    if isinstance(error, SecurityError):
        return WordTemplateUnfit(name, TemplateProblem.FORBIDDEN, said[:200])
    if isinstance(error, UndefinedError):
        # The message begins with the name in quotes: 'titel' is undefined.
        quoted = said.split("'")
        return WordTemplateUnfit(
            name,
            TemplateProblem.FIELD_UNKNOWN,
            quoted[-2] if len(quoted) > 2 else said[:200],  # noqa: PLR2004 -- before, name, after
        )
    if isinstance(error, TemplateSyntaxError):
        return WordTemplateUnfit(name, TemplateProblem.SYNTAX, said[:200])
    return WordTemplateUnfit(name, TemplateProblem.BROKEN, said[:200])


def _clean(value: object) -> Any:
    """Return a value whose texts hold nothing that a Word file cannot; line breaks stay."""
    if isinstance(value, str):
        text = value.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
        return "".join(sign for sign in writable(text) if sign not in "\a\f\v")
    if isinstance(value, Mapping):
        return {key: _clean(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(one) for one in value]
    return value


def _evened(content: bytes) -> bytes:
    """Return the file without the times at which its members were packed."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(out, "w") as target,
    ):
        for name in source.namelist():
            member = zipfile.ZipInfo(name, _STAMP)
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, source.read(name))
    return out.getvalue()
