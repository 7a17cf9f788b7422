using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;

namespace JcmInterop.Reporting.Projections;

/// <summary>The first transfers and uses of one Party, as the corresponding adjustments count them, each with its block and event.</summary>
public static class AdjustmentRecords
{
    /// <summary>First transfers by this Party. One made under an authorization that covers NDC use, to another Party, is for NDC use.</summary>
    public static IReadOnlyList<FirstTransferRecord> FirstTransfers(ActionHistory history) =>
        [.. history.Actions.Where(a => a.Kind == UnitActionKind.FirstTransfer).Select(a =>
            new FirstTransferRecord(a.Units.Vintage, a.Units.Quantity, Purpose(history, a), a.On, Day(a.RecordedAt)) { Origin = Origin(history, a, a.Counterparty) })];

    /// <summary>Uses by this Party towards its NDC.</summary>
    public static IReadOnlyList<UseRecord> Uses(ActionHistory history) =>
        [.. history.Actions.Where(a => a.Disposal?.UsedForYear is not null && a.Kind == UnitActionKind.Use).Select(a =>
            new UseRecord(a.Disposal!.UsedForYear!.Value, a.Units.Vintage, a.Units.Quantity, a.On, Day(a.RecordedAt)) { Origin = Origin(history, a, history.Party) })];

    private static FirstTransferPurpose Purpose(ActionHistory history, UnitAction action) =>
        action.Units.FirstTransfer!.Trigger == FirstTransferTrigger.InternationalTransfer
        && history.AuthorizationOf(action.Units)?.Authorization.Uses.HasFlag(AuthorizedUses.Ndc) != false
            ? FirstTransferPurpose.Ndc
            : FirstTransferPurpose.OtherInternationalMitigation;

    private static AdjustmentOrigin Origin(ActionHistory history, UnitAction action, PartyCode? usingParty) => new()
    {
        Serials = action.Units.Serials,
        Itmo = action.Units.Itmo,
        CooperativeApproach = action.Units.Itmo?.CooperativeApproach,
        TransferringParty = action.Units.Itmo?.FirstTransferringParty,
        UsingParty = usingParty,
        Sector = history.AuthorizationOf(action.Units)?.Authorization.Sectors is { IsEmpty: false } sectors ? string.Join("; ", sectors) : null,
        Authorization = action.Units.FirstTransfer?.Authorization,
        Transfer = action.Transfer,
    };

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
