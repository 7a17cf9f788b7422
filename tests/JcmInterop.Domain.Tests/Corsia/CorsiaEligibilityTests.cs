using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Corsia;
using JcmInterop.Domain.Units;
using static JcmInterop.Domain.Tests.Corsia.CorsiaSamples;

namespace JcmInterop.Domain.Tests.Corsia;

/// <summary>One line per case: its number, the block, expected verdict for pilot, first and second phase (E, C or N), and codes that must appear in the first phase.</summary>
public sealed class CorsiaEligibilityTests
{
    private static readonly CorsiaLabel PilotEligible = new(CompliancePeriod.Pilot, LabelLevel.Eligible, "CORSIA – Pilot Phase, 2021–2023 Eligible");
    private static readonly DateOnly Later = new(2024, 1, 1);

    public static TheoryData<int, CorsiaBlock, string, string> Cases => new()
    {
        { 1, Guyana(2021), "CEC", "CA_EVIDENCED" },
        { 2, Guyana(2023), "CEC", "CA_EVIDENCED" },
        { 4, Verra with { ReductionFrom = new(2018, 1, 1), ReductionTo = new(2018, 12, 31), Authorization = null, Assurances = [], Labels = [PilotEligible] }, "ENN", "DATE_MP_BEFORE_WINDOW LABEL_OTHER_PERIOD" },
        { 5, Verra, "NEC", "CA_PENDING_COVERED" },
        { 7, Verra with { Assurances = [Policy with { Insurer = "Nobody" }] }, "NCC", "CA_COVER_NOT_APPROVED" },
        { 9, Verra with { Assurances = [Policy with { CoverTo = new(2026, 6, 30) }] }, "NCC", "CA_COVER_EXPIRED" },
        { 10, Verra with { Authorization = Letter with { Uses = AuthorizedUses.Ndc } }, "NNN", "AUTH_PURPOSE_NDC_ONLY" },
        { 11, Verra with { Authorization = Letter with { Uses = AuthorizedUses.OtherPurposes } }, "NNN", "AUTH_PURPOSE_OTHER_ONLY" },
        { 12, Verra with { Authorization = Letter with { ExcludesCorsia = true } }, "NNN", "AUTH_SCHEME_EXCLUDES_CORSIA" },
        { 13, Verra with { Authorization = Letter with { RevokedOn = new(2022, 12, 1) } }, "NNN", "AUTH_REVOKED_PRE_FT" },
        { 14, Verra with { Authorization = Letter with { RevokedOn = Later } }, "NEC", "AUTH_REVOKED_POST_FT" },
        { 15, Verra with { Authorization = Letter with { RevokedOn = Later, TermsReachFirstTransferred = true } }, "NCC", "AUTH_REVOKED_POST_FT" },
        { 16, Verra with { Methodologies = ["AMS-II.G"] }, "NNN", "ACT_METHOD_EXCLUDED LABEL_CONFLICT" },
        { 17, Verra with { Methodologies = ["VM0050"], ReductionFrom = new(2023, 1, 1), ReductionTo = new(2023, 12, 31) }, "NEC", "" },
        { 19, Verra with { IsGridRenewable = true, CapacityMegawatts = 15.0m }, "NEC", "" },
        { 20, Verra with { IsGridRenewable = true, CapacityMegawatts = 15.01m }, "NNN", "ACT_SCALE_EXCLUDED" },
        { 22, Verra with { IsGridRenewable = true }, "NCC", "ACT_DATA_MISSING" },
        { 23, Verra with { SectoralScope = 16 }, "NNN", "ACT_SCOPE_EXCLUDED" },
        { 24, Verra with { FirstCreditingStart = new(2015, 12, 31) }, "NNN", "DATE_FCP_BEFORE_2016" },
        { 25, Verra with { FirstCreditingStart = new(2016, 1, 1), ReductionFrom = new(2021, 1, 1), ReductionTo = new(2021, 12, 31) }, "NEC", "" },
        { 26, Verra with { FirstCreditingStart = null }, "NCC", "DATE_FCP_UNKNOWN" },
        { 28, Verra with { ReductionFrom = new(2026, 7, 1), ReductionTo = new(2027, 6, 30) }, "NCC", "DATE_MP_STRADDLES" },
        { 29, Verra with { CreditClass = CreditClass.Planned }, "NNN", "UNIT_EXANTE" },
        { 30, Verra with { CreditClass = CreditClass.Buffer }, "NNN", "UNIT_BUFFER" },
        { 31, Guyana(2024) with { Programme = "ACR", Registry = "ACR Registry", Authorization = null, Labels = [new(null, LabelLevel.Unspecified, "corsiaEligible: true")] }, "NCC", "LABEL_UNSPECIFIED AUTH_MISSING" },
        { 131, Guyana(2024) with { Programme = "ACR", Registry = "ACR Registry", Authorization = null, Host = HostStanding.NotParty }, "NNN", "AUTH_REFUSED" },
        { 32, Verra with { State = CorsiaUnitState.Converted }, "NNN", "REG_CONVERTED" },
        { 33, Verra with { State = CorsiaUnitState.CancelledForCorsia }, "NNN", "USE_ALREADY_CANCELLED_CORSIA" },
        { 34, Verra with { State = CorsiaUnitState.CancelledOtherwise }, "NNN", "REG_CANCELLED_OTHER" },
        { 35, Jcm("MNG"), "NNN", "PROG_NOT_LISTED" },
        { 36, Jcm("THA"), "NNN", "PROG_NOT_LISTED" },
        { 37, Jcm("MNG") with { State = CorsiaUnitState.UsedTowardsNdc }, "NNN", "USE_NDC_RETIRED PROG_NOT_LISTED" },
        { 40, Guyana(2019) with { Programme = "CDM", Registry = "CDM Registry", Labels = [PilotEligible] }, "CNN", "PROG_NOT_FOR_PERIOD DATE_MP_BEFORE_WINDOW" },
        { 43, Verra with { Authorization = Letter with { IsPublic = false } }, "NCC", "AUTH_NOT_PUBLIC" },
        { 44, Verra with { Authorization = Letter with { FirstTransferDefinition = FirstTransferDefinition.UseOrCancellation } }, "NEC", "CA_PENDING_COVERED" },
        { 45, Verra with { Authorization = Letter with { FirstTransferDefinition = null } }, "NCC", "AUTH_FT_UNDEFINED" },
        { 46, Guyana(2022) with { Assurances = [new DoubleClaimFound(Later)] }, "NNN", "CA_FAILED_DOUBLE_CLAIM" },
        { 48, Verra with { Authorization = Letter with { VintageFirst = 2023 } }, "NNN", "AUTH_SCOPE_MISMATCH" },
        { 148, Verra with { Authorization = Letter with { Activities = ["VCS 1"] } }, "NNN", "AUTH_SCOPE_MISMATCH" },
        { 49, Verra with { Quantity = new(69_503) , Assurances = [Policy with { CoverQuantity = new(80_000) }] }, "NCC", "REG_QTY_MISMATCH" },
        { 50, Verra with { Serials = null }, "NCC", "REG_SERIAL_MALFORMED" },
        { 51, Verra with { SeenAt = AsOf.AddHours(-25) }, "NCC", "DATA_STALE" },
        { 60, Verra with { State = CorsiaUnitState.Tokenised }, "NNN", "REG_TOKENISED" },
        { 61, Verra with { Registry = "Elsewhere" }, "NNN", "REG_NOT_DESIGNATED" },
        { 62, Verra with { State = CorsiaUnitState.Locked }, "NCC", "REG_LOCKED" },
        { 63, Verra with { Overlap = OverlapFinding.SerialRange }, "NCC", "REG_SERIAL_OVERLAP" },
        { 64, Verra with { Overlap = OverlapFinding.Proven }, "NNN", "DOUBLE_ISSUANCE_SUSPECTED" },
        { 65, Verra with { Labels = [] }, "NCC", "LABEL_ABSENT" },
        { 66, Verra with { Labels = [new(CompliancePeriod.First, LabelLevel.Scope, "Scope")] }, "NCC", "LABEL_SCOPE_ONLY" },
        { 67, Verra with { Assurances = [] }, "NCC", "CA_PENDING_UNCOVERED" },
        { 68, Verra with { Assurances = [Policy with { IsDeedSigned = false }] }, "NCC", "CA_DEED_UNSIGNED" },
        { 69, Verra with { ReductionFrom = null, ReductionTo = null, VintageYear = 2022 }, "NEC", "" },
        { 70, Verra with { ReductionFrom = null, ReductionTo = null }, "CCC", "DATE_MP_UNKNOWN" },
        { 71, Verra with { Authorization = Letter with { IsIssuerRecognised = false } }, "NCC", "AUTH_ISSUER_UNRECOGNISED" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_case_has_its_verdict_per_period_and_names_its_reasons(int number, CorsiaBlock block, string verdicts, string codes)
    {
        var results = new[] { CompliancePeriod.Pilot, CompliancePeriod.First, CompliancePeriod.SecondFirst }.Select(p => Assess(block, p).ShouldHaveSingleItem()).ToList();

        string.Concat(results.Select(r => "ECN"[(int)r.Verdict])).ShouldBe(
            verdicts, $"case {number}: {string.Join(" | ", results.Select(r => string.Join(' ', r.Reasons.Select(x => x.Code))))}");
        foreach (var code in codes.Split(' ', StringSplitOptions.RemoveEmptyEntries)) results[1].Reasons.ShouldContain(r => r.Code == code, $"case {number}");
    }

    [Fact]
    public void A_block_beyond_its_insurance_cover_is_split_where_the_cover_ends()
    {
        var results = Assess(Verra with { Assurances = [Policy with { CoverQuantity = new UnitQuantity(60_000) }] }, CompliancePeriod.First);

        results.Select(r => (r.Quantity.Tonnes, r.Verdict)).ShouldBe([(60_000L, CorsiaVerdict.Eligible), (9_502, CorsiaVerdict.Conditional)]);
        results[1].Part.Serials!.First.ShouldBe(513_064_457);
        results[1].Reasons.ShouldContain(r => r.Code == "CA_COVER_SHORT");
    }

    [Fact]
    public void A_block_beyond_the_cap_of_its_authorization_is_split_where_the_cap_ends()
    {
        var block = Guyana(2022) with
        {
            Serials = new SerialRange("ART-", 1, 80_000), Quantity = new UnitQuantity(80_000),
            Authorization = Letter with { Cap = new UnitQuantity(1_000_000), FirstTransferredBefore = new UnitQuantity(950_000) },
        };

        var results = Assess(block, CompliancePeriod.First);

        results.Select(r => (r.Quantity.Tonnes, r.Verdict)).ShouldBe([(50_000L, CorsiaVerdict.Eligible), (30_000, CorsiaVerdict.NotEligible)]);
        results[1].Reasons.ShouldContain(r => r.Code == "AUTH_QTY_EXCEEDED");
    }

    [Fact]
    public void A_double_claim_after_a_valid_cancellation_informs_and_does_not_undo()
    {
        var block = Guyana(2022) with { CancelledOn = new DateOnly(2024, 1, 1), Assurances = [new AdjustmentReported(new DateOnly(2023, 1, 1), true), new DoubleClaimFound(new DateOnly(2025, 1, 1))] };

        var result = Assess(block, CompliancePeriod.First).Single();

        result.Verdict.ShouldBe(CorsiaVerdict.Eligible);
        result.Reasons.ShouldContain(r => r.Code == "CA_FAILED_AFTER_USE");
    }

    [Fact]
    public void A_conditional_programme_and_an_old_rule_pack_are_never_eligible()
    {
        var pack = CorsiaRulePacks.April2026;
        var conditional = pack with { Programmes = [.. pack.Programmes.Select(p => p.Programme == "VCS" ? p with { Status = ProgrammeStatus.Conditional } : p)] };

        Ask(conditional, AsOf, CorsiaJurisdiction.IcaoBaseline).Reasons.ShouldContain(r => r.Code == "PROG_CONDITIONAL_ONLY" && r.Effect == CorsiaVerdict.NotEligible);
        Ask(pack with { EditionDate = new DateOnly(2024, 1, 1) }, AsOf, CorsiaJurisdiction.IcaoBaseline).Reasons.ShouldContain(r => r.Code == "DATA_RULEPACK_STALE");
        Ask(pack, AsOf, CorsiaJurisdiction.EuropeanUnion).Verdict.ShouldBe(CorsiaVerdict.Conditional);
    }

    [Fact]
    public void A_unit_of_another_programme_on_the_same_activity_is_judged_by_that_programme()
    {
        var pack = CorsiaRulePacks.April2026;
        var withThailand = pack with
        {
            Programmes = [.. pack.Programmes, new ProgrammePeriod("PREMIUM-T-VER", CompliancePeriod.First, ProgrammeStatus.Approved, new RuleProvenance("verified", "test")) { Registry = "TGO" }],
        };
        var block = Guyana(2022) with { Programme = "PREMIUM-T-VER", Registry = "TGO" };

        CorsiaEligibility.Assess(new CorsiaQuestion(block, CompliancePeriod.First, withThailand, AsOf, CorsiaJurisdiction.IcaoBaseline)).Single().Verdict.ShouldBe(CorsiaVerdict.Eligible);
    }

    [Fact]
    public void Every_reason_has_sentences_in_both_languages_and_a_basis()
    {
        var reasons = Cases.SelectMany(c => Enum.GetValues<CompliancePeriod>().SelectMany(p => Assess(c.Data.Item2, p))).SelectMany(r => r.Reasons);
        foreach (var reason in reasons)
        {
            reason.English.ShouldEndWith(".");
            reason.Japanese.ShouldEndWith("。");
            reason.FollowsFrom.ShouldNotBeNullOrWhiteSpace();
        }
    }

    private static CorsiaResult Ask(CorsiaRulePack pack, DateTimeOffset asOf, CorsiaJurisdiction jurisdiction) =>
        CorsiaEligibility.Assess(new CorsiaQuestion(Verra, CompliancePeriod.First, pack, asOf, jurisdiction)).Single();
}
