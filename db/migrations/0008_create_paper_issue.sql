-- Which file left the desk when: the register of printed and saved papers.

CREATE TABLE paper_issue (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN (
        'log_sheet', 'handover_record', 'special_report', 'directory')),
    subject TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    pages INTEGER NOT NULL CHECK (pages > 0),
    copy_no INTEGER NOT NULL CHECK (copy_no > 0),
    purpose TEXT NOT NULL CHECK (purpose IN ('saved', 'printed')),
    issued_at TEXT NOT NULL CHECK (length(issued_at) = 20),
    officer TEXT NOT NULL
) STRICT;

CREATE INDEX paper_issue_by_subject ON paper_issue (kind, subject);
