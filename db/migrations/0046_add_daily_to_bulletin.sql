-- 值班日报 is a bulletin of its own, written for one duty day.

CREATE TABLE bulletin_new (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN (
        'bulletin', 'duty_information', 'highlights', 'daily')),
    title TEXT NOT NULL CHECK (title <> ''),
    body TEXT NOT NULL CHECK (body <> ''),
    report_to TEXT NOT NULL CHECK (json_valid(report_to)),
    copy_to TEXT NOT NULL CHECK (json_valid(copy_to)),
    urgency TEXT NOT NULL,
    incident_id TEXT REFERENCES incident (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'signed', 'dropped')),
    drafted_by TEXT NOT NULL,
    drafted_at TEXT NOT NULL CHECK (length(drafted_at) = 20),
    reviewed_by TEXT NOT NULL,
    issue_year INTEGER,
    issue_no INTEGER CHECK (issue_no > 0),
    signed_by TEXT NOT NULL,
    signed_at TEXT CHECK (length(signed_at) = 20),
    drop_reason TEXT NOT NULL,
    duty_date TEXT CHECK (length(duty_date) = 10),
    CHECK ((state = 'signed') = (issue_no IS NOT NULL)),
    CHECK ((issue_no IS NULL) = (issue_year IS NULL)),
    CHECK ((issue_no IS NULL) = (signed_at IS NULL)),
    CHECK (kind <> 'daily' OR duty_date IS NOT NULL)
) STRICT;

INSERT INTO bulletin_new (rowid, id, kind, title, body, report_to, copy_to, urgency, incident_id,
    state, drafted_by, drafted_at, reviewed_by, issue_year, issue_no, signed_by, signed_at,
    drop_reason, duty_date)
SELECT rowid, id, kind, title, body, report_to, copy_to, urgency, incident_id,
    state, drafted_by, drafted_at, reviewed_by, issue_year, issue_no, signed_by, signed_at,
    drop_reason, NULL FROM bulletin ORDER BY rowid;

DROP TABLE bulletin;

ALTER TABLE bulletin_new RENAME TO bulletin;

CREATE UNIQUE INDEX bulletin_by_issue ON bulletin (kind, issue_year, issue_no)
    WHERE issue_no IS NOT NULL;

CREATE TRIGGER bulletin_is_frozen_once_signed BEFORE UPDATE ON bulletin
    WHEN OLD.state <> 'draft'
BEGIN
    SELECT RAISE(ABORT, 'a bulletin that was signed or dropped is frozen');
END;

CREATE TRIGGER bulletin_is_never_deleted BEFORE DELETE ON bulletin
BEGIN
    SELECT RAISE(ABORT, 'a bulletin is never deleted');
END;
