using System.Text.Json;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Corsia;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Aef;
using JcmInterop.Reporting.Aef.Checks;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Corsia;
using JcmInterop.Reporting.Issuance;
using JcmInterop.Reporting.Projections;

namespace JcmInterop.Reporting.Tests.Projections;

public sealed class LedgerProjectionTests
{
    private static readonly DateTimeOffset December = new(2025, 12, 1, 3, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset NextYear = new(2026, 2, 1, 3, 0, 0, TimeSpan.Zero);
    private readonly RecordedWorld world = Traded();

    [Fact]
    public void Both_parties_files_mirror_and_pass_every_check()
    {
        var (japan, thailand) = (File(world.Sides.Japan, 2025), File(world.Sides.Partner, 2025));

        AefChecker.Check(japan, [thailand], AefNomenclature.February2026).ShouldBeEmpty();
        AefChecker.Check(thailand, [japan], AefNomenclature.February2026).ShouldBeEmpty();
        foreach (var field in new[] { "FirstID", "LastID", "QuantityCO2", "Metric", "Vintage", "AuthorizationID", "ActionDateTime" })
            japan[AefTable.Actions][0][field].ShouldBe(thailand[AefTable.Actions][0][field]);
        thailand[AefTable.Actions].Select(Words).ShouldBe(["First transfer/First transfer to another Party/1009"]);
        japan[AefTable.Actions].Select(Words).ShouldBe(["Acquisition//1009", "Use//9"]);
    }

    [Fact]
    public void Holdings_are_those_at_the_end_of_the_year_and_later_actions_belong_to_the_next()
    {
        var japan2025 = Document(world.Sides.Japan, 2025);
        var japan2026 = Document(world.Sides.Japan, 2026);

        japan2025.Holdings.Sum(h => h.Quantity.Tonnes).ShouldBe(1_000);
        japan2026.Holdings.Sum(h => h.Quantity.Tonnes).ShouldBe(900);
        japan2026.Actions.ShouldHaveSingleItem().Type.ShouldBe(AefActionType.VoluntaryCancellation);
        Document(world.Sides.Partner, 2025).Holdings.ShouldBeEmpty();
    }

    [Fact]
    public void Units_never_first_transferred_are_reported_nowhere()
    {
        var thailand = Document(world.Sides.Partner, 2025);

        thailand.Actions.Sum(a => a.Units.Quantity.Tonnes).ShouldBe(1_009);
        world.Sides.Partner.State.Blocks.Where(b => b.FirstTransfer is null).Sum(b => b.Quantity.Tonnes).ShouldBe(9_051);
    }

    [Fact]
    public void A_correction_recorded_later_does_not_change_what_was_known_before()
    {
        var journal = world.Journal(world.Sides.Japan);

        var asKnownInJanuary = ActionHistory.Read(world.Sides.Japan.Settings.Party, journal, recordedUntil: new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var asKnownNow = ActionHistory.Read(world.Sides.Japan.Settings.Party, journal);

        asKnownInJanuary.HoldingsAtEndOf(new DateOnly(2026, 12, 31)).Sum(h => h.Quantity.Tonnes).ShouldBe(1_000);
        asKnownNow.HoldingsAtEndOf(new DateOnly(2026, 12, 31)).Sum(h => h.Quantity.Tonnes).ShouldBe(900);
    }

    [Fact]
    public void The_host_adds_its_first_transfers_and_the_user_subtracts_its_uses()
    {
        var host = Adjust(world.Sides.Partner);
        var user = Adjust(world.Sides.Japan);

        host[2021].FirstTransferredForNdc.ShouldBe(1_009);
        host[2021].CorrespondingAdjustment.ShouldBe(1_009);
        user[2025].Used.ShouldBe(9);
        user.PeriodNet.ShouldBe(-9);
    }

    [Fact]
    public void An_adjustment_opens_to_the_blocks_and_transfers_of_both_sides()
    {
        var host = AdjustmentOpening.Of(Adjust(world.Sides.Partner), 2021, AdjustmentFigure.FirstTransferredForNdc);
        var user = AdjustmentOpening.Of(Adjust(world.Sides.Japan), 2025, AdjustmentFigure.Used);

        host.Contributions.Sum(c => c.Origin.Serials!.Quantity.Tonnes).ShouldBe(1_009);
        host.Contributions.ShouldAllBe(c => world.Sides.Japan.State.Transfers.ContainsKey(c.Origin.Transfer!.Value) && c.Origin.UsingParty == PartyCode.Japan);
        var used = user.Contributions.ShouldHaveSingleItem();
        host.Contributions.ShouldContain(c => c.Origin.Serials!.Contains(used.Origin.Serials!) && c.Origin.CooperativeApproach == used.Origin.CooperativeApproach);
        used.Origin.TransferringParty.ShouldBe(world.Sides.Partner.Settings.Party);
        AdjustmentOverlap.Find(Adjust(world.Sides.Partner)).ShouldBeEmpty();
    }

    [Fact]
    public void The_issuance_report_reads_decisions_and_legs_from_the_ledger()
    {
        var report = IssuanceReconciliation.Report(
            world.Sides.Japan.Settings.Registry, IssuanceInputs.Of(world.Sides.Japan.State), new Dictionary<string, UnitQuantity>(), new DateOnly(2025, 12, 31));

        report.Total.Notified.Tonnes.ShouldBe(10_120);
        report.Total.Issued.Tonnes.ShouldBe(10_120);
        report.Findings.ShouldBeEmpty();
        report.Lines.SelectMany(l => l.Legs).Count(l => l.State == IssuanceLegState.NotApplicable).ShouldBe(1);
    }

    [Fact]
    public void Every_block_of_the_ledger_gets_a_corsia_verdict_and_none_is_eligible()
    {
        var state = world.Sides.Japan.State;
        var report = CorsiaReport.Of(CorsiaBlocks.Of(state, world.Sides.Japan.Settings, NextYear), CorsiaRulePacks.April2026, NextYear);
        using var stream = new MemoryStream();
        CorsiaReportExport.WriteJson(report, stream);

        report.Lines.Count.ShouldBe(3 * state.Blocks.Count());
        report.Lines.ShouldAllBe(l => l.Result.Verdict == CorsiaVerdict.NotEligible && l.Result.Reasons[0].Code == "PROG_NOT_LISTED");
        report.Lines.Where(l => l.Result.Part.State == CorsiaUnitState.UsedTowardsNdc).ShouldAllBe(l => l.Result.Reasons.Any(r => r.Code == "USE_NDC_RETIRED"));
        using var json = JsonDocument.Parse(stream.ToArray());
        json.RootElement.GetProperty("results").GetArrayLength().ShouldBe(report.Lines.Count);
        CorsiaReportExport.Table(report).Rows.Count.ShouldBe(report.Lines.Count);
    }

    private static RecordedWorld Traded()
    {
        var traded = new RecordedWorld(Sample.Thailand());
        var (japan, thailand) = (traded.Sides.Japan, traded.Sides.Partner);
        var id = TwoSides.Id(901);
        var account = Sample.Account(Sample.Jpn, 1);
        traded.Do(thailand, new ProposeTransfer(id, [Sample.Of901(1, 1_009)], account, Sample.ThaiAuthorization, null, December.AddDays(10)), December);
        traded.Do(japan, new AcceptTransfer(id, account, null), December.AddHours(1));
        traded.Do(japan, new UseTowardsNdc(new UnitSelection(account, Sample.Serials901(1, 9)), Sample.Account(Sample.Jpn, 2), 2025, null), December.AddDays(5));
        traded.Do(japan, new CancelUnits(new UnitSelection(account, Sample.Serials901(500, 599)), Sample.Account(Sample.Jpn, 3), CancellationPurpose.Voluntary, null, null, null, null), NextYear);
        traded.Sides.LawsHold();
        return traded;
    }

    private AefDocument Document(Side side, int year) =>
        new AefSubmissionBuilder(side.Settings, ActionHistory.Read(side.Settings.Party, world.Journal(side))).Build(
            new AefSubmission(side.Settings.Party, AefSubmissionVersion.First, year, new DateOnly(year + 1, 4, 1), NdcPeriod.Decade2021));

    private AefFile File(Side side, int year) => AefFile.Of(Document(side, year), AefVersion2.Fields, AefProfile.Checker);

    private AdjustmentResult Adjust(Side side)
    {
        var history = ActionHistory.Read(side.Settings.Party, world.Journal(side));
        return CorrespondingAdjustments.Calculate(new AdjustmentInputs(
            NdcPeriod.Decade2021, AdjustmentMethod.MultiYear, AdjustmentRecords.FirstTransfers(history), AdjustmentRecords.Uses(history)));
    }

    private static string Words(AefRecord record) => $"{record["ActionType"]}/{(record["ActionSubtype"].ToString() is "First international transfer" ? "First transfer to another Party" : record["ActionSubtype"])}/{record["QuantityCO2"]}";
}
