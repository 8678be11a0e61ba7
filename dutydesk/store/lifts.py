"""Lifts old after-images to the present schema, so that old journal rows rebuild present tables.

Rules of this file: journal rows are never rewritten. A migration that alters a journalled table
adds one pure function here, under its own number; it is given the row as it stood before that
migration and returns the row as it stands after. A table that only appears needs none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dutydesk.domain.journal import Row

Lift = Callable[[Row], Row]


def _log_entry_with_details(row: Row) -> Row:
    return {**row, "details": "{}", "continuation_of": None, "is_withdrawal": 0}


def _open_item_with_importance(row: Row) -> Row:
    return {**row, "importance": "ordinary", "remind_at": None}


def _incident_with_near_miss(row: Row) -> Row:
    return {
        **row,
        "lightly_injured": None,
        "at_risk": None,
        "is_serious_near_miss": 0,
        "near_miss_reason": "",
        "stable_at": None,
    }


def _grading_with_near_miss(row: Row) -> Row:
    return {**row, "is_serious_near_miss": 0}


def _report_with_correction(row: Row) -> Row:
    return {**row, "corrects_report_id": None, "bypass_reason": "", "already_told": ""}


def _report_with_review(row: Row) -> Row:
    return {**row, "reviewed_by": "", "signature_form": None}


def _rule_with_task(row: Row) -> Row:
    return {**row, "task": "report", "every_days": None, "is_sensitive_only": 0}


def _paper_issue_with_format(row: Row) -> Row:
    return {**row, "file_format": "pdf"}


def _report_with_answer(row: Row) -> Row:
    return {**row, "instruction": "", "is_read_back": 0}


def _contact_with_validity(row: Row) -> Row:
    return {**row, "valid_from": None, "valid_to": None, "training_year": None}


def _contact_with_merge(row: Row) -> Row:
    return {**row, "merged_into": None}


def _bulletin_with_day(row: Row) -> Row:
    return {**row, "duty_date": None}


# (number of the migration, table) -> lift.
LIFTS: Mapping[tuple[int, str], Lift] = {
    (10, "log_entry"): _log_entry_with_details,
    (15, "open_item"): _open_item_with_importance,
    (21, "incident"): _incident_with_near_miss,
    (21, "incident_grading"): _grading_with_near_miss,
    (21, "incident_report"): _report_with_correction,
    (28, "incident_report"): _report_with_review,
    (30, "incident_report"): _report_with_answer,
    (24, "deadline_rule"): _rule_with_task,
    (35, "paper_issue"): _paper_issue_with_format,
    (41, "contact"): _contact_with_validity,
    (42, "contact"): _contact_with_merge,
    (46, "bulletin"): _bulletin_with_day,
}


def lifted(
    table: str,
    row: Row,
    versions: tuple[int, int],
    lifts: Mapping[tuple[int, str], Lift] = LIFTS,
) -> Row:
    """Return a row written under schema ``versions[0]`` as it stands under ``versions[1]``."""
    written, present = versions
    for number in range(written + 1, present + 1):
        lift = lifts.get((number, table))
        if lift is not None:
            row = lift(row)
    return row
