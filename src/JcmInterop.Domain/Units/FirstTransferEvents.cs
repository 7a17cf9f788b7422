using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Refusals;

namespace JcmInterop.Domain.Units;

/// <summary>Records the first transfers that an event made which moves nothing: the authorization, the issuance, the last day for other purposes.</summary>
/// <remarks>Which event counts is decided by <see cref="FirstTransferDates"/> alone, for the ledger as for imported records. Sources: decision 2/CMA.3 annex, paragraph 2; decision
/// 4/CMA.6, paragraphs 11 to 17.</remarks>
internal static class FirstTransferEvents
{
    /// <summary>Most runs that become first transferred without being named; beyond, people name them.</summary>
    public const int UnnamedRunsMax = 10_000;

    /// <summary>This Party's authorization was recorded or changed: units it issued before and that no other of its authorizations covers are first transferred, where the
    /// definition says so and the cap has room for all of them.</summary>
    public static void OnAuthorization(Deciding d, AuthorizationId id)
    {
        var record = d.State.Authorization(d.Settings.Party, id)!;
        if (!IsFirstTransferredAt(record, FirstTransferDefinition.Authorization) || !IsHost(d)) return;
        var covered = d.State.Blocks.Where(b => b.Status == BlockStatus.Held && IsFresh(d, b) && record.Authorization.Covers(b.Project, b.Vintage)).Take(UnnamedRunsMax + 1).ToList();
        Unnamed(d, covered, record.Authorization.AuthorizedOn > d.Today ? record.Authorization.AuthorizedOn : d.Today);
    }

    /// <summary>This Party issued units: those that exactly one of its authorizations covers are first transferred, where the definition is the authorization or the issuance.</summary>
    public static void OnIssuance(Deciding d, IEnumerable<SerialRange> issued, DateOnly? issuedOn)
    {
        if (!IsHost(d) || !d.State.Authorizations.Values.Any(r => IsOwn(d, r) && IsFirstTransferredAt(r))) return;
        Unnamed(d, [.. issued.SelectMany(d.State.BlocksOverlapping).Where(b => IsFresh(d, b))], issuedOn ?? d.Today);
    }

    /// <summary>People name units and their authorization: whatever made them first transferred is recorded.</summary>
    public static Refusal? Record(Deciding d, RecordFirstTransfer command)
    {
        if (UnitPicking.PickOne(d, command.Units, out var picked) is { } refusal) return refusal;
        if (picked.Find(b => b.FirstTransfer is not null) is { } again) return AuthorizationRules.AlreadyFirstTransferred.With(again.Serials, again.FirstTransfer!.On);
        return Earlier(d, command.Authorization, null, d.Today, picked);
    }

    /// <summary>Before an act on units under an authorization: records the first transfers that an earlier event made, so that the act finds them.</summary>
    /// <param name="d">The decision in the making.</param>
    /// <param name="id">This Party's authorization.</param>
    /// <param name="act">What the act would be as a first transfer; absent where it is none.</param>
    /// <param name="on">Effective day of the act.</param>
    /// <param name="picked">The units; replaced by what they are afterwards.</param>
    /// <returns>Why the act is no first transfer and none was before; nothing when all is in order.</returns>
    public static Refusal? Earlier(Deciding d, AuthorizationId id, FirstTransferTrigger? act, DateOnly on, List<UnitBlock> picked)
    {
        if (d.State.Authorization(d.Settings.Party, id) is not { } record) return AuthorizationRules.AuthorizationUnknown.With(id, d.Settings.Party);
        var due = new List<(UnitRun Unit, FirstTransfer First)>();
        foreach (var block in picked.Where(b => b.FirstTransfer is null))
        {
            var issuedOn = IssuedOn(d, record, block);
            if (UnitFirstTransfer.Of(d, record, block, issuedOn, act, on) is not { } first) return UnitFirstTransfer.WhyNone(d, record, block, issuedOn, act, on);
            if (first.Trigger != act) due.Add((block.Run(), first));
        }

        foreach (var day in due.GroupBy(u => u.First.On))
        {
            if (FirstTransferChecks.Forbidden(d, d.Settings.Party, id, acquirer: null, day.Key, [.. day.Select(u => u.Unit)]) is { } forbidden) return forbidden;
        }

        Give(d, record, due);
        for (var i = 0; i < picked.Count; i++)
        {
            if (picked[i].FirstTransfer is null && d.State.BlocksOverlapping(picked[i].Serials).First() is { FirstTransfer: not null } given) picked[i] = given;
        }

        return null;
    }

    /// <summary>Records first transfers, in events of a bounded size.</summary>
    public static void Give(Deciding d, AuthorizationRecord record, IReadOnlyCollection<(UnitRun Unit, FirstTransfer First)> due)
    {
        foreach (var part in due.Chunk(Transfers.TransferOffer.RunsMax)) d.Record(new UnitsFirstTransferred(FirstTransferring.Of(d, record, part)));
    }

    // One authorization and no other: where two cover a unit, people say which. All or none under a cap: which units it is for, people say too.
    private static void Unnamed(Deciding d, List<UnitBlock> blocks, DateOnly on)
    {
        if (blocks.Count > UnnamedRunsMax) return;
        var own = d.State.Authorizations.Values.Where(r => IsOwn(d, r)).ToList();
        var due = new List<(AuthorizationRecord Record, UnitRun Unit, FirstTransfer First)>();
        foreach (var block in blocks.OrderBy(b => b.Serials))
        {
            if (own.Where(r => r.Authorization.Covers(block.Project, block.Vintage) && r.IsActiveOn(on)).Take(2).ToList() is not [var record] || !IsFirstTransferredAt(record)) continue;
            if (UnitFirstTransfer.Of(d, record, block, IssuedOn(d, record, block), null, on) is { } first && record.IsActiveOn(first.On)) due.Add((record, block.Run(), first));
        }

        foreach (var under in due.GroupBy(u => u.Record.Authorization.Id))
        {
            var record = under.First().Record;
            if (!(record.Room is { } room && under.Sum(u => u.Unit.Quantity.Tonnes) > room.Tonnes)) Give(d, record, [.. under.Select(u => (u.Unit, u.First))]);
        }
    }

    private static bool IsFirstTransferredAt(AuthorizationRecord record, params ReadOnlySpan<FirstTransferDefinition> definitions) =>
        (record.Authorization.Uses & ~AuthorizedUses.Ndc) != AuthorizedUses.None && record.Authorization.FirstTransferDefinition is { } chosen
        && (definitions.IsEmpty ? chosen != FirstTransferDefinition.UseOrCancellation : definitions.Contains(chosen));

    private static bool IsFresh(Deciding d, UnitBlock block) => block.FirstTransfer is null && block.Vintage.IsParisEra && block.IssuedBy == d.Settings.Party;

    private static bool IsOwn(Deciding d, AuthorizationRecord record) => record.Authorization.AuthorizingParty == d.Settings.Party && record.RevokedOn is null;

    // The outcomes of the mechanism occur in the partner country; units that Japan issues are of the same outcomes.
    private static bool IsHost(Deciding d) => d.Settings.Party != PartyCode.Japan;

    // Looked for only where it decides something: legs are not kept by serial.
    private static DateOnly? IssuedOn(Deciding d, AuthorizationRecord record, UnitBlock block) =>
        record.Authorization.FirstTransferDefinition == FirstTransferDefinition.Issuance || d.Settings.OimpCutOff is { Rule: OimpCutOffRule.CountedOnLastDay } cutOff && cutOff.LastDay < d.Today
            ? d.State.Legs.Values.FirstOrDefault(l => l.Side == block.IssuedBy && l.Project == block.Project && l.Blocks.Any(b => b.Serials.Contains(block.Serials)))?.IssuedOn
            : null;
}
