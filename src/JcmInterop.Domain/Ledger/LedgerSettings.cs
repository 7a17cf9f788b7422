using System.Collections.Immutable;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Ledger;

/// <summary>What one side has configured for a bilateral registry. Everything that differs by partner is here, with its dates.</summary>
/// <param name="Registry">The pair of Parties.</param>
/// <param name="Party">This side.</param>
/// <param name="OwnRegistry">This side's ITMO registry id.</param>
/// <param name="PartnerRegistry">The partner's ITMO registry id.</param>
/// <param name="SerialProfile">Layout of the serials this side issues.</param>
/// <param name="IssuePatterns">How units reach the registries, by date of the decision, in ascending order.</param>
/// <param name="NdcPeriod">This side's NDC implementation period.</param>
/// <param name="LateLegAfterDays">Days after the decision from which a pending leg is reported as late.</param>
/// <param name="DecideWithinMax">Longest time a proposal may stay open.</param>
public sealed record LedgerSettings(
    BilateralRegistryId Registry,
    PartyCode Party,
    PartyRegistryId OwnRegistry,
    PartyRegistryId PartnerRegistry,
    SerialProfile SerialProfile,
    ImmutableArray<DatedIssuePattern> IssuePatterns,
    NdcPeriod NdcPeriod,
    int LateLegAfterDays,
    TimeSpan DecideWithinMax)
{
    /// <summary>What this node says of itself to the partner.</summary>
    public NodeProfile Profile { get; init; } = NodeProfile.Present;

    /// <summary>Keys of both sides that were exchanged before the first message; what was introduced or ended since is in the ledger.</summary>
    public ImmutableArray<NodeKey> Keys { get; init; } = [];

    /// <summary>This Party's last day for first transfers for other international mitigation purposes, of vintages of <see cref="NdcPeriod"/>, and what becomes of units
    /// unused by then; absent while the Party has not chosen. Source: decision 4/CMA.6, paragraph 14.</summary>
    public OimpCutOff? OimpCutOff { get; init; }

    /// <summary>The other side.</summary>
    public PartyCode Partner => Registry.CounterpartOf(Party);

    /// <summary>The pattern in force for a decision; an undated decision falls under the first.</summary>
    public IssuePattern PatternOn(DateOnly? decidedOn) =>
        (decidedOn is null ? IssuePatterns.FirstOrDefault() : IssuePatterns.LastOrDefault(p => p.From <= decidedOn))?.Pattern ?? IssuePattern.MirrorAtIssuance;
}
