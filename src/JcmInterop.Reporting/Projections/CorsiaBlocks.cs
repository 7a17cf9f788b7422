using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Corsia;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Units;

namespace JcmInterop.Reporting.Projections;

/// <summary>The unit blocks of a ledger as facts for CORSIA. A JCM credit is a unit of the programme of its pair, never of another programme.</summary>
public static class CorsiaBlocks
{
    /// <summary>One block of facts per unit block on this side; units transferred out belong to the other side's list.</summary>
    /// <param name="state">The ledger.</param>
    /// <param name="settings">This side.</param>
    /// <param name="seenAt">Moment the state was read.</param>
    public static IEnumerable<CorsiaBlock> Of(LedgerState state, LedgerSettings settings, DateTimeOffset seenAt) =>
        state.Blocks.Where(b => b.Status != BlockStatus.TransferredOut).OrderBy(b => b.Serials).Select(b => Block(state, settings, b, seenAt));

    private static CorsiaBlock Block(LedgerState state, LedgerSettings settings, UnitBlock block, DateTimeOffset seenAt)
    {
        var partner = settings.Registry.CounterpartOf(PartyCode.Japan);
        var project = state.Projects.GetValueOrDefault(block.Project);
        var authorization = block.Itmo is { } itmo && block.FirstTransfer is { } first ? state.Authorization(itmo.FirstTransferringParty, first.Authorization) : null;
        return new CorsiaBlock($"JCM-{PartyCode.Japan}-{partner}", block.Serials, block.Quantity, $"JCM registry of {settings.Party}", State(block))
        {
            Activity = block.Project.ToString(),
            Methodologies = project is null ? [] : project.Methodologies,
            ReductionFrom = Inside(block, block.Period)?.From,
            ReductionTo = Inside(block, block.Period)?.To,
            VintageYear = block.Vintage.Year,
            Authorization = authorization is null ? null : Letter(authorization, block),
            FirstTransferredOn = block.FirstTransfer?.On,
            CancelledOn = State(block) == CorsiaUnitState.CancelledForCorsia ? block.Disposal?.On : null,
            SeenAt = seenAt,
        };
    }

    // The days of the reductions of one vintage are the part of the monitoring period inside that year.
    private static MonitoringPeriod? Inside(UnitBlock block, MonitoringPeriod? period)
    {
        if (period is null) return null;
        var (start, end) = (new DateOnly(block.Vintage.Year, 1, 1), new DateOnly(block.Vintage.Year, 12, 31));
        return new MonitoringPeriod(period.From > start ? period.From : start, period.To < end ? period.To : end);
    }

    // Cancelled for CORSIA only where the record names the scheme and an operator; any other cancellation is for something else.
    private static CorsiaUnitState State(UnitBlock block) => block.Status switch
    {
        BlockStatus.Held => CorsiaUnitState.Active,
        BlockStatus.Reserved => CorsiaUnitState.Locked,
        BlockStatus.UsedTowardsNdc => CorsiaUnitState.UsedTowardsNdc,
        BlockStatus.Cancelled => block.Disposal is { Purpose: CancellationPurpose.InternationalMitigation, Entity: not null, PurposeText: { } text }
            && text.Contains("CORSIA", StringComparison.OrdinalIgnoreCase) ? CorsiaUnitState.CancelledForCorsia : CorsiaUnitState.CancelledOtherwise,
        _ => throw new InvalidOperationException($"A block that is {block.Status} is not on this side."),
    };

    private static HostAuthorization Letter(AuthorizationRecord record, UnitBlock block)
    {
        var terms = record.Authorization;
        return new HostAuthorization(terms.Id.ToString(), terms.Uses)
        {
            Activities = terms.Projects.IsEmpty ? null : [.. terms.Projects.Select(p => p.ToString())],
            VintageFirst = terms.VintageFirst.Year,
            VintageFinal = terms.VintageFinal.Year,
            Cap = terms.QuantityCap,
            FirstTransferredBefore = new UnitQuantity(Math.Max(0, record.FirstTransferred.Tonnes - block.Quantity.Tonnes)),
            FirstTransferDefinition = terms.FirstTransferDefinition,
            RevokedOn = record.RevokedOn,
        };
    }
}
