"""A paper as a Word file: its fields put into a template."""

from __future__ import annotations

import hashlib

from dutydesk.domain.paper import WordFile
from dutydesk.domain.paper_incident_dossier import IncidentDossier
from dutydesk.domain.paper_incident_ledger import IncidentLedger
from dutydesk.domain.paper_phone_report import PhoneReportSheet
from dutydesk.domain.paper_special_report import SpecialReport
from dutydesk.domain.paper_value import PaperValue, WordPaper
from dutydesk.exchange.dossier_fields import incident_dossier_fields
from dutydesk.exchange.word_fields import (
    Fields,
    incident_ledger_fields,
    phone_report_fields,
    special_report_fields,
)
from dutydesk.exchange.word_file import fill_template


def word_paper(value: WordPaper, template: bytes, name: str) -> WordFile:
    """Return the paper on a template; raises WordTemplateUnfit."""
    content = fill_template(template, name, fields_of(value))
    return WordFile(content, hashlib.sha256(content).hexdigest())


def as_word_value(value: PaperValue) -> WordPaper:
    """Return the value of a paper that is also made as a Word file; ValueError for another."""
    if isinstance(value, SpecialReport | PhoneReportSheet | IncidentLedger | IncidentDossier):
        return value
    raise ValueError(type(value).__name__)


def fields_of(value: WordPaper) -> Fields:
    """Return what a template may name."""
    match value:
        case SpecialReport():
            return special_report_fields(value)
        case PhoneReportSheet():
            return phone_report_fields(value)
        case IncidentLedger():
            return incident_ledger_fields(value)
        case IncidentDossier():
            return incident_dossier_fields(value)
