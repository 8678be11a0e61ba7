-- A paper may leave as a Word file as well: the format of each copy; pages are known of PDF only.

CREATE TABLE paper_issue_new (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN (
        'log_sheet', 'handover_record', 'special_report', 'directory', 'bulletin', 'daily',
        'duty_information', 'highlights', 'call_register', 'document_register',
        'notice_register', 'visit_register', 'patrol_register', 'fault_register',
        'duty_check_sheet', 'consultation_register', 'directive_ledger', 'open_item_list',
        'absence_list', 'equipment_list', 'month_volume', 'roster_sheet', 'incident_ledger',
        'statistics', 'warning_form', 'call_round_sheet', 'roll_call_result',
        'nil_report_summary', 'stale_contact_list', 'training_list', 'spot_check_pack',
        'phone_report_sheet', 'incident_dossier', 'incident_timeline', 'drill_review')),
    subject TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    pages INTEGER CHECK (pages > 0),
    copy_no INTEGER NOT NULL CHECK (copy_no > 0),
    purpose TEXT NOT NULL CHECK (purpose IN ('saved', 'printed')),
    issued_at TEXT NOT NULL CHECK (length(issued_at) = 20),
    officer TEXT NOT NULL,
    file_format TEXT NOT NULL CHECK (file_format IN ('pdf', 'docx')),
    CHECK ((file_format = 'pdf') = (pages IS NOT NULL))
) STRICT;

INSERT INTO paper_issue_new (
    rowid, id, kind, subject, sha256, pages, copy_no, purpose, issued_at, officer, file_format)
SELECT rowid, id, kind, subject, sha256, pages, copy_no, purpose, issued_at, officer, 'pdf'
FROM paper_issue ORDER BY rowid;

DROP TABLE paper_issue;

ALTER TABLE paper_issue_new RENAME TO paper_issue;

CREATE INDEX paper_issue_by_subject ON paper_issue (kind, subject);
