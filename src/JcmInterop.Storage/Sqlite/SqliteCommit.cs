using JcmInterop.Storage.Audit;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Exchange;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.State;
using Microsoft.Data.Sqlite;
using static JcmInterop.Storage.Relational.Rows.ColumnValues;

namespace JcmInterop.Storage.Sqlite;

/// <summary>Writes a batch inside an open transaction.</summary>
internal static class SqliteCommit
{
    /// <summary>Writes the whole batch.</summary>
    /// <exception cref="JournalForkedException">The registry is not where the batch starts from.</exception>
    public static void Write(WriteSession session, CommitBatch batch)
    {
        var registry = batch.Registry.ToString();
        try
        {
            WriteHeads(session, registry, batch);
            WriteJournal(session, registry, batch);
            WriteMessages(session, registry, batch);
            foreach (var change in batch.State) WriteState(session, registry, change);
            WriteAnswersAndDeadlines(session, registry, batch);
            foreach (var entry in batch.Audit) WriteAudit(session, entry);
        }
        catch (SqliteException error) when (SqliteErrors.IsDuplicate(error))
        {
            throw new JournalForkedException(batch.Registry, CommitPlace.Of(session.Row, batch.Before), error);
        }
    }

    public static void WriteAudit(WriteSession session, AuditEntry entry) => session.Run(
        "INSERT INTO audit (at, person, role, act, subject, outcome, request_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        Instant(entry.At), entry.Person, entry.Role, entry.Act, entry.Subject, entry.Outcome, entry.RequestId);

    private static void WriteHeads(WriteSession session, string registry, CommitBatch batch)
    {
        var (before, after) = (batch.Before, batch.After);
        var rows = session.Run(
            """
            INSERT INTO registry_head (registry, journal_position, journal_hash, merkle_frontier,
                outgoing_sequence, outgoing_hash, outgoing_sent_at, incoming_sequence, incoming_hash, incoming_sent_at, delivered_sequence)
            SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?15
            WHERE (?11 = 0 AND ?13 = 0 AND ?14 = 0) OR EXISTS (SELECT 1 FROM registry_head WHERE registry = ?1)
            ON CONFLICT (registry) DO UPDATE SET journal_position = ?2, journal_hash = ?3, merkle_frontier = ?4,
                outgoing_sequence = ?5, outgoing_hash = ?6, outgoing_sent_at = ?7,
                incoming_sequence = ?8, incoming_hash = ?9, incoming_sent_at = ?10, delivered_sequence = ?15
            WHERE journal_position = ?11 AND journal_hash = ?12 AND outgoing_sequence = ?13 AND incoming_sequence = ?14
            """,
            registry, after.Journal.Position, after.Journal.Hash.ToArray(), after.Journal.Frontier.ToArray(),
            after.Outgoing.Sequence, after.Outgoing.Hash.ToArray(), Instant(after.Outgoing.SentAt),
            after.Incoming.Sequence, after.Incoming.Hash.ToArray(), Instant(after.Incoming.SentAt),
            before.Journal.Position, before.Journal.Hash.ToArray(), before.Outgoing.Sequence, before.Incoming.Sequence,
            after.Delivered);
        if (rows == 0)
            throw new JournalForkedException(batch.Registry, CommitPlace.Heads(before));
    }

    private static void WriteJournal(WriteSession session, string registry, CommitBatch batch)
    {
        foreach (var row in batch.Journal)
        {
            session.Row = row;
            session.Run(
                "INSERT INTO journal (registry, position, recorded_at, kind, payload, previous_hash, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                registry, row.Position, Instant(row.Entry.RecordedAt), row.Entry.Kind, row.Entry.Payload,
                row.PreviousHash.ToArray(), row.Hash.ToArray());
        }
        foreach (var node in batch.Nodes)
        {
            session.Row = batch.Journal[^1];
            session.Run(
                "INSERT INTO log_node (registry, level, place, hash) VALUES (?1, ?2, ?3, ?4)", registry, (long)node.Level, node.Place, node.Hash.ToArray());
        }
    }

    private static void WriteMessages(WriteSession session, string registry, CommitBatch batch)
    {
        foreach (var message in batch.Received)
        {
            session.Row = message;
            session.Run(
                """
                INSERT INTO inbox (registry, sequence, message_id, hash, sent_at, bytes, receipt, recorded_at, journal_position)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                """,
                registry, message.Sequence, Bytes(message.MessageId), message.Hash.ToArray(), Instant(message.SentAt), message.Bytes,
                message.Receipt, Instant(message.RecordedAt), message.JournalPosition);
        }
        foreach (var message in batch.Outgoing)
        {
            session.Row = message;
            session.Run(
                """
                INSERT INTO outbox (registry, sequence, message_id, hash, sent_at, bytes, recorded_at, journal_position)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                """,
                registry, message.Sequence, Bytes(message.MessageId), message.Hash.ToArray(), Instant(message.SentAt), message.Bytes,
                Instant(message.RecordedAt), message.JournalPosition);
        }
        foreach (var message in batch.Delivered) WriteDelivered(session, registry, batch, message);
        foreach (var link in batch.Links)
        {
            session.Run(
                "INSERT INTO transfer_message (registry, transfer_id, direction, sequence) VALUES (?1, ?2, ?3, ?4)",
                registry, link.TransferId, (long)link.Direction, link.Sequence);
        }
    }

    private static void WriteDelivered(WriteSession session, string registry, CommitBatch batch, DeliveredMessage message)
    {
        var rows = session.Run(
            """
            UPDATE outbox SET delivered_at = ?3, receipt = ?4, receipt_position = ?5, parked_reason = NULL, next_attempt_at = NULL
            WHERE registry = ?1 AND sequence = ?2 AND delivered_at IS NULL
            """,
            registry, message.Sequence, Instant(message.At), message.Receipt, message.JournalPosition);
        if (rows != 1) throw new JournalForkedException(batch.Registry, CommitPlace.Delivered(message));
    }

    private static void WriteState(WriteSession session, string registry, StateChange change)
    {
        if (change.Body is not { } body) DeleteState(session, registry, change);
        else if (change.Columns is UnitBlockColumns block) WriteUnitBlock(session, registry, change.Key, block, body);
        else if (change.Columns is AccountColumns account)
        {
            session.Run(
                """
                INSERT INTO account (registry, key, kind, holder, body) VALUES (?1, ?2, ?3, ?4, ?5)
                ON CONFLICT (registry, key) DO UPDATE SET kind = ?3, holder = ?4, body = ?5
                """,
                registry, change.Key, account.Kind, account.Holder, body);
        }
        else
        {
            session.Run(
                "INSERT INTO item (registry, kind, key, body) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (registry, kind, key) DO UPDATE SET body = ?4",
                registry, change.Kind, change.Key, body);
        }
    }

    private static void WriteUnitBlock(WriteSession session, string registry, string key, UnitBlockColumns block, ReadOnlyMemory<byte> body) => session.Run(
        """
        INSERT INTO unit_block (registry, key, prefix, first, final, suffix, account, in_account, project, vintage, status,
            itmo_stem, itmo_first, itmo_final, body)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
        ON CONFLICT (registry, key) DO UPDATE SET prefix = ?3, first = ?4, final = ?5, suffix = ?6, account = ?7, in_account = ?8,
            project = ?9, vintage = ?10, status = ?11, itmo_stem = ?12, itmo_first = ?13, itmo_final = ?14, body = ?15
        """,
        registry, key, block.Prefix, block.First, block.Final, block.Suffix, block.Account, block.IsInAccount ? 1L : 0L,
        block.Project, (long)block.Vintage, block.Status, block.ItmoStem, block.ItmoFirst, block.ItmoFinal, body);

    private static void DeleteState(WriteSession session, string registry, StateChange change)
    {
        if (change.Kind == StateKinds.UnitBlock) session.Run("DELETE FROM unit_block WHERE registry = ?1 AND key = ?2", registry, change.Key);
        else if (change.Kind == StateKinds.Account) session.Run("DELETE FROM account WHERE registry = ?1 AND key = ?2", registry, change.Key);
        else session.Run("DELETE FROM item WHERE registry = ?1 AND kind = ?2 AND key = ?3", registry, change.Kind, change.Key);
    }

    private static void WriteAnswersAndDeadlines(WriteSession session, string registry, CommitBatch batch)
    {
        foreach (var answer in batch.Answers)
        {
            session.Row = answer;
            session.Run(
                "INSERT INTO command_answer (registry, key, body_hash, answer, recorded_at) VALUES (?1, ?2, ?3, ?4, ?5)",
                registry, answer.Key, answer.BodyHash.ToArray(), answer.Answer, Instant(answer.RecordedAt));
        }
        foreach (var change in batch.Deadlines)
        {
            if (change.DueAt is not { } dueAt) session.Run("DELETE FROM deadline WHERE registry = ?1 AND id = ?2", registry, change.Id);
            else
            {
                session.Run(
                    "INSERT INTO deadline (registry, id, due_at) VALUES (?1, ?2, ?3) ON CONFLICT (registry, id) DO UPDATE SET due_at = ?3",
                    registry, change.Id, Instant(dueAt));
            }
        }
    }
}
