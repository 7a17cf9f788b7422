using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Aef.Rows;

namespace JcmInterop.Benchmarks.Aef;

/// <summary>A submission of a Party that first transferred many blocks of ten units in one year; rows are made as they are asked for.</summary>
internal static class AefRowsOfBenchmark
{
    private const int UnitsPerBlock = 10;
    private static readonly PartyCode Thailand = new("THA");
    private static readonly CooperativeApproachId Approach = new("CA0099");
    private static readonly PartyRegistryId Registry = new("THA01");

    public static AefDocument Of(int rows) => new(
        new AefSubmission(Thailand, AefSubmissionVersion.First, 2025, new DateOnly(2026, 4, 1), NdcPeriod.Decade2021),
        [Authorization(rows)],
        Enumerable.Range(0, rows).Select(Row),
        [],
        []);

    public static AefActionRow Row(int number) => new(
        new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(number % 365), AefActionType.FirstTransfer, AefActionSubtype.FirstTransferToAnotherParty, Units(number))
    {
        AcquiringParty = PartyCode.Japan,
    };

    private static AefUnits Units(int number)
    {
        var first = ((long)number * UnitsPerBlock) + 1;
        return new AefUnits("TH-A-1", Registry, new ItmoId(Approach, Registry, Thailand, first, new Vintage(2021)), first + UnitsPerBlock - 1, AefMitigationType.EmissionReductions)
        {
            UnderlyingRegistry = "JCM",
            UnderlyingFirst = $"THA-JPN-TH014-2021-{first}",
            UnderlyingLast = $"THA-JPN-TH014-2021-{first + UnitsPerBlock - 1}",
        };
    }

    private static AefAuthorizationRow Authorization(int rows) => new("TH-A-1", new DateOnly(2025, 1, 1), Approach, 1, AefPurpose.Ndc)
    {
        Quantity = new UnitQuantity((long)rows * UnitsPerBlock),
        Sectors = ["Energy generation"],
        ActivityTypes = ["Solar"],
        AuthorizedParties = [PartyCode.Japan],
        OccurredFromYear = 2021,
        OccurredToYear = 2030,
    };
}
