CREATE TABLE audit (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at bigint NOT NULL,
    person text NOT NULL,
    role text NOT NULL,
    act text NOT NULL,
    subject text NOT NULL,
    outcome text NOT NULL,
    request_id text NOT NULL
);

-- Journal, received messages and audit trail only grow; of a sent message only the delivery changes, and only once.
CREATE FUNCTION keep_what_was_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'JCM02';
END $$;

CREATE TRIGGER journal_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON journal EXECUTE FUNCTION keep_what_was_recorded();
CREATE TRIGGER inbox_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON inbox EXECUTE FUNCTION keep_what_was_recorded();
CREATE TRIGGER outbox_keeps_rows BEFORE DELETE OR TRUNCATE ON outbox EXECUTE FUNCTION keep_what_was_recorded();
CREATE TRIGGER outbox_keeps_receipts BEFORE UPDATE ON outbox FOR EACH ROW WHEN (OLD.delivered_at IS NOT NULL) EXECUTE FUNCTION keep_what_was_recorded();
CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit EXECUTE FUNCTION keep_what_was_recorded();
