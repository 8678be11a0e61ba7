-- Subordinate units that report and are called; zero reports by cut-off; roll calls.

CREATE TABLE reporting_unit (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    phone TEXT NOT NULL,
    contact TEXT NOT NULL,
    order_no INTEGER NOT NULL,
    created_at TEXT NOT NULL CHECK (length(created_at) = 20),
    -- Where it stood among the contacts when it was taken over; it stays when that unit goes.
    unit_id TEXT,
    has_nil_report INTEGER NOT NULL CHECK (has_nil_report IN (0, 1)),
    has_roll_call INTEGER NOT NULL CHECK (has_roll_call IN (0, 1)),
    retired_at TEXT CHECK (length(retired_at) = 20)
) STRICT;

-- What a unit said for a cut-off; one that was wrong is followed by one that corrects it.
CREATE TABLE nil_report (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    unit_id TEXT NOT NULL REFERENCES reporting_unit (id),
    due_at TEXT NOT NULL CHECK (length(due_at) = 20),
    is_nil INTEGER NOT NULL CHECK (is_nil IN (0, 1)),
    content TEXT NOT NULL,
    reporter TEXT NOT NULL,
    reported_at TEXT NOT NULL CHECK (length(reported_at) = 20),
    officer_id TEXT REFERENCES officer (id),
    recorder TEXT NOT NULL,
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
    is_late INTEGER NOT NULL CHECK (is_late IN (0, 1)),
    correction_of TEXT UNIQUE REFERENCES nil_report (id),
    correction_reason TEXT NOT NULL,
    entry_id TEXT REFERENCES log_entry (id),
    CHECK (is_nil = 1 OR content <> ''),
    CHECK (correction_of IS NULL OR correction_reason <> '')
) STRICT;

CREATE INDEX nil_report_by_due ON nil_report (due_at);

CREATE TABLE nil_report_chase (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    unit_id TEXT NOT NULL REFERENCES reporting_unit (id),
    due_at TEXT NOT NULL CHECK (length(due_at) = 20),
    at TEXT NOT NULL CHECK (length(at) = 20),
    result TEXT NOT NULL CHECK (result IN ('answered', 'no_answer', 'wrong_number')),
    phone TEXT NOT NULL,
    person TEXT NOT NULL,
    answer TEXT NOT NULL,
    officer_id TEXT REFERENCES officer (id),
    recorder TEXT NOT NULL
) STRICT;

CREATE INDEX nil_report_chase_by_due ON nil_report_chase (due_at);

-- What the log says of a cut-off; told again when later reports came in.
CREATE TABLE nil_report_summary (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    due_at TEXT NOT NULL CHECK (length(due_at) = 20),
    text TEXT NOT NULL,
    at TEXT NOT NULL CHECK (length(at) = 20),
    recorder TEXT NOT NULL,
    entry_id TEXT NOT NULL REFERENCES log_entry (id)
) STRICT;

CREATE INDEX nil_report_summary_by_due ON nil_report_summary (due_at);

-- A planned roll call comes again on its days; a random one at a time drawn from its seed.
CREATE TABLE roll_call_plan (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL CHECK (title <> ''),
    method TEXT NOT NULL CHECK (method IN ('phone', 'video', 'radio', 'on_site')),
    weekdays TEXT NOT NULL CHECK (weekdays <> ''),
    starts_at_time TEXT NOT NULL CHECK (length(starts_at_time) = 5),
    ends_at_time TEXT NOT NULL CHECK (length(ends_at_time) IN (0, 5)),
    unit_count INTEGER CHECK (unit_count > 0),
    seed TEXT NOT NULL,
    created_at TEXT NOT NULL CHECK (length(created_at) = 20),
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT;

CREATE TABLE roll_call (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL CHECK (title <> ''),
    method TEXT NOT NULL CHECK (method IN ('phone', 'video', 'radio', 'on_site')),
    is_random INTEGER NOT NULL CHECK (is_random IN (0, 1)),
    plan_id TEXT REFERENCES roll_call_plan (id),
    planned_at TEXT CHECK (length(planned_at) = 20),
    started_at TEXT NOT NULL CHECK (length(started_at) = 20),
    started_by TEXT NOT NULL,
    ended_at TEXT CHECK (length(ended_at) = 20),
    ended_by TEXT NOT NULL,
    end_note TEXT NOT NULL,
    entry_id TEXT REFERENCES log_entry (id)
) STRICT;

CREATE TABLE roll_call_target (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    roll_call_id TEXT NOT NULL REFERENCES roll_call (id),
    unit_id TEXT NOT NULL REFERENCES reporting_unit (id),
    order_no INTEGER NOT NULL,
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    contact TEXT NOT NULL,
    UNIQUE (roll_call_id, unit_id)
) STRICT;

CREATE INDEX roll_call_target_by_unit ON roll_call_target (unit_id);

-- Each try; the newest of a target is what holds.
CREATE TABLE roll_call_result (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    target_id TEXT NOT NULL REFERENCES roll_call_target (id),
    result TEXT NOT NULL CHECK (result IN ('answered', 'no_answer', 'wrong_number')),
    person TEXT NOT NULL,
    lead_on_post INTEGER CHECK (lead_on_post IN (0, 1)),
    officer_on_post INTEGER CHECK (officer_on_post IN (0, 1)),
    ring_count INTEGER CHECK (ring_count >= 0),
    answer_seconds INTEGER CHECK (answer_seconds >= 0),
    knows_situation INTEGER CHECK (knows_situation IN (0, 1)),
    finding TEXT NOT NULL,
    action TEXT NOT NULL,
    checker TEXT NOT NULL,
    at TEXT NOT NULL CHECK (length(at) = 20),
    officer_id TEXT REFERENCES officer (id),
    recorder TEXT NOT NULL,
    entry_id TEXT REFERENCES log_entry (id)
) STRICT;

CREATE INDEX roll_call_result_by_target ON roll_call_result (target_id);

CREATE TRIGGER nil_report_is_append_only_update BEFORE UPDATE ON nil_report
BEGIN
    SELECT RAISE(ABORT, 'nil_report is append-only');
END;

CREATE TRIGGER nil_report_is_append_only_delete BEFORE DELETE ON nil_report
BEGIN
    SELECT RAISE(ABORT, 'nil_report is append-only');
END;

CREATE TRIGGER nil_report_chase_is_append_only_update BEFORE UPDATE ON nil_report_chase
BEGIN
    SELECT RAISE(ABORT, 'nil_report_chase is append-only');
END;

CREATE TRIGGER nil_report_chase_is_append_only_delete BEFORE DELETE ON nil_report_chase
BEGIN
    SELECT RAISE(ABORT, 'nil_report_chase is append-only');
END;

CREATE TRIGGER nil_report_summary_is_append_only_update BEFORE UPDATE ON nil_report_summary
BEGIN
    SELECT RAISE(ABORT, 'nil_report_summary is append-only');
END;

CREATE TRIGGER nil_report_summary_is_append_only_delete BEFORE DELETE ON nil_report_summary
BEGIN
    SELECT RAISE(ABORT, 'nil_report_summary is append-only');
END;

CREATE TRIGGER roll_call_target_is_append_only_update BEFORE UPDATE ON roll_call_target
BEGIN
    SELECT RAISE(ABORT, 'roll_call_target is append-only');
END;

CREATE TRIGGER roll_call_target_is_append_only_delete BEFORE DELETE ON roll_call_target
BEGIN
    SELECT RAISE(ABORT, 'roll_call_target is append-only');
END;

CREATE TRIGGER roll_call_result_is_append_only_update BEFORE UPDATE ON roll_call_result
BEGIN
    SELECT RAISE(ABORT, 'roll_call_result is append-only');
END;

CREATE TRIGGER roll_call_result_is_append_only_delete BEFORE DELETE ON roll_call_result
BEGIN
    SELECT RAISE(ABORT, 'roll_call_result is append-only');
END;
