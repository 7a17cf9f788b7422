using JcmInterop.Reporting.Aef;
using JcmInterop.Reporting.Aef.Csv;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Json;
using JcmInterop.Reporting.Aef.Twins;
using JcmInterop.Reporting.Aef.Vocabulary;

namespace JcmInterop.Reporting.Tests.Aef.Twins;

/// <summary>Both nodes export, each compares the other's file with its own ledger, and every planted mismatch is found with its cause.</summary>
public sealed class AefTwinTests
{
    private static readonly TwinWorld World = new();

    public static TheoryData<bool, string, string> Forms
    {
        get
        {
            var data = new TheoryData<bool, string, string>();
            foreach (var form in new[] { "xlsx", "csv", "json" })
                foreach (var profile in AefProfile.All)
                    foreach (var ofJapan in new[] { true, false }) data.Add(ofJapan, form, profile.Name);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void What_the_partner_files_is_what_this_ledger_expects_in_every_form_and_profile(bool ofJapan, string form, string profileName)
    {
        var profile = AefProfile.Find(profileName)!;
        var twin = World.Twin(ofJapan, AefProfile.Nomenclature);

        twin.Expected[AefTable.Actions].Count.ShouldBe(2);
        AefTwinComparison.Compare(twin, Exported(!ofJapan, form, profile), AefNomenclature.February2026).ShouldBeEmpty();
    }

    public static TheoryData<string, bool, int, string, string, string> Cells => new()
    {
        { "one day later", true, 0, "ActionDateTime", "2025-12-02", "local-date" },
        { "day and month exchanged", true, 0, "ActionDateTime", "2025-01-12", "day-and-month-exchanged" },
        { "another year", true, 0, "ActionDateTime", "2026-12-20", "other-year" },
        { "another day", true, 0, "ActionDateTime", "2025-12-20", "unknown" },
        { "kilograms", true, 0, "QuantityCO2", "1009000", "factor-of-thousand" },
        { "digits exchanged", true, 0, "QuantityCO2", "1090", "digits-transposed" },
        { "another quantity", true, 0, "QuantityCO2", "1000", "part-of-block" },
        { "year of the action", true, 0, "Vintage", "2025", "action-year-as-vintage" },
        { "another authorization", true, 0, "AuthorizationID", "THA-NDC-2024", "other-authorization" },
        { "another spelling", true, 0, "AuthorizationID", "tha ndc 2025", "spelling" },
        { "no authorization", true, 0, "AuthorizationID", "", "left-empty" },
        { "onward transfer", true, 0, "ActionType", "Transfer", "first-or-onward" },
        { "acquisition", true, 0, "ActionType", "Acquisition", "direction" },
        { "itself", true, 0, "AcquiringPartyID", "THA", "direction" },
        { "itself", true, 1, "TransferringPartyID", "THA", "direction" },
        { "last serial", true, 0, "LastID", "CA9999-THA01-THA-1000-2021", "part-of-block" },
        { "last serial exchanged", true, 0, "LastID", "CA9999-THA01-THA-1090-2021", "digits-transposed" },
        { "removals", true, 0, "MitigationType", "Removals", "unknown" },
        { "another metric", true, 0, "Metric", "non-GHG", "unknown" },
        { "shifted underlying units", true, 0, "UnderlyingUnitFirstUnitID", "THA-JPN-TH901-2021-2", "underlying-offset" },
        { "originating registry", false, 0, "PartyITMORegistryID", "THA01", "originating-registry" },
        { "another approach", false, 0, "CooperativeApproachID", "CA0001", "unknown" },
        { "another first transferring Party", false, 0, "FirstTransferringPartyID", "JPN", "unknown" },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_planted_cell_is_found_with_its_place_its_transfer_and_its_likely_cause(string what, bool ofJapan, int row, string field, string value, string cause)
    {
        what.ShouldNotBeEmpty();
        var file = World.FiledCells(!ofJapan, AefProfile.Checker);
        Plant(file[AefTable.Actions][row], field, value);
        var twin = World.Twin(ofJapan, AefProfile.Checker);

        var mismatch = AefTwinComparison.Compare(twin, AefBooks.Read(AefBooks.Bytes(file)), AefNomenclature.February2026).ShouldHaveSingleItem();

        mismatch.Kind.ShouldBe(AefMismatchKind.Cell);
        mismatch.Field.ShouldBe(field);
        mismatch.Cause.Code.ShouldBe(cause);
        mismatch.Transfer.ShouldBe(row == 0 ? World.First : World.Back);
        mismatch.ActualPlace.ShouldBe(value.Length == 0 ? file[AefTable.Actions][row].Place(field) : $"Table 3 Actions!{AefBooks.Cell(AefTable.Actions, field, 9 + row)}");
        mismatch.ExpectedPlace.ShouldStartWith("Table 3 Actions!");
        mismatch.Cause.Text.Japanese.ShouldContain('。');
    }

    [Fact]
    public void A_missing_row_is_found()
    {
        var mismatch = Compare(file => Without(file, AefTable.Actions, 0)).ShouldHaveSingleItem();

        (mismatch.Kind, mismatch.Cause, mismatch.Transfer).ShouldBe((AefMismatchKind.MissingRow, AefCauses.NotReported, World.First));
        mismatch.ExpectedValue.ShouldBe("CA9999-THA01-THA-1-2021");
    }

    [Fact]
    public void Rows_nothing_explains_are_found_each_with_its_cause()
    {
        Extra(("FirstID", Id(7_001)), ("LastID", Id(7_010)), ("QuantityCO2", "10"), ("UnderlyingUnitFirstUnitID", "X-7001"), ("UnderlyingUnitLastUnitID", "X-7010"))
            .Cause.ShouldBe(AefCauses.NotInLedger);
        Extra().Cause.ShouldBe(AefCauses.ReportedTwice);
        var refused = Extra(("FirstID", Id(2_001)), ("LastID", Id(2_050)), ("QuantityCO2", "50"), ("UnderlyingUnitFirstUnitID", "THA-JPN-TH901-2021-2001"), ("UnderlyingUnitLastUnitID", "THA-JPN-TH901-2021-2050"));
        refused.Cause.ShouldBe(AefCauses.UnfinishedTransfer);
        refused.Transfer.ShouldBe(World.Refused);

        AefMismatch Extra(params (string, string)[] cells)
        {
            var mismatch = Compare(file => WithRow(file, AefTable.Actions, 0, cells)).ShouldHaveSingleItem();
            mismatch.Kind.ShouldBe(AefMismatchKind.ExtraRow);
            return mismatch;
        }
    }

    [Fact]
    public void Other_serials_in_an_otherwise_equal_row_are_found_in_both_cells()
    {
        var found = Compare(file =>
        {
            Plant(file[AefTable.Actions][0], "FirstID", Id(5_001));
            Plant(file[AefTable.Actions][0], "LastID", Id(6_009));
            return file;
        });

        found.Select(m => (m.Field, m.Cause)).ShouldBe([("FirstID", AefCauses.OtherSerials), ("LastID", AefCauses.OtherSerials)]);
    }

    [Fact]
    public void Blocks_cut_at_another_place_are_the_same_transfer()
    {
        Compare(file => Split(file, 500)).ShouldBeEmpty();
        var wrong = Compare(file =>
        {
            file = Split(file, 500);
            Plant(file[AefTable.Actions][0], "QuantityCO2", "501");
            return file;
        }).ShouldHaveSingleItem();
        (wrong.Field, wrong.ExpectedValue, wrong.ActualValue).ShouldBe(("QuantityCO2", "500", "501"));
        Compare(file => Without(Split(file, 500), AefTable.Actions, 2)).ShouldHaveSingleItem().Field.ShouldBe("LastID");
    }

    [Fact]
    public void Units_both_sides_hold_or_one_holds_and_the_other_used_are_found()
    {
        var conflict = AefTwinComparison.Compare(World.Twin(ofJapan: true, AefProfile.Checker), WithHolding(World.FiledCells(byJapan: false, AefProfile.Checker)), AefNomenclature.February2026).ShouldHaveSingleItem();

        (conflict.Kind, conflict.Cause, conflict.Table).ShouldBe((AefMismatchKind.Conflict, AefCauses.HeldTwice, AefTable.Holdings));

        static AefFile WithHolding(AefFile file)
        {
            var held = World.FiledCells(byJapan: true, AefProfile.Checker)[AefTable.Holdings][0];
            return file with { Tables = new Dictionary<AefTable, IReadOnlyList<AefRecord>>(file.Tables) { [AefTable.Holdings] = [held] } };
        }
    }

    [Fact]
    public void Authorizations_are_compared_with_what_was_told()
    {
        Compare(file => Without(file, AefTable.Authorizations, 0)).ShouldHaveSingleItem().Kind.ShouldBe(AefMismatchKind.MissingRow);
        Compare(file => WithRow(file, AefTable.Authorizations, 0, ("AuthorizationID", "THA-NDC-2026"))).ShouldHaveSingleItem().Cause.ShouldBe(AefCauses.NotTold);
        var changed = Compare(file =>
        {
            Plant(file[AefTable.Authorizations][0], "PurposeForAuthorization", "NDC and OIMP");
            return file;
        }).ShouldHaveSingleItem();
        (changed.Table, changed.Field, changed.ExpectedValue, changed.ActualValue).ShouldBe((AefTable.Authorizations, "PurposeForAuthorization", "NDC", "NDC and OIMP"));
    }

    [Fact]
    public void A_file_of_another_Party_or_year_is_found()
    {
        Compare(file => Changed(file, "ReportedYear", "2024")).ShouldHaveSingleItem().Field.ShouldBe("ReportedYear");
        Compare(file => Changed(file, "ParticipatingParty", "Mongolia")).ShouldHaveSingleItem().Field.ShouldBe("ParticipatingParty");

        static AefFile Changed(AefFile file, string field, string value)
        {
            Plant(file[AefTable.Submission][0], field, value);
            return file;
        }
    }

    private static IReadOnlyList<AefMismatch> Compare(Func<AefFile, AefFile> plant) => AefTwinComparison.Compare(
        World.Twin(ofJapan: true, AefProfile.Checker), plant(World.FiledCells(byJapan: false, AefProfile.Checker)), AefNomenclature.February2026);

    private static string Id(int serial) => $"CA9999-THA01-THA-{serial}-2021";

    private static void Plant(AefRecord record, string field, string value)
    {
        var index = record.Layout.IndexOf(field);
        record.Cells[index] = record.Layout.Fields[index].Format switch
        {
            AefFieldFormat.Integer or AefFieldFormat.Year => AefCell.OfNumber(long.Parse(value, System.Globalization.CultureInfo.InvariantCulture)),
            AefFieldFormat.Date or AefFieldFormat.ActionDate => AefCell.OfDate(DateOnly.Parse(value, System.Globalization.CultureInfo.InvariantCulture)),
            _ => AefCell.OfText(value),
        };
    }

    private static AefFile Without(AefFile file, AefTable table, int row) => With(file, table, [.. file[table].Where((_, i) => i != row)]);

    private static AefFile WithRow(AefFile file, AefTable table, int copied, params (string Field, string Value)[] cells)
    {
        var source = file[table][copied];
        var record = new AefRecord(source.Layout, source.Row + 100, [.. source.Cells], (field, row) => $"{source.Layout.SheetName}!{field?.TechnicalName}{row}");
        foreach (var (field, value) in cells) Plant(record, field, value);
        return With(file, table, [.. file[table], record]);
    }

    private static AefFile Split(AefFile file, int at)
    {
        file = WithRow(file, AefTable.Actions, 0, ("FirstID", Id(at + 1)), ("QuantityCO2", $"{1_009 - at}"), ("UnderlyingUnitFirstUnitID", $"THA-JPN-TH901-2021-{at + 1}"));
        Plant(file[AefTable.Actions][0], "LastID", Id(at));
        Plant(file[AefTable.Actions][0], "QuantityCO2", $"{at}");
        Plant(file[AefTable.Actions][0], "UnderlyingUnitLastUnitID", $"THA-JPN-TH901-2021-{at}");
        return file;
    }

    private static AefFile With(AefFile file, AefTable table, IReadOnlyList<AefRecord> rows) =>
        file with { Tables = new Dictionary<AefTable, IReadOnlyList<AefRecord>>(file.Tables) { [table] = rows } };

    private static AefFile Exported(bool byJapan, string form, AefProfile profile)
    {
        using var place = new TemporaryPath();
        var document = World.Filed(byJapan);
        if (form == "csv")
        {
            AefCsvWriter.Write(document, AefVersion2.Fields, profile, place.Path);
        }
        else if (form == "json")
        {
            using var output = File.Create(place.Path);
            AefJsonWriter.Write(document, AefVersion2.Fields, profile, output);
        }
        else
        {
            File.WriteAllBytes(place.Path, AefBooks.Bytes(AefFile.Of(document, AefVersion2.Fields, profile)));
        }

        return AefSubmissionFile.Read(place.Path);
    }
}
