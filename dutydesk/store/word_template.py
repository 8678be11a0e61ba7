"""Word templates as files: the unit's own in its data folder, else those that are shipped."""

from __future__ import annotations

from pathlib import Path

from dutydesk import paths
from dutydesk.domain.word_template import (
    TEMPLATE_NAMES,
    TemplateLine,
    TemplatesExported,
    WordTemplateNotWritten,
    WordTemplateUnknown,
)
from dutydesk.store.paper import write_file

FOLDER = "templates"
ENDING = ".docx"


def template_lines(data: Path) -> list[TemplateLine]:
    """Return every template with the file in force."""
    return [template_line(data, name) for name in TEMPLATE_NAMES]


def template_line(data: Path, name: str) -> TemplateLine:
    """Return one template with the file in force: the unit's own where it has one."""
    own = data / FOLDER / f"{name}{ENDING}"
    is_own = own.exists()
    return TemplateLine(name, own if is_own else _shipped(name), is_own)


def export_templates(data: Path, name: str | None = None) -> TemplatesExported:
    """Copy the shipped templates, or one, into the folder of the unit; its own are kept.

    Raises WordTemplateUnknown, WordTemplateNotWritten.
    """
    if name is not None and name not in TEMPLATE_NAMES:
        raise WordTemplateUnknown(name, TEMPLATE_NAMES)
    folder = data / FOLDER
    written, kept = [], []
    for one in TEMPLATE_NAMES if name is None else (name,):
        target = folder / f"{one}{ENDING}"
        if target.exists():
            kept.append(target)
            continue
        try:
            folder.mkdir(exist_ok=True)
            write_file(target, _shipped(one).read_bytes())
        except OSError as error:
            raise WordTemplateNotWritten(str(target), error.strerror or "") from error
        written.append(target)
    return TemplatesExported(folder, tuple(written), tuple(kept))


def _shipped(name: str) -> Path:
    return paths.resources_dir() / "templates" / f"{name}{ENDING}"
