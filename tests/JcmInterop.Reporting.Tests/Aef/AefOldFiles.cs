using JcmInterop.Reporting.Aef;
using JcmInterop.Reporting.Aef.Fields;

namespace JcmInterop.Reporting.Tests.Aef;

/// <summary>Submissions in version 1 of the format.</summary>
internal static class AefOldFiles
{
    /// <summary>Japan holds 100 units at the end of a year, acquired in it.</summary>
    public static AefFile Japan(int year) => new(
        AefVersion1.Fields,
        new Dictionary<AefTable, IReadOnlyList<AefRecord>>
        {
            [AefTable.Submission] = [Record(AefTable.Submission, ("ParticipatingParty", AefCell.OfText("Japan")), ("ReportedYear", AefCell.OfNumber(year)))],
            [AefTable.Actions] =
            [
                Record(AefTable.Actions, [.. Units(), ("ActionDateTime", AefCell.OfDate(new DateOnly(year, 6, 1))), ("ActionType", AefCell.OfText("Acquisition")), ("TransferringPartyID", AefCell.OfText("Thailand"))]),
            ],
            [AefTable.Holdings] = [Record(AefTable.Holdings, [.. Units()])],
        },
        []);

    private static IEnumerable<(string, AefCell)> Units() =>
    [
        ("CooperativeApproachID", AefCell.OfText("CA0099")), ("FirstID", AefCell.OfText("CA0099-THA01-THA-5001-2021")), ("LastID", AefCell.OfText("CA0099-THA01-THA-5100-2021")),
        ("Metric", AefCell.OfText("GHG")), ("QuantityCO2", AefCell.OfNumber(100)), ("FirstTransferringPartyID", AefCell.OfText("Thailand")), ("Vintage", AefCell.OfNumber(2021)),
        ("Sectors", AefCell.OfText("Energy")), ("DateOfAuthorization", AefCell.OfDate(new DateOnly(2022, 1, 1))), ("AuthorizationID", AefCell.OfText("TH-A-1")),
        ("PurposeForAuthorization", AefCell.OfText("NDC")),
    ];

    private static AefRecord Record(AefTable table, params (string Field, AefCell Cell)[] values)
    {
        var layout = AefVersion1.Fields[table];
        var cells = new AefCell[layout.Fields.Count];
        foreach (var (field, cell) in values) cells[layout.IndexOf(field)] = cell;
        return new AefRecord(layout, 0, cells, (_, _) => table.ToString());
    }
}
