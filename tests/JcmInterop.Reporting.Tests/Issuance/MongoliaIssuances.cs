using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Issuance;

namespace JcmInterop.Reporting.Tests.Issuance;

/// <summary>The published issuances of the Mongolia-Japan JCM as they stood in June 2026.</summary>
internal static class MongoliaIssuances
{
    public static readonly BilateralRegistryId Registry = BilateralRegistryId.Parse("JPN-MNG");
    public static readonly PartyCode Mongolia = new("MNG");
    public static readonly DateOnly AsOf = new(2026, 6, 4);

    public static readonly IReadOnlyDictionary<string, UnitQuantity> ProjectTotals = new Dictionary<string, UnitQuantity>
    {
        ["MN001"] = new(307), ["MN002"] = new(637), ["MN003"] = new(44_299), ["MN004"] = new(53_764), ["MN005"] = new(1), ["MN006"] = new(30_312),
    };

    public static readonly IssuanceDecisionInput[] Decisions =
    [
        Line("MN001", "2015-09-20", "2016-05-15", "2016-09-29", 50, Leg(Mongolia, 10, "2016-09-30"), Leg(PartyCode.Japan, 40, "2016-09-30")),
        Line("MN001", null, null, null, 118, IssuedOnUnknownDay(Mongolia, 24), Leg(PartyCode.Japan, 94, "2018-11-07")),
        Line("MN001", "2018-09-15", "2020-12-31", "2026-01-24", 139, Leg(Mongolia, 29, null), Leg(PartyCode.Japan, 110, "2026-01-30")),
        Line("MN002", "2015-09-15", "2016-05-02", "2016-09-29", 107, Leg(Mongolia, 22, "2016-09-30"), Leg(PartyCode.Japan, 85, "2016-09-30")),
        Line("MN002", null, null, null, 208, IssuedOnUnknownDay(Mongolia, 42), Leg(PartyCode.Japan, 166, "2018-11-29")),
        Line("MN002", "2018-09-15", "2020-12-31", "2026-01-24", 322, Leg(Mongolia, 66, null), Leg(PartyCode.Japan, 256, "2026-01-30")),
        Line("MN003", "2017-08-26", "2018-05-31", "2018-11-06", 8_880, Leg(Mongolia, 1_776, "2018-12-14"), Leg(PartyCode.Japan, 7_104, "2018-12-14")),
        Line("MN003", "2018-06-01", "2020-12-31", "2022-02-08", 35_419, Leg(Mongolia, 7_084, "2022-02-22"), Leg(PartyCode.Japan, 28_335, "2022-02-24")),
        Line("MN004", "2017-01-01", "2017-07-31", "2017-10-24", 8_947, Leg(Mongolia, 1_789, "2017-10-24"), Leg(PartyCode.Japan, 7_158, "2017-10-24")),
        Line("MN004", "2017-08-01", "2020-12-31", "2025-03-27", 44_817, Leg(Mongolia, 8_963, "2025-05-07"), Leg(PartyCode.Japan, 35_854, "2025-04-11")),
        Line("MN005", "2017-12-02", "2018-12-31", "2019-05-17", 1, Leg(Mongolia, 1, "2019-05-17"), Leg(PartyCode.Japan, 0, null)),
        Line("MN006", "2019-07-06", "2020-12-31", "2026-01-24", 30_312, Leg(Mongolia, 6_063, null), Leg(PartyCode.Japan, 24_249, "2026-01-30")),
    ];

    private static IssuanceDecisionInput Line(string project, string? from, string? to, string? decided, long total, params IssuanceLegInput[] legs) =>
        new(project, new MonitoringPeriod(Day(from), Day(to)), Day(decided), new UnitQuantity(total), legs);

    private static IssuanceLegInput Leg(PartyCode side, long notified, string? issuedOn) =>
        new(side, new UnitQuantity(notified), issuedOn is null ? null : new UnitQuantity(notified), Day(issuedOn));

    private static IssuanceLegInput IssuedOnUnknownDay(PartyCode side, long notified) => new(side, new UnitQuantity(notified), new UnitQuantity(notified), null);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd");
}
