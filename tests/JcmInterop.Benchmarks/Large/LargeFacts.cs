using System.Collections.Immutable;
using JcmInterop.Benchmarks.Exchange;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Benchmarks.Large;

/// <summary>The items of a registry of many blocks, the same for the same number: in the order of time, so that projects, vintages and accounts alternate as they do in a
/// registry that grew. 85 of 100 blocks are held in accounts, ten left by transfers of ten runs each, five are used or cancelled. All facts are invented.</summary>
internal sealed class LargeFacts(PartyCode party, long blocks)
{
    private const int Projects = 40;
    private const int Vintages = 8;
    private const int Accounts = 200;
    private const int RunsPerTransfer = 10;
    private static readonly DateTimeOffset At = new(2025, 6, 1, 9, 30, 0, TimeSpan.Zero);
    private static readonly AuthorizationId Authorization = new("LARGE-2025");
    private static readonly CooperativeApproachId Approach = new("CA9998");

    private readonly PartyCode partner = BenchFacts.Thai.Registry.CounterpartOf(party);
    private readonly long[] next = [.. Enumerable.Repeat(1L, Projects * Vintages)];
    private readonly long[] nextItmo = [.. Enumerable.Repeat(1L, Vintages)];
    private readonly UnitTotals?[] totals = new UnitTotals?[Projects * Vintages];
    private readonly List<UnitBlock> leaving = [];
    private ulong chance = 2026;

    /// <summary>Every item, the blocks first.</summary>
    public IEnumerable<LedgerItem> Items()
    {
        for (var i = 0L; i < blocks; i++)
        {
            var block = Next(i);
            yield return block;
            if (block.Status == BlockStatus.TransferredOut) leaving.Add(block);
            if (leaving.Count < RunsPerTransfer) continue;
            yield return Transfer(leaving[0].Transfer!.Value);
            leaving.Clear();
        }

        foreach (var sum in totals) if (sum is not null) yield return sum;
        for (var i = 0; i < Projects; i++)
            yield return new Project(Project(i), $"Large project {i}", null, new DateOnly(2020, 1, 1), ["TH_AM001 Ver1.0"], ["Energy generation"], ["Solar"], "invented for benchmarks");
        for (var i = 0; i < Accounts; i++) yield return Account(1_000 + i, AccountKind.EntityHolding);
        yield return Account(900, AccountKind.Retirement);
        yield return Account(901, AccountKind.Cancellation);
    }

    private UnitBlock Next(long i)
    {
        var form = Chance(Projects * Vintages);
        var vintage = new Vintage(2021 + (form % Vintages));
        var tonnes = 1 + Chance(200);
        var first = next[form];
        next[form] = first + tonnes;
        var kind = Chance(100);
        var status = kind switch { < 85 => BlockStatus.Held, < 95 => BlockStatus.TransferredOut, < 98 => BlockStatus.UsedTowardsNdc, _ => BlockStatus.Cancelled };
        var isItmo = status != BlockStatus.Held || Chance(2) == 0;
        var block = new UnitBlock(
            BlockSerials(form, vintage, first, first + tonnes - 1), party, Project(form / Vintages), vintage,
            new MonitoringPeriod(new DateOnly(vintage.Year, 1, 1), new DateOnly(vintage.Year, 12, 31)),
            new AccountNumber(party, status switch { BlockStatus.UsedTowardsNdc => 900, BlockStatus.Cancelled => 901, _ => 1_000 + Chance(Accounts) }), status,
            status == BlockStatus.TransferredOut ? leaving.Count == 0 ? Id(i) : leaving[0].Transfer : null, isItmo ? Authorization : null,
            isItmo ? new ItmoBlock(Approach, new PartyRegistryId($"{party}01"), party, nextItmo[form % Vintages]) : null,
            isItmo ? new FirstTransfer(new DateOnly(2025, 6, 1 + Chance(30)), FirstTransferTrigger.InternationalTransfer, Authorization) : null,
            status is BlockStatus.UsedTowardsNdc ? new Disposal(new DateOnly(2025, 9, 1), 2025, null, null, null)
            : status is BlockStatus.Cancelled ? new Disposal(new DateOnly(2025, 9, 1), null, CancellationPurpose.Voluntary, null, null) : null);
        if (isItmo) nextItmo[form % Vintages] += tonnes;
        var sum = totals[form] ?? new UnitTotals(block.Project, vintage, 0, 0, 0, 0, 0, 0, 0);
        totals[form] = Counted(sum with { Issued = sum.Issued + tonnes }, status, tonnes);
        return block;
    }

    // Sorts behind the project of the measured transfers, whose units are the first in their account.
    private static ProjectReference Project(int number) => new($"TH{910 + number}");

    private SerialRange BlockSerials(int form, Vintage vintage, long first, long final) =>
        SerialProfile.Neutral.Range(party, partner, Project(form / Vintages).ToString(), vintage, first, final);

    private Transfer Transfer(TransferId id)
    {
        ImmutableArray<UnitRun> after = [.. leaving.Select(b => b.Run())];
        ImmutableArray<UnitRun> before = [.. after.Select(u => u with { Authorization = null, Itmo = null, FirstTransfer = null })];
        var to = new AccountNumber(partner, 101);
        return new Transfer(
            new TransferOffer(id, TransferKind.BetweenRegistries, party, partner, leaving[0].Account, to, Authorization, null, null, new DateOnly(2025, 6, 1), At.AddDays(30), before),
            TransferRole.Transferring, TransferState.Completed, At, to, null, new DateOnly(2025, 6, 1), after, null, null, At.AddHours(1));
    }

    private Account Account(long number, AccountKind kind) =>
        new(new AccountNumber(party, number), kind, new AccountHolder($"Holder {number}"), false, new DateOnly(2025, 4, 1), []);

    private static UnitTotals Counted(UnitTotals sum, BlockStatus status, long tonnes) => status switch
    {
        BlockStatus.Held => sum with { Held = sum.Held + tonnes },
        BlockStatus.TransferredOut => sum with { TransferredOut = sum.TransferredOut + tonnes },
        BlockStatus.UsedTowardsNdc => sum with { UsedTowardsNdc = sum.UsedTowardsNdc + tonnes },
        _ => sum with { Cancelled = sum.Cancelled + tonnes },
    };

    private static TransferId Id(long i) => new(new Guid((int)i, (short)(i >> 32), 7, [1, 2, 3, 4, 5, 6, 7, 8]));

    private int Chance(int below)
    {
        chance = unchecked((chance * 6_364_136_223_846_793_005) + 1_442_695_040_888_963_407);
        return (int)((chance >> 33) % (ulong)below);
    }
}
