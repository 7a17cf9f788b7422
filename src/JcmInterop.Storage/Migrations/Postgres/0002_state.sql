-- The body is the item; the other columns repeat what people and reports search by.

CREATE TABLE unit_block (
    registry text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    prefix text COLLATE "C" NOT NULL,
    first bigint NOT NULL CHECK (first > 0),
    final bigint NOT NULL CHECK (final >= first),
    suffix text COLLATE "C" NOT NULL,
    account text COLLATE "C" NOT NULL,
    in_account bigint NOT NULL CHECK (in_account IN (0, 1)),
    project text COLLATE "C" NOT NULL,
    vintage bigint NOT NULL,
    status text COLLATE "C" NOT NULL,
    itmo_stem text COLLATE "C",
    itmo_first bigint,
    itmo_final bigint,
    body bytea NOT NULL,
    PRIMARY KEY (registry, key),
    CHECK ((itmo_stem IS NULL) = (itmo_first IS NULL) AND (itmo_first IS NULL) = (itmo_final IS NULL))
);

CREATE INDEX unit_block_account ON unit_block (registry, account, prefix, suffix, first, key, final) WHERE in_account = 1;
CREATE INDEX unit_block_project ON unit_block (registry, project, vintage, prefix, suffix, first, key);
CREATE INDEX unit_block_serial ON unit_block (prefix, suffix, first);
CREATE INDEX unit_block_itmo ON unit_block (itmo_stem, vintage, itmo_first) WHERE itmo_stem IS NOT NULL;

CREATE TABLE account (
    registry text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    holder text COLLATE "C" NOT NULL,
    body bytea NOT NULL,
    PRIMARY KEY (registry, key)
);

CREATE TABLE item (
    registry text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    body bytea NOT NULL,
    PRIMARY KEY (registry, kind, key)
);
