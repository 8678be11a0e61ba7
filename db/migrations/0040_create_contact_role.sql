-- Further roles of people, members of HQs, training against what is required.

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
