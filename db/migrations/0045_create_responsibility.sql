-- 谁管这事: for which words or kinds of incident whom to ring.

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
