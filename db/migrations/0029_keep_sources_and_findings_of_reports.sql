-- Where each sentence of a report came from, as it then stood; and what was asked before it was
-- signed, with the reason for which it went out as it was.

CREATE TABLE report_source (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    report_id TEXT NOT NULL REFERENCES incident_report (id),
    sentence_no INTEGER NOT NULL CHECK (sentence_no > 0),
    start_index INTEGER NOT NULL CHECK (start_index >= 0),
    stop_index INTEGER NOT NULL CHECK (stop_index > start_index),
    origin TEXT NOT NULL CHECK (origin IN ('entry', 'fact', 'report', 'hand')),
    entry_id TEXT REFERENCES log_entry (id),
    earlier_report_id TEXT REFERENCES incident_report (id),
    fact TEXT NOT NULL,
    said TEXT NOT NULL
) STRICT;

CREATE INDEX report_source_of_report ON report_source (report_id);

-- A draft is asked before it is signed, under the id its report will have.
CREATE TABLE report_finding (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    report_id TEXT NOT NULL,
    finding TEXT NOT NULL CHECK (finding IN (
        'figure_fell', 'total_wrong', 'figure_differs', 'figure_unsaid', 'time_differs',
        'place_differs', 'still_verifying', 'level_differs')),
    subject TEXT NOT NULL,
    expected TEXT NOT NULL,
    found TEXT NOT NULL,
    reason TEXT NOT NULL,
    answered_by TEXT NOT NULL,
    answered_at TEXT NOT NULL CHECK (length(answered_at) = 20)
) STRICT;

CREATE INDEX report_finding_of_report ON report_finding (report_id);

CREATE TRIGGER report_source_is_append_only_update BEFORE UPDATE ON report_source
BEGIN
    SELECT RAISE(ABORT, 'report_source is append-only');
END;

CREATE TRIGGER report_source_is_append_only_delete BEFORE DELETE ON report_source
BEGIN
    SELECT RAISE(ABORT, 'report_source is append-only');
END;

CREATE TRIGGER report_finding_is_append_only_update BEFORE UPDATE ON report_finding
BEGIN
    SELECT RAISE(ABORT, 'report_finding is append-only');
END;

CREATE TRIGGER report_finding_is_append_only_delete BEFORE DELETE ON report_finding
BEGIN
    SELECT RAISE(ABORT, 'report_finding is append-only');
END;
