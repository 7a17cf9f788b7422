-- The journal rows that name messages and receipts; nothing for what was recorded before the journal named them.
ALTER TABLE inbox ADD COLUMN journal_position bigint;
ALTER TABLE outbox ADD COLUMN journal_position bigint;
ALTER TABLE outbox ADD COLUMN receipt_position bigint;

ALTER TABLE registry_head ADD COLUMN delivered_sequence bigint NOT NULL DEFAULT 0;
UPDATE registry_head SET delivered_sequence = (
    SELECT COALESCE(max(o.sequence), 0) FROM outbox o WHERE o.registry = registry_head.registry AND o.delivered_at IS NOT NULL);

-- Complete subtrees of the Merkle tree over the journal, from level 4 upwards.
CREATE TABLE log_node (
    registry text COLLATE "C" NOT NULL,
    level bigint NOT NULL CHECK (level >= 4),
    place bigint NOT NULL CHECK (place >= 0),
    hash bytea NOT NULL,
    PRIMARY KEY (registry, level, place)
);

CREATE TRIGGER log_node_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON log_node EXECUTE FUNCTION keep_what_was_recorded();

-- The nodes over journals written before the nodes were kept, level by level.
DO $$
DECLARE
    below bigint := 0;
BEGIN
    CREATE TEMPORARY TABLE node ON COMMIT DROP AS
        SELECT registry, 0::bigint AS level, position - 1 AS place, sha256('\x00'::bytea || hash) AS hash FROM journal;
    LOOP
        INSERT INTO node
            SELECT l.registry, below + 1, l.place / 2, sha256('\x01'::bytea || l.hash || r.hash)
            FROM node l JOIN node r ON r.registry = l.registry AND r.level = below AND r.place = l.place + 1
            WHERE l.level = below AND l.place % 2 = 0;
        EXIT WHEN NOT FOUND;
        below := below + 1;
    END LOOP;
    INSERT INTO log_node (registry, level, place, hash) SELECT registry, level, place, hash FROM node WHERE level >= 4;
END $$;
