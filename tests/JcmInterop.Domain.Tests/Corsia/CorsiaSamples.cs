using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Corsia;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Tests.Corsia;

/// <summary>Blocks with all papers in order, to be spoilt one fact at a time.</summary>
internal static class CorsiaSamples
{
    public static readonly DateTimeOffset AsOf = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly CorsiaLabel FirstEligible = new(CompliancePeriod.First, LabelLevel.Eligible, "CORSIA – First Phase, 2024–2026 Eligible");

    public static HostAuthorization Letter { get; } = new("LOA-1", AuthorizedUses.InternationalMitigation)
    {
        FirstTransferDefinition = FirstTransferDefinition.Issuance, IsPublic = true, IsIssuerRecognised = true,
    };

    public static AdjustmentInsured Policy { get; } = new("CFC", new DateOnly(2026, 1, 1), new DateOnly(2030, 12, 31), new UnitQuantity(69_502), IsDeedSigned: true);

    /// <summary>A Verra block of 69,502 units, reductions of 2022, insured.</summary>
    public static CorsiaBlock Verra { get; } = new(
        "VCS", new SerialRange("13557-", 513_004_457, 513_073_958, "-VCS-VCU-1289"), new UnitQuantity(69_502), "Verra Registry", CorsiaUnitState.Active)
    {
        Activity = "VCS 2366",
        Methodologies = ["VM0042"],
        SectoralScope = 14,
        IsGridRenewable = false,
        FirstCreditingStart = new DateOnly(2018, 4, 1),
        ReductionFrom = new DateOnly(2022, 1, 1),
        ReductionTo = new DateOnly(2022, 12, 31),
        Labels = [FirstEligible],
        Authorization = Letter,
        FirstTransferredOn = new DateOnly(2023, 6, 1),
        Assurances = [Policy],
        SeenAt = AsOf.AddHours(-1),
    };

    /// <summary>A Guyanese block whose adjustment is reported.</summary>
    public static CorsiaBlock Guyana(int year) => Verra with
    {
        Programme = "ART", Registry = "ART Registry", Activity = "ART102", Methodologies = ["TREES"],
        ReductionFrom = new DateOnly(year, 1, 1), ReductionTo = new DateOnly(year, 12, 31), Assurances = [new AdjustmentReported(new DateOnly(2024, 2, 1), true)],
    };

    /// <summary>A JCM block with every paper in order.</summary>
    public static CorsiaBlock Jcm(string partner) => Verra with { Programme = $"JCM-JPN-{partner}", Registry = "JCM Registry", Labels = [] };

    public static IReadOnlyList<CorsiaResult> Assess(CorsiaBlock block, CompliancePeriod period) =>
        CorsiaEligibility.Assess(new CorsiaQuestion(block, period, CorsiaRulePacks.April2026, AsOf, CorsiaJurisdiction.IcaoBaseline));
}
