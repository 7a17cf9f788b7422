using System.Text;
using JcmInterop.Reporting.Findings;
using JcmInterop.Reporting.Projections;
using JcmInterop.Reporting.Records;
using static JcmInterop.Reporting.Tests.Records.RecordFiles;

namespace JcmInterop.Reporting.Tests.Records;

public sealed class RecordFaultTests
{
    private static readonly string Sound = Row(1, 100, 2024, "NDC", To("JPN", "2025-03-03"));

    public static TheoryData<RecordField, string, string> Cells => new()
    {
        { RecordField.Quantity, "99", "add up to 100" },
        { RecordField.Quantity, "１００", "full-width" },
        { RecordField.Quantity, "1.5", "whole number" },
        { RecordField.Quantity, "-1", "negative" },
        { RecordField.Quantity, "", "empty" },
        { RecordField.Vintage, "24", "none of the values" },
        { RecordField.AuthorizationStatus, "maybe", "none of the values" },
        { RecordField.AuthorizedOn, "", "the units are authorized" },
        { RecordField.AuthorizedOn, "01/02/2024", "no day in any form" },
        { RecordField.AuthorizedOn, "2024-02-30", "no day in any form" },
        { RecordField.AuthorizedOn, "1900-01-01", "not between" },
        { RecordField.AuthorizedOn, "２０２４-02-01", "full-width" },
        { RecordField.Uses, "", "the units are authorized" },
        { RecordField.Uses, "CORSIA", "none of the values" },
        { RecordField.IssuedOn, "2023-12-31", "before the vintage 2024 began" },
        { RecordField.TransferredOn, "", "" },
        { RecordField.AcquiringParty, "Japan", "not a Party code" },
        { RecordField.AcquiringParty, "", "there is a day of transfer" },
        { RecordField.AcquiringParty, "IDN", "go to the Party they come from" },
        { RecordField.CancellationPurpose, "sold", "none of the values" },
        { RecordField.FirstItmo, "CA0001-THA01-THA-1-2024", "another cooperative approach, first transferring Party or vintage" },
        { RecordField.FirstItmo, "one", "not an ITMO identifier" },
        { RecordField.SerialFirst, "ID-JP-2025-101", "differ in no number, or in more than one" },
        { RecordField.SerialFirst, "ID-JP-2024-201", "before the first" },
        { RecordField.SerialFirst, "", "empty" },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_cell_that_cannot_be_read_is_named_with_its_line_and_column(RecordField field, string text, string reason)
    {
        var book = Read(Mapping(), Bytes(Sound, Row(101, 100, 2024, "NDC", [.. To("JPN", "2025-03-03"), (field, text)])));

        if (reason.Length == 0)
        {
            book.Faults.ShouldBeEmpty();
            return;
        }

        book.Records.ShouldBeEmpty();
        var fault = book.Faults.First(f => f.Column == field.ToString());
        (fault.File, fault.Line).ShouldBe((Name, 3));
        fault.Reason.English.ShouldContain(reason);
        fault.Reason.Japanese.ShouldNotBeEmpty();
    }

    [Fact]
    public void Days_in_the_wrong_order_are_named_together()
    {
        var book = Read(Mapping(), Bytes(Row(1, 100, 2024, "NDC", [.. To("JPN", "2025-03-03"), (RecordField.IssuedOn, "2025-04-01"), (RecordField.UsedOn, "2025-01-01"), (RecordField.UsedForYear, "2025")])));

        book.Faults.Select(f => f.Column).ShouldBe(["TransferredOn", "UsedOn", "UsedOn"], ignoreOrder: true);
    }

    [Fact]
    public void Overlapping_serials_are_found_across_files()
    {
        var (one, two) = (Bytes(Sound), Bytes(Row(100, 50, 2024, "NDC", [(RecordField.FirstItmo, "5000")])));

        var fault = RecordBook.Read(Mapping(), [("a.csv", () => one), ("b.csv", () => two)]).Faults.ShouldHaveSingleItem();
        (fault.File, fault.Line, fault.Column).ShouldBe(("b.csv", 2, "SerialFirst"));
        fault.Reason.English.ShouldContain("a.csv:2");
    }

    [Fact]
    public void Overlapping_identifiers_and_authorizations_that_differ_are_found()
    {
        Read(Mapping(), Bytes(Sound, Row(101, 100, 2024, "NDC", [(RecordField.FirstItmo, "100")]))).Faults.ShouldHaveSingleItem().Column.ShouldBe("FirstItmo");
        Read(Mapping(), Bytes(Sound, Row(101, 100, 2024, "NDC", [(RecordField.AuthorizedOn, "2024-02-02")]))).Faults.ShouldHaveSingleItem().Column.ShouldBe("Authorization");
    }

    [Fact]
    public void The_sum_of_all_files_must_be_the_one_stated()
    {
        Read(Mapping(("totalQuantity", "100")), Bytes(Sound)).Faults.ShouldBeEmpty();
        Read(Mapping(("totalQuantity", "101")), Bytes(Sound)).Faults.ShouldHaveSingleItem().Reason.English.ShouldContain("add up to 100, the mapping states 101");
    }

    [Fact]
    public void Encodings_are_taken_as_named_and_never_guessed()
    {
        var words = ("values", """{"authorizationStatus":{"承認済":"authorized"}}""");
        var text = Encoding.UTF8.GetString(Bytes(Row(1, 100, 2024, "NDC", (RecordField.AuthorizationStatus, "承認済"))));
        var shiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(text);

        Read(Mapping(words), [.. "\uFEFF"u8, .. Encoding.UTF8.GetBytes(text)]).Faults.ShouldBeEmpty();
        Read(Mapping(words, ("encoding", "\"shift-jis\"")), shiftJis).Faults.ShouldBeEmpty();
        Read(Mapping(words), shiftJis).Faults.ShouldHaveSingleItem().Reason.English.ShouldContain("Shift-JIS");
        Read(Mapping(words, ("encoding", "\"shift-jis\"")), Encoding.UTF8.GetBytes(text)).Faults.ShouldHaveSingleItem().Reason.English.ShouldContain("those of UTF-8");
        Read(Mapping(), Encoding.Unicode.GetPreamble()).Faults.ShouldHaveSingleItem().Reason.English.ShouldContain("UTF-16");
        Read(Mapping(), []).Faults.ShouldHaveSingleItem().Reason.English.ShouldContain("empty");
    }

    [Fact]
    public void Full_width_and_parted_numbers_are_read_where_the_mapping_says_so()
    {
        var book = Read(Mapping(("foldFullWidth", "true"), ("thousandsSeparator", "\",\"")), Bytes(Row(1, 1_200, 2024, "NDC", (RecordField.Quantity, "\"１，２００\""))));

        book.Faults.ShouldBeEmpty();
        book.Records[0].Quantity.Tonnes.ShouldBe(1_200);
        Read(Mapping(("thousandsSeparator", "\".\"")), Bytes(Row(1, 1_200, 2024, "NDC", (RecordField.Quantity, "1.2")))).Faults.ShouldHaveSingleItem().Column.ShouldBe("Quantity");
    }

    [Theory]
    [InlineData("SerialFirst", "Serial", "is missing")]
    [InlineData("Quantity", "Vintage", "is there twice")]
    public void A_header_that_differs_from_the_mapping_is_named(string column, string other, string reason)
    {
        var text = Encoding.UTF8.GetString(Bytes(Sound)).Replace($"{column},", $"{other},", StringComparison.Ordinal);

        Read(Mapping(), Encoding.UTF8.GetBytes(text)).Faults.ShouldContain(f => f.Line == 1 && f.Reason.English.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Columns_nobody_mapped_are_named_until_they_are_ignored()
    {
        var text = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Bytes(Sound)).Replace("RecordedOn\n", "RecordedOn,Remarks\n", StringComparison.Ordinal).Replace(",1,\n", ",1,,x\n", StringComparison.Ordinal));

        Read(Mapping(), text).Faults.ShouldHaveSingleItem().Column.ShouldBe("Remarks");
        Read(Mapping(("ignoredColumns", """["*"]""")), text).Faults.ShouldBeEmpty();
    }

    [Fact]
    public void A_single_unit_needs_to_be_told_which_number_counts()
    {
        Read(Mapping(), Bytes(Row(5, 1, 2024))).Faults.ShouldHaveSingleItem().Reason.English.ShouldContain("differ in no number");
        Read(Mapping(("serialPart", "1")), Bytes(Row(5, 1, 2024))).Records.ShouldHaveSingleItem().Serials.First.ShouldBe(5);
    }

    [Fact]
    public void Leading_zeros_are_printed_as_they_came()
    {
        var report = Report(Mapping(), Row(1, 100, 2024, "NDC", [.. To("JPN", "2025-03-03"), (RecordField.SerialFirst, "ID-JP-2024-001"), (RecordField.SerialLast, "ID-JP-2024-100")]));

        report.Aef(2025, default).Actions.Single().Units.UnderlyingFirst.ShouldBe("ID-JP-2024-001");
        Should.Throw<ArgumentException>(() => RecordReport.Of(Read(Mapping(), []), ReportDates.Open));
    }

    [Theory]
    [InlineData("format", "\"record-mapping/2\"", "format")]
    [InlineData("party", "\"Indonesia\"", "party")]
    [InlineData("registry", "\"JPN01\"", "registry")]
    [InlineData("ndcLastYear", "2020", "ndcFirstYear")]
    [InlineData("separator", "\"|\"", "separator")]
    [InlineData("columns", "{}", "SerialFirst")]
    [InlineData("columns", "{\"serial\":\"x\"}", "mapping.json:1")]
    [InlineData("columns", "{\"serialFirst\":\"x\",\"serialLast\":\"x\",\"vintage\":\"v\",\"quantity\":\"q\",\"authorizationStatus\":\"s\"}", "'x' is mapped to SerialFirst and SerialLast")]
    [InlineData("dateFormats", "[\"dd/MM/yyyy\",\"MM/dd/yyyy\"]", "could read one text as two days")]
    [InlineData("dateFormats", "[\"yy-M-d\"]", "not a form of a day")]
    [InlineData("method", "\"guess\"", "method")]
    [InlineData("colums", "{}", "colums")]
    [InlineData("thousandsSeparator", "\"_\"", "thousandsSeparator")]
    public void A_mapping_that_is_not_in_its_form_is_refused_with_its_place(string member, string json, string place)
    {
        var fault = Should.Throw<InputFileException>(() => Mapping((member, json)));
        fault.Message.ShouldContain(place);
        fault.Japanese.ShouldContain("mapping.json");
    }
}
