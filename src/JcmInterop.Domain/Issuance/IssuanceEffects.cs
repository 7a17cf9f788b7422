using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Issuance;

/// <summary>What issuance events do to the state.</summary>
internal static class IssuanceEffects
{
    /// <summary>The series that numbers the units of one printed form.</summary>
    public static string SerialSeries(SerialRange serials) => $"serial {serials.Form}";

    public static LedgerState Apply(LedgerState state, DecisionRecorded e)
    {
        var record = state.Decisions.GetValueOrDefault(e.Decision.Id) ?? new DecisionRecord(e.Decision.Id, null, null);
        state = state.Put(record with { Own = e.Decision });
        foreach (var line in e.Decision.Lines)
        {
            foreach (var side in line.Sides)
            {
                var leg = state.Leg(e.Decision.Id, line.LineId, side.Party);
                var expected = side.Notified.IsZero ? LegState.NotApplicable : LegState.Pending;
                state = state.Put(leg is null
                    ? new IssuanceLeg(e.Decision.Id, line.LineId, side.Party, line.Project, side.Notified, expected, UnitQuantity.Zero, null, [])
                    : leg with { Notified = side.Notified, State = leg.Issued.IsZero ? expected : leg.State });
            }
        }

        return state;
    }

    public static LedgerState Apply(LedgerState state, DecisionNotified e)
    {
        var record = state.Decisions.GetValueOrDefault(e.Decision.Id) ?? new DecisionRecord(e.Decision.Id, null, null);
        return state.Put(record with { Partner = e.Decision });
    }

    public static LedgerState Apply(LedgerState state, LegIssued e)
    {
        foreach (var issued in e.Blocks)
        {
            state = state
                .CountNew(e.Project, issued.Vintage, issued.Serials.Quantity.Tonnes, acquired: 0)
                .AddBlock(new UnitBlock(issued.Serials, e.Issuer, e.Project, issued.Vintage, e.Period, issued.Account, BlockStatus.Held))
                .Advance(SerialSeries(issued.Serials), issued.Serials.Quantity.Tonnes);
        }

        var leg = state.Leg(e.Decision, e.LineId, e.Issuer) ?? throw new LedgerDefectException($"No leg of {e.Issuer} under {e.Decision}/{e.LineId}.");
        var quantity = new UnitQuantity(e.Blocks.Where(b => b.Beneficiary == e.Issuer).Sum(b => b.Serials.Quantity.Tonnes));
        return state.Put(leg with { State = quantity.IsZero ? leg.State : LegState.Issued, Issued = quantity, IssuedOn = e.IssuedOn, Blocks = e.Blocks });
    }

    public static LedgerState Apply(LedgerState state, PartnerLegIssued e)
    {
        var leg = state.Leg(e.Decision, e.LineId, e.Issuer)
            ?? new IssuanceLeg(e.Decision, e.LineId, e.Issuer, e.Project, UnitQuantity.Zero, LegState.Pending, UnitQuantity.Zero, null, []);
        return state.Put(leg with { State = e.Issued.IsZero ? leg.State : LegState.Issued, Issued = e.Issued, IssuedOn = e.IssuedOn, Blocks = e.Blocks });
    }
}
