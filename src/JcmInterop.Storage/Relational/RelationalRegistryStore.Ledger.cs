using System.Data.Common;
using System.Globalization;
using Dapper;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Storage.Audit;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Deadlines;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.Relational.Rows;
using JcmInterop.Storage.State;
using static JcmInterop.Storage.Relational.Rows.ColumnValues;

namespace JcmInterop.Storage.Relational;

/// <content>Loading a registry, its journal, its answers, deadlines and acts.</content>
public abstract partial class RelationalRegistryStore
{
    private const string SelectHead =
        """
        SELECT journal_position AS JournalPosition, journal_hash AS JournalHash, merkle_frontier AS MerkleFrontier,
            outgoing_sequence AS OutgoingSequence, outgoing_hash AS OutgoingHash, outgoing_sent_at AS OutgoingSentAt,
            incoming_sequence AS IncomingSequence, incoming_hash AS IncomingHash, incoming_sent_at AS IncomingSentAt,
            delivered_sequence AS DeliveredSequence
        FROM registry_head WHERE registry = @registry
        """;

    private const string SelectAllItems =
        $"""
        SELECT '{StateKinds.UnitBlock}' AS kind, key, body FROM unit_block WHERE registry = @registry
        UNION ALL SELECT '{StateKinds.Account}', key, body FROM account WHERE registry = @registry
        UNION ALL SELECT kind, key, body FROM item WHERE registry = @registry
        ORDER BY 1, 2
        """;

    private const string SelectOtherItems = "SELECT body FROM account WHERE registry = @registry UNION ALL SELECT body FROM item WHERE registry = @registry";

    /// <inheritdoc/>
    public Task<LoadedRegistry> LoadStateAsync(BilateralRegistryId registry, CancellationToken cancellation = default) => ReadAsync(
        async connection =>
        {
            await using var snapshot = await BeginSnapshotAsync(connection, cancellation);
            var heads = await HeadsAsync(connection, snapshot, registry, cancellation);
            using var loading = new SharedLoading();
            await foreach (var body in connection.QueryUnbufferedAsync<byte[]>(SelectOtherItems, new { registry = registry.ToString() }, snapshot).WithCancellation(cancellation))
            {
                if (loading.Add(body, isBlock: false)) await loading.HandOverAsync();
            }

            await ReadBlocksAsync(connection, snapshot, registry.ToString(), loading, cancellation);
            var (state, items) = await loading.BuildAsync();
            return new LoadedRegistry(heads, state, items);
        },
        cancellation);

    /// <inheritdoc/>
    public Task<RegistryHeads> HeadsAsync(BilateralRegistryId registry, CancellationToken cancellation = default) =>
        ReadAsync(connection => HeadsAsync(connection, null, registry, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<RegistryImage> LoadAsync(BilateralRegistryId registry, CancellationToken cancellation = default) => ReadAsync(
        async connection =>
        {
            await using var snapshot = await BeginSnapshotAsync(connection, cancellation);
            var id = new { registry = registry.ToString() };
            var heads = await HeadsAsync(connection, snapshot, registry, cancellation);
            var items = new List<StateItem>();
            await foreach (var (kind, key, body) in connection.QueryUnbufferedAsync<(string, string, byte[])>(SelectAllItems, id, snapshot).WithCancellation(cancellation))
                items.Add(new StateItem(kind, key, body));
            return new RegistryImage(heads, items);
        },
        cancellation);

    /// <inheritdoc/>
    public async Task<CommandAnswer?> FindAnswerAsync(BilateralRegistryId registry, string key, CancellationToken cancellation = default) =>
        (await ListAsync<(byte[] BodyHash, byte[] Answer, long RecordedAt), CommandAnswer>(
            "SELECT body_hash, answer, recorded_at FROM command_answer WHERE registry = @registry AND key = @key",
            new { registry = registry.ToString(), key },
            row => new CommandAnswer(key, new Digest(row.BodyHash), row.Answer, At(row.RecordedAt)),
            cancellation))
        .SingleOrDefault();

    /// <inheritdoc/>
    public Task<IReadOnlyList<JournalRow>> ReadJournalAsync(
        BilateralRegistryId registry, long afterPosition, int rowsMax, CancellationToken cancellation = default)
    {
        PageSize.Check(rowsMax, IJournalReader.PageRowsMax);
        return ListAsync<JournalTableRow, JournalRow>(
            """
            SELECT position, recorded_at AS RecordedAt, kind, payload, previous_hash AS PreviousHash, hash
            FROM journal WHERE registry = @registry AND position > @afterPosition ORDER BY position LIMIT @rowsMax
            """,
            new { registry = registry.ToString(), afterPosition, rowsMax },
            row => row.Value(registry),
            cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Digest>> ReadRowHashesAsync(
        BilateralRegistryId registry, long afterPosition, int rowsMax, CancellationToken cancellation = default)
    {
        PageSize.Check(rowsMax, IJournalReader.PageRowsMax);
        return ListAsync<byte[], Digest>(
            "SELECT hash FROM journal WHERE registry = @registry AND position > @afterPosition ORDER BY position LIMIT @rowsMax",
            new { registry = registry.ToString(), afterPosition, rowsMax },
            hash => new Digest(hash),
            cancellation);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LogNode>> ReadLogNodesAsync(
        BilateralRegistryId registry, IReadOnlyCollection<LogNodeKey> keys, CancellationToken cancellation = default)
    {
        PageSize.CheckAtMost(keys.Count, IJournalReader.NodesMax);
        if (keys.Count == 0) return [];
        var found = await ListAsync<(long Level, long Place, byte[]? Hash), LogNode?>(
            SelectNodes(keys),
            new { registry = registry.ToString() },
            row => row.Hash is null ? null : new LogNode((int)row.Level, row.Place, new Digest(row.Hash)),
            cancellation);
        return [.. found.OfType<LogNode>()];
    }

    // One search by the whole key for each node: asked for as a list, a database that does not know yet how large the table has become reads a whole level to find two of
    // it. The databases differ in how a list is handed over; these are numbers.
    internal static string SelectNodes(IReadOnlyCollection<LogNodeKey> keys) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        SELECT wanted.column1, wanted.column2,
            (SELECT n.hash FROM log_node n WHERE n.registry = @registry AND n.level = wanted.column1 AND n.place = wanted.column2)
        FROM (VALUES {string.Join(", ", keys.Select(key => string.Create(CultureInfo.InvariantCulture, $"({key.Level}, {key.Place})")))}) AS wanted
        """);

    /// <inheritdoc/>
    public Task<IReadOnlyList<BilateralRegistryId>> RegistriesAsync(CancellationToken cancellation = default) =>
        ListAsync<string, BilateralRegistryId>("SELECT registry FROM registry_head ORDER BY registry", null, BilateralRegistryId.Parse, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Deadline>> DueAsync(DateTimeOffset now, int deadlinesMax, CancellationToken cancellation = default)
    {
        PageSize.Check(deadlinesMax, IDeadlineStore.PageDeadlinesMax);
        return ListAsync<(string Registry, string Id, long DueAt), Deadline>(
            "SELECT registry, id, due_at FROM deadline WHERE due_at <= @now ORDER BY due_at, registry, id LIMIT @deadlinesMax",
            new { now = now.ToUnixTimeMilliseconds(), deadlinesMax },
            row => new Deadline(BilateralRegistryId.Parse(row.Registry), row.Id, At(row.DueAt)),
            cancellation);
    }

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation = default) =>
        At((await ListAsync<long?, long?>("SELECT min(due_at) FROM deadline", null, at => at, cancellation)).Single());

    /// <inheritdoc/>
    public Task<IReadOnlyList<RecordedAct>> ReadActsAsync(long? beforeNumber, int actsMax, CancellationToken cancellation = default)
    {
        PageSize.Check(actsMax, IAuditTrail.PageActsMax);
        return ListAsync<(long Number, long At, string Person, string Role, string Act, string Subject, string Outcome, string RequestId), RecordedAct>(
            "SELECT number, at, person, role, act, subject, outcome, request_id FROM audit WHERE number < @before ORDER BY number DESC LIMIT @actsMax",
            new { before = beforeNumber ?? long.MaxValue, actsMax },
            row => new RecordedAct(row.Number, new AuditEntry(At(row.At), row.Person, row.Role, row.Act, row.Subject, row.Outcome, row.RequestId)),
            cancellation);
    }

    /// <summary>Hands over the body of every block of a registry, in any order.</summary>
    private protected abstract Task ReadBlocksAsync(
        DbConnection connection, DbTransaction snapshot, string registry, SharedLoading loading, CancellationToken cancellation);

    private static async Task<RegistryHeads> HeadsAsync(DbConnection connection, DbTransaction? snapshot, BilateralRegistryId registry, CancellationToken cancellation)
    {
        var head = await connection.QuerySingleOrDefaultAsync<HeadRow>(
            new CommandDefinition(SelectHead, new { registry = registry.ToString() }, snapshot, cancellationToken: cancellation));
        return head?.Value() ?? RegistryHeads.Empty;
    }
}
