using JcmInterop.Domain.Parties;
using JcmInterop.Storage.Relational.Rows;
using JcmInterop.Storage.State;

namespace JcmInterop.Storage.Relational;

/// <content>The state, for people and reports.</content>
public abstract partial class RelationalRegistryStore
{
    /// <summary>How many blocks before a number are looked at; more than one only matters when blocks overlap, which is a finding in itself.</summary>
    private const int NeighboursMax = 16;

    private const string SelectUnits =
        """
        SELECT registry, key, prefix, first, final, suffix, account, in_account AS InAccount, project, vintage, status,
            itmo_stem AS ItmoStem, itmo_first AS ItmoFirst, body
        FROM unit_block
        """;

    private const string AfterCursor = "(prefix, suffix, first, key) > (@prefix, @suffix, @first, @key) ORDER BY prefix, suffix, first, key LIMIT @itemsMax";

    /// <inheritdoc/>
    public async Task<StateItem?> FindItemAsync(BilateralRegistryId registry, string kind, string key, CancellationToken cancellation = default) =>
        (await ListAsync<byte[], StateItem>(
            $"SELECT body FROM {Table(kind)} AND key = @key",
            new { registry = registry.ToString(), kind, key },
            body => new StateItem(kind, key, body),
            cancellation))
        .SingleOrDefault();

    /// <inheritdoc/>
    public Task<IReadOnlyList<StateItem>> ReadItemsAsync(
        BilateralRegistryId registry, string kind, string afterKey, int itemsMax, CancellationToken cancellation = default)
    {
        PageSize.Check(itemsMax, IStateReader.PageItemsMax);
        return ListAsync<(string Key, byte[] Body), StateItem>(
            $"SELECT key, body FROM {Table(kind)} AND key > @afterKey ORDER BY key LIMIT @itemsMax",
            new { registry = registry.ToString(), kind, afterKey, itemsMax },
            row => new StateItem(kind, row.Key, row.Body),
            cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<AccountEntry>> ReadAccountsAsync(
        BilateralRegistryId registry, string afterNumber, int itemsMax, CancellationToken cancellation = default)
    {
        PageSize.Check(itemsMax, IStateReader.PageItemsMax);
        return ListAsync<(string Key, string Kind, string Holder, long Tonnes, byte[] Body), AccountEntry>(
            """
            SELECT a.key, a.kind, a.holder,
                (SELECT CAST(COALESCE(sum(u.final - u.first + 1), 0) AS BIGINT) FROM unit_block u
                    WHERE u.registry = a.registry AND u.account = a.key AND u.in_account = 1),
                a.body
            FROM account a WHERE a.registry = @registry AND a.key > @afterNumber ORDER BY a.key LIMIT @itemsMax
            """,
            new { registry = registry.ToString(), afterNumber, itemsMax },
            row => new AccountEntry(row.Key, new AccountColumns(row.Kind, row.Holder), row.Tonnes, row.Body),
            cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<UnitBlockEntry>> ReadUnitsOfAccountAsync(
        BilateralRegistryId registry, string account, UnitBlockCursor after, int itemsMax, CancellationToken cancellation = default)
    {
        PageSize.Check(itemsMax, IStateReader.PageItemsMax);
        return UnitsAsync(
            $"WHERE registry = @registry AND account = @account AND in_account = 1 AND {AfterCursor}",
            new { registry = registry.ToString(), account, prefix = after.Prefix, suffix = after.Suffix, first = after.First, key = after.Key, itemsMax },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<UnitBlockEntry>> ReadUnitsOfProjectAsync(
        BilateralRegistryId registry, string project, int vintage, UnitBlockCursor after, int itemsMax, CancellationToken cancellation = default)
    {
        PageSize.Check(itemsMax, IStateReader.PageItemsMax);
        return UnitsAsync(
            $"WHERE registry = @registry AND project = @project AND vintage = @vintage AND {AfterCursor}",
            new { registry = registry.ToString(), project, vintage, prefix = after.Prefix, suffix = after.Suffix, first = after.First, key = after.Key, itemsMax },
            cancellation);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<UnitBlockEntry>> FindSerialAsync(
        string prefix, long number, string suffix, CancellationToken cancellation = default)
    {
        var before = await UnitsAsync(
            $"WHERE prefix = @prefix AND suffix = @suffix AND first <= @number ORDER BY first DESC LIMIT {NeighboursMax}",
            new { prefix, suffix, number },
            cancellation);
        return [.. before.Where(b => b.Columns.Final >= number).OrderBy(b => b.Registry).ThenBy(b => b.Key, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<UnitBlockEntry>> FindItmoAsync(
        string stem, long serial, int vintage, CancellationToken cancellation = default)
    {
        var before = await UnitsAsync(
            $"WHERE itmo_stem = @stem AND vintage = @vintage AND itmo_first <= @serial ORDER BY itmo_first DESC LIMIT {NeighboursMax}",
            new { stem, vintage, serial },
            cancellation);
        return [.. before.Where(b => b.Columns.ItmoFinal >= serial).OrderBy(b => b.Registry).ThenBy(b => b.Key, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<VintageTotal>> TotalsAsync(BilateralRegistryId registry, CancellationToken cancellation = default) =>
        ListAsync<(string Project, long Vintage, string Account, string Status, long Blocks, long Tonnes), VintageTotal>(
            """
            SELECT project, vintage, account, status, count(*), CAST(sum(final - first + 1) AS BIGINT)
            FROM unit_block WHERE registry = @registry
            GROUP BY project, vintage, account, status ORDER BY project, vintage, account, status
            """,
            new { registry = registry.ToString() },
            row => new VintageTotal(row.Project, (int)row.Vintage, row.Account, row.Status, row.Blocks, row.Tonnes),
            cancellation);

    private static string Table(string kind) => kind switch
    {
        StateKinds.UnitBlock => "unit_block WHERE registry = @registry",
        StateKinds.Account => "account WHERE registry = @registry",
        _ => "item WHERE registry = @registry AND kind = @kind",
    };

    private Task<IReadOnlyList<UnitBlockEntry>> UnitsAsync(string where, object values, CancellationToken cancellation) =>
        ListAsync<UnitBlockRow, UnitBlockEntry>($"{SelectUnits} {where}", values, row => row.Value(), cancellation);
}
