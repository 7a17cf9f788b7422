using System.Collections.Immutable;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Ledger;

/// <summary>Everything one side knows of one bilateral registry. Immutable: applying an event gives a new state.</summary>
/// <remarks>Reads by key, by serial and by account are logarithmic, so the cost of a command does not grow with the registry.</remarks>
public sealed partial record LedgerState
{
    private LedgerState()
    {
    }

    /// <summary>A registry in which nothing has happened.</summary>
    public static LedgerState Empty { get; } = new();

    /// <summary>Accounts of this side.</summary>
    public ImmutableDictionary<AccountNumber, Account> Accounts { get; private init; } = ImmutableDictionary<AccountNumber, Account>.Empty;

    /// <summary>Registered projects.</summary>
    public ImmutableDictionary<ProjectReference, Project> Projects { get; private init; } = ImmutableDictionary<ProjectReference, Project>.Empty;

    /// <summary>Joint Committee decisions as each side told them.</summary>
    public ImmutableDictionary<DecisionId, DecisionRecord> Decisions { get; private init; } = ImmutableDictionary<DecisionId, DecisionRecord>.Empty;

    /// <summary>Issuance legs of both sides by key.</summary>
    public ImmutableDictionary<string, IssuanceLeg> Legs { get; private init; } = ImmutableDictionary<string, IssuanceLeg>.Empty;

    /// <summary>Authorizations of both Parties by key.</summary>
    public ImmutableDictionary<string, AuthorizationRecord> Authorizations { get; private init; } = ImmutableDictionary<string, AuthorizationRecord>.Empty;

    /// <summary>Transfers in both directions, open and final.</summary>
    public ImmutableDictionary<TransferId, Transfer> Transfers { get; private init; } = ImmutableDictionary<TransferId, Transfer>.Empty;

    /// <summary>Totals by project and vintage.</summary>
    public ImmutableDictionary<string, UnitTotals> Totals { get; private init; } = ImmutableDictionary<string, UnitTotals>.Empty;

    /// <summary>Units the partner notified as used or cancelled.</summary>
    public ImmutableDictionary<string, PartnerDisposal> PartnerDisposals { get; private init; } = ImmutableDictionary<string, PartnerDisposal>.Empty;

    /// <summary>Contradictions by the partner that a person must look at.</summary>
    public ImmutableDictionary<string, ProtocolFault> Faults { get; private init; } = ImmutableDictionary<string, ProtocolFault>.Empty;

    /// <summary>Terms of authorizations before they were changed, by key.</summary>
    public ImmutableDictionary<string, AuthorizationVersion> AuthorizationVersions { get; private init; } = ImmutableDictionary<string, AuthorizationVersion>.Empty;

    /// <summary>What each side last told the other of its node.</summary>
    public ImmutableDictionary<PartyCode, Announcement> Announcements { get; private init; } = ImmutableDictionary<PartyCode, Announcement>.Empty;

    /// <summary>The latest checkpoint of each side's journal at each stage, by key.</summary>
    public ImmutableDictionary<string, CheckpointRecord> Checkpoints { get; private init; } = ImmutableDictionary<string, CheckpointRecord>.Empty;

    /// <summary>Keys of both sides that were introduced, pinned or ended since the first message, by key.</summary>
    public ImmutableDictionary<string, NodeKey> Keys { get; private init; } = ImmutableDictionary<string, NodeKey>.Empty;

    /// <summary>All unit blocks, in order of serial. They are made as they are asked for.</summary>
    public IEnumerable<UnitBlock> Blocks => BlockMap.All;

    /// <summary>Rows written since the changes were last drained, oldest first.</summary>
    public IEnumerable<LedgerChange> Changes => ChangeStack.Reverse();

    internal BlockMap BlockMap { get; private init; } = BlockMap.Empty;

    internal ImmutableDictionary<string, Counter> Counters { get; private init; } = ImmutableDictionary<string, Counter>.Empty;

    internal HeldMap HeldMap { get; private init; } = HeldMap.Empty;

    /// <summary>ITMO serials that stand on any unit this side knows, by series; an identity is given once.</summary>
    internal NumberRanges ItmoSerials { get; private init; } = NumberRanges.Empty;

    /// <summary>Serials the partner notified as used or cancelled, by printed form; they never come back.</summary>
    internal NumberRanges EndedSerials { get; private init; } = NumberRanges.Empty;

    private ImmutableStack<LedgerChange> ChangeStack { get; init; } = [];

    /// <summary>The state with an empty list of changes, after they were written.</summary>
    public LedgerState WithoutChanges() => this with { ChangeStack = [] };

    /// <summary>The blocks that share at least one serial with a range, in order of serial.</summary>
    public IEnumerable<UnitBlock> BlocksOverlapping(SerialRange range) => BlockMap.Overlapping(range);

    /// <summary>The held blocks of an account, in order of serial; only those of a project or a vintage, where one is given.</summary>
    public IEnumerable<UnitBlock> HeldBlocks(AccountNumber account, ProjectReference? project = null, Vintage? vintage = null) =>
        HeldMap.Of(account, project, vintage).Select(start => BlockMap.At(start.Form, start.First));

    /// <summary>The leg of one side of a decision line.</summary>
    public IssuanceLeg? Leg(DecisionId decision, string lineId, PartyCode side) => Legs.GetValueOrDefault(IssuanceLeg.Key(decision, lineId, side));

    /// <summary>The authorization of a Party.</summary>
    public AuthorizationRecord? Authorization(PartyCode party, AuthorizationId id) => Authorizations.GetValueOrDefault($"{party}/{id}");

    /// <summary>The authorization of a Party with the terms that hold on a day: those of the version in force on it.</summary>
    public AuthorizationRecord? AuthorizationOn(PartyCode party, AuthorizationId id, DateOnly day)
    {
        if (Authorization(party, id) is not { } record) return null;
        var replaced = AuthorizationVersions.Values
            .Where(v => v.Authorization.AuthorizingParty == party && v.Authorization.Id == id && day < v.ReplacedOn)
            .MinBy(v => v.Authorization.Version);
        return replaced is null ? record : record with { Authorization = replaced.Authorization };
    }

    /// <summary>Every item of the state, by kind and key; two states are the same when these are.</summary>
    public IEnumerable<LedgerItem> Items() => Enumerable.Empty<LedgerItem>()
        .Concat(Accounts.Values.OrderBy(i => i.Number))
        .Concat(Projects.Values.OrderBy(i => i.Reference))
        .Concat(InOrder(Decisions.Values))
        .Concat(InOrder(Legs.Values))
        .Concat(InOrder(Authorizations.Values))
        .Concat(InOrder(AuthorizationVersions.Values))
        .Concat(InOrder(Announcements.Values))
        .Concat(InOrder(Keys.Values))
        .Concat(InOrder(Checkpoints.Values))
        .Concat(InOrder(Transfers.Values))
        .Concat(InOrder(Totals.Values))
        .Concat(InOrder(PartnerDisposals.Values))
        .Concat(InOrder(Faults.Values))
        .Concat(InOrder(Counters.Values))
        .Concat(Blocks);

    /// <summary>Rebuilds a state from its stored items.</summary>
    public static LedgerState FromItems(IEnumerable<LedgerItem> items)
    {
        var builder = new LedgerStateBuilder();
        foreach (var item in items) builder.Add(item);
        return builder.Build();
    }

    internal long Next(string series) => Counters.GetValueOrDefault(series)?.Next ?? 1;

    private static IEnumerable<LedgerItem> InOrder(IEnumerable<LedgerItem> items) => items.OrderBy(i => i.ItemKey(), StringComparer.Ordinal);
}
