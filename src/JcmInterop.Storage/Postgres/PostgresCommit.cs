using JcmInterop.Storage.Audit;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Exchange;
using JcmInterop.Storage.Journal;
using Npgsql;
using static JcmInterop.Storage.Relational.Rows.ColumnValues;

namespace JcmInterop.Storage.Postgres;

/// <summary>Turns a batch into statements that go to the server in one piece: one round trip, one transaction, one statement for each table.</summary>
/// <remarks>Statements sent together without a transaction of their own are one transaction: all of them count, or none.</remarks>
internal static class PostgresCommit
{
    // Comes first: it takes the lock on the registry's head, so that two writers queue here and the second finds the head moved.
    private const string MoveHeads =
        """
        WITH moved AS (
            INSERT INTO registry_head AS head (registry, journal_position, journal_hash, merkle_frontier,
                outgoing_sequence, outgoing_hash, outgoing_sent_at, incoming_sequence, incoming_hash, incoming_sent_at,
                delivered_sequence)
            SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $15
            WHERE ($11 = 0 AND $13 = 0 AND $14 = 0) OR EXISTS (SELECT 1 FROM registry_head WHERE registry = $1)
            ON CONFLICT (registry) DO UPDATE SET journal_position = $2, journal_hash = $3, merkle_frontier = $4,
                outgoing_sequence = $5, outgoing_hash = $6, outgoing_sent_at = $7,
                incoming_sequence = $8, incoming_hash = $9, incoming_sent_at = $10, delivered_sequence = $15
            WHERE head.journal_position = $11 AND head.journal_hash = $12 AND head.outgoing_sequence = $13 AND head.incoming_sequence = $14
            RETURNING 1)
        SELECT refuse_fork() WHERE NOT EXISTS (SELECT 1 FROM moved)
        """;

    private const string InsertJournal =
        """
        INSERT INTO journal (registry, position, recorded_at, kind, payload, previous_hash, hash)
        SELECT $1, * FROM unnest($2::bigint[], $3::bigint[], $4::text[], $5::bytea[], $6::bytea[], $7::bytea[])
        """;

    private const string InsertInbox =
        """
        INSERT INTO inbox (registry, sequence, message_id, hash, sent_at, bytes, receipt, recorded_at, journal_position)
        SELECT $1, * FROM unnest($2::bigint[], $3::bytea[], $4::bytea[], $5::bigint[], $6::bytea[], $7::bytea[], $8::bigint[], $9::bigint[])
        """;

    private const string InsertOutbox =
        """
        INSERT INTO outbox (registry, sequence, message_id, hash, sent_at, bytes, recorded_at, journal_position)
        SELECT $1, * FROM unnest($2::bigint[], $3::bytea[], $4::bytea[], $5::bigint[], $6::bytea[], $7::bigint[], $8::bigint[])
        """;

    private const string InsertNodes =
        "INSERT INTO log_node (registry, level, place, hash) SELECT $1, * FROM unnest($2::bigint[], $3::bigint[], $4::bytea[])";

    // One that another writer delivered already is a fork.
    private const string Deliver =
        """
        WITH kept AS (
            UPDATE outbox SET delivered_at = d.at, receipt = d.receipt, receipt_position = d.position, parked_reason = NULL, next_attempt_at = NULL
            FROM unnest($2::bigint[], $3::bigint[], $4::bytea[], $5::bigint[]) AS d (sequence, at, receipt, position)
            WHERE registry = $1 AND outbox.sequence = d.sequence AND delivered_at IS NULL
            RETURNING 1)
        SELECT refuse_fork() WHERE (SELECT count(*) FROM kept) <> $6
        """;

    private const string InsertLinks =
        """
        INSERT INTO transfer_message (registry, transfer_id, direction, sequence)
        SELECT $1, * FROM unnest($2::text[], $3::bigint[], $4::bigint[])
        """;

    private const string InsertAnswers =
        """
        INSERT INTO command_answer (registry, key, body_hash, answer, recorded_at)
        SELECT $1, * FROM unnest($2::text[], $3::bytea[], $4::bytea[], $5::bigint[])
        """;

    private const string InsertAudit =
        """
        INSERT INTO audit (at, person, role, act, subject, outcome, request_id)
        SELECT at, person, role, act, subject, outcome, request_id
        FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
            WITH ORDINALITY AS entry (at, person, role, act, subject, outcome, request_id, place)
        ORDER BY place
        """;

    /// <summary>Adds everything a batch changes.</summary>
    public static void Add(NpgsqlBatch statements, CommitBatch batch)
    {
        var registry = batch.Registry.ToString();
        AddHeads(statements, registry, batch.Before, batch.After);
        if (batch.Journal.Count > 0) AddJournal(statements, registry, batch.Journal);
        if (batch.Received.Count > 0) AddReceived(statements, registry, batch.Received);
        if (batch.Outgoing.Count > 0) AddOutgoing(statements, registry, batch.Outgoing);
        if (batch.Nodes.Count > 0)
        {
            statements.Add(InsertNodes).With(registry)
                .Column(batch.Nodes, n => (long)n.Level).Column(batch.Nodes, n => n.Place).Column(batch.Nodes, n => n.Hash.ToArray());
        }

        if (batch.Delivered.Count > 0) AddDelivered(statements, registry, batch.Delivered);
        if (batch.Links.Count > 0)
        {
            statements.Add(InsertLinks).With(registry)
                .Column(batch.Links, l => l.TransferId).Column(batch.Links, l => (long)l.Direction).Column(batch.Links, l => l.Sequence);
        }

        PostgresState.Add(statements, registry, batch.State);
        PostgresState.Add(statements, registry, batch.Deadlines);
        if (batch.Answers.Count > 0)
        {
            statements.Add(InsertAnswers).With(registry)
                .Column(batch.Answers, a => a.Key).Column(batch.Answers, a => a.BodyHash.ToArray())
                .Column(batch.Answers, a => Bytes(a.Answer)).Column(batch.Answers, a => Instant(a.RecordedAt));
        }

        if (batch.Audit.Count > 0) AddAudit(statements, batch.Audit);
    }

    /// <summary>Adds acts of persons.</summary>
    public static void AddAudit(NpgsqlBatch statements, IReadOnlyList<AuditEntry> acts) => statements.Add(InsertAudit)
        .Column(acts, a => Instant(a.At)).Column(acts, a => a.Person).Column(acts, a => a.Role).Column(acts, a => a.Act)
        .Column(acts, a => a.Subject).Column(acts, a => a.Outcome).Column(acts, a => a.RequestId);

    /// <summary>Where a batch met another writer, from what the server says of the key that was there already.</summary>
    public static string Place(CommitBatch batch, PostgresException error)
    {
        var key = error.Detail ?? "";
        return error.TableName switch
        {
            "journal" => CommitPlace.Journal(batch.Journal.LastOrDefault(row => Names(key, $", {row.Position})")) ?? batch.Journal[0]),
            "inbox" => CommitPlace.Received(batch.Received.LastOrDefault(m => Names(key, m.MessageId) || Names(key, $", {m.Sequence})")) ?? batch.Received[0]),
            "outbox" => CommitPlace.Outgoing(batch.Outgoing.LastOrDefault(m => Names(key, m.MessageId) || Names(key, $", {m.Sequence})")) ?? batch.Outgoing[0]),
            "command_answer" => CommitPlace.Answer(batch.Answers.LastOrDefault(a => Names(key, $", {a.Key})")) ?? batch.Answers[0]),
            _ => CommitPlace.Heads(batch.Before),
        };
    }

    private static bool Names(string key, Guid id) => Names(key, Convert.ToHexStringLower(Bytes(id)));

    private static bool Names(string key, string value) => key.Contains(value, StringComparison.Ordinal);

    private static void AddHeads(NpgsqlBatch statements, string registry, RegistryHeads before, RegistryHeads after) => statements.Add(MoveHeads)
        .With(registry)
        .With(after.Journal.Position).With(after.Journal.Hash.ToArray()).With(after.Journal.Frontier.ToArray())
        .With(after.Outgoing.Sequence).With(after.Outgoing.Hash.ToArray()).With(Instant(after.Outgoing.SentAt))
        .With(after.Incoming.Sequence).With(after.Incoming.Hash.ToArray()).With(Instant(after.Incoming.SentAt))
        .With(before.Journal.Position).With(before.Journal.Hash.ToArray()).With(before.Outgoing.Sequence).With(before.Incoming.Sequence)
        .With(after.Delivered);

    private static void AddJournal(NpgsqlBatch statements, string registry, IReadOnlyList<JournalRow> rows) => statements.Add(InsertJournal)
        .With(registry)
        .Column(rows, r => r.Position).Column(rows, r => Instant(r.Entry.RecordedAt)).Column(rows, r => r.Entry.Kind)
        .Column(rows, r => Bytes(r.Entry.Payload)).Column(rows, r => r.PreviousHash.ToArray()).Column(rows, r => r.Hash.ToArray());

    private static void AddReceived(NpgsqlBatch statements, string registry, IReadOnlyList<ReceivedMessage> messages) => statements.Add(InsertInbox)
        .With(registry)
        .Column(messages, m => m.Sequence).Column(messages, m => Bytes(m.MessageId)).Column(messages, m => m.Hash.ToArray())
        .Column(messages, m => Instant(m.SentAt)).Column(messages, m => Bytes(m.Bytes)).Column(messages, m => Bytes(m.Receipt))
        .Column(messages, m => Instant(m.RecordedAt)).Column(messages, m => m.JournalPosition!.Value);

    private static void AddDelivered(NpgsqlBatch statements, string registry, IReadOnlyList<DeliveredMessage> messages) => statements.Add(Deliver)
        .With(registry)
        .Column(messages, m => m.Sequence).Column(messages, m => Instant(m.At)).Column(messages, m => Bytes(m.Receipt)).Column(messages, m => m.JournalPosition)
        .With((long)messages.Count);

    private static void AddOutgoing(NpgsqlBatch statements, string registry, IReadOnlyList<OutgoingMessage> messages) => statements.Add(InsertOutbox)
        .With(registry)
        .Column(messages, m => m.Sequence).Column(messages, m => Bytes(m.MessageId)).Column(messages, m => m.Hash.ToArray())
        .Column(messages, m => Instant(m.SentAt)).Column(messages, m => Bytes(m.Bytes)).Column(messages, m => Instant(m.RecordedAt))
        .Column(messages, m => m.JournalPosition!.Value);
}
