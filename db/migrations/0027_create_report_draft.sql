-- Written reports on their way to the signature and out (稿件), and the steps of every report.

CREATE TABLE report_draft (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    stage TEXT NOT NULL CHECK (stage IN ('first', 'follow_up', 'verification', 'final')),
    medium TEXT NOT NULL CHECK (medium IN ('phone', 'written')),
    sequence_no INTEGER NOT NULL CHECK (sequence_no > 0),
    issue_year INTEGER,
    issue_no INTEGER CHECK (issue_no > 0),
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    figures TEXT NOT NULL CHECK (json_valid(figures)),
    level TEXT NOT NULL CHECK (level IN (
        'especially_serious', 'serious', 'relatively_serious', 'ordinary', 'unclassified')),
    report_to TEXT NOT NULL CHECK (json_valid(report_to)),
    copy_to TEXT NOT NULL CHECK (json_valid(copy_to)),
    receiver TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN (
        'drafting', 'under_review', 'awaiting_signature', 'signed', 'sent', 'acknowledged',
        'void')),
    drafted_by TEXT NOT NULL,
    reviewed_by TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    signature_form TEXT CHECK (signature_form IN ('in_person', 'phone')),
    signed_at TEXT CHECK (length(signed_at) = 20),
    corrects_report_id TEXT REFERENCES incident_report (id),
    bypass_reason TEXT NOT NULL,
    drafted_at TEXT NOT NULL CHECK (length(drafted_at) = 20),
    changed_at TEXT NOT NULL CHECK (length(changed_at) = 20),
    CHECK (medium = 'written'),
    CHECK ((issue_no IS NULL) = (issue_year IS NULL)),
    CHECK ((issue_no IS NULL) = (signed_at IS NULL)),
    CHECK ((signature_form IS NULL) = (signed_at IS NULL)),
    CHECK (signed_at IS NOT NULL OR
        (state <> 'signed' AND state <> 'sent' AND state <> 'acknowledged'))
) STRICT;

CREATE INDEX report_draft_by_incident ON report_draft (incident_id);

CREATE UNIQUE INDEX report_draft_by_issue ON report_draft (issue_year, issue_no)
    WHERE issue_no IS NOT NULL;

-- What was signed is never changed: only where it stands may still move.
CREATE TRIGGER report_draft_is_frozen_once_signed BEFORE UPDATE ON report_draft
WHEN OLD.signed_at IS NOT NULL AND (
    NEW.incident_id IS NOT OLD.incident_id OR NEW.stage IS NOT OLD.stage
    OR NEW.sequence_no IS NOT OLD.sequence_no
    OR NEW.issue_year IS NOT OLD.issue_year OR NEW.issue_no IS NOT OLD.issue_no
    OR NEW.title IS NOT OLD.title OR NEW.body IS NOT OLD.body
    OR NEW.figures IS NOT OLD.figures OR NEW.level IS NOT OLD.level
    OR NEW.report_to IS NOT OLD.report_to OR NEW.copy_to IS NOT OLD.copy_to
    OR NEW.drafted_by IS NOT OLD.drafted_by OR NEW.reviewed_by IS NOT OLD.reviewed_by
    OR NEW.signed_by IS NOT OLD.signed_by OR NEW.signed_at IS NOT OLD.signed_at
    OR NEW.signature_form IS NOT OLD.signature_form
    OR NEW.corrects_report_id IS NOT OLD.corrects_report_id
    OR NEW.bypass_reason IS NOT OLD.bypass_reason)
BEGIN
    SELECT RAISE(ABORT, 'report_draft is frozen once signed');
END;

CREATE TRIGGER report_draft_is_kept BEFORE DELETE ON report_draft
BEGIN
    SELECT RAISE(ABORT, 'report_draft is kept');
END;

-- report_id names a draft or a report that left: they share the id.
CREATE TABLE report_step (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    report_id TEXT NOT NULL,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    step TEXT NOT NULL CHECK (step IN (
        'drafted', 'submitted', 'reviewed', 'sent_back', 'signed', 'sent', 'acknowledged',
        'voided')),
    person TEXT NOT NULL,
    form TEXT CHECK (form IN ('in_person', 'phone')),
    at TEXT NOT NULL CHECK (length(at) = 20),
    reason TEXT NOT NULL,
    recorder TEXT NOT NULL,
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
    CHECK (reason <> '' OR (step <> 'sent_back' AND step <> 'voided'))
) STRICT;

CREATE INDEX report_step_by_incident ON report_step (incident_id);

CREATE TRIGGER report_step_is_append_only_update BEFORE UPDATE ON report_step
BEGIN
    SELECT RAISE(ABORT, 'report_step is append-only');
END;

CREATE TRIGGER report_step_is_append_only_delete BEFORE DELETE ON report_step
BEGIN
    SELECT RAISE(ABORT, 'report_step is append-only');
END;
