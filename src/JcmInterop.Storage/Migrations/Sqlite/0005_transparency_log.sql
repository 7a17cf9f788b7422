-- The journal rows that name messages and receipts; nothing for what was recorded before the journal named them.
ALTER TABLE inbox ADD COLUMN journal_position INTEGER;
ALTER TABLE outbox ADD COLUMN journal_position INTEGER;
ALTER TABLE outbox ADD COLUMN receipt_position INTEGER;

ALTER TABLE registry_head ADD COLUMN delivered_sequence INTEGER NOT NULL DEFAULT 0;
UPDATE registry_head SET delivered_sequence = (
    SELECT COALESCE(max(o.sequence), 0) FROM outbox o WHERE o.registry = registry_head.registry AND o.delivered_at IS NOT NULL);

-- Complete subtrees of the Merkle tree over the journal, from level 4 upwards.
CREATE TABLE log_node (
    registry TEXT NOT NULL,
    level INTEGER NOT NULL CHECK (level >= 4),
    place INTEGER NOT NULL CHECK (place >= 0),
    hash BLOB NOT NULL,
    PRIMARY KEY (registry, level, place)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER log_node_keeps_rows BEFORE DELETE ON log_node BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER log_node_keeps_values BEFORE UPDATE ON log_node BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
