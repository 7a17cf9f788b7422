using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsCheck;
using JcmInterop.Reporting.Aef;
using JcmInterop.Reporting.Aef.Csv;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Json;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Findings;
using JcmInterop.Reporting.Spreadsheets;

namespace JcmInterop.Reporting.Tests.Aef;

/// <summary>Files as people and attackers make them: each a clear finding, never a crash, never read wrongly in silence.</summary>
public sealed class AefBadInputTests
{
    private static readonly AefDocument Japan = AefSamples.JapaneseFile();
    private static readonly byte[] Book = AefBooks.Bytes(Japan);

    [Fact]
    public void A_renamed_column_is_both_missing_and_unknown()
    {
        var found = Found(AefBooks.Edited(Book, AefBooks.Actions, "Action subtype", "Kind"));

        found.Select(f => (f.Rule, f.Value)).ShouldBe([("SYN02", "Kind"), ("SYN02", "Action subtype")]);
        found[0].Place.ShouldBe("Table 3 Actions!D8");
    }

    [Fact]
    public void A_column_without_its_header_is_missing_and_its_values_are_not_read()
    {
        var cell = AefBooks.Cell(AefTable.Holdings, "Vintage", 8);
        var found = Found(AefBooks.Edited(Book, AefBooks.Holdings, $"<c r=\"{cell}\" s=\"4\" t=\"inlineStr\"><is><t>Vintage</t></is></c>", ""));

        found.Where(f => f.Rule == "SYN02").Select(f => f.Place).ShouldBe(["Table 4 Holdings", "Table 4 Holdings!T9"]);
        found.ShouldContain(f => f.Rule == "SYN03");
    }

    [Fact]
    public void A_column_that_is_there_twice_is_named()
    {
        var found = Found(AefBooks.Edited(Book, AefBooks.Holdings, "Applicable GWP value(s)", "Metric"));

        found.ShouldContain(f => f.Rule == "SYN02" && f.Reason.English.Contains("there twice", StringComparison.Ordinal));
    }

    [Fact]
    public void Headers_in_another_width_case_or_line_are_read_and_named()
    {
        var found = Found(AefBooks.Edited(Book, AefBooks.Holdings, "Authorization ID", "ＡＵＴＨＯＲＩＺＡＴＩＯＮ\u3000ＩＤ"));

        found.ShouldHaveSingleItem().Rule.ShouldBe("SYN02");
        AefBooks.Read(AefBooks.Edited(Book, AefBooks.Holdings, "Authorization ID", "authorization\n id"))[AefTable.Holdings][0]["AuthorizationID"].ToString().ShouldBe("TH-A-1");
    }

    [Fact]
    public void Merged_headers_are_named() =>
        Found(AefBooks.Edited(Book, AefBooks.Holdings, "<mergeCells", "<mergeCells><mergeCell ref=\"C8:D8\"/></mergeCells><mergeCells")).ShouldHaveSingleItem().Place.ShouldBe("Table 4 Holdings!C8:D8");

    public static TheoryData<string, string, string> Typed => new()
    {
        { "ActionDateTime", "11/11/2025", "the date is a text" },
        { "ActionDateTime", "2025年11月11日", "the date is a text" },
        { "QuantityCO2", "１００９", "full-width" },
        { "QuantityCO2", "1,009", "the number is a text" },
        { "Vintage", "２０２１", "full-width" },
        { "FirstTransferringPartyID", "ＴＨＡ", "full-width" },
        { "FirstID", "CA0099-THA01-THA-１-2021", "full-width" },
        { "CooperativeApproachID", "CA99", "CA and four digits" },
    };

    [Theory]
    [MemberData(nameof(Typed))]
    public void A_value_that_only_looks_right_says_why(string field, string value, string reason)
    {
        var found = AefBooks.Check(AefBooks.With(Japan, AefTable.Actions, field, AefCell.OfText(value))).ShouldHaveSingleItem();

        found.Rule.ShouldBe("SYN04");
        found.Value.ShouldBe(value);
        found.Reason.English.ShouldContain(reason);
    }

    [Theory]
    [InlineData("1", "1900-01-01")]
    [InlineData("59", "1900-02-28")]
    [InlineData("60", null)]
    [InlineData("61", "1900-03-01")]
    [InlineData("45972.5", "2025-11-11")]
    [InlineData("0", null)]
    [InlineData("-1", null)]
    [InlineData("2958465", "9999-12-31")]
    [InlineData("2958466", null)]
    [InlineData("1E+30", null)]
    [InlineData("2025-11-11T00:00:00", "2025-11-11")]
    public void Days_are_counted_as_spreadsheets_count_them(string raw, string? day) =>
        new ReadCell(1, raw, ReadCellKind.Date, IsFormula: false).AsDate()?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).ShouldBe(day);

    [Fact]
    public void A_day_that_does_not_exist_and_a_failed_calculation_are_named()
    {
        Found(AefBooks.Edited(Book, AefBooks.Actions, "<v>45972</v>", "<v>60</v>")).Select(f => f.Rule).ShouldBe(["SYN08", "SYN04"]);
        Found(AefBooks.Edited(Book, AefBooks.Holdings, "s=\"5\"><v>1009</v>", "s=\"5\" t=\"e\"><v>#REF!</v>")).Select(f => f.Rule).ShouldBe(["SYN08", "SYN04"]);
        Found(AefBooks.Edited(Book, AefBooks.Holdings, "<v>1009</v>", "<v>1.2345678901234567E+18</v>")).Select(f => f.Rule).ShouldBe(["SYN08", "SYN04"]);
    }

    [Fact]
    public void A_workbook_that_counts_dates_from_1904_is_not_read()
    {
        var found = Found(AefBooks.Edited(Book, "xl/workbook.xml", "<x:sheets>", "<x:workbookPr date1904=\"1\"/><x:sheets>"));

        found.ShouldHaveSingleItem().Reason.English.ShouldContain("1904");
    }

    [Fact]
    public void A_hundred_megabytes_of_empty_rows_are_passed_over()
    {
        var found = Found(AefBooks.WithPart(Book, AefBooks.Holdings, output =>
        {
            var bytes = 0L;
            Put($"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{Header()}""");
            for (var i = 20L; i < 1_000_000; i++) Put($"<row r=\"{i}\" spans=\"1:27\" ht=\"{15 + (i * 7919 % 101)}.{i * 104_729 % 99_991:00000}\" customHeight=\"1\" thickTop=\"1\" thickBot=\"1\" collapsed=\"0\"/>");
            Put("</sheetData></worksheet>");
            bytes.ShouldBeGreaterThan(100_000_000);

            void Put(string xml)
            {
                output.Write(Encoding.UTF8.GetBytes(xml));
                bytes += xml.Length;
            }
        }));

        found.ShouldContain(f => f.Rule == "SYN09");
    }

    [Fact]
    public void Many_formatted_empty_rows_stop_the_reading_of_their_sheet()
    {
        var rows = string.Concat(Enumerable.Range(20, SpreadsheetLimits.EmptyRowsMax + 1).Select(i => $"<row r=\"{i}\"/>"));

        Found(AefBooks.Edited(Book, AefBooks.Holdings, "</sheetData>", $"{rows}</sheetData>")).ShouldHaveSingleItem().Rule.ShouldBe("SYN09");
    }

    [Fact]
    public void An_archive_that_would_expand_without_end_is_not_read()
    {
        var found = Found(AefBooks.WithPart(Book, AefBooks.Holdings, output => output.Write(new byte[64 << 20]))).ShouldHaveSingleItem();

        found.Rule.ShouldBe("SYN00");
        found.Reason.English.ShouldContain("expand");
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet/>")]
    [InlineData("<worksheet><sheetData><row r=\"1\">")]
    [InlineData("<worksheet><sheetData><row r=\"9\"/><row r=\"3\"/></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r=\"9999999\"/></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r=\"1\"><c r=\"B1\" t=\"s\"><v>77</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r=\"1\"><c r=\"C1\"><v>1</v></c><c r=\"B1\"><v>1</v></c></row></sheetData></worksheet>")]
    public void A_damaged_sheet_is_one_finding(string xml) =>
        Found(AefBooks.WithPart(Book, AefBooks.Holdings, output => output.Write(Encoding.UTF8.GetBytes(xml)))).ShouldHaveSingleItem().Rule.ShouldBe("SYN00");

    [Theory]
    [InlineData("", "empty")]
    [InlineData("PK", "ZIP")]
    [InlineData("hello", "JSON")]
    [InlineData("\u00D0\u00CF\u0011\u00E0 old", "password")]
    [InlineData("{\"format\":\"aef-json/1\",\"actions\":[{\"FirstID\":1.5}]}", "/actions/0/FirstID")]
    [InlineData("{\"format\":\"aef-json/1\",\"actions\":[{\"FirstID\":1,\"FirstID\":2}]}", "twice")]
    [InlineData("{\"format\":\"aef-json/1\",\"actions\":{}}", "/actions must be an array")]
    [InlineData("{\"format\":\"aef-json/1\",\"format\":\"aef-json/1\"}", "twice")]
    [InlineData("[]", "object")]
    [InlineData("{\"format\":\"other\"}", "aef-json/1")]
    [InlineData("{\"format\":\"aef-json/1\",\"actions\":[{", "line 1")]
    public void A_file_that_is_no_submission_is_one_finding(string content, string reason) =>
        Found(Encoding.Latin1.GetBytes(content)).Single(f => f.Rule == "SYN00").Reason.English.ShouldContain(reason);

    [Fact]
    public void A_csv_table_in_Shift_JIS_is_named()
    {
        using var place = new TemporaryPath();
        AefCsvWriter.Write(AefSamples.ThaiFile(), AefVersion2.Fields, AefProfile.Checker, place.Folder);
        var entities = Path.Combine(place.Folder, "authorizedEntities.csv");
        var shiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932)!;
        File.WriteAllBytes(entities, shiftJis.GetBytes(File.ReadAllText(entities).Replace("Example Solar", "例示太陽光", StringComparison.Ordinal).TrimStart('\uFEFF')));

        var found = AefBooks.Check(AefSubmissionFile.Read(place.Folder)).ShouldHaveSingleItem();

        found.Rule.ShouldBe("SYN00");
        found.Place.ShouldBe("authorizedEntities.csv");
        found.Reason.English.ShouldContain("Shift-JIS");
    }

    [Fact]
    public void A_folder_of_csv_files_reads_as_it_was_written()
    {
        using var place = new TemporaryPath();
        var document = AefSamples.ThaiFile() with { Entities = [AefSamples.ThaiFile().Entities.Single() with { Name = "=1+1, \"𠮷野\"\nKK" }] };
        AefCsvWriter.Write(document, AefVersion2.Fields, AefProfile.Checker, place.Folder);

        AefSame.Cells(AefSubmissionFile.Read(place.Folder), AefFile.Of(document, AefVersion2.Fields, AefProfile.Checker));
    }

    [Fact]
    public void Characters_outside_the_basic_plane_survive_and_those_XML_forbids_do_not()
    {
        var entity = AefSamples.ThaiFile().Entities.Single() with { Name = "𠮷野家 😀 <&> \u0001 end\uD800" };
        var read = AefBooks.Read(AefBooks.Bytes(AefSamples.ThaiFile() with { Entities = [entity] }));

        read[AefTable.AuthorizedEntities][0]["AuthorizedEntityName"].ToString().ShouldBe("𠮷野家 😀 <&> \uFFFD end\uFFFD");
    }

    [Fact]
    public void No_damage_to_a_workbook_is_more_than_a_finding() =>
        Gen.Select(Gen.Int[0, Book.Length - 1], Gen.Byte, Gen.Int[0, 40]).Array[1, 8].Sample(edits =>
        {
            var bytes = (byte[])Book.Clone();
            foreach (var (at, value, length) in edits) bytes.AsSpan(at, Math.Min(length, bytes.Length - at)).Fill(value);
            AefBooks.Check(AefBooks.Read(bytes)).ShouldNotBeNull();
        }, iter: 150, threads: 1);

    [Fact]
    public void No_damage_to_a_JSON_file_is_more_than_a_finding()
    {
        using var output = new MemoryStream();
        AefJsonWriter.Write(Japan, AefVersion2.Fields, AefProfile.Checker, output);
        var sound = output.ToArray();
        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte).Array[1, 4].Sample(edits =>
        {
            var bytes = (byte[])sound.Clone();
            foreach (var (at, value) in edits) bytes[at] = value;
            AefBooks.Check(AefBooks.Read(bytes)).ShouldNotBeNull();
        }, iter: 200, threads: 1);
    }

    [Fact]
    public void Of_many_equal_findings_a_hundred_are_listed_and_the_rest_counted()
    {
        var actions = Enumerable.Range(0, 300).Select(i => AefSamples.Acquisition() with { ActedAt = AefSamples.TransferredAt.AddYears(1), Units = AefSamples.Units(first: i + 1, last: i + 1) });
        var found = AefBooks.Check(AefBooks.Read(AefBooks.Bytes(Japan with { Actions = actions })), AefBooks.Read(AefBooks.Bytes(AefSamples.ThaiFile())));

        found.Count(f => f.Rule == "STC01").ShouldBe(101);
        found.Last(f => f.Rule == "STC01").Reason.English.ShouldStartWith("200 more");
    }

    private static IReadOnlyList<Finding> Found(byte[] bytes) => AefBooks.Check(AefBooks.Read(bytes), AefBooks.Read(AefBooks.Bytes(AefSamples.ThaiFile())));

    private static string Header()
    {
        using var archive = new ZipArchive(new MemoryStream(Book));
        var text = new StreamReader(archive.GetEntry(AefBooks.Holdings)!.Open()).ReadToEnd();
        return text[(text.IndexOf("<sheetData>", StringComparison.Ordinal) + 11)..text.IndexOf("</sheetData>", StringComparison.Ordinal)];
    }
}
