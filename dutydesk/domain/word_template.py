"""Word templates that the unit owns: which paper is made on which, and what can be wrong."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal
from dutydesk.domain.paper_issue import PaperKind

WORD_TEMPLATES = {
    PaperKind.SPECIAL_REPORT: "special_report",
    PaperKind.BULLETIN: "bulletin",
    PaperKind.DUTY_INFORMATION: "bulletin",
    PaperKind.HIGHLIGHTS: "bulletin",
    PaperKind.DAILY: "bulletin",
    PaperKind.PHONE_REPORT_SHEET: "phone_report_sheet",
    PaperKind.INCIDENT_LEDGER: "incident_ledger",
    PaperKind.INCIDENT_DOSSIER: "incident_dossier",
}
"""The papers that are also made as Word files, each with the name of its template."""

TEMPLATE_NAMES = tuple(dict.fromkeys(WORD_TEMPLATES.values()))


class TemplateProblem(StrEnum):
    """What is wrong with a template."""

    NO_DOCUMENT = "no_document"
    TOO_LARGE = "too_large"
    FIELD_UNKNOWN = "field_unknown"
    SYNTAX = "syntax"
    FORBIDDEN = "forbidden"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """One template: its name, the file in force, and whether that is the unit's own."""

    name: str
    path: Path
    is_own: bool


@dataclass(frozen=True, slots=True)
class TemplatesExported:
    """What an export wrote, and what it left because the unit has its own already."""

    folder: Path
    written: tuple[Path, ...]
    kept: tuple[Path, ...]


@dataclass(eq=False)
class WordTemplateUnfit(Refusal):
    """A template cannot be filled; ``detail`` names the field or the place as far as known."""

    path: str
    problem: TemplateProblem
    detail: str = ""


@dataclass(eq=False)
class WordTemplateUnknown(Refusal):
    """There is no template of this name."""

    name: str
    allowed: tuple[str, ...]


@dataclass(eq=False)
class WordTemplateNotWritten(Refusal):
    """A template could not be copied into the folder of the unit."""

    path: str
    detail: str


@dataclass(eq=False)
class PaperNotAsWord(Refusal):
    """The paper is made as PDF only."""

    kind: PaperKind
    allowed: tuple[PaperKind, ...]
