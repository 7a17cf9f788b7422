using System.Text;
using CsCheck;
using JcmInterop.Domain.Corsia;
using JcmInterop.Domain.Units;
using static JcmInterop.Domain.Tests.Corsia.CorsiaSamples;

namespace JcmInterop.Domain.Tests.Corsia;

public sealed class CorsiaPropertyTests
{
    private const int Units = 60;

    private static readonly Gen<CorsiaBlock> Blocks =
        from cap in Gen.Long[0, 2 * Units]
        from used in Gen.Long[0, Units]
        from cover in Gen.Long[0, 2 * Units]
        from hasCap in Gen.Bool
        from state in Gen.Enum<CorsiaUnitState>()
        from year in Gen.Int[2019, 2028]
        select Verra with
        {
            Serials = new SerialRange("X-", 1_001, 1_000 + Units),
            Quantity = new UnitQuantity(Units),
            State = state,
            ReductionFrom = new DateOnly(year, 1, 1),
            ReductionTo = new DateOnly(year, 12, 31),
            Authorization = Letter with { Cap = hasCap ? new UnitQuantity(cap) : null, FirstTransferredBefore = new UnitQuantity(used) },
            Assurances = [Policy with { CoverQuantity = new UnitQuantity(cover) }],
        };

    [Fact]
    public void Splitting_a_block_never_changes_the_verdict_of_a_unit() =>
        Gen.Select(Blocks, Gen.Long[1, Units - 1], Gen.Enum<CompliancePeriod>()).Sample((block, cut, period) =>
        {
            var whole = PerUnit(block, period);
            var left = PerUnit(block.Part(UnitQuantity.Zero, new UnitQuantity(cut)), period);
            var right = PerUnit(block.Part(new UnitQuantity(cut), new UnitQuantity(Units - cut)), period);
            left.Concat(right).ShouldBe(whole);
        });

    [Fact]
    public void The_verdict_is_the_worst_effect_so_adding_a_reason_never_improves_it() =>
        Gen.Select(Blocks, Gen.Enum<CompliancePeriod>()).Sample((block, period) =>
        {
            foreach (var result in Assess(block, period))
            {
                result.Verdict.ShouldBe(result.Reasons.Select(r => r.Effect).DefaultIfEmpty(CorsiaVerdict.Eligible).Max());
            }

            var worse = block with { HasSourceConflict = true, CreditClass = CreditClass.Planned };
            PerUnit(worse, period).Zip(PerUnit(block, period)).ShouldAllBe(p => p.First >= p.Second);
        });

    [Fact]
    public void The_same_question_always_has_the_same_answer() =>
        Gen.Select(Blocks, Gen.Enum<CompliancePeriod>()).Sample((block, period) =>
            Describe(Assess(block, period)).ShouldBe(Describe(Assess(block with { Methodologies = [.. block.Methodologies] }, period))));

    [Fact]
    public void A_jcm_unit_is_never_eligible_whatever_its_papers() =>
        Gen.Select(Blocks, Gen.Enum<CompliancePeriod>(), Gen.Int[0, 3].Select(i => new[] { "MNG", "THA", "IDN", "VNM" }[i])).Sample((block, period, partner) =>
            Assess(block with { Programme = $"JCM-JPN-{partner}" }, period).ShouldAllBe(r =>
                r.Verdict == CorsiaVerdict.NotEligible && r.Reasons.Any(x => x.Code == "PROG_NOT_LISTED")));

    [Fact]
    public void A_rule_pack_with_an_unknown_member_or_a_missing_period_is_refused_by_name()
    {
        Should.Throw<FormatException>(() => CorsiaRulePacks.Read(Encoding.UTF8.GetBytes("{\"surprise\":1}"))).Message.ShouldContain("surprise");
        const string empty = """{"id":"x","edition":"x","editionDate":"2026-01-01","staleAfterDays":1,"snapshotHoursMax":1,"note":"","periods":[],"programmes":[]}""";
        Should.Throw<FormatException>(() => CorsiaRulePacks.Read(Encoding.UTF8.GetBytes(empty))).Message.ShouldContain("Pilot");
    }

    [Fact]
    public void Every_programme_of_the_pack_has_one_entry_per_period_with_a_source()
    {
        var pack = CorsiaRulePacks.April2026;
        pack.Programmes.GroupBy(p => (p.Programme, p.Period)).ShouldAllBe(g => g.Count() == 1);
        pack.Programmes.ShouldAllBe(p => p.Provenance.Source.Length > 0 && (p.Provenance.Kind == "verified" || p.Provenance.Kind == "secondary" || p.Provenance.Kind == "memory" || p.Provenance.Kind == "inference"));
        pack.Programmes.Where(p => p.Programme.StartsWith("JCM-", StringComparison.Ordinal)).ShouldAllBe(p => p.Status == ProgrammeStatus.None);
    }

    private static List<CorsiaVerdict> PerUnit(CorsiaBlock block, CompliancePeriod period) =>
        [.. Assess(block, period).SelectMany(r => Enumerable.Repeat(r.Verdict, (int)r.Quantity.Tonnes))];

    private static string Describe(IReadOnlyList<CorsiaResult> results) =>
        string.Join('\n', results.Select(r => $"{r.Quantity} {r.Verdict} {r.RulePack} {string.Join('|', r.Reasons)}"));
}
