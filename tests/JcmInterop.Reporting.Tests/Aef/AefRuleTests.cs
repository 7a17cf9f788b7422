using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Aef;
using JcmInterop.Reporting.Aef.Checks.Reports;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Aef.Vocabulary;

namespace JcmInterop.Reporting.Tests.Aef;

/// <summary>One workbook per rule that breaks that rule and no other.</summary>
public sealed class AefRuleTests
{
    private static readonly AefDocument Thai = AefSamples.ThaiFile();
    private static readonly AefDocument Japan = AefSamples.JapaneseFile();
    private static readonly CooperativeApproachId OtherApproach = new("CA0098");

    private static readonly Dictionary<string, Func<(AefFile File, AefFile[] Others)>> Cases = new(StringComparer.Ordinal)
    {
        ["SYN00"] = () => (AefBooks.Read("no workbook"u8.ToArray()), []),
        ["SYN01"] = () => (Edited("xl/workbook.xml", "Table 5 Auth. entities", "Entities"), [Book(Thai)]),
        ["SYN02"] = () => (Edited(AefBooks.Actions, "Action subtype", "Subtype of action"), [Book(Thai)]),
        ["SYN03"] = () => (AefBooks.With(Japan, AefTable.Actions, "AuthorizationID", AefCell.Empty), [Book(Thai)]),
        ["SYN04"] = () => (AefBooks.With(Japan, AefTable.Actions, "ActionType", AefCell.OfText("Swap")), [Book(Thai)]),
        ["SYN05"] = () => (AefBooks.With(Japan, AefTable.Submission, "ResultOfConsistencyCheck", AefCell.OfText("fine")), [Book(Thai)]),
        ["SYN06"] = () => (Reordered(), [Book(Thai)]),
        ["SYN07"] = () => (Edited(AefBooks.Holdings, "<mergeCells", "<mergeCells data=\"\"><mergeCell ref=\"B9:C9\"/></mergeCells><mergeCells"), [Book(Thai)]),
        ["SYN08"] = () => (Edited(AefBooks.Holdings, "<v>1009</v>", "<f>1000+9</f><v>1009</v>"), [Book(Thai)]),
        ["SYN09"] = () => (Edited(AefBooks.Holdings, "</sheetData>", "<row r=\"12\"><c r=\"B12\" t=\"inlineStr\"><is><t>left over</t></is></c></row></sheetData>"), [Book(Thai)]),
        ["SYN10"] = () => (AefBooks.Read(AefBooks.WithPart(AefBooks.Bytes(Japan), "xl/vbaProject.bin", output => output.WriteByte(1))), [Book(Thai)]),
        ["SYN11"] = () => (AefBooks.Read(AefBooks.Bytes(AefOldFiles.Japan(2023))), []),
        ["II01"] = () => (Book(Japan), [Book(Thai with { Authorizations = [AefSamples.Authorization() with { AuthorizedParties = [] }] })]),
        ["II02"] = () => (Book(Japan with { Actions = [AefSamples.Acquisition(), AefSamples.Acquisition()] }), [Book(Thai)]),
        ["II03"] = () => (Book(Thai with { Authorizations = [AefSamples.Authorization(), AefSamples.Authorization() with { AuthorizationId = "TH-A-2", ActivityTypes = ["Wind"] }] }), [Book(Japan)]),
        ["II04"] = () => (Book(Japan with { Holdings = [AefSamples.Units() with { Metric = AefMetric.NonGhg }] }), [Book(Thai)]),
        ["II05"] = () => (Book(Japan with { Holdings = [AefSamples.Units() with { UnderlyingLast = null }] }), [Book(Thai)]),
        ["II06"] = () => (Book(Using(AefSamples.Use() with { UsingParty = new PartyCode("USA") })), [Book(Thai)]),
        ["II07"] = () => (Book(Japan with { Holdings = [AefSamples.Units(), OfOtherApproach()] }), [Book(Thai with { Authorizations = [AefSamples.Authorization(), OtherAuthorization()] })]),
        ["STC01"] = () => (Book(Thai with { Submission = Thai.Submission with { ReportedYear = 2024 } }), [Book(Japan)]),
        ["STC02"] = () => (Book(Using(AefSamples.Use() with { UsedForYear = null, Purpose = "CORSIA" })), [Book(Thai)]),
        ["STC03"] = () => (Book(Using(AefSamples.Use(2031))), [Book(Thai)]),
        ["STC04"] = () => (Book(Thai with { Actions = [AefSamples.FirstTransfer() with { Subtype = null }] }), [Book(Japan)]),
        ["ISC01"] = () => (Book(Japan with { Holdings = [AefSamples.Units(last: 1_000)] }), [Book(Thai)]),
        ["LOC01"] = () => (Book(Japan with { Holdings = [AefSamples.Units() with { AuthorizationId = "TH-A-9" }] }), [Book(Thai)]),
        ["LOC02"] = () => (Book(Thai with { Authorizations = [AefSamples.Authorization() with { AuthorizedEntities = ["999"] }] }), [Book(Japan)]),
        ["LOC03"] = () => (Book(Japan with { Holdings = [AefSamples.Units(), AefSamples.Units(first: 1_009, last: 1_010)] }), [Book(Thai)]),
        ["LOC04"] = () => (Book(Using(AefSamples.Use()) with { Holdings = [AefSamples.Units()] }), [Book(Thai)]),
        ["LOC05"] = () => (Book(Japan with { Holdings = [AefSamples.Units() with { MitigationType = AefMitigationType.Removals }] }), [Book(Thai)]),
        ["LOC06"] = () => (AefBooks.With(Japan, AefTable.Holdings, "QuantityCO2", AefCell.OfNumber(1_008)), [Book(Thai)]),
        ["LOC07"] = () => (Book(Thai with { Actions = [AefSamples.FirstTransfer(), AefSamples.FirstTransfer() with { ActedAt = AefSamples.TransferredAt.AddDays(1) }] }), []),
        ["LOC08"] = () => (Book(Japan with { Actions = [AefSamples.Acquisition() with { TransferringParty = null }] }), [Book(Thai)]),
        ["LOC09"] = () => (Book(Japan with { Holdings = [AefSamples.Units("THA01")] }), [Book(Thai)]),
        ["LOC10"] = () => (Book(Japan with { Actions = [AefSamples.Acquisition() with { Subtype = AefActionSubtype.OtherCancellations }] }), [Book(Thai)]),
        ["LOC11"] = () => (Book(Japan), [Book(Japan), Book(Thai)]),
        ["MIR01"] = () => (Book(Thai), [Book(Japan with { Actions = [AefSamples.Acquisition() with { Units = AefSamples.Units(last: 1_000) }] })]),
        ["MIR02"] = () => (Book(Thai), [Book(Japan with { Actions = [AefSamples.Acquisition() with { ActedAt = AefSamples.TransferredAt.AddDays(1) }] })]),
    };

    public static TheoryData<string> Rules => [.. AefRules.All.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_workbook_that_breaks_one_rule_fails_that_rule_only(string rule)
    {
        var (file, others) = Cases[rule]();
        var report = AefCheckReport.Of(rule == "LOC11" ? [.. others, file] : [file, .. others], AefNomenclature.February2026);
        var own = rule == "LOC11" ? report.Files[^1] : report.Files[0];

        own.Findings.Select(f => f.Rule).Distinct().ShouldBe([rule]);
        own.Findings.ShouldAllBe(f => f.Reason.English.Length > 0 && f.Remedy.English.Length > 0 && f.Reason.Japanese.Any(c => c > '\u3000') && f.Remedy.Japanese.Any(c => c > '\u3000'));
        own.Results.ShouldAllBe(r => (r.Result == AefRuleResult.Inconsistent) == (r.Rule == rule));
    }

    [Fact]
    public void Sound_workbooks_of_both_Parties_fail_no_rule()
    {
        var report = AefCheckReport.Of([Book(Thai), Book(Japan)], AefNomenclature.February2026);

        report.Files.ShouldAllBe(f => f.Findings.Count == 0 && f.State == AefFileState.Consistent);
        report.Files[1].Results.Single(r => r.Rule == "ISC01").Result.ShouldBe(AefRuleResult.NotAvailable);
        report.Files[1].Results.Single(r => r.Rule == "MIR01").Result.ShouldBe(AefRuleResult.Consistent);
    }

    [Fact]
    public void Holdings_must_follow_from_those_of_the_year_before()
    {
        var year2024 = Japan with { Submission = Japan.Submission with { ReportedYear = 2024 }, Actions = [], Holdings = [AefSamples.Units(first: 2_000, last: 2_099)] };
        var kept = Japan with { Holdings = [AefSamples.Units(), AefSamples.Units(first: 2_000, last: 2_099)] };
        var appeared = Japan with { Holdings = [AefSamples.Units(), AefSamples.Units(first: 2_000, last: 2_149)] };

        AefBooks.Check(Book(kept), Book(Thai), Book(year2024)).ShouldBeEmpty();
        AefBooks.Check(Book(Japan), Book(Thai), Book(year2024)).ShouldHaveSingleItem().Reason.English.ShouldContain("100 units, serials 2000 to 2099, were held at the end of 2024");
        AefBooks.Check(Book(appeared), Book(Thai), Book(year2024)).ShouldHaveSingleItem().Reason.English.ShouldContain("50 units, serials 2100 to 2149, are held, but were not held");
    }

    [Fact]
    public void Units_that_left_and_are_still_held_are_found()
    {
        var onward = new AefActionRow(AefSamples.TransferredAt.AddDays(3), AefActionType.Transfer, null, AefSamples.Units(first: 100, last: 199)) { AcquiringParty = new PartyCode("KOR") };
        var finding = AefBooks.Check(Book(Japan with { Actions = [AefSamples.Acquisition(), onward] }), Book(Thai)).ShouldHaveSingleItem();

        finding.Rule.ShouldBe("ISC01");
        finding.Reason.English.ShouldContain("100 units, serials 100 to 199, left in Table 3 Actions!I10");
    }

    [Fact]
    public void The_same_underlying_units_under_two_approaches_are_found()
    {
        var again = OfOtherApproach() with { AuthorizationId = "TH-A-2", UnderlyingRegistry = "JCM", UnderlyingFirst = "THA-JPN-TH014-2021-5", UnderlyingLast = "THA-JPN-TH014-2021-14" };
        var findings = AefBooks.Check(Book(Japan with { Holdings = [AefSamples.Units(), again] }), Book(Thai with { Authorizations = [AefSamples.Authorization(), OtherAuthorization()] }));

        findings.ShouldHaveSingleItem().Rule.ShouldBe("II07");
    }

    [Fact]
    public void An_older_version_is_set_aside()
    {
        var revised = Japan with { Submission = Japan.Submission with { Version = new AefSubmissionVersion(1, 1) } };
        var report = AefCheckReport.Of([Book(Japan with { Actions = [] }), Book(revised), Book(Thai)], AefNomenclature.February2026);

        report.Files.Select(f => f.State).ShouldBe([AefFileState.Obsolete, AefFileState.Consistent, AefFileState.Consistent]);
    }

    private static AefFile Book(AefDocument document) => AefBooks.Read(AefBooks.Bytes(document));

    private static AefFile Edited(string part, string from, string to) => AefBooks.Read(AefBooks.Edited(AefBooks.Bytes(Japan), part, from, to));

    private static AefDocument Using(AefActionRow use) => AefSamples.JapaneseFile(AefSamples.Acquisition(), use) with { Holdings = [AefSamples.Units(first: 10)] };

    private static AefUnits OfOtherApproach() =>
        new("TH-A-1", new PartyRegistryId("JPN01"), new ItmoId(OtherApproach, new PartyRegistryId("THA01"), AefSamples.Thailand, 5_000, new Vintage(2021)), 5_009, AefMitigationType.EmissionReductions);

    private static AefAuthorizationRow OtherAuthorization() => AefSamples.Authorization() with { AuthorizationId = "TH-A-2", CooperativeApproach = OtherApproach };

    // Two free-text columns of the holdings change places, headers and values with them.
    private static AefFile Reordered()
    {
        var bytes = AefBooks.Edited(AefBooks.Bytes(Japan), AefBooks.Holdings, "Applicable GWP value(s)", "\u0001");
        bytes = AefBooks.Edited(bytes, AefBooks.Holdings, "Applicable non-GHG metric", "Applicable GWP value(s)");
        return AefBooks.Read(AefBooks.Edited(bytes, AefBooks.Holdings, "\u0001", "Applicable non-GHG metric"));
    }
}
