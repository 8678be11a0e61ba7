-- Named lists of whom to call: by place, role and level, and people picked by hand.

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
