using System.Globalization;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using static JcmInterop.Domain.Tests.World.Sample;

namespace JcmInterop.Domain.Tests.Issuance;

/// <summary>All issuances of the Mongolia-Japan pair that are public: each side issues its own leg, on its own date.</summary>
public sealed class MongoliaTests
{
    private static readonly List<Row> Rows = Read();

    [Fact]
    public void Twelve_notified_lines_sum_to_the_published_totals()
    {
        Rows.Count.ShouldBe(12);
        Rows.Sum(r => r.Total).ShouldBe(129_320);
        Rows.Sum(r => r.ToMongolia).ShouldBe(25_869);
        Rows.Sum(r => r.ToJapan).ShouldBe(103_451);
    }

    [Fact]
    public void Every_leg_is_issued_pending_or_not_applicable_and_both_sides_agree()
    {
        var sides = Issued();

        foreach (var side in new[] { sides.Japan, sides.Partner })
        {
            var legs = side.State.Legs.Values.ToList();
            legs.Count.ShouldBe(24);
            legs.Sum(l => l.Notified.Tonnes).ShouldBe(129_320);
            Tonnes(legs, Mng, LegState.Pending).ShouldBe(6_158);
            Tonnes(legs, Mng, LegState.Issued).ShouldBe(25_869 - 6_158);
            Tonnes(legs, Jpn, LegState.Issued).ShouldBe(103_451);
            legs.Where(l => l.State == LegState.NotApplicable).ShouldHaveSingleItem().ItemKey().ShouldBe("MN-2019-05-17/MN005/JPN");
            legs.Where(l => l.State == LegState.Issued).ShouldAllBe(l => l.Issued == l.Notified);
            side.State.Decisions.Values.ShouldAllBe(d => DecisionComparison.Differences(d.Own!, d.Partner!).Count == 0);
        }

        Held(sides.Japan).ShouldBe(103_451);
        Held(sides.Partner).ShouldBe(25_869 - 6_158);
        sides.LawsHold();
    }

    [Fact]
    public void A_pending_leg_is_issued_later_and_once()
    {
        var sides = Issued();
        var row = Rows.Single(r => r.Line == "MN006");
        sides.Do(sides.Partner, Leg(Mng, row, row.ToMongolia, new DateOnly(2026, 6, 1)));

        sides.Japan.State.Leg(new DecisionId("MN-2026-01-24"), "MN006", Mng)!.Issued.Tonnes.ShouldBe(6_063);
        sides.Try(sides.Partner, Leg(Mng, row, row.ToMongolia, new DateOnly(2026, 6, 1)))!.Rule.ShouldBe(IssuanceRules.AlreadyIssued.Number);
        Held(sides.Partner).ShouldBe(25_869 - 95);
        sides.LawsHold();
    }

    [Fact]
    public void Zero_for_Japan_is_not_issued()
    {
        var sides = Issued();

        sides.Try(sides.Japan, Leg(Jpn, Rows.Single(r => r.Line == "MN005"), 0, null))!.Rule.ShouldBe(IssuanceRules.NothingToIssue.Number);
    }

    [Fact]
    public void Credits_of_before_2021_neither_move_between_registries_nor_count_towards_an_NDC()
    {
        var sides = Issued();
        sides.Do(sides.Japan, new Domain.Authorizations.RecordAuthorization(Authorization(Jpn, JapaneseAuthorization, Mng)));
        var units = new UnitSelection(Account(Jpn, 1), null, new UnitQuantity(1));

        sides.Try(sides.Japan, new ProposeTransfer(sides.NewId(), [units], null, JapaneseAuthorization, null, sides.Now.AddDays(1)))!.Rule.ShouldBe(TransferRules.NoTransferBefore2021.Number);
        sides.Try(sides.Japan, new UseTowardsNdc(units, Account(Jpn, 2), 2025, null))!.Rule.ShouldBe(4001);
        sides.Do(sides.Japan, new CancelUnits(units, Account(Jpn, 3), CancellationPurpose.Voluntary, null, null, null, null));
        sides.LawsHold();
    }

    [Fact]
    public void Another_quantity_issued_by_the_partner_is_a_finding_and_not_corrected()
    {
        var sides = Issued();
        var row = Rows.Single(r => r.Line == "MN006");
        var notice = new LegNotice(row.Decision, row.Line, row.Project, null, [new IssuedBlock(new SerialRange("MNG-JPN-MN006-2020-", 1, 6_064), new Vintage(2020), Account(Mng, 1), Mng)]);
        sides.Japan.Receive(notice, sides.Now).Done().Objection.ShouldBeNull();

        var leg = sides.Japan.State.Leg(row.Decision, row.Line, Mng)!;
        (leg.Issued.Tonnes, leg.Notified.Tonnes).ShouldBe((6_064, 6_063));
    }

    private static TwoSides Issued()
    {
        var sides = Bare(Mng);
        sides.Now = new DateTimeOffset(2026, 6, 4, 0, 0, 0, TimeSpan.Zero);
        foreach (var side in new[] { sides.Japan, sides.Partner })
        {
            foreach (var project in Rows.Select(r => r.Project).Distinct()) sides.Do(side, new RegisterProject(Project(project)));
            foreach (var decision in Rows.GroupBy(r => r.Decision))
            {
                sides.Do(side, new RecordDecision(Decision(decision.Key, Mng, decision.First().DecidedOn,
                    [.. decision.Select(r => Line(r.Project, r.Period, Mng, r.ToMongolia, r.ToJapan, r.Vintage) with { LineId = r.Line })])));
            }
        }

        foreach (var row in Rows)
        {
            if (row.IssuedByMongolia is { } there) sides.Do(sides.Partner, Leg(Mng, row, row.ToMongolia, Row.Day(there)));
            if (row.IssuedByJapan is { } here) sides.Do(sides.Japan, Leg(Jpn, row, row.ToJapan, Row.Day(here)));
        }

        return sides;
    }

    private static IssueLeg Leg(PartyCode party, Row row, long tonnes, DateOnly? on) =>
        new(row.Decision, row.Line, on, [new LegPosting(Account(party, 1), new Vintage(row.Vintage), new UnitQuantity(tonnes), party)]);

    private static long Tonnes(IEnumerable<IssuanceLeg> legs, PartyCode side, LegState state) => legs.Where(l => l.Side == side && l.State == state).Sum(l => l.Notified.Tonnes);

    private static long Held(Side side) => side.State.Totals.Values.Sum(t => t.Held);

    private static List<Row> Read()
    {
        using var text = new StreamReader(typeof(MongoliaTests).Assembly.GetManifestResourceStream("issuances-mongolia.csv")!);
        return [.. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => new Row(line.Split(',')))];
    }

    private sealed class Row(string[] cells)
    {
        public DecisionId Decision { get; } = new(cells[1]);

        public string Line { get; } = cells[2];

        public ProjectReference Project { get; } = new(cells[3]);

        public MonitoringPeriod? Period { get; } = Day(cells[4]) is { } from && Day(cells[5]) is { } to ? new MonitoringPeriod(from, to) : null;

        public DateOnly? DecidedOn { get; } = Day(cells[6]);

        public long Total { get; } = Number(cells[7]);

        public long ToMongolia { get; } = Number(cells[8]);

        /// <summary>The day as the source gives it, which may be unknown; absent where nothing was issued.</summary>
        public string? IssuedByMongolia { get; } = Issued(cells[10]);

        public long ToJapan { get; } = Number(cells[11]);

        /// <summary>As for Mongolia.</summary>
        public string? IssuedByJapan { get; } = Issued(cells[13]);

        public int Vintage { get; } = (int)Number(cells[14]);

        public static DateOnly? Day(string cell) => DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

        private static string? Issued(string cell) => cell is "pending" or "not applicable" ? null : cell;

        private static long Number(string cell) => long.Parse(cell, CultureInfo.InvariantCulture);
    }
}
