-- The unit's list of equipment, and every check of it.

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

-- The last check, the last good test and the last charge of each item.
CREATE INDEX equipment_check_by_item ON equipment_check (item_id);

CREATE INDEX equipment_check_by_test ON equipment_check (item_id)
    WHERE is_test_call = 1 AND result = 'normal';

CREATE INDEX equipment_check_by_charge ON equipment_check (item_id)
    WHERE charge_percent IS NOT NULL;

-- The register of a month.
CREATE INDEX equipment_check_by_time ON equipment_check (checked_at);

CREATE TRIGGER equipment_check_is_append_only_update BEFORE UPDATE ON equipment_check
BEGIN
    SELECT RAISE(ABORT, 'equipment_check is append-only');
END;

CREATE TRIGGER equipment_check_is_append_only_delete BEFORE DELETE ON equipment_check
BEGIN
    SELECT RAISE(ABORT, 'equipment_check is append-only');
END;
