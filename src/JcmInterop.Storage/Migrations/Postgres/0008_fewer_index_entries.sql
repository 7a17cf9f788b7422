-- The order of the messages of a transfer is that of the journal rows that name them, so the link needs no number of its own, and one index finds it. Its number
-- stays as a column, because silos of the version before ask for it while they are replaced one by one.
ALTER TABLE transfer_message DROP CONSTRAINT transfer_message_pkey;
ALTER TABLE transfer_message DROP CONSTRAINT transfer_message_registry_transfer_id_direction_sequence_key;
ALTER TABLE transfer_message ADD PRIMARY KEY (transfer_id, registry, direction, sequence);

-- A transfer is written two or three times within moments: with room beside it a new value needs no new entry in the index.
ALTER TABLE item SET (fillfactor = 40);
