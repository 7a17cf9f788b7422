using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Issuance;

namespace JcmInterop.Reporting.Projections;

/// <summary>Decisions and legs of a ledger, as the issuance reconciliation reads them.</summary>
public static class IssuanceInputs
{
    /// <summary>One input per decision line; a decision this side has not recorded itself is taken from the partner's notice.</summary>
    public static IEnumerable<IssuanceDecisionInput> Of(LedgerState state) =>
        from record in state.Decisions.Values.OrderBy(d => d.Id.ToString(), StringComparer.Ordinal)
        let decision = record.Own ?? record.Partner
        where decision is not null
        from line in decision.Lines
        select new IssuanceDecisionInput(
            line.Project.ToString(),
            new MonitoringPeriod(line.Period?.From, line.Period?.To),
            decision.DecidedOn,
            line.Total,
            [.. line.Sides.Select(side => Leg(side, state.Leg(decision.Id, line.LineId, side.Party)))]);

    private static IssuanceLegInput Leg(SideNotification side, IssuanceLeg? leg)
    {
        var isIssued = leg is { State: LegState.Issued };
        return new IssuanceLegInput(side.Party, side.Notified, isIssued ? leg!.Issued : null, isIssued ? leg!.IssuedOn : null)
        {
            Accounts = isIssued
                ? leg!.Blocks.Where(b => b.Beneficiary == side.Party).GroupBy(b => b.Account)
                    .ToDictionary(g => g.Key.ToString(), g => new UnitQuantity(g.Sum(b => b.Serials.Quantity.Tonnes)), StringComparer.Ordinal)
                : new Dictionary<string, UnitQuantity>(StringComparer.Ordinal),
        };
    }
}
