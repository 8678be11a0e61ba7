-- What makes an accident a serious near miss (较大涉险事故): a figure, or a circumstance in words.

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
