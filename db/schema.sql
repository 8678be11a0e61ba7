CREATE TABLE room (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    unit TEXT NOT NULL CHECK (unit <> ''),
    is_practice INTEGER NOT NULL CHECK (is_practice IN (0, 1)),
    created_at TEXT NOT NULL CHECK (length(created_at) = 20)
) STRICT;

CREATE TABLE setting (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE journal (
    rowid INTEGER PRIMARY KEY,
    replica TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    prev BLOB NOT NULL CHECK (length(prev) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
    tick INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    schema_version INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TRIGGER journal_is_append_only_update BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'journal is append-only');
END;

CREATE TRIGGER journal_is_append_only_delete BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'journal is append-only');
END;

CREATE TABLE journal_touch (
    record_id TEXT NOT NULL,
    journal_rowid INTEGER NOT NULL,
    PRIMARY KEY (record_id, journal_rowid)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    form TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content)),
    saved_at TEXT NOT NULL CHECK (length(saved_at) = 20)
) STRICT;

CREATE TABLE officer (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    role TEXT NOT NULL CHECK (role IN ('duty_officer', 'lead_officer', 'admin', 'viewer')),
    phone TEXT NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
    pin_set_at TEXT CHECK (length(pin_set_at) = 20),
    wrong_pins INTEGER NOT NULL CHECK (wrong_pins >= 0),
    last_wrong_pin_at TEXT CHECK (length(last_wrong_pin_at) = 20)
) STRICT;

CREATE TABLE officer_pin (
    officer_id TEXT NOT NULL PRIMARY KEY REFERENCES officer (id),
    hash TEXT NOT NULL
) STRICT;

CREATE TABLE shift (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    duty_date TEXT NOT NULL CHECK (length(duty_date) = 10),
    kind TEXT NOT NULL CHECK (kind IN ('day', 'night', 'full')),
    starts_at TEXT NOT NULL CHECK (length(starts_at) = 20),
    ends_at TEXT NOT NULL CHECK (length(ends_at) = 20),
    status TEXT NOT NULL
        CHECK (status IN ('awaiting', 'on_duty', 'handing_over', 'handed_over', 'reviewed')),
    started_at TEXT CHECK (length(started_at) = 20),
    ended_at TEXT CHECK (length(ended_at) = 20),
    lead_officer_id TEXT REFERENCES officer (id),
    primary_officer_id TEXT REFERENCES officer (id),
    secondary_officer_id TEXT REFERENCES officer (id),
    standby_officer_id TEXT REFERENCES officer (id),
    presence TEXT NOT NULL CHECK (presence IN ('on_site', 'by_phone')),
    weather TEXT NOT NULL,
    general_situation TEXT NOT NULL,
    review TEXT NOT NULL,
    reviewed_by TEXT REFERENCES officer (id),
    reviewed_at TEXT CHECK (length(reviewed_at) = 20)
) STRICT;

CREATE INDEX shift_by_duty_date ON shift (duty_date);

CREATE UNIQUE INDEX shift_by_running ON shift ((1))
    WHERE status IN ('awaiting', 'on_duty', 'handing_over');

CREATE TABLE log_entry (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    shift_id TEXT NOT NULL REFERENCES shift (id),
    no INTEGER NOT NULL CHECK (no > 0),
    at TEXT NOT NULL CHECK (length(at) = 20),
    kind TEXT NOT NULL CHECK (kind IN (
        'incoming_call', 'outgoing_call', 'incoming_document', 'fax', 'superior_notice', 'visit',
        'patrol', 'incident', 'warning', 'consultation', 'directive', 'equipment', 'duty_check',
        'other')),
    source TEXT NOT NULL,
    person TEXT NOT NULL,
    phone TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    handling TEXT NOT NULL,
    instruction TEXT NOT NULL,
    officer_id TEXT REFERENCES officer (id),
    recorder TEXT NOT NULL,
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
    is_late INTEGER NOT NULL CHECK (is_late IN (0, 1)),
    is_automatic INTEGER NOT NULL CHECK (is_automatic IN (0, 1)),
    correction_of TEXT REFERENCES log_entry (id),
    correction_reason TEXT NOT NULL,
    incident_id TEXT, is_withdrawal INTEGER NOT NULL DEFAULT 0
    CHECK (is_withdrawal IN (0, 1) AND (is_withdrawal = 0 OR correction_of IS NOT NULL)), details TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(details)), continuation_of TEXT REFERENCES log_entry (id),
    CHECK ((correction_of IS NULL) = (correction_reason = ''))
) STRICT;

CREATE UNIQUE INDEX log_entry_by_shift ON log_entry (shift_id, no);

CREATE UNIQUE INDEX log_entry_by_correction ON log_entry (correction_of)
    WHERE correction_of IS NOT NULL;

CREATE INDEX log_entry_by_incident ON log_entry (incident_id) WHERE incident_id IS NOT NULL;

CREATE TRIGGER log_entry_is_append_only_update BEFORE UPDATE ON log_entry
BEGIN
    SELECT RAISE(ABORT, 'log_entry is append-only');
END;

CREATE TRIGGER log_entry_is_append_only_delete BEFORE DELETE ON log_entry
BEGIN
    SELECT RAISE(ABORT, 'log_entry is append-only');
END;

CREATE VIRTUAL TABLE log_search USING fts5 (
    body, tokenize = 'ascii', content = '', columnsize = 0, detail = none, prefix = '1'
);

CREATE TABLE open_item (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL CHECK (title <> ''),
    owner TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'closed')),
    created_at TEXT NOT NULL CHECK (length(created_at) = 20),
    created_shift_id TEXT NOT NULL REFERENCES shift (id),
    origin_entry_id TEXT REFERENCES log_entry (id),
    due_at TEXT CHECK (length(due_at) = 20),
    attention TEXT NOT NULL,
    result TEXT NOT NULL,
    closed_at TEXT CHECK (length(closed_at) = 20),
    closed_by TEXT, importance TEXT NOT NULL DEFAULT 'ordinary'
    CHECK (importance IN ('ordinary', 'important')), remind_at TEXT CHECK (length(remind_at) = 20),
    CHECK ((status = 'closed') = (closed_at IS NOT NULL))
) STRICT;

CREATE INDEX open_item_by_open ON open_item (rowid) WHERE status = 'open';

CREATE INDEX open_item_by_origin ON open_item (origin_entry_id) WHERE origin_entry_id IS NOT NULL;

CREATE TABLE unit (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    parent_id TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED CHECK (parent_id <> id),
    order_no INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN (
        'superior', 'district_leaders', 'department', 'street', 'community', 'command_hq', 'team',
        'key_unit', 'public_service', 'hospital', 'military', 'experts', 'volunteers', 'media',
        'other'))
) STRICT;

CREATE TABLE contact (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    unit_id TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    post TEXT NOT NULL,
    duty_role TEXT CHECK (duty_role IN (
        'head', 'deputy_in_charge', 'liaison', 'duty_room', 'info_officer', 'grid_worker',
        'first_responder', 'safety_officer', 'team_leader', 'store_keeper')),
    role_pair TEXT CHECK (role_pair IN ('A', 'B')),
    pair_contact_id TEXT REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED
        CHECK (pair_contact_id <> id),
    other_posts TEXT NOT NULL CHECK (json_valid(other_posts)),
    address TEXT NOT NULL,
    area TEXT NOT NULL,
    category TEXT NOT NULL,
    training_days INTEGER CHECK (training_days >= 0),
    note TEXT NOT NULL,
    order_no INTEGER NOT NULL,
    is_retired INTEGER NOT NULL CHECK (is_retired IN (0, 1)),
    last_verified_at TEXT CHECK (length(last_verified_at) = 20),
    verified_by TEXT NOT NULL,
    updated_at TEXT CHECK (length(updated_at) = 20)
, valid_from TEXT CHECK (length(valid_from) = 10), valid_to TEXT
    CHECK (length(valid_to) = 10 AND (valid_from IS NULL OR valid_to >= valid_from)), training_year INTEGER CHECK (training_year BETWEEN 1900 AND 2200), merged_into TEXT REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED
    CHECK (merged_into <> id)) STRICT;

CREATE INDEX contact_by_unit ON contact (unit_id);

CREATE TABLE contact_number (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    contact_id TEXT NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN (
        'mobile', 'office', 'duty', 'fax', 'home', 'satellite', 'radio', 'other')),
    number TEXT NOT NULL CHECK (number <> ''),
    label TEXT NOT NULL,
    order_no INTEGER NOT NULL,
    is_doubtful INTEGER NOT NULL CHECK (is_doubtful IN (0, 1))
) STRICT;

CREATE INDEX contact_number_by_contact ON contact_number (contact_id);

CREATE TABLE contact_key (
    kind TEXT NOT NULL CHECK (kind IN (
        'tail', 'number', 'name', 'initials', 'pinyin', 'unit', 'unit_initials', 'unit_pinyin',
        'upper_unit', 'post')),
    key TEXT NOT NULL CHECK (key <> ''),
    contact_rowid INTEGER NOT NULL,
    PRIMARY KEY (kind, key, contact_rowid)
) STRICT, WITHOUT ROWID;

CREATE INDEX contact_key_by_contact ON contact_key (contact_rowid);

CREATE TABLE contact_text (
    contact_rowid INTEGER PRIMARY KEY,
    plain TEXT NOT NULL,
    typed TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE contact_search USING fts5 (
    body, tokenize = 'ascii', content = '', contentless_delete = 1, detail = none, prefix = '1'
);

CREATE TABLE incident (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    incident_no TEXT NOT NULL UNIQUE CHECK (incident_no <> ''),
    title TEXT NOT NULL CHECK (title <> ''),
    category TEXT NOT NULL
        CHECK (category IN ('natural', 'accident', 'public_health', 'social_safety')),
    kind TEXT NOT NULL CHECK (kind <> ''),
    place TEXT NOT NULL CHECK (place <> ''),
    received_at TEXT NOT NULL CHECK (length(received_at) = 20),
    occurred_at TEXT CHECK (length(occurred_at) = 20 AND occurred_at <= received_at),
    source TEXT NOT NULL,
    situation TEXT NOT NULL,
    cause TEXT NOT NULL,
    measures TEXT NOT NULL,
    next_steps TEXT NOT NULL,
    deaths INTEGER CHECK (deaths >= 0),
    missing INTEGER CHECK (missing >= 0),
    injured INTEGER CHECK (injured >= 0),
    seriously_injured INTEGER CHECK (seriously_injured >= 0),
    poisoned_or_ill INTEGER CHECK (poisoned_or_ill >= 0),
    trapped INTEGER CHECK (trapped >= 0),
    evacuated INTEGER CHECK (evacuated >= 0),
    loss_yuan INTEGER CHECK (loss_yuan >= 0),
    burnt_area_m2 INTEGER CHECK (burnt_area_m2 >= 0),
    is_sensitive INTEGER NOT NULL CHECK (is_sensitive IN (0, 1)),
    level TEXT NOT NULL CHECK (level IN (
        'especially_serious', 'serious', 'relatively_serious', 'ordinary', 'unclassified')),
    suggested_level TEXT NOT NULL CHECK (suggested_level IN (
        'especially_serious', 'serious', 'relatively_serious', 'ordinary', 'unclassified')),
    level_reason TEXT NOT NULL,
    level_confirmed_by TEXT,
    level_confirmed_at TEXT CHECK (length(level_confirmed_at) = 20),
    status TEXT NOT NULL CHECK (status IN (
        'received', 'verifying', 'handling', 'stable', 'ended', 'archived')),
    exit_reason TEXT CHECK (exit_reason IN ('false_alarm', 'not_an_emergency')),
    exit_note TEXT NOT NULL,
    origin_entry_id TEXT REFERENCES log_entry (id),
    opened_at TEXT NOT NULL CHECK (length(opened_at) = 20),
    opened_by TEXT NOT NULL,
    closed_at TEXT CHECK (length(closed_at) = 20),
    closed_by TEXT, lightly_injured INTEGER CHECK (lightly_injured >= 0), at_risk INTEGER CHECK (at_risk >= 0), is_serious_near_miss INTEGER NOT NULL DEFAULT 0
    CHECK (is_serious_near_miss IN (0, 1)), near_miss_reason TEXT NOT NULL DEFAULT '', stable_at TEXT CHECK (length(stable_at) = 20),
    CHECK ((status IN ('ended', 'archived')) = (closed_at IS NOT NULL)),
    CHECK ((exit_reason IS NULL) = (exit_note = ''))
) STRICT;

CREATE INDEX incident_by_running ON incident (rowid) WHERE closed_at IS NULL;

CREATE TABLE incident_grading (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    level TEXT NOT NULL CHECK (level IN (
        'especially_serious', 'serious', 'relatively_serious', 'ordinary', 'unclassified')),
    is_sensitive INTEGER NOT NULL CHECK (is_sensitive IN (0, 1)),
    decided_at TEXT NOT NULL CHECK (length(decided_at) = 20),
    decided_by TEXT NOT NULL,
    reason TEXT NOT NULL
, is_serious_near_miss INTEGER NOT NULL DEFAULT 0
    CHECK (is_serious_near_miss IN (0, 1))) STRICT;

CREATE INDEX incident_grading_by_incident ON incident_grading (incident_id);

CREATE TRIGGER incident_grading_is_append_only_update BEFORE UPDATE ON incident_grading
BEGIN
    SELECT RAISE(ABORT, 'incident_grading is append-only');
END;

CREATE TRIGGER incident_grading_is_append_only_delete BEFORE DELETE ON incident_grading
BEGIN
    SELECT RAISE(ABORT, 'incident_grading is append-only');
END;

CREATE TABLE incident_report (
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
    drafted_by TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    signed_at TEXT NOT NULL CHECK (length(signed_at) = 20),
    sent_at TEXT NOT NULL CHECK (length(sent_at) = 20),
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
    rule_id TEXT,
    rule_text TEXT NOT NULL,
    starts_at TEXT CHECK (length(starts_at) = 20),
    due_at TEXT CHECK (length(due_at) = 20 AND due_at > starts_at),
    is_met INTEGER CHECK (is_met IN (0, 1)),
    late_by_minutes INTEGER NOT NULL CHECK (late_by_minutes >= 0),
    late_reason TEXT NOT NULL,
    is_after_upgrade INTEGER NOT NULL CHECK (is_after_upgrade IN (0, 1)), corrects_report_id TEXT REFERENCES incident_report (id), bypass_reason TEXT NOT NULL DEFAULT '', already_told TEXT NOT NULL DEFAULT '', reviewed_by TEXT NOT NULL DEFAULT '', signature_form TEXT
    CHECK (signature_form IN ('in_person', 'phone')), instruction TEXT NOT NULL DEFAULT '', is_read_back INTEGER NOT NULL DEFAULT 0
    CHECK (is_read_back IN (0, 1)),
    CHECK ((medium = 'written') = (issue_no IS NOT NULL)),
    CHECK ((issue_no IS NULL) = (issue_year IS NULL)),
    CHECK ((due_at IS NULL) = (is_met IS NULL))
) STRICT;

CREATE INDEX incident_report_by_incident ON incident_report (incident_id);

CREATE UNIQUE INDEX incident_report_by_issue ON incident_report (issue_year, issue_no)
    WHERE issue_no IS NOT NULL;

CREATE TRIGGER incident_report_is_append_only_update BEFORE UPDATE ON incident_report
BEGIN
    SELECT RAISE(ABORT, 'incident_report is append-only');
END;

CREATE TRIGGER incident_report_is_append_only_delete BEFORE DELETE ON incident_report
BEGIN
    SELECT RAISE(ABORT, 'incident_report is append-only');
END;

CREATE TABLE incident_kind (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    category TEXT NOT NULL
        CHECK (category IN ('natural', 'accident', 'public_health', 'social_safety')),
    name TEXT NOT NULL CHECK (name <> ''),
    order_no INTEGER NOT NULL,
    UNIQUE (category, name)
) STRICT;

CREATE TABLE level_criterion (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    table_name TEXT NOT NULL CHECK (table_name <> ''),
    category TEXT NOT NULL
        CHECK (category IN ('natural', 'accident', 'public_health', 'social_safety')),
    kinds TEXT NOT NULL CHECK (json_valid(kinds)),
    level TEXT NOT NULL
        CHECK (level IN ('especially_serious', 'serious', 'relatively_serious', 'ordinary')),
    figure TEXT NOT NULL,
    at_least INTEGER NOT NULL CHECK (at_least >= 0),
    with_figure TEXT,
    with_at_least INTEGER CHECK (with_at_least >= 0),
    source TEXT NOT NULL,
    CHECK ((with_figure IS NULL) = (with_at_least IS NULL))
) STRICT;

CREATE TABLE checklist_item (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('check', 'thing')),
    group_name TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    quantity TEXT NOT NULL,
    order_no INTEGER NOT NULL
) STRICT;

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

CREATE INDEX log_entry_by_continuation ON log_entry (continuation_of)
    WHERE continuation_of IS NOT NULL;

CREATE TABLE attachment (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    entry_id TEXT NOT NULL REFERENCES log_entry (id),
    position INTEGER NOT NULL CHECK (position > 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    name TEXT NOT NULL CHECK (name <> ''),
    size INTEGER NOT NULL CHECK (size > 0),
    media_type TEXT NOT NULL CHECK (media_type <> ''),
    taken_at TEXT CHECK (length(taken_at) = 19),
    latitude REAL CHECK (latitude BETWEEN -90 AND 90),
    longitude REAL CHECK (longitude BETWEEN -180 AND 180),
    added_at TEXT NOT NULL CHECK (length(added_at) = 20),
    added_by TEXT NOT NULL,
    is_later INTEGER NOT NULL CHECK (is_later IN (0, 1)),
    is_after_handover INTEGER NOT NULL CHECK (is_after_handover IN (0, 1)),
    is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn IN (0, 1)),
    withdrawn_at TEXT CHECK (length(withdrawn_at) = 20),
    withdrawn_by TEXT NOT NULL,
    withdrawal_reason TEXT NOT NULL,
    CHECK ((is_withdrawn = 1) = (withdrawn_at IS NOT NULL)),
    CHECK ((is_withdrawn = 1) = (withdrawal_reason <> ''))
) STRICT;

CREATE UNIQUE INDEX attachment_by_entry ON attachment (entry_id, position);

CREATE TRIGGER attachment_stays_delete BEFORE DELETE ON attachment
BEGIN
    SELECT RAISE(ABORT, 'an attachment is withdrawn, not deleted');
END;

CREATE TABLE phrase (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL CHECK (text <> ''),
    kind TEXT CHECK (kind IN (
        'incoming_call', 'outgoing_call', 'incoming_document', 'fax', 'superior_notice', 'visit',
        'patrol', 'incident', 'warning', 'consultation', 'directive', 'equipment', 'duty_check',
        'other')),
    order_no INTEGER NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT;

CREATE TABLE phrase_use (
    phrase_id TEXT PRIMARY KEY,
    use_count INTEGER NOT NULL CHECK (use_count > 0),
    last_used_at TEXT NOT NULL CHECK (length(last_used_at) = 20)
) STRICT;

CREATE TABLE watch_word (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    word TEXT NOT NULL UNIQUE CHECK (word <> ''),
    category TEXT CHECK (category IN ('natural', 'accident', 'public_health', 'social_safety')),
    kind TEXT NOT NULL,
    order_no INTEGER NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
    CHECK (kind = '' OR category IS NOT NULL)
) STRICT;

CREATE TABLE incident_offer (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    entry_id TEXT NOT NULL UNIQUE REFERENCES log_entry (id),
    words TEXT NOT NULL CHECK (json_valid(words)),
    offered_at TEXT NOT NULL CHECK (length(offered_at) = 20),
    outcome TEXT CHECK (outcome IN (
        'incident', 'same_incident', 'not_needed', 'false_alarm', 'reported_elsewhere',
        'corrected', 'withdrawn')),
    incident_id TEXT REFERENCES incident (id),
    note TEXT NOT NULL,
    settled_at TEXT CHECK (length(settled_at) = 20),
    settled_by TEXT,
    CHECK ((outcome IS NULL) = (settled_at IS NULL)),
    CHECK ((outcome IN ('incident', 'same_incident')) = (incident_id IS NOT NULL)
        OR outcome IS NULL)
) STRICT;

CREATE INDEX incident_offer_by_open ON incident_offer (rowid) WHERE settled_at IS NULL;

CREATE TABLE late_correction (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    entry_id TEXT NOT NULL UNIQUE REFERENCES log_entry (id),
    corrected_at TEXT NOT NULL CHECK (length(corrected_at) = 20),
    seen_at TEXT CHECK (length(seen_at) = 20),
    seen_by TEXT,
    CHECK ((seen_at IS NULL) = (seen_by IS NULL))
) STRICT;

CREATE INDEX late_correction_by_unseen ON late_correction (rowid) WHERE seen_at IS NULL;

CREATE TABLE open_item_progress (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    item_id TEXT NOT NULL REFERENCES open_item (id),
    kind TEXT NOT NULL CHECK (kind IN ('note', 'closed', 'reopened')),
    at TEXT NOT NULL CHECK (length(at) = 20),
    text TEXT NOT NULL CHECK (text <> ''),
    officer_id TEXT REFERENCES officer (id),
    recorder TEXT NOT NULL,
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20)
) STRICT;

CREATE INDEX open_item_progress_by_item ON open_item_progress (item_id);

CREATE TRIGGER open_item_progress_is_append_only_update BEFORE UPDATE ON open_item_progress
BEGIN
    SELECT RAISE(ABORT, 'open_item_progress is append-only');
END;

CREATE TRIGGER open_item_progress_is_append_only_delete BEFORE DELETE ON open_item_progress
BEGIN
    SELECT RAISE(ABORT, 'open_item_progress is append-only');
END;

CREATE TABLE directive (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    entry_id TEXT NOT NULL REFERENCES log_entry (id),
    leader TEXT NOT NULL,
    at TEXT NOT NULL CHECK (length(at) = 20),
    form TEXT NOT NULL CHECK (form IN ('written', 'oral', 'phone')),
    carrier TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    status TEXT NOT NULL
        CHECK (status IN ('noted', 'passed_on', 'in_hand', 'fed_back', 'closed')),
    passed_to_unit TEXT NOT NULL,
    passed_to_person TEXT NOT NULL,
    passed_at TEXT CHECK (length(passed_at) = 20),
    receipt_by TEXT NOT NULL,
    receipt_at TEXT CHECK (length(receipt_at) = 20),
    due_at TEXT CHECK (length(due_at) = 20),
    feedback TEXT NOT NULL,
    feedback_at TEXT CHECK (length(feedback_at) = 20),
    result TEXT NOT NULL,
    closed_at TEXT CHECK (length(closed_at) = 20),
    closed_by TEXT,
    recorder TEXT NOT NULL,
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
    CHECK ((status = 'closed') = (closed_at IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX directive_by_entry ON directive (entry_id);

CREATE INDEX directive_by_open ON directive (rowid) WHERE status <> 'closed';

CREATE TABLE directive_chase (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    directive_id TEXT NOT NULL REFERENCES directive (id),
    at TEXT NOT NULL CHECK (length(at) = 20),
    text TEXT NOT NULL,
    reply TEXT NOT NULL,
    recorder TEXT NOT NULL,
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
    CHECK (text <> '' OR reply <> '')
) STRICT;

CREATE INDEX directive_chase_by_directive ON directive_chase (directive_id);

CREATE TRIGGER directive_chase_is_append_only_update BEFORE UPDATE ON directive_chase
BEGIN
    SELECT RAISE(ABORT, 'directive_chase is append-only');
END;

CREATE TRIGGER directive_chase_is_append_only_delete BEFORE DELETE ON directive_chase
BEGIN
    SELECT RAISE(ABORT, 'directive_chase is append-only');
END;

CREATE TABLE absence_notice (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL CHECK (person <> ''),
    post TEXT NOT NULL,
    unit TEXT NOT NULL,
    contact_id TEXT,
    reason TEXT NOT NULL CHECK (reason <> ''),
    starts_at TEXT NOT NULL CHECK (length(starts_at) = 20),
    ends_at TEXT NOT NULL CHECK (length(ends_at) = 20),
    place TEXT NOT NULL CHECK (place <> ''),
    acting_person TEXT NOT NULL CHECK (acting_person <> ''),
    acting_phone TEXT NOT NULL,
    approved_by TEXT NOT NULL,
    filed_at TEXT NOT NULL CHECK (length(filed_at) = 20),
    recorder TEXT NOT NULL,
    is_late INTEGER NOT NULL CHECK (is_late IN (0, 1)),
    version INTEGER NOT NULL CHECK (version > 0),
    back_at TEXT CHECK (length(back_at) = 20),
    is_cancelled INTEGER NOT NULL CHECK (is_cancelled IN (0, 1)),
    CHECK (ends_at > starts_at),
    CHECK (back_at IS NULL OR is_cancelled = 0)
) STRICT;

CREATE INDEX absence_notice_by_running ON absence_notice (starts_at)
    WHERE back_at IS NULL AND is_cancelled = 0;

CREATE TABLE absence_change (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    notice_id TEXT NOT NULL REFERENCES absence_notice (id),
    version INTEGER NOT NULL CHECK (version > 1),
    changed_at TEXT NOT NULL CHECK (length(changed_at) = 20),
    recorder TEXT NOT NULL,
    change_reason TEXT NOT NULL CHECK (change_reason <> ''),
    is_cancellation INTEGER NOT NULL CHECK (is_cancellation IN (0, 1)),
    before TEXT NOT NULL CHECK (json_valid(before))
) STRICT;

CREATE UNIQUE INDEX absence_change_by_version ON absence_change (notice_id, version);

CREATE TRIGGER absence_change_is_append_only_update BEFORE UPDATE ON absence_change
BEGIN
    SELECT RAISE(ABORT, 'absence_change is append-only');
END;

CREATE TRIGGER absence_change_is_append_only_delete BEFORE DELETE ON absence_change
BEGIN
    SELECT RAISE(ABORT, 'absence_change is append-only');
END;

CREATE TABLE equipment_item (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN (
        'duty_phone', 'fax', 'printer', 'network_terminal', 'video_conference',
        'satellite_phone', 'two_way_radio', 'mobile_phone', 'emergency_light', 'power_supply',
        'doors_and_windows', 'fire_equipment', 'other')),
    name TEXT NOT NULL CHECK (name <> ''),
    location TEXT NOT NULL,
    number TEXT NOT NULL,
    order_no INTEGER NOT NULL,
    created_at TEXT NOT NULL CHECK (length(created_at) = 20),
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
    is_test_monthly INTEGER NOT NULL CHECK (is_test_monthly IN (0, 1)),
    test_interval_days INTEGER CHECK (test_interval_days > 0),
    low_charge_percent INTEGER CHECK (low_charge_percent BETWEEN 1 AND 100),
    is_handed_over INTEGER NOT NULL CHECK (is_handed_over IN (0, 1)),
    is_lead_told INTEGER NOT NULL CHECK (is_lead_told IN (0, 1)),
    checklist_name TEXT NOT NULL
) STRICT;

CREATE TABLE equipment_check (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    item_id TEXT NOT NULL REFERENCES equipment_item (id),
    shift_id TEXT NOT NULL REFERENCES shift (id),
    checked_at TEXT NOT NULL CHECK (length(checked_at) = 20),
    officer_id TEXT REFERENCES officer (id),
    recorder TEXT NOT NULL,
    result TEXT NOT NULL CHECK (result IN ('normal', 'abnormal', 'repair_reported')),
    note TEXT NOT NULL,
    charge_percent INTEGER CHECK (charge_percent BETWEEN 0 AND 100),
    is_test_call INTEGER NOT NULL CHECK (is_test_call IN (0, 1)),
    fault_reported_to TEXT NOT NULL,
    entry_id TEXT REFERENCES log_entry (id),
    CHECK (result = 'normal' OR note <> ''),
    CHECK (result <> 'repair_reported' OR fault_reported_to <> '')
) STRICT;

CREATE INDEX equipment_check_by_item ON equipment_check (item_id);

CREATE INDEX equipment_check_by_test ON equipment_check (item_id)
    WHERE is_test_call = 1 AND result = 'normal';

CREATE INDEX equipment_check_by_charge ON equipment_check (item_id)
    WHERE charge_percent IS NOT NULL;

CREATE INDEX equipment_check_by_time ON equipment_check (checked_at);

CREATE TRIGGER equipment_check_is_append_only_update BEFORE UPDATE ON equipment_check
BEGIN
    SELECT RAISE(ABORT, 'equipment_check is append-only');
END;

CREATE TRIGGER equipment_check_is_append_only_delete BEFORE DELETE ON equipment_check
BEGIN
    SELECT RAISE(ABORT, 'equipment_check is append-only');
END;

CREATE TABLE saved_filter (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    officer_id TEXT REFERENCES officer (id),
    text TEXT NOT NULL,
    since TEXT CHECK (length(since) = 10),
    until TEXT CHECK (length(until) = 10),
    kinds TEXT NOT NULL CHECK (json_valid(kinds)),
    source TEXT NOT NULL,
    person TEXT NOT NULL,
    phone TEXT NOT NULL,
    is_mine INTEGER NOT NULL CHECK (is_mine IN (0, 1)),
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    is_late INTEGER NOT NULL CHECK (is_late IN (0, 1)),
    is_corrected INTEGER NOT NULL CHECK (is_corrected IN (0, 1)),
    order_no INTEGER NOT NULL CHECK (order_no > 0)
) STRICT;

CREATE TABLE near_miss_criterion (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    category TEXT NOT NULL
        CHECK (category IN ('natural', 'accident', 'public_health', 'social_safety')),
    figure TEXT CHECK (figure <> ''),
    at_least INTEGER CHECK (at_least > 0),
    circumstance TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source <> ''),
    order_no INTEGER NOT NULL,
    CHECK ((figure IS NULL) = (at_least IS NULL)),
    CHECK ((figure IS NULL) = (circumstance <> ''))
) STRICT;

CREATE TABLE "deadline_rule" (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    rule_set TEXT NOT NULL CHECK (rule_set <> ''),
    category TEXT CHECK (category IN ('natural', 'accident', 'public_health', 'social_safety')),
    kind TEXT,
    level TEXT
        CHECK (level IN ('especially_serious', 'serious', 'relatively_serious', 'ordinary')),
    task TEXT NOT NULL CHECK (task IN (
        'report', 'public_statement', 'press_conference', 'relief', 'nil_report',
        'casualty_supplement')),
    stage TEXT CHECK (stage IN ('first', 'follow_up', 'verification', 'final')),
    medium TEXT CHECK (medium IN ('phone', 'written')),
    minutes INTEGER CHECK (minutes > 0),
    daily_times TEXT NOT NULL CHECK (json_valid(daily_times)),
    every_days INTEGER CHECK (every_days > 0),
    starts_from TEXT NOT NULL
        CHECK (starts_from IN ('occurred', 'received', 'first_delivery', 'stable')),
    is_sensitive_only INTEGER NOT NULL CHECK (is_sensitive_only IN (0, 1)),
    report_to TEXT NOT NULL,
    source TEXT NOT NULL,
    order_no INTEGER NOT NULL,
    CHECK ((task = 'report') = (stage IS NOT NULL)),
    CHECK ((stage IS NULL) = (medium IS NULL))
) STRICT;

CREATE TABLE incident_task (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    task TEXT NOT NULL CHECK (task IN (
        'public_statement', 'press_conference', 'relief', 'nil_report', 'casualty_supplement')),
    done_at TEXT NOT NULL CHECK (length(done_at) = 20),
    done_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
    note TEXT NOT NULL,
    rule_id TEXT,
    rule_text TEXT NOT NULL,
    starts_at TEXT CHECK (length(starts_at) = 20),
    due_at TEXT CHECK (length(due_at) = 20 AND due_at > starts_at),
    is_met INTEGER CHECK (is_met IN (0, 1)),
    late_by_minutes INTEGER NOT NULL CHECK (late_by_minutes >= 0),
    late_reason TEXT NOT NULL,
    is_after_upgrade INTEGER NOT NULL CHECK (is_after_upgrade IN (0, 1)),
    CHECK ((due_at IS NULL) = (is_met IS NULL))
) STRICT;

CREATE INDEX incident_task_by_incident ON incident_task (incident_id);

CREATE TRIGGER incident_task_is_append_only_update BEFORE UPDATE ON incident_task
BEGIN
    SELECT RAISE(ABORT, 'incident_task is append-only');
END;

CREATE TRIGGER incident_task_is_append_only_delete BEFORE DELETE ON incident_task
BEGIN
    SELECT RAISE(ABORT, 'incident_task is append-only');
END;

CREATE TABLE "alarm_state" (
    key TEXT PRIMARY KEY,
    due_at TEXT NOT NULL CHECK (length(due_at) = 20),
    raised INTEGER NOT NULL CHECK (raised BETWEEN 0 AND 4),
    acknowledged INTEGER NOT NULL CHECK (acknowledged BETWEEN 0 AND 4)
) STRICT;

CREATE TABLE missed_alarm (
    key TEXT NOT NULL,
    rung INTEGER NOT NULL CHECK (rung BETWEEN 1 AND 3),
    at TEXT NOT NULL CHECK (length(at) = 20),
    words TEXT NOT NULL,
    PRIMARY KEY (key, rung)
) STRICT;

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

CREATE TABLE notified_party (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    phone TEXT NOT NULL,
    category TEXT
        CHECK (category IN ('natural', 'accident', 'public_health', 'social_safety')),
    kind TEXT NOT NULL,
    at_least TEXT CHECK (at_least IN (
        'especially_serious', 'serious', 'relatively_serious', 'ordinary', 'unclassified')),
    is_command INTEGER NOT NULL CHECK (is_command IN (0, 1)),
    order_no INTEGER NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT;

CREATE TABLE initial_action (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    category TEXT
        CHECK (category IN ('natural', 'accident', 'public_health', 'social_safety')),
    kind TEXT NOT NULL,
    order_no INTEGER NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT;

CREATE TABLE command_hq (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    category TEXT
        CHECK (category IN ('natural', 'accident', 'public_health', 'social_safety')),
    kinds TEXT NOT NULL CHECK (json_valid(kinds)),
    at_least TEXT CHECK (at_least IN (
        'especially_serious', 'serious', 'relatively_serious', 'ordinary', 'unclassified')),
    commander TEXT NOT NULL,
    lead_department TEXT NOT NULL,
    phone TEXT NOT NULL,
    order_no INTEGER NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT;

CREATE TABLE incident_notice (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    party TEXT NOT NULL CHECK (party <> ''),
    person TEXT NOT NULL,
    phone TEXT NOT NULL,
    how TEXT NOT NULL CHECK (how IN ('phone', 'message', 'fax', 'in_person', 'other')),
    is_reached INTEGER NOT NULL CHECK (is_reached IN (0, 1)),
    answer TEXT NOT NULL,
    told_at TEXT NOT NULL CHECK (length(told_at) = 20),
    told_by TEXT NOT NULL,
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
    entry_id TEXT NOT NULL REFERENCES log_entry (id)
) STRICT;

CREATE INDEX incident_notice_by_incident ON incident_notice (incident_id);

CREATE TRIGGER incident_notice_is_append_only_update BEFORE UPDATE ON incident_notice
BEGIN
    SELECT RAISE(ABORT, 'incident_notice is append-only');
END;

CREATE TRIGGER incident_notice_is_append_only_delete BEFORE DELETE ON incident_notice
BEGIN
    SELECT RAISE(ABORT, 'incident_notice is append-only');
END;

CREATE TABLE initial_action_taken (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    action TEXT NOT NULL CHECK (action <> ''),
    done_at TEXT NOT NULL CHECK (length(done_at) = 20),
    done_by TEXT NOT NULL,
    note TEXT NOT NULL,
    recorder TEXT NOT NULL,
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
    entry_id TEXT NOT NULL REFERENCES log_entry (id)
) STRICT;

CREATE INDEX initial_action_taken_by_incident ON initial_action_taken (incident_id);

CREATE TRIGGER initial_action_taken_is_append_only_update BEFORE UPDATE ON initial_action_taken
BEGIN
    SELECT RAISE(ABORT, 'initial_action_taken is append-only');
END;

CREATE TRIGGER initial_action_taken_is_append_only_delete BEFORE DELETE ON initial_action_taken
BEGIN
    SELECT RAISE(ABORT, 'initial_action_taken is append-only');
END;

CREATE TABLE incident_loose_end (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    kind TEXT NOT NULL CHECK (kind IN ('directive', 'report_draft', 'clock', 'open_item')),
    record_id TEXT NOT NULL,
    words TEXT NOT NULL CHECK (words <> ''),
    answer TEXT NOT NULL CHECK (answer <> ''),
    step TEXT NOT NULL CHECK (step IN ('close', 'archive')),
    answered_at TEXT NOT NULL CHECK (length(answered_at) = 20),
    answered_by TEXT NOT NULL
) STRICT;

CREATE INDEX incident_loose_end_by_incident ON incident_loose_end (incident_id);

CREATE TRIGGER incident_loose_end_is_append_only_update BEFORE UPDATE ON incident_loose_end
BEGIN
    SELECT RAISE(ABORT, 'incident_loose_end is append-only');
END;

CREATE TRIGGER incident_loose_end_is_append_only_delete BEFORE DELETE ON incident_loose_end
BEGIN
    SELECT RAISE(ABORT, 'incident_loose_end is append-only');
END;

CREATE TABLE incident_review (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    went_well TEXT NOT NULL,
    problems TEXT NOT NULL,
    lessons TEXT NOT NULL,
    attendees TEXT NOT NULL,
    reviewed_at TEXT NOT NULL CHECK (length(reviewed_at) = 20),
    reviewed_by TEXT NOT NULL,
    CHECK (went_well <> '' OR problems <> '' OR lessons <> '')
) STRICT;

CREATE INDEX incident_review_by_incident ON incident_review (incident_id);

CREATE TRIGGER incident_review_is_append_only_update BEFORE UPDATE ON incident_review
BEGIN
    SELECT RAISE(ABORT, 'incident_review is append-only');
END;

CREATE TRIGGER incident_review_is_append_only_delete BEFORE DELETE ON incident_review
BEGIN
    SELECT RAISE(ABORT, 'incident_review is append-only');
END;

CREATE TABLE rectification (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    item_id TEXT NOT NULL REFERENCES open_item (id),
    decided_at TEXT NOT NULL CHECK (length(decided_at) = 20),
    decided_by TEXT NOT NULL
) STRICT;

CREATE INDEX rectification_by_incident ON rectification (incident_id);

CREATE TRIGGER rectification_is_append_only_update BEFORE UPDATE ON rectification
BEGIN
    SELECT RAISE(ABORT, 'rectification is append-only');
END;

CREATE TRIGGER rectification_is_append_only_delete BEFORE DELETE ON rectification
BEGIN
    SELECT RAISE(ABORT, 'rectification is append-only');
END;

CREATE TABLE incident_archive (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    incident_id TEXT NOT NULL UNIQUE REFERENCES incident (id),
    archived_at TEXT NOT NULL CHECK (length(archived_at) = 20),
    archived_by TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TRIGGER incident_archive_is_append_only_update BEFORE UPDATE ON incident_archive
BEGIN
    SELECT RAISE(ABORT, 'incident_archive is append-only');
END;

CREATE TRIGGER incident_archive_is_append_only_delete BEFORE DELETE ON incident_archive
BEGIN
    SELECT RAISE(ABORT, 'incident_archive is append-only');
END;

CREATE TABLE incident_masking (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    incident_id TEXT NOT NULL REFERENCES incident (id),
    decision TEXT NOT NULL CHECK (decision IN ('mask', 'keep', 'unmask')),
    words TEXT NOT NULL CHECK (json_valid(words)),
    reason TEXT NOT NULL,
    decided_at TEXT NOT NULL CHECK (length(decided_at) = 20),
    decided_by TEXT NOT NULL,
    CHECK (reason <> '' OR decision = 'mask'),
    CHECK ((words <> '[]') = (decision = 'mask'))
) STRICT;

CREATE INDEX incident_masking_by_incident ON incident_masking (incident_id);

CREATE TRIGGER incident_masking_is_append_only_update BEFORE UPDATE ON incident_masking
BEGIN
    SELECT RAISE(ABORT, 'incident_masking is append-only');
END;

CREATE TRIGGER incident_masking_is_append_only_delete BEFORE DELETE ON incident_masking
BEGIN
    SELECT RAISE(ABORT, 'incident_masking is append-only');
END;

CREATE TABLE "paper_issue" (
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

CREATE INDEX paper_issue_by_subject ON paper_issue (kind, subject);

CREATE TABLE roster_post (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    seats INTEGER NOT NULL CHECK (seats BETWEEN 1 AND 9),
    turn TEXT NOT NULL CHECK (turn IN ('shift', 'week')),
    is_needed INTEGER NOT NULL CHECK (is_needed IN (0, 1)),
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
    order_no INTEGER NOT NULL
) STRICT;

CREATE TABLE roster_member (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    contact_id TEXT REFERENCES contact (id),
    posts TEXT NOT NULL CHECK (json_valid(posts)),
    is_night_free INTEGER NOT NULL CHECK (is_night_free IN (0, 1)),
    starts_on TEXT CHECK (length(starts_on) = 10),
    ends_on TEXT CHECK (length(ends_on) = 10),
    past TEXT NOT NULL CHECK (json_valid(past)),
    phone TEXT NOT NULL,
    note TEXT NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
    order_no INTEGER NOT NULL
) STRICT;

CREATE TABLE roster_wish (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    member_id TEXT NOT NULL REFERENCES roster_member (id),
    kind TEXT NOT NULL CHECK (kind IN ('fixed', 'unavailable', 'preferred')),
    starts_on TEXT NOT NULL CHECK (length(starts_on) = 10),
    ends_on TEXT NOT NULL CHECK (length(ends_on) = 10),
    post_id TEXT REFERENCES roster_post (id),
    reason TEXT NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
    CHECK (ends_on >= starts_on)
) STRICT;

CREATE TABLE key_period (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    starts_on TEXT NOT NULL CHECK (length(starts_on) = 10),
    ends_on TEXT NOT NULL CHECK (length(ends_on) = 10),
    note TEXT NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
    CHECK (ends_on >= starts_on)
) STRICT;

CREATE TABLE roster_month (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 7),
    state TEXT NOT NULL CHECK (state IN ('draft', 'published')),
    version INTEGER NOT NULL CHECK (version >= 0),
    prepared_by TEXT NOT NULL,
    reviewed_by TEXT NOT NULL,
    published_at TEXT CHECK (length(published_at) = 20),
    published_by TEXT NOT NULL,
    note TEXT NOT NULL,
    CHECK (state = 'draft' OR published_at IS NOT NULL)
) STRICT;

CREATE TABLE roster_slot (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    duty_date TEXT NOT NULL CHECK (length(duty_date) = 10),
    shift TEXT NOT NULL CHECK (shift IN ('day', 'night', 'full')),
    post_id TEXT NOT NULL REFERENCES roster_post (id),
    seat INTEGER NOT NULL CHECK (seat > 0),
    person TEXT NOT NULL CHECK (person <> ''),
    member_id TEXT REFERENCES roster_member (id),
    contact_id TEXT REFERENCES contact (id),
    source TEXT NOT NULL CHECK (source IN ('generated', 'typed', 'imported', 'swapped')),
    phone TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX roster_slot_by_place ON roster_slot (duty_date, shift, post_id, seat);

CREATE TABLE roster_swap (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('swap', 'substitute', 'undo')),
    slot_id TEXT NOT NULL,
    from_person TEXT NOT NULL CHECK (from_person <> ''),
    to_person TEXT NOT NULL CHECK (to_person <> ''),
    reason TEXT NOT NULL CHECK (reason <> ''),
    agreed_by TEXT NOT NULL CHECK (agreed_by <> ''),
    filed_at TEXT NOT NULL CHECK (length(filed_at) = 20),
    recorder TEXT NOT NULL,
    other_slot_id TEXT,
    undoes TEXT UNIQUE REFERENCES roster_swap (id),
    before TEXT NOT NULL CHECK (json_valid(before)),
    after TEXT NOT NULL CHECK (json_valid(after)),
    CHECK ((kind = 'undo') = (undoes IS NOT NULL))
) STRICT;

CREATE INDEX roster_swap_by_slot ON roster_swap (slot_id);

CREATE TRIGGER roster_swap_is_append_only_update BEFORE UPDATE ON roster_swap
BEGIN
    SELECT RAISE(ABORT, 'roster_swap is append-only');
END;

CREATE TRIGGER roster_swap_is_append_only_delete BEFORE DELETE ON roster_swap
BEGIN
    SELECT RAISE(ABORT, 'roster_swap is append-only');
END;

CREATE TABLE holiday_year (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 4),
    source TEXT NOT NULL CHECK (source IN ('file', 'typed')),
    papers TEXT NOT NULL CHECK (json_valid(papers)),
    days TEXT NOT NULL CHECK (json_valid(days)),
    changed_at TEXT NOT NULL CHECK (length(changed_at) = 20),
    changed_by TEXT NOT NULL
) STRICT;

CREATE TABLE warning (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    warning_no TEXT NOT NULL UNIQUE CHECK (warning_no <> ''),
    kind TEXT NOT NULL CHECK (kind <> ''),
    color TEXT NOT NULL CHECK (color IN ('red', 'orange', 'yellow', 'blue')),
    title TEXT NOT NULL,
    issued_by TEXT NOT NULL CHECK (issued_by <> ''),
    doc_no TEXT NOT NULL,
    issued_at TEXT NOT NULL CHECK (length(issued_at) = 20),
    received_at TEXT NOT NULL CHECK (length(received_at) = 20),
    valid_from TEXT CHECK (length(valid_from) = 20),
    valid_to TEXT CHECK (length(valid_to) = 20),
    area TEXT NOT NULL,
    content TEXT NOT NULL,
    measures TEXT NOT NULL,
    cause TEXT NOT NULL,
    period TEXT NOT NULL,
    impact TEXT NOT NULL,
    channels TEXT NOT NULL CHECK (json_valid(channels)),
    state TEXT NOT NULL CHECK (state IN ('in_force', 'replaced', 'lifted')),
    recorder TEXT NOT NULL,
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
    entry_id TEXT REFERENCES log_entry (id),
    replaces TEXT REFERENCES warning (id) CHECK (replaces <> id),
    reported_at TEXT CHECK (length(reported_at) = 20),
    reported_to TEXT NOT NULL,
    forwarded_at TEXT CHECK (length(forwarded_at) = 20),
    forwarded_to TEXT NOT NULL,
    response_level INTEGER CHECK (response_level BETWEEN 1 AND 4),
    response_matter TEXT NOT NULL,
    response_measures TEXT NOT NULL,
    response_until TEXT CHECK (length(response_until) = 20),
    response_started_at TEXT CHECK (length(response_started_at) = 20),
    response_ended_at TEXT CHECK (length(response_ended_at) = 20),
    ended_at TEXT CHECK (length(ended_at) = 20),
    CHECK ((state = 'in_force') = (ended_at IS NULL))
) STRICT;

CREATE INDEX warning_by_force ON warning (received_at) WHERE state = 'in_force';

CREATE UNIQUE INDEX warning_by_entry ON warning (entry_id) WHERE entry_id IS NOT NULL;

CREATE TABLE warning_step (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    warning_id TEXT NOT NULL REFERENCES warning (id),
    kind TEXT NOT NULL CHECK (kind IN (
        'reported', 'forwarded', 'response_started', 'response_ended', 'extended', 'changed',
        'lifted', 'noted')),
    at TEXT NOT NULL CHECK (length(at) = 20),
    to_whom TEXT NOT NULL,
    words TEXT NOT NULL,
    response_level INTEGER CHECK (response_level BETWEEN 1 AND 4),
    until TEXT CHECK (length(until) = 20),
    officer TEXT NOT NULL,
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
    entry_id TEXT REFERENCES log_entry (id)
) STRICT;

CREATE INDEX warning_step_by_warning ON warning_step (warning_id);

CREATE TRIGGER warning_step_is_append_only_update BEFORE UPDATE ON warning_step
BEGIN
    SELECT RAISE(ABORT, 'warning_step is append-only');
END;

CREATE TRIGGER warning_step_is_append_only_delete BEFORE DELETE ON warning_step
BEGIN
    SELECT RAISE(ABORT, 'warning_step is append-only');
END;

CREATE TABLE call_round (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL CHECK (title <> ''),
    words TEXT NOT NULL,
    warning_id TEXT REFERENCES warning (id),
    incident_id TEXT REFERENCES incident (id),
    superior TEXT NOT NULL,
    superior_phone TEXT NOT NULL,
    max_tries INTEGER NOT NULL CHECK (max_tries BETWEEN 1 AND 9),
    within_minutes INTEGER NOT NULL CHECK (within_minutes > 0),
    retry_pause_minutes INTEGER NOT NULL CHECK (retry_pause_minutes >= 0),
    started_at TEXT NOT NULL CHECK (length(started_at) = 20),
    started_by TEXT NOT NULL,
    ended_at TEXT CHECK (length(ended_at) = 20),
    ended_by TEXT NOT NULL,
    end_note TEXT NOT NULL,
    entry_id TEXT REFERENCES log_entry (id),
    end_entry_id TEXT REFERENCES log_entry (id)
) STRICT;

CREATE INDEX call_round_by_running ON call_round (started_at) WHERE ended_at IS NULL;

CREATE TABLE call_target (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    round_id TEXT NOT NULL REFERENCES call_round (id),
    order_no INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    phone TEXT NOT NULL,
    unit TEXT NOT NULL,
    area TEXT NOT NULL,
    role TEXT NOT NULL,
    contact_id TEXT REFERENCES contact (id),
    b_name TEXT NOT NULL,
    b_phone TEXT NOT NULL,
    b_contact_id TEXT REFERENCES contact (id),
    superior TEXT NOT NULL,
    superior_phone TEXT NOT NULL,
    party TEXT NOT NULL CHECK (party IN ('A', 'B', 'superior')),
    state TEXT NOT NULL CHECK (state IN (
        'waiting', 'trying', 'answered', 'answered_by_b', 'escalated', 'skipped')),
    reached_at TEXT CHECK (length(reached_at) = 20),
    note TEXT NOT NULL
) STRICT;

CREATE INDEX call_target_by_round ON call_target (round_id, order_no);

CREATE TABLE call_attempt (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    target_id TEXT NOT NULL REFERENCES call_target (id),
    attempt_no INTEGER NOT NULL CHECK (attempt_no > 0),
    party TEXT NOT NULL CHECK (party IN ('A', 'B', 'superior')),
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN (
        'phone', 'wechat', 'sms', 'radio', 'broadcast', 'in_person')),
    result TEXT NOT NULL CHECK (result IN (
        'answered', 'no_answer', 'busy', 'unreachable', 'void')),
    words TEXT NOT NULL,
    officer TEXT NOT NULL,
    at TEXT NOT NULL CHECK (length(at) = 20),
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
    entry_id TEXT REFERENCES log_entry (id),
    corrects TEXT REFERENCES call_attempt (id) CHECK (corrects <> id),
    CHECK (result <> 'void' OR corrects IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX call_attempt_by_target ON call_attempt (target_id, attempt_no);

CREATE TRIGGER call_attempt_is_append_only_update BEFORE UPDATE ON call_attempt
BEGIN
    SELECT RAISE(ABORT, 'call_attempt is append-only');
END;

CREATE TRIGGER call_attempt_is_append_only_delete BEFORE DELETE ON call_attempt
BEGIN
    SELECT RAISE(ABORT, 'call_attempt is append-only');
END;

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

CREATE TABLE contact_role (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    contact_id TEXT NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    post TEXT NOT NULL,
    duty_role TEXT CHECK (duty_role IN (
        'head', 'deputy_in_charge', 'liaison', 'duty_room', 'info_officer', 'grid_worker',
        'first_responder', 'safety_officer', 'team_leader', 'store_keeper')),
    role_pair TEXT CHECK (role_pair IN ('A', 'B')),
    pair_contact_id TEXT REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED
        CHECK (pair_contact_id <> contact_id),
    area TEXT NOT NULL,
    order_no INTEGER NOT NULL
) STRICT;

CREATE INDEX contact_role_by_contact ON contact_role (contact_id);

CREATE INDEX contact_role_by_unit ON contact_role (unit_id);

CREATE TABLE hq_member (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    hq_id TEXT NOT NULL REFERENCES command_hq (id),
    part TEXT NOT NULL CHECK (part IN ('chief', 'deputy', 'lead_department', 'member')),
    contact_id TEXT REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    duty TEXT NOT NULL,
    phone TEXT NOT NULL,
    order_no INTEGER NOT NULL,
    CHECK (name <> '' OR unit <> '')
) STRICT;

CREATE INDEX hq_member_by_hq ON hq_member (hq_id);

CREATE TABLE training_requirement (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    duty_roles TEXT NOT NULL CHECK (json_valid(duty_roles)),
    words TEXT NOT NULL CHECK (json_valid(words)),
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 365),
    source TEXT NOT NULL,
    order_no INTEGER NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT;

CREATE TABLE training_record (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    contact_id TEXT NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    trained_on TEXT NOT NULL CHECK (length(trained_on) = 10),
    days REAL NOT NULL CHECK (days > 0 AND days <= 365),
    topic TEXT NOT NULL,
    recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 20),
    recorder TEXT NOT NULL
) STRICT;

CREATE INDEX training_record_by_contact ON training_record (contact_id);

CREATE TABLE contact_import (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    file TEXT NOT NULL,
    imported_at TEXT NOT NULL CHECK (length(imported_at) = 20),
    imported_by TEXT NOT NULL,
    read INTEGER NOT NULL CHECK (read >= 0),
    added INTEGER NOT NULL CHECK (added >= 0),
    updated INTEGER NOT NULL CHECK (updated >= 0),
    unchanged INTEGER NOT NULL CHECK (unchanged >= 0),
    skipped INTEGER NOT NULL CHECK (skipped >= 0),
    undone_at TEXT CHECK (length(undone_at) = 20),
    undone_by TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE import_mapping (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    sheet TEXT NOT NULL,
    fields TEXT NOT NULL,
    more_heading_rows INTEGER NOT NULL,
    is_ignored INTEGER NOT NULL CHECK (is_ignored IN (0, 1)),
    kept_at TEXT NOT NULL CHECK (length(kept_at) = 20)
) STRICT;

CREATE TABLE warning_kind (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    colors TEXT NOT NULL CHECK (json_valid(colors)),
    order_no INTEGER NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT;

CREATE TABLE call_list (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    unit_ids TEXT NOT NULL CHECK (json_valid(unit_ids)),
    area TEXT NOT NULL,
    roles TEXT NOT NULL CHECK (json_valid(roles)),
    kinds TEXT NOT NULL CHECK (json_valid(kinds)),
    with_duty_phones INTEGER NOT NULL CHECK (with_duty_phones IN (0, 1)),
    picked TEXT NOT NULL CHECK (json_valid(picked)),
    left_out TEXT NOT NULL CHECK (json_valid(left_out)),
    order_no INTEGER NOT NULL
) STRICT;

CREATE TABLE responsibility (
    rowid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    words TEXT NOT NULL CHECK (json_valid(words)),
    category TEXT
        CHECK (category IN ('natural', 'accident', 'public_health', 'social_safety')),
    kinds TEXT NOT NULL CHECK (json_valid(kinds)),
    phone TEXT NOT NULL,
    note TEXT NOT NULL,
    order_no INTEGER NOT NULL,
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT;

CREATE TABLE "bulletin" (
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
