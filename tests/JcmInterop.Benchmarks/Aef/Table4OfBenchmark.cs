using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.StructuredSummary;

namespace JcmInterop.Benchmarks.Aef;

/// <summary>Table 4 of a Party with many blocks of three approaches, four sectors, two partners and ten vintages.</summary>
internal static class Table4OfBenchmark
{
    private static readonly PartyCode Thailand = new("THA");
    private static readonly PartyCode Mongolia = new("MNG");
    private static readonly CooperativeApproachId[] Approaches = [new("CA0097"), new("CA0098"), new("CA0099")];
    private static readonly string[] Sectors = ["Energy generation", "Transportation", "Waste management", "Industrial processes"];

    /// <summary>Makes the records; what is returned computes the table and writes it as JSON and as a workbook.</summary>
    public static Action Prepare(int blocks)
    {
        var transfers = Enumerable.Range(0, blocks).Select(Transfer).ToList();
        return () =>
        {
            var result = CorrespondingAdjustments.Calculate(new AdjustmentInputs(NdcPeriod.Decade2021, AdjustmentMethod.SingleYearAveraging, transfers, []));
            var report = StructuredSummaryBuilder.Build(Thailand, result);
            StructuredSummaryExport.WriteJson(report, Stream.Null);
            StructuredSummaryExport.WriteWorkbook(report, Stream.Null, new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.Zero));
            if (report.Result.PeriodNet != 10m * blocks) throw new InvalidOperationException($"{report.Result.PeriodNet} first transferred.");
        };
    }

    private static FirstTransferRecord Transfer(int number)
    {
        var day = new DateOnly(2024, 1, 1).AddDays(number % 1_000);
        var vintage = 2021 + (number % 10);
        return new FirstTransferRecord(new Vintage(vintage), new UnitQuantity(10), number % 7 == 0 ? FirstTransferPurpose.OtherInternationalMitigation : FirstTransferPurpose.Ndc, day, day)
        {
            Origin = new AdjustmentOrigin
            {
                Serials = new SerialRange($"THA-JPN-TH014-{vintage}-", (number * 10L) + 1, (number * 10L) + 10),
                CooperativeApproach = Approaches[number % Approaches.Length],
                Sector = Sectors[number % Sectors.Length],
                TransferringParty = Thailand,
                UsingParty = number % 11 == 0 ? Mongolia : PartyCode.Japan,
            },
        };
    }
}
