-- The order of the messages of a transfer is that of the journal rows that name them, so the link needs no number of its own, and one tree holds it.
CREATE TABLE link (
    registry TEXT NOT NULL,
    transfer_id TEXT NOT NULL,
    direction INTEGER NOT NULL CHECK (direction IN (0, 1)),
    sequence INTEGER NOT NULL,
    PRIMARY KEY (transfer_id, registry, direction, sequence)
) STRICT, WITHOUT ROWID;

INSERT INTO link (registry, transfer_id, direction, sequence) SELECT registry, transfer_id, direction, sequence FROM transfer_message;
DROP TABLE transfer_message;
ALTER TABLE link RENAME TO transfer_message;
