-- The tables of the SQLite store, column by column. Instants are milliseconds since 1970-01-01T00:00:00Z; hashes are 32 bytes; text is compared
-- byte by byte, which the collation "C" does whatever the database was created with.

CREATE TABLE registry_head (
    registry text COLLATE "C" PRIMARY KEY,
    journal_position bigint NOT NULL,
    journal_hash bytea NOT NULL,
    merkle_frontier bytea NOT NULL,
    outgoing_sequence bigint NOT NULL,
    outgoing_hash bytea NOT NULL,
    outgoing_sent_at bigint NOT NULL,
    incoming_sequence bigint NOT NULL,
    incoming_hash bytea NOT NULL,
    incoming_sent_at bigint NOT NULL
) WITH (fillfactor = 20);

CREATE TABLE journal (
    registry text COLLATE "C" NOT NULL,
    position bigint NOT NULL CHECK (position > 0),
    recorded_at bigint NOT NULL,
    kind text COLLATE "C" NOT NULL,
    payload bytea NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (registry, position)
);

CREATE TABLE inbox (
    registry text COLLATE "C" NOT NULL,
    sequence bigint NOT NULL CHECK (sequence > 0),
    message_id bytea NOT NULL,
    hash bytea NOT NULL,
    sent_at bigint NOT NULL,
    bytes bytea NOT NULL,
    receipt bytea NOT NULL,
    recorded_at bigint NOT NULL,
    PRIMARY KEY (registry, sequence),
    UNIQUE (registry, message_id)
);

CREATE TABLE outbox (
    registry text COLLATE "C" NOT NULL,
    sequence bigint NOT NULL CHECK (sequence > 0),
    message_id bytea NOT NULL,
    hash bytea NOT NULL,
    sent_at bigint NOT NULL,
    bytes bytea NOT NULL,
    recorded_at bigint NOT NULL,
    attempts bigint NOT NULL DEFAULT 0,
    last_error text,
    next_attempt_at bigint,
    parked_reason text,
    delivered_at bigint,
    receipt bytea,
    PRIMARY KEY (registry, sequence),
    UNIQUE (registry, message_id),
    CHECK ((delivered_at IS NULL) = (receipt IS NULL))
);

CREATE INDEX outbox_undelivered ON outbox (registry, sequence) WHERE delivered_at IS NULL;

-- Signed messages are base64 and hardly get smaller, so compressing them would only cost time.
ALTER TABLE inbox ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE outbox ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- In the order the node recorded them: the commits of one registry come one after another, so its ids ascend.
CREATE TABLE transfer_message (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    registry text COLLATE "C" NOT NULL,
    transfer_id text COLLATE "C" NOT NULL,
    direction bigint NOT NULL CHECK (direction IN (0, 1)),
    sequence bigint NOT NULL,
    UNIQUE (registry, transfer_id, direction, sequence)
);

CREATE TABLE command_answer (
    registry text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    body_hash bytea NOT NULL,
    answer bytea NOT NULL,
    recorded_at bigint NOT NULL,
    PRIMARY KEY (registry, key)
);

CREATE TABLE deadline (
    registry text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    due_at bigint NOT NULL,
    PRIMARY KEY (registry, id)
);

CREATE INDEX deadline_due ON deadline (due_at, registry, id);

-- Ends a commit whose writer does not stand where the registry stands.
CREATE FUNCTION refuse_fork() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'another writer has moved the registry on' USING ERRCODE = 'JCM01';
END $$;
