"""Every module that does something has its test: `dutydesk/X/y.py` in `tests/X/test_y.py`."""

import ast

from tests.habits.source import ROOT, Source, python_sources

TESTED_ELSEWHERE: dict[str, str] = {
    "dutydesk/domain/contact_twins.py": "tests/services/test_contact_twins.py",
    "dutydesk/ui/contacts/imports_dialog.py": "tests/ui/contacts/test_twins_deed.py",
    "dutydesk/ui/contacts/twins_dialog.py": "tests/ui/contacts/test_twins_deed.py",
    "dutydesk/wording/contact_twins.py": "tests/ui/contacts/test_twins_deed.py",
    "dutydesk/domain/contact_filling.py": "tests/domain/test_contact_import.py",
    "dutydesk/domain/import_batch.py": "tests/services/test_contact_import.py",
    "dutydesk/domain/import_doubt.py": "tests/domain/test_contact_import.py",
    "dutydesk/domain/known_people.py": "tests/domain/test_contact_import.py",
    "dutydesk/store/contact_import.py": "tests/services/test_contact_import.py",
    "dutydesk/store/import_undo.py": "tests/services/test_contact_import.py",
    "dutydesk/exchange/apart_child.py": "tests/exchange/test_apart.py",
    "dutydesk/ui/drill/prompts.py": "tests/app/test_drill_desk.py",
    "dutydesk/ui/drill/review_dialog.py": "tests/app/test_drill_desk.py",
    "dutydesk/ui/drill/start_dialog.py": "tests/app/test_drill_desk.py",
    "dutydesk/app/draft_parts.py": "tests/ui/incident/test_draft_deed.py",
    "dutydesk/ui/incident/draft_deeds.py": "tests/ui/incident/test_draft_deed.py",
    "dutydesk/ui/incident/drafts_dialog.py": "tests/ui/incident/test_draft_deed.py",
    "dutydesk/app/bulletin_room.py": "tests/ui/bulletin/test_panel.py",
    "dutydesk/ui/bulletin/step_dialogs.py": "tests/ui/bulletin/test_panel.py",
    "dutydesk/ui/bulletin/page_sheet.py": "tests/ui/bulletin/test_bulletin_dialog.py",
    "dutydesk/ui/papers/word_deed.py": "tests/ui/incident/test_paper_deed.py",
    "dutydesk/app/handling_parts.py": "tests/ui/incident/test_handling_deed.py",
    "dutydesk/store/incident_closing.py": "tests/services/test_incident_closing.py",
    "dutydesk/store/incident_tables.py": "tests/services/test_incident_masking.py",
    "dutydesk/store/contact_tables.py": "tests/store/test_contact_list.py",
    "dutydesk/ui/contacts/role_rows.py": "tests/ui/contacts/test_contact_dialog.py",
    "dutydesk/ui/contacts/term_fields.py": "tests/ui/contacts/test_contact_dialog.py",
    "dutydesk/ui/contacts/training_dialog.py": "tests/ui/contacts/test_training_deed.py",
    "dutydesk/ui/contacts/requirement_dialog.py": "tests/ui/contacts/test_training_deed.py",
    "dutydesk/ui/contacts/hq_dialog.py": "tests/ui/contacts/test_hq_deed.py",
    "dutydesk/ui/contacts/hq_view.py": "tests/ui/contacts/test_hq_deed.py",
    "dutydesk/cli/contact_document.py": "tests/cli/test_contacts.py",
    "dutydesk/app/contact_parts.py": "tests/ui/contacts/test_unit_deed.py",
    "dutydesk/assembly/contact_services.py": "tests/assembly/test_room.py",
    "dutydesk/store/people_tables.py": "tests/store/test_roster.py",
    "dutydesk/store/loose_ends.py": "tests/services/test_incident_closing.py",
    "dutydesk/ui/incident/closing_dialogs.py": "tests/ui/incident/test_closing_deed.py",
    "dutydesk/ui/incident/loose_end_fields.py": "tests/ui/incident/test_closing_deed.py",
    "dutydesk/ui/incident/masking_dialogs.py": "tests/ui/incident/test_closing_deed.py",
    "dutydesk/ui/incident/action_sheet.py": "tests/ui/incident/test_tick_sheet.py",
    "dutydesk/ui/incident/notice_sheet.py": "tests/ui/incident/test_tick_sheet.py",
    "dutydesk/ui/incident/timeline_paint.py": "tests/ui/incident/test_timeline_view.py",
    "dutydesk/app/incident_room.py": "tests/ui/incident/test_panel.py",
    "dutydesk/app/rule_parts.py": "tests/ui/incident/test_rule_list.py",
    "dutydesk/ui/incident/rule_deed.py": "tests/ui/incident/test_rule_list.py",
    "dutydesk/assembly/incident_papers.py": "tests/assembly/test_paper_sources.py",
    "dutydesk/assembly/incident_services.py": "tests/assembly/test_room.py",
    "dutydesk/assembly/paper_services.py": "tests/assembly/test_room.py",
    "dutydesk/ui/incident/criterion_page.py": "tests/ui/incident/test_level_dialog.py",
    "dutydesk/ui/incident/level_deed.py": "tests/ui/incident/test_level_dialog.py",
    "dutydesk/ui/incident/level_pages.py": "tests/ui/incident/test_level_dialog.py",
    "dutydesk/ui/statistics/mark_numbers.py": "tests/ui/statistics/test_chart.py",
    "dutydesk/ui/statistics/chart_page.py": "tests/ui/statistics/test_duty_view.py",
    "dutydesk/ui/ordered_list.py": "tests/ui/responsibility/test_list_dialog.py",
    "dutydesk/ui/statistics/figures_view.py": "tests/ui/statistics/test_panel.py",
    "dutydesk/ui/incident/reading.py": "tests/ui/incident/test_panel.py",
    "dutydesk/app/warning_room.py": "tests/ui/warning/test_panel.py",
    "dutydesk/ui/warning/step_dialogs.py": "tests/ui/warning/test_panel.py",
    "dutydesk/ui/warning/warning_dialog.py": "tests/ui/warning/test_panel.py",
    "dutydesk/app/ledger_rooms.py": "tests/ui/test_entry_verbs.py",
    "dutydesk/ui/directive/directive_dialog.py": "tests/ui/directive/test_panel.py",
    "dutydesk/ui/directive/step_dialogs.py": "tests/ui/directive/test_panel.py",
    "dutydesk/assembly/log_services.py": "tests/assembly/test_room.py",
    "dutydesk/assembly/recovering.py": "tests/store/test_recovery.py",
    "dutydesk/app/shell.py": "tests/app/test_desk_run.py",
    "dutydesk/app/call_parts.py": "tests/ui/call_round/test_panel.py",
    "dutydesk/ui/call_round/answer_draft.py": "tests/ui/call_round/test_panel.py",
    "dutydesk/ui/call_round/call_card.py": "tests/ui/call_round/test_panel.py",
    "dutydesk/ui/call_round/callee_choice.py": "tests/ui/call_round/test_panel.py",
    "dutydesk/ui/call_round/callee_preview.py": "tests/ui/call_round/test_panel.py",
    "dutydesk/ui/call_round/people.py": "tests/ui/call_round/test_panel.py",
    "dutydesk/ui/call_round/sheet.py": "tests/ui/call_round/test_panel.py",
    "dutydesk/ui/call_round/sheet_deeds.py": "tests/ui/call_round/test_panel.py",
    "dutydesk/ui/call_round/sheet_head.py": "tests/ui/call_round/test_panel.py",
    "dutydesk/ui/call_round/start_dialog.py": "tests/ui/call_round/test_panel.py",
    "dutydesk/ui/call_round/step_dialogs.py": "tests/ui/call_round/test_panel.py",
    "dutydesk/ui/call_round/target_table.py": "tests/ui/call_round/test_panel.py",
    "dutydesk/ui/incident/call_deed.py": "tests/ui/call_round/test_panel.py",
    "dutydesk/ui/absence_notice/notice_dialogs.py": "tests/ui/absence_notice/test_panel.py",
    "dutydesk/ui/nil_report/deeds.py": "tests/ui/nil_report/test_panel.py",
    "dutydesk/ui/nil_report/group_dialog.py": "tests/ui/nil_report/test_panel.py",
    "dutydesk/ui/nil_report/month_dialog.py": "tests/ui/nil_report/test_panel.py",
    "dutydesk/ui/nil_report/report_dialogs.py": "tests/ui/nil_report/test_panel.py",
    "dutydesk/ui/nil_report/unit_dialog.py": "tests/ui/nil_report/test_panel.py",
    "dutydesk/ui/roll_call/deeds.py": "tests/ui/roll_call/test_panel.py",
    "dutydesk/ui/roll_call/plan_dialogs.py": "tests/ui/roll_call/test_panel.py",
    "dutydesk/ui/roll_call/result_dialog.py": "tests/ui/roll_call/test_panel.py",
    "dutydesk/ui/roll_call/start_dialog.py": "tests/ui/roll_call/test_panel.py",
    "dutydesk/app/reporting_rooms.py": "tests/app/test_people_rooms.py",
    "dutydesk/ui/equipment/equipment_dialogs.py": "tests/ui/equipment/test_panel.py",
    "dutydesk/ui/roster/finding_list.py": "tests/ui/roster/test_panel.py",
    "dutydesk/ui/roster/month_deed.py": "tests/ui/roster/test_panel.py",
    "dutydesk/ui/roster/month_grid.py": "tests/ui/roster/test_panel.py",
    "dutydesk/ui/roster/month_head.py": "tests/ui/roster/test_panel.py",
    "dutydesk/ui/roster/people.py": "tests/ui/roster/test_panel.py",
    "dutydesk/ui/roster/reminder_dialog.py": "tests/ui/roster/test_reminder_desk.py",
    "dutydesk/ui/roster/seat_editor.py": "tests/ui/roster/test_panel.py",
    "dutydesk/ui/roster/seat_line.py": "tests/ui/roster/test_panel.py",
    "dutydesk/ui/roster/swap_deed.py": "tests/ui/roster/test_panel.py",
    "dutydesk/ui/roster/swap_dialog.py": "tests/ui/roster/test_panel.py",
    "dutydesk/ui/roster/verbs.py": "tests/ui/roster/test_panel.py",
    "dutydesk/ui/roster/count_table.py": "tests/ui/roster/test_list_deed.py",
    "dutydesk/ui/roster/counts_dialog.py": "tests/ui/roster/test_list_deed.py",
    "dutydesk/ui/roster/generate_dialog.py": "tests/ui/roster/test_list_deed.py",
    "dutydesk/ui/roster/import_dialog.py": "tests/ui/roster/test_list_deed.py",
    "dutydesk/ui/roster/list_dialog.py": "tests/ui/roster/test_list_deed.py",
    "dutydesk/ui/roster/member_forms.py": "tests/ui/roster/test_list_deed.py",
    "dutydesk/ui/roster/members_dialog.py": "tests/ui/roster/test_list_deed.py",
    "dutydesk/ui/roster/post_dialog.py": "tests/ui/roster/test_list_deed.py",
    "dutydesk/ui/roster/period_dialog.py": "tests/ui/roster/test_list_deed.py",
    "dutydesk/app/roster_room.py": "tests/ui/roster/test_panel.py",
    "dutydesk/domain/roster_board.py": "tests/domain/test_roster_generator.py",
    "dutydesk/domain/roster_fairness.py": "tests/domain/test_roster_check.py",
    "dutydesk/domain/roster_repair.py": "tests/domain/test_roster_generator.py",
    "dutydesk/domain/roster_week.py": "tests/domain/test_roster_generator.py",
    "dutydesk/domain/paper_stale_contact_list.py": "tests/papers/test_stale_contact_list.py",
    "dutydesk/domain/paper_training_list.py": "tests/papers/test_training_list.py",
    "dutydesk/domain/paper_directory.py": "tests/papers/test_directory.py",
    "dutydesk/domain/paper_entry_register.py": "tests/papers/test_entry_register.py",
    "dutydesk/domain/paper_handover_record.py": "tests/papers/test_handover_record.py",
    "dutydesk/domain/paper_log_sheet.py": "tests/papers/test_log_sheet.py",
    "dutydesk/domain/paper_month_volume.py": "tests/papers/test_month_volume.py",
    "dutydesk/domain/paper_special_report.py": "tests/papers/test_special_report.py",
    "dutydesk/ui/start/officers_page.py": "tests/ui/start/test_wizard.py",
    "dutydesk/ui/start/pages.py": "tests/ui/start/test_wizard.py",
    "dutydesk/app/matters.py": "tests/ui/incident/test_panel.py",
    "dutydesk/ui/incident/decide_dialogs.py": "tests/ui/incident/test_panel.py",
    "dutydesk/ui/incident/deeds.py": "tests/ui/incident/test_panel.py",
    "dutydesk/ui/incident/detail.py": "tests/ui/incident/test_panel.py",
    "dutydesk/ui/incident/update_dialog.py": "tests/ui/incident/test_panel.py",
    "dutydesk/ui/handover/remarks.py": "tests/ui/handover/test_pen.py",
    "dutydesk/ui/admin_list.py": "tests/ui/duty_log/test_phrase_dialog.py",
    "dutydesk/ui/ledger_room.py": "tests/ui/open_item/test_panel.py",
    "dutydesk/ui/long_dialog.py": "tests/ui/incident/test_report_dialog.py",
    "dutydesk/ui/duty_log/filter_dialog.py": "tests/ui/duty_log/test_filter_deeds.py",
    "dutydesk/ui/duty_log/log_hits.py": "tests/ui/duty_log/test_log_filters.py",
    "dutydesk/ui/duty_log/log_table.py": "tests/ui/duty_log/test_log_filters.py",
    "dutydesk/ui/open_item/item_dialogs.py": "tests/ui/open_item/test_panel.py",
}
"""Modules without a test file of that name, each with the file that tests it."""


def does_something(source: Source) -> bool:
    """Tell whether a file holds a function with a body; values and protocols alone have none."""
    return any(
        not all(
            isinstance(step, ast.Expr) and isinstance(step.value, ast.Constant) for step in body
        )
        for body in (n.body for n in ast.walk(source.tree) if isinstance(n, ast.FunctionDef))
    )


def mirror_of(module: str) -> str:
    folder, _, name = module.removeprefix("dutydesk/").rpartition("/")
    return "/".join(part for part in ("tests", folder, f"test_{name}") if part)


def without_a_test(modules: list[str], tests: set[str], elsewhere: dict[str, str]) -> list[str]:
    return [
        module
        for module in modules
        if not module.endswith("/__init__.py")
        and mirror_of(module) not in tests
        and elsewhere.get(module) not in tests
    ]


def test_every_module_has_its_test() -> None:
    modules = [source.path for source in python_sources("dutydesk") if does_something(source)]
    tests = {source.path for source in python_sources("tests")}
    missing = without_a_test(modules, tests, TESTED_ELSEWHERE)
    wanted = {module: mirror_of(module) for module in missing}
    assert wanted == {}, "write these test files, or name the one that tests it above"


def test_no_exception_outlives_its_reason() -> None:
    stale = [
        module
        for module in TESTED_ELSEWHERE
        if not (ROOT / module).is_file() or (ROOT / mirror_of(module)).is_file()
    ]
    assert stale == []


def test_a_module_without_a_test_is_found() -> None:
    modules = ["dutydesk/paths.py", "dutydesk/store/x.py", "dutydesk/store/__init__.py"]
    tests = {"tests/test_paths.py", "tests/store/test_y.py"}
    assert without_a_test(modules, tests, {}) == ["dutydesk/store/x.py"]
    assert without_a_test(modules, tests, {"dutydesk/store/x.py": "tests/store/test_y.py"}) == []
    assert without_a_test(modules, tests, {"dutydesk/store/x.py": "tests/none.py"})


def test_values_and_protocols_need_no_test_of_their_own() -> None:
    value = "class A:\n    x: int\n    y = 1\n"
    protocol = 'class B:\n    def now(self) -> int:\n        """Say."""\n        ...\n'
    assert not does_something(Source("a.py", value + protocol))
    assert does_something(Source("a.py", "def f() -> int:\n    return 1\n"))
