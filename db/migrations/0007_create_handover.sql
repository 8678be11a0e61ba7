-- Handovers with their checklist lines, things and signatures; the unit's checklist.

CREATE TABLE checklist_item (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('check', 'thing')),
    group_name TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    quantity TEXT NOT NULL,
    order_no INTEGER NOT NULL
) STRICT;

-- A shift ends by one handover, which bears its id.
CREATE TABLE handover (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE REFERENCES shift (id),
    handover_no TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN (
        'draft', 'outgoing_signed', 'incoming_signed', 'completed', 'forced')),
    remarks TEXT NOT NULL,
    next_lead_officer_id TEXT REFERENCES officer (id),
    next_secondary_officer_id TEXT REFERENCES officer (id),
    next_standby_officer_id TEXT REFERENCES officer (id),
    taken_items TEXT NOT NULL CHECK (json_valid(taken_items)),
    is_all_taken INTEGER NOT NULL CHECK (is_all_taken IN (0, 1)),
    incoming_shift_id TEXT REFERENCES shift (id),
    completed_at TEXT CHECK (length(completed_at) = 20),
    forced_reason TEXT NOT NULL,
    journal_head TEXT NOT NULL CHECK (length(journal_head) IN (0, 64)),
    snapshot TEXT NOT NULL CHECK (json_valid(snapshot)),
    CHECK ((status IN ('completed', 'forced')) = (completed_at IS NOT NULL)),
    CHECK ((status = 'forced') = (forced_reason <> '')),
    CHECK ((completed_at IS NULL) = (incoming_shift_id IS NULL)),
    CHECK ((completed_at IS NULL) = (handover_no = '')),
    CHECK ((completed_at IS NULL) = (journal_head = ''))
) STRICT;

CREATE UNIQUE INDEX handover_by_no ON handover (handover_no) WHERE handover_no <> '';

CREATE TRIGGER handover_is_frozen_update BEFORE UPDATE ON handover
    WHEN OLD.completed_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'a completed handover is frozen');
END;

CREATE TRIGGER handover_is_frozen_delete BEFORE DELETE ON handover
    WHEN OLD.completed_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'a completed handover is frozen');
END;

CREATE TABLE handover_check (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    handover_id TEXT NOT NULL REFERENCES handover (id),
    item_id TEXT NOT NULL,
    group_name TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    order_no INTEGER NOT NULL,
    result TEXT CHECK (result IN ('normal', 'abnormal', 'not_applicable')),
    note TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX handover_check_by_item ON handover_check (handover_id, item_id);

CREATE TRIGGER handover_check_is_frozen_update BEFORE UPDATE ON handover_check
    WHEN EXISTS (
        SELECT 1 FROM handover WHERE id = OLD.handover_id AND completed_at IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'a completed handover is frozen');
END;

CREATE TRIGGER handover_check_is_frozen_delete BEFORE DELETE ON handover_check
    WHEN EXISTS (
        SELECT 1 FROM handover WHERE id = OLD.handover_id AND completed_at IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'a completed handover is frozen');
END;

CREATE TABLE handover_thing (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    handover_id TEXT NOT NULL REFERENCES handover (id),
    name TEXT NOT NULL CHECK (name <> ''),
    quantity TEXT NOT NULL,
    order_no INTEGER NOT NULL,
    result TEXT CHECK (result IN ('normal', 'abnormal', 'not_applicable')),
    note TEXT NOT NULL
) STRICT;

CREATE INDEX handover_thing_by_handover ON handover_thing (handover_id);

CREATE TRIGGER handover_thing_is_frozen_update BEFORE UPDATE ON handover_thing
    WHEN EXISTS (
        SELECT 1 FROM handover WHERE id = OLD.handover_id AND completed_at IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'a completed handover is frozen');
END;

CREATE TRIGGER handover_thing_is_frozen_delete BEFORE DELETE ON handover_thing
    WHEN EXISTS (
        SELECT 1 FROM handover WHERE id = OLD.handover_id AND completed_at IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'a completed handover is frozen');
END;

CREATE TABLE handover_signature (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    handover_id TEXT NOT NULL REFERENCES handover (id),
    side TEXT NOT NULL CHECK (side IN ('outgoing', 'incoming', 'lead')),
    officer_id TEXT NOT NULL REFERENCES officer (id),
    officer_name TEXT NOT NULL CHECK (officer_name <> ''),
    signed_at TEXT NOT NULL CHECK (length(signed_at) = 20),
    note TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX handover_signature_by_side ON handover_signature (handover_id, side);

-- A lead may still sign a completed handover; what was signed by then stays.
CREATE TRIGGER handover_signature_is_frozen_update BEFORE UPDATE ON handover_signature
BEGIN
    SELECT RAISE(ABORT, 'a signature is taken back, not changed');
END;

CREATE TRIGGER handover_signature_is_frozen_delete BEFORE DELETE ON handover_signature
    WHEN EXISTS (
        SELECT 1 FROM handover WHERE id = OLD.handover_id AND completed_at IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'a completed handover is frozen');
END;
