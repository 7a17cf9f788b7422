using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Aef.Rows;

namespace JcmInterop.Reporting.Projections;

/// <summary>What one Party did with ITMOs in all of its bilateral registries: a filing is of the Party, never of one pair.</summary>
public sealed class PartyHistory
{
    private readonly IReadOnlyList<(LedgerSettings Settings, ActionHistory History)> pairs;

    private PartyHistory(PartyCode party, ReportDates dates, IReadOnlyList<(LedgerSettings, ActionHistory)> pairs) => (Party, Dates, this.pairs) = (party, dates, pairs);

    /// <summary>The Party.</summary>
    public PartyCode Party { get; }

    /// <summary>What counts.</summary>
    public ReportDates Dates { get; }

    /// <summary>Its NDC implementation period, as its first registry is configured.</summary>
    public NdcPeriod Period => pairs[0].Settings.NdcPeriod;

    /// <summary>This side's settings of each pair.</summary>
    public IEnumerable<LedgerSettings> Pairs => pairs.Select(p => p.Settings);

    /// <summary>The history of each pair.</summary>
    public IEnumerable<ActionHistory> Histories => pairs.Select(p => p.History);

    /// <summary>Authorizations given by the Party, every version; one that several partners were told of is there once.</summary>
    public IEnumerable<RecordedAuthorization> OwnAuthorizations => Histories.SelectMany(h => h.Authorizations)
        .Where(a => a.Authorization.AuthorizingParty == Party).DistinctBy(a => (a.Authorization.Id, a.Authorization.Version));

    /// <summary>Identification numbers of entities that may use units for other international mitigation purposes: 2/CMA.3 annex, paragraph 23(d).</summary>
    public IReadOnlyList<string> EntitiesForOtherPurposes =>
        [.. OwnAuthorizations.Where(a => (a.Authorization.Uses & ~AuthorizedUses.Ndc) != AuthorizedUses.None).SelectMany(a => a.Authorization.AuthorizedEntities).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Reads the history of a Party.</summary>
    /// <param name="party">The Party; every side must be its own.</param>
    /// <param name="journals">Settings and journal of each of its registries, in order; at least one.</param>
    /// <param name="dates">What counts.</param>
    /// <exception cref="ArgumentException">There is no registry.</exception>
    public static PartyHistory Read(PartyCode party, IEnumerable<(LedgerSettings Settings, IEnumerable<RecordedEvent> Events)> journals, ReportDates dates)
    {
        var read = journals.Select(j => (j.Settings, ActionHistory.Read(party, j.Events, dates.EffectiveUntil, dates.RecordedUntil))).ToList();
        return read.Count > 0 ? new PartyHistory(party, dates, read) : throw new ArgumentException("A history needs a registry.", nameof(journals));
    }

    /// <summary>The submission of one reported year.</summary>
    /// <param name="submission">Table 1.</param>
    /// <param name="scope">Which authorizations table 2 lists.</param>
    public AefDocument Aef(AefSubmission submission, AuthorizationScope scope = AuthorizationScope.ReportedYear)
    {
        var documents = pairs.Select(p => new AefSubmissionBuilder(p.Settings, p.History).Build(submission, scope)).ToList();
        // An authorization for several pairs is told to each partner and is one row in the filing.
        return new AefDocument(
            submission,
            [.. documents.SelectMany(d => d.Authorizations).DistinctBy(a => (a.AuthorizationId, a.Version))],
            [.. documents.SelectMany(d => d.Actions).OrderBy(a => a.ActedAt)],
            [.. documents.SelectMany(d => d.Holdings)],
            [.. documents.SelectMany(d => d.Entities).Distinct()]);
    }

    /// <summary>What the corresponding adjustments of the Party's NDC period are computed from; its own figures are not in a ledger.</summary>
    public AdjustmentInputs Adjustments(AdjustmentMethod method) => new(
        Period, method, [.. Histories.SelectMany(AdjustmentRecords.FirstTransfers)], [.. Histories.SelectMany(AdjustmentRecords.Uses)])
    {
        EffectiveUntil = Dates.EffectiveUntil,
        RecordedUntil = Dates.RecordedUntilDay,
    };

    /// <summary>ITMOs held in each pair at the end of a day.</summary>
    /// <param name="day">The day, not after the effective day of <see cref="Dates"/>.</param>
    public IEnumerable<(BilateralRegistryId Registry, PartyRegistryId HeldIn, UnitRun Units)> HoldingsAtEndOf(DateOnly day) =>
        pairs.SelectMany(p => p.History.HoldingsAtEndOf(day).Select(units => (p.Settings.Registry, p.Settings.OwnRegistry, units)));

    /// <summary>Actions of a calendar year that are reported nowhere, because the first transfer of their units is not resolved.</summary>
    public int LeftOut(int year) => Histories.Sum(h => h.LeftOut.Count(a => a.On.Year == year));
}
