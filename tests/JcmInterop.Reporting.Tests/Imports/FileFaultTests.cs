using System.Text;
using JcmInterop.Reporting.Imports;

namespace JcmInterop.Reporting.Tests.Imports;

public sealed class FileFaultTests
{
    [Fact]
    public void An_empty_file_is_named() => Whole([]).Reason.English.ShouldBe("The file is empty.");

    [Fact]
    public void A_file_of_blanks_is_empty() => Whole(" \r\n\n"u8.ToArray()).Reason.English.ShouldBe("The file is empty.");

    [Fact]
    public void A_file_over_the_limit_is_refused() =>
        Whole(new byte[ImportLimits.FileBytesMax + 1]).Reason.English.ShouldContain($"the limit is {ImportLimits.FileBytesMax}");

    [Fact]
    public void A_NUL_byte_is_named() => Whole([.. CsvFile.Bytes(CsvFile.Project), 0]).Reason.English.ShouldContain("NUL");

    [Fact]
    public void Shift_JIS_is_named()
    {
        var shiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932).ShouldNotBeNull();

        var fault = AccountImport.Read("口座.csv", shiftJis.GetBytes(CsvFile.Account.With("Énergie", "Energie"))).OnlyFault();

        fault.File.ShouldBe("口座.csv");
        fault.Reason.English.ShouldContain("Shift-JIS");
        fault.Remedy.Japanese.ShouldContain("UTF-8");
    }

    [Fact]
    public void UTF_16_is_named() => Whole([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(CsvFile.Project)]).Reason.English.ShouldContain("UTF-16");

    [Fact]
    public void Bytes_of_no_encoding_are_refused() => Whole([.. CsvFile.Bytes(CsvFile.Project), 0xFF]).Reason.English.ShouldContain("not UTF-8");

    [Fact]
    public void A_header_without_rows_is_a_fault() => CsvFile.Projects(CsvFile.Project.Split('\n')[0]).OnlyFault().Reason.English.ShouldContain("no row");

    [Fact]
    public void More_rows_than_the_limit_are_a_fault()
    {
        var rows = Enumerable.Range(0, ImportLimits.RowsMax + 1).Select(_ => "A,B,1,2,3,4,5,6");

        CsvFile.Projects(CsvFile.Project.Split('\n')[0] + "\n" + string.Join('\n', rows)).Faults.ShouldContain(fault => fault.Reason.English.Contains($"{ImportLimits.RowsMax} rows"));
    }

    [Fact]
    public void Semicolons_instead_of_commas_are_named() =>
        CsvFile.Projects(CsvFile.Project.Replace(',', ';')).OnlyFault().Reason.English.ShouldContain("semicolons");

    [Fact]
    public void A_missing_column_is_named()
    {
        var fault = CsvFile.Projects(CsvFile.Project.With(",sectors,", ",")).OnlyFault();

        (fault.Line, fault.Column).ShouldBe((1, "sectors"));
    }

    [Fact]
    public void A_column_too_many_is_named() => CsvFile.Projects(CsvFile.Project.With("sectors,", "sectors,remark,")).OnlyFault().Column.ShouldBe("remark");

    [Fact]
    public void A_renamed_column_is_recognised()
    {
        var fault = CsvFile.Projects(CsvFile.Project.With("registered_on", "Registered On")).OnlyFault();

        fault.Column.ShouldBe("registered_on");
        fault.Reason.English.ShouldContain("'Registered On' looks like it");
    }

    [Fact]
    public void A_column_twice_is_named() =>
        CsvFile.Projects(CsvFile.Project.With("title,title_local", "title,title,title_local")).OnlyFault().Reason.English.ShouldContain("twice");

    [Fact]
    public void A_row_with_a_cell_too_many_is_named()
    {
        var fault = CsvFile.Projects(CsvFile.Project.With("15 MW solar", "15 MW, solar")).OnlyFault();

        fault.Line.ShouldBe(3);
        fault.Reason.English.ShouldBe("The row has 9 cells, the header 8 columns.");
    }

    [Fact]
    public void A_quotation_that_is_never_closed_is_named_where_it_begins()
    {
        var fault = CsvFile.Projects(CsvFile.Project.With("15 MW solar", "\"15 MW solar")).OnlyFault();

        fault.Line.ShouldBe(3);
        fault.Reason.English.ShouldContain("quotation mark");
    }

    [Fact]
    public void A_quotation_mark_inside_a_cell_is_named() =>
        CsvFile.Projects(CsvFile.Project.With("15 MW solar", "15\" solar")).OnlyFault().Reason.English.ShouldContain("quotation mark");

    [Fact]
    public void A_damaged_header_stops_the_reading() => CsvFile.Projects("\"" + CsvFile.Project).OnlyFault().Line.ShouldBe(1);

    [Fact]
    public void The_line_is_that_of_the_row_even_after_cells_with_line_breaks()
    {
        var file = CsvFile.Project.With("5 MW floating PV", "\"5 MW\nfloating\nPV\"").With("2023-06-02", "2023-02-30");

        CsvFile.Projects(file).OnlyFault().Line.ShouldBe(5);
    }

    [Fact]
    public void One_bad_row_keeps_the_good_ones_out()
    {
        var result = CsvFile.Projects(CsvFile.Project.With("MN006,", "MN6,"));

        result.IsRead.ShouldBeFalse();
        result.Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Every_fault_of_a_file_is_listed_in_file_order()
    {
        var file = CsvFile.Project.With("TH014", "TH14").With("2020-09-28", "28/09/2020").With("MN006,", "ＭＮ００６,");

        CsvFile.Projects(file).Faults.Select(fault => (fault.Line, fault.Column)).ShouldBe([(2, "reference"), (2, "registered_on"), (3, "reference")]);
    }

    [Fact]
    public void The_list_of_faults_is_bounded_and_says_so()
    {
        var rows = Enumerable.Range(0, ImportLimits.FaultsMax + 5).Select(_ => "bad,t,,unknown,unknown,unknown,unknown,n");

        var faults = CsvFile.Projects(CsvFile.Project.Split('\n')[0] + "\n" + string.Join('\n', rows)).Faults;

        faults.Length.ShouldBe(ImportLimits.FaultsMax);
        faults[^1].Reason.English.ShouldContain("not listed");
    }

    [Fact]
    public void A_fault_prints_its_place_reason_and_remedy() =>
        CsvFile.Projects(CsvFile.Project.With("2020-09-28", "2020-09-31")).OnlyFault().ToString()
            .ShouldBe("projects.csv:2, column registered_on: There is no such day in the calendar. Check the day of the month.");

    private static ImportFault Whole(byte[] bytes)
    {
        var fault = ProjectImport.Read("projects.csv", bytes).OnlyFault();
        fault.Line.ShouldBe(0);
        return fault;
    }
}
