CREATE TABLE audit (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    person TEXT NOT NULL,
    role TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    outcome TEXT NOT NULL,
    request_id TEXT NOT NULL
) STRICT;

-- Journal, received messages and audit trail only grow.
CREATE TRIGGER journal_keeps_rows BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
CREATE TRIGGER journal_keeps_values BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
CREATE TRIGGER inbox_keeps_rows BEFORE DELETE ON inbox BEGIN SELECT RAISE(ABORT, 'the inbox only grows'); END;
CREATE TRIGGER inbox_keeps_values BEFORE UPDATE ON inbox BEGIN SELECT RAISE(ABORT, 'the inbox only grows'); END;
CREATE TRIGGER outbox_keeps_rows BEFORE DELETE ON outbox BEGIN SELECT RAISE(ABORT, 'the outbox only grows'); END;
CREATE TRIGGER outbox_keeps_receipts BEFORE UPDATE ON outbox WHEN OLD.delivered_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a delivered message does not change'); END;
CREATE TRIGGER audit_keeps_rows BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END;
CREATE TRIGGER audit_keeps_values BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END;
