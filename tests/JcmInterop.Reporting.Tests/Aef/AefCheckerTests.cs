using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Aef;
using JcmInterop.Reporting.Aef.Checks;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Tests.Aef;

public sealed class AefCheckerTests
{
    private static readonly AefDocument Thai = AefSamples.ThaiFile();
    private static readonly AefDocument Japanese = AefSamples.JapaneseFile();

    public static TheoryData<string> Profiles => [.. AefProfile.All.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Twin_files_of_one_transfer_have_no_findings(string profile)
    {
        Check(Thai, Japanese, profile).ShouldBeEmpty();
        Check(Japanese, Thai, profile).ShouldBeEmpty();
    }

    public static TheoryData<string, string, AefDocument, AefDocument> Faults => new()
    {
        { "II01", "Table 3 Actions!E9", Japanese, Thai with { Authorizations = [AefSamples.Authorization() with { AuthorizedParties = [] }] } },
        { "II02", "Table 3 Actions!I10", Thai with { Actions = [AefSamples.FirstTransfer(), AefSamples.FirstTransfer()] }, Japanese },
        { "II03", "Table 2 Authorizations!L10", Thai with { Authorizations = [AefSamples.Authorization(), AefSamples.Authorization() with { AuthorizationId = "TH-A-2", ActivityTypes = ["Wind"] }] }, Japanese },
        { "II04", "Table 4 Holdings!M9", Japanese with { Holdings = [AefSamples.Units() with { Metric = AefMetric.NonGhg }] }, Thai },
        { "II05", "Table 4 Holdings!K9", Japanese with { Holdings = [AefSamples.Units() with { UnderlyingLast = null }] }, Thai },
        { "II05", "Table 4 Holdings!J9", Japanese with { Holdings = [AefSamples.Units(first: 10, last: 19) with { UnderlyingFirst = "THA-JPN-TH014-2021-11", UnderlyingLast = "THA-JPN-TH014-2021-20" }] }, Thai },
        { "II06", "Table 3 Actions!AC10", Japan(AefSamples.Use() with { UsingParty = null }), Thai },
        { "II06", "Table 3 Actions!AC10", Japan(AefSamples.Use() with { UsingParty = new PartyCode("USA") }), Thai },
        { "II06", "Table 3 Actions!AD10", Japan(AefSamples.Use() with { UsingEntity = "999" }), Thai },
        { "STC01", "Table 3 Actions!B9", Thai with { Submission = Thai.Submission with { ReportedYear = 2024 } }, Japanese },
        { "STC02", "Table 3 Actions!AE10", Japan(AefSamples.Use()), Thai with { Authorizations = [AefSamples.Authorization(AefPurpose.Imp)] } },
        { "STC02", "Table 3 Actions!AB10", Japan(AefSamples.Use() with { UsedForYear = null, Purpose = "CORSIA" }), Thai },
        { "STC03", "Table 3 Actions!AE10", Japan(AefSamples.Use(2031)), Thai },
        { "STC04", "Table 3 Actions!D9", Thai with { Actions = [AefSamples.FirstTransfer() with { Subtype = null }] }, Japanese },
        { "STC04", "Table 3 Actions!Z9", Thai with { Actions = [AefSamples.FirstTransfer() with { AcquiringParty = null }] }, Nothing() },
        { "STC04", "Table 3 Actions!D9", Thai with { Actions = [AefSamples.FirstTransfer() with { Subtype = AefActionSubtype.Issuance, AcquiringParty = null }] }, Nothing() },
        { "LOC01", "Table 4 Holdings!C9", Japanese with { Holdings = [AefSamples.Units() with { AuthorizationId = "TH-A-9" }] }, Thai },
        { "LOC02", "Table 2 Authorizations!O9", Thai with { Authorizations = [AefSamples.Authorization() with { AuthorizedEntities = ["999"] }] }, Japanese },
        { "LOC03", "Table 4 Holdings!F10", Japanese with { Holdings = [AefSamples.Units(), AefSamples.Units(first: 1_009, last: 1_010)] }, Thai },
        { "LOC04", "Table 4 Holdings!F9", Japan(AefSamples.Use()) with { Holdings = [AefSamples.Units()] }, Thai },
        { "LOC05", "Table 4 Holdings!S9", Japanese with { Holdings = [AefSamples.Units() with { MitigationType = AefMitigationType.Removals }] }, Thai },
        { "LOC07", "Table 3 Actions!I10", Thai with { Actions = [AefSamples.FirstTransfer(), AefSamples.FirstTransfer() with { ActedAt = AefSamples.TransferredAt.AddDays(1) }] }, Nothing() },
        { "LOC08", "Table 3 Actions!Y9", Japanese with { Actions = [AefSamples.Acquisition() with { TransferringParty = null }] }, Nothing() },
        { "LOC09", "Table 4 Holdings!E9", Japanese with { Holdings = [AefSamples.Units("THA01")] }, Thai },
        { "MIR01", "Table 3 Actions!I9", Thai, Japanese with { Actions = [AefSamples.Acquisition() with { Units = AefSamples.Units(last: 1_000) }] } },
        { "MIR01", "Table 3 Actions!I9", Japanese, Thai with { Actions = [] } },
        { "MIR02", "Table 3 Actions!B9", Thai, Japanese with { Actions = [AefSamples.Acquisition() with { ActedAt = AefSamples.TransferredAt.AddDays(1) }] } },
        { "MIR02", "Table 3 Actions!F9", Thai, Japanese with { Actions = [AefSamples.Acquisition() with { Units = AefSamples.Units() with { AuthorizationId = "TH-A-8" } }] } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Each_fault_is_named_by_rule_and_cell_with_a_remedy_in_both_languages(string rule, string place, AefDocument file, AefDocument other)
    {
        var findings = Check(file, other, "checker");

        var finding = findings.ShouldContainSingle(f => f.Rule == rule && f.Place == place);
        finding.Reason.English.ShouldNotBeNullOrWhiteSpace();
        finding.Reason.Japanese.Any(c => c > '\u3000').ShouldBeTrue();
        finding.Remedy.English.ShouldNotBeNullOrWhiteSpace();
        finding.Remedy.Japanese.Any(c => c > '\u3000').ShouldBeTrue();
    }

    [Fact]
    public void Wrong_quantity_and_wrong_column_against_the_identifier_are_found()
    {
        var file = AefFile.Of(Japanese, AefVersion2.Fields, AefProfile.Checker);
        Change(file, AefTable.Holdings, "QuantityCO2", AefCell.OfNumber(1_008));
        Change(file, AefTable.Holdings, "Vintage", AefCell.OfNumber(2022));

        var findings = AefChecker.Check(file, [AefFile.Of(Thai, AefVersion2.Fields, AefProfile.Checker)], AefNomenclature.February2026);

        findings.ShouldContainSingle(f => f.Rule == "LOC06" && f.Value == "1008");
        findings.ShouldContainSingle(f => f.Rule == "LOC05" && f.Value == "2022");
    }

    public static TheoryData<string, string> Malformed => new()
    {
        { "ActionType", "Swap" }, { "FirstID", "CA0001-JPN01-IDN-0001-2024" }, { "CooperativeApproachID", "CA1" }, { "Vintage", "20x1" },
        { "PartyITMORegistryID", "JP01" }, { "Metric", "ghg" }, { "ActionDateTime", "11/11/2025" }, { "AuthorizationID", "A_1" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void A_malformed_cell_stops_the_check_at_its_form(string field, string value)
    {
        var file = AefFile.Of(Japanese, AefVersion2.Fields, AefProfile.Checker);
        Change(file, AefTable.Actions, field, AefCell.OfText(value));

        var finding = AefChecker.Check(file, [], AefNomenclature.February2026).ShouldHaveSingleItem();
        finding.Rule.ShouldBe("SYN04");
        finding.Value.ShouldBe(value);
        finding.Place.ShouldStartWith("Table 3 Actions!");
    }

    [Fact]
    public void A_missing_required_cell_and_a_touched_placeholder_are_found()
    {
        var file = AefFile.Of(Thai, AefVersion2.Fields, AefProfile.Checker);
        Change(file, AefTable.Submission, "ResultOfConsistencyCheck", AefCell.OfText("fine"));
        Change(file, AefTable.Actions, "AuthorizationID", AefCell.Empty);

        AefChecker.Check(file, [], AefNomenclature.February2026).Select(f => f.Rule).ShouldBe(["SYN05", "SYN03"]);
    }

    [Fact]
    public void Blocks_split_differently_by_the_two_parties_still_match()
    {
        var split = Japanese with
        {
            Actions = [AefSamples.Acquisition() with { Units = AefSamples.Units(last: 500) }, AefSamples.Acquisition() with { Units = AefSamples.Units(first: 501) }],
        };

        Check(Thai, split, "checker").ShouldBeEmpty();
        Check(split, Thai, "checker").ShouldBeEmpty();
    }

    private static AefDocument Japan(AefActionRow use) => AefSamples.JapaneseFile(AefSamples.Acquisition(), use) with { Holdings = [AefSamples.Units(first: 10)] };

    private static AefDocument Nothing() => Japanese with { Actions = [], Holdings = [] };

    private static IReadOnlyList<Finding> Check(AefDocument file, AefDocument other, string profileName)
    {
        var profile = AefProfile.Find(profileName)!;
        return AefChecker.Check(
            AefFile.Of(file, AefVersion2.Fields, profile), [AefFile.Of(other, AefVersion2.Fields, profile)], AefNomenclature.February2026);
    }

    private static void Change(AefFile file, AefTable table, string field, AefCell value)
    {
        var record = file[table][0];
        record.Cells[record.Layout.IndexOf(field)] = value;
    }
}
