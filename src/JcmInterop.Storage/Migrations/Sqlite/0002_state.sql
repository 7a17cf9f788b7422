-- The body is the item; the other columns repeat what people and reports search by.

CREATE TABLE unit_block (
    registry TEXT NOT NULL,
    key TEXT NOT NULL,
    prefix TEXT NOT NULL,
    first INTEGER NOT NULL CHECK (first > 0),
    final INTEGER NOT NULL CHECK (final >= first),
    suffix TEXT NOT NULL,
    account TEXT NOT NULL,
    in_account INTEGER NOT NULL CHECK (in_account IN (0, 1)),
    project TEXT NOT NULL,
    vintage INTEGER NOT NULL,
    status TEXT NOT NULL,
    itmo_stem TEXT,
    itmo_first INTEGER,
    itmo_final INTEGER,
    body BLOB NOT NULL,
    PRIMARY KEY (registry, key),
    CHECK ((itmo_stem IS NULL) = (itmo_first IS NULL) AND (itmo_first IS NULL) = (itmo_final IS NULL))
) STRICT;

CREATE INDEX unit_block_account ON unit_block (registry, account, prefix, suffix, first, key, final) WHERE in_account = 1;
CREATE INDEX unit_block_project ON unit_block (registry, project, vintage, prefix, suffix, first, key);
CREATE INDEX unit_block_serial ON unit_block (prefix, suffix, first);
CREATE INDEX unit_block_itmo ON unit_block (itmo_stem, vintage, itmo_first) WHERE itmo_stem IS NOT NULL;

CREATE TABLE account (
    registry TEXT NOT NULL,
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    holder TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (registry, key)
) STRICT;

CREATE TABLE item (
    registry TEXT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (registry, kind, key)
) STRICT;
