using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Reporting.Imports;

namespace JcmInterop.Reporting.Records;

/// <summary>Checks the fields of one row of another system against each other.</summary>
internal static class BlockChecks
{
    private static readonly (RecordField Field, Func<BlockRecord, DateOnly?> Day, string Name)[] Order =
    [
        (RecordField.IssuedOn, r => r.IssuedOn, "the issuance"), (RecordField.TransferredOn, r => r.TransferredOn, "the transfer"), (RecordField.UsedOn, r => r.UsedOn, "the use"),
    ];

    public static void Check(RecordRow row, BlockRecord record)
    {
        if (record.Metric == AdjustmentMetric.TonnesCo2Equivalent && record.Quantity != record.Serials.Quantity)
            row.Fault(RecordField.Quantity, ImportProblem.Sum("The serials", "識別番号の個数", record.Serials.Quantity.Tonnes, record.Quantity.Tonnes));
        CheckAuthorization(row, record);
        CheckNeeded(row, record);
        CheckEnds(row, record);
        CheckDays(row, record);
    }

    private static void CheckAuthorization(RecordRow row, BlockRecord record)
    {
        if (record.Status != AuthorizationStatus.Authorized) return;
        const string because = "the units are authorized";
        const string japanese = "承認済みの単位です";
        if (record.AuthorizedOn is null) row.Fault(RecordField.AuthorizedOn, RecordProblem.Needed(because, japanese));
        if (record.Uses == AuthorizedUses.None) row.Fault(RecordField.Uses, RecordProblem.Needed(because, japanese));
    }

    private static void CheckNeeded(RecordRow row, BlockRecord record)
    {
        if (record is { TransferredOn: not null, AcquiringParty: null }) row.Fault(RecordField.AcquiringParty, RecordProblem.Needed("there is a day of transfer", "移転日があります"));
        if (record is { CancelledOn: not null, CancellationPurpose: null }) row.Fault(RecordField.CancellationPurpose, RecordProblem.Needed("there is a day of cancellation", "取消日があります"));
        if (record is { UsedOn: not null, UsedForYear: null }) row.Fault(RecordField.UsedForYear, RecordProblem.Needed("there is a day of use", "使用日があります"));
        if (record.TransferredOn is not null && record.AcquiringParty == record.Party) row.Fault(RecordField.AcquiringParty, RecordProblem.SameParty);
        if (record is { UsedOn: not null, UsingParty: null, AcquiringParty: null }) row.Fault(RecordField.UsingParty, RecordProblem.Needed("there is a day of use and no acquiring Party", "使用日があり、取得国がありません"));
    }

    private static void CheckEnds(RecordRow row, BlockRecord record)
    {
        if (record is { UsedOn: not null, CancelledOn: not null }) row.Fault(RecordField.CancelledOn, RecordProblem.Both(row.Header(RecordField.UsedOn)));
        if (record.ToAdaptationFundOn is null) return;
        foreach (var (field, day) in new[] { (RecordField.UsedOn, record.UsedOn), (RecordField.CancelledOn, record.CancelledOn), (RecordField.TransferredOn, record.TransferredOn) })
            if (day is not null)
                row.Fault(RecordField.ToAdaptationFundOn, RecordProblem.Both(row.Header(field)));
    }

    private static void CheckDays(RecordRow row, BlockRecord record)
    {
        if (record.IssuedOn?.Year < record.Vintage.Year) row.Fault(RecordField.IssuedOn, RecordProblem.BeforeVintage(record.Vintage.Year));
        (RecordField Field, DateOnly? Day)[] ends = [(RecordField.CancelledOn, record.CancelledOn), (RecordField.ToAdaptationFundOn, record.ToAdaptationFundOn)];
        var all = Order.Select(o => (o.Field, Day: o.Day(record), o.Name)).ToList();
        for (var i = 0; i < all.Count; i++)
        {
            foreach (var later in all.Skip(i + 1).Select(o => (o.Field, o.Day)).Concat(ends))
                if (later.Day < all[i].Day)
                    row.Fault(later.Field, RecordProblem.BeforeOther(all[i].Name, row.Header(all[i].Field)));
        }
    }
}
