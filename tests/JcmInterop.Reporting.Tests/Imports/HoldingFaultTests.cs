using JcmInterop.Reporting.Imports;

namespace JcmInterop.Reporting.Tests.Imports;

public sealed class HoldingFaultTests
{
    [Fact]
    public void A_serial_in_two_blocks_is_found()
    {
        var fault = Read(CsvFile.Holding.With("1001,1009,,9", "1000,1009,,10")).OnlyFault();

        (fault.Line, fault.Column).ShouldBe((3, "serial_first"));
        fault.Reason.English.ShouldContain("line 2");
    }

    [Fact]
    public void Equal_numbers_under_another_prefix_are_other_serials() =>
        Read(CsvFile.Holding.With("JPN-THA-TH014-2021-,1001,1009,,9", "JPN-THA-TH014-2022-,1,9,,9")).Faults.ShouldBeEmpty();

    [Fact]
    public void The_quantity_is_that_of_the_serials() =>
        Read(CsvFile.Holding.With("1001,1009,,9", "1001,1009,,8")).OnlyFault().Reason.English.ShouldContain("add up to 9, the stated total is 8");

    [Fact]
    public void Serials_in_the_wrong_order_are_explained() => Read(CsvFile.Holding.With("1001,1009", "1009,1001")).OnlyFault().Column.ShouldBe("serial_first");

    [Fact]
    public void A_prefix_that_runs_into_the_number_is_refused() =>
        Read(CsvFile.Holding.With("JPN-THA-TH014-2021-,1001", "JPN-THA-TH014-2021,1001")).OnlyFault().Reason.English.ShouldContain("does not end in a digit");

    private static ImportResult<ImportedHolding> Read(string text) => HoldingImport.Read("holdings.csv", CsvFile.Bytes(text));
}
