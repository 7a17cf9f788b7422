-- Instants are milliseconds since 1970-01-01T00:00:00Z; hashes are 32 bytes; text is compared byte by byte.

PRAGMA application_id = 1245924681;

CREATE TABLE registry_head (
    registry TEXT NOT NULL PRIMARY KEY,
    journal_position INTEGER NOT NULL,
    journal_hash BLOB NOT NULL,
    merkle_frontier BLOB NOT NULL,
    outgoing_sequence INTEGER NOT NULL,
    outgoing_hash BLOB NOT NULL,
    outgoing_sent_at INTEGER NOT NULL,
    incoming_sequence INTEGER NOT NULL,
    incoming_hash BLOB NOT NULL,
    incoming_sent_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
    registry TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position > 0),
    recorded_at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    payload BLOB NOT NULL,
    previous_hash BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (registry, position)
) STRICT;

CREATE TABLE inbox (
    registry TEXT NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    message_id BLOB NOT NULL,
    hash BLOB NOT NULL,
    sent_at INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    receipt BLOB NOT NULL,
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (registry, sequence),
    UNIQUE (registry, message_id)
) STRICT;

CREATE TABLE outbox (
    registry TEXT NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    message_id BLOB NOT NULL,
    hash BLOB NOT NULL,
    sent_at INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    recorded_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    last_error TEXT,
    next_attempt_at INTEGER,
    parked_reason TEXT,
    delivered_at INTEGER,
    receipt BLOB,
    PRIMARY KEY (registry, sequence),
    UNIQUE (registry, message_id),
    CHECK ((delivered_at IS NULL) = (receipt IS NULL))
) STRICT;

CREATE INDEX outbox_undelivered ON outbox (registry, sequence) WHERE delivered_at IS NULL;

-- In the order the node recorded them, which the row id keeps.
CREATE TABLE transfer_message (
    id INTEGER PRIMARY KEY,
    registry TEXT NOT NULL,
    transfer_id TEXT NOT NULL,
    direction INTEGER NOT NULL CHECK (direction IN (0, 1)),
    sequence INTEGER NOT NULL,
    UNIQUE (registry, transfer_id, direction, sequence)
) STRICT;

CREATE TABLE command_answer (
    registry TEXT NOT NULL,
    key TEXT NOT NULL,
    body_hash BLOB NOT NULL,
    answer BLOB NOT NULL,
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (registry, key)
) STRICT;

CREATE TABLE deadline (
    registry TEXT NOT NULL,
    id TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    PRIMARY KEY (registry, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX deadline_due ON deadline (due_at, registry, id);
