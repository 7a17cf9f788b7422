using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Units;

namespace JcmInterop.Reporting.Projections;

/// <summary>The first transfers and uses of one Party, as the corresponding adjustments count them.</summary>
public static class AdjustmentRecords
{
    /// <summary>First transfers by this Party. One made under an authorization that covers NDC use, to another Party, is for NDC use.</summary>
    public static IReadOnlyList<FirstTransferRecord> FirstTransfers(ActionHistory history) =>
        [.. history.Actions.Where(a => a.Kind == UnitActionKind.FirstTransfer).Select(a =>
            new FirstTransferRecord(a.Units.Vintage, a.Units.Quantity, Purpose(history, a), a.On, Day(a.RecordedAt)))];

    /// <summary>Uses by this Party towards its NDC.</summary>
    public static IReadOnlyList<UseRecord> Uses(ActionHistory history) =>
        [.. history.Actions.Where(a => a.Disposal?.UsedForYear is not null && a.Kind == UnitActionKind.Use).Select(a =>
            new UseRecord(a.Disposal!.UsedForYear!.Value, a.Units.Vintage, a.Units.Quantity, a.On, Day(a.RecordedAt)))];

    private static FirstTransferPurpose Purpose(ActionHistory history, UnitAction action) =>
        action.Units.FirstTransfer!.Trigger == FirstTransferTrigger.InternationalTransfer
        && history.AuthorizationOf(action.Units)?.Authorization.Uses.HasFlag(AuthorizedUses.Ndc) != false
            ? FirstTransferPurpose.Ndc
            : FirstTransferPurpose.OtherInternationalMitigation;

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
