using JcmInterop.Storage.Deadlines;
using JcmInterop.Storage.State;
using Npgsql;
using static JcmInterop.Storage.Relational.Rows.ColumnValues;

namespace JcmInterop.Storage.Postgres;

/// <summary>The statements for what a batch changes in the state tables.</summary>
internal static class PostgresState
{
    private const string UpsertBlocks =
        """
        INSERT INTO unit_block (registry, key, prefix, first, final, suffix, account, in_account, project, vintage, status,
            itmo_stem, itmo_first, itmo_final, body)
        SELECT $1, * FROM unnest($2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::text[], $7::text[], $8::bigint[], $9::text[], $10::bigint[],
            $11::text[], $12::text[], $13::bigint[], $14::bigint[], $15::bytea[])
        ON CONFLICT (registry, key) DO UPDATE SET prefix = excluded.prefix, first = excluded.first, final = excluded.final, suffix = excluded.suffix,
            account = excluded.account, in_account = excluded.in_account, project = excluded.project, vintage = excluded.vintage,
            status = excluded.status, itmo_stem = excluded.itmo_stem, itmo_first = excluded.itmo_first, itmo_final = excluded.itmo_final,
            body = excluded.body
        """;

    private const string UpsertAccounts =
        """
        INSERT INTO account (registry, key, kind, holder, body) SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::bytea[])
        ON CONFLICT (registry, key) DO UPDATE SET kind = excluded.kind, holder = excluded.holder, body = excluded.body
        """;

    private const string UpsertItems =
        """
        INSERT INTO item (registry, kind, key, body) SELECT $1, * FROM unnest($2::text[], $3::text[], $4::bytea[])
        ON CONFLICT (registry, kind, key) DO UPDATE SET body = excluded.body
        """;

    private const string UpsertDeadlines =
        """
        INSERT INTO deadline (registry, id, due_at) SELECT $1, * FROM unnest($2::text[], $3::bigint[])
        ON CONFLICT (registry, id) DO UPDATE SET due_at = excluded.due_at
        """;

    private const string DeleteBlocks = "DELETE FROM unit_block WHERE registry = $1 AND key = ANY ($2)";
    private const string DeleteAccounts = "DELETE FROM account WHERE registry = $1 AND key = ANY ($2)";
    private const string DeleteItems = "DELETE FROM item WHERE registry = $1 AND (kind, key) IN (SELECT * FROM unnest($2::text[], $3::text[]))";
    private const string DeleteDeadlines = "DELETE FROM deadline WHERE registry = $1 AND id = ANY ($2)";

    /// <summary>Adds changes of state items.</summary>
    public static void Add(NpgsqlBatch statements, string registry, IReadOnlyList<StateChange> changes)
    {
        // One statement writes a row once, so of several changes to an item only the last, which wins, may go into it.
        var last = new Dictionary<(string Kind, string Key), StateChange>(changes.Count);
        foreach (var change in changes) last[(change.Kind, change.Key)] = change;

        var sorted = last.Values.ToLookup(change => (change.Kind is StateKinds.UnitBlock or StateKinds.Account ? change.Kind : "", IsSet: change.Body is not null));
        if (sorted[(StateKinds.UnitBlock, false)].ToList() is { Count: > 0 } goneBlocks) statements.Add(DeleteBlocks).With(registry).Column(goneBlocks, c => c.Key);
        if (sorted[(StateKinds.Account, false)].ToList() is { Count: > 0 } goneAccounts) statements.Add(DeleteAccounts).With(registry).Column(goneAccounts, c => c.Key);
        if (sorted[("", false)].ToList() is { Count: > 0 } gone)
            statements.Add(DeleteItems).With(registry).Column(gone, c => c.Kind).Column(gone, c => c.Key);
        if (sorted[(StateKinds.UnitBlock, true)].ToList() is { Count: > 0 } blocks) AddBlocks(statements, registry, blocks);
        if (sorted[(StateKinds.Account, true)].ToList() is { Count: > 0 } accounts) AddAccounts(statements, registry, accounts);
        if (sorted[("", true)].ToList() is { Count: > 0 } items)
            statements.Add(UpsertItems).With(registry).Column(items, c => c.Kind).Column(items, c => c.Key).Column(items, Body);
    }

    /// <summary>Adds changes of deadlines.</summary>
    public static void Add(NpgsqlBatch statements, string registry, IReadOnlyList<DeadlineChange> changes)
    {
        var last = new Dictionary<string, DateTimeOffset?>(changes.Count, StringComparer.Ordinal);
        foreach (var change in changes) last[change.Id] = change.DueAt;
        var lifted = last.Where(d => d.Value is null).ToList();
        var set = last.Where(d => d.Value is not null).ToList();
        if (lifted.Count > 0) statements.Add(DeleteDeadlines).With(registry).Column(lifted, d => d.Key);
        if (set.Count > 0) statements.Add(UpsertDeadlines).With(registry).Column(set, d => d.Key).Column(set, d => Instant(d.Value!.Value));
    }

    private static void AddBlocks(NpgsqlBatch statements, string registry, List<StateChange> changes)
    {
        var columns = changes.ConvertAll(c => (UnitBlockColumns)c.Columns!);
        statements.Add(UpsertBlocks).With(registry)
            .Column(changes, c => c.Key)
            .Column(columns, c => c.Prefix).Column(columns, c => c.First).Column(columns, c => c.Final).Column(columns, c => c.Suffix)
            .Column(columns, c => c.Account).Column(columns, c => c.IsInAccount ? 1L : 0L)
            .Column(columns, c => c.Project).Column(columns, c => (long)c.Vintage).Column(columns, c => c.Status)
            .Column(columns, c => c.ItmoStem).Column(columns, c => c.ItmoFirst).Column(columns, c => c.ItmoFinal)
            .Column(changes, Body);
    }

    private static void AddAccounts(NpgsqlBatch statements, string registry, List<StateChange> changes)
    {
        var columns = changes.ConvertAll(c => (AccountColumns)c.Columns!);
        statements.Add(UpsertAccounts).With(registry)
            .Column(changes, c => c.Key).Column(columns, c => c.Kind).Column(columns, c => c.Holder).Column(changes, Body);
    }

    private static byte[] Body(StateChange change) => Bytes(change.Body!.Value);
}
