using Dapper;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Storage.Audit;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Deadlines;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.Sqlite.Rows;
using JcmInterop.Storage.State;

namespace JcmInterop.Storage.Sqlite;

/// <content>Loading a registry, its journal, its answers, deadlines and acts.</content>
public sealed partial class SqliteRegistryStore
{
    /// <inheritdoc/>
    public Task<RegistryImage> LoadAsync(BilateralRegistryId registry, CancellationToken cancellation = default) => reader.ReadAsync(
        connection =>
        {
            using var snapshot = connection.BeginTransaction(deferred: true);
            var id = new { registry = registry.ToString() };
            var head = connection.QuerySingleOrDefault<HeadRow>(
                """
                SELECT journal_position AS JournalPosition, journal_hash AS JournalHash, merkle_frontier AS MerkleFrontier,
                    outgoing_sequence AS OutgoingSequence, outgoing_hash AS OutgoingHash, outgoing_sent_at AS OutgoingSentAt,
                    incoming_sequence AS IncomingSequence, incoming_hash AS IncomingHash, incoming_sent_at AS IncomingSentAt
                FROM registry_head WHERE registry = $registry
                """,
                id,
                snapshot);
            var items = connection.Query<(string Kind, string Key, byte[] Body)>(
                $"""
                SELECT '{StateKinds.UnitBlock}', key, body FROM unit_block WHERE registry = $registry
                UNION ALL SELECT '{StateKinds.Account}', key, body FROM account WHERE registry = $registry
                UNION ALL SELECT kind, key, body FROM item WHERE registry = $registry
                ORDER BY 1, 2
                """,
                id,
                snapshot,
                buffered: false);
            return new RegistryImage(head?.Value() ?? RegistryHeads.Empty, [.. items.Select(i => new StateItem(i.Kind, i.Key, i.Body))]);
        },
        cancellation);

    /// <inheritdoc/>
    public Task<CommandAnswer?> FindAnswerAsync(BilateralRegistryId registry, string key, CancellationToken cancellation = default) => reader.ReadAsync(
        connection => connection
            .Query<(byte[] BodyHash, byte[] Answer, long RecordedAt)>(
                "SELECT body_hash, answer, recorded_at FROM command_answer WHERE registry = $registry AND key = $key",
                new { registry = registry.ToString(), key })
            .Select(row => new CommandAnswer(key, new Digest(row.BodyHash), row.Answer, DateTimeOffset.FromUnixTimeMilliseconds(row.RecordedAt)))
            .SingleOrDefault(),
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<JournalRow>> ReadJournalAsync(
        BilateralRegistryId registry, long afterPosition, int rowsMax, CancellationToken cancellation = default)
    {
        PageSize.Check(rowsMax, IJournalReader.PageRowsMax);
        return reader.ReadAsync<IReadOnlyList<JournalRow>>(
            connection => connection
                .Query<JournalTableRow>(
                    """
                    SELECT position, recorded_at AS RecordedAt, kind, payload, previous_hash AS PreviousHash, hash
                    FROM journal WHERE registry = $registry AND position > $afterPosition ORDER BY position LIMIT $rowsMax
                    """,
                    new { registry = registry.ToString(), afterPosition, rowsMax })
                .Select(row => row.Value(registry))
                .ToList(),
            cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<BilateralRegistryId>> RegistriesAsync(CancellationToken cancellation = default) =>
        reader.ReadAsync<IReadOnlyList<BilateralRegistryId>>(
            connection => connection.Query<string>("SELECT registry FROM registry_head ORDER BY registry").Select(BilateralRegistryId.Parse).ToList(),
            cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Deadline>> DueAsync(DateTimeOffset now, int deadlinesMax, CancellationToken cancellation = default)
    {
        PageSize.Check(deadlinesMax, IDeadlineStore.PageDeadlinesMax);
        return reader.ReadAsync<IReadOnlyList<Deadline>>(
            connection => connection
                .Query<(string Registry, string Id, long DueAt)>(
                    "SELECT registry, id, due_at FROM deadline WHERE due_at <= $now ORDER BY due_at, registry, id LIMIT $deadlinesMax",
                    new { now = now.ToUnixTimeMilliseconds(), deadlinesMax })
                .Select(d => new Deadline(BilateralRegistryId.Parse(d.Registry), d.Id, DateTimeOffset.FromUnixTimeMilliseconds(d.DueAt)))
                .ToList(),
            cancellation);
    }

    /// <inheritdoc/>
    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation = default) => reader.ReadAsync<DateTimeOffset?>(
        connection => connection.ExecuteScalar<long?>("SELECT min(due_at) FROM deadline") is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RecordedAct>> ReadActsAsync(long? beforeNumber, int actsMax, CancellationToken cancellation = default)
    {
        PageSize.Check(actsMax, IAuditTrail.PageActsMax);
        return reader.ReadAsync<IReadOnlyList<RecordedAct>>(
            connection => connection
                .Query<(long Number, long At, string Person, string Role, string Act, string Subject, string Outcome, string RequestId)>(
                    """
                    SELECT number, at, person, role, act, subject, outcome, request_id
                    FROM audit WHERE number < $before ORDER BY number DESC LIMIT $actsMax
                    """,
                    new { before = beforeNumber ?? long.MaxValue, actsMax })
                .Select(a => new RecordedAct(a.Number, new AuditEntry(
                    DateTimeOffset.FromUnixTimeMilliseconds(a.At), a.Person, a.Role, a.Act, a.Subject, a.Outcome, a.RequestId)))
                .ToList(),
            cancellation);
    }
}
