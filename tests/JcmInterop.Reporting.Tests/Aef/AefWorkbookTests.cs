using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using JcmInterop.Reporting.Aef;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Json;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Aef.Workbook;
using JcmInterop.Reporting.Spreadsheets;
using MiniExcelLibs;

namespace JcmInterop.Reporting.Tests.Aef;

public sealed class AefWorkbookTests
{
    private static readonly AefFieldTable Fields = AefVersion2.Fields;

    public static TheoryData<string> Profiles => [.. AefProfile.All.Select(p => p.Name)];

    [Fact]
    public void An_independent_reader_finds_the_six_sheets_and_every_header_in_order()
    {
        using var file = Write(AefSamples.ThaiFile(), AefProfile.Checker);

        MiniExcel.GetSheetNames(file).ShouldBe(
            ["Summary information", "Table 1 Submission", "Table 2 Authorizations", "Table 3 Actions", "Table 4 Holdings", "Table 5 Auth. entities"]);
        foreach (var layout in Fields.Layouts.Where(l => !l.IsVertical))
        {
            var header = Row(file, layout.SheetName, layout.HeaderRow);
            header.Where(h => h is not null).ShouldBe(layout.Fields.Select(f => f.Header));
            layout.Fields.ShouldAllBe(f => (string?)header[layout.ColumnOf(f) - 1] == f.Header);
            Row(file, layout.SheetName, 2)[1].ShouldBe(layout.Title);
        }
    }

    [Fact]
    public void Tables_have_the_published_number_of_fields_and_spacer_columns()
    {
        Fields.Layouts.Select(l => (l.Fields.Count, l.Fields.Count(f => f.SpacerAfter))).ShouldBe([(9, 0), (19, 1), (27, 6), (16, 3), (8, 0)]);
        foreach (var layout in Fields.Layouts) layout.Fields.Select(f => f.Number).ShouldBe(Enumerable.Range(1, layout.Fields.Count));
        Fields[AefTable.Actions].Fields.Where(f => f.SpacerAfter).Select(f => f.Number).ShouldBe([9, 12, 17, 19, 21, 25]);
    }

    [Fact]
    public void Table_1_keeps_the_placeholders_of_the_platform_and_its_result_cell()
    {
        using var file = Write(AefSamples.ThaiFile(), AefProfile.Checker);

        Row(file, "Table 1 Submission", 9)[1].ShouldBe("Result of the consistency check of this AEF submission");
        Row(file, "Table 1 Submission", 9)[2].ShouldBe("{Information in this field is populated by the CARP}");
        Row(file, "Table 1 Submission", 8)[2].ShouldBe("{Information in this field is populated by the CARP}");
        Row(file, "Table 1 Submission", 12)[2].ShouldBe("{Link to be produced by the CARP}");
        Row(file, "Table 1 Submission", 4)[2].ShouldBe("Thailand");
    }

    [Fact]
    public void Dates_are_real_date_cells_and_quantities_are_numbers()
    {
        using var file = Write(AefSamples.ThaiFile(), AefProfile.Checker);

        var row = Row(file, "Table 3 Actions", 9);
        row[1].ShouldBe(new DateTime(2025, 11, 11));
        row[Fields[AefTable.Actions].ColumnOf(Fields[AefTable.Actions].Field("QuantityCO2")) - 1].ShouldBe(1_009d);
    }

    [Fact]
    public void The_package_is_valid_open_xml()
    {
        using var file = Write(AefSamples.ThaiFile(), AefProfile.Nomenclature);
        using var package = SpreadsheetDocument.Open(file, isEditable: false);

        new OpenXmlValidator().Validate(package).Select(e => e.Description).ShouldBeEmpty();
    }

    [Fact]
    public void The_same_input_and_time_give_the_same_bytes_and_no_machine_name()
    {
        using var one = Write(AefSamples.ThaiFile(), AefProfile.Checker);
        using var two = Write(AefSamples.ThaiFile(), AefProfile.Checker);

        one.ToArray().ShouldBe(two.ToArray());
        using var archive = new ZipArchive(one, ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            var text = reader.ReadToEnd();
            text.ShouldNotContain(Environment.MachineName);
            text.ShouldNotContain(Directory.GetCurrentDirectory());
            entry.LastWriteTime.DateTime.ShouldBe(AefSamples.WrittenAt.DateTime);
        }
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void A_written_workbook_reads_back_cell_by_cell(string profileName)
    {
        var profile = AefProfile.Find(profileName)!;
        var document = AefSamples.JapaneseFile(AefSamples.Acquisition(), AefSamples.Use());
        using var file = Write(document, profile);

        var read = AefWorkbookReader.Read(file, Fields);

        read.ReadingFindings.ShouldBeEmpty();
        ShouldEqual(read, AefFile.Of(document, Fields, profile), comparePlaces: true);
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void The_json_export_carries_the_same_content(string profileName)
    {
        var profile = AefProfile.Find(profileName)!;
        var document = AefSamples.ThaiFile();
        using var stream = new MemoryStream();
        AefJsonWriter.Write(document, Fields, profile, stream);

        var read = AefJsonReader.Read(stream.ToArray());

        read.ReadingFindings.ShouldBeEmpty();
        ShouldEqual(read, AefFile.Of(document, Fields, profile), comparePlaces: false);
    }

    [Fact]
    public void A_profile_decides_spelling_identifier_form_party_form_and_action_date()
    {
        var document = AefSamples.ThaiFile();
        var nomenclature = AefFile.Of(document, Fields, AefProfile.Nomenclature);
        var checker = AefFile.Of(document, Fields, AefProfile.Checker);

        nomenclature[AefTable.Actions][0]["FirstID"].ToString().ShouldBe("1");
        checker[AefTable.Actions][0]["FirstID"].ToString().ShouldBe("CA0099-THA01-THA-1-2021");
        nomenclature[AefTable.Actions][0]["ActionSubtype"].ToString().ShouldBe("First transfer to another Party");
        checker[AefTable.Actions][0]["ActionSubtype"].ToString().ShouldBe("First international transfer");
        nomenclature[AefTable.Actions][0]["ActionDateTime"].ToString().ShouldBe("2025-11-11T03:00:00.000Z");
        checker[AefTable.Actions][0]["ActionDateTime"].Kind.ShouldBe(AefCellKind.Date);
        nomenclature.Submission!["ParticipatingParty"].ToString().ShouldBe("THA");
        checker.Submission!["ParticipatingParty"].ToString().ShouldBe("Thailand");
        nomenclature[AefTable.Authorizations][0]["AuthorizedTimeframe"].ToString().ShouldBe("2021 - 2030");
        checker[AefTable.Authorizations][0]["AuthorizedTimeframe"].ToString().ShouldBe("Occurred: from 2021 to 2030");
    }

    [Fact]
    public void Many_rows_are_written_without_keeping_them()
    {
        const int count = 20_000;
        using var output = new CountingStream();
        var bytesBeforeLastRow = 0L;
        var rows = Enumerable.Range(1, count).Select(i =>
        {
            if (i == count) bytesBeforeLastRow = output.Bytes;
            return new AefActionRow(AefSamples.TransferredAt, AefActionType.Use, null, AefSamples.Units("JPN01", i, i));
        });

        AefWorkbookWriter.Write(AefSamples.JapaneseFile() with { Actions = rows }, Fields, AefProfile.Checker, output, AefSamples.WrittenAt);

        bytesBeforeLastRow.ShouldBeGreaterThan(output.Bytes * 9 / 10);
    }

    [Fact]
    public void The_file_is_named_after_party_year_and_version() => AefSamples.Submission(AefSamples.Thailand).FileStem.ShouldBe("THA_2025_1.0");

    [Fact]
    public void A_missing_sheet_and_a_misspelt_header_are_named()
    {
        using var file = Write(AefSamples.ThaiFile(), AefProfile.Checker);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            Replace(archive, "xl/worksheets/sheet4.xml", "Action subtype", "Action Subtype");
            Replace(archive, "xl/workbook.xml", "Table 5 Auth. entities", "Sheet6");
        }

        var findings = AefWorkbookReader.Read(file, Fields).ReadingFindings;

        findings.Select(f => f.Rule).ShouldBe(["SYN02", "SYN01"]);
        findings[0].Place.ShouldBe("Table 3 Actions!D8");
    }

    [Theory]
    [InlineData("not a workbook")]
    [InlineData("PK")]
    public void A_file_that_is_no_workbook_gets_one_clear_error(string content)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        Should.Throw<SpreadsheetFormatException>(() => AefWorkbookReader.Read(stream, Fields)).Message.ShouldContain(".xlsx");
    }

    private static MemoryStream Write(AefDocument document, AefProfile profile)
    {
        var stream = new MemoryStream();
        AefWorkbookWriter.Write(document, Fields, profile, stream, AefSamples.WrittenAt);
        stream.Position = 0;
        return stream;
    }

    private static List<object?> Row(Stream file, string sheet, int row)
    {
        file.Position = 0;
        var found = MiniExcel.Query(file, useHeaderRow: false, sheetName: sheet).Skip(row - 1).Cast<IDictionary<string, object?>>().First();
        return [.. found.Values];
    }

    private static void Replace(ZipArchive archive, string path, string from, string to)
    {
        var entry = archive.GetEntry(path)!;
        using var stream = entry.Open();
        var text = new StreamReader(stream).ReadToEnd();
        text.ShouldContain(from);
        stream.SetLength(0);
        stream.Write(Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal)));
    }

    private static void ShouldEqual(AefFile read, AefFile expected, bool comparePlaces)
    {
        foreach (var layout in Fields.Layouts)
        {
            var (left, right) = (read[layout.Table], expected[layout.Table]);
            left.Count.ShouldBe(right.Count);
            foreach (var (a, b) in left.Zip(right))
            {
                foreach (var field in layout.Fields)
                {
                    a[field.TechnicalName].ToString().ShouldBe(b[field.TechnicalName].ToString());
                    if (comparePlaces) a.Place(field.TechnicalName).ShouldBe(b.Place(field.TechnicalName));
                }
            }
        }
    }

    private sealed class CountingStream : Stream
    {
        public long Bytes { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Bytes;

        public override long Position { get => Bytes; set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) => Bytes += count;

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
