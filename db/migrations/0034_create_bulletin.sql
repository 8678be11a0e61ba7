-- Bulletins of the duty room: 值班快报, 值班信息, 值班要情. A number is given when one is signed.

CREATE TABLE bulletin (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('bulletin', 'duty_information', 'highlights')),
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
    CHECK ((state = 'signed') = (issue_no IS NOT NULL)),
    CHECK ((issue_no IS NULL) = (issue_year IS NULL)),
    CHECK ((issue_no IS NULL) = (signed_at IS NULL))
) STRICT;

-- Each kind has numbers of its own, and none twice in a year.
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
